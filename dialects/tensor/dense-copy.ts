// Copies between strided parts of dense values: what slices, pads, concatenations and transpositions are made of.
import { elementCount } from "../../ir/core/types.ts";
import { identityStrides } from "../../ir/interpret/memref.ts";
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import type { ElementArray } from "../../ir/interpret/element-array.ts";
import type { DenseValue } from "../../ir/interpret/value.ts";

/** Elements of a dense value at offset + sum of i[d] * strides[d]. */
export interface DensePart {
  readonly value: DenseValue;
  readonly offset: number;
  readonly strides: readonly number[];
}

/** The part at offsets, with steps between the elements; undefined behaviour where it leaves the value. */
export function densePart(
  value: DenseValue,
  offsets: readonly number[],
  sizes: readonly number[],
  steps: readonly number[],
): DensePart {
  const own = identityStrides(value.shape);
  let offset = 0;
  for (const [d, extent] of value.shape.entries()) {
    const [at, size, step] = [offsets[d] ?? 0, sizes[d] ?? 0, steps[d] ?? 1];
    const last = at + (size - 1) * step;
    if (size < 0 || at < 0 || (size === 0 ? at > extent : at >= extent || last >= extent || last < 0)) {
      undefinedBehavior(
        `slice of offset ${at}, size ${size}, stride ${step} leaves extent ${extent} in dimension ${d}`,
      );
    }
    offset += at * (own[d] ?? 0);
  }
  return { value, offset, strides: own.map((stride, d) => stride * (steps[d] ?? 1)) };
}

/** All of a dense value. */
export const wholePart = (value: DenseValue): DensePart => ({
  value,
  offset: 0,
  strides: identityStrides(value.shape),
});

type Numbers = Exclude<ElementArray, BigInt64Array | BigUint64Array>;
type BigInts = BigInt64Array | BigUint64Array;
const isBig = (data: ElementArray): data is BigInts => data instanceof BigInt64Array || data instanceof BigUint64Array;

/** Copies `sizes` elements from one part to the other, poison included. The values must differ. */
export function copyDense(from: DensePart, to: DensePart, sizes: readonly number[]): void {
  if (elementCount(sizes) === 0) return;
  const source = from.value;
  const target = to.value;
  const scale = source.element.kind === "complex" ? 2 : 1;
  copyStrided(from, to, sizes, scale, arrayCopier(source.data, target.data, scale));
  if (source.poison !== null) target.poison ??= new Uint8Array(target.count);
  if (target.poison !== null)
    copyStrided(from, to, sizes, 1, arrayCopier(source.poison ?? new Uint8Array(source.count), target.poison, 1));
}

type RunCopier = (from: number, to: number, count: number, fromStep: number, toStep: number) => void;

function arrayCopier(from: ElementArray, to: ElementArray, scale: number): RunCopier {
  if (isBig(from) && isBig(to)) return runCopier<bigint, BigInts>(from, to, scale, (a, b, at) => { b.set(a, at); });
  if (!isBig(from) && !isBig(to)) return runCopier<number, Numbers>(from, to, scale, (a, b, at) => { b.set(a, at); });
  throw new Error("a copy between elements of different width");
} // prettier-ignore

interface Elements<T> {
  [index: number]: T;
  readonly length: number;
}

function runCopier<T, A extends Elements<T> & { subarray(begin: number, end: number): A }>(
  from: A,
  to: A,
  scale: number,
  set: (from: A, to: A, at: number) => void,
): RunCopier {
  return (start, target, count, fromStep, toStep) => {
    if (fromStep === scale && toStep === scale) {
      set(from.subarray(start, start + count * scale), to, target);
      return;
    }
    for (let i = 0; i < count; i++) {
      for (let part = 0; part < scale; part++) to[target + i * toStep + part] = from[start + i * fromStep + part]!;
    }
  };
}

function copyStrided(from: DensePart, to: DensePart, sizes: readonly number[], scale: number, copy: RunCopier): void {
  const outer = sizes.length - 1;
  const count = sizes[outer] ?? 1;
  const fromStep = scale * (from.strides[outer] ?? 1);
  const toStep = scale * (to.strides[outer] ?? 1);
  const indices = new Array<number>(Math.max(outer, 0)).fill(0);
  let a = from.offset * scale;
  let b = to.offset * scale;
  for (;;) {
    copy(a, b, count, fromStep, toStep);
    let d = outer - 1;
    for (; d >= 0; d--) {
      const size = sizes[d]!;
      a += scale * from.strides[d]!;
      b += scale * to.strides[d]!;
      if (++indices[d]! < size) break;
      a -= scale * from.strides[d]! * size;
      b -= scale * to.strides[d]! * size;
      indices[d] = 0;
    }
    if (d < 0) return;
  }
}
