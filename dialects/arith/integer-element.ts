// The integer element type of an op's operands, and its arithmetic.
import type { Operation } from "../../ir/core/operation.ts";
import { elementTypeOf, type IndexType, type IntegerType, type Type } from "../../ir/core/types.ts";
import { integerArithmetic, type IntegerArithmetic } from "../../ir/interpret/integers.ts";

/** The integer or index element type of a scalar, vector or tensor type. */
export function integerElement(type: Type): IntegerType | IndexType {
  const element = elementTypeOf(type);
  if (element.kind === "integer" || element.kind === "index") return element;
  throw new Error(`expected an integer element type, found '${element.kind}'`);
}

/** The width in bits of an integer type's elements; index counts 64. */
export function integerWidth(type: Type): number {
  const element = integerElement(type);
  return element.kind === "index" ? 64 : element.width;
}

/** The arithmetic of the first operand's elements. */
export const arithmeticOf = (op: Operation): IntegerArithmetic => integerArithmetic(integerElement(op.operand(0).type));
