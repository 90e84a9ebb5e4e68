// Functions of complex numbers, computed in doubles and rounded to the parts' type. Sums and products round each step, as hardware does.
import type { ComplexValue } from "../../../ir/interpret/value.ts";

type Round = (x: number) => number;
export type ComplexFunction = (a: ComplexValue) => ComplexValue;

const complex = (re: number, im: number): ComplexValue => ({ re, im });

export const magnitude = ({ re, im }: ComplexValue): number => Math.hypot(re, im);

/** e^(x + iy); a real argument stays real even where e^x overflows. */
const exponential: ComplexFunction = ({ re, im }) => {
  const scale = Math.exp(re);
  return im === 0 ? complex(scale, im) : complex(scale * Math.cos(im), scale * Math.sin(im));
};

const logarithm: ComplexFunction = (a) => complex(Math.log(magnitude(a)), Math.atan2(a.im, a.re));

const squareRoot: ComplexFunction = (a) => {
  const { re, im } = a;
  if (re === 0 && im === 0) return complex(0, im);
  if (Math.abs(im) === Infinity) return complex(Infinity, im);
  const half = Math.sqrt((Math.abs(re) + magnitude(a)) / 2);
  if (re >= 0) return complex(half, im / (2 * half));
  return complex(Math.abs(im) / (2 * half), im < 0 || Object.is(im, -0) ? -half : half);
};

function quotient(a: ComplexValue, b: ComplexValue): ComplexValue {
  // Smith's method: no overflow in between.
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    if (b.re === 0 && b.im === 0) return complex(a.re / 0, a.im / 0);
    const ratio = b.im / b.re;
    const scale = b.re + b.im * ratio;
    return complex((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale);
  }
  const ratio = b.re / b.im;
  const scale = b.re * ratio + b.im;
  return complex((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale);
}

const product = (a: ComplexValue, b: ComplexValue): ComplexValue =>
  complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);

const hyperbolicTangent: ComplexFunction = ({ re, im }) => {
  // Beyond this e^-2x is below half a unit in the last place of 1.
  if (Math.abs(re) > 20) return complex(Math.sign(re), Math.sin(2 * im) * 2 * Math.exp(-2 * Math.abs(re)));
  const scale = Math.cosh(2 * re) + Math.cos(2 * im);
  return complex(Math.sinh(2 * re) / scale, Math.sin(2 * im) / scale);
};

const tangent: ComplexFunction = ({ re, im }) => {
  const turned = hyperbolicTangent(complex(-im, re));
  return complex(turned.im, -turned.re);
};

function power(a: ComplexValue, b: ComplexValue): ComplexValue {
  if (a.re === 0 && a.im === 0) return b.re === 0 && b.im === 0 ? complex(1, 0) : complex(0, 0);
  return exponential(product(b, logarithm(a)));
}

/** The functions of one argument by StableHLO's op names. */
export const complexFunctions = {
  exponential,
  exponential_minus_one: ({ re, im }) =>
    complex(Math.expm1(re) * Math.cos(im) - 2 * Math.sin(im / 2) ** 2, Math.exp(re) * Math.sin(im)),
  log: logarithm,
  log_plus_one: ({ re, im }) => complex(0.5 * Math.log1p(re * (2 + re) + im * im), Math.atan2(im, 1 + re)),
  logistic: (a) => {
    const inverse = exponential(complex(-a.re, -a.im));
    return quotient(complex(1, 0), complex(1 + inverse.re, inverse.im));
  },
  negate: ({ re, im }) => complex(-re, -im),
  sqrt: squareRoot,
  rsqrt: (a) => quotient(complex(1, 0), squareRoot(a)),
  cbrt: (a) => power(a, complex(1 / 3, 0)),
  sign: (a) => {
    const size = magnitude(a);
    if (Number.isNaN(a.re) || Number.isNaN(a.im)) return complex(NaN, NaN);
    return size === 0 ? complex(0, 0) : complex(a.re / size, a.im / size);
  },
  sine: ({ re, im }) => complex(Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im)),
  cosine: ({ re, im }) => complex(Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im)),
  tan: tangent,
  tanh: hyperbolicTangent,
} as const satisfies Readonly<Record<string, ComplexFunction>>;

/** Whether a comes before b: by the real part, then by the imaginary one. */
const isBefore = (a: ComplexValue, b: ComplexValue): boolean => (a.re === b.re ? a.im < b.im : a.re < b.re);

/** The functions of two arguments, rounded by `round`. */
export function complexArithmetic(round: Round) {
  const rounded = ({ re, im }: ComplexValue): ComplexValue => complex(round(re), round(im));
  return {
    add: (a: ComplexValue, b: ComplexValue) => complex(round(a.re + b.re), round(a.im + b.im)),
    subtract: (a: ComplexValue, b: ComplexValue) => complex(round(a.re - b.re), round(a.im - b.im)),
    multiply: (a: ComplexValue, b: ComplexValue) =>
      complex(round(round(a.re * b.re) - round(a.im * b.im)), round(round(a.re * b.im) + round(a.im * b.re))),
    divide: (a: ComplexValue, b: ComplexValue) => rounded(quotient(a, b)),
    power: (a: ComplexValue, b: ComplexValue) => rounded(power(a, b)),
    // atan2(y, x) = -i log((x + iy) / sqrt(x^2 + y^2))
    atan2: (y: ComplexValue, x: ComplexValue) => {
      const squares = complex(product(x, x).re + product(y, y).re, product(x, x).im + product(y, y).im);
      const logged = logarithm(quotient(complex(x.re - y.im, x.im + y.re), squareRoot(squares)));
      return complex(round(logged.im), round(-logged.re));
    },
    maximum: (a: ComplexValue, b: ComplexValue) => (isBefore(a, b) ? b : a),
    minimum: (a: ComplexValue, b: ComplexValue) => (isBefore(b, a) ? b : a),
  } as const;
}
