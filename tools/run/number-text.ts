// Numbers as text: as few digits as give the same value back at the element's precision, as numpy prints them.
import { roundTo, POISON, type Scalar } from "../../ir/interpret/value.ts";
import type { Type } from "../../ir/core/types.ts";

/** A float of an element type. */
export function floatText(value: number, element: Type): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (Object.is(value, -0)) return "-0.";
  const text = shortest(value, element);
  if (text.includes("e")) return text.replace("e+", "e+").replace(/e([+-])(\d)$/, "e$10$2");
  return text.includes(".") ? text : `${text}.`;
}

function shortest(value: number, element: Type): string {
  if (element.kind === "float" && element.width <= 32) {
    for (let digits = 1; digits <= 9; digits++) {
      const rounded = Number(value.toPrecision(digits));
      if (roundTo(element, rounded) === value) return plain(rounded);
    }
  }
  return plain(value);
}

/** Exponents only where numpy has them. */
function plain(value: number): string {
  const magnitude = Math.abs(value);
  return magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16) ? value.toExponential() : String(value);
}

export function scalarText(scalar: Scalar, element: Type): string {
  if (scalar === POISON) return "poison";
  if (typeof scalar === "object") {
    const part = element.kind === "complex" ? element.element : element;
    const imaginary = floatText(scalar.im, part);
    return `${floatText(scalar.re, part)}${imaginary.startsWith("-") ? "" : "+"}${imaginary}j`;
  }
  if (element.kind === "float") return floatText(Number(scalar), element);
  if (element.kind === "integer" && element.width === 1) return Number(scalar) === 0 ? "False" : "True";
  return String(scalar);
}
