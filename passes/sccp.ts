// sccp: values that are one constant on every path that control can take become that constant.
import { ConstantPropagation } from "../ir/analysis/data-flow/constant-propagation.ts";
import { DeadCodeAnalysis } from "../ir/analysis/data-flow/dead-code.ts";
import { DataFlowSolver } from "../ir/analysis/data-flow/solver.ts";
import { wouldBeDead } from "../ir/analysis/effects.ts";
import type { Block, Region } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { Value } from "../ir/core/value.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { ConstantUniquer } from "../ir/rewrite/constant-uniquer.ts";
import type { Named } from "../ir/rewrite/listener.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";

/** The rewrite, as it is told of: it starts from the op that has the value, or that holds the block whose argument it is. */
const replacement: Named = { name: "a value that is one constant => that constant" };

/** Propagates constants inside `root`, between callables that it holds too. */
export function propagateConstants(root: Operation, rewriter: Rewriter): void {
  const solver = new DataFlowSolver();
  const deadCode = solver.load(new DeadCodeAnalysis(solver));
  const constants = solver.load(new ConstantPropagation(solver, deadCode));
  solver.run(root);
  const uniquer = new ConstantUniquer(rewriter);
  const { listener } = rewriter;
  const replaceWithConstant = (value: Value, block: Block, op: Operation): boolean => {
    const known = constants.constantOf(value);
    if (known === undefined) return false;
    listener?.patternBegin?.(replacement, op);
    const constant = uniquer.getOrCreate(block, known.dialect, known.attribute, value.type);
    if (constant !== undefined) rewriter.replaceAllUsesWith(value, constant);
    listener?.patternEnd?.(replacement, constant !== undefined);
    return constant !== undefined;
  };
  const pending: Block[] = [];
  const addBlocks = (regions: readonly Region[]): void => {
    for (const { blocks } of regions) for (let i = blocks.length - 1; i >= 0; i--) pending.push(blocks[i]!);
  };
  addBlocks(root.regions);
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    for (const op of block.ops()) {
      let replacedAll = op.resultCount > 0;
      for (let i = 0; i < op.resultCount; i++)
        replacedAll = replaceWithConstant(op.result(i), block, op) && replacedAll;
      if (replacedAll && wouldBeDead(op)) rewriter.eraseOp(op);
      else addBlocks(op.regions);
    }
    const around = block.parentOp ?? root;
    for (const argument of block.arguments) replaceWithConstant(argument, block, around);
  }
}

export const sccpPass = definePass({
  name: "sccp",
  className: "SCCP",
  summary: "Sparse Conditional Constant Propagation",
  run: (root, { context, listener }) => propagateConstants(root, new Rewriter(context, listener)),
});
