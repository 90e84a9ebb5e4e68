// Elementwise ops of one operand.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i1, tensorType } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { TypeConstraint } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { I32Property, optionalProperty, type PropertySpec } from "../../../ir/define/properties.ts";
import { i32 } from "../../../ir/core/type-constructors.ts";
import { integerAttr } from "../../../ir/core/attribute-constructors.ts";
import type { CustomDirective } from "../../../ir/define/assembly-format/custom-directive.ts";
import { scalar } from "../../../ir/interpret/meaning.ts";
import { expectComplex, expectNumber } from "../../../ir/interpret/operand.ts";
import { unsupported } from "../../../ir/interpret/unwind.ts";
import { ResultAccuracyProperty } from "../attributes/dimension-numbers.ts";
import { conversion } from "../scalar/convert.ts";
import {
  isFiniteFunction,
  reducePrecisionFunction,
  unaryFunction,
  type ScalarFunction1,
  type UnaryName,
} from "../scalar/unary.ts";
import { complexOpType, sameTypeDirectives } from "../text/same-type.ts";
import {
  AnyTensor, BoolOrIntTensor, BoolTensor, ComplexTensor, elementOf, FloatOf32Or64Tensor, FloatOrComplexTensor, FloatTensor, IntTensor,
  SignedNumberTensor, NumberTensor, shapeOf,
} from "../types.ts"; // prettier-ignore
import { quoted, verifyInferred, verifySameShape, verifySameType } from "../verify.ts";

const sameTypeFormat = "$operand attr-dict `:` custom<SameOperandsAndResultType>(type($operand), type($result))";

function prepareUnary(name: UnaryName, op: Operation): ScalarFunction1 {
  const element = elementOf(op.operand(0));
  return unaryFunction(name, element) ?? unsupported(`'${op.name}' on elements of type ${quoted(element)}`);
}

function unary(name: UnaryName, summary: string, type: TypeConstraint) {
  return defineOp({
    name: `stablehlo.${name}`,
    summary,
    operands: { operand: type },
    results: { result: type },
    traits: ["Pure", "Elementwise"],
    assemblyFormat: sameTypeFormat,
    customDirectives: sameTypeDirectives,
    inferResultTypes: ({ operands: [operand] }) => (operand === undefined ? undefined : [operand.type]),
    verify: ({ op }) => verifySameType(op),
    meaning: scalar((op) => prepareUnary(name, op)),
  });
}

/** With a request for accuracy. */
function accurate(name: UnaryName, summary: string) {
  return defineOp({
    name: `stablehlo.${name}`,
    summary,
    operands: { operand: FloatOrComplexTensor },
    properties: { result_accuracy: optionalProperty(ResultAccuracyProperty) },
    results: { result: FloatOrComplexTensor },
    traits: ["Pure", "Elementwise"],
    assemblyFormat: sameTypeFormat,
    customDirectives: sameTypeDirectives,
    inferResultTypes: ({ operands: [operand] }) => (operand === undefined ? undefined : [operand.type]),
    verify: ({ op }) => verifySameType(op),
    meaning: scalar((op) => prepareUnary(name, op)),
  });
}

export const CbrtOp = accurate("cbrt", "Cubic root.");
export const CosineOp = accurate("cosine", "Cosine.");
export const ExpOp = accurate("exponential", "e to the power of each element.");
export const Expm1Op = accurate("exponential_minus_one", "e to the power of each element, less one.");
export const LogOp = accurate("log", "Natural logarithm.");
export const Log1pOp = accurate("log_plus_one", "Natural logarithm of one more.");
export const LogisticOp = accurate("logistic", "1 / (1 + e^-x).");
export const RsqrtOp = accurate("rsqrt", "Reciprocal of the square root.");
export const SineOp = accurate("sine", "Sine.");
export const SqrtOp = accurate("sqrt", "Square root.");
export const TanOp = accurate("tan", "Tangent.");
export const TanhOp = accurate("tanh", "Hyperbolic tangent.");
export const CeilOp = unary("ceil", "The least integer that is not below.", FloatTensor);
export const ClzOp = unary("count_leading_zeros", "Number of zero bits before the first one.", IntTensor);
export const FloorOp = unary("floor", "The greatest integer that is not above.", FloatTensor);
export const NegOp = unary("negate", "The number with the other sign.", NumberTensor);
export const NotOp = unary("not", "Every bit turned over; logical not of booleans.", BoolOrIntTensor);
export const PopulationCountOp = unary("popcnt", "Number of bits that are one.", IntTensor);
export const RoundOp = unary("round_nearest_afz", "The nearest integer, ties away from zero.", FloatTensor);
export const RoundNearestEvenOp = unary("round_nearest_even", "The nearest integer, ties to even.", FloatTensor);
export const SignOp = unary("sign", "-1, 0 or 1 by the sign; NaN stays.", SignedNumberTensor);

/** The part's type for complex numbers, else the type itself. */
const realPart = (type: Type): Type => (type.kind === "complex" ? type.element : type);

export const AbsOp = defineOp({
  name: "stablehlo.abs",
  summary: "Absolute value; of complex numbers, a real one.",
  operands: { operand: SignedNumberTensor },
  results: { result: SignedNumberTensor },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: sameTypeFormat,
  customDirectives: sameTypeDirectives,
  inferResultTypes: ({ operands: [operand] }) =>
    operand && [tensorType(shapeOf(operand), realPart(elementOf(operand)))],
  verify: ({ operand, result }) => verifyInferred(result, shapeOf(operand), realPart(elementOf(operand))),
  meaning: scalar((op) => prepareUnary("abs", op)),
});

function partOfComplex(name: "real" | "imag", summary: string, ofComplex: ScalarFunction1, ofReal: ScalarFunction1) {
  return defineOp({
    name: `stablehlo.${name}`,
    summary,
    operands: { operand: FloatOrComplexTensor },
    results: { result: FloatTensor },
    traits: ["Pure", "Elementwise"],
    assemblyFormat: sameTypeFormat,
    customDirectives: sameTypeDirectives,
    inferResultTypes: ({ operands: [operand] }) =>
      operand && [tensorType(shapeOf(operand), realPart(elementOf(operand)))],
    verify: ({ operand, result }) => verifyInferred(result, shapeOf(operand), realPart(elementOf(operand))),
    meaning: scalar((op) => (elementOf(op.operand(0)).kind === "complex" ? ofComplex : ofReal)),
  });
}
export const RealOp = partOfComplex(
  "real",
  "Real part.",
  (a) => expectComplex(a).re,
  (a) => a,
);
export const ImagOp = partOfComplex(
  "imag",
  "Imaginary part; 0 for real numbers.",
  (a) => expectComplex(a).im,
  () => 0,
);

export const ComplexOp = defineOp({
  name: "stablehlo.complex",
  summary: "Complex numbers from real and imaginary parts.",
  operands: { lhs: FloatOf32Or64Tensor, rhs: FloatOf32Or64Tensor },
  results: { result: ComplexTensor },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "operands attr-dict `:` custom<ComplexOpType>(type($lhs), type($rhs), type($result))",
  customDirectives: { ComplexOpType: complexOpType },
  verify: ({ op, lhs, rhs, result }) => {
    if (lhs.type !== rhs.type) return "requires the same type for all operands";
    const element = elementOf(result);
    return element.kind === "complex" && element.element === elementOf(lhs)
      ? verifySameShape(op)
      : `requires a result of complex numbers of ${quoted(elementOf(lhs))}, but got ${quoted(result.type)}`;
  },
  meaning: scalar(() => (re, im) => ({ re: expectNumber(re), im: expectNumber(im) })),
});

export const ConvertOp = defineOp({
  name: "stablehlo.convert",
  summary: "Conversion to another element type by value.",
  operands: { operand: AnyTensor },
  results: { result: AnyTensor },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: sameTypeFormat,
  customDirectives: sameTypeDirectives,
  verify: ({ op }) => verifySameShape(op),
  fold: ({ operand, result }) => (operand.type === result.type ? [operand] : undefined),
  meaning: scalar((op) => {
    const [from, to] = [elementOf(op.operand(0)), elementOf(op.result())];
    return conversion(from, to) ?? unsupported(`conversion of ${quoted(from)} to ${quoted(to)}`);
  }),
});

export const IsFiniteOp = defineOp({
  name: "stablehlo.is_finite",
  summary: "Whether each element is neither infinite nor NaN.",
  operands: { x: FloatTensor },
  results: { y: BoolTensor },
  traits: ["Pure", "Elementwise"],
  assemblyFormat: "$x attr-dict `:` functional-type(operands, results)",
  inferResultTypes: ({ operands: [x] }) => x && [tensorType(shapeOf(x), i1(x.type.context))],
  verify: ({ op }) => verifySameShape(op),
  meaning: scalar(() => isFiniteFunction),
});

const bits = (description: string): PropertySpec<number, false> => ({ ...I32Property, description });

/** `format = e5m10`. */
const exponentMantissa: CustomDirective = {
  print: (args, op, p) => {
    const [exponent, mantissa] = [args.property(op, 0), args.property(op, 1)];
    if (exponent?.kind === "integer" && mantissa?.kind === "integer") p.text(`e${exponent.value}m${mantissa.value}`);
  },
  parse: (p, state, args) => {
    const at = p.position();
    const format = /^e([0-9]+)m([0-9]+)$/.exec(p.keyword("exponent mantissa"));
    if (format === null) return p.error("expected exponent mantissa in format e#m#", at);
    [1, 2].forEach((group, i) => {
      state.setProperty(args.name(i), integerAttr(i32(p.context), BigInt(format[group] ?? "0")));
    });
  },
};

export const ReducePrecisionOp = defineOp({
  name: "stablehlo.reduce_precision",
  summary: "Rounds to a float format of these field widths, and back.",
  operands: { operand: FloatTensor },
  properties: { exponent_bits: bits("exponent bits"), mantissa_bits: bits("mantissa bits") },
  results: { output: FloatTensor },
  traits: ["Pure", "Elementwise"],
  assemblyFormat:
    "$operand `,` `format` `=` custom<ExponentMantissa>($exponent_bits, $mantissa_bits) attr-dict `:` custom<SameOperandsAndResultType>(type($operand), type($output))",
  customDirectives: { ...sameTypeDirectives, ExponentMantissa: exponentMantissa },
  inferResultTypes: ({ operands: [operand] }) => operand && [operand.type],
  verify: ({ op, exponentBits, mantissaBits }) => {
    if (exponentBits < 1) return `exponent_bits must be at least 1, but got ${exponentBits}`;
    return mantissaBits < 0 ? `mantissa_bits must be at least 0, but got ${mantissaBits}` : verifySameType(op);
  },
  meaning: scalar((op) => {
    const element = elementOf(op.operand(0));
    const [exponent, mantissa] = [op.attribute("exponent_bits"), op.attribute("mantissa_bits")];
    if (element.kind !== "float" || exponent?.kind !== "integer" || mantissa?.kind !== "integer")
      throw new Error("the verifier asks for floats");
    return reducePrecisionFunction(element, Number(exponent.value), Number(mantissa.value));
  }),
});

export const unaryOps: readonly OpDefinition[] = [
  AbsOp, CbrtOp, CeilOp, ClzOp, ComplexOp, ConvertOp, CosineOp, ExpOp, Expm1Op, FloorOp, ImagOp, IsFiniteOp, LogOp, Log1pOp, LogisticOp,
  NegOp, NotOp, PopulationCountOp, RealOp, ReducePrecisionOp, RoundOp, RoundNearestEvenOp, RsqrtOp, SignOp, SineOp, SqrtOp, TanOp, TanhOp,
]; // prettier-ignore
