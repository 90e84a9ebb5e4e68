// gather: slices of the operand at computed places, put together.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { elementCount } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { BoolProperty, I64ArrayProperty, optionalProperty } from "../../../ir/define/properties.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { GatherDimensionNumbersProperty, type GatherDimensionNumbers } from "../attributes/dimension-numbers.ts";
import { indexVectors } from "../run/index-vectors.ts";
import { AnyTensor, elementOf, IntTensor, shapeOf } from "../types.ts";
import { isKnown, verifyDimensions, verifyInferred } from "../verify.ts";
import { placesOf } from "../run/multiply-accumulate.ts";
import { gatherExample } from "../examples.ts";

interface GatherView {
  readonly operand: Value;
  readonly startIndices: Value;
  readonly dimensionNumbers: GatherDimensionNumbers;
  readonly sliceSizes: readonly number[];
  readonly result: Value;
}

/** Dimensions of the slice that the result has. */
const keptDimensions = (rank: number, { collapsedSliceDims, operandBatchingDims }: GatherDimensionNumbers): number[] =>
  Array.from({ length: rank }, (_, d) => d).filter(
    (d) => !collapsedSliceDims.includes(d) && !operandBatchingDims.includes(d),
  );

/** Batch extents in the places that `offset_dims` leave free, extents of the slices in the others. */
function gatherShape(indices: readonly number[], sizes: readonly number[], numbers: GatherDimensionNumbers): number[] {
  const batch = indices.filter((_, d) => d !== numbers.indexVectorDim);
  const slice = keptDimensions(sizes.length, numbers).map((d) => sizes[d] ?? 0);
  const rank = batch.length + slice.length;
  let [nextBatch, nextSlice] = [0, 0];
  return Array.from(
    { length: rank },
    (_, d) => (numbers.offsetDims.includes(d) ? slice[nextSlice++] : batch[nextBatch++]) ?? 0,
  );
}

function verifyGather({
  operand,
  startIndices,
  dimensionNumbers: numbers,
  sliceSizes,
  result,
}: GatherView): string | undefined {
  const [shape, indices] = [shapeOf(operand), shapeOf(startIndices)];
  const rank = shape.length;
  if (sliceSizes.length !== rank) return `slice_sizes size (${sliceSizes.length}) not equal to operand rank (${rank})`;
  if (numbers.indexVectorDim < 0 || numbers.indexVectorDim > indices.length)
    return `index_vector_dim ${numbers.indexVectorDim} is out of bounds for start indices with rank ${indices.length}`;
  const dimensions =
    verifyDimensions(
      [...numbers.collapsedSliceDims, ...numbers.operandBatchingDims],
      rank,
      "the list of collapsed_slice_dims and operand_batching_dims",
    ) ??
    verifyDimensions(
      [...numbers.startIndexMap, ...numbers.operandBatchingDims],
      rank,
      "the list of start_index_map and operand_batching_dims",
    ) ??
    verifyDimensions(numbers.startIndicesBatchingDims, indices.length, "start_indices_batching_dims");
  if (dimensions !== undefined) return dimensions;
  const vector = numbers.indexVectorDim === indices.length ? 1 : (indices[numbers.indexVectorDim] ?? 1);
  if (isKnown(vector) && vector !== numbers.startIndexMap.length)
    return `start_index_map size (${numbers.startIndexMap.length}) is not equal to size of index dimension (${numbers.indexVectorDim}) of start_indices (${vector})`;
  if (numbers.operandBatchingDims.length !== numbers.startIndicesBatchingDims.length)
    return "operand_batching_dims and start_indices_batching_dims should have the same size";
  for (const [d, size] of sliceSizes.entries()) {
    const extent = shape[d];
    if (size < 0 || (isKnown(extent) && size > extent))
      return `slice size (${size}) is out of bounds for operand dimension (${extent}) at index ${d}`;
  }
  const wide = [...numbers.collapsedSliceDims, ...numbers.operandBatchingDims].find((d) => (sliceSizes[d] ?? 0) > 1);
  if (wide !== undefined)
    return `slice_sizes at collapsed or batching dimension ${wide} must be at most 1, but got ${sliceSizes[wide]}`;
  const offsets = keptDimensions(rank, numbers).length;
  if (numbers.offsetDims.length !== offsets)
    return `offset_dims size (${numbers.offsetDims.length}) is not equal to the number of slice dimensions that are kept (${offsets})`;
  const inferred = gatherShape(indices, sliceSizes, numbers);
  return (
    verifyDimensions(numbers.offsetDims, inferred.length, "offset_dims") ??
    verifyInferred(result, inferred, elementOf(operand))
  );
}

type Prepared = ReturnType<ValueMeaning["prepare"]>;

function prepareGather(op: Operation): Prepared {
  const view = GatherOp.match(op);
  if (view === undefined) throw new Error("not a gather");
  const { dimensionNumbers: numbers, sliceSizes } = view;
  return ([first, second], run) => {
    const [operand, indices] = [expectDense(first), expectDense(second)];
    const shape = gatherShape(indices.shape, sliceSizes, numbers);
    const result = DenseValue.zeros(shape, operand.element);
    const [from, to] = [identityStrides(operand.shape), identityStrides(shape)];
    const kept = keptDimensions(sliceSizes.length, numbers);
    const batchDims = shape.flatMap((_, d) => (numbers.offsetDims.includes(d) ? [] : [d]));
    const batchPlaces = placesOf(shape, to, batchDims);
    const outPlaces = placesOf(
      shape,
      to,
      [...numbers.offsetDims].sort((a, b) => a - b),
    );
    const slicePlaces = placesOf(sliceSizes, from, kept);
    run.spend(elementCount(shape));
    let batch = 0;
    for (const { starts } of indexVectors(indices, {
      indexVectorDim: numbers.indexVectorDim,
      map: numbers.startIndexMap,
      operandBatchingDims: numbers.operandBatchingDims,
      indicesBatchingDims: numbers.startIndicesBatchingDims,
      rank: operand.shape.length,
    })) {
      // Slices are moved so that they lie inside.
      const place = starts.reduce((sum, start, d) => {
        const most = (operand.shape[d] ?? 0) - (sliceSizes[d] ?? 0);
        return sum + Math.max(0, Math.min(start, most)) * (from[d] ?? 0);
      }, 0);
      const out = batchPlaces[batch++] ?? 0;
      for (let i = 0; i < outPlaces.length; i++) result.set(out + outPlaces[i]!, operand.get(place + slicePlaces[i]!));
    }
    return [result];
  };
}

export const GatherOp = defineOp({
  name: "stablehlo.gather",
  summary: "Slices of the operand at computed places, put together.",
  example: gatherExample,
  operands: { operand: AnyTensor, start_indices: IntTensor },
  properties: {
    dimension_numbers: GatherDimensionNumbersProperty,
    slice_sizes: I64ArrayProperty,
    indices_are_sorted: optionalProperty(BoolProperty),
  },
  results: { result: AnyTensor },
  traits: ["Pure"],
  verify: verifyGather,
  meaning: onValues((op) => prepareGather(op)),
});

export const gatherOps: readonly OpDefinition[] = [GatherOp];
