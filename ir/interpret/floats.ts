// Float arithmetic rounded to a type, on numbers. f80 and f128 are computed in f64.
//
// Sums, products, quotients and square roots of types up to f32 are computed in f64 and rounded again: with 53 >= 2p + 2 bits the
// second rounding never shows (Figueroa 1995). Fused multiply-add is another matter: see fma.ts.
import { roundHalfEven, roundToFloat } from "../core/float-bits.ts";
import type { FloatType, IndexType, IntegerType } from "../core/types.ts";
import { fusedMultiplyAdd64, fusedMultiplyAddNarrow } from "./fma.ts";
import { integerArithmetic, type Integer } from "./integers.ts";
import { POISON, type Scalar } from "./value.ts";

function num(a: Scalar): number {
  if (typeof a === "number") return a;
  throw new Error(`expected a float, found a ${typeof a}`);
}

type Unary = (a: Scalar) => number;
type Binary = (a: Scalar, b: Scalar) => number;

export type FloatPredicate =
  | "false" | "oeq" | "ogt" | "oge" | "olt" | "ole" | "one" | "ord"
  | "ueq" | "ugt" | "uge" | "ult" | "ule" | "une" | "uno" | "true"; // prettier-ignore

/** The predicates in the order of arith's enumeration. */
export const floatPredicates: readonly FloatPredicate[] = [
  "false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une", "uno", "true",
]; // prettier-ignore

export interface FloatArithmetic {
  /** The nearest value of the type, ties to even. */
  readonly round: (value: number) => number;
  readonly add: Binary;
  readonly sub: Binary;
  readonly mul: Binary;
  readonly div: Binary;
  /** Remainder with the sign of the dividend (fmod); exact. */
  readonly rem: Binary;
  /** a * b + c rounded once. */
  readonly fma: (a: Scalar, b: Scalar, c: Scalar) => number;
  /** NaN if either is; -0 is below +0. */
  readonly minimum: Binary;
  readonly maximum: Binary;
  /** The other where one is NaN; -0 is below +0. */
  readonly minnum: Binary;
  readonly maxnum: Binary;
  readonly negate: Unary;
  readonly abs: Unary;
  readonly sqrt: Unary;
  readonly floor: Unary;
  readonly ceil: Unary;
  readonly trunc: Unary;
  /** To the nearest integer, ties away from zero. */
  readonly roundAway: Unary;
  /** To the nearest integer, ties to even. */
  readonly roundEven: Unary;
  readonly copySign: Binary;
}

const made = new Map<string, FloatArithmetic>();

export function floatArithmetic(type: FloatType): FloatArithmetic {
  let arithmetic = made.get(type.name);
  if (arithmetic === undefined) made.set(type.name, (arithmetic = makeArithmetic(type)));
  return arithmetic;
}

function makeArithmetic({ name, width }: FloatType): FloatArithmetic {
  const isDouble = name === "f64" || width > 64;
  const round = isDouble
    ? (x: number): number => x
    : name === "f32"
      ? Math.fround
      : (x: number): number => roundToFloat(name, x);
  const fma = isDouble
    ? fusedMultiplyAdd64
    : (a: number, b: number, c: number): number => fusedMultiplyAddNarrow(a, b, c, round);
  return {
    round,
    ...basicOperations(name, isDouble, round),
    rem: (a, b) => num(a) % num(b),
    fma: (a, b, c) => fma(num(a), num(b), num(c)),
    minimum: (a, b) => Math.min(num(a), num(b)),
    maximum: (a, b) => Math.max(num(a), num(b)),
    minnum: (a, b) => numberOf(num(a), num(b), Math.min),
    maxnum: (a, b) => numberOf(num(a), num(b), Math.max),
    negate: (a) => round(-num(a)),
    abs: (a) => Math.abs(num(a)),
    sqrt: (a) => round(Math.sqrt(num(a))),
    floor: (a) => Math.floor(num(a)),
    ceil: (a) => round(Math.ceil(num(a))),
    trunc: (a) => Math.trunc(num(a)),
    roundAway: (a) => round(roundHalfAway(num(a))),
    roundEven: (a) => round(roundHalfEvenSigned(num(a))),
    copySign: (a, b) => copySign(num(a), num(b)),
  };
}

/** One closure each for the two common types, so that they stay small enough to inline. */
function basicOperations(
  name: string,
  isDouble: boolean,
  round: (x: number) => number,
): Pick<FloatArithmetic, "add" | "sub" | "mul" | "div"> {
  if (name === "f32") {
    return {
      add: (a, b) => Math.fround(num(a) + num(b)),
      sub: (a, b) => Math.fround(num(a) - num(b)),
      mul: (a, b) => Math.fround(num(a) * num(b)),
      div: (a, b) => Math.fround(num(a) / num(b)),
    };
  }
  if (isDouble) {
    return {
      add: (a, b) => num(a) + num(b),
      sub: (a, b) => num(a) - num(b),
      mul: (a, b) => num(a) * num(b),
      div: (a, b) => num(a) / num(b),
    };
  }
  return {
    add: (a, b) => round(num(a) + num(b)),
    sub: (a, b) => round(num(a) - num(b)),
    mul: (a, b) => round(num(a) * num(b)),
    div: (a, b) => round(num(a) / num(b)),
  };
}

function numberOf(a: number, b: number, choose: (a: number, b: number) => number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : choose(a, b);
}

export function copySign(magnitude: number, sign: number): number {
  const negative = sign < 0 || Object.is(sign, -0);
  return negative ? -Math.abs(magnitude) : Math.abs(magnitude);
}

/** To the nearest integer, ties to even; keeps the sign of zero and values that are no finite numbers. */
export function roundHalfEvenSigned(x: number): number {
  return Number.isFinite(x) ? copySign(roundHalfEven(Math.abs(x)), x) : x;
}

/** To the nearest integer, ties away from zero. */
export function roundHalfAway(x: number): number {
  if (!Number.isFinite(x)) return x;
  const whole = Math.trunc(x);
  return Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : copySign(whole, x);
}

const ordered = (a: number, b: number): boolean => !Number.isNaN(a) && !Number.isNaN(b);
const comparisons: Readonly<Record<FloatPredicate, (a: number, b: number) => boolean>> = {
  false: () => false,
  oeq: (a, b) => a === b,
  ogt: (a, b) => a > b,
  oge: (a, b) => a >= b,
  olt: (a, b) => a < b,
  ole: (a, b) => a <= b,
  one: (a, b) => a < b || a > b,
  ord: ordered,
  ueq: (a, b) => !(a < b || a > b),
  ugt: (a, b) => !(a <= b),
  uge: (a, b) => !(a < b),
  ult: (a, b) => !(a >= b),
  ule: (a, b) => !(a > b),
  une: (a, b) => a !== b,
  uno: (a, b) => !ordered(a, b),
  true: () => true,
};

/** The comparison as 0 or 1; the same for every float type. */
export function compareFloat(predicate: FloatPredicate): (a: Scalar, b: Scalar) => 0 | 1 {
  const holds = comparisons[predicate];
  return (a, b) => (holds(num(a), num(b)) ? 1 : 0);
}

/** Float to float: rounds (truncf) or is exact (extf). */
export function convertFloat(to: FloatType): Unary {
  const { round } = floatArithmetic(to);
  return (a) => round(num(a));
}

/** Integer to float, rounded once whatever the width: sitofp and uitofp. */
export function integerToFloat(from: IntegerType | IndexType, to: FloatType, reading: "signed" | "unsigned"): Unary {
  const read = integerArithmetic(from)[reading];
  const { round } = floatArithmetic(to);
  return (a) => round(nearestForRounding(read(a), to));
}

/** The integer as a number that rounds to the same float: beyond 2^53 with the lost bits sticky in the last one (round to odd). */
function nearestForRounding(value: Integer, to: FloatType): number {
  if (typeof value === "number") return value;
  if (to.width >= 64) return Number(value);
  const magnitude = value < 0n ? -value : value;
  const excess = magnitude.toString(2).length - 53;
  if (excess <= 0) return Number(value);
  const kept = magnitude >> BigInt(excess);
  const odd = kept << BigInt(excess) === magnitude ? kept : kept | 1n;
  const result = Number(odd) * 2 ** excess;
  return value < 0n ? -result : result;
}

/** Float to integer towards zero; poison for NaN and out of range: fptosi and fptoui. */
export function floatToInteger(to: IntegerType | IndexType, reading: "signed" | "unsigned"): (a: Scalar) => Scalar {
  const { wrap, width } = integerArithmetic(to);
  const [least, most] = range(width, reading);
  return (a) => {
    const whole = Math.trunc(num(a));
    if (!Number.isFinite(whole)) return POISON;
    const exact = BigInt(whole);
    return exact < least || exact > most ? POISON : wrap(exact);
  };
}

/** Float to integer towards zero; NaN gives 0, out of range gives the nearest bound. */
export function floatToIntegerSaturating(
  to: IntegerType | IndexType,
  reading: "signed" | "unsigned",
): (a: Scalar) => Integer {
  const { wrap, width } = integerArithmetic(to);
  const [least, most] = range(width, reading);
  return (a) => {
    const x = num(a);
    if (Number.isNaN(x)) return wrap(0);
    if (x === Infinity) return wrap(most);
    if (x === -Infinity) return wrap(least);
    const exact = BigInt(Math.trunc(x));
    return wrap(exact < least ? least : exact > most ? most : exact);
  };
}

function range(width: number, reading: "signed" | "unsigned"): readonly [bigint, bigint] {
  const half = 1n << BigInt(width - 1);
  return reading === "signed" ? [-half, half - 1n] : [0n, 2n * half - 1n];
}
