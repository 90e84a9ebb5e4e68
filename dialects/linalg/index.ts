// The linalg dialect: structured operations on tensors and buffers.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import { IteratorTypeAttr, TypeFnAttr } from "./attributes.ts";
import { linalgPatterns } from "./canonicalize.ts";
import { contractionOps } from "./ops/contractions.ts";
import { elementwiseOps } from "./ops/elementwise.ts";
import { GenericOp } from "./ops/generic.ts";
import { mapReduceOps } from "./ops/map-reduce.ts";
import { permutationOps } from "./ops/permutations.ts";
import { windowOps } from "./ops/windows.ts";
import { IndexOp, YieldOp } from "./yield.ts";

export { IteratorTypeAttr, TypeFnAttr, type IteratorType } from "./attributes.ts";
export {
  contractionLoops, depthLoop, isContraction, matrixLoops, type ContractionLoops, type MatrixLoops,
} from "./contraction.ts"; // prettier-ignore
export { einsum, indexingMapsAttr, iteratorsOf } from "./define-structured-op.ts";
export {
  hasPureBufferSemantics, hasPureTensorSemantics, linalgOp, LinalgOpInterface, operandShape, staticLoopRanges,
  type LinalgOp, type StructuredFacts,
} from "./linalg-op.ts"; // prettier-ignore
export {
  BatchMatmulOp, BatchMatvecOp, BatchReduceMatmulOp, BatchVecmatOp, DotOp, MatmulOp, MatvecOp, Mmt4DOp, VecmatOp,
} from "./ops/contractions.ts"; // prettier-ignore
export {
  AbsOp, AddOp, CeilOp, CopyOp, DivOp, DivUnsignedOp, ErfOp, ExpOp, FillOp, FloorOp, LogOp, MaxOp, MinOp, MulOp, NegFOp,
  ReciprocalOp, RoundOp, RsqrtOp, SelectOp, SqrtOp, SquareOp, SubOp, TanhOp,
} from "./ops/elementwise.ts"; // prettier-ignore
export { GenericOp, yieldsItsInput } from "./ops/generic.ts";
export { MapOp, ReduceOp } from "./ops/map-reduce.ts";
export { BroadcastOp, TransposeOp } from "./ops/permutations.ts";
export {
  Conv1DNwcWcfOp, Conv2DNchwFchwOp, Conv2DNhwcFhwcOp, Conv2DNhwcHwcfOp, DepthwiseConv2DNhwcHwcOp, PoolingNchwMaxOp,
  PoolingNchwSumOp, PoolingNhwcMaxOp, PoolingNhwcMinOp, PoolingNhwcSumOp,
} from "./ops/windows.ts"; // prettier-ignore
export { emitBinary, emitCast, type BinaryKind } from "./scalar-body.ts";
export { IndexOp, YieldOp } from "./yield.ts";

/** Result names as mlir-opt gives them; ops that are not here have numbers. */
const resultNames: ReadonlyMap<string, string> = new Map([
  ["linalg.broadcast", "broadcasted"],
  ["linalg.map", "mapped"],
  ["linalg.reduce", "reduced"],
  ["linalg.transpose", "transposed"],
]);

const structuredOps = [
  GenericOp,
  ...contractionOps,
  ...elementwiseOps,
  ...permutationOps,
  ...mapReduceOps,
  ...windowOps,
];

export const linalgDialect = defineDialect({
  name: "linalg",
  summary: "Structured operations on tensors and buffers.",
  dependentDialects: ["arith", "math", "memref", "tensor"],
  ops: [YieldOp, IndexOp, ...structuredOps],
  attributes: [IteratorTypeAttr, TypeFnAttr],
  materializeConstant: materializeArithConstant,
  canonicalizationPatterns: linalgPatterns(structuredOps.map((op) => op.name)),
  suggestResultName: (op) => (op.resultCount > 0 ? resultNames.get(op.name) : undefined),
});
