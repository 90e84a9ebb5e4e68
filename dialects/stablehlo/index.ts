// The stablehlo dialect: what machine-learning frameworks export. Whole tensors, value semantics, total arithmetic.
import { Operation } from "../../ir/core/operation.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { ConvDimensionNumbersAttr } from "./attributes/convolution-numbers.ts";
import {
  DotAlgorithmAttr, DotDimensionNumbersAttr, GatherDimensionNumbersAttr, ResultAccuracyAttr, ScatterDimensionNumbersAttr,
} from "./attributes/dimension-numbers.ts"; // prettier-ignore
import {
  ComparisonDirectionAttr,
  ComparisonTypeAttr,
  PrecisionAttr,
  ResultAccuracyModeAttr,
} from "./attributes/enums.ts";
import { binaryOps } from "./ops/binary.ts";
import { constantName, ConstantOp, constantOps } from "./ops/constant.ts";
import { controlOps } from "./ops/control.ts";
import { convolutionOps } from "./ops/convolution.ts";
import { customCallOps } from "./ops/custom-call.ts";
import { dotOps } from "./ops/dot-general.ts";
import { gatherOps } from "./ops/gather.ts";
import { reduceOps } from "./ops/reduce.ts";
import { reshapeOps } from "./ops/reshape.ts";
import { scatterOps } from "./ops/scatter.ts";
import { sliceOps } from "./ops/slice.ts";
import { sortOps } from "./ops/sort.ts";
import { unaryOps } from "./ops/unary.ts";

export type { ConvolutionDimensionNumbers } from "./attributes/convolution-numbers.ts";
export type {
  DotDimensionNumbers,
  GatherDimensionNumbers,
  ScatterDimensionNumbers,
} from "./attributes/dimension-numbers.ts";
export type { ComparisonDirection } from "./attributes/enums.ts";
export {
  AddOp, AndOp, Atan2Op, ClampOp, CompareOp, DivOp, MaxOp, MinOp, MulOp, OrOp, PowOp, RemOp, SelectOp, ShiftLeftOp,
  ShiftRightArithmeticOp, ShiftRightLogicalOp, SubtractOp, XorOp,
} from "./ops/binary.ts"; // prettier-ignore
export { ConstantOp, IotaOp, OptimizationBarrierOp } from "./ops/constant.ts";
export { CaseOp, IfOp, ReturnOp, WhileOp } from "./ops/control.ts";
export { ConvolutionOp, convolutionWindow } from "./ops/convolution.ts";
export { CustomCallOp } from "./ops/custom-call.ts";
export { DotGeneralOp, freeDimensions } from "./ops/dot-general.ts";
export { GatherOp } from "./ops/gather.ts";
export { ReduceOp, reductionWindow, ReduceWindowOp } from "./ops/reduce.ts";
export { BitcastConvertOp, BroadcastInDimOp, ReshapeOp, ReverseOp, TransposeOp } from "./ops/reshape.ts";
export { ScatterOp } from "./ops/scatter.ts";
export { ConcatenateOp, DynamicSliceOp, DynamicUpdateSliceOp, PadOp, SliceOp } from "./ops/slice.ts";
export { MapOp, SelectAndScatterOp, SortOp } from "./ops/sort.ts";
export {
  AbsOp, CbrtOp, CeilOp, ClzOp, ComplexOp, ConvertOp, CosineOp, ExpOp, Expm1Op, FloorOp, ImagOp, IsFiniteOp, LogOp, Log1pOp, LogisticOp,
  NegOp, NotOp, PopulationCountOp, RealOp, ReducePrecisionOp, RoundOp, RoundNearestEvenOp, RsqrtOp, SignOp, SineOp, SqrtOp, TanOp, TanhOp,
} from "./ops/unary.ts"; // prettier-ignore
export type { WindowDimension } from "./run/window.ts";

export const stablehloDialect = defineDialect({
  name: "stablehlo",
  summary: "Programs of machine-learning frameworks: whole tensors, value semantics, total arithmetic.",
  dependentDialects: ["tensor"],
  ops: [
    ...unaryOps, ...binaryOps, ...constantOps, ...reshapeOps, ...sliceOps, ...dotOps, ...convolutionOps, ...reduceOps, ...gatherOps,
    ...scatterOps, ...sortOps, ...controlOps, ...customCallOps,
  ], // prettier-ignore
  attributes: [
    ComparisonDirectionAttr, ComparisonTypeAttr, ConvDimensionNumbersAttr, DotAlgorithmAttr, DotDimensionNumbersAttr,
    GatherDimensionNumbersAttr, PrecisionAttr, ResultAccuracyAttr, ResultAccuracyModeAttr, ScatterDimensionNumbersAttr,
  ], // prettier-ignore
  materializeConstant: (context, value, type, location) => {
    if (value.kind !== "dense" || value.type !== type) return undefined;
    return Operation.create(context, ConstantOp, location, { properties: { value }, resultTypes: [type] });
  },
  suggestResultName: (op) => (op.name === "stablehlo.constant" ? constantName(op) : undefined),
});
