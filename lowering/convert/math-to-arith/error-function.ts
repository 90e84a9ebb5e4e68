// erf and erfc.
import type { Value } from "../../../ir/core/value.ts";
import { exp } from "./exponential.ts";
import type { FloatCode } from "./float-code.ts";

/** x P(x^2) / Q(x^2) on |x| up to 4, beyond which erf is 1 in single precision. */
const numerator = [
  -2.72614225801306e-10, 2.77068142495902e-8, -2.10102402082508e-6, -5.69250639462346e-5, -7.34990630326855e-4,
  -2.95459980854025e-3, -1.60960333262415e-2,
];
const denominator = [
  -1.45660718464996e-5, -2.13374055278905e-4, -1.68282697438203e-3, -7.37332916720468e-3, -1.42647390514189e-2,
];

/** In single precision. */
export function erf(c: FloatCode, x: Value): Value {
  const near = c.min(c.max(x, c.constant(-4)), c.constant(4));
  const square = c.mul(near, near);
  const value = c.mul(near, c.div(c.polynomial(square, numerator), c.polynomial(square, denominator)));
  return c.min(c.max(value, c.constant(-1)), c.constant(1));
}

/** Of Cephes' erfcf: e^(-x^2) / x times a polynomial in 1 / x^2, below 2 and from there on. */
const below2 = [
  2.326819970068386e-2, -1.387039388740657e-1, 3.687424674597105e-1, -5.824733027278666e-1, 6.210004621745983e-1,
  -4.944515323274145e-1, 3.404879937665872e-1, -2.741127028184656e-1, 5.638259427386472e-1,
];
const beyond2 = [
  -1.047766399936249e1, 1.297719955372516e1, -7.495518717768503, 2.921019019210786, -1.0152652792027,
  4.218463358204948e-1, -2.820767439740514e-1, 5.641895067754075e-1,
];

/** From 1 on, in double precision; 1 - erf(x) before. */
export function erfc(single: FloatCode, x: Value): Value {
  const c = single.wide;
  const one = c.constant(1);
  const wide = single.widen(x);
  const a = c.max(c.abs(wide), one);
  const inverse = c.div(one, a);
  const square = c.mul(inverse, inverse);
  const tail = c.select(
    c.compare("olt", a, c.constant(2)),
    c.polynomial(square, below2),
    c.polynomial(square, beyond2),
  );
  const far = c.mul(c.mul(exp(c, c.neg(c.mul(a, a))), inverse), tail);
  const ofFar = c.select(c.compare("olt", wide, c.constant(0)), c.sub(c.constant(2), far), far);
  const near = single.sub(single.constant(1), erf(single, x));
  const isFar = single.compare("oge", single.abs(x), single.constant(1));
  return single.select(isFar, single.narrow(ofFar), near);
}
