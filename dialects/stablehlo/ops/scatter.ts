// scatter: updates combined into the inputs at computed places.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { BoolProperty, optionalProperty } from "../../../ir/define/properties.ts";
import { control, type ControlMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import type { DenseValue } from "../../../ir/interpret/value.ts";
import { ScatterDimensionNumbersProperty, type ScatterDimensionNumbers } from "../attributes/dimension-numbers.ts";
import { indexVectors } from "../run/index-vectors.ts";
import { placesOf } from "../run/multiply-accumulate.ts";
import { accumulate, promoted, reducerOf, type ReductionSteps } from "../run/reducer.ts";
import { AnyTensor, compatibleShapes, elementOf, IntTensor, shapeOf } from "../types.ts";
import { isKnown, mismatch, quoted, verifyDimensions } from "../verify.ts";
import { scalarTypes, verifyRegionTypes } from "../verify-body.ts";
import { scatterExample } from "../examples.ts";

type Prepared = ReturnType<ControlMeaning["prepare"]>;

interface ScatterView {
  readonly op: Operation;
  readonly inputs: readonly Value[];
  readonly scatterIndices: Value;
  readonly updates: readonly Value[];
  readonly scatterDimensionNumbers: ScatterDimensionNumbers;
  readonly results: readonly Value[];
}

function verifyScatter({
  op,
  inputs,
  scatterIndices,
  updates,
  scatterDimensionNumbers: numbers,
  results,
}: ScatterView): string | undefined {
  const [input, update] = [inputs[0], updates[0]];
  if (input === undefined || update === undefined || inputs.length !== updates.length)
    return `expects as many updates as inputs, at least one, but got ${inputs.length} inputs and ${updates.length} updates`;
  if (inputs.some((value) => !compatibleShapes(shapeOf(value), shapeOf(input))))
    return `expects all inputs to have one shape, but got ${inputs.map((value) => quoted(value.type)).join(", ")}`;
  if (updates.some((value) => !compatibleShapes(shapeOf(value), shapeOf(update))))
    return `expects all updates to have one shape, but got ${updates.map((value) => quoted(value.type)).join(", ")}`;
  const [rank, updateRank, indices] = [shapeOf(input).length, shapeOf(update).length, shapeOf(scatterIndices)];
  const window = numbers.updateWindowDims.length + numbers.insertedWindowDims.length + numbers.inputBatchingDims.length;
  if (window !== rank)
    return `expects rank of input (${rank}) to be the sum of update_window_dims, inserted_window_dims and input_batching_dims (${window})`;
  if (numbers.indexVectorDim < 0 || numbers.indexVectorDim > indices.length)
    return `expects scatter index leaf dimension ${numbers.indexVectorDim} to be within [0, rank(scatter_indices) + 1)`;
  const dimensions =
    verifyDimensions(numbers.updateWindowDims, updateRank, "update_window_dims") ??
    verifyDimensions(
      [...numbers.insertedWindowDims, ...numbers.inputBatchingDims],
      rank,
      "the list of inserted_window_dims and input_batching_dims",
    ) ??
    verifyDimensions(
      [...numbers.scatterDimsToOperandDims, ...numbers.inputBatchingDims],
      rank,
      "the list of scatter_dims_to_operand_dims and input_batching_dims",
    ) ??
    verifyDimensions(numbers.scatterIndicesBatchingDims, indices.length, "scatter_indices_batching_dims");
  if (dimensions !== undefined) return dimensions;
  const vector = numbers.indexVectorDim === indices.length ? 1 : (indices[numbers.indexVectorDim] ?? 1);
  if (isKnown(vector) && vector !== numbers.scatterDimsToOperandDims.length)
    return `scatter_dims_to_operand_dims has ${numbers.scatterDimsToOperandDims.length} elements and the bound of dimension index_vector_dim=${numbers.indexVectorDim} of scatter_indices is ${vector}`;
  if (numbers.inputBatchingDims.length !== numbers.scatterIndicesBatchingDims.length)
    return "input_batching_dims and scatter_indices_batching_dims should have the same size";
  const batch = indices.filter((_, d) => d !== numbers.indexVectorDim);
  const updateBatch = shapeOf(update).filter((_, d) => !numbers.updateWindowDims.includes(d));
  if (!compatibleShapes(batch, updateBatch))
    return `expects the batch extents of scatter_indices (${batch.join(", ")}) and of the updates (${updateBatch.join(", ")}) to be the same`;
  const windowDims = windowDimensions(rank, numbers);
  for (const [i, d] of windowDims.entries()) {
    const [size, extent] = [shapeOf(update)[numbers.updateWindowDims[i] ?? 0], shapeOf(input)[d]];
    if (isKnown(size) && isKnown(extent) && size > extent)
      return `expects bounds of the window dimensions of updates to not exceed the bounds of the corresponding dimensions of operand. For dimension ${numbers.updateWindowDims[i]}, updates bound is ${size}, operand bound is ${extent}`;
  }
  const elements = results.map(elementOf);
  if (
    results.length !== inputs.length ||
    results.some((result, i) => !compatibleShapes(shapeOf(result), shapeOf(inputs[i]!)))
  ) {
    return mismatch(
      inputs.map(({ type }) => type),
      results.map(({ type }) => type),
    );
  }
  const scalars = scalarTypes(elements);
  return verifyRegionTypes(op.region(), [...scalars, ...scalars], scalars, "the update computation");
}

/** Operand dimensions that a window of the updates spans. */
const windowDimensions = (rank: number, { insertedWindowDims, inputBatchingDims }: ScatterDimensionNumbers): number[] =>
  Array.from({ length: rank }, (_, d) => d).filter(
    (d) => !insertedWindowDims.includes(d) && !inputBatchingDims.includes(d),
  );

/** Where every update goes, those whose place lies outside left out. */
function scatterSteps(
  input: DenseValue,
  indices: DenseValue,
  update: DenseValue,
  numbers: ScatterDimensionNumbers,
): ReductionSteps {
  const rank = input.shape.length;
  const [own, from] = [identityStrides(input.shape), identityStrides(update.shape)];
  const windowDims = windowDimensions(rank, numbers);
  const updateWindow = [...numbers.updateWindowDims].sort((a, b) => a - b);
  const sizes = windowDims.map((_, i) => update.shape[updateWindow[i] ?? 0] ?? 0);
  const batchDims = update.shape.flatMap((_, d) => (updateWindow.includes(d) ? [] : [d]));
  const batchPlaces = placesOf(update.shape, from, batchDims);
  const windowPlaces = placesOf(update.shape, from, updateWindow);
  const [into, taken]: [number[], number[]] = [[], []];
  const point = sizes.map(() => 0);
  let batch = 0;
  for (const { starts } of indexVectors(indices, {
    indexVectorDim: numbers.indexVectorDim,
    map: numbers.scatterDimsToOperandDims,
    operandBatchingDims: numbers.inputBatchingDims,
    indicesBatchingDims: numbers.scatterIndicesBatchingDims,
    rank,
  })) {
    const at = batchPlaces[batch++] ?? 0;
    point.fill(0);
    for (const windowPlace of windowPlaces) {
      const index = [...starts];
      windowDims.forEach((d, i) => (index[d] = (index[d] ?? 0) + (point[i] ?? 0)));
      if (index.every((i, d) => i >= 0 && i < (input.shape[d] ?? 0))) {
        into.push(index.reduce((sum, i, d) => sum + i * (own[d] ?? 0), 0));
        taken.push(at + windowPlace);
      }
      for (let i = point.length - 1; i >= 0; i--) {
        point[i] = (point[i] ?? 0) + 1;
        if ((point[i] ?? 0) < (sizes[i] ?? 0)) break;
        point[i] = 0;
      }
    }
  }
  return { into: Int32Array.from(into), from: Int32Array.from(taken) };
}

function prepareScatter(op: Operation): Prepared {
  const view = ScatterOp.match(op);
  if (view === undefined) throw new Error("not a scatter");
  const reducer = reducerOf(op.region());
  const numbers = view.scatterDimensionNumbers;
  const count = view.inputs.length;
  const elements = view.results.map(elementOf);
  return function* (operands, run) {
    const values = operands.map(expectDense);
    const [inputs, updates] = [values.slice(0, count), values.slice(count + 1)];
    const [input, indices, update] = [inputs[0], values[count], updates[0]];
    if (input === undefined || indices === undefined || update === undefined) throw new Error("a scatter has operands");
    const steps = scatterSteps(input, indices, update, numbers);
    const results = inputs.map((value, i) => {
      const element = elements[i] ?? value.element;
      return value.element === element ? value.clone() : promoted(value, element);
    });
    const sources = updates.map((value, i) => promoted(value, elements[i] ?? value.element));
    yield* accumulate(reducer, results, sources, steps, run);
    return results;
  };
}

export const ScatterOp = defineOp({
  name: "stablehlo.scatter",
  summary: "Updates combined into the inputs at computed places; those outside are dropped.",
  example: scatterExample,
  operands: { inputs: variadic(AnyTensor), scatter_indices: IntTensor, updates: variadic(AnyTensor) },
  properties: {
    scatter_dimension_numbers: ScatterDimensionNumbersProperty,
    indices_are_sorted: optionalProperty(BoolProperty),
    unique_indices: optionalProperty(BoolProperty),
  },
  results: { results: variadic(AnyTensor) },
  regions: { update_computation: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "SameVariadicOperandSize"],
  verify: verifyScatter,
  meaning: control((op) => prepareScatter(op)),
});

export const scatterOps: readonly OpDefinition[] = [ScatterOp];
