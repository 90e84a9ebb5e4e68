// What several verifiers check: shapes, element types, and result types that follow from the operands.
import type { Operation } from "../../ir/core/operation.ts";
import { DYNAMIC, type Type } from "../../ir/core/types.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { compatibleShapes, elementOf, shapeOf } from "./types.ts";

export const quoted = (type: Type): string => `'${typeText(type)}'`;

/** Operands and results of one shape. */
export function verifySameShape(op: Operation): string | undefined {
  const all = [...op.operands, ...op.results];
  const [first] = all;
  if (first === undefined || all.every((value) => compatibleShapes(shapeOf(value), shapeOf(first)))) return undefined;
  return `requires the same shape for all operands and results, but got ${all.map((value) => quoted(value.type)).join(", ")}`;
}

/** Operands and results of one shape and element type. */
export function verifySameType(op: Operation): string | undefined {
  const all = [...op.operands, ...op.results];
  const [first] = all;
  if (first !== undefined && all.some((value) => elementOf(value) !== elementOf(first))) {
    return `requires compatible types for all operands and results, but got ${all.map((value) => quoted(value.type)).join(", ")}`;
  }
  return verifySameShape(op);
}

/** The result type against the one that follows from the operands. */
export function verifyInferred(result: Value, shape: readonly number[], element: Type): string | undefined {
  if (compatibleShapes(shapeOf(result), shape) && elementOf(result) === element) return undefined;
  return mismatch([tensorType(shape, element)], [result.type]);
}

export function mismatch(inferred: readonly Type[], found: readonly Type[]): string {
  return `inferred type(s) ${inferred.map(quoted).join(", ")} are incompatible with return type(s) of operation ${found.map(quoted).join(", ")}`;
}

/** Dimensions that occur once each and lie within a rank. */
export function verifyDimensions(dimensions: readonly number[], rank: number, what: string): string | undefined {
  const wrong = dimensions.find((d) => d < 0 || d >= rank);
  if (wrong !== undefined) return `${what} contains dimension ${wrong}, expected to be in range [0, ${rank})`;
  const twice = dimensions.find((d, i) => dimensions.indexOf(d) !== i);
  return twice === undefined ? undefined : `${what} contains dimension ${twice} more than once`;
}

/** Whether an extent is known. */
export const isKnown = (extent: number | undefined): extent is number => extent !== undefined && extent !== DYNAMIC;
