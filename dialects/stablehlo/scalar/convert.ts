// Conversions of scalars between element types, by value and by bits.
import type { IntegerType, Type } from "../../../ir/core/types.ts";
import { convertFloat, floatToIntegerSaturating, integerToFloat } from "../../../ir/interpret/floats.ts";
import { convertInteger } from "../../../ir/interpret/integers.ts";
import { expectComplex, expectNumber } from "../../../ir/interpret/operand.ts";
import type { Scalar } from "../../../ir/interpret/value.ts";
import { isBool, isUnsigned } from "../types.ts";

type Convert = (a: Scalar) => Scalar;

const signOf = (type: Type): "signed" | "unsigned" => (isUnsigned(type) ? "unsigned" : "signed");

/** By value. Floats become integers towards zero, saturating, NaN as 0; to a boolean everything but zero is true. */
export function conversion(from: Type, to: Type): Convert | undefined {
  if (from === to) return (a) => a;
  if (from.kind === "complex") {
    const real = conversion(from.element, to.kind === "complex" ? to.element : to);
    if (real === undefined) return undefined;
    return to.kind === "complex"
      ? (a) => {
          const { re, im } = expectComplex(a);
          return { re: expectNumber(real(re)), im: expectNumber(real(im)) };
        }
      : isBool(to)
        ? (a) => (expectComplex(a).re !== 0 || expectComplex(a).im !== 0 ? 1 : 0)
        : (a) => real(expectComplex(a).re);
  }
  if (to.kind === "complex") {
    const real = conversion(from, to.element);
    return real && ((a) => ({ re: expectNumber(real(a)), im: 0 }));
  }
  if (from.kind === "float") return ofFloat(to);
  return from.kind === "integer" ? ofInteger(from, to) : undefined;
}

function ofFloat(to: Type): Convert | undefined {
  if (to.kind === "float") return convertFloat(to);
  if (isBool(to)) return (a) => (expectNumber(a) !== 0 ? 1 : 0);
  return to.kind === "integer" ? floatToIntegerSaturating(to, signOf(to)) : undefined;
}

function ofInteger(from: IntegerType, to: Type): Convert | undefined {
  if (to.kind === "float") return integerToFloat(from, to, signOf(from));
  if (isBool(to)) return (a) => (a === 0 || a === 0n ? 0 : 1);
  return to.kind === "integer" ? convertInteger(from, to, signOf(from)) : undefined;
}
