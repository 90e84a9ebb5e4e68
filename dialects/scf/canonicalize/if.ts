// Canonicalisation of scf.if: constant conditions, results nobody uses, regions that only choose values.
import type { Region } from "../../../ir/core/block.ts";
import { boolAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { ConstantOp, SelectOp } from "../../arith/index.ts";
import { IfOp } from "../ops/if.ts";
import { withResults } from "./fewer-results.ts";
import { replaceByBody } from "./for.ts";

const yieldedBy = (region: Region): readonly Value[] => region.entry.terminator.operands;

/** `if true {a} else {b} => a`, `if false {a} else {b} => b`. */
const constantCondition = pattern(
  "scf.if on a constant => the chosen region",
  IfOp,
  ({ op, condition, elseRegion }, rewriter) => {
    const chosen = integerConstant(condition);
    if (chosen === undefined) return refuse("the condition is no constant");
    if (chosen !== 0n) replaceByBody(op, 0, [], rewriter);
    else if (!elseRegion.isEmpty) replaceByBody(op, 1, [], rewriter);
    else rewriter.eraseOp(op);
    return true;
  },
);

function isOutside(value: Value, region: Region): boolean {
  const around = value.parentBlock?.parentRegion;
  return around !== undefined && around !== region;
}

/** `if c {yield x} else {yield y} => select c, x, y` for values from outside. */
const chooseOutsideValues = pattern(
  "scf.if that yields values from outside => arith.select",
  IfOp,
  ({ op, condition, results, thenRegion, elseRegion }, rewriter) => {
    if (results.length === 0) return refuse("there are no results");
    const [whenTrue, whenFalse] = [yieldedBy(thenRegion), yieldedBy(elseRegion)];
    /** What a result is instead, where both its values are from outside. */
    const selected: (Value | undefined)[] = [];
    const kept: number[] = [];
    for (let i = 0; i < results.length; i++) {
      const [a, b] = [whenTrue[i], whenFalse[i]];
      if (a === undefined || b === undefined || !isOutside(a, thenRegion) || !isOutside(b, elseRegion)) {
        selected.push(undefined);
        kept.push(i);
      } else if (a === b) selected.push(a);
      else selected.push(SelectOp.build(rewriter, { condition, trueValue: a, falseValue: b }).result);
    }
    if (kept.length === results.length) return refuse("every result has a value from inside");
    const made = withResults(op, kept, rewriter);
    let next = 0;
    rewriter.replaceOp(
      op,
      selected.map((value) => value ?? made.result(next++)),
    );
    return true;
  },
);

/** Inside its regions the condition is known. */
const knownCondition = pattern(
  "the condition inside scf.if => true or false",
  IfOp,
  ({ op, condition, thenRegion, elseRegion }, rewriter) => {
    if (integerConstant(condition) !== undefined) return refuse("the condition is a constant");
    let changed = false;
    for (const [region, truth] of [
      [thenRegion, true],
      [elseRegion, false],
    ] as const) {
      const uses = [...condition.uses()].filter(({ owner }) => owner.parentRegion?.isWithin(region) === true);
      if (uses.length === 0) continue;
      rewriter.setBefore(op);
      const constant = ConstantOp.build(rewriter, { value: boolAttr(op.context, truth) }).result;
      rewriter.replaceUsesIf(condition, constant, (use) => uses.includes(use));
      changed = true;
    }
    return changed ? true : refuse("no region uses the condition");
  },
);

const emptyElse = pattern("scf.if with an empty else => without it", IfOp, ({ op, results, elseRegion }, rewriter) => {
  if (results.length > 0) return refuse("there are results");
  if (elseRegion.isEmpty) return refuse("there is no else");
  if (elseRegion.entry.firstOp !== elseRegion.entry.lastOp) return refuse("the else is not empty");
  rewriter.modifyInPlace(op, () => {
    elseRegion.entry.terminator.erase();
    elseRegion.removeBlock(elseRegion.entry);
  });
  return true;
});

export const ifPatterns = [constantCondition, chooseOutsideValues, knownCondition, emptyElse];
