// log, log2, log10, log1p and the inverse hyperbolic functions: x = 2^k m with m between sqrt(1/2) and sqrt(2).
import type { Value } from "../../../ir/core/value.ts";
import type { FloatCode } from "./float-code.ts";

/** log(1 + f) = f - f^2 / 2 + f^3 (...): coefficients of Cephes' logf. */
const p32 = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
];
/** Of fdlibm's log: odd and even ones. */
const odd64 = [1.479819860511658591e-1, 1.818357216161805012e-1, 2.857142874366239149e-1, 6.66666666666673513e-1];
const even64 = [1.531383769920937332e-1, 2.222219843214978396e-1, 3.999999999940941908e-1];
const ln2 = {
  f32: [0.693359375, -2.12194440054690583e-4],
  f64: [6.9314718036912381649e-1, 1.90821492927058770002e-10],
} as const;
/** The bits of sqrt(1/2), and of 1. */
const rootBits = { f32: [0x3f3504f3n, 0x3f800000n], f64: [0x3fe6a09e667f3bcdn, 0x3ff0000000000000n] } as const;
const subnormals = { f32: [1.17549435082228750797e-38, 2 ** 25], f64: [2.2250738585072014e-308, 2 ** 54] } as const;

interface Parts {
  /** A whole number. */
  readonly k: Value;
  /** log m. */
  readonly low: Value;
}

/** k and log m of a positive number. */
function parts(c: FloatCode, x: Value): Parts {
  const [root, one] = rootBits[c.name];
  const [least, up] = subnormals[c.name];
  const isTiny = c.compare("olt", x, c.constant(least));
  const bits = c.addi(c.bits(c.select(isTiny, c.mul(x, c.constant(up)), x)), c.integer(one - root));
  const { mantissa, bias } = c.format;
  const k = c.sub(
    c.fromInteger(c.subi(c.shr(bits, mantissa), c.integer(bias))),
    c.select(isTiny, c.constant(Math.log2(up)), c.constant(0)),
  );
  const m = c.fromBits(c.addi(c.andi(bits, c.integer((1n << BigInt(mantissa)) - 1n)), c.integer(root)));
  const f = c.sub(m, c.constant(1));
  const square = c.mul(f, f);
  const half = c.mul(square, c.constant(0.5));
  if (c.name === "f32") return { k, low: c.add(f, c.sub(c.mul(c.mul(c.polynomial(f, p32), f), square), half)) };
  const s = c.div(f, c.add(f, c.constant(2)));
  const z = c.mul(s, s);
  const w = c.mul(z, z);
  const rest = c.add(c.mul(z, c.polynomial(w, odd64)), c.mul(w, c.polynomial(w, even64)));
  return { k, low: c.sub(f, c.sub(half, c.mul(s, c.add(half, rest)))) };
}

/** The value for a positive finite x; 0, infinity, negative numbers and NaN as they should be. */
function guarded(c: FloatCode, x: Value, value: Value): Value {
  const zero = c.constant(0);
  const ofPositive = c.select(c.compare("oeq", x, c.constant(Infinity)), x, value);
  const ofZero = c.select(c.compare("oeq", x, zero), c.constant(-Infinity), c.constant(NaN));
  return c.select(c.compare("ogt", x, zero), ofPositive, ofZero);
}

/** log x = k ln 2 + log m. */
export function log(c: FloatCode, x: Value): Value {
  const { k, low } = parts(c, x);
  const [big, rest] = ln2[c.name];
  return guarded(c, x, c.add(c.add(low, c.mul(k, c.constant(rest))), c.mul(k, c.constant(big))));
}

export function log2(c: FloatCode, x: Value): Value {
  const { k, low } = parts(c, x);
  return guarded(c, x, c.add(k, c.mul(low, c.constant(Math.LOG2E))));
}

export function log10(c: FloatCode, x: Value): Value {
  const wide = c.wide;
  return c.narrow(wide.mul(log(wide, c.widen(x)), wide.constant(Math.LOG10E)));
}

/** log(1 + x) = log(u) x / (u - 1) with u = 1 + x rounded. */
export function log1p(c: FloatCode, x: Value): Value {
  const one = c.constant(1);
  const u = c.add(one, x);
  const d = c.sub(u, one);
  const value = c.mul(log(c, u), c.div(x, d));
  const isSmall = c.compare("oeq", d, c.constant(0));
  const isInfinite = c.compare("oeq", x, c.constant(Infinity));
  return c.select(isSmall, x, c.select(isInfinite, x, value));
}

/** asinh |x| = log1p(|x| + x^2 / (1 + sqrt(x^2 + 1))); in double precision, where squares of floats are finite. */
export function asinh(c: FloatCode, x: Value): Value {
  const a = c.abs(x);
  const square = c.mul(a, a);
  const one = c.constant(1);
  const inner = c.add(a, c.div(square, c.add(one, c.sqrt(c.add(square, one)))));
  const value = c.select(c.compare("oeq", a, c.constant(Infinity)), a, log1p(c, inner));
  return c.copySign(value, x);
}

/** acosh(1 + t) = log1p(t + sqrt(2 t + t^2)). */
export function acosh(c: FloatCode, x: Value): Value {
  const t = c.sub(x, c.constant(1));
  const value = log1p(c, c.add(t, c.sqrt(c.mul(t, c.add(t, c.constant(2))))));
  return c.select(c.compare("olt", t, c.constant(0)), c.constant(NaN), value);
}

/** atanh |x| = log1p(2 |x| / (1 - |x|)) / 2. */
export function atanh(c: FloatCode, x: Value): Value {
  const a = c.abs(x);
  const ratio = c.div(c.mul(a, c.constant(2)), c.sub(c.constant(1), a));
  return c.copySign(c.mul(log1p(c, ratio), c.constant(0.5)), x);
}
