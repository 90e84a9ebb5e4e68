// arith.constant: a typed attribute as a value.
import type { Attribute } from "../../../ir/core/attributes.ts";
import { AnyType } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { ConstantValue } from "../../../ir/define/op-interfaces.ts";
import { attributeWhere } from "../../../ir/define/properties.ts";
import { valueOfAttribute } from "../../../ir/interpret/convert.ts";
import { onValues, type RuntimeValue } from "../../../ir/interpret/meaning.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import { isElements, typeOfAttribute } from "../constant-attribute.ts";

const TypedAttribute = attributeWhere("TypedAttr instance", (a) => typeOfAttribute(a) !== undefined);

const typeOf = (attribute: Attribute | undefined) => (attribute === undefined ? undefined : typeOfAttribute(attribute));

export const ConstantOp = defineOp({
  name: "arith.constant",
  summary: "An integer, a float, or a tensor or vector of them.",
  example: `func.func @main() -> (i32, f32, tensor<3xi32>) {
  %0 = arith.constant 42 : i32
  %1 = arith.constant 1.5 : f32
  %2 = arith.constant dense<[1, 2, 3]> : tensor<3xi32>
  return %0, %1, %2 : i32, f32, tensor<3xi32>
}`,
  properties: { value: TypedAttribute },
  results: { result: AnyType },
  traits: ["Pure", "ConstantLike"],
  interfaces: [ConstantValue.with((op) => op.attribute("value"))],
  assemblyFormat: {
    print: (op, p) => {
      p.attrDict(op, { elide: ["value"] });
      p.text(" ");
      const value = op.attribute("value");
      if (value !== undefined) p.attribute(value);
    },
    parse: (p: OpParser) => {
      const attributes = p.optionalAttrDict();
      const at = p.position();
      const value = p.attribute();
      const type = typeOfAttribute(value);
      if (type === undefined) p.error("invalid kind of attribute specified", at);
      return { properties: { value }, attributes, resultTypes: [type] };
    },
  },
  inferResultTypes: ({ properties }) => {
    const type = typeOf(properties[0]);
    return type === undefined ? undefined : [type];
  },
  verify: ({ value, result }) => {
    const type = result.type;
    if (typeOf(value) !== type) return "failed to verify that all of {value, result} have same type";
    if (type.kind === "integer" && type.signedness !== "signless") return "integer return type must be signless";
    if (value.kind !== "integer" && value.kind !== "float" && !isElements(value))
      return "value must be an integer, float, or elements attribute";
    const isSplat = value.kind === "dense" && value.splat;
    return type.kind === "vector" && type.scalable.includes(true) && !isSplat
      ? "intializing scalable vectors with elements attribute is not supported unless it's a vector splat"
      : undefined;
  },
  fold: ({ value }) => [value],
  meaning: onValues((op) => {
    const attribute = op.attribute("value");
    const value = attribute === undefined ? undefined : valueOfAttribute(attribute);
    const values: readonly RuntimeValue[] | undefined = value === undefined ? undefined : [value];
    return (_, run) =>
      values ?? run.unsupported(`the elements of a ${attribute?.kind ?? "missing"} constant are not at hand`);
  }),
});
