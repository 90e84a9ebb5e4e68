// complex.constant: two numbers as a complex one.
import type { Attribute } from "../../ir/core/attributes.ts";
import { bitsToFloat } from "../../ir/core/float-bits.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { AnyComplex } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { ConstantValue } from "../../ir/define/op-interfaces.ts";
import { ArrayProperty } from "../../ir/define/properties.ts";
import { onValues, type ValueMeaning } from "../../ir/interpret/meaning.ts";
import { unsupported } from "../../ir/interpret/unwind.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";

/** The type of a part, where it is a number. */
function typeOfPart(part: Attribute | undefined): Type | undefined {
  return part?.kind === "float" || part?.kind === "integer" ? part.type : undefined;
}

/** Whether complex.constant can hold an attribute at a type: two floats or two integers of the element type. */
export function isComplexConstant(value: Attribute, type: Type): boolean {
  if (value.kind !== "array" || type.kind !== "complex" || value.elements.length !== 2) return false;
  const [re, im] = value.elements;
  return re?.kind === im?.kind && typeOfPart(re) === type.element && typeOfPart(im) === type.element;
}

function numberOf(part: Attribute | undefined): number {
  if (part?.kind === "float") return bitsToFloat(part.type.name, part.bits);
  const value = part?.kind === "integer" ? Number(part.value) : NaN;
  return Number.isSafeInteger(value) ? value : unsupported("parts of complex integers are limited to 53 bits");
}

function prepareConstant(op: Operation): ReturnType<ValueMeaning["prepare"]> {
  const value = op.attribute("value");
  const parts = value?.kind === "array" ? value.elements : [];
  const constant = { re: numberOf(parts[0]), im: numberOf(parts[1]) };
  return () => [constant];
}

export const ConstantOp = defineOp({
  name: "complex.constant",
  summary: "A constant complex number.",
  properties: { value: ArrayProperty },
  results: { complex: AnyComplex },
  traits: ["ConstantLike", "Pure"],
  interfaces: [ConstantValue.with((op) => op.attribute("value"))],
  assemblyFormat: "$value attr-dict `:` type($complex)",
  verify: ({ value, complex }) => {
    if (value.length !== 2) return "requires 'value' to be a complex constant, represented as array of two values";
    const [re, im] = value.map(typeOfPart);
    if (re === undefined || im === undefined) return "requires attribute's elements to be float or integer attributes";
    const element = complex.type.kind === "complex" ? complex.type.element : complex.type;
    if (re === element && im === element) return undefined;
    return `requires attribute's element types ('${typeText(re)}', '${typeText(im)}') to match the element type of the op's return type ('${typeText(element)}')`;
  },
  meaning: onValues(prepareConstant),
});
