// Canonicalisation of cf.br: a block that only this branch reaches is appended, one that only branches on is skipped.
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { BranchOp } from "../ops.ts";
import { collapse, isOnlyReachedThrough, singlePredecessor } from "./collapse.ts";

export const mergeWithOnlySuccessor = pattern(
  "cf.br to a block that nothing else reaches => one block",
  BranchOp,
  ({ op, dest, destOperands }, rewriter) => {
    const block = op.parentBlock;
    if (block === null || dest === block) return refuse("it leads to its own block");
    if (singlePredecessor(dest) === undefined) return refuse("other branches lead to the block");
    if (isOnlyReachedThrough(block, dest)) return refuse("the two blocks are a circle that nothing reaches");
    rewriter.eraseOp(op);
    rewriter.mergeBlocks(dest, block, destOperands);
    return true;
  },
);

export const skipBranchOnly = pattern(
  "cf.br to a block that only branches on => a branch there",
  BranchOp,
  ({ op, dest, destOperands }, rewriter) => {
    const onward = dest === op.parentBlock ? undefined : collapse({ block: dest, operands: destOperands });
    if (onward === undefined) return refuse("the block does more than to branch on");
    rewriter.replaceOp(op, BranchOp.build(rewriter, { dest: onward.block, destOperands: onward.operands }).op);
    return true;
  },
);
