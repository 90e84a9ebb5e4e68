// Builders of constants.
import type { Attribute } from "../../ir/core/attributes.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import type { Value } from "../../ir/core/value.ts";
import { typeOfAttribute } from "./constant-attribute.ts";
import { ConstantOp } from "./ops/constant.ts";

/** `arith.constant` of an attribute with a type: integer, float or dense elements. */
export function arithConstant(builder: OpBuilder, value: Attribute): Value {
  const type = typeOfAttribute(value);
  if (type === undefined) throw new Error(`an attribute of kind '${value.kind}' is no constant`);
  return ConstantOp.build(builder, { value, resultTypes: [type] }).result;
}

export function constantIndexOp(builder: OpBuilder, value: number): Value {
  return arithConstant(builder, indexAttr(builder.context, value));
}
