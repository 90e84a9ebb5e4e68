// Casts: between integer widths, float formats, integers and floats, index and integers, and of bits.
import type { Attribute } from "../../../ir/core/attributes.ts";
import { floatAttrFromBits, integerAttr } from "../../../ir/core/attribute-constructors.ts";
import { bitWidth, elementTypeOf, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  FloatLike,
  like,
  SignlessIntegerLike,
  typeWhere,
  type TypeConstraint,
} from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { bitsOfScalar, scalarOfBits } from "../../../ir/interpret/convert.ts";
import { floatToInteger, integerToFloat } from "../../../ir/interpret/floats.ts";
import { convertInteger, truncateNoWrap } from "../../../ir/interpret/integers.ts";
import { scalar } from "../../../ir/interpret/meaning.ts";
import { POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { typeText } from "../../../ir/syntax/print-attributes.ts";
import {
  IntegerOverflowAttr,
  OptionalFastMath,
  OverflowFlags,
  RoundingModeProperty,
  roundingModes,
} from "../attributes.ts";
import { floatElement, underFastMath } from "../fast-math.ts";
import { integerElement, integerWidth } from "../integer-element.ts";
import { roundingConversion } from "../rounding.ts";
import { FixedWidthIntegerLike, sameShape } from "../types.ts";

interface Cast {
  readonly in: Value;
  readonly out: Value;
}

const quoted = (type: Type): string => `'${typeText(type)}'`;

/** What all casts ask: one shape, and element types that `compatible` takes. */
const verifyCast =
  (compatible: (from: Type, to: Type) => boolean = () => true) =>
  ({ in: from, out: to }: Cast): string | undefined => {
    if (!sameShape(from.type, to.type)) return "requires the same shape for all operands and results";
    if (compatible(elementTypeOf(from.type), elementTypeOf(to.type))) return undefined;
    return `operand type ${quoted(from.type)} and result type ${quoted(to.type)} are cast incompatible`;
  };

const widths = (from: Type, to: Type): readonly [number, number] => [
  bitWidth(elementTypeOf(from)) ?? 0,
  bitWidth(elementTypeOf(to)) ?? 0,
];

function verifyWider({ in: from, out: to }: Cast): string | undefined {
  const [source, target] = widths(from.type, to.type);
  return verifyCast(() => source < target)({ in: from, out: to });
}

function verifyNarrower({ in: from, out: to }: Cast): string | undefined {
  const [source, target] = widths(from.type, to.type);
  return verifyCast(() => source > target)({ in: from, out: to });
}

/** The operand of the op of this name that defines a value. */
const castBy = (value: Value, name: string): Value | undefined =>
  value.definingOp?.name === name ? value.definingOp.operand(0) : undefined;

// --- integers ------------------------------------------------------------------------------------------------------------

function extension(name: string, summary: string, reading: "signed" | "unsigned") {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { in: FixedWidthIntegerLike },
    results: { out: FixedWidthIntegerLike },
    traits: ["Pure", "Elementwise"],
    assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
    verify: verifyWider,
    fold: (view) => {
      // An extension of an extension is one extension.
      const source = castBy(view.in, `arith.${name}`);
      if (source === undefined) return undefined;
      view.op.setOperand(0, source);
      return "inPlace";
    },
    meaning: scalar((op) =>
      convertInteger(integerElement(op.operand(0).type), integerElement(op.result().type), reading),
    ),
  });
}

export const ExtUIOp = extension("extui", "Widens with zeros.", "unsigned");
export const ExtSIOp = extension("extsi", "Widens with the sign.", "signed");

export const TruncIOp = defineOp({
  name: "arith.trunci",
  summary: "Keeps the low bits.",
  operands: { in: FixedWidthIntegerLike },
  properties: { overflowFlags: OverflowFlags },
  results: { out: FixedWidthIntegerLike },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in (`overflow` `` $overflowFlags^)? attr-dict `:` type($in) `to` type($out)",
  verify: verifyNarrower,
  fold: (view) => {
    const source = castBy(view.in, "arith.extsi") ?? castBy(view.in, "arith.extui");
    if (source !== undefined) {
      const [width, target] = [integerWidth(source.type), integerWidth(view.out.type)];
      // trunci(ext(x)) => x, or a truncation of x
      if (width === target) return [source];
      if (width < target) return undefined;
      view.op.setOperand(0, source);
      return "inPlace";
    }
    const truncated = castBy(view.in, "arith.trunci");
    if (truncated === undefined || view.overflowFlags.length > 0) return undefined;
    view.op.setOperand(0, truncated);
    return "inPlace";
  },
  meaning: scalar((op) => {
    const attribute = op.attribute("overflowFlags");
    const flags = attribute === undefined ? [] : (IntegerOverflowAttr.valueOf(attribute) ?? []);
    const [from, to] = [integerElement(op.operand(0).type), integerElement(op.result().type)];
    return truncateNoWrap(from, to, { signed: flags.includes("nsw"), unsigned: flags.includes("nuw") });
  }),
});

const IndexCastable: TypeConstraint = SignlessIntegerLike;

function indexCast(name: string, summary: string, reading: "signed" | "unsigned") {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { in: IndexCastable },
    results: { out: IndexCastable },
    traits: ["Pure", "Elementwise"],
    assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
    verify: verifyCast((from, to) => (from.kind === "index") !== (to.kind === "index")),
    fold: (view) => {
      // index to integer and back: the integer's bits survive in an index of 64 bits.
      const source = castBy(view.in, `arith.${name}`);
      if (source === undefined || source.type !== view.out.type) return undefined;
      const inner = integerElement(view.in.type);
      return inner.kind === "index" && integerWidth(source.type) <= 64 ? [source] : undefined;
    },
    meaning: scalar((op) =>
      convertInteger(integerElement(op.operand(0).type), integerElement(op.result().type), reading),
    ),
  });
}

export const IndexCastOp = indexCast(
  "index_cast",
  "Between index and an integer: extends the sign, or keeps the low bits.",
  "signed",
);
export const IndexCastUIOp = indexCast(
  "index_castui",
  "Between index and an integer: extends with zeros, or keeps the low bits.",
  "unsigned",
);

// --- floats --------------------------------------------------------------------------------------------------------------

export const ExtFOp = defineOp({
  name: "arith.extf",
  summary: "To a wider float format; exact.",
  operands: { in: FloatLike },
  properties: { fastmath: OptionalFastMath },
  results: { out: FloatLike },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in (`fastmath` `` $fastmath^)? attr-dict `:` type($in) `to` type($out)",
  verify: verifyWider,
  meaning: scalar((op) => underFastMath(op, roundingConversion(floatElement(op.result().type)))),
});

export const TruncFOp = defineOp({
  name: "arith.truncf",
  summary: "To a narrower float format; rounds to nearest even unless told otherwise.",
  operands: { in: FloatLike },
  properties: { roundingmode: RoundingModeProperty, fastmath: OptionalFastMath },
  results: { out: FloatLike },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in ($roundingmode^)? (`fastmath` `` $fastmath^)? attr-dict `:` type($in) `to` type($out)",
  verify: verifyNarrower,
  fold: (view) => {
    // truncf(extf(x)) => x
    const source = castBy(view.in, "arith.extf");
    return source?.type === view.out.type ? [source] : undefined;
  },
  meaning: scalar((op) => {
    const mode = op.attribute("roundingmode");
    return underFastMath(
      op,
      roundingConversion(
        floatElement(op.result().type),
        mode?.kind === "integer" ? roundingModes[Number(mode.value)] : undefined,
      ),
    );
  }),
});

// --- between integers and floats -----------------------------------------------------------------------------------------

function toFloat(name: string, summary: string, reading: "signed" | "unsigned") {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { in: FixedWidthIntegerLike },
    results: { out: FloatLike },
    traits: ["Pure", "Elementwise"],
    assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
    verify: verifyCast(),
    meaning: scalar((op) =>
      integerToFloat(integerElement(op.operand(0).type), floatElement(op.result().type), reading),
    ),
  });
}

export const SIToFPOp = toFloat("sitofp", "A signed integer as the nearest float.", "signed");
export const UIToFPOp = toFloat("uitofp", "An unsigned integer as the nearest float.", "unsigned");

function toInteger(name: string, summary: string, reading: "signed" | "unsigned") {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { in: FloatLike },
    results: { out: FixedWidthIntegerLike },
    traits: ["Pure", "Elementwise"],
    assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
    verify: verifyCast(),
    meaning: scalar((op) => floatToInteger(integerElement(op.result().type), reading)),
  });
}

export const FPToSIOp = toInteger("fptosi", "Towards zero; poison where the signed integer cannot hold it.", "signed");
export const FPToUIOp = toInteger(
  "fptoui",
  "Towards zero; poison where the unsigned integer cannot hold it.",
  "unsigned",
);

// --- bits ----------------------------------------------------------------------------------------------------------------

const BitcastType = like(
  "signless-integer-or-float-like or memref of signless-integer or float",
  typeWhere(
    "signless integer or float",
    (t) => t.kind === "float" || t.kind === "index" || (t.kind === "integer" && t.signedness === "signless"),
  ),
);

/** The bits of a scalar constant as a constant of another type: NaN payloads survive. */
function bitcastConstant(attribute: Attribute | undefined, to: Type): Attribute | undefined {
  if (attribute?.kind === "float") {
    if (to.kind === "integer") return integerAttr(to, attribute.bits);
    return to.kind === "float" ? floatAttrFromBits(to, attribute.bits) : undefined;
  }
  if (attribute?.kind !== "integer" || attribute.type.kind !== "integer") return undefined;
  if (to.kind === "float") return floatAttrFromBits(to, BigInt.asUintN(attribute.type.width, attribute.value));
  return to.kind === "integer" ? integerAttr(to, attribute.value) : undefined;
}

export const BitcastOp = defineOp({
  name: "arith.bitcast",
  summary: "The same bits under another type of the same width.",
  operands: { in: BitcastType },
  results: { out: BitcastType },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
  verify: verifyCast((from, to) => from.kind !== "index" && to.kind !== "index" && bitWidth(from) === bitWidth(to)),
  fold: (view, constants) => {
    if (view.in.type === view.out.type) return [view.in];
    const constant = bitcastConstant(constants[0], view.out.type);
    if (constant !== undefined) return [constant];
    const source = castBy(view.in, "arith.bitcast");
    if (source === undefined) return undefined;
    view.op.setOperand(0, source);
    return "inPlace";
  },
  meaning: scalar((op) => {
    const [from, to] = [elementTypeOf(op.operand(0).type), elementTypeOf(op.result().type)];
    return (value: Scalar) => {
      if (value === POISON) return POISON;
      if (typeof value === "object") throw new Error("a complex number has no bitcast");
      return scalarOfBits(to, bitsOfScalar(from, value));
    };
  }),
});
