// defineDialect, defineType, defineAttribute: the rest of a dialect's definitions. Pure data.
import type { Attribute } from "../core/attributes.ts";
import { dialectAttr } from "../core/attribute-constructors.ts";
import type { Context } from "../core/context.ts";
import type { AttributeDefinition, DialectDefinition, TypeDefinition } from "../core/definition.ts";
import { dialectType } from "../core/type-constructors.ts";
import type { DialectType, Type } from "../core/types.ts";
import { exactly, typeWhere, type TypeConstraint } from "./constraints.ts";

type DialectSpec = Pick<DialectDefinition, "name" | "summary"> & Partial<DialectDefinition>;

export function defineDialect(spec: DialectSpec): DialectDefinition {
  return { ops: [], types: [], attributes: [], ...spec };
}

/** A type definition with its constructor, test and constraint. */
export interface TypedTypeDefinition extends TypeDefinition {
  get(context: Context, parameters?: readonly (Type | Attribute)[]): DialectType;
  is(type: Type): type is DialectType;
  readonly constraint: TypeConstraint;
}

type TypeSpec = Pick<TypeDefinition, "name" | "summary"> & Partial<TypeDefinition>;

/** Defines `!dialect.name`. Without `print` and `parse` the type has no parameters. */
export function defineType(spec: TypeSpec): TypedTypeDefinition {
  const definition: TypedTypeDefinition = {
    print: () => undefined,
    parse: () => [],
    ...spec,
    get: (context, parameters = []) => dialectType(context, definition, parameters),
    is: (type): type is DialectType => type.kind === "dialect" && type.definition === definition,
    // A type without parameters is one type: it need not stand in the text of an op.
    constraint:
      spec.parse === undefined
        ? exactly(spec.summary, (context) => dialectType(context, definition))
        : typeWhere(spec.summary, (type) => type.kind === "dialect" && type.definition === definition),
  };
  return definition;
}

type AttributeSpec = Pick<AttributeDefinition, "name" | "summary" | "print" | "parse"> & Partial<AttributeDefinition>;

/** Defines `#dialect.name<...>`, with its constructor. */
export function defineAttribute(
  spec: AttributeSpec,
): AttributeDefinition & { get(context: Context, parameters: readonly (Type | Attribute)[]): Attribute } {
  const definition: AttributeDefinition & {
    get(context: Context, parameters: readonly (Type | Attribute)[]): Attribute;
  } = {
    ...spec,
    get: (context, parameters) => dialectAttr(context, definition, parameters),
  };
  return definition;
}
