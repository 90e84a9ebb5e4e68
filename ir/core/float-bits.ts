// Conversion between JavaScript numbers and the bit patterns of every float format (IEEE 754 and the OCP 8/6/4-bit family).
import type { FloatName } from "./types.ts";

interface Format {
  readonly exponent: number;
  readonly mantissa: number;
  readonly bias: number;
  /** "ieee": all-ones exponent is infinity and NaN; "fn": no infinity, all ones is NaN; "fnuz": only NaN is the pattern of -0; "finite": none. */
  readonly special: "ieee" | "fn" | "fnuz" | "finite";
}

/** f80 and f128 are not listed: their values are computed in f64 and widened; f8E8M0FNU is a power of two without sign. */
const formats: Partial<Record<FloatName, Format>> = {
  f16: { exponent: 5, mantissa: 10, bias: 15, special: "ieee" },
  bf16: { exponent: 8, mantissa: 7, bias: 127, special: "ieee" },
  tf32: { exponent: 8, mantissa: 10, bias: 127, special: "ieee" },
  f8E5M2: { exponent: 5, mantissa: 2, bias: 15, special: "ieee" },
  f8E4M3: { exponent: 4, mantissa: 3, bias: 7, special: "ieee" },
  f8E3M4: { exponent: 3, mantissa: 4, bias: 3, special: "ieee" },
  f8E4M3FN: { exponent: 4, mantissa: 3, bias: 7, special: "fn" },
  f8E5M2FNUZ: { exponent: 5, mantissa: 2, bias: 16, special: "fnuz" },
  f8E4M3FNUZ: { exponent: 4, mantissa: 3, bias: 8, special: "fnuz" },
  f8E4M3B11FNUZ: { exponent: 4, mantissa: 3, bias: 11, special: "fnuz" },
  f6E2M3FN: { exponent: 2, mantissa: 3, bias: 1, special: "finite" },
  f6E3M2FN: { exponent: 3, mantissa: 2, bias: 3, special: "finite" },
  f4E2M1FN: { exponent: 2, mantissa: 1, bias: 1, special: "finite" },
};

/** Half of the distance from 1 to the next larger number: what rounding may be off, in part of the result. */
export function unitRoundoff(name: FloatName): number {
  const mantissa = name === "f32" ? 23 : (formats[name]?.mantissa ?? 52);
  return 2 ** -(mantissa + 1);
}

/** The least normal number. */
export function leastNormal(name: FloatName): number {
  const bias = name === "f32" ? 127 : (formats[name]?.bias ?? 1023);
  return 2 ** (1 - bias);
}

const scratch = new DataView(new ArrayBuffer(8));

/** Rounds half to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The bits of `value` rounded to nearest even in the format. Values past the largest go to infinity, or NaN where there is none. */
export function floatToBits(name: FloatName, value: number): bigint {
  switch (name) {
    case "f32":
      return BigInt(encodeSingle(value));
    case "f64":
      scratch.setFloat64(0, value);
      return scratch.getBigUint64(0);
    case "f80":
    case "f128":
      return widen(value, name);
    case "f8E8M0FNU": {
      const exponent = value < 0 ? NaN : Math.max(0, nearestPowerOfTwo(value) + 127);
      return exponent < 255 ? BigInt(exponent) : 255n;
    }
    default:
      return BigInt(encodeSmall(formats[name]!, value));
  }
}

/** The exponent of the nearest power of two; half way goes up. */
function nearestPowerOfTwo(value: number): number {
  if (value === 0 || value === Infinity || Number.isNaN(value)) return Math.log2(value);
  let power = Math.floor(Math.log2(value));
  if (2 ** power > value) power--;
  return value >= 1.5 * 2 ** power ? power + 1 : power;
}

/** The value of a bit pattern, as a number: exact for every format up to 64 bits. */
export function bitsToFloat(name: FloatName, bits: bigint): number {
  switch (name) {
    case "f32":
      return decodeSingle(Number(bits));
    case "f64":
      scratch.setBigUint64(0, bits);
      return scratch.getFloat64(0);
    case "f80":
    case "f128":
      return narrow(bits, name);
    case "f8E8M0FNU":
      return bits === 255n ? NaN : 2 ** (Number(bits) - 127);
    default:
      return decodeSmall(formats[name]!, Number(bits));
  }
}

/** `value` rounded to the format and back: the arithmetic of a float type computed in f64. */
export function roundToFloat(name: FloatName, value: number): number {
  if (name === "f64" || name === "f80" || name === "f128") return value;
  if (name === "f32") return Math.fround(value);
  const format = formats[name];
  if (format === undefined) return bitsToFloat(name, floatToBits(name, value));
  return format.special === "ieee" ? roundIeee(format, value) : decodeSmall(format, encodeSmall(format, value));
}

const words = new Uint32Array(scratch.buffer);
const doubles = new Float64Array(scratch.buffer);
const high = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The exponent of a number that is neither 0 nor subnormal: 1024 of those that are not finite. */
function powerOf(value: number): number {
  doubles[0] = value;
  return ((words[high]! >>> 20) & 0x7ff) - 1023;
}

/** To the nearest multiple of the last place that the value has in the format, by adding a number whose own last place is that one. */
function roundIeee({ mantissa, bias }: Format, value: number): number {
  const power = powerOf(value);
  if (power > bias) return value * Infinity;
  // 1.5 times 2^52 times the last place.
  words[high] = ((1023 + 52 - mantissa + Math.max(power, 1 - bias)) << 20) | 0x80000;
  words[1 - high] = 0;
  const magic = doubles[0]!;
  const rounded = value + magic - magic;
  if (rounded === 0) return value < 0 || Object.is(value, -0) ? -0 : 0;
  return powerOf(rounded) > bias ? rounded * Infinity : rounded;
}

// --- the bits of NaNs ------------------------------------------------------------------------------------------------------
// A NaN of a smaller format is a quiet NaN of 64 bits with the same sign and the fraction at the top. Below it stands whether it came out of a bitcast and
// whether it signals there: in places that an array of 32 bits keeps, whose last is bit 29, since conversions make every NaN quiet.

/** The NaN has the bits of some pattern: what arithmetic makes of numbers is the format's usual NaN. */
const FROM_BITS = 1 << 30;
const SIGNALLING = 1 << 29;
const QUIET_32 = 1 << 22;
/** An f32's own fraction goes down to bit 29. */
const SIGNALLING_32 = 1;

function nanOfPattern({ exponent, mantissa }: Format, bits: number): number {
  const fraction = bits & (2 ** mantissa - 1);
  const isQuiet = fraction >>> (mantissa - 1) === 1;
  const sign = bits >>> (exponent + mantissa);
  words[high] = (sign << 31) | 0x7ff80000 | (fraction << (20 - mantissa));
  words[1 - high] = isQuiet ? FROM_BITS : FROM_BITS | SIGNALLING;
  return doubles[0]!;
}

/** The pattern that a NaN came from; undefined for others. */
function nanPattern({ exponent, mantissa, special }: Format, value: number): number | undefined {
  doubles[0] = value;
  const low = words[1 - high]!;
  if ((low & FROM_BITS) === 0) return undefined;
  const top = words[high]!;
  const sign = (top >>> 31) * 2 ** (exponent + mantissa);
  const all = 2 ** (exponent + mantissa) - 1;
  if (special !== "ieee") return special === "fn" ? sign + all : undefined;
  const quiet = 2 ** (mantissa - 1);
  const fraction = (top & 0xfffff) >>> (20 - mantissa);
  const payload = fraction & (quiet - 1);
  const infinity = all - (2 * quiet - 1);
  return sign + infinity + ((low & SIGNALLING) !== 0 && payload !== 0 ? payload : quiet + payload);
}

function decodeSingle(bits: number): number {
  scratch.setUint32(0, bits);
  const value = scratch.getFloat32(0);
  if (!Number.isNaN(value) || (bits & QUIET_32) !== 0) return value;
  doubles[0] = value;
  words[1 - high]! |= SIGNALLING_32;
  return doubles[0];
}

function encodeSingle(value: number): number {
  doubles[0] = value;
  const signals = Number.isNaN(value) && (words[1 - high]! & SIGNALLING_32) !== 0;
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  // Without the quiet bit, a NaN of no other bits would be an infinity.
  return signals && (bits & (QUIET_32 - 1)) !== 0 ? (bits & ~QUIET_32) >>> 0 : bits;
}

function encodeSmall(format: Format, value: number): number {
  const { exponent, mantissa, bias, special } = format;
  const signBit = 2 ** (exponent + mantissa);
  const negative = value < 0 || Object.is(value, -0);
  const sign = negative ? signBit : 0;
  const allOnes = signBit - 1;
  const infinityPattern = (2 ** exponent - 1) * 2 ** mantissa;
  const nan = special === "ieee" ? infinityPattern + 2 ** (mantissa - 1) : special === "fnuz" ? signBit : allOnes;
  if (Number.isNaN(value)) return nanPattern(format, value) ?? nan;
  const overflow =
    special === "ieee"
      ? sign + infinityPattern
      : special === "finite"
        ? sign + allOnes
        : special === "fnuz"
          ? signBit
          : sign + allOnes;
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return overflow;
  if (magnitude === 0) return special === "fnuz" ? 0 : sign;
  let power = Math.max(Math.floor(Math.log2(magnitude)), 1 - bias);
  if (2 ** power > magnitude && power > 1 - bias) power--;
  if (2 ** (power + 1) <= magnitude) power++;
  const significand = roundHalfEven(magnitude / 2 ** (power - mantissa));
  const pattern = (power + bias - 1) * 2 ** mantissa + significand;
  const largest = special === "ieee" ? infinityPattern - 1 : special === "fn" ? allOnes - 1 : allOnes;
  if (pattern > largest) return overflow;
  if (pattern === 0 && special === "fnuz") return 0;
  return sign + pattern;
}

function decodeSmall(format: Format, bits: number): number {
  const { exponent, mantissa, bias, special } = format;
  const signBit = 2 ** (exponent + mantissa);
  const sign = bits >= signBit ? -1 : 1;
  const pattern = bits % signBit;
  if (special === "fnuz" && bits === signBit) return NaN;
  if (special === "fn" && pattern === signBit - 1) return nanOfPattern(format, bits);
  const e = Math.floor(pattern / 2 ** mantissa);
  const m = pattern % 2 ** mantissa;
  if (special === "ieee" && e === 2 ** exponent - 1) return m === 0 ? sign * Infinity : nanOfPattern(format, bits);
  if (e === 0) return sign * m * 2 ** (1 - bias - mantissa);
  return sign * (1 + m / 2 ** mantissa) * 2 ** (e - bias);
}

function widen(value: number, name: "f80" | "f128"): bigint {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const sign = bits >> 63n;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  const fractionBits = name === "f80" ? 63n : 112n;
  const integerBit = name === "f80" ? 1n << 63n : 0n;
  const place = (e: bigint, f: bigint): bigint =>
    (sign << (name === "f80" ? 79n : 127n)) | (e << (name === "f80" ? 64n : 112n)) | f;
  if (exponent === 0x7ff) return place(0x7fffn, integerBit | (fraction << (fractionBits - 52n)));
  if (exponent === 0 && fraction === 0n) return place(0n, 0n);
  let e = exponent - 1023;
  let f = fraction;
  if (exponent === 0) {
    e = -1022;
    while ((f & (1n << 52n)) === 0n) {
      f <<= 1n;
      e--;
    }
    f &= (1n << 52n) - 1n;
  }
  return place(BigInt(e + 16383), integerBit | (f << (fractionBits - 52n)));
}

function narrow(bits: bigint, name: "f80" | "f128"): number {
  const fractionBits = name === "f80" ? 63n : 112n;
  const sign = bits >> (name === "f80" ? 79n : 127n) ? -1 : 1;
  const exponent = Number((bits >> (name === "f80" ? 64n : 112n)) & 0x7fffn);
  const fraction = bits & ((1n << fractionBits) - 1n);
  if (exponent === 0x7fff) return fraction === 0n ? sign * Infinity : NaN;
  const scaled = Number(fraction) / Number(1n << fractionBits);
  return exponent === 0 ? sign * scaled * 2 ** -16382 : sign * (1 + scaled) * 2 ** (exponent - 16383);
}
