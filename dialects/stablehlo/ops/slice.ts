// Parts of tensors: slice, concatenate, pad, and slices at indices that are computed.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { variadic } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { I64ArrayProperty, I64Property } from "../../../ir/define/properties.ts";
import { onValues, type RuntimeValue, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import { expectDense, expectInteger } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { copyDense, densePart, wholePart } from "../../tensor/dense-copy.ts";
import { listDirectives } from "../text/lists.ts";
import { AnyTensor, compatibleShapes, elementOf, IntScalar, ScalarTensor, shapeOf } from "../types.ts";
import { isKnown, quoted, verifyInferred } from "../verify.ts";
import { restrided } from "./reshape.ts";
import {
  generateConcatenate,
  generateSlice,
  generatePad,
  generateDynamicSlice,
  generateDynamicUpdateSlice,
} from "../generation.ts";

type Prepared = ReturnType<ValueMeaning["prepare"]>;

const sliceExtent = (start: number, limit: number, stride: number): number =>
  Math.max(0, Math.ceil((limit - start) / stride));

function prepareSlice(op: Operation): Prepared {
  const view = SliceOp.match(op);
  if (view === undefined) throw new Error("not a slice");
  const { startIndices: starts, limitIndices: limits, strides: steps } = view;
  const shape = starts.map((start, d) => sliceExtent(start, limits[d] ?? 0, steps[d] ?? 1));
  return ([operand]) => {
    const source = expectDense(operand);
    const part = densePart(source, starts, shape, steps);
    return [restrided(source, shape, part.strides, part.offset)];
  };
}

export const SliceOp = defineOp({
  name: "stablehlo.slice",
  summary: "The elements from start to below limit, by a stride.",
  operands: { operand: AnyTensor },
  properties: { start_indices: I64ArrayProperty, limit_indices: I64ArrayProperty, strides: I64ArrayProperty },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$operand custom<SliceRanges>($start_indices, $limit_indices, $strides) attr-dict `:` functional-type(operands, results)",
  customDirectives: listDirectives,
  verify: ({ operand, startIndices: starts, limitIndices: limits, strides, result }) => {
    const shape = shapeOf(operand);
    for (const [name, list] of [
      ["start_indices", starts],
      ["limit_indices", limits],
      ["strides", strides],
    ] as const) {
      if (list.length !== shape.length)
        return `the number of elements in ${name} (${list.length}) does not match the rank of the operand (${shape.length})`;
    }
    const extents: number[] = [];
    for (const [d, extent] of shape.entries()) {
      const [start = 0, limit = 0, stride = 1] = [starts[d], limits[d], strides[d]];
      if (start < 0) return `negative start index ${start} in dimension ${d}`;
      if (isKnown(extent) && limit > extent)
        return `limit index ${limit} is larger than dimension size ${extent} in dimension ${d}`;
      if (start > limit) return `start index ${start} is larger than limit index ${limit} in dimension ${d}`;
      if (stride <= 0) return `stride must be positive but got ${stride} in dimension ${d}`;
      extents.push(sliceExtent(start, limit, stride));
    }
    return verifyInferred(result, extents, elementOf(operand));
  },
  fold: ({ operand, result, startIndices, strides }) =>
    operand.type === result.type &&
    startIndices.every((start) => start === 0) &&
    strides.every((stride) => stride === 1)
      ? [operand]
      : undefined,
  generate: generateSlice,
  meaning: onValues((op) => prepareSlice(op)),
});

function concatenatedShape(inputs: readonly Value[], dimension: number): readonly number[] {
  const extents = inputs.map((input) => shapeOf(input)[dimension] ?? 0);
  const total = extents.includes(DYNAMIC) ? DYNAMIC : extents.reduce((sum, extent) => sum + extent, 0);
  return shapeOf(inputs[0]!).map((extent, d) => (d === dimension ? total : extent));
}

function prepareConcatenate(op: Operation): Prepared {
  const dimension = ConcatenateOp.match(op)?.dimension ?? 0;
  return (operands) => {
    const inputs = operands.map(expectDense);
    const [first] = inputs;
    if (first === undefined) throw new Error("a concatenation has operands");
    const total = inputs.reduce((sum, { shape }) => sum + (shape[dimension] ?? 0), 0);
    const result = DenseValue.zeros(
      first.shape.map((extent, d) => (d === dimension ? total : extent)),
      first.element,
    );
    const strides = identityStrides(result.shape);
    let at = 0;
    for (const input of inputs) {
      copyDense(wholePart(input), { value: result, offset: at * (strides[dimension] ?? 0), strides }, input.shape);
      at += input.shape[dimension] ?? 0;
    }
    return [result];
  };
}

export const ConcatenateOp = defineOp({
  name: "stablehlo.concatenate",
  summary: "Tensors one after the other along a dimension.",
  operands: { inputs: variadic(AnyTensor) },
  properties: { dimension: I64Property },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat:
    "custom<VariadicOperandWithAttribute>($inputs) `dim` `=` $dimension attr-dict `:` functional-type(operands, results)",
  customDirectives: listDirectives,
  inferResultTypes: ({ operands, properties: [dimension] }) => {
    const [first] = operands;
    if (first === undefined || dimension?.kind !== "integer") return undefined;
    return [tensorType(concatenatedShape(operands, Number(dimension.value)), elementOf(first))];
  },
  verify: ({ inputs, dimension, result }) => {
    const [first] = inputs;
    if (first === undefined) return "expects at least one operand";
    const rank = shapeOf(first).length;
    if (dimension < 0 || dimension >= rank) return `dimension ${dimension} is out-of-bounds for input rank ${rank}`;
    const other = (input: Value): readonly number[] => shapeOf(input).filter((_, d) => d !== dimension);
    const wrong = inputs.findIndex(
      (input) =>
        shapeOf(input).length !== rank ||
        !compatibleShapes(other(input), other(first)) ||
        elementOf(input) !== elementOf(first),
    );
    if (wrong >= 0)
      return `shapes of operand 0 (${quoted(first.type)}) and ${wrong} (${quoted(inputs[wrong]!.type)}) do not match at dimensions other than ${dimension}`;
    return verifyInferred(result, concatenatedShape(inputs, dimension), elementOf(first));
  },
  generate: generateConcatenate,
  fold: ({ inputs, result }) => (inputs.length === 1 && inputs[0]?.type === result.type ? [inputs[0]] : undefined),
  meaning: onValues((op) => prepareConcatenate(op)),
});

const paddedExtent = (extent: number, low: number, high: number, interior: number): number =>
  extent + low + high + interior * Math.max(extent - 1, 0);

function preparePad(op: Operation): Prepared {
  const view = PadOp.match(op);
  if (view === undefined) throw new Error("not a pad");
  const { edgePaddingLow: low, edgePaddingHigh: high, interiorPadding: interior } = view;
  return ([operand, padding]) => {
    const source = expectDense(operand);
    const shape = source.shape.map((extent, d) => paddedExtent(extent, low[d] ?? 0, high[d] ?? 0, interior[d] ?? 0));
    const result = DenseValue.splat(shape, source.element, expectDense(padding).get(0));
    const own = identityStrides(source.shape);
    const strides = identityStrides(shape);
    // The elements that land inside: those from `first` on, as many as fit.
    const first: number[] = [];
    const sizes = shape.map((extent, d) => {
      const [edge, step] = [low[d] ?? 0, 1 + (interior[d] ?? 0)];
      const begin = edge >= 0 ? 0 : Math.ceil(-edge / step);
      const end = Math.min((source.shape[d] ?? 0) - 1, Math.floor((extent - 1 - edge) / step));
      first.push(begin);
      return Math.max(0, end - begin + 1);
    });
    const offset = (list: readonly number[], at: (d: number) => number): number =>
      list.reduce((sum, stride, d) => sum + stride * at(d), 0);
    const from = { value: source, offset: offset(own, (d) => first[d] ?? 0), strides: own };
    const place = (d: number): number => (low[d] ?? 0) + (first[d] ?? 0) * (1 + (interior[d] ?? 0));
    const to = {
      value: result,
      offset: offset(strides, place),
      strides: strides.map((stride, d) => stride * (1 + (interior[d] ?? 0))),
    };
    copyDense(from, to, sizes);
    return [result];
  };
}

export const PadOp = defineOp({
  name: "stablehlo.pad",
  summary: "A value around a tensor, and between its elements; negative amounts cut off.",
  example: `func.func @main(%x: tensor<3xf32>, %value: tensor<f32>) -> tensor<8xf32> {
  %0 = stablehlo.pad %x, %value, low = [1], high = [2], interior = [1] : (tensor<3xf32>, tensor<f32>) -> tensor<8xf32>
  return %0 : tensor<8xf32>
}`,
  operands: { operand: AnyTensor, padding_value: ScalarTensor },
  properties: {
    edge_padding_low: I64ArrayProperty,
    edge_padding_high: I64ArrayProperty,
    interior_padding: I64ArrayProperty,
  },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$operand `,` $padding_value `,` `low` `=` $edge_padding_low `,` `high` `=` $edge_padding_high `,` `interior` `=` $interior_padding attr-dict `:` functional-type(operands, results)",
  verify: ({
    operand,
    paddingValue,
    edgePaddingLow: low,
    edgePaddingHigh: high,
    interiorPadding: interior,
    result,
  }) => {
    const shape = shapeOf(operand);
    for (const [name, list] of [
      ["edge_padding_low", low],
      ["edge_padding_high", high],
      ["interior_padding", interior],
    ] as const) {
      if (list.length !== shape.length)
        return `${name} length (${list.length}) must match operand rank (${shape.length})`;
    }
    if (elementOf(paddingValue) !== elementOf(operand))
      return `padding value ${quoted(paddingValue.type)} does not have the element type of ${quoted(operand.type)}`;
    const negative = interior.findIndex((amount) => amount < 0);
    if (negative >= 0) return `interior padding cannot be negative: ${interior[negative]} in dimension ${negative}`;
    const extents = shape.map((extent, d) =>
      isKnown(extent) ? paddedExtent(extent, low[d] ?? 0, high[d] ?? 0, interior[d] ?? 0) : DYNAMIC,
    );
    const gone = extents.findIndex((extent) => isKnown(extent) && extent < 0);
    if (gone >= 0) return `padding results in negative size ${extents[gone]} for dimension ${gone}`;
    return verifyInferred(result, extents, elementOf(operand));
  },
  generate: generatePad,
  meaning: onValues((op) => preparePad(op)),
});

/** Start indices, moved so that the slice stays inside. */
function clampedStarts(indices: readonly RuntimeValue[], shape: readonly number[], sizes: readonly number[]): number[] {
  return indices.map((index, d) => {
    const start = Number(expectInteger(expectDense(index).get(0), "a start index"));
    return Math.max(0, Math.min(start, (shape[d] ?? 0) - (sizes[d] ?? 0)));
  });
}

const ones = (sizes: readonly number[]): number[] => sizes.map(() => 1);

function prepareDynamicSlice(op: Operation): Prepared {
  const sizes = DynamicSliceOp.match(op)?.sliceSizes ?? [];
  return ([operand, ...indices]) => {
    const source = expectDense(operand);
    const part = densePart(source, clampedStarts(indices, source.shape, sizes), sizes, ones(sizes));
    return [restrided(source, sizes, part.strides, part.offset)];
  };
}

function verifyStartIndices(indices: readonly Value[], rank: number): string | undefined {
  if (indices.length !== rank)
    return `has mismatched number of start indices (${indices.length}) and the rank of operand (${rank})`;
  const [first] = indices;
  const wrong = indices.find((index) => index.type !== first?.type);
  return wrong === undefined || first === undefined
    ? undefined
    : `start indices must have same element type, but got ${quoted(first.type)} and ${quoted(wrong.type)}`;
}

export const DynamicSliceOp = defineOp({
  name: "stablehlo.dynamic_slice",
  summary: "A slice that begins at computed indices, which are moved so that it lies inside.",
  operands: { operand: AnyTensor, start_indices: variadic(IntScalar) },
  properties: { slice_sizes: I64ArrayProperty },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$operand `,` custom<VariadicOperandWithAttribute>($start_indices) `sizes` `=` $slice_sizes attr-dict `:` functional-type(operands, results)",
  customDirectives: listDirectives,
  inferResultTypes: ({ operands: [operand], properties: [sizes] }) =>
    operand && sizes?.kind === "dense_array" ? [tensorType(sizes.values.map(Number), elementOf(operand))] : undefined,
  verify: ({ operand, startIndices, sliceSizes, result }) => {
    const shape = shapeOf(operand);
    if (sliceSizes.length !== startIndices.length) {
      return `has mismatched number of slice sizes (${sliceSizes.length}) and number of start indices (${startIndices.length})`;
    }
    for (const [d, size] of sliceSizes.entries()) {
      if (size < 0) return `has negative size index to dynamic slice: ${size}`;
      const extent = shape[d];
      if (isKnown(extent) && size > extent)
        return `has slice size ${size} greater than dimension size ${extent} in dimension ${d} of operand`;
    }
    return verifyStartIndices(startIndices, shape.length) ?? verifyInferred(result, sliceSizes, elementOf(operand));
  },
  generate: generateDynamicSlice,
  meaning: onValues((op) => prepareDynamicSlice(op)),
});

function prepareDynamicUpdateSlice(): Prepared {
  return ([operand, replacement, ...indices]) => {
    const update = expectDense(replacement);
    const result = expectDense(operand).clone();
    const starts = clampedStarts(indices, result.shape, update.shape);
    copyDense(wholePart(update), densePart(result, starts, update.shape, ones(update.shape)), update.shape);
    return [result];
  };
}

export const DynamicUpdateSliceOp = defineOp({
  name: "stablehlo.dynamic_update_slice",
  summary: "The operand with a slice replaced that begins at computed indices, moved so that it lies inside.",
  operands: { operand: AnyTensor, update: AnyTensor, start_indices: variadic(IntScalar) },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat: "operands attr-dict `:` functional-type(operands, results)",
  inferResultTypes: ({ operands: [operand] }) => operand && [operand.type],
  verify: ({ operand, update, startIndices, result }) => {
    const [shape, sizes] = [shapeOf(operand), shapeOf(update)];
    if (elementOf(operand) !== elementOf(update))
      return `operand ${quoted(operand.type)} and update ${quoted(update.type)} differ in element type`;
    if (sizes.length !== shape.length)
      return `update rank does not match operand rank: ${sizes.length} vs ${shape.length}`;
    const larger = sizes.findIndex((size, d) => isKnown(size) && isKnown(shape[d]) && size > (shape[d] ?? 0));
    if (larger >= 0)
      return `expects size at dimension ${larger} of update to be in range [0, ${shape[larger]}]. Got: ${sizes[larger]}`;
    return verifyStartIndices(startIndices, shape.length) ?? verifyInferred(result, shape, elementOf(operand));
  },
  generate: generateDynamicUpdateSlice,
  meaning: onValues(prepareDynamicUpdateSlice),
});

export const sliceOps: readonly OpDefinition[] = [ConcatenateOp, DynamicSliceOp, DynamicUpdateSliceOp, PadOp, SliceOp];
