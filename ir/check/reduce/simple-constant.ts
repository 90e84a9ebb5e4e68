// Constants of a type that anything can be replaced with: zero and one, made by whichever dialect can hold them.
import type { Attribute } from "../../core/attributes.ts";
import { arrayAttr, denseElementsAttr, floatAttr, integerAttr } from "../../core/attribute-constructors.ts";
import type { DialectDefinition } from "../../core/definition.ts";
import { unknownLocation } from "../../core/location.ts";
import type { Operation } from "../../core/operation.ts";
import { byteWidth, isStaticShape, representationOf, type Type } from "../../core/types.ts";
import { bytesOf } from "./simpler-attributes.ts";

/** The number, or a splat of it; undefined for types without such a constant. */
export function numberAttribute(type: Type, number: 0 | 1): Attribute | undefined {
  switch (type.kind) {
    case "integer":
    case "index":
      return integerAttr(type, BigInt(number));
    case "float":
      return floatAttr(type, number);
    case "complex": {
      const part = numberAttribute(type.element, number);
      return part && arrayAttr(type.context, [part, part]);
    }
    case "tensor":
    case "vector": {
      const width = byteWidth(type.element);
      const element = numberAttribute(type.element, number);
      if (width === undefined || element === undefined || !isStaticShape(type.shape)) return undefined;
      if (type.kind === "vector" && type.scalable.includes(true)) return undefined;
      const bits = element.kind === "integer" ? element.value : element.kind === "float" ? element.bits : 0n;
      if (element.kind === "array" && number === 1) return undefined;
      return denseElementsAttr(type, bytesOf(bits, width), true, width);
    }
    case "dialect": {
      const represented = representationOf(type);
      return represented === type ? undefined : numberAttribute(represented, number);
    }
    default:
      return undefined;
  }
}

/** A detached constant of the type, by the dialect of `at`, of an op around it, or any that is loaded. */
export function makeConstant(at: Operation, type: Type, number: 0 | 1): Operation | undefined {
  const attribute = numberAttribute(type, number);
  if (attribute === undefined) return undefined;
  for (const dialect of dialectsFor(at)) {
    const made = dialect.materializeConstant?.(at.context, attribute, type, unknownLocation);
    if (made !== undefined && made.resultCount === 1 && made.result().type === type) return made;
  }
  return undefined;
}

function dialectsFor(at: Operation): Set<DialectDefinition> {
  const { dialects } = at.context;
  const found = new Set<DialectDefinition>();
  for (let op: Operation | null = at; op !== null; op = op.parentOp) {
    const dialect = op.definition.registered ? dialects.get(op.definition.dialect) : undefined;
    if (dialect !== undefined) found.add(dialect);
  }
  for (const dialect of at.context.loadedDialects()) found.add(dialect);
  return found;
}
