// Canonicalisation of cf.cond_br: known conditions, blocks that only branch on, one block twice, what the condition says further on.
import type { Block } from "../../../ir/core/block.ts";
import { boolAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { ConstantOp, SelectOp } from "../../arith/index.ts";
import { BranchOp, CondBranchOp } from "../ops.ts";
import { collapse, sameValues, singlePredecessor, type Destination } from "./collapse.ts";

type View = NonNullable<ReturnType<typeof CondBranchOp.match>>;

const whenTrue = ({ trueDest, trueDestOperands }: View): Destination => ({
  block: trueDest,
  operands: trueDestOperands,
});
const whenFalse = ({ falseDest, falseDestOperands }: View): Destination => ({
  block: falseDest,
  operands: falseDestOperands,
});

function branchTo({ block, operands }: Destination, op: Operation, rewriter: Rewriter): true {
  rewriter.replaceOp(op, BranchOp.build(rewriter, { dest: block, destOperands: operands }).op);
  return true;
}

const constantCondition = pattern("cf.cond_br on a constant => cf.br", CondBranchOp, (view, rewriter) => {
  const known = integerConstant(view.condition);
  if (known === undefined) return refuse("the condition is no constant");
  return branchTo(known === 0n ? whenFalse(view) : whenTrue(view), view.op, rewriter);
});

const skipBranchOnly = pattern(
  "cf.cond_br to a block that only branches on => a branch there",
  CondBranchOp,
  (view, rewriter) => {
    const [onTrue, onFalse] = [collapse(whenTrue(view)), collapse(whenFalse(view))];
    if (onTrue === undefined && onFalse === undefined) return refuse("both blocks do more than to branch on");
    const [trueTarget, falseTarget] = [onTrue ?? whenTrue(view), onFalse ?? whenFalse(view)];
    const made = CondBranchOp.build(rewriter, {
      condition: view.condition,
      trueDest: trueTarget.block,
      trueDestOperands: trueTarget.operands,
      falseDest: falseTarget.block,
      falseDestOperands: falseTarget.operands,
      branchWeights: view.branchWeights,
    });
    rewriter.replaceOp(view.op, made.op);
    return true;
  },
);

const oneBlockTwice = pattern(
  "cf.cond_br to one block twice => cf.br with selected operands",
  CondBranchOp,
  (view, rewriter) => {
    const { op, condition, trueDest, falseDest, trueDestOperands, falseDestOperands } = view;
    if (trueDest !== falseDest) return refuse("the blocks differ");
    if (sameValues(trueDestOperands, falseDestOperands)) return branchTo(whenTrue(view), op, rewriter);
    if (trueDest.predecessors.some((block) => block !== op.parentBlock)) return refuse("other blocks lead there too");
    const operands = trueDestOperands.map((trueValue, i) => {
      const falseValue = falseDestOperands[i];
      if (falseValue === undefined || falseValue === trueValue) return trueValue;
      return SelectOp.build(rewriter, { condition, trueValue, falseValue }).result;
    });
    return branchTo({ block: trueDest, operands }, op, rewriter);
  },
);

const conditionKnownByPredecessor = pattern(
  "cf.cond_br after one on the same condition => cf.br",
  CondBranchOp,
  (view, rewriter) => {
    const block = view.op.parentBlock;
    const before = block === null ? undefined : singlePredecessor(block);
    const decided = CondBranchOp.match(before?.lastOp);
    if (decided === undefined || decided.condition !== view.condition)
      return refuse("no branch on the same condition is the only one that leads here");
    return branchTo(block === decided.trueDest ? whenTrue(view) : whenFalse(view), view.op, rewriter);
  },
);

const conditionKnownInSuccessor = pattern(
  "the condition of a cf.cond_br in its blocks => true, false",
  CondBranchOp,
  ({ op, condition, trueDest, falseDest }, rewriter) => {
    const replaceIn = (block: Block, known: boolean): boolean => {
      if (singlePredecessor(block) === undefined) return false;
      const inside = [...condition.uses()].filter(({ owner }) => owner.parentBlock === block);
      if (inside.length === 0) return false;
      const { result } = ConstantOp.build(rewriter, { value: boolAttr(op.context, known) });
      for (const use of inside) rewriter.modifyInPlace(use.owner, () => use.set(result));
      return true;
    };
    const replaced = [replaceIn(trueDest, true), replaceIn(falseDest, false)];
    return replaced.includes(true) || refuse("neither block that only this branch reaches uses the condition");
  },
);

const isUnreachable = (block: Block): boolean => block.firstOp?.name === "ub.unreachable";

const unreachableBlock = pattern(
  "cf.cond_br to a block that is ub.unreachable => cf.br to the other",
  CondBranchOp,
  (view, rewriter) => {
    if (isUnreachable(view.trueDest)) return branchTo(whenFalse(view), view.op, rewriter);
    if (isUnreachable(view.falseDest)) return branchTo(whenTrue(view), view.op, rewriter);
    return refuse("neither block is ub.unreachable");
  },
);

export const condBranchPatterns = [
  constantCondition,
  skipBranchOnly,
  oneBlockTwice,
  conditionKnownByPredecessor,
  conditionKnownInSuccessor,
  unreachableBlock,
];
