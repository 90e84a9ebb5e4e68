// Ops that run one of their regions, made again without results that nobody uses.
import { Region } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { regionReturns } from "../../../ir/define/region-branch.ts";
import { refuse, type Pattern } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { IfOp } from "../ops/if.ts";
import { ExecuteRegionOp, IndexSwitchOp } from "../ops/yield.ts";

/** Makes the op again with the results that are kept, its regions moved over. */
export function withResults(op: Operation, kept: readonly number[], rewriter: Rewriter): Operation {
  const pick = <T>(list: readonly T[]): T[] => kept.flatMap((i) => list[i] ?? []);
  const regions = op.regions.map((region) => {
    for (const end of regionReturns(region)) rewriter.modifyInPlace(end, () => end.setOperands(pick(end.operands)));
    const moved = new Region(op.context);
    rewriter.inlineRegionBefore(region, moved);
    return moved;
  });
  return rewriter.create(
    op.name,
    {
      operands: op.operands,
      resultTypes: pick(op.results).map((result) => result.type),
      regions,
      propertySlots: [...op.properties],
      attributes: op.discardable,
    },
    op.location,
  );
}

export const unusedResultPatterns: readonly Pattern[] = [IfOp, ExecuteRegionOp, IndexSwitchOp].map(({ name }) => ({
  name: `${name} with unused results => without them`,
  root: name,
  rewrite: (op, rewriter) => {
    const kept = op.results.flatMap((result, i) => (result.hasUses ? [i] : []));
    if (kept.length === op.resultCount) return refuse("every result is used");
    const made = withResults(op, kept, rewriter);
    kept.forEach((old, i) => rewriter.replaceAllUsesWith(op.result(old), made.result(i)));
    rewriter.eraseOp(op);
    return true;
  },
}));
