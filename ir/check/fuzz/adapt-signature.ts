// Inputs for a program whose signature a conversion changed: buffers for tensors, and buffers that take results.
import { layoutOf } from "../../core/strided-layout.ts";
import type { Type } from "../../core/types.ts";
import { DYNAMIC, representationOf } from "../../core/types.ts";
import { DenseValue } from "../../interpret/value.ts";
import { isBufferInput, isDense, type Input } from "../buffer-input.ts";
import type { Program } from "../run-program.ts";

/** The inputs of the program before, as the program after takes them; undefined where they do not fit. */
export function adaptSignature(inputs: readonly Input[], { argumentTypes }: Program): readonly Input[] | undefined {
  const adapted: Input[] = [];
  for (const [index, type] of argumentTypes.entries()) {
    const input = inputs[index];
    const fitting = input === undefined ? outputBuffer(type) : adaptInput(input, type);
    if (fitting === undefined) return undefined;
    adapted.push(fitting);
  }
  return adapted.length < inputs.length ? undefined : adapted;
}

function adaptInput(input: Input, type: Type): Input | undefined {
  if (type.kind !== "memref" || isBufferInput(input)) return fits(input, type) ? input : undefined;
  if (!isDense(input)) return undefined;
  const layout = layoutOf(type, input.shape);
  if (layout === undefined) return undefined;
  const strides = layout.strides.map((stride, d) =>
    stride === DYNAMIC
      ? input.shape.slice(d + 1).reduce((product, extent) => product * Math.max(1, extent), 1)
      : stride,
  );
  const offset = layout.offset === DYNAMIC ? 0 : layout.offset;
  return { kind: "buffer", type, layout: { offset, strides }, contents: input };
}

/** Whether a value is of the form that values of the type have. */
function fits(input: Input, declared: Type): boolean {
  const type = representationOf(declared);
  if (isBufferInput(input)) return type.kind === "memref";
  if (isDense(input)) return type.kind === "tensor" || type.kind === "vector" || type.kind === "unranked_tensor";
  if (type.kind === "integer")
    return typeof input === (type.width > 32 ? "bigint" : "number") || typeof input === "symbol";
  return type.kind === "index" || type.kind === "float" || type.kind === "complex";
}

/** A buffer of undefined contents for a result. */
function outputBuffer(type: Type): Input | undefined {
  if (type.kind !== "memref" || type.shape.includes(DYNAMIC)) return undefined;
  const layout = layoutOf(type);
  if (layout === undefined || layout.offset === DYNAMIC || layout.strides.includes(DYNAMIC)) return undefined;
  return { kind: "buffer", type, layout, contents: DenseValue.poison(type.shape, type.element) };
}
