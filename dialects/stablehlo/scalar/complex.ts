// StableHLO's functions of complex numbers, by its names.
import {
  arcTangent2, complex, complexArithmetic as roundedArithmetic, cosine, exponential, exponentialMinusOne, hyperbolicTangent, logarithm,
  logarithmPlusOne, negate, power, quotient, reciprocalSquareRoot, sign, sine, squareRoot, tangent, type ComplexFunction,
} from "../../../ir/interpret/complex.ts"; // prettier-ignore
import type { ComplexValue } from "../../../ir/interpret/value.ts";

export { magnitude } from "../../../ir/interpret/complex.ts";

/** The functions of one argument by StableHLO's op names. */
export const complexFunctions = {
  exponential,
  exponential_minus_one: exponentialMinusOne,
  log: logarithm,
  log_plus_one: logarithmPlusOne,
  logistic: (a) => {
    const inverse = exponential(complex(-a.re, -a.im));
    return quotient(complex(1, 0), complex(1 + inverse.re, inverse.im));
  },
  negate,
  sqrt: squareRoot,
  rsqrt: reciprocalSquareRoot,
  cbrt: (a) => (a.re === 0 && a.im === 0 ? complex(0, 0) : power(a, complex(1 / 3, 0))),
  sign,
  sine,
  cosine,
  tan: tangent,
  tanh: hyperbolicTangent,
} as const satisfies Readonly<Record<string, ComplexFunction>>;

/**
 * The first by `isFirst` of the real parts, then of the imaginary ones. The ops are commutative, so where the parts that decide have no order the
 * result has NaN for them, whichever comes first; the reference interpreter takes the second operand there.
 */
function extremum(a: ComplexValue, b: ComplexValue, isFirst: (x: number, y: number) => boolean): ComplexValue {
  if (Number.isNaN(a.re) || Number.isNaN(b.re)) return complex(NaN, NaN);
  if (a.re !== b.re) return isFirst(a.re, b.re) ? a : b;
  if (Number.isNaN(a.im) || Number.isNaN(b.im)) return complex(a.re, NaN);
  return isFirst(a.im, b.im) ? a : b;
}

/** The functions of two arguments, rounded by `round`. */
export function complexArithmetic(round: (x: number) => number) {
  const { round: rounded, ...arithmetic } = roundedArithmetic(round);
  return {
    ...arithmetic,
    divide: (a: ComplexValue, b: ComplexValue) => rounded(quotient(a, b)),
    power: (a: ComplexValue, b: ComplexValue) => rounded(power(a, b)),
    atan2: (y: ComplexValue, x: ComplexValue) => rounded(arcTangent2(y, x)),
    maximum: (a: ComplexValue, b: ComplexValue) => extremum(a, b, (x, y) => x > y),
    minimum: (a: ComplexValue, b: ComplexValue) => extremum(a, b, (x, y) => x < y),
  } as const;
}
