// The scf dialect: structured control flow.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import { executeRegionPatterns } from "./canonicalize/execute-region.ts";
import { unusedResultPatterns } from "./canonicalize/fewer-results.ts";
import { forPatterns } from "./canonicalize/for.ts";
import { forallPatterns } from "./canonicalize/forall.ts";
import { ifPatterns } from "./canonicalize/if.ts";
import { regionBranchPatterns } from "./canonicalize/region-branch.ts";
import { parallelPatterns } from "./canonicalize/parallel.ts";
import { ForOp } from "./ops/for.ts";
import { ForallOp, InParallelOp } from "./ops/forall.ts";
import { IfOp } from "./ops/if.ts";
import { ParallelOp, ReduceOp, ReduceReturnOp } from "./ops/parallel.ts";
import { ConditionOp, WhileOp } from "./ops/while.ts";
import { ExecuteRegionOp, IndexSwitchOp, YieldOp } from "./ops/yield.ts";

export {
  ConditionOp,
  ExecuteRegionOp,
  ForallOp,
  ForOp,
  IfOp,
  IndexSwitchOp,
  InParallelOp,
  ParallelOp,
  ReduceOp,
  ReduceReturnOp,
  WhileOp,
  YieldOp,
};
export { buildFor, buildForall, buildIf, type ForArguments } from "./build.ts";
export { constantTripCount } from "./canonicalize/for.ts";
export { forallBounds, ParallelInsert, setForallBounds, type ForallBounds } from "./ops/forall.ts";

export const scfDialect = defineDialect({
  name: "scf",
  summary: "Structured control flow: loops, branches, parallel loops.",
  dependentDialects: ["arith", "cf"],
  ops: [
    ForOp,
    IfOp,
    WhileOp,
    ConditionOp,
    YieldOp,
    ForallOp,
    InParallelOp,
    ParallelOp,
    ReduceOp,
    ReduceReturnOp,
    ExecuteRegionOp,
    IndexSwitchOp,
  ],
  canonicalizationPatterns: [
    ...forPatterns,
    ...unusedResultPatterns,
    ...ifPatterns,
    ...forallPatterns,
    ...parallelPatterns,
    ...executeRegionPatterns,
    ...regionBranchPatterns,
  ],
  materializeConstant: materializeArithConstant,
});
