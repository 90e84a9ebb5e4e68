// The affine dialect, as far as other dialects' lowerings make it: indices computed by affine maps.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import { affinePatterns } from "./canonicalize.ts";
import { ApplyOp, MaxOp, MinOp } from "./ops.ts";

export { ApplyOp, MaxOp, MinOp };
export { applyMap, minOfMap } from "./build.ts";

export const affineDialect = defineDialect({
  name: "affine",
  summary: "Indices computed by affine maps.",
  dependentDialects: ["arith"],
  ops: [ApplyOp, MinOp, MaxOp],
  canonicalizationPatterns: affinePatterns,
  materializeConstant: materializeArithConstant,
});
