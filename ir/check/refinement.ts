// Refinement of run-time values: what a program may give instead of what it gave before it was rewritten.
import { floatToBits, roundToFloat, unitRoundoff } from "../core/float-bits.ts";
import type { FloatType, Type } from "../core/types.ts";
import { isSameShape } from "../interpret/elementwise.ts";
import type { RuntimeValue } from "../interpret/meaning.ts";
import { isScalar } from "../interpret/operand.ts";
import { POISON, type DenseValue, type Scalar } from "../interpret/value.ts";
import { regrouping, type Tolerance } from "../rewrite/tolerance.ts";
import { isDense } from "./buffer-input.ts";

/** Why `after` does not refine `before`; undefined where it does. `type` is that of both, for scalars. */
export function refineValue(
  before: RuntimeValue,
  after: RuntimeValue,
  type: Type | undefined,
  tolerance?: Tolerance,
): string | undefined {
  if (isScalar(before)) {
    if (!isScalar(after)) return before === POISON ? undefined : "a scalar became something else";
    return refinesScalar(before, after, type, tolerance) ? undefined : mismatch(before, after);
  }
  if (isDense(before)) {
    if (after === POISON)
      return before.poison?.every((flag) => flag === 1) === true ? undefined : "all of it is poison";
    return isDense(after) ? refineDense(before, after, tolerance) : "a tensor or vector became something else";
  }
  // References are compared by what they refer to; opaque objects have nothing to compare.
  return undefined;
}

const mismatch = (before: Scalar, after: Scalar): string =>
  after === POISON ? `${scalarText(before)} became poison` : `${scalarText(before)} became ${scalarText(after)}`;

/** A scalar in messages. */
export function scalarText(scalar: Scalar): string {
  if (scalar === POISON) return "poison";
  if (typeof scalar === "object") return `(${scalarText(scalar.re)}, ${scalarText(scalar.im)})`;
  return Object.is(scalar, -0) ? "-0" : String(scalar);
}

function refinesScalar(before: Scalar, after: Scalar, type: Type | undefined, tolerance?: Tolerance): boolean {
  if (before === POISON || Object.is(before, after)) return true;
  if (after === POISON) return false;
  if (typeof before === "object") {
    if (typeof after !== "object") return false;
    const part = type?.kind === "complex" ? type.element : type;
    return refinesScalar(before.re, after.re, part, tolerance) && refinesScalar(before.im, after.im, part, tolerance);
  }
  if (typeof after === "object") return false;
  // An index is a number or a bigint.
  if (typeof before !== typeof after) return BigInt(before) === BigInt(after);
  // Integers have no -0: one that a typed array or a float operation left behind is 0.
  if (type?.kind !== "float") return before === after;
  return tolerance !== undefined && isClose(Number(before), Number(after), type, tolerance);
}

/** Whether two floats of a type are within a tolerance. NaN and infinities are close to themselves only; zeros to each other. */
export function isClose(before: number, after: number, type: FloatType, tolerance: Tolerance): boolean {
  if (before === after || (Number.isNaN(before) && Number.isNaN(after))) return true;
  // A sum that may overflow one way need not the other.
  if (!Number.isFinite(before) || !Number.isFinite(after)) {
    const { terms = 0, magnitude = 0 } = tolerance;
    return !Number.isFinite(roundToFloat(type.name, terms * magnitude));
  }
  const distance = Math.abs(before - after);
  if (distance <= regrouping(tolerance, unitRoundoff(type.name))) return true;
  const { ulps = 0, relative = 0, absolute = 0 } = tolerance;
  if (distance <= absolute || distance <= relative * Math.max(Math.abs(before), Math.abs(after))) return true;
  return ulps > 0 && ulpsBetween(before, after, type) <= BigInt(Math.floor(ulps));
}

/** How many steps there are from one representable number to the other. */
function ulpsBetween(a: number, b: number, type: FloatType): bigint {
  const name = type.name === "f80" || type.name === "f128" ? "f64" : type.name;
  const top = 1n << BigInt((name === "f64" ? 64 : type.width) - 1);
  const place = (value: number): bigint => {
    const bits = floatToBits(name, value);
    return bits >= top ? top - bits : bits;
  };
  const distance = place(a) - place(b);
  return distance < 0n ? -distance : distance;
}

/** Why the elements or the shape of `after` do not refine those of `before`. */
export function refineDense(before: DenseValue, after: DenseValue, tolerance?: Tolerance): string | undefined {
  if (before === after) return undefined;
  const { shape } = before;
  if (!isSameShape(shape, after.shape)) return `shape ${shapeText(shape)} became ${shapeText(after.shape)}`;
  const { element } = before;
  for (let i = 0, n = before.count; i < n; i++) {
    const was = before.get(i);
    const is = after.get(i);
    if (refinesScalar(was, is, element, tolerance)) continue;
    return `element [${positionText(i, shape)}]: ${mismatch(was, is)}`;
  }
  return undefined;
}

const shapeText = (shape: readonly number[]): string => (shape.length === 0 ? "()" : shape.join("x"));

function positionText(position: number, shape: readonly number[]): string {
  const indices: number[] = [];
  let rest = position;
  for (let d = shape.length - 1; d >= 0; d--) {
    const extent = shape[d] ?? 1;
    indices.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return indices.join(", ");
}
