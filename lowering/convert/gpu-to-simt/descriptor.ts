// Buffers as addresses: where a memref's elements are, known while instructions are made.
import { layoutOf } from "../../../ir/core/strided-layout.ts";
import { byteWidth, DYNAMIC, type MemRefType, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantLinear, type Linear } from "./linear.ts";
import type { KernelCode } from "./kernel-code.ts";

/** Element [i, j] is at base + (offset + i * strides[0] + j * strides[1]) * bytes. */
export interface Descriptor {
  readonly space: "global" | "shared";
  /** The address in global memory, an i64; in shared memory the offset in the block's window. */
  readonly base: Value | number;
  readonly element: Type;
  readonly offset: Linear;
  readonly sizes: readonly Linear[];
  readonly strides: readonly Linear[];
}

/** A buffer of identity layout; `dynamic` gives the extents that the type does not state. */
export function wholeBuffer(
  type: MemRefType,
  space: Descriptor["space"],
  base: Value | number,
  dynamic: readonly Linear[],
  code: KernelCode,
): Descriptor {
  let next = 0;
  const sizes = type.shape.map((extent) => (extent === DYNAMIC ? dynamic[next++]! : constantLinear(extent)));
  const strides = new Array<Linear>(sizes.length).fill(constantLinear(1));
  for (let d = sizes.length - 2; d >= 0; d--) strides[d] = code.multiply(strides[d + 1]!, sizes[d + 1]!);
  return { space, base, element: type.element, offset: constantLinear(0), sizes, strides };
}

/** Whether addresses of the type can be computed: a strided layout, elements of whole bytes. */
export const isAddressable = (type: MemRefType): boolean =>
  layoutOf(type) !== undefined && byteWidth(type.element) !== undefined;

export interface Address {
  readonly register: Value;
  /** Bytes on top. */
  readonly offset: number;
}

/** The address of an element: what is constant in it is the access's offset, so that neighbours share a register. */
export function addressOf(buffer: Descriptor, indices: readonly Linear[], code: KernelCode): Address {
  const { emitter } = code;
  let element = buffer.offset;
  indices.forEach((index, d) => {
    element = code.add(element, code.multiply(index, buffer.strides[d]!));
  });
  const width = byteWidth(buffer.element) ?? 1;
  const bytes = code.multiply(element, constantLinear(width));
  if (typeof buffer.base === "number") {
    const offset = bytes.constant + buffer.base;
    const register = emitter.terms32(bytes.terms, undefined);
    if (offset >= 0) return { register: register ?? emitter.constant("i32", 0), offset };
    return { register: emitter.sum32({ ...bytes, constant: offset }), offset: 0 };
  }
  const register = emitter.terms64(bytes.terms, buffer.base)!;
  if (bytes.constant >= 0) return { register, offset: bytes.constant };
  return {
    register: emitter.shared("add.s64", [register, emitter.constant("i64", BigInt(bytes.constant))]),
    offset: 0,
  };
}
