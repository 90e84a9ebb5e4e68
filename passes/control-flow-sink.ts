// control-flow-sink: what only one region of a conditional op needs is computed there.
import { dominanceAnalysis, type Dominance } from "../ir/analysis/dominance.ts";
import { isMemoryEffectFree } from "../ir/analysis/effects.ts";
import type { Region } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import { walkPostOrder } from "../ir/core/walk.ts";
import { RegionBranchOpInterface } from "../ir/define/region-branch.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";

/** Whether all users run only when the region does. */
function isUsedOnlyIn(op: Operation, region: Region, dominance: Dominance): boolean {
  for (const result of op.results) {
    for (let use = result.firstUse; use !== null; use = use.nextUse) {
      let at = use.owner.parentBlock;
      while (at !== null && at.parentRegion !== region) at = at.parentOp?.parentBlock ?? null;
      if (at === null || !dominance.blockDominates(region.entry, at)) return false;
    }
  }
  return true;
}

/** Sinks into one region what only it uses. Returns how many ops moved. */
function sinkInto(region: Region, dominance: Dominance, rewriter: Rewriter): number {
  let sunk = 0;
  const stack: Operation[] = [];
  const sinkOperands = (user: Operation): void => {
    for (let i = 0; i < user.operandCount; i++) {
      const op = user.operand(i).definingOp;
      if (op === null || op.parentRegion === region) continue;
      if (!isUsedOnlyIn(op, region, dominance) || !isMemoryEffectFree(op)) continue;
      const { firstOp } = region.entry;
      if (firstOp === null) continue;
      op.context.remarks?.({
        kind: "passed",
        category: "control-flow-sink",
        name: "sink",
        op,
        args: { Operation: op.name },
      });
      rewriter.moveOpBefore(op, firstOp);
      sunk++;
      stack.push(op);
    }
  };
  // From the last op to the first, each followed by what it brought: the order in which MLIR moves them.
  for (const block of region.blocks) stack.push(...block.ops());
  for (let op = stack.pop(); op !== undefined; op = stack.pop()) sinkOperands(op);
  return sunk;
}

export const controlFlowSinkPass = definePass({
  name: "control-flow-sink",
  summary: "Sink operations into conditional blocks",
  statistics: { "num-sunk": "Number of operations sunk" },
  run: (root, { context, listener, count, analysis, preserve }) => {
    const rewriter = new Rewriter(context, listener);
    const dominance = analysis(dominanceAnalysis);
    preserve(dominanceAnalysis);
    for (const op of walkPostOrder(root)) {
      if (op.regions.length === 0 || RegionBranchOpInterface.of(op)?.runsRegionsOnce !== true) continue;
      for (const region of op.regions) if (!region.isEmpty) count("num-sunk", sinkInto(region, dominance, rewriter));
    }
  },
});
