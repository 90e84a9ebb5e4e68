// Arithmetic on the bit patterns of every float format, rounded once: what constant folding computes with. NaNs behave as LLVM's APFloat
// has it: an operand's NaN stays, made quiet; an invalid operation gives the positive quiet NaN.
import type { FloatName } from "../core/types.ts";

export type Rounding = "to_nearest_even" | "downward" | "upward" | "toward_zero" | "to_nearest_away";

interface Format {
  /** Bits of the exponent field and of the fraction field behind it. */
  readonly exponent: number;
  readonly fraction: number;
  readonly bias: number;
  /** The integer bit stands in the pattern, between exponent and fraction (f80). */
  readonly explicitBit: boolean;
  /** "ieee": infinities and NaNs; "fn": one NaN, all ones; "fnuz": one NaN, the pattern of -0; "finite": none. */
  readonly special: "ieee" | "fn" | "fnuz" | "finite";
}

const format = (
  exponent: number,
  fraction: number,
  special: Format["special"] = "ieee",
  bias = 2 ** (exponent - 1) - 1,
): Format => ({ exponent, fraction, bias, special, explicitBit: false });

/** f8E8M0FNU, which has neither sign nor zero, is not here. */
const formats: Partial<Record<FloatName, Format>> = {
  f16: format(5, 10),
  bf16: format(8, 7),
  tf32: format(8, 10),
  f32: format(8, 23),
  f64: format(11, 52),
  f80: { ...format(15, 63), explicitBit: true },
  f128: format(15, 112),
  f8E5M2: format(5, 2),
  f8E4M3: format(4, 3),
  f8E3M4: format(3, 4),
  f8E4M3FN: format(4, 3, "fn"),
  f8E5M2FNUZ: format(5, 2, "fnuz", 16),
  f8E4M3FNUZ: format(4, 3, "fnuz", 8),
  f8E4M3B11FNUZ: format(4, 3, "fnuz", 11),
  f6E2M3FN: format(2, 3, "finite"),
  f6E3M2FN: format(3, 2, "finite"),
  f4E2M1FN: format(2, 1, "finite"),
};

/** A decoded pattern. A finite value is `significand * 2^exponent`; of a NaN the significand is the fraction field. */
interface Decoded {
  readonly kind: "nan" | "infinity" | "finite";
  readonly negative: boolean;
  readonly significand: bigint;
  readonly exponent: number;
}

const ones = (width: number): bigint => (1n << BigInt(width)) - 1n;
const bitLength = (n: bigint): number => (n === 0n ? 0 : n.toString(2).length);
const fieldBits = (f: Format): number => f.fraction + (f.explicitBit ? 1 : 0);
const signPlace = (f: Format): bigint => BigInt(f.exponent + fieldBits(f));

function decode(f: Format, bits: bigint): Decoded {
  const negative = bits >> signPlace(f) === 1n;
  const magnitude = bits & ones(f.exponent + fieldBits(f));
  const field = Number(magnitude >> BigInt(fieldBits(f)));
  const significand = magnitude & ones(f.fraction);
  const top = Number(ones(f.exponent));
  const isNaN =
    (f.special === "ieee" && field === top && significand !== 0n) ||
    (f.special === "fn" && magnitude === ones(f.exponent + f.fraction)) ||
    (f.special === "fnuz" && negative && magnitude === 0n);
  if (isNaN) return { kind: "nan", negative, significand, exponent: 0 };
  if (f.special === "ieee" && field === top) return { kind: "infinity", negative, significand: 0n, exponent: 0 };
  const isNormal = f.explicitBit ? (magnitude >> BigInt(f.fraction)) & 1n : field > 0;
  return {
    kind: "finite",
    negative,
    significand: isNormal ? significand | (1n << BigInt(f.fraction)) : significand,
    exponent: Math.max(field, 1) - f.bias - f.fraction,
  };
}

function pattern(f: Format, negative: boolean, field: number, fraction: bigint, integerBit: bigint): bigint {
  const whole = f.explicitBit ? (integerBit << BigInt(f.fraction)) | fraction : fraction;
  return ((negative ? 1n : 0n) << signPlace(f)) | (BigInt(field) << BigInt(fieldBits(f))) | whole;
}

const zero = (f: Format, negative: boolean): bigint => pattern(f, negative && f.special !== "fnuz", 0, 0n, 0n);
const topField = (f: Format): number => Number(ones(f.exponent));

function quietNaN(f: Format, negative = false, payload = 0n): bigint {
  if (f.special === "fnuz") return 1n << signPlace(f);
  if (f.special === "ieee") return pattern(f, negative, topField(f), payload | (1n << BigInt(f.fraction - 1)), 1n);
  return pattern(f, negative, topField(f), ones(f.fraction), 1n);
}

function largest(f: Format, negative: boolean): bigint {
  if (f.special === "ieee") return pattern(f, negative, topField(f) - 1, ones(f.fraction), 1n);
  return pattern(f, negative, topField(f), ones(f.fraction) - (f.special === "fn" ? 1n : 0n), 1n);
}

/** What is beyond the largest value: infinity, NaN where there is none, the largest value where there is neither. */
function beyond(f: Format, negative: boolean): bigint {
  if (f.special === "ieee") return pattern(f, negative, topField(f), 0n, 1n);
  return f.special === "finite" ? largest(f, negative) : quietNaN(f, negative);
}

/** Whether the part cut off, `rest` of `2^shift`, rounds away from zero. */
function roundsAway(mode: Rounding, negative: boolean, odd: boolean, rest: bigint, shift: number, more: boolean) {
  if (rest === 0n && !more) return false;
  if (mode === "toward_zero") return false;
  if (mode === "downward") return negative;
  if (mode === "upward") return !negative;
  const half = 1n << BigInt(shift - 1);
  if (rest !== half) return rest > half;
  return more || mode === "to_nearest_away" || odd;
}

/** `n * 2^exponent`, and a little `more` beyond it, rounded. */
function round(f: Format, negative: boolean, n: bigint, exponent: number, more: boolean, mode: Rounding): bigint {
  if (n === 0n && !more) return zero(f, negative);
  const least = 1 - f.bias - f.fraction;
  const target = Math.max(exponent + bitLength(n) - 1 - f.fraction, least);
  const shift = target - exponent;
  let significand = shift >= 0 ? n >> BigInt(shift) : n << BigInt(-shift);
  if (shift > 0 && roundsAway(mode, negative, (significand & 1n) === 1n, n & ones(shift), shift, more)) significand++;
  let power = target;
  if (significand >> BigInt(f.fraction + 1) === 1n) {
    significand >>= 1n;
    power++;
  }
  if (significand === 0n) return zero(f, negative);
  const isNormal = significand >> BigInt(f.fraction) === 1n;
  const field = isNormal ? power + f.bias + f.fraction : 0;
  const fraction = significand & ones(f.fraction);
  const made = pattern(f, negative, field, fraction, isNormal ? 1n : 0n);
  const isBeyond = field > topField(f) || (made & ~(1n << signPlace(f))) > largest(f, false);
  if (!isBeyond) return made;
  const stays = mode === "toward_zero" || (mode === "downward" && !negative) || (mode === "upward" && negative);
  return stays ? largest(f, negative) : beyond(f, negative);
}

type Binary = (a: bigint, b: bigint) => bigint;

/** Operations on patterns of one format. */
export interface ExactFloat {
  readonly add: Binary;
  readonly sub: Binary;
  readonly mul: Binary;
  readonly div: Binary;
  /** With the sign of the dividend, exact. */
  readonly rem: Binary;
  readonly minimum: Binary;
  readonly maximum: Binary;
  readonly minnum: Binary;
  readonly maxnum: Binary;
  readonly negate: (a: bigint) => bigint;
  readonly abs: (a: bigint) => bigint;
  /** The magnitude of the first with the sign of the second. */
  readonly copySign: Binary;
  readonly ofInteger: (n: bigint) => bigint;
  /** To another format; undefined where the value, or a NaN's payload, would not survive. */
  readonly convertExactly: (a: bigint, to: FloatName) => bigint | undefined;
}

function operations(f: Format): ExactFloat {
  const mode: Rounding = "to_nearest_even";
  const read = (bits: bigint): Decoded => decode(f, bits);
  const signBit = 1n << signPlace(f);
  const isNaN = (x: Decoded): boolean => x.kind === "nan";
  const isZero = (x: Decoded): boolean => x.kind === "finite" && x.significand === 0n;
  const quietBit = 1n << BigInt(f.fraction - 1);
  const quiet = (bits: bigint): bigint => (f.special === "ieee" ? bits | quietBit : bits);
  const isSignaling = (x: Decoded): boolean => isNaN(x) && f.special === "ieee" && (x.significand & quietBit) === 0n;
  const infinity = (negative: boolean): bigint => beyond(f, negative);

  const withNaN =
    (apply: (a: Decoded, b: Decoded) => bigint): Binary =>
    (a, b) => {
      const [x, y] = [read(a), read(b)];
      return isNaN(x) ? quiet(a) : isNaN(y) ? quiet(b) : apply(x, y);
    };
  const sum = (x: Decoded, y: Decoded): bigint => {
    if (x.kind === "infinity" || y.kind === "infinity") {
      if (x.kind === y.kind) return x.negative === y.negative ? infinity(x.negative) : quietNaN(f);
      return infinity(x.kind === "infinity" ? x.negative : y.negative);
    }
    const exponent = Math.min(x.exponent, y.exponent);
    const scaled = (v: Decoded): bigint =>
      (v.negative ? -v.significand : v.significand) << BigInt(v.exponent - exponent);
    const total = scaled(x) + scaled(y);
    // An exact zero is positive, unless both are negative.
    if (total === 0n) return zero(f, x.negative && y.negative);
    return round(f, total < 0n, total < 0n ? -total : total, exponent, false, mode);
  };
  const less = (x: Decoded, y: Decoded): boolean => {
    const order = (v: Decoded): number => (v.kind === "infinity" ? (v.negative ? -1 : 1) : 0);
    if (order(x) !== order(y)) return order(x) < order(y);
    if (order(x) !== 0) return false;
    const exponent = Math.min(x.exponent, y.exponent);
    const scaled = (v: Decoded): bigint =>
      (v.negative ? -v.significand : v.significand) << BigInt(v.exponent - exponent);
    return scaled(x) < scaled(y);
  };
  /** The lesser or the greater; of two zeros the negative or the positive one. */
  const extremum =
    (least: boolean): Binary =>
    (a, b) => {
      const [x, y] = [read(a), read(b)];
      if (isZero(x) && isZero(y) && x.negative !== y.negative) return x.negative === least ? a : b;
      return (least ? less(y, x) : less(x, y)) ? b : a;
    };
  const propagating =
    (pick: Binary): Binary =>
    (a, b) =>
      isNaN(read(a)) ? quiet(a) : isNaN(read(b)) ? quiet(b) : pick(a, b);
  const preferringNumbers =
    (pick: Binary): Binary =>
    (a, b) => {
      const [x, y] = [read(a), read(b)];
      if (isSignaling(x)) return quiet(a);
      if (isSignaling(y)) return quiet(b);
      return isNaN(x) ? b : isNaN(y) ? a : pick(a, b);
    };
  const add = withNaN(sum);
  return {
    add,
    sub: withNaN((x, y) => sum(x, { ...y, negative: !y.negative })),
    mul: withNaN((x, y) => {
      const negative = x.negative !== y.negative;
      if (x.kind === "infinity" || y.kind === "infinity")
        return isZero(x) || isZero(y) ? quietNaN(f) : infinity(negative);
      return round(f, negative, x.significand * y.significand, x.exponent + y.exponent, false, mode);
    }),
    div: withNaN((x, y) => {
      const negative = x.negative !== y.negative;
      if (x.kind === "infinity") return y.kind === "infinity" ? quietNaN(f) : infinity(negative);
      if (y.kind === "infinity") return zero(f, negative);
      if (isZero(y)) return isZero(x) ? quietNaN(f) : beyond(f, negative);
      const extra = f.fraction + 3 + Math.max(0, bitLength(y.significand) - bitLength(x.significand));
      const numerator = x.significand << BigInt(extra);
      const rest = numerator % y.significand !== 0n;
      return round(f, negative, numerator / y.significand, x.exponent - y.exponent - extra, rest, mode);
    }),
    rem: withNaN((x, y) => {
      if (x.kind === "infinity" || isZero(y)) return quietNaN(f);
      if (y.kind === "infinity") return round(f, x.negative, x.significand, x.exponent, false, mode);
      const exponent = Math.min(x.exponent, y.exponent);
      const scaled = (v: Decoded): bigint => v.significand << BigInt(v.exponent - exponent);
      return round(f, x.negative, scaled(x) % scaled(y), exponent, false, mode);
    }),
    minimum: propagating(extremum(true)),
    maximum: propagating(extremum(false)),
    minnum: preferringNumbers(extremum(true)),
    maxnum: preferringNumbers(extremum(false)),
    negate: (a) => (f.special === "fnuz" && (a & ~signBit) === 0n ? a : a ^ signBit),
    abs: (a) => (f.special === "fnuz" && a === signBit ? a : a & ~signBit),
    copySign: (a, b) => (f.special === "fnuz" && (a & ~signBit) === 0n ? a : (a & ~signBit) | (b & signBit)),
    ofInteger: (n) => round(f, n < 0n, n < 0n ? -n : n, 0, false, mode),
    convertExactly: (a, name) => {
      const to = formats[name];
      if (to === undefined) return undefined;
      const x = read(a);
      if (x.kind === "infinity") return to.special === "ieee" ? beyond(to, x.negative) : undefined;
      if (x.kind === "nan") return isSignaling(x) ? undefined : convertNaN(f, to, x);
      if (x.negative && x.significand === 0n && to.special === "fnuz") return undefined;
      const made = round(to, x.negative, x.significand, x.exponent, false, mode);
      const y = decode(to, made);
      if (y.kind !== "finite") return undefined;
      const exponent = Math.min(x.exponent, y.exponent);
      const scaled = (v: Decoded): bigint => v.significand << BigInt(v.exponent - exponent);
      return scaled(x) === scaled(y) ? made : undefined;
    },
  };
}

/** A NaN in another format: its payload keeps its place below the binary point. */
function convertNaN(from: Format, to: Format, { negative, significand }: Decoded): bigint | undefined {
  if (to.special === "finite" || (to.special === "fn" && from.special !== "fn")) return undefined;
  if (from.special === "fnuz" || to.special === "fnuz") return from.special === to.special ? quietNaN(to) : undefined;
  const shift = to.fraction - from.fraction;
  const moved = shift >= 0 ? significand << BigInt(shift) : significand >> BigInt(-shift);
  if (shift < 0 && moved << BigInt(-shift) !== significand) return undefined;
  return to.special === "fn" ? quietNaN(to, negative) : pattern(to, negative, topField(to), moved, 1n);
}

const made = new Map<FloatName, ExactFloat>();

/** The arithmetic of a format; undefined for f8E8M0FNU. */
export function exactFloat(name: FloatName): ExactFloat | undefined {
  const f = formats[name];
  if (f === undefined) return undefined;
  let known = made.get(name);
  if (known === undefined) made.set(name, (known = operations(f)));
  return known;
}
