// Canonicalisation of several scf.ifs: two on one condition become one, and so does one that is all there is in another.
import { boolAttr } from "../../../ir/core/attribute-constructors.ts";
import { Region } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { ConstantOp, SelectOp, XOrIOp } from "../../arith/index.ts";
import { IfOp } from "../ops/if.ts";
import { YieldOp } from "../ops/yield.ts";

/** Whether `a` is `not b`. */
function isNot(a: Value, b: Value): boolean {
  const flip = XOrIOp.match(a.definingOp);
  return flip?.lhs === b && integerConstant(flip.rhs) === 1n;
}

/** Moves what stands in a region's block to the end of another; returns what it yields. */
function appendBody(from: Region, to: Region, rewriter: Rewriter): readonly Value[] {
  if (from.isEmpty) return [];
  const end = from.entry.terminator;
  const yielded = end.operands;
  rewriter.eraseOp(end);
  rewriter.mergeBlocks(from.entry, to.entry);
  return yielded;
}

/** In a region of the second, results of the first are what that yields on the same side. */
function forwardResults(first: Operation, side: Region, second: Region, rewriter: Rewriter): void {
  if (second.isEmpty) return;
  const yielded = side.isEmpty ? [] : side.entry.terminator.operands;
  first.results.forEach((result, i) => {
    const value = yielded[i];
    if (value !== undefined)
      rewriter.replaceUsesIf(result, value, ({ owner }) => owner.parentRegion?.isWithin(second) === true);
  });
}

export const combinedIfs = pattern(
  "if c {a} else {b}; if c {x} else {y} => if c {a; x} else {b; y}",
  IfOp,
  (second, rewriter) => {
    const first = IfOp.match(second.op.previous);
    if (first === undefined) return refuse("there is no scf.if directly before");
    const flipped = isNot(second.condition, first.condition) || isNot(first.condition, second.condition);
    if (!flipped && first.condition !== second.condition) return refuse("the conditions differ");
    if (second.op.operand(0).definingOp === first.op) return refuse("the first decides about the second");
    const sides = [
      [first.thenRegion, flipped ? second.elseRegion : second.thenRegion],
      [first.elseRegion, flipped ? second.thenRegion : second.elseRegion],
    ] as const;
    const resultTypes = [...first.results, ...second.results].map(({ type }) => type);
    const regions = sides.map(([a, b], side) => {
      forwardResults(first.op, a, b, rewriter);
      if (side === 1 && a.isEmpty && b.isEmpty) return new Region(second.op.context);
      const region = rewriter.regionWithBlock();
      const results = [...appendBody(a, region, rewriter), ...appendBody(b, region, rewriter)];
      rewriter.at(
        (builder) => builder.setToEnd(region.entry),
        () => YieldOp.build(rewriter, { results }),
      );
      return region;
    });
    const made = rewriter.create(IfOp.name, { operands: [first.condition], resultTypes, regions }, second.op.location);
    const count = first.op.resultCount;
    rewriter.replaceOp(second.op, made.results.slice(count));
    rewriter.replaceOp(first.op, made.results.slice(0, count));
    return true;
  },
);

/** As a choice, not as the arith.andi that MLIR makes: where `c` is false `d` may be poison, which an andi hands on, and nothing may branch on. */
export const nestedIf = pattern(
  "if c { if d {a} } => if (select c, d, false) {a}",
  IfOp,
  ({ op, condition, results, thenRegion, elseRegion }, rewriter) => {
    if (results.length > 0 || !elseRegion.isEmpty) return refuse("it has results, or an else");
    const inner = IfOp.match(thenRegion.entry.firstOp);
    if (inner === undefined || inner.op.next !== thenRegion.entry.lastOp)
      return refuse("there is more in it than an scf.if");
    if (!inner.elseRegion.isEmpty) return refuse("the scf.if in it has an else");
    const no = ConstantOp.build(rewriter, { value: boolAttr(op.context, false) }).result;
    const both = SelectOp.build(rewriter, { condition, trueValue: inner.condition, falseValue: no }).result;
    rewriter.moveOpBefore(inner.op, op);
    rewriter.setOperand(inner.op, 0, both);
    rewriter.eraseOp(op);
    return true;
  },
);
