// Attributes of structured ops: iterator types, how operands are cast, strides and dilations of windows.
import { arrayAttr, denseElementsAttr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { Context } from "../../ir/core/context.ts";
import { i64, tensorType } from "../../ir/core/type-constructors.ts";
import { elementCount } from "../../ir/core/types.ts";
import { defineEnumAttribute, enumProperty } from "../../ir/define/enum-attribute.ts";
import { AnyAttribute, optionalProperty, type PropertySpec } from "../../ir/define/properties.ts";

export const IteratorTypeAttr = defineEnumAttribute({
  name: "linalg.iterator_type",
  summary: "iterator type",
  cases: ["parallel", "reduction", "window"],
});
export type IteratorType = (typeof IteratorTypeAttr.cases)[number];

export function iteratorTypesAttr(context: Context, types: readonly IteratorType[]): Attribute {
  return arrayAttr(
    context,
    types.map((type) => IteratorTypeAttr.get(context, type)),
  );
}

export const IteratorTypesProperty: PropertySpec<readonly IteratorType[], false> = {
  ...AnyAttribute,
  description: "Iterator type should be an enum.",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => IteratorTypeAttr.valueOf(e) !== undefined),
  decode: (a) => (a.kind === "array" ? a.elements.flatMap((e) => IteratorTypeAttr.valueOf(e) ?? []) : []),
  encode: (types, context) => iteratorTypesAttr(context, types),
};

/** How operands of a contraction are extended to the type of the result. */
export const TypeFnAttr = defineEnumAttribute({
  name: "linalg.type_fn",
  summary: "type function",
  cases: ["cast_signed", "cast_unsigned"],
});
/** Absent is `cast_signed`. */
export const TypeFnProperty = optionalProperty(enumProperty(TypeFnAttr));

/** `dense<[1, 2]> : tensor<2xi64>` as numbers: strides and dilations. A vector type is read too. */
function decodeWindow(attribute: Attribute): readonly number[] {
  if (attribute.kind !== "dense") return [];
  const view = new DataView(attribute.data.buffer, attribute.data.byteOffset, attribute.data.byteLength);
  return Array.from({ length: elementCount(attribute.type.shape) }, (_, i) =>
    Number(view.getBigInt64(attribute.splat ? 0 : 8 * i, true)),
  );
}

/** Strides or dilations; absent is all 1. */
export const WindowProperty = optionalProperty<readonly number[]>({
  ...AnyAttribute,
  description: "64-bit signless int elements attribute of shape [n]",
  accepts: (a) => a.kind === "dense" && a.type.element === i64(a.context) && a.type.shape.length === 1,
  decode: decodeWindow,
  encode: (values, context) => {
    const data = new Uint8Array(8 * values.length);
    const view = new DataView(data.buffer);
    values.forEach((value, i) => {
      view.setBigInt64(8 * i, BigInt(value), true);
    });
    return denseElementsAttr(tensorType([values.length], i64(context)), data, false, 8);
  },
});

/** Step of dimension `d` of a window: 1 where the attribute is absent. */
export function windowStep(attribute: Attribute | undefined, d: number): number {
  return attribute === undefined ? 1 : (decodeWindow(attribute)[d] ?? 1);
}
