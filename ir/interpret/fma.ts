// Fused multiply-add rounded once.

const scratch = new DataView(new ArrayBuffer(8));

/**
 * For types whose products are exact in f64 (up to f32). The sum is rounded to odd in f64 before the type's own rounding, which
 * is then that of the exact value (Boldo and Melquiond 2008).
 */
export function fusedMultiplyAddNarrow(a: number, b: number, c: number, round: (x: number) => number): number {
  const product = a * b;
  const sum = product + c;
  if (!Number.isFinite(sum)) return round(sum);
  // The error of the sum, exactly (Knuth's TwoSum).
  const back = sum - product;
  const error = product - (sum - back) + (c - back);
  return round(error === 0 ? sum : towardsOdd(sum, error));
}

/** `sum` is the nearest double of an inexact value and `error` the rest: of the two doubles around it, the one with an odd last bit. */
function towardsOdd(sum: number, error: number): number {
  scratch.setFloat64(0, sum);
  const bits = scratch.getBigUint64(0);
  if ((bits & 1n) === 1n) return sum;
  // An even zero cannot occur: a zero sum of an inexact addition would have lost everything.
  scratch.setBigUint64(0, error > 0 === sum > 0 ? bits + 1n : bits - 1n);
  return scratch.getFloat64(0);
}

/** f64, by exact integers. */
export function fusedMultiplyAdd64(a: number, b: number, c: number): number {
  const product = a * b;
  if (a === 0 || b === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return product + c;
  // The product itself is finite, even where a double of it is not.
  if (!Number.isFinite(c)) return c;
  const x = decompose(a);
  const y = decompose(b);
  const z = decompose(c);
  const exponent = Math.min(x.exponent + y.exponent, z.exponent);
  const sum =
    ((x.significand * y.significand) << BigInt(x.exponent + y.exponent - exponent)) +
    (z.significand << BigInt(z.exponent - exponent));
  // An exact zero is +0 unless both terms are negative zeros, and the product is none here.
  return sum === 0n ? 0 : fromScaled(sum, exponent);
}

interface Scaled {
  readonly significand: bigint;
  readonly exponent: number;
}

/** value = significand * 2^exponent. */
function decompose(value: number): Scaled {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  if (magnitude === 0n) return { significand: 0n, exponent: 0 };
  return { significand: value < 0 ? -magnitude : magnitude, exponent: Math.max(biased, 1) - 1075 };
}

/** The double nearest to significand * 2^exponent, ties to even. */
function fromScaled(significand: bigint, exponent: number): number {
  const sign = significand < 0n ? -1 : 1;
  let magnitude = significand < 0n ? -significand : significand;
  const bits = magnitude.toString(2).length;
  const shift = Math.max(bits - 53, -1074 - exponent);
  if (shift <= 0) return sign * scale(Number(magnitude), exponent);
  const rest = magnitude & ((1n << BigInt(shift)) - 1n);
  const half = 1n << BigInt(shift - 1);
  magnitude >>= BigInt(shift);
  if (rest > half || (rest === half && (magnitude & 1n) === 1n)) magnitude += 1n;
  return sign * scale(Number(magnitude), exponent + shift);
}

/** x * 2^exponent where the result is exact or overflows; in two steps, since 2^exponent itself may be out of range. */
function scale(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * 2 ** half * 2 ** (exponent - half);
}
