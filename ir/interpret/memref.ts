// References into memory: element addresses with bounds checks, loads and stores, views, and the layouts of memref types.
import { layoutOf, type StridedLayout } from "../core/strided-layout.ts";
import { byteWidth, DYNAMIC, elementCount, type MemRefType, type Type } from "../core/types.ts";
import type { Allocation, Memory, MemRefValue } from "./memory.ts";
import { undefinedBehavior } from "./unwind.ts";
import type { Scalar } from "./value.ts";

/** Row-major strides of a shape. */
export function identityStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let d = shape.length - 2; d >= 0; d--) strides[d] = strides[d + 1]! * shape[d + 1]!;
  return strides;
}

/** Elements from offset 0 to the last one that the layout reaches. */
export function layoutSpan({ offset, strides }: StridedLayout, sizes: readonly number[]): number {
  if (elementCount(sizes) === 0) return 0;
  let span = offset + 1;
  for (let d = 0; d < sizes.length; d++) span += (sizes[d]! - 1) * strides[d]!;
  return span;
}

/** A row-major memref of these sizes at the start of an allocation. */
export function identityMemRef(allocation: Allocation, sizes: readonly number[], element: Type): MemRefValue {
  return {
    kind: "memref",
    allocation,
    base: allocation.address,
    offset: 0,
    sizes,
    strides: identityStrides(sizes),
    element,
  };
}

/** A new buffer for a memref type, or undefined when memory is full or the layout is not strided. Sizes and layout must be definite. */
export function allocateMemRef(
  memory: Memory,
  type: MemRefType,
  options: { sizes?: readonly number[]; align?: number; label?: string; writable?: boolean } = {},
): MemRefValue | undefined {
  const sizes = options.sizes ?? type.shape;
  const layout = layoutOf(type, sizes);
  if (layout === undefined || layout.offset === DYNAMIC || layout.strides.includes(DYNAMIC)) return undefined;
  const space = type.memorySpace?.kind === "string" ? type.memorySpace.value : "";
  const { sizes: _, ...rest } = options;
  const allocation = memory.allocate(layoutSpan(layout, sizes) * elementBytes(type.element), { ...rest, space });
  if (allocation === undefined) return undefined;
  return { kind: "memref", allocation, base: allocation.address, ...layout, sizes, element: type.element };
}

function elementBytes(element: Type): number {
  if (element.kind === "float" && element.width === 32) return 4;
  const bytes = byteWidth(element);
  if (bytes === undefined) throw new Error(`elements of kind '${element.kind}' have no size in memory`);
  return bytes;
}

/** Byte address of an element. Undefined behaviour outside the sizes, outside the allocation, or after it was freed. */
export function elementAddress(memref: MemRefValue, indices: readonly number[]): number {
  const { sizes, strides } = memref;
  let position = memref.offset;
  for (let d = 0; d < sizes.length; d++) {
    const index = indices[d]!;
    if (index < 0 || index >= sizes[d]!) {
      undefinedBehavior(`index ${index} out of bounds for extent ${sizes[d]} in dimension ${d}`);
    }
    position += index * strides[d]!;
  }
  const bytes = elementBytes(memref.element);
  const address = memref.base + position * bytes;
  checkRange(memref.allocation, address, bytes);
  return address;
}

/** Undefined behaviour unless the bytes are inside the live allocation. */
export function checkRange(allocation: Allocation, address: number, bytes: number): void {
  if (!allocation.live) undefinedBehavior(`${bufferName(allocation)} is used after it was freed`);
  if (address < allocation.address || address + bytes > allocation.address + allocation.bytes) {
    const at = address - allocation.address;
    undefinedBehavior(`access at byte ${at} is outside of ${bufferName(allocation)} of ${allocation.bytes} bytes`);
  }
}

function bufferName({ label }: Allocation): string {
  return label === "" ? "the buffer" : `buffer '${label}'`;
}

/** Undefined behaviour unless the buffer may be written. */
export function checkWritable(allocation: Allocation): void {
  if (!allocation.writable) undefinedBehavior(`write to constant buffer '${allocation.label}'`);
}

export function loadElement(memory: Memory, memref: MemRefValue, indices: readonly number[]): Scalar {
  return memory.load(elementAddress(memref, indices), memref.element);
}

export function storeElement(memory: Memory, memref: MemRefValue, indices: readonly number[], value: Scalar): void {
  checkWritable(memref.allocation);
  memory.store(elementAddress(memref, indices), memref.element, value);
}

/** Checks that every element of the view is in its allocation, so that their addresses need no checks one by one. */
export function checkWhole(memref: MemRefValue): void {
  const bytes = elementBytes(memref.element);
  let least = memref.offset;
  let most = memref.offset;
  if (elementCount(memref.sizes) > 0) {
    const { sizes, strides } = memref;
    for (let d = 0; d < sizes.length; d++) {
      const reach = (sizes[d]! - 1) * strides[d]!;
      if (reach < 0) least += reach;
      else most += reach;
    }
    checkRange(memref.allocation, memref.base + least * bytes, (most - least + 1) * bytes);
  } else checkRange(memref.allocation, memref.allocation.address, 0);
}

/** Byte addresses of all elements in row-major order. The view must pass `checkWhole`. */
export function forEachAddress(memref: MemRefValue, visit: (address: number, position: number) => void): void {
  const { sizes, strides } = memref;
  const bytes = elementBytes(memref.element);
  const count = elementCount(sizes);
  const indices = new Array<number>(sizes.length).fill(0);
  let address = memref.base + memref.offset * bytes;
  for (let position = 0; position < count; position++) {
    visit(address, position);
    for (let d = sizes.length - 1; d >= 0; d--) {
      address += strides[d]! * bytes;
      if (++indices[d]! < sizes[d]!) break;
      address -= strides[d]! * bytes * sizes[d]!;
      indices[d] = 0;
    }
  }
}

/** Whether the elements lie one after the other in row-major order. */
export function isContiguous({ sizes, strides }: MemRefValue): boolean {
  let expected = 1;
  for (let d = sizes.length - 1; d >= 0; d--) {
    if (sizes[d] !== 1 && strides[d] !== expected) return false;
    expected *= sizes[d]!;
  }
  return true;
}

/**
 * The view of `sizes` elements from `offsets` with `steps` between them. Undefined behaviour where it leaves the source.
 * `keep` names the dimensions that a rank-reducing subview keeps.
 */
export function subview(
  source: MemRefValue,
  offsets: readonly number[],
  sizes: readonly number[],
  steps: readonly number[],
  keep?: readonly number[],
): MemRefValue {
  let offset = source.offset;
  offsets.forEach((at, d) => {
    const extent = source.sizes[d]!;
    const size = sizes[d]!;
    const last = size > 0 ? at + (size - 1) * steps[d]! : at - 1;
    if (size < 0 || at < 0 || last >= extent || last < -1 || (size > 0 && last < 0)) {
      undefinedBehavior(
        `subview of offset ${at}, size ${size}, stride ${steps[d]} leaves extent ${extent} in dimension ${d}`,
      );
    }
    offset += at * source.strides[d]!;
  });
  const strides = source.strides.map((stride, d) => stride * steps[d]!);
  const kept = keep ?? sizes.map((_, d) => d);
  return { ...source, offset, sizes: kept.map((d) => sizes[d]!), strides: kept.map((d) => strides[d]!) };
}

/** The same bytes under other sizes and strides; the caller checks what the op asks. */
export function reinterpret(
  source: MemRefValue,
  offset: number,
  sizes: readonly number[],
  strides: readonly number[],
): MemRefValue {
  return { ...source, offset, sizes, strides };
}

/** Whether no two indices lead to one element (sufficient: sorted strides each pass what the smaller ones reach). */
export function hasDistinctElements({ sizes, strides }: MemRefValue): boolean {
  const dims = sizes.flatMap((size, d) => (size > 1 ? [{ size, stride: Math.abs(strides[d]!) }] : []));
  dims.sort((a, b) => a.stride - b.stride);
  let reach = 0;
  for (const { size, stride } of dims) {
    if (stride <= reach) return false;
    reach += (size - 1) * stride;
  }
  return true;
}
