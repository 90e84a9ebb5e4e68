// Casts: between integer widths, float formats, integers and floats, index and integers, and of bits.
import { definedBy } from "../../../ir/define/op-interfaces.ts";
import { infersRangeOf } from "../ranges.ts";
import { haveCompatibleShapes, verifyElementwise } from "../../../ir/analysis/compatible-types.ts";
import type { Attribute, DenseElementsAttr } from "../../../ir/core/attributes.ts";
import { denseElementsAttr, floatAttrFromBits, integerAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { floatType } from "../../../ir/core/type-constructors.ts";
import { bitWidth, byteWidth, elementTypeOf, isShaped, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  AnyFloat,
  anyOf,
  FloatLike,
  like,
  SignlessInteger,
  SignlessIntegerLike,
  SignlessIntegerOrIndex,
  typeWhere,
  type TypeConstraint,
} from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import type { FoldResult } from "../../../ir/core/definition.ts";
import {
  bitcastElements,
  bitsOfScalar,
  bytesOfValue,
  scalarOfBits,
  valueFromBytes,
} from "../../../ir/interpret/convert.ts";
import { isLifted } from "../../../ir/interpret/elementwise.ts";
import { exactFloat } from "../../../ir/interpret/exact-float.ts";
import { foldBits } from "../../../ir/interpret/fold-bits.ts";
import { floatToInteger, integerToFloat } from "../../../ir/interpret/floats.ts";
import { convertInteger, truncateNoWrap } from "../../../ir/interpret/integers.ts";
import { onValues, scalar } from "../../../ir/interpret/meaning.ts";
import { expectDense, expectScalar } from "../../../ir/interpret/operand.ts";
import { unsupported } from "../../../ir/interpret/unwind.ts";
import { POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { typeText } from "../../../ir/syntax/print-attributes.ts";
import {
  IntegerOverflowAttr,
  OptionalFastMath,
  OverflowFlags,
  RoundingModeProperty,
  roundingModes,
  type RoundingMode,
} from "../attributes.ts";
import { floatElement, underFastMath } from "../fast-math.ts";
import { makeIntegralFloat } from "../generation.ts";
import { integerElement, integerWidth } from "../integer-element.ts";
import { poisonAmong } from "../poison.ts";
import { roundingConversion } from "../rounding.ts";
import { FixedWidthIntegerLike } from "../types.ts";

interface Cast {
  readonly op: Operation;
  readonly in: Value;
  readonly out: Value;
}

const quoted = (type: Type): string => `'${typeText(type)}'`;

/** Tensors of unknown rank count as different from each other, as they do upstream; what is no tensor has no dimensions. */
function haveSameDims(from: Type, to: Type): boolean {
  if (from.kind === "unranked_tensor" || to.kind === "unranked_tensor") return false;
  if (from.kind !== "tensor" && to.kind !== "tensor") return true;
  const [a, b] = [from, to].map((type) => (type.kind === "tensor" ? type.shape.join("x") : ""));
  return a === b;
}

const differentDims = "failed to verify that input and output have the same tensor dimensions";

/** What all casts ask: one shape, and element types that `compatible` takes. */
const verifyCast =
  (compatible: (from: Type, to: Type) => boolean = () => true) =>
  ({ op, in: from, out: to }: Cast): string | undefined => {
    if (!haveSameDims(from.type, to.type)) return differentDims;
    if (!haveCompatibleShapes(from.type, to.type)) return "requires the same shape for all operands and results";
    if (!compatible(elementTypeOf(from.type), elementTypeOf(to.type)))
      return `operand type ${quoted(from.type)} and result type ${quoted(to.type)} are cast incompatible`;
    return verifyElementwise(op);
  };

const widthOf = (type: Type): number => bitWidth(elementTypeOf(type)) ?? 0;
const verifyWider = verifyCast((from, to) => widthOf(from) < widthOf(to));
const verifyNarrower = verifyCast((from, to) => widthOf(from) > widthOf(to));

/** The operand of the op of this name that defines a value. */
const castBy = (value: Value, name: string): Value | undefined => definedBy(value, name)?.operand(0);

// --- integers ------------------------------------------------------------------------------------------------------------

function extension(name: string, summary: string, reading: "signed" | "unsigned") {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { in: FixedWidthIntegerLike },
    results: { out: FixedWidthIntegerLike },
    traits: ["Pure", "Elementwise"],
    interfaces: infersRangeOf(name),
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
  interfaces: infersRangeOf("trunci"),
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
    const inner = truncated && TruncIOp.match(view.in.definingOp);
    if (inner === undefined || truncated === undefined) return undefined;
    // What the outer one promises, both must: the inner one is gone.
    if (view.overflowFlags.some((flag) => !inner.overflowFlags.includes(flag))) return undefined;
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

/** A cast of a buffer reads its bytes as another type: upstream has no meaning for it either, only lowerings. */
function refuseBuffers(op: Operation): void {
  if (op.operand(0).type.kind === "memref") unsupported(`'${op.name}' of a buffer has no meaning here`);
}

const takesNoBuffer = (op: Operation): boolean => op.operand(0).type.kind !== "memref";

const IndexCastable: TypeConstraint = typeWhere(
  "signless-integer-like or memref of signless-integer",
  (t) => SignlessIntegerLike.accepts(t) || (t.kind === "memref" && SignlessIntegerOrIndex.accepts(t.element)),
  SignlessIntegerLike.samples,
);

function indexCast(name: string, summary: string, reading: "signed" | "unsigned") {
  return defineOp({
    name: `arith.${name}`,
    summary,
    operands: { in: IndexCastable },
    results: { out: IndexCastable },
    traits: ["Pure", "Elementwise"],
    interfaces: infersRangeOf(name),
    assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
    verify: verifyCast((from, to) => (from.kind === "index") !== (to.kind === "index")),
    fold: (view) => {
      // index to integer and back: the integer's bits survive in an index of 64 bits.
      const source = castBy(view.in, `arith.${name}`);
      if (source === undefined || source.type !== view.out.type) return undefined;
      const inner = integerElement(view.in.type);
      return inner.kind === "index" && integerWidth(source.type) <= 64 ? [source] : undefined;
    },
    hasMeaning: takesNoBuffer,
    meaning: scalar((op) => {
      refuseBuffers(op);
      return convertInteger(integerElement(op.operand(0).type), integerElement(op.result().type), reading);
    }),
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

/** Folds where neither the value nor a NaN's payload changes: a constant that rounds stays an op. */
function foldConversion(op: Operation, constants: readonly (Attribute | undefined)[]): FoldResult {
  const { type } = op.result();
  const from = exactFloat(floatElement(op.operand(0).type).name);
  const { name } = floatElement(type);
  const folded =
    poisonAmong(constants) ?? (from && foldBits(type, constants, (bits = 0n) => from.convertExactly(bits, name)));
  return folded && [folded];
}

export const ExtFOp = defineOp({
  name: "arith.extf",
  summary: "To a wider float format; exact.",
  operands: { in: FloatLike },
  properties: { fastmath: OptionalFastMath },
  results: { out: FloatLike },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in (`fastmath` `` $fastmath^)? attr-dict `:` type($in) `to` type($out)",
  verify: verifyWider,
  fold: ({ op }, constants) => foldConversion(op, constants),
  meaning: scalar((op) => underFastMath(op, roundingConversion(floatElement(op.result().type))), { folds: false }),
});

function roundingModeOf(op: Operation): RoundingMode | undefined {
  const mode = op.attribute("roundingmode");
  return mode?.kind === "integer" ? roundingModes[Number(mode.value)] : undefined;
}

export const TruncFOp = defineOp({
  name: "arith.truncf",
  summary: "To a narrower float format; rounds to nearest even unless told otherwise.",
  operands: { in: FloatLike },
  properties: { roundingmode: RoundingModeProperty, fastmath: OptionalFastMath },
  results: { out: FloatLike },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in ($roundingmode^)? (`fastmath` `` $fastmath^)? attr-dict `:` type($in) `to` type($out)",
  verify: verifyNarrower,
  fold: (view, constants) => {
    // truncf(extf(x)) => x, or a truncation of x
    const source = castBy(view.in, "arith.extf");
    if (source === undefined) return foldConversion(view.op, constants);
    if (source.type === view.out.type) return [source];
    const [from, to] = [widthOf(source.type), widthOf(view.out.type)];
    if (from <= to) return undefined;
    view.op.setOperand(0, source);
    return "inPlace";
  },
  meaning: scalar(
    (op) => {
      return underFastMath(op, roundingConversion(floatElement(op.result().type), roundingModeOf(op)));
    },
    { folds: false },
  ),
});

/** A conversion by a scale of its own for each element, as in OCP's microscaling formats. */
function verifyScaled(direction: "extf" | "truncf"): (view: Cast & { readonly scale: Value }) => string | undefined {
  return ({ op, in: from, scale, out: to }) => {
    if (!haveSameDims(from.type, to.type)) return differentDims;
    const [source, target] = [widthOf(from.type), widthOf(to.type)];
    const problem = verifyElementwise(op);
    const isCast = isShaped(from.type) === isShaped(to.type);
    if (isCast && (direction === "extf" ? source < target : source > target)) return problem;
    return `operand types ${quoted(from.type)}, ${quoted(scale.type)} and result type ${quoted(to.type)} are cast incompatible`;
  };
}

/** A scale is a power of two: the value rounded to f8E8M0FNU. */
const scaleOf = (op: Operation): ((scale: Scalar) => number) => roundingConversion(floatType(op.context, "f8E8M0FNU"));

function expectFloat(value: Scalar): number {
  if (typeof value === "number") return value;
  throw new Error(`expected a float, found a ${typeof value}`);
}

export const ScalingExtFOp = defineOp({
  name: "arith.scaling_extf",
  summary: "To a wider float format, times a scale rounded to a power of two.",
  operands: { in: FloatLike, scale: FloatLike },
  properties: { fastmath: OptionalFastMath },
  results: { out: FloatLike },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in `,` $scale (`fastmath` `` $fastmath^)? attr-dict `:` type($in) `,` type($scale) `to` type($out)",
  verify: verifyScaled("extf"),
  meaning: scalar(
    (op) => {
      const [round, power] = [roundingConversion(floatElement(op.result().type)), scaleOf(op)];
      return underFastMath(op, (value, scale) => round(round(value) * round(power(scale))));
    },
    { folds: false },
  ),
});

export const ScalingTruncFOp = defineOp({
  name: "arith.scaling_truncf",
  summary: "To a narrower float format after division by a scale rounded to a power of two.",
  operands: { in: FloatLike, scale: FloatLike },
  properties: { roundingmode: RoundingModeProperty, fastmath: OptionalFastMath },
  results: { out: FloatLike },
  traits: ["Pure", "Elementwise"],
  assemblyFormat:
    "$in `,` $scale ($roundingmode^)? (`fastmath` `` $fastmath^)? attr-dict `:` " +
    "type($in) `,` type($scale) `to` type($out)",
  verify: verifyScaled("truncf"),
  meaning: scalar(
    (op) => {
      const [wide, power] = [roundingConversion(floatElement(op.operand(0).type)), scaleOf(op)];
      const round = roundingConversion(floatElement(op.result().type), roundingModeOf(op));
      return underFastMath(op, (value, scale) => round(wide(expectFloat(value) / wide(power(scale)))));
    },
    { folds: false },
  ),
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
    fold: ({ op }, constants) => {
      const { type } = op.result();
      const exact = exactFloat(floatElement(type).name);
      const width = integerWidth(op.operand(0).type);
      const read = (bits: bigint): bigint =>
        reading === "signed" ? BigInt.asIntN(width, bits) : BigInt.asUintN(width, bits);
      const folded =
        poisonAmong(constants) ?? (exact && foldBits(type, constants, (bits = 0n) => exact.ofInteger(read(bits))));
      return folded && [folded];
    },
    meaning: scalar(
      (op) => integerToFloat(integerElement(op.operand(0).type), floatElement(op.result().type), reading),
      { folds: false },
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
    interfaces: infersRangeOf(name),
    assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
    verify: verifyCast(),
    makeDefined: makeIntegralFloat(reading === "signed"),
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

const BitcastElement = like("signless integer or float", anyOf(SignlessInteger, AnyFloat));
const BitcastType = typeWhere(
  "signless-integer-or-float-like or memref of signless-integer or float",
  (t) => BitcastElement.accepts(t) || (t.kind === "memref" && BitcastElement.accepts(t.element)),
  BitcastElement.samples,
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

/** As bitcastConstant, of every element. */
function bitcastDense({ type, data, splat }: DenseElementsAttr, to: Type): Attribute | undefined {
  if (to.kind !== "tensor" && to.kind !== "vector") return undefined;
  const elements = bitcastElements(valueFromBytes(type, data, splat ? [] : type.shape), to.element);
  return denseElementsAttr(to, bytesOfValue(elements), splat, byteWidth(to.element) ?? 1);
}

function scalarBitcast(op: Operation): (value: Scalar) => Scalar {
  const [from, to] = [elementTypeOf(op.operand(0).type), elementTypeOf(op.result().type)];
  return (value) => {
    if (value === POISON) return POISON;
    if (typeof value === "object") throw new Error("a complex number has no bitcast");
    return scalarOfBits(to, bitsOfScalar(from, value));
  };
}

export const BitcastOp = defineOp({
  name: "arith.bitcast",
  summary: "The same bits under another type of the same width.",
  operands: { in: BitcastType },
  results: { out: BitcastType },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$in attr-dict `:` type($in) `to` type($out)",
  verify: verifyCast((from, to) => from.kind !== "index" && to.kind !== "index" && bitWidth(from) === bitWidth(to)),
  hasMeaning: takesNoBuffer,
  fold: (view, constants) => {
    if (view.in.type === view.out.type) return [view.in];
    const { type } = view.out;
    const [given] = constants;
    const constant = given?.kind === "dense" ? bitcastDense(given, type) : bitcastConstant(given, type);
    if (constant !== undefined) return [constant];
    const source = castBy(view.in, "arith.bitcast");
    if (source === undefined) return undefined;
    view.op.setOperand(0, source);
    return "inPlace";
  },
  meaning: onValues(
    (op) => {
      refuseBuffers(op);
      const onScalar = scalarBitcast(op);
      const to = elementTypeOf(op.result().type);
      return ([operand]) =>
        isLifted(op.operand(0).type) ? [bitcastElements(expectDense(operand), to)] : [onScalar(expectScalar(operand))];
    },
    { onScalars: scalarBitcast },
  ),
});
