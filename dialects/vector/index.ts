// The vector dialect: values of static shape, and their transfers to and from tensors and memrefs.
import type { Operation } from "../../ir/core/operation.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import { CombiningKindAttr, IteratorTypeAttr } from "./attributes.ts";
import { vectorCanonicalizationPatterns } from "./canonicalize.ts";
import { ContractionOp, FMAOp, OuterProductOp } from "./ops/contract.ts";
import { ExtractOp, FromElementsOp, InsertOp, ToElementsOp } from "./ops/element.ts";
import { GatherOp, ScatterOp } from "./ops/gather.ts";
import { ConstantMaskOp, CreateMaskOp, MaskOp, StepOp, YieldOp } from "./ops/mask.ts";
import { CompressStoreOp, ExpandLoadOp, LoadOp, MaskedLoadOp, MaskedStoreOp, StoreOp } from "./ops/memory.ts";
import { MultiDimReductionOp, ReductionOp, ScanOp } from "./ops/reduction.ts";
import { BitCastOp, BroadcastOp, ShapeCastOp, TransposeOp } from "./ops/shape.ts";
import { DeinterleaveOp, ExtractStridedSliceOp, InsertStridedSliceOp, InterleaveOp, ShuffleOp } from "./ops/slice.ts";
import { TransferReadOp, TransferWriteOp } from "./ops/transfer.ts";

export { CombiningKindAttr, IteratorTypeAttr, type CombiningKind, type IteratorType } from "./attributes.ts";
export { combineFunction, combines, neutralElement } from "./combine.ts";
export { MaskableOpInterface, MaskingOpInterface } from "./masking.ts";
export { contractionExtents } from "./ops/contract.ts";
export { positionArguments, positionsOf } from "./ops/element.ts";
export { minorIdentityMap, transferDims, transferMaskType } from "./transfer-syntax.ts";
export { vectorTypeOf } from "./types.ts";
export {
  BitCastOp,
  BroadcastOp,
  CompressStoreOp,
  ConstantMaskOp,
  ContractionOp,
  CreateMaskOp,
  DeinterleaveOp,
  ExpandLoadOp,
  ExtractOp,
  ExtractStridedSliceOp,
  FMAOp,
  FromElementsOp,
  GatherOp,
  InsertOp,
  InsertStridedSliceOp,
  InterleaveOp,
  LoadOp,
  MaskedLoadOp,
  MaskedStoreOp,
  MaskOp,
  MultiDimReductionOp,
  OuterProductOp,
  ReductionOp,
  ScanOp,
  ScatterOp,
  ShapeCastOp,
  ShuffleOp,
  StepOp,
  StoreOp,
  ToElementsOp,
  TransferReadOp,
  TransferWriteOp,
  TransposeOp,
  YieldOp,
};

/** The names that mlir-opt gives several results of one op. */
const resultNames: Readonly<Record<string, readonly string[]>> = {
  "vector.scan": ["dest", "accumulated_value"],
  "vector.deinterleave": ["res1", "res2"],
};

export const vectorDialect = defineDialect({
  name: "vector",
  summary: "Vectors of static shape, and their transfers to and from tensors and memrefs.",
  dependentDialects: ["arith", "memref"],
  ops: [
    ContractionOp,
    ReductionOp,
    MultiDimReductionOp,
    BroadcastOp,
    ShuffleOp,
    InterleaveOp,
    DeinterleaveOp,
    ExtractOp,
    FMAOp,
    ToElementsOp,
    FromElementsOp,
    InsertOp,
    InsertStridedSliceOp,
    OuterProductOp,
    ExtractStridedSliceOp,
    TransferReadOp,
    TransferWriteOp,
    LoadOp,
    StoreOp,
    MaskedLoadOp,
    MaskedStoreOp,
    GatherOp,
    ScatterOp,
    ExpandLoadOp,
    CompressStoreOp,
    ShapeCastOp,
    BitCastOp,
    ConstantMaskOp,
    CreateMaskOp,
    MaskOp,
    TransposeOp,
    ScanOp,
    StepOp,
    YieldOp,
  ],
  attributes: [CombiningKindAttr, IteratorTypeAttr],
  canonicalizationPatterns: vectorCanonicalizationPatterns,
  materializeConstant: materializeArithConstant,
  suggestResultName: (op: Operation) => resultNames[op.name],
});
