// Parts of tensors and buffers, as slices: whether two are the same, whether one is all, and a slice of a slice as one.
import {
  constantIndex,
  sameIndex,
  type MixedIndex,
  type OffsetSizeStride,
} from "../../ir/define/offset-size-stride.ts";
import type { Value } from "../../ir/core/value.ts";
import { extentOf } from "./bounds.ts";

/** Whether two slices of one tensor are the same part. */
export function sameSlice(a: OffsetSizeStride, b: OffsetSizeStride): boolean {
  return (["offsets", "sizes", "strides"] as const).every(
    (list) => a[list].length === b[list].length && a[list].every((index, i) => sameIndex(index, b[list][i] ?? -1)),
  );
}

/** Whether a slice of `value` is all of it. */
export function coversWhole({ offsets, sizes, strides }: OffsetSizeStride, value: Value): boolean {
  return sizes.every((size, d) => {
    const extent = extentOf(value, d);
    const plain = constantIndex(offsets[d] ?? 0) === 0 && constantIndex(strides[d] ?? 1) === 1;
    return plain && extent !== undefined && sameIndex(size, extent);
  });
}

/** `outer`'s part `inner` as a part of what `outer` slices; undefined where that takes arithmetic on unknown indices. */
export function composeSlices(
  outer: OffsetSizeStride,
  dropped: ReadonlySet<number>,
  inner: OffsetSizeStride,
): OffsetSizeStride | undefined {
  const offsets: MixedIndex[] = [];
  const sizes: MixedIndex[] = [];
  const strides: MixedIndex[] = [];
  let next = 0;
  for (const [d, size] of outer.sizes.entries()) {
    const [offset, stride] = [outer.offsets[d] ?? 0, constantIndex(outer.strides[d] ?? 1)];
    if (dropped.has(d)) {
      offsets.push(offset);
      sizes.push(size);
      strides.push(1);
      continue;
    }
    const i = next++;
    const step = constantIndex(inner.strides[i] ?? 1);
    const start = inner.offsets[i] ?? 0;
    const [known, base] = [constantIndex(start), constantIndex(offset)];
    if (stride === undefined || step === undefined) return undefined;
    if (known === 0) offsets.push(offset);
    else if (base === 0 && stride === 1) offsets.push(start);
    else if (known !== undefined && base !== undefined) offsets.push(base + known * stride);
    else return undefined;
    sizes.push(inner.sizes[i] ?? 1);
    strides.push(stride * step);
  }
  return { offsets, sizes, strides };
}
