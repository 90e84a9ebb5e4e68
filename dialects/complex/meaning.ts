// What complex's ops have in common when they run: the arithmetic of the element type, and fast-math flags.
import type { Operation } from "../../ir/core/operation.ts";
import type { FloatType } from "../../ir/core/types.ts";
import type { ComplexFunction, ComplexOperator } from "../../ir/interpret/complex.ts";
import { floatArithmetic } from "../../ir/interpret/floats.ts";
import { scalar, type ScalarMeaning } from "../../ir/interpret/meaning.ts";
import { expectComplex } from "../../ir/interpret/operand.ts";
import { underFastMath } from "../arith/fast-math.ts";

/** The float type of the first operand's parts. */
export function partType(op: Operation): FloatType {
  const { type } = op.operand(0);
  if (type.kind === "complex" && type.element.kind === "float") return type.element;
  throw new Error(`'${op.name}' has an operand that is no complex number of floats`);
}

/** The nearest value of the type of the parts. */
export const rounding = (op: Operation): ((x: number) => number) => floatArithmetic(partType(op)).round;

/** Upstream folds no complex constants. */
export const foldsNothing = { folds: false } as const;

/** A function computed in doubles and rounded to the type. */
export function complexFunction(apply: ComplexFunction): ScalarMeaning {
  return scalar((op) => {
    const round = rounding(op);
    return underFastMath(op, (a) => {
      const { re, im } = apply(expectComplex(a));
      return { re: round(re), im: round(im) };
    });
  }, foldsNothing);
}

/** A function of one complex number to a real one. */
export function realFunction(apply: (a: { readonly re: number; readonly im: number }) => number): ScalarMeaning {
  return scalar((op) => {
    const round = rounding(op);
    return underFastMath(op, (a) => round(apply(expectComplex(a))));
  }, foldsNothing);
}

/** An operator that is prepared for the rounding of the type. */
export function complexOperator(prepare: (round: (x: number) => number) => ComplexOperator): ScalarMeaning {
  return scalar((op) => {
    const apply = prepare(rounding(op));
    return underFastMath(op, (a, b) => apply(expectComplex(a), expectComplex(b)));
  }, foldsNothing);
}
