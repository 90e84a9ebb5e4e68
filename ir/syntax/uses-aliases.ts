// Whether printing an op could need `#map` or `#set` or a location attribute's alias: a walk over its attributes and types, each looked at once.
import type { Attribute } from "../core/attributes.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import { walk } from "../core/walk.ts";

export function usesAliases(root: Operation): boolean {
  const seen = new Set<Attribute | Type>();
  for (const op of walk(root)) {
    for (const attribute of op.properties) if (attribute !== undefined && attributeHas(attribute, seen)) return true;
    for (const [, attribute] of op.discardable) if (attributeHas(attribute, seen)) return true;
    for (const result of op.results) if (typeHas(result.type, seen)) return true;
    for (const region of op.regions) {
      for (const block of region.blocks)
        for (const argument of block.arguments) if (typeHas(argument.type, seen)) return true;
    }
  }
  return false;
}

function attributeHas(attribute: Attribute, seen: Set<Attribute | Type>): boolean {
  if (seen.has(attribute)) return false;
  seen.add(attribute);
  switch (attribute.kind) {
    case "affine_map":
    case "affine_set":
    case "location":
      return true;
    case "array":
      return attribute.elements.some((element) => attributeHas(element, seen));
    case "dictionary":
      return attribute.entries.some(([, value]) => attributeHas(value, seen));
    case "dialect":
      return attribute.parameters.some((parameter) => parameterHas(parameter, seen));
    case "type":
    case "dense":
    case "dense_resource":
      return typeHas(attribute.type, seen);
    default:
      return false;
  }
}

function typeHas(type: Type, seen: Set<Attribute | Type>): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  switch (type.kind) {
    case "memref":
      return (
        [type.layout, type.memorySpace].some((a) => a !== undefined && attributeHas(a, seen)) ||
        typeHas(type.element, seen)
      );
    case "tensor":
      return (type.encoding !== undefined && attributeHas(type.encoding, seen)) || typeHas(type.element, seen);
    case "complex":
    case "vector":
    case "unranked_tensor":
    case "unranked_memref":
      return typeHas(type.element, seen);
    case "tuple":
      return type.elements.some((element) => typeHas(element, seen));
    case "function":
      return [...type.inputs, ...type.results].some((part) => typeHas(part, seen));
    case "dialect":
      return type.parameters.some((parameter) => parameterHas(parameter, seen));
    default:
      return false;
  }
}

const typeKinds: ReadonlySet<string> = new Set<Type["kind"]>([
  "integer", "index", "float", "none", "complex", "tuple", "function", "tensor", "unranked_tensor", "memref", "unranked_memref", "vector",
]); // prettier-ignore

function parameterHas(parameter: Type | Attribute, seen: Set<Attribute | Type>): boolean {
  return isType(parameter) ? typeHas(parameter, seen) : attributeHas(parameter, seen);
}

/** Kinds "integer", "float", "dialect" and "opaque" are both. */
function isType(parameter: Type | Attribute): parameter is Type {
  switch (parameter.kind) {
    case "integer":
      return !("value" in parameter);
    case "float":
      return !("bits" in parameter);
    case "opaque":
      return !("type" in parameter);
    case "dialect":
      return parameter.context.types.get(parameter.definition.name) === parameter.definition;
    default:
      return typeKinds.has(parameter.kind);
  }
}
