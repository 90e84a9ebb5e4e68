// The memref dialect: buffers, their views, and access to their elements.
import type { Operation } from "../../ir/core/operation.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import { accessOps } from "./access.ts";
import { allocationOps } from "./allocation.ts";
import { memrefPatterns } from "./canonicalize.ts";
import { castOps } from "./casts.ts";
import { globalOps } from "./global.ts";
import { metadataOps } from "./metadata.ts";
import { reshapeOps } from "./reshape.ts";
import { viewOps } from "./views.ts";

export { CopyOp, copyElements, LoadOp, StoreOp } from "./access.ts";
export {
  AllocaOp,
  allocateBuffer,
  AllocOp,
  AnyRankedOrUnrankedMemRef,
  DeallocOp,
  expectMemRefType,
  runtimeShape,
} from "./allocation.ts";
export { AssumeAlignmentOp, CastOp, disagreement, MemorySpaceCastOp } from "./casts.ts";
export { forgetsOnly } from "./cast-operand.ts";
export { GetGlobalOp, GlobalOp, writeDenseElements } from "./global.ts";
export { DimOp, ExtractAlignedPointerAsIndexOp, ExtractStridedMetadataOp, RankOp, sizeOf } from "./metadata.ts";
export { CollapseShapeOp, ExpandShapeOp } from "./reshape.ts";
export {
  areCastCompatible,
  inferCollapsedType,
  inferExpandedType,
  inferRankReducedSubviewType,
  inferSubviewType,
  isSameView,
  keptDimensions,
} from "./subview-type.ts";
export { ReinterpretCastOp, SubViewOp, ViewOp } from "./views.ts";

/** Result names as mlir-opt gives them; ops that are not here have numbers. */
const resultNames: ReadonlyMap<string, string> = new Map([
  ["memref.alloc", "alloc"],
  ["memref.alloca", "alloca"],
  ["memref.assume_alignment", "assume_align"],
  ["memref.cast", "cast"],
  ["memref.collapse_shape", "collapse_shape"],
  ["memref.dim", "dim"],
  ["memref.expand_shape", "expand_shape"],
  ["memref.extract_aligned_pointer_as_index", "intptr"],
  ["memref.memory_space_cast", "memspacecast"],
  ["memref.reinterpret_cast", "reinterpret_cast"],
  ["memref.subview", "subview"],
  ["memref.view", "view"],
]);

/** The results of extract_strided_metadata are named by groups: the array has holes where a group goes on. */
function metadataNames(op: Operation): readonly string[] {
  const rank = (op.resultCount - 2) / 2;
  const names = ["base_buffer", "offset"];
  if (rank > 0) {
    names[2] = "sizes";
    names[2 + rank] = "strides";
  }
  return names;
}

export const memrefDialect = defineDialect({
  name: "memref",
  summary: "Buffers, their views, and access to their elements.",
  dependentDialects: ["arith", "ub"],
  ops: [...allocationOps, ...accessOps, ...viewOps, ...castOps, ...metadataOps, ...reshapeOps, ...globalOps],
  materializeConstant: materializeArithConstant,
  canonicalizationPatterns: memrefPatterns,
  suggestResultName: (op) =>
    op.name === "memref.extract_strided_metadata" ? metadataNames(op) : resultNames.get(op.name),
});
