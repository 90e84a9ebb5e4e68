// The complex dialect: making complex numbers, and arithmetic of them.
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Location } from "../../ir/core/location.ts";
import { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import { NumberAttr } from "./attributes.ts";
import { BitcastOp } from "./bitcast.ts";
import { complexPatterns } from "./canonicalize.ts";
import { ConstantOp, isComplexConstant } from "./constant.ts";
import * as ops from "./ops.ts";

export { NumberAttr } from "./attributes.ts";
export { BitcastOp } from "./bitcast.ts";
export { ConstantOp, isComplexConstant } from "./constant.ts";
export * from "./ops.ts";

/** A complex.constant that holds `value`, detached, or what arith has for it; other dialects' constants too. */
export function materializeComplexConstant(
  context: Context,
  value: Attribute,
  type: Type,
  location: Location,
): Operation | undefined {
  if (!isComplexConstant(value, type)) return materializeArithConstant(context, value, type, location);
  return Operation.create(context, ConstantOp, location, { properties: { value }, resultTypes: [type] });
}

export const complexDialect = defineDialect({
  name: "complex",
  summary: "Complex numbers.",
  dependentDialects: ["arith"],
  ops: [ConstantOp, BitcastOp, ...Object.values(ops)],
  attributes: [NumberAttr],
  canonicalizationPatterns: complexPatterns,
  materializeConstant: materializeComplexConstant,
  suggestResultName: (op) => (op.name === "complex.constant" ? "cst" : undefined),
});
