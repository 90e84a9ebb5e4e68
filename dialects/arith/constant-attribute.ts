// Constant attributes of a type: zeros, ones and splats; what folders and builders of constants use.
import type { Attribute } from "../../ir/core/attributes.ts";
import { denseElementsAttr, floatAttr, integerAttr } from "../../ir/core/attribute-constructors.ts";
import { floatToBits } from "../../ir/core/float-bits.ts";
import {
  byteWidth,
  isStaticShape,
  type FloatType,
  type IndexType,
  type IntegerType,
  type Type,
} from "../../ir/core/types.ts";

const elementsKinds: ReadonlySet<string> = new Set(["dense", "dense_string", "sparse", "dense_resource"]);

/** Whether an attribute holds elements of a shaped type. */
export const isElements = (attribute: Attribute): boolean => elementsKinds.has(attribute.kind);

/** The type that a typed attribute has; undefined for an attribute without a type. */
export function typeOfAttribute(attribute: Attribute): Type | undefined {
  switch (attribute.kind) {
    case "integer":
    case "float":
    case "dense":
    case "dense_string":
    case "sparse":
    case "dense_resource":
    case "string":
    case "opaque":
      return attribute.type;
    default:
      return undefined;
  }
}

function littleEndian(bits: bigint, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  let rest = BigInt.asUintN(8 * width, bits);
  for (let i = 0; i < width; i++) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

const isInteger = (type: Type): type is IntegerType | IndexType => type.kind === "integer" || type.kind === "index";
const isFloat = (type: Type): type is FloatType => type.kind === "float";

/** A scalar of this type, or a splat over a tensor or vector of static shape. Undefined where the type has no such constant. */
function constantOfType(
  type: Type,
  scalar: (element: Type) => Attribute | undefined,
  bits: (element: Type) => bigint,
): Attribute | undefined {
  if (type.kind !== "tensor" && type.kind !== "vector") return scalar(type);
  if (!isStaticShape(type.shape) || (type.kind === "vector" && type.scalable.includes(true))) return undefined;
  const width = byteWidth(type.element);
  if (width === undefined || scalar(type.element) === undefined) return undefined;
  return denseElementsAttr(type, littleEndian(bits(type.element), width), true, width);
}

/** `value` as a constant of an integer or index type, or a splat of it; wraps to the width. */
export function integerConstantAttr(type: Type, value: bigint | number): Attribute | undefined {
  const exact = BigInt(value);
  return constantOfType(
    type,
    (element) => (isInteger(element) ? integerAttr(element, exact) : undefined),
    (element) => (element.kind === "integer" && element.width === 1 ? exact & 1n : exact),
  );
}

/** `value` as a constant of a float type, or a splat of it; rounds to nearest even. */
export function floatConstantAttr(type: Type, value: number): Attribute | undefined {
  return constantOfType(
    type,
    (element) => (isFloat(element) ? floatAttr(element, value) : undefined),
    (element) => (isFloat(element) ? floatToBits(element.name, value) : 0n),
  );
}

/** Zero of an integer, index or float type, or a splat of it. */
export function zeroAttr(type: Type): Attribute | undefined {
  return integerConstantAttr(type, 0n) ?? floatConstantAttr(type, 0);
}
