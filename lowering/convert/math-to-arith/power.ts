// Powers, roots and remainders, in double precision.
import type { Value } from "../../../ir/core/value.ts";
import { exp } from "./exponential.ts";
import type { FloatCode } from "./float-code.ts";
import { log } from "./logarithm.ts";

/** C's pow: |x|^y = e^(y log |x|), with the sign of an odd power, and 1 wherever C says so. */
export function powf(c: FloatCode, x: Value, y: Value): Value {
  const [zero, one] = [c.constant(0), c.constant(1)];
  const magnitude = c.abs(x);
  const value = exp(c, c.mul(y, log(c, magnitude)));
  const isWhole = c.compare("oeq", c.trunc(y), y);
  const half = c.mul(y, c.constant(0.5));
  const isOdd = c.both(isWhole, c.compare("une", c.trunc(half), half));
  const isNegative = c.compare("olt", c.copySign(one, x), zero);
  const signed = c.select(c.both(isNegative, isOdd), c.neg(value), value);
  // A negative finite number has no power that is not whole.
  const isBelow = c.both(c.compare("olt", x, zero), c.compare("ogt", x, c.constant(-Infinity)));
  const defined = c.select(isBelow, c.select(isWhole, signed, c.constant(NaN)), signed);
  const isUnit = c.both(c.compare("oeq", magnitude, one), c.compare("oeq", c.abs(y), c.constant(Infinity)));
  const ofUnit = c.select(isUnit, one, defined);
  const ofOne = c.select(c.compare("oeq", x, one), one, ofUnit);
  return c.select(c.compare("oeq", y, zero), one, ofOne);
}

/** |x|^(1/3) = e^(log |x| / 3). */
export const cbrt = (c: FloatCode, x: Value): Value => c.copySign(exp(c, c.div(log(c, c.abs(x)), c.constant(3))), x);

export const rsqrt = (c: FloatCode, x: Value): Value => c.div(c.constant(1), c.sqrt(x));

/** Rounds half away from zero: the truncated number, one further where what was cut off is at least a half. */
export function round(c: FloatCode, x: Value): Value {
  const whole = c.trunc(x);
  const isHalf = c.compare("oge", c.abs(c.sub(x, whole)), c.constant(0.5));
  return c.copySign(c.select(isHalf, c.add(whole, c.copySign(c.constant(1), x)), whole), x);
}

/** The exact remainder of two floats of 24 bits: their quotient is below 2^278, and 28 bits of it are taken off at a time. */
export function remainder(c: FloatCode, x: Value, y: Value): Value {
  const divisor = c.abs(y);
  let rest = c.abs(x);
  for (let shift = 252; shift >= 0; shift -= 28) {
    const step = shift === 0 ? divisor : c.mul(divisor, c.constant(2 ** shift));
    const reduced = c.sub(rest, c.mul(c.trunc(c.div(rest, step)), step));
    rest = c.select(c.compare("olt", reduced, c.constant(0)), c.add(reduced, step), reduced);
  }
  const isFinite = c.compare("olt", c.abs(x), c.constant(Infinity));
  const ofInfinite = c.both(isFinite, c.compare("oeq", divisor, c.constant(Infinity)));
  return c.select(ofInfinite, x, c.copySign(rest, x));
}
