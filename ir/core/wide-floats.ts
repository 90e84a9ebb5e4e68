// The formats that a JavaScript number cannot hold, f80 and f128, in exact integer arithmetic.

export type WideFloatName = "f80" | "f128";

/** A magnitude: an integer, odd or zero, times a power of two. */
export interface Exact {
  readonly significand: bigint;
  readonly power: number;
}

/** Significand bits after the first; f80 stores that one too. */
const fractionBits: Readonly<Record<WideFloatName, number>> = { f80: 63, f128: 112 };
const LEAST_EXPONENT = -16382;
const GREATEST_EXPONENT = 16383;

/** `significand` made odd. */
export function odd(significand: bigint, power: number): Exact {
  if (significand === 0n) return { significand, power: 0 };
  let zeros = 0;
  while (((significand >> BigInt(zeros)) & 1n) === 0n) zeros++;
  return { significand: significand >> BigInt(zeros), power: power + zeros };
}

/** The value of a bit pattern, or undefined for infinities and NaNs. */
export function decomposeWide(name: WideFloatName, bits: bigint): (Exact & { readonly negative: boolean }) | undefined {
  const fraction = fractionBits[name];
  const stored = BigInt(name === "f80" ? fraction + 1 : fraction);
  const exponent = Number((bits >> stored) & 0x7fffn);
  if (exponent === 0x7fff) return undefined;
  const low = bits & ((1n << stored) - 1n);
  const significand = name === "f80" || exponent === 0 ? low : low | (1n << stored);
  const negative = bits >> (stored + 15n) !== 0n;
  return { negative, ...odd(significand, Math.max(exponent, 1) - 16383 - fraction) };
}

const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);

/** The bits of `digits * 10 ** exponent`, rounded to nearest even. */
export function roundDecimal(name: WideFloatName, negative: boolean, digits: bigint, exponent: number): bigint {
  const numerator = exponent >= 0 ? digits * 10n ** BigInt(exponent) : digits;
  const denominator = exponent >= 0 ? 1n : 10n ** BigInt(-exponent);
  const fraction = fractionBits[name];
  if (numerator === 0n) return pattern(name, negative, 0n, LEAST_EXPONENT);
  let power = bitLength(numerator) - bitLength(denominator);
  for (;;) {
    const scale = Math.max(power, LEAST_EXPONENT) - fraction;
    const top = scale < 0 ? numerator << BigInt(-scale) : numerator;
    const bottom = scale > 0 ? denominator << BigInt(scale) : denominator;
    let quotient = top / bottom;
    // The estimate of the power may be one too high.
    if (power > LEAST_EXPONENT && bitLength(quotient) <= fraction) {
      power--;
      continue;
    }
    const rest = 2n * (top - quotient * bottom);
    if (rest > bottom || (rest === bottom && (quotient & 1n) === 1n)) quotient++;
    return pattern(name, negative, quotient, Math.max(power, LEAST_EXPONENT));
  }
}

/** The pattern of `significand * 2 ** (exponent - fraction bits)`; a significand that rounding made one bit longer is shortened. */
function pattern(name: WideFloatName, negative: boolean, significand: bigint, exponent: number): bigint {
  const fraction = BigInt(fractionBits[name]);
  const leading = 1n << fraction;
  const stored = name === "f80" ? fraction + 1n : fraction;
  const sign = negative ? 1n << (stored + 15n) : 0n;
  let [bits, power] = [significand, exponent];
  if (bits >= 2n * leading) [bits, power] = [bits >> 1n, power + 1];
  if (power > GREATEST_EXPONENT) return sign | (0x7fffn << stored) | (name === "f80" ? leading : 0n);
  const biased = bits < leading ? 0n : BigInt(power + 16383);
  return sign | (biased << stored) | (name === "f80" ? bits : bits & (leading - 1n));
}
