// The index vectors of gather and scatter: for every point of the batch, where in the operand its slice begins.
import { elementCount } from "../../../ir/core/types.ts";
import { expectInteger } from "../../../ir/interpret/operand.ts";
import type { DenseValue } from "../../../ir/interpret/value.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";

export interface IndexVectorNumbers {
  /** The dimension of the indices that holds the vectors; their rank when each index is a vector of one. */
  readonly indexVectorDim: number;
  /** Operand dimension of each component. */
  readonly map: readonly number[];
  readonly operandBatchingDims: readonly number[];
  readonly indicesBatchingDims: readonly number[];
  /** Rank of the operand. */
  readonly rank: number;
}

/** The batch in row-major order; `starts` has one entry an operand dimension. */
export function* indexVectors(
  indices: DenseValue,
  numbers: IndexVectorNumbers,
): Generator<{ readonly starts: readonly number[] }> {
  const { indexVectorDim, map, operandBatchingDims, indicesBatchingDims, rank } = numbers;
  const strides = identityStrides(indices.shape);
  const batch = indices.shape.flatMap((_, d) => (d === indexVectorDim ? [] : [d]));
  const extents = batch.map((d) => indices.shape[d] ?? 0);
  const step = strides[indexVectorDim] ?? 0;
  const point = extents.map(() => 0);
  for (let n = elementCount(extents); n > 0; n--) {
    const base = batch.reduce((sum, d, i) => sum + (strides[d] ?? 0) * (point[i] ?? 0), 0);
    const starts = new Array<number>(rank).fill(0);
    map.forEach((d, component) => {
      starts[d] = Number(expectInteger(indices.get(base + component * step), "an index"));
    });
    operandBatchingDims.forEach((d, i) => {
      starts[d] = point[batch.indexOf(indicesBatchingDims[i] ?? 0)] ?? 0;
    });
    yield { starts };
    for (let i = extents.length - 1; i >= 0; i--) {
      point[i] = (point[i] ?? 0) + 1;
      if ((point[i] ?? 0) < (extents[i] ?? 0)) break;
      point[i] = 0;
    }
  }
}
