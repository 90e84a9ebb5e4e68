// The index dialect: arithmetic of values as wide as a pointer.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Location } from "../../ir/core/location.ts";
import { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { IndexCmpPredicateAttr } from "./attributes.ts";
import { indexPatterns } from "./canonicalize.ts";
import * as ops from "./ops.ts";
import { indexGeneration } from "./generation.ts";

export * from "./attributes.ts";
export * from "./ops.ts";

/** An index.constant or index.bool.constant, detached. */
function materializeIndexConstant(
  context: Context,
  value: Attribute,
  type: Type,
  location: Location,
): Operation | undefined {
  if (value.kind !== "integer" || value.type !== type) return undefined;
  const isBool = type.kind === "integer" && type.width === 1 && type.signedness === "signless";
  if (!isBool && type.kind !== "index") return undefined;
  const definition = isBool ? ops.BoolConstantOp : ops.ConstantOp;
  return Operation.create(context, definition, location, { properties: { value }, resultTypes: [type] });
}

function suggestResultName(op: Operation): string | undefined {
  const value = op.attribute("value");
  if (value?.kind !== "integer") return undefined;
  if (op.name === "index.constant") return `idx${value.value}`;
  return op.name === "index.bool.constant" ? (value.value === 0n ? "false" : "true") : undefined;
}

export const indexDialect = defineDialect({
  name: "index",
  summary: "Arithmetic of index values, as wide as a pointer.",
  dependentDialects: ["arith"],
  ops: Object.values(ops),
  attributes: [IndexCmpPredicateAttr],
  canonicalizationPatterns: indexPatterns,
  materializeConstant: materializeIndexConstant,
  generation: indexGeneration,
  suggestResultName,
});
