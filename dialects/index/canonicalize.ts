// Canonicalisation of index: constants of nested ops meet, differences compared with zero become comparisons.
import { integerConstant } from "../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import { ConstantOp } from "./ops.ts";
import * as ops from "./ops.ts";
import { calculations, foldAtBothWidths } from "./calculation.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";

const { AddOp, MulOp, MaxSOp, MaxUOp, MinSOp, MinUOp, AndOp, OrOp, XOrOp, CmpOp, SubOp } = ops;

/** `(x op c0) op c1 => x op (c0 op c1)` of associative, commutative ops. */
function nested(name: keyof typeof calculations, definition: typeof AddOp): Pattern {
  return pattern(`(x ${name} c0) ${name} c1 => x ${name} (c0 ${name} c1)`, definition, ({ op, lhs, rhs }, rewriter) => {
    const inner = definition.match(lhs.definingOp);
    if (inner === undefined) return refuse(`its left operand is no index.${name}`);
    const constants = [constantOf(rhs), constantOf(inner.rhs)];
    const folded = foldAtBothWidths(calculations[name], constants);
    if (folded === undefined) return refuse("there are no two constants that fold");
    const constant = ConstantOp.build(rewriter, { value: folded }).result;
    rewriter.replaceOp(op, definition.build(rewriter, { lhs: inner.lhs, rhs: constant }).result);
    return true;
  });
}

/** Upstream does so for every predicate, which is wrong where the difference wraps. */
const differenceAgainstZero = pattern("x - y == 0 => x == y", CmpOp, ({ op, pred, lhs, rhs }, rewriter) => {
  if (pred !== "eq" && pred !== "ne") return refuse("a difference that wraps has another sign");
  const [left, right] = [integerConstant(lhs), integerConstant(rhs)];
  if (right !== 0n && left !== 0n) return refuse("neither operand is zero");
  const difference = SubOp.match((right === 0n ? lhs : rhs).definingOp);
  if (difference === undefined) return refuse("the other operand is no difference");
  const [a, b] = right === 0n ? [difference.lhs, difference.rhs] : [difference.rhs, difference.lhs];
  rewriter.replaceOp(op, CmpOp.build(rewriter, { pred, lhs: a, rhs: b }).result);
  return true;
});

export const indexPatterns: readonly Pattern[] = [
  nested("add", AddOp),
  nested("mul", MulOp),
  nested("maxs", MaxSOp),
  nested("maxu", MaxUOp),
  nested("mins", MinSOp),
  nested("minu", MinUOp),
  nested("and", AndOp),
  nested("or", OrOp),
  nested("xor", XOrOp),
  differenceAgainstZero,
];
