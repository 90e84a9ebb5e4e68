// An angle as n quarter turns and a rest, |rest| <= pi/4, for numbers of any size: Payne and Hanek's reduction, in exact products of doubles.
//
//   x / (pi/2) mod 4 = sum of (part * chunk mod 4), over parts of x and chunks of 24 bits of 2/pi
import type { Value } from "../../../ir/core/value.ts";
import type { FloatCode } from "./float-code.ts";

/** 2/pi after the point: 48 chunks of 24 bits (M. Payne, R. Hanek, Radian reduction for trigonometric functions, 1983). */
const digits =
  "a2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921c" +
  "fe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980f" +
  "ef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d08";

/** How often the bits of an element and its least exponent need them: the largest number's exponent, twice its bits and a few, in chunks. */
const chunks = { f32: 8, f64: 47 } as const;

export interface Angle {
  /** In radians, a double. */
  readonly rest: Value;
  /** Quarter turns, modulo a full one, as i64. */
  readonly quarters: Value;
}

/** `x` is of the code's type; what comes out is of doubles. Infinities and NaN have a rest that is NaN. */
export function reduceAngle(c: FloatCode, x: Value): Angle {
  const double = c.wide;
  // A product with a chunk is exact: of at most 29 bits.
  const parts = c.name === "f32" ? [c.widen(x)] : halves(double, x);
  const small = parts.map((part) => double.mul(part, double.constant(2 ** -far)));
  const terms: Value[] = [];
  for (let i = 0; i < chunks[c.name]; i++) {
    const isFar = 24 * i >= far;
    const chunk = Number.parseInt(digits.slice(6 * i, 6 * i + 6), 16);
    const factor = double.constant(chunk * 2 ** ((isFar ? far : 0) - 24 * (i + 1)));
    for (const part of isFar ? small : parts) terms.push(moduloFour(double, double.mul(part, factor)));
  }
  const { number, integer } = double.round(terms.reduce((sum, term) => double.add(sum, term)));
  // Without the quarters first: what cancels does so before anything is rounded.
  const rest = terms.reduce((sum, term) => double.add(sum, term), double.neg(number));
  return { rest: double.mul(rest, double.constant(Math.PI / 2)), quarters: integer };
}

/** Chunks from this place on have no double of their own exponent with x's: both are scaled. */
const far = 480;

/** Exact: the difference has bits of the product only. */
function moduloFour(double: FloatCode, product: Value): Value {
  const turns = double.trunc(double.mul(product, double.constant(0.25)));
  return double.sub(product, double.mul(turns, double.constant(4)));
}

/** A double as the sum of one of 26 bits and one of 27. */
function halves(double: FloatCode, x: Value): readonly [Value, Value] {
  const high = double.fromBits(double.andi(double.bits(x), double.integer(-(2 ** 27))));
  return [high, double.sub(x, high)];
}
