// Canonicalisation of scf.if: constant conditions, results nobody uses, regions that only choose values.
import type { Region } from "../../../ir/core/block.ts";
import { boolAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Value } from "../../../ir/core/value.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { ConstantOp, SelectOp } from "../../arith/index.ts";
import { IfOp } from "../ops/if.ts";
import { combinedIfs, nestedIf } from "./combine-ifs.ts";
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
    /** The values of a result where both are from outside. */
    const chosen = results.map((_, i) => {
      const [a, b] = [whenTrue[i], whenFalse[i]];
      const isChosen = a !== undefined && b !== undefined && isOutside(a, thenRegion) && isOutside(b, elseRegion);
      return isChosen ? ([a, b] as const) : undefined;
    });
    const kept = chosen.flatMap((values, i) => (values === undefined ? [i] : []));
    if (kept.length === results.length) return refuse("every result has a value from inside");
    // Two ifs that stand next to each other may become one: selections go behind.
    const made = withResults(op, kept, rewriter);
    let next = 0;
    rewriter.replaceOp(
      op,
      chosen.map((values) => {
        if (values === undefined) return made.result(next++);
        const [trueValue, falseValue] = values;
        return trueValue === falseValue
          ? trueValue
          : SelectOp.build(rewriter, { condition, trueValue, falseValue }).result;
      }),
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

export const ifPatterns = [combinedIfs, nestedIf, constantCondition, chooseOutsideValues, knownCondition, emptyElse];
