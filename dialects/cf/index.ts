// The cf dialect: branches between the blocks of a region, and assertions.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { cfPatterns } from "./canonicalize/index.ts";
import { cfGeneration } from "./generation.ts";
import { AssertOp, BranchOp, CondBranchOp } from "./ops.ts";
import { SwitchOp } from "./switch.ts";

export { AssertOp, BranchOp, CondBranchOp } from "./ops.ts";
export { caseValues, caseValuesAttr, SwitchOp, switchTargets } from "./switch.ts";

export const cfDialect = defineDialect({
  name: "cf",
  summary: "Branches between blocks, and assertions.",
  dependentDialects: ["arith"],
  ops: [AssertOp, BranchOp, CondBranchOp, SwitchOp],
  canonicalizationPatterns: cfPatterns,
  generation: cfGeneration,
});
