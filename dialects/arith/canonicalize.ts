// Canonicalisation of arith: constants of nested additions and multiplications meet, negations go.
import type { Attribute } from "../../ir/core/attributes.ts";
import { boolAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { isShaped, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { integerConstant } from "../../ir/rewrite/constant.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { constant, match, rule, val } from "../../ir/rewrite/rule.ts";
import { IntegerOverflowAttr, type CmpIPredicateName } from "./attributes.ts";
import { castPatterns } from "./canonicalize-casts.ts";
import { intToFloatPatterns } from "./canonicalize-int-to-float.ts";
import { integerConstantAttr } from "./constant-attribute.ts";
import { integerWidth } from "./integer-element.ts";
import { ExtSIOp, ExtUIOp, IndexCastOp } from "./ops/cast.ts";
import { CmpIOp, SelectOp } from "./ops/compare.ts";
import { ConstantOp } from "./ops/constant.ts";
import { DivFOp, MulFOp, NegFOp } from "./ops/float.ts";
import { AddIOp, MulIOp, SubIOp, XOrIOp } from "./ops/integer-binary.ts";

/** A sum of a variable, taken once positive or negative, and a constant. */
interface Sum {
  readonly variable: Value;
  readonly sign: 1 | -1;
  readonly offset: bigint;
}

function sumOf(op: Operation): Sum | undefined {
  const isAddition = op.name === "arith.addi";
  if (!isAddition && op.name !== "arith.subi") return undefined;
  const [lhs, rhs] = [op.operand(0), op.operand(1)];
  const [left, right] = [integerConstant(lhs), integerConstant(rhs)];
  if (right !== undefined && left === undefined) return { variable: lhs, sign: 1, offset: isAddition ? right : -right };
  if (left !== undefined && right === undefined && !isAddition) return { variable: rhs, sign: -1, offset: left };
  return undefined;
}

type OverflowFlags = readonly ("nsw" | "nuw")[];

const flagsOf = (op: Operation): OverflowFlags => {
  const attribute = op.attribute("overflowFlags");
  return attribute === undefined ? [] : (IntegerOverflowAttr.valueOf(attribute) ?? []);
};

/** Flags of both that the merged op may keep: the merged constant, of exact value `merged`, has not wrapped in that reading. */
function mergedFlags(inner: Operation, outer: Operation, merged: bigint, type: Type): OverflowFlags {
  const width = BigInt(integerWidth(type));
  return flagsOf(inner).filter(
    (flag) =>
      flagsOf(outer).includes(flag) &&
      (flag === "nsw"
        ? merged === BigInt.asIntN(Number(width), merged)
        : merged >= 0n && merged === BigInt.asUintN(Number(width), merged)),
  );
}

function constantOfType(rewriter: Rewriter, type: Type, value: bigint): Value | undefined {
  const attribute = integerConstantAttr(type, value);
  return attribute === undefined ? undefined : ConstantOp.build(rewriter, { value: attribute }).result;
}

/** `(x + c0) + c1 => x + (c0 + c1)` and all of its kin with subtractions. */
const nestedSum = (root: string): Pattern => ({
  name: `${root} of a sum with a constant and a constant => one`,
  root,
  rewrite: (op, rewriter) => {
    const outer = sumOf(op);
    if (outer === undefined) return refuse("it is no sum of a variable and a constant");
    const nested = outer.variable.definingOp;
    const inner = nested === null ? undefined : sumOf(nested);
    if (nested === null || inner === undefined) return refuse("its variable is no sum of a variable and a constant");
    const type = op.result().type;
    const sign = outer.sign * inner.sign;
    const offset = outer.offset + BigInt(outer.sign) * inner.offset;
    // The subtraction of a constant stays one where both were subtractions.
    const subtracts = sign === 1 && nested.name === "arith.subi" && op.name === "arith.subi" && outer.sign === 1;
    const made = constantOfType(rewriter, type, subtracts ? -offset : offset);
    if (made === undefined) return refuse("the type has no constants");
    // Of a subtraction from a constant, or from a sum, the flags say nothing that upstream keeps.
    const keepsFlags = sign !== -1 && inner.sign !== -1 && !(op.name === "arith.subi" && nested.name === "arith.addi");
    const overflowFlags = keepsFlags ? mergedFlags(nested, op, subtracts ? -offset : offset, type) : [];
    const { variable } = inner;
    if (sign === -1) rewriter.replaceOp(op, SubIOp.build(rewriter, { lhs: made, rhs: variable }).result);
    else if (subtracts)
      rewriter.replaceOp(op, SubIOp.build(rewriter, { lhs: variable, rhs: made, overflowFlags }).result);
    else rewriter.replaceOp(op, AddIOp.build(rewriter, { lhs: variable, rhs: made, overflowFlags }).result);
    return true;
  },
});

const nestedProduct = pattern("(x * c0) * c1 => x * (c0 * c1)", MulIOp, ({ op, lhs, rhs }, rewriter) => {
  const inner = MulIOp.match(lhs.definingOp);
  const outerFactor = integerConstant(rhs);
  const innerFactor = inner === undefined ? undefined : integerConstant(inner.rhs);
  if (inner === undefined || outerFactor === undefined || innerFactor === undefined)
    return refuse("there are no two constants");
  const factor = constantOfType(rewriter, op.result().type, outerFactor * innerFactor);
  if (factor === undefined) return refuse("the type has no constants");
  const overflowFlags = mergedFlags(inner.op, op, outerFactor * innerFactor, op.result().type);
  rewriter.replaceOp(op, MulIOp.build(rewriter, { lhs: inner.lhs, rhs: factor, overflowFlags }).result);
  return true;
});

const inverse: Readonly<Record<CmpIPredicateName, CmpIPredicateName>> = {
  eq: "ne", ne: "eq", slt: "sge", sle: "sgt", sgt: "sle", sge: "slt", ult: "uge", ule: "ugt", ugt: "ule", uge: "ult",
}; // prettier-ignore

/** Whether a value is i1 true, or all true. */
const isTrue = (value: Value): boolean => integerConstant(value) === 1n && integerWidth(value.type) === 1;

const notOfComparison = pattern("not (a < b) => a >= b", XOrIOp, ({ op, lhs, rhs }, rewriter) => {
  const compared = CmpIOp.match(lhs.definingOp);
  if (compared === undefined || !isTrue(rhs)) return refuse("it is no negation of a comparison");
  const { predicate, lhs: a, rhs: b } = compared;
  rewriter.replaceOp(op, CmpIOp.build(rewriter, { predicate: inverse[predicate], lhs: a, rhs: b }).result);
  return true;
});

const selectByNot = pattern(
  "select(not c, a, b) => select(c, b, a)",
  SelectOp,
  ({ op, condition, trueValue, falseValue }, rewriter) => {
    const negated = XOrIOp.match(condition.definingOp);
    if (negated === undefined || !isTrue(negated.rhs)) return refuse("the condition is no negation");
    rewriter.replaceOp(
      op,
      SelectOp.build(rewriter, { condition: negated.lhs, trueValue: falseValue, falseValue: trueValue }).result,
    );
    return true;
  },
);

const nestedSelect = pattern(
  "select(c, select(c, a, b), d) => select(c, a, d)",
  SelectOp,
  ({ op, condition, trueValue, falseValue }, rewriter) => {
    const [whenTrue, whenFalse] = [SelectOp.match(trueValue.definingOp), SelectOp.match(falseValue.definingOp)];
    if (whenTrue?.condition === condition) rewriter.setOperand(op, 1, whenTrue.trueValue);
    else if (whenFalse?.condition === condition) rewriter.setOperand(op, 2, whenFalse.falseValue);
    else return refuse("neither value is a selection by the same condition");
    return true;
  },
);

const selectOfBits = pattern(
  "select(c, 1, 0) => extui c, select(c, 0, 1) => extui(not c), select(c, false, true) => not c",
  SelectOp,
  (view, rewriter) => {
    const { op, condition, trueValue, falseValue, result } = view;
    const [a, b] = [integerConstant(trueValue), integerConstant(falseValue)];
    if (a === undefined || b === undefined || isShaped(condition.type) !== isShaped(result.type))
      return refuse("it chooses between no constants");
    const width = integerWidth(result.type);
    if (width === 1 && a === 0n && b === 1n) {
      const truth: Attribute | undefined = isShaped(result.type)
        ? integerConstantAttr(result.type, 1n)
        : boolAttr(op.context, true);
      if (truth === undefined) return refuse("the type has no constants");
      const all = ConstantOp.build(rewriter, { value: truth }).result;
      rewriter.replaceOp(op, XOrIOp.build(rewriter, { lhs: condition, rhs: all }).result);
      return true;
    }
    const isBit = (a === 1n && b === 0n) || (a === 0n && b === 1n);
    if (!isBit || width === 1) return refuse("the constants are not 1 and 0");
    const scalar = isShaped(result.type) ? result.type.element : result.type;
    if (scalar.kind === "index") return refuse("an index has no extension");
    let bit = condition;
    if (a === 0n) {
      const truth = integerConstantAttr(condition.type, 1n);
      if (truth === undefined) return refuse("the type has no constants");
      const all = ConstantOp.build(rewriter, { value: truth }).result;
      bit = XOrIOp.build(rewriter, { lhs: condition, rhs: all }).result;
    }
    rewriter.replaceOp(op, ExtUIOp.build(rewriter, { in: bit, resultTypes: [result.type] }).out);
    return true;
  },
);

const signOfZeroExtended = pattern("extsi(extui x) => extui x", ExtSIOp, ({ op, in: value, out }, rewriter) => {
  const inner = ExtUIOp.match(value.definingOp);
  if (inner === undefined) return refuse("its operand is no extui");
  rewriter.replaceOp(op, ExtUIOp.build(rewriter, { in: inner.in, resultTypes: [out.type] }).out);
  return true;
});

const indexOfExtended = pattern(
  "index_cast(extsi x) => index_cast x",
  IndexCastOp,
  ({ op, in: value, out }, rewriter) => {
    const inner = ExtSIOp.match(value.definingOp);
    if (inner === undefined) return refuse("its operand is no extsi");
    if (integerWidth(value.type) > 64) return refuse("the extension is wider than an index");
    rewriter.replaceOp(op, IndexCastOp.build(rewriter, { in: inner.in, resultTypes: [out.type] }).out);
    return true;
  },
);

export const arithPatterns: readonly Pattern[] = [
  nestedSum("arith.addi"),
  nestedSum("arith.subi"),
  nestedProduct,
  rule(
    "x + y * -1 => x - y",
    match(AddIOp, { lhs: val("x"), rhs: match(MulIOp, { lhs: val("y"), rhs: constant(-1n) }) }),
    ({ x, y }, rewriter) => SubIOp.build(rewriter, { lhs: x, rhs: y }),
  ),
  notOfComparison,
  selectByNot,
  nestedSelect,
  selectOfBits,
  signOfZeroExtended,
  indexOfExtended,
  ...castPatterns,
  ...intToFloatPatterns,
  rule(
    "-a * -b => a * b",
    match(MulFOp, { lhs: match(NegFOp, { operand: val("a") }), rhs: match(NegFOp, { operand: val("b") }) }),
    ({ a, b }, rewriter) => MulFOp.build(rewriter, { lhs: a, rhs: b }),
  ),
  rule(
    "-a / -b => a / b",
    match(DivFOp, { lhs: match(NegFOp, { operand: val("a") }), rhs: match(NegFOp, { operand: val("b") }) }),
    ({ a, b }, rewriter) => DivFOp.build(rewriter, { lhs: a, rhs: b }),
  ),
];
