// int-range-optimizations: what must be one integer, going by the ranges of what it is computed from, becomes that constant; a remainder that changes nothing goes.
import { ConstantPropagation } from "../ir/analysis/data-flow/constant-propagation.ts";
import { DeadCodeAnalysis } from "../ir/analysis/data-flow/dead-code.ts";
import { IntegerRangeAnalysis } from "../ir/analysis/data-flow/integer-ranges.ts";
import { DataFlowSolver } from "../ir/analysis/data-flow/solver.ts";
import { isDead } from "../ir/analysis/effects.ts";
import { constantOfRange } from "../ir/analysis/int-range/int-range.ts";
import { integerConstantAttr, materializeArithConstant, RemSIOp, RemUIOp } from "../dialects/arith/index.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { Value } from "../ir/core/value.ts";
import { constantOf } from "../ir/define/op-interfaces.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { integerConstant } from "../ir/rewrite/constant.ts";
import { applyPatternsGreedily } from "../ir/rewrite/greedy.ts";
import { refuse, type Pattern } from "../ir/rewrite/pattern.ts";
import type { Rewriter } from "../ir/rewrite/rewriter.ts";

/** The integer that a used value is known to be, where no constant says so already. */
function knownInteger(value: Value, ranges: IntegerRangeAnalysis): bigint | undefined {
  const range = value.hasUses ? ranges.elementOf(value) : undefined;
  return range && constantOfRange(range);
}

/** Replaces the uses of a value by a constant of the dialect of `owner`, or else of arith, at the rewriter's place. */
function replaceByConstant(value: Value, owner: Operation, ranges: IntegerRangeAnalysis, rewriter: Rewriter): boolean {
  const known = knownInteger(value, ranges);
  const attribute = known === undefined ? undefined : integerConstantAttr(value.type, known);
  if (attribute === undefined) return false;
  const { context, location } = owner;
  const dialect = context.dialects.get(owner.definition.dialect);
  const made =
    dialect?.materializeConstant?.(context, attribute, value.type, location) ??
    materializeArithConstant(context, attribute, value.type, location);
  if (made === undefined) return false;
  rewriter.replaceAllUsesWith(value, rewriter.insert(made).result());
  return true;
}

const materializeKnown = (ranges: IntegerRangeAnalysis): Pattern => ({
  name: "x => c where x is in [c, c]",
  root: undefined,
  rewrite: (op, rewriter) => {
    if (op.resultCount === 1 && constantOf(op.result()) !== undefined) return refuse("it is a constant");
    let replaced = false;
    rewriter.setBefore(op);
    for (const result of op.results) replaced = replaceByConstant(result, op, ranges, rewriter) || replaced;
    for (const region of op.regions) {
      for (const block of region.blocks) {
        rewriter.setToStart(block);
        for (const argument of block.arguments)
          replaced = replaceByConstant(argument, op, ranges, rewriter) || replaced;
      }
    }
    if (!replaced) return refuse("nothing of it is known to be one integer");
    if (isDead(op)) rewriter.eraseOp(op);
    return true;
  },
});

const deleteTrivialRemainder = (ranges: IntegerRangeAnalysis, root: typeof RemSIOp | typeof RemUIOp): Pattern => ({
  name: `x ${root === RemUIOp ? "remu" : "rems"} c => x where x is in [0, c)`,
  root: root.name,
  rewrite: (op, rewriter) => {
    const modulus = integerConstant(op.operand(1));
    if (modulus === undefined || modulus <= 0n) return refuse("the divisor is no positive constant");
    const range = ranges.elementOf(op.operand(0));
    if (range === undefined) return refuse("nothing is known of the dividend");
    const [min, max] = root === RemUIOp ? [range.umin, range.umax] : [range.smin, range.smax];
    if (min < 0n || max >= modulus || min > max) return refuse(`the dividend is in [${min}, ${max}]`);
    rewriter.replaceOp(op, op.operand(0));
    return true;
  },
});

export const intRangeOptimizationsPass = definePass({
  name: "int-range-optimizations",
  summary: "Do optimizations based on integer range analysis",
  dependentDialects: ["arith"],
  run: (root, { listener }) => {
    const solver = new DataFlowSolver();
    const deadCode = solver.load(new DeadCodeAnalysis(solver));
    const constants = solver.load(new ConstantPropagation(solver, deadCode));
    const ranges = solver.load(new IntegerRangeAnalysis(solver, deadCode, constants));
    solver.run(root);
    const patterns = [
      materializeKnown(ranges),
      deleteTrivialRemainder(ranges, RemSIOp),
      deleteTrivialRemainder(ranges, RemUIOp),
    ];
    applyPatternsGreedily(root, patterns, { listener });
  },
});
