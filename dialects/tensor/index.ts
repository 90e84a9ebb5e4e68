// The tensor dialect: making, slicing, reshaping tensors and reading their elements.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeComplexConstant } from "../complex/index.ts";
import { tensorPatterns } from "./canonicalize.ts";
import { elementOps } from "./elements.ts";
import { gatherScatterOps } from "./gather-scatter.ts";
import { padOps } from "./pad.ts";
import { shapeOps } from "./shapes.ts";
import { sliceOps } from "./slices.ts";

export {
  EmptyOp,
  ExtractOp,
  FromElementsOp,
  GenerateOp,
  InsertOp,
  RankOp,
  runtimeExtents,
  SplatOp,
  YieldOp,
} from "./elements.ts";
export { GatherOp, ScatterOp } from "./gather-scatter.ts";
export { ConcatOp, PadOp, paddingOf } from "./pad.ts";
export {
  BitcastOp,
  CastOp,
  CollapseShapeOp,
  DimOp,
  ExpandShapeOp,
  extentOf,
  forgetsOnly,
  ReshapeOp,
} from "./shapes.ts";
export { copyDense, densePart, wholePart, type DensePart } from "./dense-copy.ts";
export {
  expectTensorType,
  ExtractSliceOp,
  inferSliceType,
  InsertSliceOp,
  isSameSlice,
  ParallelInsertSliceOp,
} from "./slices.ts";

/** Result names as mlir-opt gives them; ops that are not here have numbers. */
const resultNames: ReadonlyMap<string, string> = new Map([
  ["tensor.cast", "cast"],
  ["tensor.collapse_shape", "collapsed"],
  ["tensor.concat", "concat"],
  ["tensor.dim", "dim"],
  ["tensor.expand_shape", "expanded"],
  ["tensor.extract", "extracted"],
  ["tensor.extract_slice", "extracted_slice"],
  ["tensor.from_elements", "from_elements"],
  ["tensor.gather", "gather"],
  ["tensor.generate", "generated"],
  ["tensor.insert", "inserted"],
  ["tensor.insert_slice", "inserted_slice"],
  ["tensor.pad", "padded"],
  ["tensor.rank", "rank"],
  ["tensor.reshape", "reshape"],
  ["tensor.scatter", "scatter"],
  ["tensor.splat", "splat"],
]);

export const tensorDialect = defineDialect({
  name: "tensor",
  summary: "Making, slicing and reshaping tensors, and reading their elements.",
  dependentDialects: ["arith", "complex"],
  ops: [...elementOps, ...sliceOps, ...shapeOps, ...padOps, ...gatherScatterOps],
  materializeConstant: materializeComplexConstant,
  canonicalizationPatterns: tensorPatterns,
  suggestResultName: (op) => resultNames.get(op.name),
});
