// Which dimensions of extent 1 a shape lacks against a larger one: the result of a rank-reducing slice or view.
import { DYNAMIC } from "../core/types.ts";

/** The dimensions of `shape` that `reduced` lacks, each of extent 1, the later ones kept; undefined when `reduced` is no such shape. */
export function droppedUnitDims(shape: readonly number[], reduced: readonly number[]): ReadonlySet<number> | undefined {
  const dropped = new Set<number>();
  let at = reduced.length - 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    if (at >= 0 && reduced[at] === shape[d]) at--;
    else if (shape[d] === 1) dropped.add(d);
    else return undefined;
  }
  return at < 0 ? dropped : undefined;
}

/** As `droppedUnitDims`, for a view: the strides that stay must be those of the reduced view. */
export function droppedUnitDimsByStride(
  shape: readonly number[],
  strides: readonly number[],
  reduced: readonly number[],
  reducedStrides: readonly number[],
): ReadonlySet<number> | undefined {
  const fits = (dropped: ReadonlySet<number>): boolean => {
    const kept = shape.flatMap((_, d) => (dropped.has(d) ? [] : [d]));
    return (
      kept.length === reduced.length &&
      kept.every(
        (d, i) => shape[d] === reduced[i] && (strides[d] === reducedStrides[i] || reducedStrides[i] === DYNAMIC),
      )
    );
  };
  const byShape = droppedUnitDims(shape, reduced);
  if (byShape === undefined || fits(byShape)) return byShape;
  const units = shape.flatMap((extent, d) => (extent === 1 ? [d] : []));
  for (const dims of subsets(units, shape.length - reduced.length)) {
    const dropped = new Set(dims);
    if (fits(dropped)) return dropped;
  }
  return undefined;
}

function* subsets(items: readonly number[], size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) {
    for (const rest of subsets(items, size - 1, i + 1)) yield [items[i] ?? 0, ...rest];
  }
}
