// The ub dialect: values that must not be looked at, and places that must not be reached.
import { Operation } from "../../ir/core/operation.ts";
import { dialectAttr } from "../../ir/core/attribute-constructors.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import { isStaticShape, type Type } from "../../ir/core/types.ts";
import { AnyType } from "../../ir/define/constraints.ts";
import { defineAttribute, defineDialect } from "../../ir/define/define-dialect.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { ConstantValue } from "../../ir/define/op-interfaces.ts";
import { attributeWhere, optionalProperty } from "../../ir/define/properties.ts";
import { control, onValues, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import { DenseValue, POISON } from "../../ir/interpret/value.ts";

export const PoisonAttr = defineAttribute({
  name: "ub.poison",
  summary: "Poison in every element.",
  print: () => undefined,
  parse: () => [],
});

const isPoison = (attribute: Attribute): boolean => attribute.kind === "dialect" && attribute.definition === PoisonAttr;

const poisonAttr = (context: Context): Attribute => dialectAttr(context, PoisonAttr, []);

const PoisonProperty = { ...optionalProperty(attributeWhere("poison attribute", isPoison)), defaultValue: poisonAttr };

function poisonOf(type: Type): RuntimeValue {
  if ((type.kind === "tensor" || type.kind === "vector") && isStaticShape(type.shape))
    return DenseValue.poison(type.shape, type.element);
  return POISON;
}

export const PoisonOp = defineOp({
  name: "ub.poison",
  summary: "A value that is poison.",
  properties: { value: PoisonProperty },
  results: { result: AnyType },
  traits: ["Pure", "ConstantLike"],
  interfaces: [ConstantValue.with((op) => op.attribute("value") ?? poisonAttr(op.context))],
  assemblyFormat: "attr-dict (`<` $value^ `>`)? `:` type($result)",
  makeDefined: () => false,
  meaning: onValues((op) => {
    const value = poisonOf(op.result().type);
    return () => [value];
  }),
});

export const UnreachableOp = defineOp({
  name: "ub.unreachable",
  summary: "Reaching this is undefined behaviour.",
  example: `func.func @main(%condition: i1, %x: i32) -> i32 {
  cf.cond_br %condition, ^bb1, ^bb2
^bb1:
  return %x : i32
^bb2:
  ub.unreachable
}`,
  traits: ["Terminator"],
  assemblyFormat: "attr-dict",
  meaning: control(() => (_, run) => run.undefinedBehavior("ub.unreachable was reached")),
});

export const ubDialect = defineDialect({
  name: "ub",
  summary: "Undefined behaviour: poison and unreachable code.",
  ops: [PoisonOp, UnreachableOp],
  attributes: [PoisonAttr],
  materializeConstant: (context, value, type, location) =>
    isPoison(value)
      ? Operation.create(context, PoisonOp, location, { properties: { value }, resultTypes: [type] })
      : undefined,
});
