// Functions of one scalar by op name and element type. Transcendental ones are computed in doubles and rounded once.
import type { FloatType, IntegerType, Type } from "../../../ir/core/types.ts";
import { floatArithmetic, type FloatArithmetic } from "../../../ir/interpret/floats.ts";
import { integerArithmetic, type IntegerArithmetic } from "../../../ir/interpret/integers.ts";
import { expectComplex, expectNumber } from "../../../ir/interpret/operand.ts";
import type { ComplexValue, Scalar } from "../../../ir/interpret/value.ts";
import { complexFunctions, magnitude } from "./complex.ts";

export type ScalarFunction1 = (a: Scalar) => Scalar;

interface UnaryFunctions {
  /** In doubles; the result is rounded to the type. */
  readonly float?: (x: number, arithmetic: FloatArithmetic) => number;
  readonly integer?: (arithmetic: IntegerArithmetic, type: IntegerType) => ScalarFunction1;
  readonly complex?: (a: ComplexValue) => ComplexValue | number;
}

const sign = (x: number): number => (x > 0 ? 1 : x < 0 ? -1 : x);

export const unaryFunctions = {
  abs: { float: Math.abs, integer: (a) => a.abs, complex: magnitude },
  cbrt: { float: Math.cbrt, complex: complexFunctions.cbrt },
  ceil: { float: Math.ceil },
  cosine: { float: Math.cos, complex: complexFunctions.cosine },
  count_leading_zeros: { integer: (a) => a.countLeadingZeros },
  exponential: { float: Math.exp, complex: complexFunctions.exponential },
  exponential_minus_one: { float: Math.expm1, complex: complexFunctions.exponential_minus_one },
  floor: { float: Math.floor },
  log: { float: Math.log, complex: complexFunctions.log },
  log_plus_one: { float: Math.log1p, complex: complexFunctions.log_plus_one },
  logistic: { float: (x) => 1 / (1 + Math.exp(-x)), complex: complexFunctions.logistic },
  negate: { float: (x) => -x, integer: (a) => a.negate, complex: complexFunctions.negate },
  not: { integer: (a) => a.not },
  popcnt: { integer: (a) => a.countOnes },
  round_nearest_afz: { float: (x, a) => a.roundAway(x) },
  round_nearest_even: { float: (x, a) => a.roundEven(x) },
  rsqrt: { float: (x) => 1 / Math.sqrt(x), complex: complexFunctions.rsqrt },
  sign: { float: sign, integer: (a) => (x) => a.wrap(sign(Number(a.signed(x)))), complex: complexFunctions.sign },
  sine: { float: Math.sin, complex: complexFunctions.sine },
  sqrt: { float: Math.sqrt, complex: complexFunctions.sqrt },
  tan: { float: Math.tan, complex: complexFunctions.tan },
  tanh: { float: Math.tanh, complex: complexFunctions.tanh },
} as const satisfies Readonly<Record<string, UnaryFunctions>>;

export type UnaryName = keyof typeof unaryFunctions;

/** The function on elements of a type; undefined where the op has none. */
export function unaryFunction(name: UnaryName, type: Type): ScalarFunction1 | undefined {
  const functions: UnaryFunctions = unaryFunctions[name];
  if (type.kind === "float") return functions.float && floatFunction(functions.float, type);
  if (type.kind === "integer") return functions.integer?.(integerArithmetic(type), type);
  return type.kind === "complex" ? complexFunction(functions, type.element) : undefined;
}

function floatFunction(apply: NonNullable<UnaryFunctions["float"]>, type: FloatType): ScalarFunction1 {
  const arithmetic = floatArithmetic(type);
  const { round } = arithmetic;
  if (type.name === "f32") return (x) => (typeof x === "number" ? Math.fround(apply(x, arithmetic)) : expectNumber(x));
  return (x) => round(apply(expectNumber(x), arithmetic));
}

function complexFunction({ complex: apply }: UnaryFunctions, part: Type): ScalarFunction1 | undefined {
  if (apply === undefined || part.kind !== "float") return undefined;
  const { round } = floatArithmetic(part);
  return (a) => {
    const result = apply(expectComplex(a));
    return typeof result === "number" ? round(result) : { re: round(result.re), im: round(result.im) };
  };
}

/** 1 where the number is neither infinite nor NaN. */
export const isFiniteFunction: ScalarFunction1 = (x) => (Number.isFinite(expectNumber(x)) ? 1 : 0);

/** Rounds to a float with these field widths: the exponent saturates to infinity, numbers below the least normal one to zero. */
export function reducePrecisionFunction(type: FloatType, exponentBits: number, mantissaBits: number): ScalarFunction1 {
  const { round } = floatArithmetic(type);
  const bias = 2 ** (exponentBits - 1) - 1;
  const [most, least] = [bias, 1 - bias];
  return (a) => {
    const x = expectNumber(a);
    if (!Number.isFinite(x) || x === 0) return x;
    const power = exponentOf(x);
    const unit = 2 ** (Math.max(power, -1074 + mantissaBits) - mantissaBits);
    const rounded = round(roundHalfEvenTo(x, unit));
    if (exponentOf(rounded) > most) return Math.sign(x) * Infinity;
    return exponentOf(rounded) < least ? Math.sign(x) * 0 : rounded;
  };
}

function exponentOf(x: number): number {
  const size = Math.abs(x);
  let power = Math.floor(Math.log2(size));
  if (2 ** power > size) power--;
  if (2 ** (power + 1) <= size) power++;
  return power;
}

function roundHalfEvenTo(x: number, unit: number): number {
  const scaled = x / unit;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return (up ? floor + 1 : floor) * unit;
}
