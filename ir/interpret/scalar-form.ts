// The function of scalars that an op is, if it is one.
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import { scalar, type ScalarMeaning } from "./meaning.ts";

const isScalarType = ({ kind }: Type): boolean =>
  kind === "integer" || kind === "index" || kind === "float" || kind === "complex";

/** A scalar meaning, or what a meaning on values is where there are only scalars. */
export function scalarForm(op: Operation): ScalarMeaning | undefined {
  const { meaning } = op.definition;
  if (meaning?.kind === "scalar") return meaning;
  if (meaning?.kind !== "value" || meaning.onScalars === undefined || op.resultCount !== 1) return undefined;
  if (!isScalarType(op.result().type) || op.opOperands.some(({ value }) => !isScalarType(value.type))) return undefined;
  return scalar(meaning.onScalars, { seesPoison: true });
}
