// What the converter knows of a buffer: where it is and how far its rows are apart.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { layoutOf } from "../../../ir/core/strided-layout.ts";
import { byteWidth, DYNAMIC, type MemRefType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { MixedIndex, OffsetSizeStride } from "../../../ir/define/offset-size-stride.ts";
import { AddIOp } from "../../../dialects/arith/index.ts";
import { add, multiply, toI64 } from "./index-math.ts";

/** A part of a buffer. In DRAM `base` is an address; in a local memory `row` is where it starts. */
export interface View {
  readonly space: "dram" | "scratchpad" | "accumulator";
  /** DRAM: the i64 address of the buffer's start. */
  readonly base: Value | undefined;
  /** Local: the first row of the buffer. */
  readonly row: number;
  /** Elements from the start of the buffer. */
  readonly offset: MixedIndex;
  readonly sizes: readonly MixedIndex[];
  readonly strides: readonly number[];
  readonly elementBytes: number;
}

/** Whether the elements of a row lie side by side; a row of one element does at any stride. */
export function isPacked({ sizes, strides }: View): boolean {
  return sizes.at(-1) === 1 || strides.at(-1) === 1;
}

/** A whole buffer; undefined when its type does not say its strides. */
export function wholeView(type: MemRefType, where: Pick<View, "space" | "base" | "row">): View | undefined {
  const layout = layoutOf(type);
  const elementBytes = byteWidth(type.element);
  if (layout === undefined || elementBytes === undefined || layout.offset === DYNAMIC) return undefined;
  if (layout.strides.includes(DYNAMIC) || type.shape.includes(DYNAMIC)) return undefined;
  return { ...where, offset: layout.offset, sizes: type.shape, strides: layout.strides, elementBytes };
}

/** The same elements under another shape, whose type states the strides; undefined where it does not. */
export function reshapedView(type: MemRefType, source: View): View | undefined {
  const strides = layoutOf(type)?.strides;
  if (strides === undefined || strides.includes(DYNAMIC) || type.shape.includes(DYNAMIC)) return undefined;
  return { ...source, sizes: type.shape, strides };
}

/** A subview; `dropped` are the unit dimensions that its type lacks. Undefined for strides that are not static. */
export function subviewOf(
  builder: OpBuilder,
  view: View,
  slice: OffsetSizeStride,
  dropped: ReadonlySet<number>,
): View | undefined {
  let offset = view.offset;
  const sizes: MixedIndex[] = [];
  const strides: number[] = [];
  for (const [d, size] of slice.sizes.entries()) {
    const step = slice.strides[d];
    const stride = view.strides[d];
    if (typeof step !== "number" || stride === undefined) return undefined;
    offset = add(builder, offset, multiply(builder, slice.offsets[d]!, stride));
    if (dropped.has(d)) continue;
    sizes.push(size);
    strides.push(stride * step);
  }
  return { ...view, offset, sizes, strides };
}

/** The same view, shifted by indices. */
export function shifted(builder: OpBuilder, view: View, indices: readonly MixedIndex[]): View {
  let offset = view.offset;
  indices.forEach((index, d) => {
    offset = add(builder, offset, multiply(builder, index, view.strides[d]!));
  });
  return { ...view, offset };
}

/** The address in DRAM where the view starts. */
export function addressOf(builder: OpBuilder, view: View): Value {
  const bytes = multiply(builder, view.offset, view.elementBytes);
  if (view.base === undefined) throw new Error("a local view has no address in DRAM");
  if (bytes === 0) return view.base;
  return AddIOp.build(builder, { lhs: view.base, rhs: toI64(builder, bytes) }).result;
}
