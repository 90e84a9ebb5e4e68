// The math dialect's ops, a table for each shape: functions of one, two, three floats; classifications; functions of integers.
import { haveCompatibleShapes, verifyElementwise } from "../../ir/analysis/compatible-types.ts";
import { floatToBits } from "../../ir/core/float-bits.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { FloatName } from "../../ir/core/types.ts";
import { SignlessIntegerLike, typeVariable, FloatLike } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import type { Trait } from "../../ir/define/traits.ts";
import { floatArithmetic, type FloatArithmetic } from "../../ir/interpret/floats.ts";
import { integerArithmetic, type Integer, type IntegerArithmetic } from "../../ir/interpret/integers.ts";
import { scalar, scalars } from "../../ir/interpret/meaning.ts";
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import type { Scalar } from "../../ir/interpret/value.ts";
import { FastMath } from "../arith/attributes.ts";
import { floatElement, underFastMath } from "../arith/fast-math.ts";
import { makePositiveDivisor } from "../arith/generation.ts";
import { integerElement } from "../arith/integer-element.ts";
import { FloatOperandT, FloatT, I1ShapedLikeT, IntegerT } from "../arith/types.ts";
import { foldFloats, type FoldRule } from "./fold.ts";
import { erf, erfc, power } from "./special-functions.ts";

const traits: readonly Trait[] = ["Pure", "Elementwise"];

const arithmeticOf = (op: Operation): FloatArithmetic => floatArithmetic(floatElement(op.operand(0).type));

function num(value: Scalar): number {
  if (typeof value === "number") return value;
  throw new Error(`expected a float, found a ${typeof value}`);
}

// --- functions of one float ----------------------------------------------------------------------------------------------

type Unary = (arithmetic: FloatArithmetic) => (x: Scalar) => Scalar;

/** A function in double precision, rounded to the type. */
const rounded =
  (apply: (x: number) => number): Unary =>
  ({ round }) =>
  (x) =>
    round(apply(num(x)));

/** Below zero, and minus zero: where upstream's folders of roots and logarithms stop. */
const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

const library: FoldRule = { formats: "library" };
const libraryFromZero: FoldRule = { formats: "library", except: isNegative };
const libraryNegativeNaN: FoldRule = { formats: "library", invalid: "negative" };
const every: FoldRule = { formats: "every" };
const nowhere: FoldRule = { formats: "library", except: () => true };

/** `rule` says where constants fold: as upstream does, which leaves some functions alone. */
function unary(name: string, summary: string, apply: Unary, rule: FoldRule = library) {
  return defineOp({
    name: `math.${name}`,
    summary,
    operands: { operand: FloatT },
    properties: { fastmath: FastMath },
    results: { result: FloatT },
    traits,
    assemblyFormat: "$operand (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    fold: ({ op }, constants) =>
      foldFloats(
        op,
        constants,
        rule,
        (arithmetic) =>
          (x = NaN) =>
            apply(arithmetic)(x),
      ),
    meaning: scalar((op) => underFastMath(op, apply(arithmeticOf(op))), { folds: false }),
  });
}

export const AbsFOp = unary("absf", "Magnitude.", (a) => a.abs, { ...every, exactly: ({ abs }) => abs });
export const AcoshOp = unary("acosh", "Inverse hyperbolic cosine.", rounded(Math.acosh), libraryNegativeNaN);
export const AcosOp = unary("acos", "Arc cosine.", rounded(Math.acos));
export const AsinOp = unary("asin", "Arc sine.", rounded(Math.asin));
export const AsinhOp = unary("asinh", "Inverse hyperbolic sine.", rounded(Math.asinh));
export const AtanOp = unary("atan", "Arc tangent.", rounded(Math.atan));
export const AtanhOp = unary("atanh", "Inverse hyperbolic tangent.", rounded(Math.atanh), libraryNegativeNaN);
export const CbrtOp = unary("cbrt", "Cube root.", rounded(Math.cbrt), nowhere);
export const CeilOp = unary("ceil", "Rounds up to an integer.", (a) => a.ceil, every);
export const CosOp = unary("cos", "Cosine.", rounded(Math.cos));
export const CoshOp = unary("cosh", "Hyperbolic cosine.", rounded(Math.cosh));
export const ErfOp = unary("erf", "Error function.", rounded(erf));
export const ErfcOp = unary("erfc", "Complementary error function.", rounded(erfc));
export const ExpOp = unary("exp", "e to the power of x.", rounded(Math.exp));
export const Exp2Op = unary(
  "exp2",
  "2 to the power of x.",
  rounded((x) => 2 ** x),
);
export const ExpM1Op = unary("expm1", "e to the power of x, minus 1.", rounded(Math.expm1));
export const FloorOp = unary("floor", "Rounds down to an integer.", (a) => a.floor, every);
export const LogOp = unary("log", "Natural logarithm.", rounded(Math.log), libraryFromZero);
export const Log10Op = unary("log10", "Logarithm to base 10.", rounded(Math.log10), libraryFromZero);
export const Log1pOp = unary("log1p", "Natural logarithm of 1 + x.", rounded(Math.log1p), {
  formats: "library",
  except: (x) => isNegative(1 + x),
});
export const Log2Op = unary("log2", "Logarithm to base 2.", rounded(Math.log2), libraryFromZero);
export const RoundOp = unary("round", "Rounds to the nearest integer, ties away from zero.", (a) => a.roundAway);
export const RoundEvenOp = unary(
  "roundeven",
  "Rounds to the nearest integer, ties to even.",
  (a) => a.roundEven,
  every,
);
export const RsqrtOp = unary(
  "rsqrt",
  "1 over the square root.",
  rounded((x) => 1 / Math.sqrt(x)),
  nowhere,
);
export const SinOp = unary("sin", "Sine.", rounded(Math.sin));
export const SinhOp = unary("sinh", "Hyperbolic sine.", rounded(Math.sinh));
export const SqrtOp = unary("sqrt", "Square root.", (a) => a.sqrt, libraryFromZero);
export const TanOp = unary("tan", "Tangent.", rounded(Math.tan));
export const TanhOp = unary("tanh", "Hyperbolic tangent.", rounded(Math.tanh));
export const TruncOp = unary("trunc", "Rounds towards zero to an integer.", (a) => a.trunc);

export const SincosOp = defineOp({
  name: "math.sincos",
  summary: "Sine and cosine.",
  operands: { operand: FloatOperandT },
  properties: { fastmath: FastMath },
  results: { sin: FloatOperandT, cos: FloatOperandT },
  traits,
  assemblyFormat: "$operand (`fastmath` `` $fastmath^)? attr-dict `:` type($operand)",
  meaning: scalars(
    (op) => {
      const { round } = arithmeticOf(op);
      const sine = underFastMath(op, (x) => round(Math.sin(num(x))));
      const cosine = underFastMath(op, (x) => round(Math.cos(num(x))));
      return (x) => [sine(x), cosine(x)];
    },
    { folds: false },
  ),
});

// --- functions of two and three floats -----------------------------------------------------------------------------------

type Binary = (arithmetic: FloatArithmetic) => (a: Scalar, b: Scalar) => Scalar;

function binary(name: string, summary: string, apply: Binary, rule: FoldRule = library) {
  return defineOp({
    name: `math.${name}`,
    summary,
    operands: { lhs: FloatT, rhs: FloatT },
    properties: { fastmath: FastMath },
    results: { result: FloatT },
    traits,
    assemblyFormat: "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    fold: ({ op }, constants) =>
      foldFloats(
        op,
        constants,
        rule,
        (arithmetic) =>
          (a = NaN, b = NaN) =>
            apply(arithmetic)(a, b),
      ),
    meaning: scalar((op) => underFastMath(op, apply(arithmeticOf(op))), { folds: false }),
  });
}

const roundedBinary =
  (apply: (a: number, b: number) => number): Binary =>
  ({ round }) =>
  (a, b) =>
    round(apply(num(a), num(b)));

export const Atan2Op = binary(
  "atan2",
  "Arc tangent of lhs / rhs, in the quadrant of the two.",
  roundedBinary(Math.atan2),
);
export const CopySignOp = binary("copysign", "The magnitude of lhs with the sign of rhs.", (a) => a.copySign, {
  ...every,
  exactly: ({ copySign }) => copySign,
});
export const PowFOp = binary("powf", "lhs to the power of rhs.", roundedBinary(power), libraryNegativeNaN);

export const FmaOp = defineOp({
  name: "math.fma",
  summary: "a * b + c, rounded once.",
  operands: { a: FloatT, b: FloatT, c: FloatT },
  properties: { fastmath: FastMath },
  results: { result: FloatT },
  traits,
  assemblyFormat: "$a `,` $b `,` $c (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
  meaning: scalar((op) => underFastMath(op, arithmeticOf(op).fma), { folds: false }),
});

export const ClampFOp = defineOp({
  name: "math.clampf",
  summary: "The value, or the bound that it is beyond.",
  operands: { value: FloatT, min: FloatT, max: FloatT },
  properties: { fastmath: FastMath },
  results: { result: FloatT },
  traits,
  assemblyFormat: "$value `to` ` ` `[` $min `,` $max `]` (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
  meaning: scalar(
    (op) => {
      const { minimum, maximum } = arithmeticOf(op);
      return underFastMath(op, (value, min, max) => minimum(maximum(value, min), max));
    },
    { folds: false },
  ),
});

// --- classification ------------------------------------------------------------------------------------------------------

function classification(name: string, summary: string, holds: (x: number, format: FloatName) => boolean) {
  return defineOp({
    name: `math.${name}`,
    summary,
    operands: { operand: FloatOperandT },
    properties: { fastmath: FastMath },
    results: { result: I1ShapedLikeT },
    traits,
    assemblyFormat: "$operand attr-dict `:` type($operand)",
    meaning: scalar((op) => {
      const { name: format } = floatElement(op.operand(0).type);
      return underFastMath(op, (x) => (holds(num(x), format) ? 1 : 0));
    }),
  });
}

/** Bits of the fraction, below the exponent. */
const fractionBits: Partial<Record<FloatName, bigint>> = {
  f16: 10n,
  bf16: 7n,
  tf32: 10n,
  f32: 23n,
  f64: 52n,
  f80: 63n,
  f128: 112n,
  f8E5M2: 2n,
  f8E4M3: 3n,
  f8E3M4: 4n,
  f8E4M3FN: 3n,
};

/** Not zero, subnormal, infinite or NaN: the exponent field of the magnitude is not zero. */
function isNormal(x: number, format: FloatName): boolean {
  const bits = fractionBits[format];
  if (bits === undefined) throw new Error(`no fraction width is known for ${format}`);
  return Number.isFinite(x) && floatToBits(format, Math.abs(x)) >> bits !== 0n;
}

export const IsFiniteOp = classification("isfinite", "Whether x is neither infinite nor NaN.", (x) =>
  Number.isFinite(x),
);
export const IsInfOp = classification("isinf", "Whether x is an infinity.", (x) => Math.abs(x) === Infinity);
export const IsNaNOp = classification("isnan", "Whether x is a NaN.", (x) => Number.isNaN(x));
export const IsNormalOp = classification(
  "isnormal",
  "Whether x is neither zero, subnormal, infinite nor NaN.",
  isNormal,
);

// --- integers ------------------------------------------------------------------------------------------------------------

function integerUnary(name: string, summary: string, apply: (arithmetic: IntegerArithmetic) => (x: Scalar) => Integer) {
  return defineOp({
    name: `math.${name}`,
    summary,
    operands: { operand: IntegerT },
    results: { result: IntegerT },
    traits,
    assemblyFormat: "$operand attr-dict `:` type($result)",
    meaning: scalar((op) => apply(integerArithmetic(integerElement(op.operand(0).type)))),
  });
}

export const AbsIOp = integerUnary("absi", "Magnitude; the least value stays itself.", (a) => a.abs);
export const CountLeadingZerosOp = integerUnary(
  "ctlz",
  "Zero bits in front of the first one.",
  (a) => a.countLeadingZeros,
);
export const CountTrailingZerosOp = integerUnary("cttz", "Zero bits behind the last one.", (a) => a.countTrailingZeros);
export const CtPopOp = integerUnary("ctpop", "One bits.", (a) => a.countOnes);

/** By repeated squaring, modulo 2^n. A negative power of anything but 1 and -1 rounds to 0; of 0 it divides by zero. */
function integerPower({ mul, signed, wrap }: IntegerArithmetic): (base: Scalar, exponent: Scalar) => Integer {
  return (x, y) => {
    const [base, exponent] = [BigInt(signed(x)), BigInt(signed(y))];
    if (exponent < 0n) {
      if (base === 0n) return undefinedBehavior("zero to a negative power divides by zero");
      const odd = exponent % 2n !== 0n;
      return wrap(base === 1n ? 1n : base === -1n ? (odd ? -1n : 1n) : 0n);
    }
    let result = wrap(1n);
    let square = wrap(base);
    for (let rest = exponent; rest > 0n; rest >>= 1n) {
      if (rest & 1n) result = mul(result, square);
      square = mul(square, square);
    }
    return result;
  };
}

export const IPowIOp = defineOp({
  name: "math.ipowi",
  summary: "lhs to the power of rhs, modulo 2^n.",
  operands: { lhs: IntegerT, rhs: IntegerT },
  results: { result: IntegerT },
  traits: ["NoMemoryEffect", "Elementwise"],
  assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($result)",
  // No negative power of zero.
  makeDefined: makePositiveDivisor,
  meaning: scalar((op) => integerPower(integerArithmetic(integerElement(op.operand(0).type)))),
});

const Base = typeVariable("Base", FloatLike);
const Exponent = typeVariable("Exponent", SignlessIntegerLike);

export const FPowIOp = defineOp({
  name: "math.fpowi",
  summary: "A float to the power of an integer.",
  operands: { lhs: Base, rhs: Exponent },
  properties: { fastmath: FastMath },
  results: { result: Base },
  traits,
  assemblyFormat: "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($lhs) `,` type($rhs)",
  verify: ({ op, lhs, rhs }) =>
    haveCompatibleShapes(lhs.type, rhs.type)
      ? verifyElementwise(op)
      : "requires the same shape for all operands and results",
  meaning: scalar(
    (op) => {
      const { round } = arithmeticOf(op);
      const { signed } = integerArithmetic(integerElement(op.operand(1).type));
      return underFastMath(op, (base, exponent) => round(power(num(base), Number(signed(exponent)))));
    },
    { folds: false },
  ),
});
