// Buffers as inputs: a description of a memref argument, from which each run makes a buffer of its own.
import type { MemRefType, Type } from "../core/types.ts";
import { byteWidth } from "../core/types.ts";
import type { StridedLayout } from "../core/strided-layout.ts";
import { copyIn, copyOut } from "../interpret/convert.ts";
import type { RuntimeValue } from "../interpret/meaning.ts";
import type { Memory, MemRefValue } from "../interpret/memory.ts";
import { layoutSpan } from "../interpret/memref.ts";
import { unlessUnwound } from "../interpret/unwind.ts";
import type { DenseValue } from "../interpret/value.ts";

/** What a memref argument is when a run begins. Arguments that are one and the same object alias: they are one buffer. */
export interface BufferInput {
  readonly kind: "buffer";
  readonly type: MemRefType;
  readonly layout: StridedLayout;
  /** Its sizes and elements, row-major; a poison element was never written. */
  readonly contents: DenseValue;
}

/** What an argument of a program under test is. */
export type Input = RuntimeValue | BufferInput;

export function isBufferInput(input: Input): input is BufferInput {
  return typeof input === "object" && "kind" in input && input.kind === "buffer";
}

export function isDense(value: Input): value is DenseValue {
  return typeof value === "object" && "kind" in value && value.kind === "dense";
}

export function isMemRef(value: Input): value is MemRefValue {
  return typeof value === "object" && "kind" in value && value.kind === "memref";
}

/** A buffer in `memory` with these contents. */
export function makeBuffer(
  memory: Memory,
  { layout, contents }: Pick<BufferInput, "layout" | "contents">,
  space = "",
): MemRefValue | undefined {
  const bytes = layoutSpan(layout, contents.shape) * (byteWidth(contents.element) ?? 1);
  const allocation = memory.allocate(bytes, { space });
  if (allocation === undefined) return undefined;
  const { offset, strides } = layout;
  const base = allocation.address;
  const memref: MemRefValue = {
    kind: "memref",
    allocation,
    base,
    offset,
    sizes: contents.shape,
    strides,
    element: contents.element,
  };
  copyOut(memory, memref, contents);
  return memref;
}

/** The elements of a view, or why they cannot be read: it was freed, or leaves its buffer. */
export function readBuffer(memory: Memory, memref: MemRefValue): DenseValue | undefined {
  if (byteWidth(memref.element) === undefined) return undefined;
  return unlessUnwound(() => copyIn(memory, memref));
}

/** Whether a buffer of this element type can be made and read. */
export function hasBytes(type: Type): boolean {
  return byteWidth(type) !== undefined;
}
