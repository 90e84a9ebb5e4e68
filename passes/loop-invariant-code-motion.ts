// loop-invariant-code-motion: what a loop computes anew each time from values outside goes in front of it.
import { isMemoryEffectFree, isSpeculatable, isTerminator } from "../ir/analysis/effects.ts";
import type { Region } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { Remark } from "../ir/core/remark.ts";
import type { Value } from "../ir/core/value.ts";
import { walk, walkPostOrder } from "../ir/core/walk.ts";
import { LoopLikeOpInterface } from "../ir/define/op-interfaces.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";

function isDefinedOutside(value: Value, loopRegion: Region): boolean {
  const region = value.parentBlock?.parentRegion;
  return region === null || region === undefined || !region.isWithin(loopRegion);
}

/** Whether every value that the op and what it holds use comes from outside the loop's region, or is defined inside the op. */
function dependsOnlyOnOutside(op: Operation, loopRegion: Region): boolean {
  for (const inner of walk(op)) {
    for (const value of inner.operands) {
      const holder = value.parentBlock?.parentOp;
      if (!isDefinedOutside(value, loopRegion) && !holder?.isWithin(op)) return false;
    }
  }
  return true;
}

function hoistRemark(op: Operation, obstacle: string | undefined): Remark {
  const args = { Operation: op.name, ...(obstacle === undefined ? {} : { Reason: obstacle }) };
  const kind = obstacle === undefined ? "passed" : "missed";
  return { kind, category: "loop-invariant-code-motion", name: "hoist", op, args };
}

/** Hoists out of one loop. Returns how many ops moved. */
export function hoistLoopInvariants(loop: Operation, regions: readonly Region[], rewriter: Rewriter): number {
  let moved = 0;
  for (const region of regions) {
    const worklist: Operation[] = [];
    for (const block of region.blocks) worklist.push(...block.ops());
    for (let next = 0; next < worklist.length; next++) {
      const op = worklist[next];
      if (op === undefined || op.parentRegion !== region || isTerminator(op)) continue;
      const obstacle = !isMemoryEffectFree(op)
        ? "it has memory effects"
        : !isSpeculatable(op)
          ? "the loop may run no time, and what it does then is not defined"
          : undefined;
      if (obstacle !== undefined && op.context.remarks === undefined) continue;
      if (!dependsOnlyOnOutside(op, region)) continue;
      op.context.remarks?.(hoistRemark(op, obstacle));
      if (obstacle !== undefined) continue;
      rewriter.moveOpBefore(op, loop);
      moved++;
      // What uses its results may be invariant now.
      for (const result of op.results)
        for (const user of result.users()) if (user.parentRegion === region) worklist.push(user);
    }
  }
  return moved;
}

export const loopInvariantCodeMotionPass = definePass({
  name: "loop-invariant-code-motion",
  summary: "Hoist loop invariant instructions outside of the loop",
  run: (root, { context, listener }) => {
    const rewriter = new Rewriter(context, listener);
    for (const op of walkPostOrder(root)) {
      const regions = LoopLikeOpInterface.of(op)?.(op);
      if (regions !== undefined && op.parentBlock !== null) hoistLoopInvariants(op, regions, rewriter);
    }
  },
});
