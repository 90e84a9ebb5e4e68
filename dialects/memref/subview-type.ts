// Result types of views: what MLIR infers for subview, collapse_shape and expand_shape.
import { dynamicProduct, dynamicSum, layoutOf, stridedMemrefType } from "../../ir/core/strided-layout.ts";
import { memrefType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, type MemRefType } from "../../ir/core/types.ts";
import { staticIndex, type OffsetSizeStride } from "../../ir/define/offset-size-stride.ts";
import { droppedUnitDimsByStride } from "../../ir/define/rank-reduction.ts";
import { collapsedShape, type Reassociation } from "../../ir/define/reassociation.ts";

/** The type of a subview of full rank; undefined when the source's layout is not strided. */
export function inferSubviewType(
  source: MemRefType,
  { offsets, sizes, strides }: OffsetSizeStride,
): MemRefType | undefined {
  const layout = layoutOf(source);
  if (layout === undefined) return undefined;
  const offset = offsets.reduce<number>(
    (sum, o, d) => dynamicSum(sum, dynamicProduct(staticIndex(o), layout.strides[d] ?? DYNAMIC)),
    layout.offset,
  );
  const steps = strides.map((s, d) => dynamicProduct(staticIndex(s), layout.strides[d] ?? DYNAMIC));
  return stridedMemrefType(sizes.map(staticIndex), source.element, { offset, strides: steps }, source.memorySpace);
}

/** The type of a subview whose result has shape `reduced`: unit dimensions that it lacks are dropped. */
export function inferRankReducedSubviewType(
  reduced: readonly number[],
  source: MemRefType,
  lists: OffsetSizeStride,
): MemRefType | undefined {
  const full = inferSubviewType(source, lists);
  if (full === undefined || reduced.length === full.shape.length) return full;
  const layout = layoutOf(full);
  const dropped = droppedUnitDimsByStride(
    full.shape,
    layout?.strides ?? [],
    reduced,
    reduced.map(() => DYNAMIC),
  );
  if (layout === undefined || dropped === undefined) return undefined;
  const strides = layout.strides.filter((_, d) => !dropped.has(d));
  return stridedMemrefType(reduced, source.element, { offset: layout.offset, strides }, source.memorySpace);
}

/** Dimensions that a subview's result type keeps, or undefined when it is no reduction of the inferred type. */
export function keptDimensions(inferred: MemRefType, result: MemRefType): readonly number[] | undefined {
  const from = layoutOf(inferred);
  const to = layoutOf(result);
  if (from === undefined || to === undefined) return undefined;
  const dropped = droppedUnitDimsByStride(inferred.shape, from.strides, result.shape, to.strides);
  return dropped && inferred.shape.flatMap((_, d) => (dropped.has(d) ? [] : [d]));
}

/** Whether the layout is the identity map, as MLIR reads it: of strided ones only `strided<[1]>` is. */
function isIdentity({ layout }: MemRefType): boolean {
  if (layout === undefined) return true;
  return layout.kind === "strided" && layout.offset === 0 && layout.strides.length === 1 && layout.strides[0] === 1;
}

/** The type of a collapse; undefined where the collapsed dimensions are known not to lie one after the other. */
export function inferCollapsedType(source: MemRefType, reassociation: Reassociation): MemRefType | undefined {
  const shape = collapsedShape(source.shape, reassociation);
  if (isIdentity(source)) return memrefType(shape, source.element, { memorySpace: source.memorySpace });
  const layout = layoutOf(source);
  if (layout === undefined) return undefined;
  const extent = (d: number): number => source.shape[d] ?? 1;
  const stride = (d: number): number => layout.strides[d] ?? DYNAMIC;
  const strides: number[] = [];
  for (const group of reassociation) {
    const dims = [...group];
    while (dims.length > 1 && extent(dims[dims.length - 1] ?? 0) === 1) dims.pop();
    const last = dims[dims.length - 1] ?? 0;
    strides.push(extent(last) !== DYNAMIC || dims.length === 1 ? stride(last) : DYNAMIC);
    for (let i = dims.length - 1, expected = stride(last); i > 0; i--) {
      const [outer, inner] = [dims[i - 1] ?? 0, dims[i] ?? 0];
      expected = dynamicProduct(expected, extent(inner));
      if (extent(outer) === 1) continue;
      if (expected !== DYNAMIC && stride(outer) !== DYNAMIC && expected !== stride(outer)) return undefined;
    }
  }
  return stridedMemrefType(shape, source.element, { offset: layout.offset, strides }, source.memorySpace);
}

/** The type of an expansion to `shape`. */
export function inferExpandedType(
  source: MemRefType,
  shape: readonly number[],
  reassociation: Reassociation,
): MemRefType | undefined {
  if (isIdentity(source)) return memrefType(shape, source.element, { memorySpace: source.memorySpace });
  const layout = layoutOf(source);
  if (layout === undefined) return undefined;
  const strides = new Array<number>(shape.length).fill(1);
  reassociation.forEach((group, g) => {
    let stride = layout.strides[g] ?? DYNAMIC;
    for (const d of [...group].reverse()) {
      strides[d] = stride;
      stride = dynamicProduct(stride, shape[d] ?? DYNAMIC);
    }
  });
  return stridedMemrefType(shape, source.element, { offset: layout.offset, strides }, source.memorySpace);
}

/** Whether a value of type `from` may be seen as `to`: extents, strides and offset agree wherever both state them. */
export function areCastCompatible(from: MemRefType, to: MemRefType): boolean {
  if (from.element !== to.element || from.memorySpace !== to.memorySpace || from.shape.length !== to.shape.length)
    return false;
  const agree = (a: number, b: number | undefined): boolean => a === b || a === DYNAMIC || b === DYNAMIC;
  if (!from.shape.every((extent, d) => agree(extent, to.shape[d]))) return false;
  if (from.layout === to.layout) return true;
  const [a, b] = [layoutOf(from), layoutOf(to)];
  if (a === undefined || b === undefined) return false;
  return agree(a.offset, b.offset) && a.strides.every((s, d) => from.shape[d] === 1 || agree(s, b.strides[d]));
}

/** Whether two types say the same of a view: a layout in another spelling is no difference. */
export function isSameView(a: MemRefType, b: MemRefType): boolean {
  if (a === b) return true;
  const same = a.element === b.element && a.memorySpace === b.memorySpace && a.shape.length === b.shape.length;
  if (!same || a.shape.some((extent, d) => extent !== b.shape[d])) return false;
  const [x, y] = [layoutOf(a), layoutOf(b)];
  return x !== undefined && y !== undefined && x.offset === y.offset && x.strides.every((s, d) => s === y.strides[d]);
}
