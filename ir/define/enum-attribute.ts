// Enumerations as dialect attributes: `#arith.fastmath<nnan,contract>`, `#vector.kind<add>`, and the properties that hold them.
import type { Attribute } from "../core/attributes.ts";
import { dialectAttr, stringAttr } from "../core/attribute-constructors.ts";
import type { Context } from "../core/context.ts";
import type { AttributeDefinition } from "../core/definition.ts";
import { didYouMean } from "../syntax/near-miss.ts";
import type { AttributeParser } from "../syntax/parser-interface.ts";
import type { PropertySpec } from "./properties.ts";

export interface EnumAttributeDefinition<C extends string> extends AttributeDefinition {
  readonly cases: readonly C[];
  /** The attribute for a case, or for a set of cases of a bit set. */
  get(context: Context, value: C | readonly C[]): Attribute;
  /** The cases that an attribute holds, in the definition's order; undefined for another attribute. */
  valueOf(attribute: Attribute): readonly C[] | undefined;
}

interface EnumSpec<C extends readonly string[]> {
  readonly name: string;
  readonly summary: string;
  readonly cases: C;
  /** The text has no angle brackets: `#gpu<dim x>`. */
  readonly bare?: boolean;
  /** Several cases may hold at once; `none` is the empty set's word. */
  readonly bits?: { readonly none: string; readonly all?: string; readonly separator?: ", " };
}

/** Defines `#dialect.name<case>`. The one parameter is a string attribute with the cases joined by commas, as MLIR prints them. */
export function defineEnumAttribute<const C extends readonly string[]>(
  spec: EnumSpec<C>,
): EnumAttributeDefinition<C[number]> {
  type Case = C[number];
  const { cases, bits } = spec;
  const canonical = (values: readonly string[]): string => {
    const present = cases.filter((c) => values.includes(c));
    if (bits === undefined) return present.join();
    if (present.length === 0) return bits.none;
    return bits.all !== undefined && present.length === cases.length ? bits.all : present.join(bits.separator ?? ",");
  };
  const expand = (text: string): readonly string[] => {
    if (bits !== undefined && text === bits.none) return [];
    if (bits?.all !== undefined && text === bits.all) return cases;
    return text.split(/, ?/);
  };
  const words = (parser: AttributeParser): string => {
    const read: string[] = [];
    do {
      const at = parser.position();
      const word = parser.keyword(spec.summary);
      const known = cases.includes(word) || word === bits?.none || word === bits?.all;
      if (!known) {
        const all = bits === undefined ? cases : [bits.none, ...cases, ...(bits.all === undefined ? [] : [bits.all])];
        parser.error(`expected ${spec.summary} to be one of: ${all.join(", ")}`, at, didYouMean(word, all));
      }
      read.push(...expand(word));
    } while (bits !== undefined && parser.accept(","));
    return canonical(read);
  };
  const definition: EnumAttributeDefinition<Case> = {
    name: spec.name,
    summary: spec.summary,
    cases,
    print: (parameters, printer) => {
      const value = parameters[0];
      const text = value?.kind === "string" ? value.value : "";
      printer.text(spec.bare === true ? ` ${text}` : `<${text}>`);
    },
    parse: (parser) => {
      if (spec.bare === true) return [stringAttr(parser.context, words(parser))];
      parser.expect("<");
      const value = words(parser);
      parser.expect(">");
      return [stringAttr(parser.context, value)];
    },
    get: (context, value) =>
      dialectAttr(context, definition, [stringAttr(context, canonical(typeof value === "string" ? [value] : value))]),
    valueOf: (attribute) => {
      if (attribute.kind !== "dialect" || attribute.definition !== definition) return undefined;
      const value = attribute.parameters[0];
      return value?.kind === "string" ? (expand(value.value) as readonly Case[]) : undefined;
    },
  };
  return definition;
}

/** A property that holds one case; in formats its text is the bare word, or `<word>` with `angle`. */
export function enumProperty<C extends string>(
  definition: EnumAttributeDefinition<C>,
  options: { angle?: boolean } = {},
): PropertySpec<C, false> {
  return {
    ...textOf(definition, options.angle ?? false),
    decode: (a) => definition.valueOf(a)?.[0] as C,
    encode: (value, context) => definition.get(context, value),
    samples: (context) => definition.cases.map((value) => definition.get(context, value)),
  };
}

/**
 * A property that holds a set of cases; in formats its text is `<a, b>` as MLIR prints bit enums. `poison` are the flags that may
 * make poison of a result.
 */
export function flagsProperty<C extends string>(
  definition: EnumAttributeDefinition<C>,
  options: { poison?: readonly C[] } = {},
): PropertySpec<readonly C[], false> {
  return {
    ...textOf(definition, true),
    decode: (a) => definition.valueOf(a) ?? [],
    encode: (value, context) => definition.get(context, value),
    samples: (context, avoidPoison) => {
      const flags = avoidPoison
        ? definition.cases.filter((c) => options.poison?.includes(c) !== true)
        : definition.cases;
      const sets = [
        [],
        ...flags.map((flag) => [flag]),
        ...flags.slice(1).map((flag, i) => [flags[i] ?? flag, flag]),
        flags,
      ];
      return [...new Set(sets.map((set) => definition.get(context, set)))];
    },
  };
}

function textOf<C extends string>(
  definition: EnumAttributeDefinition<C>,
  angle: boolean,
): Pick<PropertySpec<never, false>, "description" | "accepts" | "optional" | "print" | "parse" | "cases"> {
  return {
    description: definition.summary,
    cases: definition.cases,
    accepts: (a) => definition.valueOf(a) !== undefined,
    optional: false,
    print: (a, p) => {
      if (a.kind !== "dialect") return;
      const value = a.parameters[0];
      if (angle) definition.print(a.parameters, p);
      else if (value?.kind === "string") p.text(value.value);
    },
    parse: (p) => {
      if (angle) return dialectAttr(p.context, definition, definition.parse(p));
      const at = p.position();
      const word = p.keyword(definition.summary);
      if (!(definition.cases as readonly string[]).includes(word)) {
        const message = `expected ${definition.summary} to be one of: ${definition.cases.join(", ")}`;
        p.error(message, at, didYouMean(word, definition.cases));
      }
      return definition.get(p.context, word as C);
    },
  };
}
