// The complex dialect's ops: arithmetic, functions and comparisons. Constants and casts are in constant.ts and bitcast.ts.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { FoldResult } from "../../ir/core/definition.ts";
import { bitsToFloat } from "../../ir/core/float-bits.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Value } from "../../ir/core/value.ts";
import { I1, SignlessInteger } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { definedBy, constantOf } from "../../ir/define/op-interfaces.ts";
import type { Trait } from "../../ir/define/traits.ts";
import {
  angle, arcTangent2, complexArithmetic, conjugate, cosine, exponential, exponentialMinusOne, hyperbolicTangent, integerPower, logarithm,
  logarithmPlusOne, magnitude, negate, power, quotient, reciprocalSquareRoot, sign, sine, squareRoot, tangent, type ComplexFunction,
  type ComplexOperator,
} from "../../ir/interpret/complex.ts"; // prettier-ignore
import { integerArithmetic } from "../../ir/interpret/integers.ts";
import { scalar, type ScalarMeaning } from "../../ir/interpret/meaning.ts";
import { expectComplex, expectNumber } from "../../ir/interpret/operand.ts";
import { FastMath, OptionalFastMath } from "../arith/attributes.ts";
import { underFastMath } from "../arith/fast-math.ts";
import { integerElement } from "../arith/integer-element.ts";
import { complexFunction, complexOperator, realFunction, rounding, foldsNothing } from "./meaning.ts";
import { ComplexT, elementOfT, SameAsLeft, SameComplex } from "./types.ts";

const traits: readonly Trait[] = ["Pure", "Elementwise"];

// --- constants in folders --------------------------------------------------------------------------------------------------

/** The parts of a constant of floats. */
function constantParts(attribute: Attribute | undefined): readonly [number, number] | undefined {
  if (attribute?.kind !== "array") return undefined;
  const [re, im] = attribute.elements;
  if (re?.kind !== "float" || im?.kind !== "float") return undefined;
  return [bitsToFloat(re.type.name, re.bits), bitsToFloat(im.type.name, im.bits)];
}

const isConstant = (attribute: Attribute | undefined, expected: number): boolean => {
  const parts = constantParts(attribute);
  return parts !== undefined && Object.is(parts[0], expected) && Object.is(parts[1], 0);
};

/** The operands of the op of this name that defines a value. */
const operandsOf = (value: Value, name: string): readonly Value[] | undefined => definedBy(value, name)?.operands;

// --- two operands ------------------------------------------------------------------------------------------------------------

type BinaryFold = (lhs: Value, rhs: Value, right: Attribute | undefined) => Value | undefined;

const folder =
  (fold: BinaryFold) =>
  (
    { lhs, rhs }: { readonly lhs: Value; readonly rhs: Value },
    constants: readonly (Attribute | undefined)[],
  ): FoldResult => {
    const folded = fold(lhs, rhs, constants[1]);
    return folded === undefined ? undefined : [folded];
  };

function binary(
  name: string,
  summary: string,
  prepare: (round: (x: number) => number) => ComplexOperator,
  fold?: BinaryFold,
) {
  return defineOp({
    name: `complex.${name}`,
    summary,
    operands: { lhs: SameComplex, rhs: SameComplex },
    properties: { fastmath: FastMath },
    results: { result: SameComplex },
    traits,
    assemblyFormat: "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    ...(fold === undefined ? {} : { fold: folder(fold) }),
    meaning: complexOperator(prepare),
  });
}

/** An operator computed in doubles and rounded once. */
const roundedOnce =
  (apply: ComplexOperator) =>
  (round: (x: number) => number): ComplexOperator => {
    const arithmetic = complexArithmetic(round);
    return (a, b) => arithmetic.round(apply(a, b));
  };

export const AddOp = binary("add", "Sum.", (round) => complexArithmetic(round).add);
export const SubOp = binary(
  "sub",
  "Difference.",
  (round) => complexArithmetic(round).subtract,
  // a - 0 => a. Upstream folds (a + b) - b, (a - b) + b, a + 0, a * 1 and a / 1 too, which rounding, infinities or -0 make wrong.
  (lhs, _, right) => (isConstant(right, 0) ? lhs : undefined),
);
export const MulOp = binary("mul", "Product.", (round) => complexArithmetic(round).multiply);
export const DivOp = binary("div", "Quotient.", roundedOnce(quotient));
export const Atan2Op = binary(
  "atan2",
  "Arc tangent of lhs / rhs: -i log((rhs + i lhs) / sqrt(lhs^2 + rhs^2)).",
  roundedOnce(arcTangent2),
);
export const PowOp = binary("pow", "lhs to the power of rhs.", roundedOnce(power));

export const PowiOp = defineOp({
  name: "complex.powi",
  summary: "A complex number to the power of a signed integer.",
  operands: { lhs: ComplexT, rhs: SignlessInteger },
  properties: { fastmath: OptionalFastMath },
  results: { result: ComplexT },
  traits,
  assemblyFormat: "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($result) `,` type($rhs)",
  meaning: scalar((op) => {
    const { round } = complexArithmetic(rounding(op));
    const { signed } = integerArithmetic(integerElement(op.operand(1).type));
    return underFastMath(op, (base, exponent) => round(integerPower(expectComplex(base), BigInt(signed(exponent)))));
  }, foldsNothing),
});

// --- one operand -------------------------------------------------------------------------------------------------------------

/** `f(g(a)) => a`, where g is the op of this name. */
const undoes =
  (name: string) =>
  ({ complex }: { readonly complex: Value }): FoldResult => {
    const [value] = operandsOf(complex, name) ?? [];
    return value === undefined ? undefined : [value];
  };

const unaryFormat = "$complex (`fastmath` `` $fastmath^)? attr-dict `:` type($complex)";

function unary(name: string, summary: string, apply: ComplexFunction, undone?: string) {
  return defineOp({
    name: `complex.${name}`,
    summary,
    operands: { complex: SameComplex },
    properties: { fastmath: FastMath },
    results: { result: SameComplex },
    traits,
    assemblyFormat: unaryFormat,
    ...(undone === undefined ? {} : { fold: undoes(`complex.${undone}`) }),
    meaning: complexFunction(apply),
  });
}

export const CosOp = unary("cos", "Cosine.", cosine);
export const ExpOp = unary("exp", "e to the power of z.", exponential);
export const Expm1Op = unary("expm1", "e to the power of z, minus 1.", exponentialMinusOne);
export const LogOp = unary("log", "Natural logarithm.", logarithm);
export const Log1pOp = unary("log1p", "Natural logarithm of 1 + z.", logarithmPlusOne);
export const NegOp = unary("neg", "Negation.", negate, "neg");
export const RsqrtOp = unary("rsqrt", "1 over the square root.", reciprocalSquareRoot);
export const SignOp = unary("sign", "z over its magnitude; 0 where z is 0.", sign);
export const SinOp = unary("sin", "Sine.", sine);
export const SqrtOp = unary("sqrt", "Square root.", squareRoot);
export const TanhOp = unary("tanh", "Hyperbolic tangent.", hyperbolicTangent);
export const TanOp = unary("tan", "Tangent.", tangent);
export const ConjOp = unary("conj", "Conjugate.", conjugate, "conj");

function real(name: string, summary: string, apply: (a: { readonly re: number; readonly im: number }) => number) {
  return defineOp({
    name: `complex.${name}`,
    summary,
    operands: { complex: ComplexT },
    properties: { fastmath: FastMath },
    results: { result: elementOfT("result") },
    traits,
    assemblyFormat: unaryFormat,
    meaning: realFunction(apply),
  });
}

export const AbsOp = real("abs", "Magnitude.", magnitude);
export const AngleOp = real("angle", "Argument, from -pi to pi.", angle);

// --- parts -------------------------------------------------------------------------------------------------------------------

function prepareCreate(op: Operation): ReturnType<ScalarMeaning["prepare"]> {
  return underFastMath(op, (re, im) => ({ re: expectNumber(re), im: expectNumber(im) }));
}

export const CreateOp = defineOp({
  name: "complex.create",
  summary: "A complex number of its parts.",
  operands: { real: elementOfT("real operand"), imaginary: elementOfT("imaginary operand") },
  results: { complex: ComplexT },
  traits: ["Pure"],
  assemblyFormat: "$real `,` $imaginary attr-dict `:` type($complex)",
  // create(re z, im z) => z
  fold: ({ real, imaginary }) => {
    const [re, im] = [operandsOf(real, "complex.re")?.[0], operandsOf(imaginary, "complex.im")?.[0]];
    return re !== undefined && re === im ? [re] : undefined;
  },
  meaning: scalar(prepareCreate, { folds: false }),
});

/** A part of a constant, or of what complex.create made. */
function foldPart(complex: Value, part: 0 | 1): FoldResult {
  const constant = constantOf(complex);
  const known = constant?.kind === "array" && constant.elements.length === 2 ? constant.elements[part] : undefined;
  const folded = known ?? operandsOf(complex, "complex.create")?.[part];
  return folded === undefined ? undefined : [folded];
}

export const ReOp = defineOp({
  name: "complex.re",
  summary: "The real part.",
  operands: { complex: ComplexT },
  properties: { fastmath: FastMath },
  results: { real: elementOfT("result") },
  traits,
  assemblyFormat: unaryFormat,
  fold: ({ complex }) => foldPart(complex, 0),
  meaning: realFunction(({ re }) => re),
});

export const ImOp = defineOp({
  name: "complex.im",
  summary: "The imaginary part.",
  operands: { complex: ComplexT },
  properties: { fastmath: FastMath },
  results: { imaginary: elementOfT("result") },
  traits,
  assemblyFormat: unaryFormat,
  fold: ({ complex }) => foldPart(complex, 1),
  meaning: realFunction(({ im }) => im),
});

// --- comparison --------------------------------------------------------------------------------------------------------------

function comparison(name: string, summary: string, holds: (equal: boolean) => boolean) {
  return defineOp({
    name: `complex.${name}`,
    summary,
    operands: { lhs: ComplexT, rhs: SameAsLeft },
    results: { result: I1 },
    traits,
    assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($lhs)",
    meaning: scalar(
      () => (x, y) => {
        const [a, b] = [expectComplex(x), expectComplex(y)];
        return holds(a.re === b.re && a.im === b.im) ? 1 : 0;
      },
      foldsNothing,
    ),
  });
}

export const EqualOp = comparison("eq", "Whether both parts are equal.", (equal) => equal);
export const NotEqualOp = comparison("neq", "Whether some part differs, or is a NaN.", (equal) => !equal);
