// Fast-math flags in meanings: nnan and ninf make poison of what they exclude; the others only allow rewrites.
import type { Operation } from "../../ir/core/operation.ts";
import { elementTypeOf, type FloatType, type Type } from "../../ir/core/types.ts";
import { POISON, type Scalar } from "../../ir/interpret/value.ts";
import { FastMathAttr } from "./attributes.ts";

export type FastMathFlag = (typeof FastMathAttr.cases)[number];

/** The fast-math flags on an op. */
export function fastMathFlags(op: Operation): readonly FastMathFlag[] {
  const attribute = op.attribute("fastmath");
  return attribute === undefined ? [] : (FastMathAttr.valueOf(attribute) ?? []);
}

/** The float element type of a scalar, vector or tensor type. */
export function floatElement(type: Type): FloatType {
  const element = elementTypeOf(type);
  if (element.kind === "float") return element;
  throw new Error(`expected a float element type, found '${element.kind}'`);
}

/** `apply` under the op's flags: poison where an operand or the result is a NaN under nnan, an infinity under ninf. */
export function underFastMath(
  op: Operation,
  apply: (...operands: Scalar[]) => Scalar,
): (...operands: Scalar[]) => Scalar {
  const flags = fastMathFlags(op);
  const nnan = flags.includes("nnan");
  const ninf = flags.includes("ninf");
  if (!nnan && !ninf) return apply;
  const isExcluded = (x: number): boolean => (nnan && Number.isNaN(x)) || (ninf && Math.abs(x) === Infinity);
  const excluded = (value: Scalar): boolean =>
    typeof value === "object"
      ? isExcluded(value.re) || isExcluded(value.im)
      : typeof value === "number" && isExcluded(value);
  return (...operands) => {
    if (operands.some(excluded)) return POISON;
    const result = apply(...operands);
    return excluded(result) ? POISON : result;
  };
}
