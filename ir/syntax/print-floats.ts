// Floats as MLIR prints them: %.6e when that is exact, else the digits that the format needs, else the bit pattern in hexadecimal.
import { bitsToFloat, floatToBits } from "../core/float-bits.ts";
import { decomposeWide, odd, roundDecimal, type Exact, type WideFloatName } from "../core/wide-floats.ts";
import type { FloatName } from "../core/types.ts";

/** Significand bits, the implicit one included. */
const precisions: Readonly<Record<FloatName, number>> = {
  f16: 11, bf16: 8, f32: 24, f64: 53, tf32: 11, f80: 64, f128: 113,
  f8E5M2: 3, f8E4M3: 4, f8E4M3FN: 4, f8E5M2FNUZ: 3, f8E4M3FNUZ: 4, f8E4M3B11FNUZ: 4, f8E3M4: 5, f8E8M0FNU: 1,
  f6E2M3FN: 4, f6E3M2FN: 3, f4E2M1FN: 2,
}; // prettier-ignore

/** The literal of a bit pattern. */
export function floatText(name: FloatName, bits: bigint): string {
  if (name === "f80" || name === "f128") return wideFloatText(name, bits);
  const value = bitsToFloat(name, bits);
  if (value === 0) return `${sign(value)}0.000000e+00`;
  if (Number.isFinite(value)) {
    const short = sixDigits(value);
    if (floatToBits(name, Number(short)) === bits) return short;
    const exact = naturalDigits(sign(value), decompose(Math.abs(value)), defaultDigits(name));
    if (exact.includes(".")) return exact;
  }
  return `0x${bits.toString(16).toUpperCase()}`;
}

/** Digits of LLVM's default text. */
const defaultDigits = (name: FloatName): number => 2 + Math.floor((precisions[name] * 59) / 196);

/** Floats that a JavaScript number cannot hold. */
function wideFloatText(name: WideFloatName, bits: bigint): string {
  const exact = decomposeWide(name, bits);
  if (exact === undefined) return `0x${bits.toString(16).toUpperCase()}`;
  const prefix = exact.negative ? "-" : "";
  if (exact.significand === 0n) return `${prefix}0.000000e+00`;
  const { digits, exponent } = decimalDigits(exact, 6);
  if (roundDecimal(name, exact.negative, BigInt(digits), exponent) === bits)
    return scientific(prefix, digits, exponent + digits.length - 1);
  const natural = naturalDigits(prefix, exact, defaultDigits(name));
  return natural.includes(".") ? natural : `0x${bits.toString(16).toUpperCase()}`;
}

const sign = (value: number): string => (value < 0 || Object.is(value, -0) ? "-" : "");

/** Six significant digits in scientific notation, filled with zeros to six decimals. */
function sixDigits(value: number): string {
  const magnitude = Math.abs(value);
  const rounded = magnitude.toExponential(5);
  const long = magnitude.toExponential(20);
  // Where rounding and cutting off agree, LLVM's digits are these; else they have to be computed as it does.
  if (rounded.slice(0, 7) === long.slice(0, 7))
    return scientific(sign(value), rounded.charAt(0) + rounded.slice(2, 7), Number(rounded.slice(8)));
  const { digits, exponent } = decimalDigits(decompose(magnitude), 6);
  return scientific(sign(value), digits, exponent + digits.length - 1);
}

function scientific(sign: string, digits: string, power: number): string {
  const magnitude = String(Math.abs(power)).padStart(2, "0");
  return `${sign}${digits.charAt(0)}.${digits.slice(1).padEnd(6, "0")}e${power < 0 ? "-" : "+"}${magnitude}`;
}

/** LLVM's default text: `precision` digits without trailing zeros, scientific beyond three padding zeros. */
function naturalDigits(sign: string, value: Exact, precision: number): string {
  const { digits, exponent } = decimalDigits(value, precision);
  const first = exponent + digits.length - 1;
  const isScientific = exponent >= 0 ? exponent > 3 || digits.length + exponent > precision : first < 0 && -first > 3;
  if (isScientific)
    return `${sign}${digits.charAt(0)}.${digits.slice(1) || "0"}E${first < 0 ? "-" : "+"}${Math.abs(first)}`;
  if (exponent >= 0) return sign + digits + "0".repeat(exponent);
  if (first >= 0) return `${sign}${digits.slice(0, first + 1)}.${digits.slice(first + 1)}`;
  return `${sign}0.${"0".repeat(-first - 1)}${digits}`;
}

/**
 * The digits that LLVM's APFloat::toString gives a positive number: the exact decimal expansion is first cut (not rounded) to about
 * `precision` digits by a power of ten found from its bits, and what is still too long is rounded half up.
 */
function decimalDigits(
  { significand, power }: Exact,
  precision: number,
): { readonly digits: string; readonly exponent: number } {
  let exact = power >= 0 ? significand << BigInt(power) : significand * 5n ** BigInt(-power);
  let exponent = Math.min(power, 0);
  const bits = exact.toString(2).length;
  const required = Math.floor((precision * 196 + 58) / 59);
  const tens = bits > required ? Math.floor(((bits - required) * 59) / 196) : 0;
  exact /= 10n ** BigInt(tens);
  exponent += tens;
  let digits = exact.toString();
  if (digits.length > precision) {
    const dropped = digits.length - precision;
    exact = exact / 10n ** BigInt(dropped) + (digits.charAt(precision) < "5" ? 0n : 1n);
    exponent += dropped;
    digits = exact.toString();
  }
  const significant = digits.replace(/0+$/, "");
  return { digits: significant, exponent: exponent + digits.length - significant.length };
}

const scratch = new DataView(new ArrayBuffer(8));

/** A positive number as an integer times a power of two. */
function decompose(value: number): Exact {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  return odd(exponent === 0 ? fraction : fraction | (1n << 52n), Math.max(exponent, 1) - 1075);
}
