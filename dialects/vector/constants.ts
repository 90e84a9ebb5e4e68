// Constants of vectors in folders: splats under other shapes, and parts of dense attributes.
import type { Attribute, DenseElementsAttr } from "../../ir/core/attributes.ts";
import { denseElementsAttr } from "../../ir/core/attribute-constructors.ts";
import { vectorType } from "../../ir/core/type-constructors.ts";
import { byteWidth, type Type, type VectorType } from "../../ir/core/types.ts";
import { attributeOfValue, valueFromBytes, valueOfAttribute, valueOfDense } from "../../ir/interpret/convert.ts";
import { DenseValue, POISON, type Scalar } from "../../ir/interpret/value.ts";

/** The splat of a scalar constant, or of a splat's element, at a vector type; undefined for other constants. */
export function splatConstant(attribute: Attribute | undefined, type: VectorType): DenseElementsAttr | undefined {
  if (attribute === undefined || type.scalable.includes(true)) return undefined;
  const width = byteWidth(type.element);
  if (width === undefined) return undefined;
  if (attribute.kind === "dense")
    return attribute.splat ? denseElementsAttr(type, attribute.data, true, width) : undefined;
  const one = scalarAsDense(attribute, type.element);
  return one === undefined ? undefined : denseElementsAttr(type, one.data, true, width);
}

/** The element of a splat. */
export function splatScalar({ type, data }: DenseElementsAttr): Scalar {
  return valueFromBytes(type, data, []).get(0);
}

function scalarAsDense(attribute: Attribute, element: Type): DenseElementsAttr | undefined {
  const value = valueOfAttribute(attribute);
  if (value === undefined || value === POISON || typeof value === "object") return undefined;
  const dense = attributeOfValue(DenseValue.splat([1], element, value), vectorType([1], element));
  return dense?.kind === "dense" ? dense : undefined;
}

/** The same elements under another shape. */
export function reshapedConstant(attribute: DenseElementsAttr, type: VectorType): DenseElementsAttr | undefined {
  const width = byteWidth(type.element);
  return width === undefined ? undefined : denseElementsAttr(type, attribute.data, attribute.splat, width);
}

/** Constants that are no splats are taken apart or rearranged up to this many elements. */
const maximumElements = 1024;

/** What `change` makes of a constant's elements, as a constant of `type`; not for large constants. */
export function changedConstant(
  attribute: Attribute | undefined,
  type: Type,
  change: (value: DenseValue) => DenseValue | Scalar,
): Attribute | undefined {
  if (attribute?.kind !== "dense" || attribute.type.shape.reduce((n, e) => n * e, 1) > maximumElements)
    return undefined;
  const result = change(valueOfDense(attribute));
  return attributeOfValue(result, type);
}
