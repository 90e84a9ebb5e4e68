// Random scalars that favour the boundaries: where arithmetic wraps, rounds, overflows, shifts too far or meets NaN.
import { roundToFloat } from "../core/float-bits.ts";
import { bitsToFloat } from "../core/float-bits.ts";
import type { FloatType, IntegerType, Type } from "../core/types.ts";
import { canonicalIndex, POISON, type Scalar } from "../interpret/value.ts";
import type { RandomSource } from "./random-source.ts";

/** A random value of a scalar type, as the interpreter holds it; undefined where it has none. */
export function randomScalar(type: Type, random: RandomSource): Scalar | undefined {
  switch (type.kind) {
    case "integer":
      return randomInteger(type, random);
    case "index":
      return randomIndex(random);
    case "float":
      return randomFloat(type, random);
    case "complex": {
      const re = randomScalar(type.element, random);
      const im = randomScalar(type.element, random);
      return typeof re === "number" && typeof im === "number" ? { re, im } : undefined;
    }
    default:
      return undefined;
  }
}

function randomInteger({ width, signedness }: IntegerType, random: RandomSource): number | bigint {
  const isUnsigned = signedness === "unsigned" || width === 1;
  if (width > 32) {
    const bits = boundaryBits(width, random);
    return isUnsigned ? BigInt.asUintN(width, bits) : BigInt.asIntN(width, bits);
  }
  const spare = 32 - width;
  const bits = narrowBoundaryBits(width, random);
  return isUnsigned ? (bits << spare) >>> spare : (bits << spare) >> spare;
}

/** Bits of an integer: small ones, shift amounts around the width, the ends of both ranges, powers of two and their neighbours. */
function boundaryBits(width: number, random: RandomSource): bigint {
  const top = BigInt(width);
  switch (random.below(8)) {
    case 0:
      return BigInt(random.below(3)) - 1n;
    case 1:
      return BigInt(random.below(17)) - 8n;
    case 2:
      return top + BigInt(random.below(3)) - 1n;
    case 3:
      return (1n << (top - 1n)) + BigInt(random.below(3)) - 1n;
    case 4:
      return (1n << BigInt(random.below(width))) + BigInt(random.below(3)) - 1n;
    case 5:
      return -(1n << BigInt(random.below(width)));
    default:
      return random.bits(width);
  }
}

/** As `boundaryBits`, choice by choice, where 32 bits are enough: what is above the width does not count. */
function narrowBoundaryBits(width: number, random: RandomSource): number {
  switch (random.below(8)) {
    case 0:
      return random.below(3) - 1;
    case 1:
      return random.below(17) - 8;
    case 2:
      return width + random.below(3) - 1;
    case 3:
      return (1 << (width - 1)) + random.below(3) - 1;
    case 4:
      return (1 << random.below(width)) + random.below(3) - 1;
    case 5:
      return -(1 << random.below(width));
    default:
      return Number(random.bits(width));
  }
}

/** Mostly small, as extents and positions are; sometimes where 32 or 64 bits end. */
function randomIndex(random: RandomSource): number | bigint {
  if (random.chance(3, 4)) return random.below(8) - (random.chance(1, 4) ? 4 : 0);
  return canonicalIndex(BigInt.asIntN(64, boundaryBits(random.chance(1, 2) ? 32 : 64, random)));
}

const remarkable: readonly number[] = [
  0, -0, 1, -1, 0.5, -0.5, 2, -2, 1.5, 2.5, -1.5, 3, 0.1, Infinity, -Infinity, NaN, 1e-45, -1e-45, 5e-324, 1.1754944e-38, 2.2250738585072014e-308, 3.4028235e38,
  1.7976931348623157e308, 65504, 65520, 16777216, 16777217, -16777217, 9007199254740992, 9007199254740993, 2147483647, 2147483648, -2147483649, 6.1e-5, 5.96e-8, 1e-7, 448,
  57344, 240, 255.5, -128.5,
]; // prettier-ignore

function randomFloat(type: FloatType, random: RandomSource): number {
  switch (random.below(5)) {
    case 0:
    case 1:
      return roundToFloat(type.name, random.pick(remarkable));
    case 2:
      return roundToFloat(type.name, random.below(33) - 16);
    case 3:
      return roundToFloat(type.name, (random.below(2 ** 24) - 2 ** 23) / 2 ** (random.below(40) + 1));
    default:
      return type.name === "f80" || type.name === "f128"
        ? bitsToFloat("f64", random.bits(64))
        : bitsToFloat(type.name, random.bits(type.width));
  }
}

/** Poison once in `rarity` times, where it is asked for. */
export function maybePoison(scalar: Scalar, random: RandomSource, poison: boolean, rarity = 12): Scalar {
  return poison && random.chance(1, rarity) ? POISON : scalar;
}
