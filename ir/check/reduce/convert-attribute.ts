// Attributes under a change of types: the types in them, and the bits of constants.
import type { Attribute, DenseElementsAttr } from "../../core/attributes.ts";
import {
  arrayAttr,
  denseElementsAttr,
  dictionaryAttr,
  floatAttrFromBits,
  integerAttr,
  typeAttr,
} from "../../core/attribute-constructors.ts";
import { bitsToFloat, floatToBits } from "../../core/float-bits.ts";
import { functionType, tupleType } from "../../core/type-constructors.ts";
import { byteWidth, elementCount, type Type } from "../../core/types.ts";
import { bitsOf, bytesOf } from "./simpler-attributes.ts";

/** What becomes of a type; types that it does not change it gives back. */
export type TypeMap = (type: Type) => Type;

/** A type under the map, the parts of function and tuple types as well. */
export function convertType(type: Type, map: TypeMap): Type {
  const each = (types: readonly Type[]): Type[] => types.map((part) => convertType(part, map));
  switch (type.kind) {
    case "function":
      return functionType(type.context, each(type.inputs), each(type.results));
    case "tuple":
      return tupleType(type.context, each(type.elements));
    default:
      return map(type);
  }
}

/** The attribute under the map; what cannot be converted stays. */
export function convertAttribute(attribute: Attribute, map: TypeMap): Attribute {
  switch (attribute.kind) {
    case "type":
      return typeAttr(convertType(attribute.type, map));
    case "integer":
    case "float": {
      const to = map(attribute.type);
      if (to === attribute.type) return attribute;
      const bits = attribute.kind === "integer" ? attribute.value : attribute.bits;
      return scalar(to, scalarBits(bits, attribute.type, to)) ?? attribute;
    }
    case "dense": {
      const to = map(attribute.type);
      return to === attribute.type ? attribute : (elements(attribute, to) ?? attribute);
    }
    case "array":
      if (attribute.packed !== undefined) return attribute;
      return arrayAttr(
        attribute.context,
        attribute.elements.map((element) => convertAttribute(element, map)),
      );
    case "dictionary":
      return dictionaryAttr(
        attribute.context,
        attribute.entries.map(([name, value]) => [name, convertAttribute(value, map)] as const),
      );
    default:
      return attribute;
  }
}

function scalar(type: Type, bits: bigint | undefined): Attribute | undefined {
  if (bits === undefined) return undefined;
  if (type.kind === "integer" || type.kind === "index") return integerAttr(type, bits);
  return type.kind === "float" ? floatAttrFromBits(type, bits) : undefined;
}

/** The bits of a number in another type: integers are cut off, floats rounded. */
function scalarBits(bits: bigint, from: Type, to: Type): bigint | undefined {
  if (from.kind === "float" && to.kind === "float")
    return from === to ? bits : floatToBits(to.name, bitsToFloat(from.name, bits));
  const isInteger = (type: Type): boolean => type.kind === "integer" || type.kind === "index";
  if (!isInteger(from) || !isInteger(to)) return undefined;
  return to.kind === "integer" ? BigInt.asUintN(to.width, bits) : bits;
}

/** Elements under another element type or shape; under another shape, or as a scalar, only the first stays. */
function elements({ type: from, data, splat }: DenseElementsAttr, to: Type): Attribute | undefined {
  const width = byteWidth(from.element) ?? 1;
  const element = to.kind === "tensor" || to.kind === "vector" ? to.element : to;
  const target = byteWidth(element);
  if (target === undefined) return undefined;
  const at = (index: number): bigint | undefined =>
    scalarBits(bitsOf(data.subarray(index * width, (index + 1) * width)), from.element, element);
  const first = at(0);
  if (data.length === 0 || first === undefined) return undefined;
  if (to.kind !== "tensor" && to.kind !== "vector") return scalar(to, first);
  const count = elementCount(to.shape);
  if (splat || count !== elementCount(from.shape)) return denseElementsAttr(to, bytesOf(first, target), true, target);
  const bytes = new Uint8Array(count * target);
  for (let i = 0; i < count; i++) bytes.set(bytesOf(at(i) ?? 0n, target), i * target);
  return denseElementsAttr(to, bytes, false, target);
}
