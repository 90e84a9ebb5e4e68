// Random scalars that favour the boundaries: where arithmetic wraps, rounds, overflows, shifts too far or meets NaN.
import { roundToFloat } from "../core/float-bits.ts";
import { bitsToFloat } from "../core/float-bits.ts";
import type { FloatType, IntegerType, Type } from "../core/types.ts";
import { canonicalIndex, POISON, type Scalar } from "../interpret/value.ts";
import type { RandomSource } from "./random-source.ts";

/** A random value of a scalar type, as the interpreter holds it; undefined where it has none. Floats are by `floats`, where that is given. */
export function randomScalar(
  type: Type,
  random: RandomSource,
  floats?: (random: RandomSource) => number,
): Scalar | undefined {
  switch (type.kind) {
    case "integer":
      return randomInteger(type, random);
    case "index":
      return randomIndex(random);
    case "float":
      return floats === undefined ? randomFloat(type, random) : roundToFloat(type.name, floats(random));
    case "complex": {
      const re = randomScalar(type.element, random, floats);
      const im = randomScalar(type.element, random, floats);
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
  const choice = boundary(width, random);
  const bits = choice === undefined ? Number(random.bits(width)) : choice.sign * (1 << choice.power) + choice.offset;
  const spare = 32 - width;
  return isUnsigned ? (bits << spare) >>> spare : (bits << spare) >> spare;
}

function boundaryBits(width: number, random: RandomSource): bigint {
  const choice = boundary(width, random);
  if (choice === undefined) return random.bits(width);
  return BigInt(choice.sign) * (1n << BigInt(choice.power)) + BigInt(choice.offset);
}

/** Where integers of a width wrap, shift too far or change their sign: a power of two, added or taken or left out, and an offset. */
interface Boundary {
  readonly sign: -1 | 0 | 1;
  readonly power: number;
  readonly offset: number;
}

/** Small ones, shift amounts around the width, the ends of both ranges, powers of two and their neighbours; undefined asks for any bits. */
function boundary(width: number, random: RandomSource): Boundary | undefined {
  switch (random.below(8)) {
    case 0:
      return { sign: 0, power: 0, offset: random.below(3) - 1 };
    case 1:
      return { sign: 0, power: 0, offset: random.below(17) - 8 };
    case 2:
      return { sign: 0, power: 0, offset: width + random.below(3) - 1 };
    case 3:
      return { sign: 1, power: width - 1, offset: random.below(3) - 1 };
    case 4:
      return { sign: 1, power: random.below(width), offset: random.below(3) - 1 };
    case 5:
      return { sign: -1, power: random.below(width), offset: 0 };
    default:
      return undefined;
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

/** What comparisons, minima and quotients treat differently. */
const special: readonly number[] = [0, -0, NaN, Infinity, -Infinity];

function randomFloat(type: FloatType, random: RandomSource): number {
  switch (random.below(6)) {
    case 0:
      return roundToFloat(type.name, random.pick(special));
    case 1:
    case 5:
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
