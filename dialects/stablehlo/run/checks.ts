// The checks of StableHLO's test programs: each says what is wrong, or nothing.
import { bitsOfScalar } from "../../../ir/interpret/convert.ts";
import { POISON, type DenseValue, type Scalar } from "../../../ir/interpret/value.ts";
import type { Type } from "../../../ir/core/types.ts";

type Check = (actual: DenseValue, expected: DenseValue) => string | undefined;
/** Whether two numbers of a scalar type agree. */
type Agreement = (type: Type, actual: number | bigint, expected: number | bigint) => boolean;

const shown = (value: Scalar): string =>
  value === POISON ? "poison" : typeof value === "object" ? `(${value.re}, ${value.im})` : String(value);

function agree(agreement: Agreement, type: Type, actual: Scalar, expected: Scalar): boolean {
  if (actual === POISON || expected === POISON) return false;
  if (typeof actual === "object" && typeof expected === "object" && type.kind === "complex") {
    return agreement(type.element, actual.re, expected.re) && agreement(type.element, actual.im, expected.im);
  }
  return typeof actual !== "object" && typeof expected !== "object" && agreement(type, actual, expected);
}

const elementwise =
  (agreement: Agreement): Check =>
  (actual, expected) => {
    if (actual.shape.join() !== expected.shape.join())
      return `shapes ${actual.shape.join("x")} and ${expected.shape.join("x")} differ`;
    for (let i = 0, n = actual.count; i < n; i++) {
      const found: Scalar = actual.get(i);
      const wanted: Scalar = expected.get(i);
      if (!agree(agreement, actual.element, found, wanted))
        return `element ${i} is ${shown(found)}, expected ${shown(wanted)}`;
    }
    return undefined;
  };

const bothNaN = (a: number | bigint, b: number | bigint): boolean => Number.isNaN(a) && Number.isNaN(b);

/** Distance in units in the last place: of the bits, ordered as the numbers are. */
function ulps(type: Type & { readonly kind: "float" }, a: number, b: number): bigint {
  const half = 1n << BigInt(type.width - 1);
  const key = (x: number): bigint => {
    const bits = bitsOfScalar(type, x);
    return bits >= half ? half - bits : bits;
  };
  const distance = key(a) - key(b);
  return distance < 0n ? -distance : distance;
}

const isExact: Agreement = (_, a, b) => a === b || bothNaN(a, b);
const isClose: Agreement = (type, a, b) => {
  if (a === b || bothNaN(a, b)) return true;
  if (type.kind !== "float" || !Number.isFinite(a) || !Number.isFinite(b)) return false;
  return ulps(type, Number(a), Number(b)) <= 3n;
};
const isAlmostEqual: Agreement = (_, a, b) => a === b || bothNaN(a, b) || Math.abs(Number(a) - Number(b)) <= 1e-3;

/** By the names of their targets. */
export const checks: ReadonlyMap<string, Check> = new Map([
  ["check.expect_eq", elementwise(isExact)],
  ["check.expect_close", elementwise(isClose)],
  ["check.expect_almost_eq", elementwise(isAlmostEqual)],
]);
