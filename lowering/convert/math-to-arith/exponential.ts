// exp, exp2, expm1 and the hyperbolic functions: x = n ln 2 + r, and e^x = 2^n (1 + q) with q = e^r - 1, |r| <= ln 2 / 2.
import type { Value } from "../../../ir/core/value.ts";
import type { FloatCode } from "./float-code.ts";

interface Reduced {
  /** e^r - 1. */
  readonly q: Value;
  readonly n: Value;
}

/** r + r^2 (1/2 + ...): coefficients of Cephes' expf. */
const q32 = [1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1];
/** Coefficients of fdlibm's exp, the highest power first. */
const p64 = [
  4.13813679705723846039e-8, -1.6533902205465251539e-6, 6.61375632143793436117e-5, -2.77777777770155933842e-3,
  1.66666666666666019037e-1,
];
const log2e = 1.44269504088896340736;
const ln2 = {
  f32: [0.693359375, -2.12194440054690583e-4],
  f64: [6.9314718036912381649e-1, 1.90821492927058770002e-10],
} as const;

/** e^(high - low) - 1 for a small difference. */
function small(c: FloatCode, high: Value, low: Value): Value {
  const r = c.sub(high, low);
  const square = c.mul(r, r);
  if (c.name === "f32") return c.add(c.mul(c.polynomial(r, q32), square), r);
  const t = c.sub(r, c.mul(square, c.polynomial(square, p64)));
  return c.sub(high, c.sub(low, c.div(c.mul(r, t), c.sub(c.constant(2), t))));
}

function reduce(c: FloatCode, x: Value): Reduced {
  const { number, integer } = c.round(c.mul(x, c.constant(log2e)));
  const [high, low] = ln2[c.name];
  return { q: small(c, c.sub(x, c.mul(number, c.constant(high))), c.mul(number, c.constant(low))), n: integer };
}

/** y 2^n in two steps: each power is a normal number, and the second step rounds to a subnormal one. */
function scaled(c: FloatCode, y: Value, n: Value): Value {
  const half = c.shr(n, 1);
  return c.mul(c.mul(y, c.powerOfTwo(half)), c.powerOfTwo(c.subi(n, half)));
}

const bounds = { f32: [-105, 90], f64: [-746, 711] } as const;

const clamped = (c: FloatCode, x: Value, [least, most]: readonly [number, number]): Value =>
  c.min(c.max(x, c.constant(least)), c.constant(most));

/** e^x. */
export function exp(c: FloatCode, x: Value): Value {
  const { q, n } = reduce(c, clamped(c, x, bounds[c.name]));
  return scaled(c, c.add(q, c.constant(1)), n);
}

/** 2^x. */
export function exp2(c: FloatCode, x: Value): Value {
  const near = clamped(c, x, c.name === "f32" ? [-152, 129] : [-1077, 1025]);
  const { number, integer } = c.round(near);
  const r = c.mul(c.sub(near, number), c.constant(Math.LN2));
  return scaled(c, c.add(small(c, r, c.constant(0)), c.constant(1)), integer);
}

/** e^x - 1 = 2^n q + (2^n - 1); beyond 40 the 1 is lost anyway. */
export function expm1(c: FloatCode, x: Value): Value {
  const { q, n } = reduce(c, clamped(c, x, [-50, bounds[c.name][1]]));
  const large = scaled(c, c.add(q, c.constant(1)), n);
  const { q: near, n: exponent } = reduce(c, clamped(c, x, [-50, 45]));
  const power = c.powerOfTwo(exponent);
  const exact = c.add(c.mul(near, power), c.sub(power, c.constant(1)));
  return c.select(c.compare("ogt", x, c.constant(40)), large, exact);
}

/** tanh |x| = m / (m + 2) with m = e^(2 |x|) - 1. */
export function tanh(c: FloatCode, x: Value): Value {
  const twice = c.min(c.mul(c.abs(x), c.constant(2)), c.constant(44));
  const { q, n } = reduce(c, twice);
  const power = c.powerOfTwo(n);
  const m = c.add(c.mul(q, power), c.sub(power, c.constant(1)));
  return c.copySign(c.div(m, c.add(m, c.constant(2))), x);
}

/** sinh |x| = (m + m / (m + 1)) / 2 with m = e^|x| - 1. */
export function sinh(c: FloatCode, x: Value): Value {
  const m = expm1(c, c.abs(x));
  const sum = c.add(m, c.div(m, c.add(m, c.constant(1))));
  // Infinite over infinite.
  const both = c.select(c.compare("oeq", m, c.constant(Infinity)), m, sum);
  return c.copySign(c.mul(both, c.constant(0.5)), x);
}

/** cosh x = (e + 1 / e) / 2 with e = e^|x|. */
export function cosh(c: FloatCode, x: Value): Value {
  const e = exp(c, c.abs(x));
  return c.mul(c.add(e, c.div(c.constant(1), e)), c.constant(0.5));
}
