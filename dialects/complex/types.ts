// Type constraints of complex: a complex type of floats, and its element type.
import type { Type } from "../../ir/core/types.ts";
import {
  AnyFloat, derived, sameOperandsAndResultType, typeVariable, typeWhere, type TypeConstraint,
} from "../../ir/define/constraints.ts"; // prettier-ignore

const ComplexOfFloat = typeWhere(
  "complex type with floating-point elements",
  (type) => type.kind === "complex" && AnyFloat.accepts(type.element),
);

/** One complex type for all operands and results. */
export const SameComplex = sameOperandsAndResultType(ComplexOfFloat);
/** One complex type wherever it is named. */
export const ComplexT = typeVariable("T", ComplexOfFloat);

/** T once more, on the right of a comparison. */
export const SameAsLeft = derived(
  ComplexOfFloat.description,
  ["T"],
  (bindings) => bindings.get("T"),
  (type) => ComplexOfFloat.accepts(type),
  "failed to verify that all of {lhs, rhs} have same type",
);

/** The element type of T, for the operand or result of this name. */
export function elementOfT(name: string): TypeConstraint {
  return derived(
    AnyFloat.description,
    ["T"],
    (bindings) => elementOf(bindings.get("T")),
    (type) => AnyFloat.accepts(type),
    `failed to verify that complex element type matches ${name} type`,
  );
}

const elementOf = (type: Type | undefined): Type | undefined => (type?.kind === "complex" ? type.element : undefined);
