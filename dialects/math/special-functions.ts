// Functions of a real variable that JavaScript lacks or defines otherwise, in double precision.

const twoOverSqrtPi = 2 / Math.sqrt(Math.PI);

/** exp(-x^2), with x^2 split so that its rounding error does not count. */
function gaussian(x: number): number {
  const high = Math.fround(x);
  return Math.exp(-high * high) * Math.exp(-(x - high) * (x + high));
}

/** erf by its series of positive terms, x * sum of (2 x^2)^n / (1 * 3 * ... * (2n + 1)): for |x| up to about 1. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return twoOverSqrtPi * gaussian(x) * sum;
}

/**
 * erfc for x from about 1 on, by the continued fraction x + (1/2)/(x + 1/(x + (3/2)/(x + ...))) from its far end. After n steps
 * the relative error is about exp(-2 x sqrt(2n)) for small x; far out, forty steps are plenty.
 */
function erfcFraction(x: number): number {
  // Beyond, it is less than the least double.
  if (x > 28) return 0;
  let fraction = x;
  for (let k = 40 + Math.ceil((19.5 / x) ** 2 / 2); k > 0; k--) fraction = x + k / 2 / fraction;
  return (gaussian(x) * twoOverSqrtPi) / 2 / fraction;
}

/** The error function. */
export function erf(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const magnitude = Math.abs(x);
  return magnitude < 1 ? erfSeries(x) : Math.sign(x) * (1 - erfcFraction(magnitude));
}

/** 1 - erf(x), exact in relation to its own size. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  return x < 1 ? 1 - erf(x) : erfcFraction(x);
}

/** C's pow: 1 to any power is 1, and so is -1 to an infinite one. */
export function power(base: number, exponent: number): number {
  if (base === 1) return 1;
  if (base === -1 && Math.abs(exponent) === Infinity) return 1;
  return Math.pow(base, exponent);
}
