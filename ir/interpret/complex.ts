// Functions of complex numbers, computed in doubles. Special values are those of C (annex G): numpy and C libraries agree with them.
import { copySign } from "./floats.ts";
import type { ComplexValue } from "./value.ts";

export type ComplexFunction = (a: ComplexValue) => ComplexValue;
export type ComplexOperator = (a: ComplexValue, b: ComplexValue) => ComplexValue;

export const complex = (re: number, im: number): ComplexValue => ({ re, im });

const one = complex(1, 0);

/** e^x overflows beyond this, where e^x * y may still be small enough. */
const LARGE = 709;

/** `factor * e^x`, without overflow in between. */
function scaledExponential(factor: number, x: number): number {
  if (!(x > LARGE)) return factor * Math.exp(x);
  const half = Math.exp(x / 2);
  return factor * half * half;
}

export const magnitude = ({ re, im }: ComplexValue): number => Math.hypot(re, im);
export const angle = ({ re, im }: ComplexValue): number => Math.atan2(im, re);
export const negate: ComplexFunction = ({ re, im }) => complex(-re, -im);
export const conjugate: ComplexFunction = ({ re, im }) => complex(re, -im);

// --- exponentials and logarithms -------------------------------------------------------------------------------------------

export const exponential: ComplexFunction = ({ re, im }) => {
  if (im === 0) return complex(Math.exp(re), im);
  if (!Number.isFinite(im) && Math.abs(re) === Infinity) return re < 0 ? complex(0, 0) : complex(Infinity, NaN);
  return complex(scaledExponential(Math.cos(im), re), scaledExponential(Math.sin(im), re));
};

/** e^z - 1, exact in relation to its own size. */
export const exponentialMinusOne: ComplexFunction = ({ re, im }) => {
  if (im === 0) return complex(Math.expm1(re), im);
  if (re > 1) {
    const whole = exponential(complex(re, im));
    return complex(whole.re - 1, whole.im);
  }
  return complex(Math.expm1(re) * Math.cos(im) - 2 * Math.sin(im / 2) ** 2, Math.exp(re) * Math.sin(im));
};

/** x^2 as a sum of two doubles. */
function square(x: number): readonly [number, number] {
  const product = x * x;
  // Splits x into two halves of 26 bits, whose products are exact.
  const scaled = 134217729 * x;
  const high = scaled - (scaled - x);
  const low = x - high;
  return [product, high * high - product + 2 * high * low + low * low];
}

/** x^2 + y^2 - 1 where that is small: the terms of the sum nearly cancel. */
function squaredMagnitudeMinusOne(x: number, y: number): number {
  const [a, b] = Math.abs(x) > Math.abs(y) ? [x, y] : [y, x];
  const [high, highRest] = square(a);
  const [low, lowRest] = square(b);
  return high - 1 + low + (highRest + lowRest);
}

const logOfMagnitude = ({ re, im }: ComplexValue): number => {
  const size = Math.hypot(re, im);
  if (size > 0.5 && size < 2) return Math.log1p(squaredMagnitudeMinusOne(re, im)) / 2;
  if (size === Infinity) return Math.log(Math.hypot(re / 2, im / 2)) + Math.LN2;
  return Math.log(size);
};

export const logarithm: ComplexFunction = (a) => complex(logOfMagnitude(a), angle(a));

/** log(1 + z), exact in relation to its own size. */
export const logarithmPlusOne: ComplexFunction = ({ re, im }) => {
  if (!(Math.abs(re) < 0.5 && Math.abs(im) < 0.5)) return logarithm(complex(1 + re, im));
  return complex(0.5 * Math.log1p(re * (2 + re) + im * im), Math.atan2(im, 1 + re));
};

// --- roots and powers --------------------------------------------------------------------------------------------------------

export const squareRoot: ComplexFunction = ({ re, im }) => {
  if (re === 0 && im === 0) return complex(0, im);
  if (Math.abs(im) === Infinity) return complex(Infinity, im);
  if (Number.isNaN(re)) return complex(NaN, NaN);
  if (re === Infinity) return complex(Infinity, Number.isNaN(im) ? im : copySign(0, im));
  if (re === -Infinity) return complex(Number.isNaN(im) ? im : 0, copySign(Infinity, im));
  if (Number.isNaN(im)) return complex(NaN, NaN);
  const greatest = Math.max(Math.abs(re), Math.abs(im));
  // Powers of 4, so that the root scales back exactly.
  const scale = greatest > 2 ** 1000 ? 2 ** -4 : greatest < 2 ** -1000 ? 2 ** 106 : 1;
  const [x, y] = [re * scale, im * scale];
  const back = 1 / Math.sqrt(scale);
  const half = Math.sqrt((Math.abs(x) + Math.hypot(x, y)) / 2);
  if (x >= 0) return complex(half * back, (y / (2 * half)) * back);
  return complex((Math.abs(y) / (2 * half)) * back, copySign(half * back, y));
};

export const reciprocalSquareRoot: ComplexFunction = (a) => quotient(one, squareRoot(a));

/** z / |z|; 0 where z is 0. */
export const sign: ComplexFunction = ({ re, im }) => {
  const greatest = Math.max(Math.abs(re), Math.abs(im));
  if (greatest === 0) return complex(0, 0);
  if (greatest === Infinity && Math.abs(re) !== Math.abs(im))
    return Math.abs(re) === Infinity ? complex(Math.sign(re), 0) : complex(0, Math.sign(im));
  const [x, y] = [re / greatest, im / greatest];
  const size = Math.hypot(x, y);
  return complex(x / size, y / size);
};

export const product: ComplexOperator = (a, b) => complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);

/** By Smith's method: no overflow in between. */
export const quotient: ComplexOperator = (a, b) => {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    if (b.re === 0 && b.im === 0) return complex(a.re / Math.abs(b.re), a.im / Math.abs(b.re));
    const ratio = b.im / b.re;
    const scale = b.re + b.im * ratio;
    return complex((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale);
  }
  const ratio = b.re / b.im;
  const scale = b.re * ratio + b.im;
  return complex((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale);
};

/** z^n by repeated squaring; z^0 is 1. */
export function integerPower(base: ComplexValue, exponent: bigint): ComplexValue {
  let result = one;
  let squared = base;
  for (let rest = exponent < 0n ? -exponent : exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = product(result, squared);
    if (rest > 1n) squared = product(squared, squared);
  }
  return exponent < 0n ? quotient(one, result) : result;
}

/** Powers beyond this lose more by multiplying than by e^(b log a). */
const MOST_MULTIPLIED = 100;

export const power: ComplexOperator = (a, b) => {
  if (b.re === 0 && b.im === 0) return one;
  if (a.re === 0 && a.im === 0) return b.re > 0 ? complex(0, 0) : complex(NaN, NaN);
  if (b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= MOST_MULTIPLIED) return integerPower(a, BigInt(b.re));
  return exponential(product(b, logarithm(a)));
};

// --- trigonometry ------------------------------------------------------------------------------------------------------------

/** `factor * cosh(y)` and `factor * sinh(y)`, without overflow in between. */
const timesCosh = (factor: number, y: number): number =>
  Math.abs(y) > LARGE ? scaledExponential(factor / 2, Math.abs(y)) : factor * Math.cosh(y);
const timesSinh = (factor: number, y: number): number =>
  Math.abs(y) > LARGE ? Math.sign(y) * scaledExponential(factor / 2, Math.abs(y)) : factor * Math.sinh(y);

export const sine: ComplexFunction = ({ re, im }) => {
  if (im === 0) return complex(Math.sin(re), Number.isFinite(re) ? Math.cos(re) * im : im);
  if (re === 0) return complex(re, Math.sinh(im));
  if (!Number.isFinite(re) && Math.abs(im) === Infinity) return complex(NaN, Infinity);
  return complex(timesCosh(Math.sin(re), im), timesSinh(Math.cos(re), im));
};

export const cosine: ComplexFunction = ({ re, im }) => {
  if (im === 0) return complex(Math.cos(re), Number.isFinite(re) ? -Math.sin(re) * im : -im);
  if (re === 0) return complex(Math.cosh(im), Number.isNaN(im) ? re : -re * Math.sign(im));
  if (!Number.isFinite(re) && Math.abs(im) === Infinity) return complex(Infinity, NaN);
  return complex(timesCosh(Math.cos(re), im), -timesSinh(Math.sin(re), im));
};

/** By Kahan's formula, which loses nothing near the poles. */
export const hyperbolicTangent: ComplexFunction = ({ re, im }) => {
  if (Math.abs(re) > 22) {
    // e^-2x is far below the last place of 1.
    const rest = Number.isFinite(im) ? 4 * Math.sin(im) * Math.cos(im) * Math.exp(-2 * Math.abs(re)) : 0;
    return complex(Math.sign(re), rest);
  }
  if (im === 0) return complex(Math.tanh(re), im);
  const tangent = Math.tan(im);
  const beta = 1 + tangent * tangent;
  const s = Math.sinh(re);
  const rho = Math.sqrt(1 + s * s);
  const scale = 1 + beta * s * s;
  return complex(re === 0 ? re : (beta * rho * s) / scale, tangent / scale);
};

export const tangent: ComplexFunction = ({ re, im }) => {
  const turned = hyperbolicTangent(complex(-im, re));
  return complex(turned.im, -turned.re);
};

/** -i log((x + iy) / sqrt(x^2 + y^2)). */
export const arcTangent2: ComplexOperator = (y, x) => {
  const [a, b] = [product(x, x), product(y, y)];
  const hypotenuse = squareRoot(complex(a.re + b.re, a.im + b.im));
  const logged = logarithm(quotient(complex(x.re - y.im, x.im + y.re), hypotenuse));
  // The same up to a multiple of pi, exact in relation to its own size: -i/2 log(1 + 2iy / (x - iy)).
  const ratio = quotient(complex(-2 * y.im, 2 * y.re), complex(x.re + y.im, x.im - y.re));
  const doubled = logarithmPlusOne(ratio);
  const turns = Math.round((logged.im - doubled.im / 2) / Math.PI);
  if (!Number.isFinite(turns) || !Number.isFinite(doubled.re)) return complex(logged.im, -logged.re);
  return complex(doubled.im / 2 + turns * Math.PI, -doubled.re / 2);
};

// --- rounded to a type ---------------------------------------------------------------------------------------------------------

/** Sums and products whose every step is rounded, as hardware does. */
export function complexArithmetic(round: (x: number) => number) {
  return {
    round: ({ re, im }: ComplexValue): ComplexValue => complex(round(re), round(im)),
    add: (a: ComplexValue, b: ComplexValue): ComplexValue => complex(round(a.re + b.re), round(a.im + b.im)),
    subtract: (a: ComplexValue, b: ComplexValue): ComplexValue => complex(round(a.re - b.re), round(a.im - b.im)),
    multiply: (a: ComplexValue, b: ComplexValue): ComplexValue =>
      complex(round(round(a.re * b.re) - round(a.im * b.im)), round(round(a.re * b.im) + round(a.im * b.re))),
  } as const;
}
