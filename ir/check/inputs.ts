// Run-time inputs for a callable: random, biased to boundaries, to equal arguments, and to extents of 0 and 1.
import type { Operation } from "../core/operation.ts";
import { layoutOf, rowMajorStrides, type StridedLayout } from "../core/strided-layout.ts";
import { DYNAMIC, representationOf, type MemRefType, type Type } from "../core/types.ts";
import { DenseValue, POISON } from "../interpret/value.ts";
import { hasBytes, type BufferInput, type Input } from "./buffer-input.ts";
import type { RandomSource } from "./random-source.ts";
import { maybePoison, randomScalar } from "./scalar-inputs.ts";

export interface InputOptions {
  /** Whether arguments and their elements may be poison. Default false. */
  readonly poison?: boolean;
  /** Whether memref arguments of one type may be one buffer. Default true. */
  readonly aliasing?: boolean;
  /** What floats are chosen by. Default: boundaries and all magnitudes. */
  readonly floats?: ((random: RandomSource) => number) | undefined;
}

export type RandomInputs = readonly (readonly Input[])[] | { readonly unsupported: string };

/** Whether inputs could be made. */
export function isUnsupported(inputs: RandomInputs): inputs is { readonly unsupported: string } {
  return "unsupported" in inputs;
}

/** `count` rows of inputs for the entry block of the callable's first region. */
export function randomInputs(
  callable: Operation,
  random: RandomSource,
  count: number,
  options: InputOptions = {},
): RandomInputs {
  const entry = callable.regions[0]?.blocks[0];
  if (entry === undefined) return { unsupported: `'${callable.name}' is a declaration without a body` };
  const types = entry.arguments.map(({ type }) => type);
  const rows: (readonly Input[])[] = [];
  for (let row = 0; row < count; row++) {
    const inputs = inputsOfTypes(types, random, options);
    if ("unsupported" in inputs) return inputs;
    rows.push(inputs);
  }
  return rows;
}

/** One row of inputs for arguments of these types. */
export function inputsOfTypes(
  types: readonly Type[],
  random: RandomSource,
  options: InputOptions = {},
): readonly Input[] | { readonly unsupported: string } {
  const { aliasing = true } = options;
  // Dynamic extents mostly agree: programs that combine two tensors of one type ask it of them.
  const common = random.pick([0, 1, 1, 2, 3, 3, 4, 5]);
  const extent = random.chance(7, 8) ? () => common : () => random.below(5);
  const inputs: Input[] = [];
  for (const [index, type] of types.entries()) {
    const twin = types.indexOf(type);
    const shares = twin < index && random.chance(1, 5) && (type.kind !== "memref" || aliasing);
    const input = shares ? inputs[twin] : randomInput(type, random, extent, options);
    if (input === undefined) return { unsupported: `an argument of a type of kind '${type.kind}'` };
    inputs.push(input);
  }
  return inputs;
}

function randomInput(type: Type, random: RandomSource, extent: () => number, options: InputOptions): Input | undefined {
  switch (type.kind) {
    case "tensor":
    case "vector":
      if (type.kind === "vector" && type.scalable.includes(true)) return undefined;
      return randomDense(sizesOf(type.shape, extent), type.element, random, options);
    case "unranked_tensor":
      return randomDense(
        Array.from({ length: random.below(3) }, () => random.below(4)),
        type.element,
        random,
        options,
      );
    case "memref":
      return randomBuffer(type, random, extent, options);
    case "dialect": {
      const represented = representationOf(type);
      return represented === type ? undefined : randomInput(represented, random, extent, options);
    }
    default: {
      const scalar = randomScalar(type, random, options.floats);
      return scalar === undefined ? undefined : maybePoison(scalar, random, options.poison ?? false);
    }
  }
}

const sizesOf = (shape: readonly number[], extent: () => number): number[] =>
  shape.map((size) => (size === DYNAMIC ? extent() : size));

/** All elements one value, every element another, or few values that repeat. */
export function randomDense(
  shape: readonly number[],
  element: Type,
  random: RandomSource,
  { poison = false, floats }: InputOptions,
): DenseValue | undefined {
  const first = randomScalar(element, random, floats);
  if (first === undefined || !hasBytes(element)) return undefined;
  if (random.chance(1, 6)) return DenseValue.splat(shape, element, maybePoison(first, random, poison));
  const dense = DenseValue.zeros(shape, element);
  for (let i = 0, n = dense.count; i < n; i++) {
    const scalar = random.chance(1, 5) ? first : (randomScalar(element, random, floats) ?? POISON);
    dense.set(i, maybePoison(scalar, random, poison));
  }
  return dense;
}

function randomBuffer(
  type: MemRefType,
  random: RandomSource,
  extent: () => number,
  options: InputOptions,
): BufferInput | undefined {
  const sizes = sizesOf(type.shape, extent);
  const layout = layoutOf(type, sizes);
  if (layout === undefined || !hasBytes(type.element)) return undefined;
  const contents = randomDense(sizes, type.element, random, options);
  return contents && { kind: "buffer", type, layout: definite(layout, sizes, random), contents };
}

/** Strides and an offset for those that the type leaves open: those of a row-major buffer, or of one with gaps. */
function definite(layout: StridedLayout, sizes: readonly number[], random: RandomSource): StridedLayout {
  const gap = random.chance(1, 2) ? 1 : 2;
  const strides = rowMajorStrides(sizes.map((size) => Math.max(size, 1)));
  return {
    offset: layout.offset === DYNAMIC ? random.below(4) : layout.offset,
    strides: layout.strides.map((stride, d) => (stride === DYNAMIC ? (strides[d] ?? 1) * gap : stride)),
  };
}
