// Rounding of numbers to a float type in every rounding mode.
import { bitsToFloat, floatToBits } from "../../ir/core/float-bits.ts";
import type { FloatType } from "../../ir/core/types.ts";
import { convertFloat } from "../../ir/interpret/floats.ts";
import type { Scalar } from "../../ir/interpret/value.ts";
import type { RoundingMode } from "./attributes.ts";

/** The next value of the type, away from zero or towards it. `value` is of the type; from zero only away. */
function neighbour(type: FloatType, value: number, away: boolean): number {
  return bitsToFloat(type.name, floatToBits(type.name, value) + (away ? 1n : -1n));
}

/** Corrects `nearest`, the value rounded to nearest even, to what the mode asks for. */
function directed(type: FloatType, x: number, nearest: number, mode: RoundingMode): number {
  if (nearest === x || Number.isNaN(nearest) || Number.isNaN(x)) return nearest;
  const tooGreat = nearest > x;
  /** The value of the type on the other side of x. */
  const other = (): number => {
    if (nearest !== 0) return neighbour(type, nearest, nearest > 0 !== tooGreat);
    const least = neighbour(type, 0, true);
    return tooGreat ? -least : least;
  };
  switch (mode) {
    case "to_nearest_even":
      return nearest;
    case "downward":
      return tooGreat ? other() : nearest;
    case "upward":
      return tooGreat ? nearest : other();
    case "toward_zero":
      return Math.abs(nearest) > Math.abs(x) ? other() : nearest;
    case "to_nearest_away": {
      if (Math.abs(nearest) > Math.abs(x)) return nearest;
      const away = other();
      return Math.abs(away - x) === Math.abs(nearest - x) ? away : nearest;
    }
  }
}

/** Conversion to a float type in a rounding mode; to nearest even unless given. */
export function roundingConversion(type: FloatType, mode: RoundingMode = "to_nearest_even"): (value: Scalar) => number {
  const convert = convertFloat(type);
  if (mode === "to_nearest_even") return convert;
  return (value) => (typeof value === "number" ? directed(type, value, convert(value), mode) : convert(value));
}
