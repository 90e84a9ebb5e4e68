// Dimension numbers: which dimension of an operand plays which part in dot_general, gather, scatter.
import { i64ArrayAttr, i64Attr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Context } from "../../../ir/core/context.ts";
import type { PropertySpec } from "../../../ir/define/properties.ts";
import { attributeWhere } from "../../../ir/define/properties.ts";
import { ResultAccuracyModeAttr } from "./enums.ts";
import {
  attributeField, boolField, dimensionsField, integerField, numberField, requiredIntegerField, structAttribute, typeField,
} from "./struct-attribute.ts"; // prettier-ignore

type Dimensions = readonly number[];

export interface DotDimensionNumbers {
  readonly lhsBatching: Dimensions;
  readonly rhsBatching: Dimensions;
  readonly lhsContracting: Dimensions;
  readonly rhsContracting: Dimensions;
}

export const DotDimensionNumbersAttr = structAttribute("dot", "dimension numbers of a dot product", {
  lhs_batching_dimensions: dimensionsField,
  rhs_batching_dimensions: dimensionsField,
  lhs_contracting_dimensions: dimensionsField,
  rhs_contracting_dimensions: dimensionsField,
});

export function dotDimensionNumbersAttr(context: Context, dims: DotDimensionNumbers): Attribute {
  return DotDimensionNumbersAttr.make(context, {
    lhs_batching_dimensions: i64ArrayAttr(context, dims.lhsBatching),
    rhs_batching_dimensions: i64ArrayAttr(context, dims.rhsBatching),
    lhs_contracting_dimensions: i64ArrayAttr(context, dims.lhsContracting),
    rhs_contracting_dimensions: i64ArrayAttr(context, dims.rhsContracting),
  });
}

export const DotDimensionNumbersProperty: PropertySpec<DotDimensionNumbers, false> = {
  description: "Attribute that models the dimension information for dot",
  accepts: DotDimensionNumbersAttr.is,
  optional: false,
  decode: (a) => ({
    lhsBatching: DotDimensionNumbersAttr.numbers(a, "lhs_batching_dimensions"),
    rhsBatching: DotDimensionNumbersAttr.numbers(a, "rhs_batching_dimensions"),
    lhsContracting: DotDimensionNumbersAttr.numbers(a, "lhs_contracting_dimensions"),
    rhsContracting: DotDimensionNumbersAttr.numbers(a, "rhs_contracting_dimensions"),
  }),
  encode: (dims, context) => dotDimensionNumbersAttr(context, dims),
};

/** How a backend may compute a dot product; the meaning does not depend on it. */
export const DotAlgorithmAttr = structAttribute("dot_algorithm", "algorithm of a dot product", {
  lhs_precision_type: typeField,
  rhs_precision_type: typeField,
  accumulation_type: typeField,
  lhs_component_count: requiredIntegerField,
  rhs_component_count: requiredIntegerField,
  num_primitive_operations: requiredIntegerField,
  allow_imprecise_accumulation: boolField,
});
export const DotAlgorithmProperty = attributeWhere(
  "Attribute that models the algorithm constraints to use for computing dot",
  DotAlgorithmAttr.is,
);

export interface GatherDimensionNumbers {
  readonly offsetDims: Dimensions;
  readonly collapsedSliceDims: Dimensions;
  readonly operandBatchingDims: Dimensions;
  readonly startIndicesBatchingDims: Dimensions;
  readonly startIndexMap: Dimensions;
  readonly indexVectorDim: number;
}

export const GatherDimensionNumbersAttr = structAttribute("gather", "dimension numbers of a gather", {
  offset_dims: dimensionsField,
  collapsed_slice_dims: dimensionsField,
  operand_batching_dims: dimensionsField,
  start_indices_batching_dims: dimensionsField,
  start_index_map: dimensionsField,
  index_vector_dim: integerField,
});

export const GatherDimensionNumbersProperty: PropertySpec<GatherDimensionNumbers, false> = {
  description: "Attribute that models the dimension information for gather",
  accepts: GatherDimensionNumbersAttr.is,
  optional: false,
  decode: (a) => ({
    offsetDims: GatherDimensionNumbersAttr.numbers(a, "offset_dims"),
    collapsedSliceDims: GatherDimensionNumbersAttr.numbers(a, "collapsed_slice_dims"),
    operandBatchingDims: GatherDimensionNumbersAttr.numbers(a, "operand_batching_dims"),
    startIndicesBatchingDims: GatherDimensionNumbersAttr.numbers(a, "start_indices_batching_dims"),
    startIndexMap: GatherDimensionNumbersAttr.numbers(a, "start_index_map"),
    indexVectorDim: GatherDimensionNumbersAttr.numbers(a, "index_vector_dim")[0] ?? 0,
  }),
  encode: (dims, c) =>
    GatherDimensionNumbersAttr.make(c, {
      offset_dims: i64ArrayAttr(c, dims.offsetDims),
      collapsed_slice_dims: i64ArrayAttr(c, dims.collapsedSliceDims),
      operand_batching_dims: i64ArrayAttr(c, dims.operandBatchingDims),
      start_indices_batching_dims: i64ArrayAttr(c, dims.startIndicesBatchingDims),
      start_index_map: i64ArrayAttr(c, dims.startIndexMap),
      index_vector_dim: i64Attr(c, dims.indexVectorDim),
    }),
};

export interface ScatterDimensionNumbers {
  readonly updateWindowDims: Dimensions;
  readonly insertedWindowDims: Dimensions;
  readonly inputBatchingDims: Dimensions;
  readonly scatterIndicesBatchingDims: Dimensions;
  readonly scatterDimsToOperandDims: Dimensions;
  readonly indexVectorDim: number;
}

export const ScatterDimensionNumbersAttr = structAttribute("scatter", "dimension numbers of a scatter", {
  update_window_dims: dimensionsField,
  inserted_window_dims: dimensionsField,
  input_batching_dims: dimensionsField,
  scatter_indices_batching_dims: dimensionsField,
  scatter_dims_to_operand_dims: dimensionsField,
  index_vector_dim: integerField,
});

export const ScatterDimensionNumbersProperty: PropertySpec<ScatterDimensionNumbers, false> = {
  description: "Attribute that models the dimension information for scatter",
  accepts: ScatterDimensionNumbersAttr.is,
  optional: false,
  decode: (a) => ({
    updateWindowDims: ScatterDimensionNumbersAttr.numbers(a, "update_window_dims"),
    insertedWindowDims: ScatterDimensionNumbersAttr.numbers(a, "inserted_window_dims"),
    inputBatchingDims: ScatterDimensionNumbersAttr.numbers(a, "input_batching_dims"),
    scatterIndicesBatchingDims: ScatterDimensionNumbersAttr.numbers(a, "scatter_indices_batching_dims"),
    scatterDimsToOperandDims: ScatterDimensionNumbersAttr.numbers(a, "scatter_dims_to_operand_dims"),
    indexVectorDim: ScatterDimensionNumbersAttr.numbers(a, "index_vector_dim")[0] ?? 0,
  }),
  encode: (dims, c) =>
    ScatterDimensionNumbersAttr.make(c, {
      update_window_dims: i64ArrayAttr(c, dims.updateWindowDims),
      inserted_window_dims: i64ArrayAttr(c, dims.insertedWindowDims),
      input_batching_dims: i64ArrayAttr(c, dims.inputBatchingDims),
      scatter_indices_batching_dims: i64ArrayAttr(c, dims.scatterIndicesBatchingDims),
      scatter_dims_to_operand_dims: i64ArrayAttr(c, dims.scatterDimsToOperandDims),
      index_vector_dim: i64Attr(c, dims.indexVectorDim),
    }),
};

/** How close a result has to be; the interpreter's are as close as doubles allow. */
export const ResultAccuracyAttr = structAttribute("result_accuracy", "accuracy of a result", {
  atol: numberField,
  rtol: numberField,
  ulps: integerField,
  mode: attributeField((context) => ResultAccuracyModeAttr.get(context, "DEFAULT")),
});
export const ResultAccuracyProperty = attributeWhere("The requested accuracy for unary ops.", ResultAccuracyAttr.is);
