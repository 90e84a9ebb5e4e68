// A run as one JSON object. Integers beyond 2^53 and floats that JSON lacks are strings.
import { POISON, type DenseValue, type Scalar } from "../../ir/interpret/value.ts";
import { typeText } from "../../ir/syntax/printer.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

function scalarJson(scalar: Scalar): Json {
  if (scalar === POISON) return "poison";
  if (typeof scalar === "object") return [scalarJson(scalar.re), scalarJson(scalar.im)];
  if (typeof scalar === "bigint") {
    const number = Number(scalar);
    return Number.isSafeInteger(number) ? number : String(scalar);
  }
  if (Number.isFinite(scalar)) return Object.is(scalar, -0) ? "-0" : scalar;
  return Number.isNaN(scalar) ? "NaN" : scalar > 0 ? "Infinity" : "-Infinity";
}

/** Shape, element type and nested lists. */
export function arrayJson(name: string, value: DenseValue): Json {
  const { shape, element } = value;
  const isTruth = element.kind === "integer" && element.width === 1;
  const nested = (dimension: number, base: number): Json => {
    const extent = shape[dimension];
    if (extent === undefined) {
      const scalar = value.get(base);
      return isTruth && scalar !== POISON ? Number(scalar) !== 0 : scalarJson(scalar);
    }
    return Array.from({ length: extent }, (_, i) => nested(dimension + 1, base * extent + i));
  };
  return { name, shape: [...shape], type: typeText(element), values: nested(0, 0) };
}
