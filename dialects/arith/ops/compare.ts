// Comparisons and selection.
import { InferIntRangeInterface, infersRange } from "../../../ir/analysis/int-range/interfaces.ts";
import { inferCompare } from "../../../ir/analysis/int-range/infer.ts";
import { inferSelect } from "../ranges.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import { integerAttr } from "../../../ir/core/attribute-constructors.ts";
import { i1, i64 } from "../../../ir/core/type-constructors.ts";
import { isShaped, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType, BoolLike, typeVariable } from "../../../ir/define/constraints.ts";
import { verifyElementwise } from "../../../ir/analysis/compatible-types.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { bitsToFloat } from "../../../ir/core/float-bits.ts";
import { foldBits } from "../../../ir/interpret/fold-bits.ts";
import { compareFloat, floatPredicates } from "../../../ir/interpret/floats.ts";
import { onValues, scalar, type RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { integerPredicates } from "../../../ir/interpret/integers.ts";
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { integerOf } from "../../../ir/rewrite/constant.ts";
import { CmpFPredicate, CmpIPredicate, FastMath, type CmpIPredicateName } from "../attributes.ts";
import { integerConstantAttr } from "../constant-attribute.ts";
import { underFastMath } from "../fast-math.ts";
import { arithmeticOf } from "../integer-element.ts";
import { FloatOperandT, I1ShapedLikeT, IntegerOperandT } from "../types.ts";

/** The number of an enumeration's case. */
function caseOf(attribute: Attribute | undefined): number {
  if (attribute?.kind !== "integer") throw new Error("a comparison has no predicate");
  return Number(attribute.value);
}

const reflexive: ReadonlySet<CmpIPredicateName> = new Set(["eq", "sle", "sge", "ule", "uge"]);
/** The predicate that holds with its operands exchanged. */
const exchanged: Readonly<Record<CmpIPredicateName, CmpIPredicateName>> = {
  eq: "eq", ne: "ne", slt: "sgt", sle: "sge", sgt: "slt", sge: "sle", ult: "ugt", ule: "uge", ugt: "ult", uge: "ule",
}; // prettier-ignore

export const CmpIOp = defineOp({
  name: "arith.cmpi",
  summary: "Compares integers, signed or unsigned.",
  properties: { predicate: CmpIPredicate },
  operands: { lhs: IntegerOperandT, rhs: IntegerOperandT },
  results: { result: I1ShapedLikeT },
  traits: ["Pure", "Elementwise"],
  interfaces: [
    InferIntRangeInterface.with(
      infersRange((op) => inferCompare(integerPredicates[caseOf(op.attribute("predicate"))] ?? "eq")),
    ),
  ],
  assemblyFormat: "$predicate `,` $lhs `,` $rhs attr-dict `:` type($lhs)",
  fold: ({ op, predicate, lhs, rhs, result }, constants) => {
    if (lhs === rhs) {
      const constant = integerConstantAttr(result.type, reflexive.has(predicate) ? 1n : 0n);
      return constant === undefined ? undefined : [constant];
    }
    const [left, right] = constants;
    // b != 0 and b == 1 on a single bit
    const isBit = lhs.type === result.type;
    if (isBit && ((predicate === "ne" && integerOf(right) === 0n) || (predicate === "eq" && integerOf(right) === 1n)))
      return [lhs];
    // ext(b) == 0 and the like on a single bit
    const bit = lhs.definingOp;
    if (integerOf(right) === 0n && predicate === "ne" && (bit?.name === "arith.extui" || bit?.name === "arith.extsi")) {
      if (bit.operand(0).type === result.type) return [bit.operand(0)];
    }
    if (left === undefined || right !== undefined) return undefined;
    // A constant goes to the right.
    op.setAttribute("predicate", integerAttr(i64(op.context), CmpIPredicate.cases.indexOf(exchanged[predicate])));
    op.setOperand(0, rhs);
    op.setOperand(1, lhs);
    return "inPlace";
  },
  meaning: scalar((op) => {
    const predicate = integerPredicates[caseOf(op.attribute("predicate"))];
    if (predicate === undefined) throw new Error("a comparison has no such predicate");
    return arithmeticOf(op).compare[predicate];
  }),
});

export const CmpFOp = defineOp({
  name: "arith.cmpf",
  summary: "Compares floats, ordered or unordered.",
  properties: { predicate: CmpFPredicate, fastmath: FastMath },
  operands: { lhs: FloatOperandT, rhs: FloatOperandT },
  results: { result: I1ShapedLikeT },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$predicate `,` $lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($lhs)",
  fold: ({ predicate, result }, [left, right]) => {
    // A comparison with NaN is one of NaN with NaN.
    const number = (attribute: Attribute | undefined): number | undefined =>
      attribute?.kind === "float" ? bitsToFloat(attribute.type.name, attribute.bits) : undefined;
    const [a, b] = [number(left), number(right)];
    const isNaN = (a !== undefined && Number.isNaN(a)) || (b !== undefined && Number.isNaN(b));
    if (!isNaN && (a === undefined || b === undefined)) return undefined;
    const holds = floatPredicates[CmpFPredicate.cases.indexOf(predicate)];
    const truth = holds && compareFloat(holds)(isNaN ? NaN : (a ?? NaN), isNaN ? NaN : (b ?? NaN));
    const constant = truth === undefined ? undefined : integerConstantAttr(result.type, truth === 1 ? 1n : 0n);
    return constant && [constant];
  },
  meaning: scalar(
    (op) => {
      const predicate = floatPredicates[caseOf(op.attribute("predicate"))];
      if (predicate === undefined) throw new Error("a comparison has no such predicate");
      return underFastMath(op, compareFloat(predicate));
    },
    { folds: false },
  ),
});

const Selected = typeVariable("T", AnyType);

/** A poison value of a type. */
function poisonLike(type: Type, example: RuntimeValue): RuntimeValue {
  if (!isShaped(type) || type.kind === "memref") return POISON;
  return DenseValue.poison(expectDense(example).shape, type.element);
}

/** Element by element; the condition's elements may be poison, and what is not chosen may be too. */
function selectElements(condition: DenseValue, a: DenseValue, b: DenseValue): DenseValue {
  const result = DenseValue.zeros(a.shape, a.element);
  for (let i = 0; i < result.count; i++) {
    const chosen = condition.get(i);
    result.set(i, chosen === POISON ? POISON : chosen === 0 ? b.get(i) : a.get(i));
  }
  return result;
}

const isDense = (value: RuntimeValue | undefined): value is DenseValue =>
  typeof value === "object" && "kind" in value && value.kind === "dense";

/** Whether a value is the constant true or false, in every element. */
const isTruth = (value: Value, truth: bigint): boolean => integerOf(constantOf(value)) === truth;

/** Extents, whatever they are extents of. */
const shapeText = (type: Type): string | undefined => (isShaped(type) ? type.shape.join("x") : undefined);

function selectScalar(condition: Scalar, a: Scalar, b: Scalar): Scalar {
  if (condition === POISON) return POISON;
  return condition === 0 ? b : a;
}

export const SelectOp = defineOp({
  name: "arith.select",
  summary: "One of two values by an i1, or element by element.",
  operands: { condition: BoolLike, true_value: Selected, false_value: Selected },
  results: { result: Selected },
  traits: ["Pure", "Elementwise"],
  interfaces: [InferIntRangeInterface.with(inferSelect)],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.values(op.operands);
      p.attrDict(op);
      p.text(" : ");
      if (op.operand(0).type !== i1(op.context)) {
        p.type(op.operand(0).type);
        p.text(", ");
      }
      p.type(op.result().type);
    },
    parse: (p) => {
      const at = p.position();
      const operands = p.operandList();
      if (operands.length !== 3) p.error(`expected 3 operands, found ${operands.length}`, at);
      const attributes = p.optionalAttrDict();
      p.expect(":");
      const first = p.type();
      const type = p.accept(",") ? p.type() : undefined;
      const types = type === undefined ? [i1(p.context), first, first] : [first, type, type];
      return { operands: p.resolveAll(operands, types, at), resultTypes: [type ?? first], attributes };
    },
  },
  verify: ({ op, condition, result }) => {
    const isMatching = condition.type === i1(op.context) || shapeText(condition.type) === shapeText(result.type);
    return isMatching ? verifyElementwise(op) : "failed to verify that condition is signless i1 or has matching shape";
  },
  fold: ({ op, condition, trueValue, falseValue, result }, constants) => {
    if (trueValue === falseValue) return [trueValue];
    const chosen = integerOf(constants[0]);
    if (chosen !== undefined) return [chosen === 0n ? falseValue : trueValue];
    if (constants[0]?.kind === "dense") {
      const folded = foldBits(result.type, constants, (choice = 0n, a = 0n, b = 0n) => (choice === 1n ? a : b));
      if (folded !== undefined) return [folded];
    }
    // select(c, true, false) => c; where c is selected itself, it is true in front and false behind
    if (condition.type === result.type) {
      const isOn = trueValue === condition || isTruth(trueValue, 1n);
      const isOff = falseValue === condition || isTruth(falseValue, 0n);
      if (isOn && isOff) return [condition];
      if (isOn && isTruth(falseValue, 1n)) return [falseValue];
      if (isOff && isTruth(trueValue, 0n)) return [trueValue];
    }
    // select(a == b, a, b) => b, select(a != b, a, b) => a
    const compared = CmpIOp.match(condition.definingOp);
    if (compared === undefined || (compared.predicate !== "eq" && compared.predicate !== "ne")) return undefined;
    const { lhs, rhs, predicate } = compared;
    const same = (lhs === trueValue && rhs === falseValue) || (rhs === trueValue && lhs === falseValue);
    return same && op.resultCount === 1 ? [predicate === "eq" ? falseValue : trueValue] : undefined;
  },
  meaning: onValues(
    (op) => {
      const type = op.result().type;
      return ([condition, a, b]) => {
        if (a === undefined || b === undefined) throw new Error("a selection has three operands");
        if (isDense(condition)) return [selectElements(condition, expectDense(a), expectDense(b))];
        if (condition === POISON) return [poisonLike(type, a)];
        return [condition === 0 ? b : a];
      };
    },
    { onScalars: () => selectScalar },
  ),
});
