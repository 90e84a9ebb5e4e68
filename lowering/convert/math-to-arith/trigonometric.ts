// sin, cos, tan and their inverses, in double precision whatever the type is.
import type { Value } from "../../../ir/core/value.ts";
import type { FloatCode } from "./float-code.ts";
import { reduceAngle } from "./reduce-angle.ts";

/** fdlibm's, on |x| <= pi/4. */
const sinePolynomial = [
  1.58969099521155010221e-10, -2.50507602534068634195e-8, 2.75573137070700676789e-6, -1.98412698298579493134e-4,
  8.33333333332248946124e-3, -1.66666666666666324348e-1,
];
const cosinePolynomial = [
  -1.13596475577881948265e-11, 2.0875723212981748279e-9, -2.75573143513906633035e-7, 2.48015872894767294178e-5,
  -1.38888888888741095749e-3, 4.16666666666666019037e-2,
];

/** sin and cos of an angle, of doubles. */
function both(code: FloatCode, x: Value): { readonly sine: Value; readonly cosine: Value } {
  const { rest: r, quarters } = reduceAngle(code, x);
  const c = code.wide;
  const z = c.mul(r, r);
  const sine = c.add(r, c.mul(c.mul(r, z), c.polynomial(z, sinePolynomial)));
  const cosine = c.add(
    c.sub(c.constant(1), c.mul(z, c.constant(0.5))),
    c.mul(c.mul(z, z), c.polynomial(z, cosinePolynomial)),
  );
  const isEven = c.isZero(c.andi(quarters, c.integer(1)));
  const flip = (quadrant: Value, value: Value): Value =>
    c.select(c.isZero(c.andi(quadrant, c.integer(2))), value, c.neg(value));
  const wide = code.widen(x);
  return {
    // The sign of a zero is lost on the way.
    sine: c.select(c.compare("oeq", wide, c.constant(0)), wide, flip(quarters, c.select(isEven, sine, cosine))),
    cosine: flip(c.addi(quarters, c.integer(1)), c.select(isEven, cosine, sine)),
  };
}

export const sin = (c: FloatCode, x: Value): Value => c.narrow(both(c, x).sine);
export const cos = (c: FloatCode, x: Value): Value => c.narrow(both(c, x).cosine);
export function sincos(c: FloatCode, x: Value): readonly [Value, Value] {
  const { sine, cosine } = both(c, x);
  return [c.narrow(sine), c.narrow(cosine)];
}

export function tan(c: FloatCode, x: Value): Value {
  const { sine, cosine } = both(c, x);
  return c.narrow(c.wide.div(sine, cosine));
}

/** Cephes' atan on |x| up to 0.66: x + x^3 P(x^2) / Q(x^2). */
const atanP = [
  -8.750608600031904122785e-1, -1.615753718733365076637e1, -7.50085579231470466734e1, -1.22886668449013617341e2,
  -6.485021904942025371773e1,
];
const atanQ = [
  1, 2.485846490142306297962e1, 1.650270098316988542046e2, 4.328810604912902668951e2, 4.853903996359136964868e2,
  1.945506571482613964425e2,
];

/** atan of a number from 0 on: by 1 / x beyond 1, and by (x - 1) / (x + 1) beyond tan(pi/8). */
function atanPositive(c: FloatCode, x: Value): Value {
  const one = c.constant(1);
  const isLarge = c.compare("ogt", x, one);
  const y = c.select(isLarge, c.div(one, x), x);
  const isMiddle = c.compare("ogt", y, c.constant(Math.SQRT2 - 1));
  const t = c.select(isMiddle, c.div(c.sub(y, one), c.add(y, one)), y);
  const z = c.mul(t, t);
  const series = c.add(t, c.mul(c.mul(t, z), c.div(c.polynomial(z, atanP), c.polynomial(z, atanQ))));
  const angle = c.add(series, c.select(isMiddle, c.constant(Math.PI / 4), c.constant(0)));
  return c.select(isLarge, c.sub(c.constant(Math.PI / 2), angle), angle);
}

export const atan = (c: FloatCode, x: Value): Value => c.copySign(atanPositive(c, c.abs(x)), x);

/** The angle of (x, y). A sign of zero counts; both infinite is on a diagonal. */
export function atan2(c: FloatCode, y: Value, x: Value): Value {
  const [a, b] = [c.abs(y), c.abs(x)];
  const [zero, infinity] = [c.constant(0), c.constant(Infinity)];
  const isDiagonal = c.both(c.compare("oeq", a, infinity), c.compare("oeq", b, infinity));
  const isOrigin = c.both(c.compare("oeq", a, zero), c.compare("oeq", b, zero));
  const ratio = c.select(isOrigin, zero, c.select(isDiagonal, c.constant(1), c.div(a, b)));
  const angle = atanPositive(c, ratio);
  const isLeft = c.compare("olt", c.copySign(c.constant(1), x), zero);
  const turned = c.select(isLeft, c.sub(c.constant(Math.PI), angle), angle);
  const value = c.copySign(turned, y);
  return c.select(c.compare("uno", x, y), c.add(x, y), value);
}

const legOf = (c: FloatCode, x: Value): Value => c.sqrt(c.mul(c.sub(c.constant(1), x), c.add(c.constant(1), x)));
export const asin = (c: FloatCode, x: Value): Value => atan2(c, x, legOf(c, x));
export const acos = (c: FloatCode, x: Value): Value => atan2(c, legOf(c, x), x);
