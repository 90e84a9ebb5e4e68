// The index dialect's ops: arithmetic, comparison, casts and constants of index. They run at 64 bits.
import type { Attribute } from "../../ir/core/attributes.ts";
import { boolAttr, indexAttr } from "../../ir/core/attribute-constructors.ts";
import type { FoldResult } from "../../ir/core/definition.ts";
import { i1, indexType } from "../../ir/core/type-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { AnyInteger, I1, Index, typeWhere } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { constantOf, ConstantValue } from "../../ir/define/op-interfaces.ts";
import { attributeWhere, BoolProperty, type PropertySpec } from "../../ir/define/properties.ts";
import type { Trait } from "../../ir/define/traits.ts";
import { valueOfAttribute } from "../../ir/interpret/convert.ts";
import { convertInteger, type IntegerArithmetic } from "../../ir/interpret/integers.ts";
import { onValues, scalar } from "../../ir/interpret/meaning.ts";
import { divisionOnPoison } from "../../ir/interpret/poison-division.ts";
import type { Scalar } from "../../ir/interpret/value.ts";
import { integerOf } from "../../ir/rewrite/constant.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { arithmeticOf, integerElement } from "../arith/integer-element.ts";
import { IndexCmpPredicateAttr, IndexCmpPredicateProperty, type IndexCmpPredicate } from "./attributes.ts";
import { calculations, compareAt, compareRange, foldAtBothWidths, rangeOfExtremum } from "./calculation.ts";
import { foldCast } from "./fold-cast.ts";
import { makePositiveDivisor, makeShiftBelowWidth } from "./generation.ts";

// --- arithmetic ----------------------------------------------------------------------------------------------------------

type Operator = (arithmetic: IntegerArithmetic) => (a: Scalar, b: Scalar) => Scalar;
/** What `x op c` is for a constant c, where it is simple. */
type NeutralFold = (lhs: Value, right: bigint) => Value | Attribute | undefined;

function binary(
  name: keyof typeof calculations,
  summary: string,
  operator: Operator,
  traits: readonly Trait[],
  neutral?: NeutralFold,
) {
  return defineOp({
    name: `index.${name}`,
    summary,
    operands: { lhs: Index, rhs: Index },
    results: { result: Index },
    traits,
    assemblyFormat: "$lhs `,` $rhs attr-dict",
    fold: ({ lhs }, constants): FoldResult => {
      const right = integerOf(constants[1]);
      const folded =
        foldAtBothWidths(calculations[name], constants) ?? (right === undefined ? undefined : neutral?.(lhs, right));
      return folded === undefined ? undefined : [folded];
    },
    ...makeDefinedOf(name),
    meaning: scalar(
      (op) => {
        const apply = operator(arithmeticOf(op));
        return divides(name) ? divisionOnPoison(apply, name.endsWith("s")) : apply;
      },
      { folds: false, seesPoison: divides(name) },
    ),
  });
}

const divides = (name: string): boolean => /div|rem/.test(name);

/** Divisors above zero, shifts below the width. */
function makeDefinedOf(name: string): { makeDefined?: typeof makePositiveDivisor } {
  if (divides(name)) return { makeDefined: makePositiveDivisor };
  return name.startsWith("sh") ? { makeDefined: makeShiftBelowWidth } : {};
}

const zeroIsNeutral: NeutralFold = (lhs, right) => (right === 0n ? lhs : undefined);

const commutative: readonly Trait[] = ["Commutative", "Pure"];
const pure: readonly Trait[] = ["Pure"];
/** Division by zero is undefined behaviour: it may go, but not move up. */
const partial: readonly Trait[] = ["NoMemoryEffect"];

export const AddOp = binary("add", "Sum.", (a) => a.add, commutative, zeroIsNeutral);
export const SubOp = binary("sub", "Difference.", (a) => a.sub, pure, zeroIsNeutral);
export const MulOp = binary(
  "mul",
  "Product.",
  (a) => a.mul,
  commutative,
  (lhs, right) => (right === 1n ? lhs : right === 0n ? indexAttr(lhs.type.context, 0n) : undefined),
);
export const DivSOp = binary("divs", "Signed division, rounded towards zero.", (a) => a.divSigned, partial);
export const DivUOp = binary("divu", "Unsigned division, rounded down.", (a) => a.divUnsigned, partial);
export const CeilDivSOp = binary("ceildivs", "Signed division, rounded up.", (a) => a.ceilDivSigned, partial);
export const CeilDivUOp = binary("ceildivu", "Unsigned division, rounded up.", (a) => a.ceilDivUnsigned, partial);
export const FloorDivSOp = binary("floordivs", "Signed division, rounded down.", (a) => a.floorDivSigned, partial);
export const RemSOp = binary("rems", "Remainder with the sign of the dividend.", (a) => a.remSigned, partial);
export const RemUOp = binary("remu", "Unsigned remainder.", (a) => a.remUnsigned, partial);
export const MaxSOp = binary("maxs", "The greater, signed.", (a) => a.maxSigned, commutative);
export const MaxUOp = binary("maxu", "The greater, unsigned.", (a) => a.maxUnsigned, commutative);
export const MinSOp = binary("mins", "The lesser, signed.", (a) => a.minSigned, commutative);
export const MinUOp = binary("minu", "The lesser, unsigned.", (a) => a.minUnsigned, commutative);
export const ShlOp = binary("shl", "Shift to the left; poison by the width or more.", (a) => a.shl, pure);
export const ShrSOp = binary("shrs", "Shift to the right that copies the sign.", (a) => a.shrSigned, pure);
export const ShrUOp = binary("shru", "Shift to the right that fills with zeros.", (a) => a.shrUnsigned, pure);
export const AndOp = binary("and", "Bitwise and.", (a) => a.and, commutative);
export const OrOp = binary("or", "Bitwise or.", (a) => a.or, commutative);
export const XOrOp = binary("xor", "Bitwise exclusive or.", (a) => a.xor, commutative);

// --- casts ---------------------------------------------------------------------------------------------------------------

const IntegerOrIndex = typeWhere("integer or index", (type) => type.kind === "index" || AnyInteger.accepts(type));

function cast(name: string, summary: string, reading: "signed" | "unsigned") {
  return defineOp({
    name: `index.${name}`,
    summary,
    operands: { input: IntegerOrIndex },
    results: { output: IntegerOrIndex },
    traits: ["Pure"],
    assemblyFormat: "$input attr-dict `:` type($input) `to` type($output)",
    verify: ({ input: { type: from }, output: { type: to } }) =>
      (from.kind === "index") !== (to.kind === "index")
        ? undefined
        : `operand type '${typeText(from)}' and result type '${typeText(to)}' are cast incompatible`,
    fold: ({ output }, [constant]) => foldCast(constant, output.type, reading),
    meaning: scalar(
      (op) => convertInteger(integerElement(op.operand(0).type), integerElement(op.result().type), reading),
      { folds: false },
    ),
  });
}

export const CastSOp = cast(
  "casts",
  "Between index and an integer: extends the sign, or keeps the low bits.",
  "signed",
);
export const CastUOp = cast(
  "castu",
  "Between index and an integer: extends with zeros, or keeps the low bits.",
  "unsigned",
);

// --- comparison ----------------------------------------------------------------------------------------------------------

const holdsOfEqual: ReadonlySet<IndexCmpPredicate> = new Set(["eq", "sle", "sge", "ule", "uge"]);
const extrema: ReadonlySet<string> = new Set(["index.maxs", "index.maxu", "index.mins", "index.minu"]);

/** The same answer at both widths. */
function agreed(answer: (width: 32 | 64) => boolean | undefined): boolean | undefined {
  const wide = answer(64);
  return wide === answer(32) ? wide : undefined;
}

function foldComparison(
  predicate: IndexCmpPredicate,
  lhs: Value,
  rhs: Value,
  a?: bigint,
  b?: bigint,
): boolean | undefined {
  if (b !== undefined) {
    const known = a === undefined ? undefined : agreed((width) => compareAt(predicate, a, b, width));
    if (known !== undefined) return known;
    const extremum = lhs.definingOp;
    const bound =
      extremum !== null && extrema.has(extremum.name) ? integerOf(constantOf(extremum.operand(1))) : undefined;
    if (extremum !== null && bound !== undefined) {
      const decided = agreed((width) =>
        compareRange(predicate, rangeOfExtremum(extremum.name, bound, width), b, width),
      );
      if (decided !== undefined) return decided;
    }
  }
  return lhs === rhs ? holdsOfEqual.has(predicate) : undefined;
}

/** The predicate of a comparison. */
function predicateOf(op: Operation): IndexCmpPredicate {
  const attribute = op.attribute("pred");
  const [predicate] = (attribute === undefined ? undefined : IndexCmpPredicateAttr.valueOf(attribute)) ?? [];
  if (predicate === undefined) throw new Error("a comparison has no predicate");
  return predicate;
}

export const CmpOp = defineOp({
  name: "index.cmp",
  summary: "Compares, signed or unsigned.",
  properties: { pred: IndexCmpPredicateProperty },
  operands: { lhs: Index, rhs: Index },
  results: { result: I1 },
  traits: ["Pure"],
  assemblyFormat: "$pred `(` $lhs `,` $rhs `)` attr-dict",
  fold: ({ op, pred, lhs, rhs }, constants) => {
    const folded = foldComparison(pred, lhs, rhs, integerOf(constants[0]), integerOf(constants[1]));
    return folded === undefined ? undefined : [boolAttr(op.context, folded)];
  },
  meaning: scalar((op) => arithmeticOf(op).compare[predicateOf(op)], { folds: false }),
});

// --- constants -----------------------------------------------------------------------------------------------------------

export const SizeOfOp = defineOp({
  name: "index.sizeof",
  summary: "The width of an index in bits.",
  results: { result: Index },
  traits: ["Pure"],
  assemblyFormat: "attr-dict",
  meaning: onValues(() => () => [64]),
});

function prepareConstant(op: Operation): () => readonly Scalar[] {
  const attribute = op.attribute("value");
  const value = attribute === undefined ? undefined : valueOfAttribute(attribute);
  if (typeof value !== "number" && typeof value !== "bigint") throw new Error("a constant without a value");
  return () => [value];
}

const constantInterfaces = [ConstantValue.with((op) => op.attribute("value"))];

/** An integer of type index, kept exact. */
const IndexAttribute: PropertySpec<Attribute, false> = {
  ...attributeWhere("index attribute", (a) => a.kind === "integer" && a.type.kind === "index"),
  impliedType: indexType,
};

export const ConstantOp = defineOp({
  name: "index.constant",
  summary: "A constant index.",
  properties: { value: IndexAttribute },
  results: { result: Index },
  traits: ["ConstantLike", "Pure"],
  interfaces: constantInterfaces,
  assemblyFormat: "attr-dict $value",
  meaning: onValues(prepareConstant),
});

export const BoolConstantOp = defineOp({
  name: "index.bool.constant",
  summary: "A constant i1.",
  properties: { value: { ...BoolProperty, impliedType: i1 } },
  results: { result: I1 },
  traits: ["ConstantLike", "Pure"],
  interfaces: constantInterfaces,
  assemblyFormat: "attr-dict $value",
  meaning: onValues(prepareConstant),
});
