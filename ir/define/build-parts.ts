// What `build` of a definition makes of its named arguments: the parts of an operation.
import type { Attribute } from "../core/attributes.ts";
import { Region, type Block } from "../core/block.ts";
import type { Context } from "../core/context.ts";
import type { OpDefinition, OperationParts } from "../core/definition.ts";
import type { Type } from "../core/types.ts";
import type { Value } from "../core/value.ts";
import { camelCase } from "./camel-case.ts";

type Arguments = Readonly<Record<string, unknown>>;

const namesOf = (elements: readonly { readonly name: string }[]): readonly string[] =>
  elements.map(({ name }) => camelCase(name));

/** Turns the named arguments into parts; the names are worked out once. */
export function partsBuilder(definition: OpDefinition): (context: Context, named: object) => OperationParts {
  const operandNames = namesOf(definition.operands);
  const propertyNames = namesOf(definition.properties);
  const regionNames = namesOf(definition.regions);
  const successorNames = namesOf(definition.successors);

  const propertiesOf = (context: Context, args: Arguments, sizes: readonly number[]): (Attribute | undefined)[] =>
    definition.properties.map((property, slot) => {
      if (property.name === "operandSegmentSizes") return property.encode(sizes, context);
      const value = args[propertyNames[slot]!];
      const isAbsent = value === undefined || (value === false && property.description === "unit attribute");
      return isAbsent ? property.defaultValue?.(context) : property.encode(value, context);
    });

  return (context, named) => {
    const args = named as Arguments;
    const operands: Value[] = [];
    const sizes: number[] = [];
    for (const name of operandNames) {
      const before = operands.length;
      appendTo(operands, args[name] as Value | readonly Value[] | undefined);
      sizes.push(operands.length - before);
    }
    const propertySlots = propertiesOf(context, args, sizes);
    const regions: Region[] = [];
    for (const [i, { arity, make }] of definition.regions.entries()) {
      const given = args[regionNames[i]!] as Region | readonly Region[] | undefined;
      if (given === undefined && arity === "one")
        regions.push(make?.({ context, operands, properties: propertySlots, regions: [] }) ?? new Region(context));
      else appendTo(regions, given);
    }
    const successors: Block[] = [];
    for (const name of successorNames) appendTo(successors, args[name] as Block | readonly Block[] | undefined);
    const resultTypes =
      (args["resultTypes"] as readonly Type[] | undefined) ??
      (definition.results.length === 0
        ? []
        : definition.inferResultTypes?.({ context, operands, properties: propertySlots, regions }));
    if (resultTypes === undefined) throw new Error(`the result types of '${definition.name}' must be given`);
    const attributes = args["attributes"] as Iterable<readonly [string, Attribute]> | undefined;
    const parts = { operands, resultTypes, propertySlots, regions, successors };
    return attributes === undefined ? parts : { ...parts, attributes };
  };
}

function appendTo<T extends object>(list: T[], given: T | readonly T[] | undefined): void {
  if (given === undefined) return;
  if (!isList(given)) list.push(given);
  else for (const item of given) list.push(item);
}

const isList = <T extends object>(given: T | readonly T[]): given is readonly T[] => Array.isArray(given);
