// Attributes of named fields: `#stablehlo.dot<lhs_contracting_dimensions = [1], ...>`. A field that has its default stays out of the text.
import { boolAttr, dialectAttr, floatAttr, i64ArrayAttr, i64Attr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Context } from "../../../ir/core/context.ts";
import type { AttributeDefinition } from "../../../ir/core/definition.ts";
import { f64 } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { AttributeParser } from "../../../ir/syntax/parser-interface.ts";
import type { AttributePrinter } from "../../../ir/syntax/printer-interface.ts";

type Parameter = Type | Attribute;

/** How a field is read and written; `initial` is its default, which text leaves out. */
export interface Field {
  readonly initial: ((context: Context) => Parameter) | undefined;
  readonly print: (value: Parameter, printer: AttributePrinter) => void;
  readonly parse: (parser: AttributeParser) => Parameter;
}

const printNumbers = (value: Parameter, printer: AttributePrinter): void => {
  if (value.kind === "dense_array") printer.text(`[${value.values.join(", ")}]`);
};

/** `[0, 1]`; empty by default. */
export const dimensionsField: Field = {
  initial: (context) => i64ArrayAttr(context, []),
  print: printNumbers,
  parse: (parser) =>
    i64ArrayAttr(
      parser.context,
      parser.commaList("[", "]", () => parser.integer()),
    ),
};
const integer = (initial: Field["initial"]): Field => ({
  initial,
  print: (value, printer) => {
    if (value.kind === "integer" && "value" in value) printer.text(value.value.toString());
  },
  parse: (parser) => i64Attr(parser.context, parser.integer()),
});
export const integerField = integer((context) => i64Attr(context, 0n));
export const requiredIntegerField = integer(undefined);
export const numberField: Field = {
  initial: (context) => floatAttr(f64(context), 0),
  print: (value, printer) => {
    if (value.kind === "float" && "bits" in value) printer.attribute(value, { elideType: true });
  },
  parse: (parser) => parser.attribute(f64(parser.context)),
};
export const typeField: Field = {
  initial: undefined,
  print: (value, printer) => {
    if (isType(value)) printer.type(value);
  },
  parse: (parser) => parser.type(),
};
export const boolField: Field = {
  initial: undefined,
  print: (value, printer) => {
    printer.text(value.kind === "integer" && "value" in value && value.value !== 0n ? "true" : "false");
  },
  parse: (parser) => {
    const isTrue = parser.accept("true");
    if (!isTrue) parser.expect("false");
    return boolAttr(parser.context, isTrue);
  },
};
/** Any attribute, with a default. */
export const attributeField = (initial: (context: Context) => Attribute): Field => ({
  initial,
  print: (value, printer) => {
    if (!isType(value)) printer.attribute(value);
  },
  parse: (parser) => parser.attribute(),
});

function isType(value: Parameter): value is Type {
  return (value.kind === "float" || value.kind === "integer") && "width" in value;
}

export interface StructAttribute<N extends string> extends AttributeDefinition {
  /** From the fields that differ from their defaults. */
  make(context: Context, values: Partial<Readonly<Record<N, Parameter>>>): Attribute;
  is(attribute: Attribute): boolean;
  /** Numbers of a dimensions field, or of an integer field as a list of one. */
  numbers(attribute: Attribute, name: N): readonly number[];
}

/** Defines `#stablehlo.name<field = value, ...>`; the fields may come in any order. */
export function structAttribute<const N extends string>(
  name: string,
  summary: string,
  fields: Readonly<Record<N, Field>>,
): StructAttribute<N> {
  const names = Object.keys(fields);
  const fieldOf = new Map<string, Field>(Object.entries(fields));
  const complete = (context: Context, given: ReadonlyMap<string, Parameter>): Parameter[] =>
    names.map((field) => {
      const value = given.get(field) ?? fieldOf.get(field)?.initial?.(context);
      if (value === undefined) throw new Error(`'#stablehlo.${name}' needs a '${field}'`);
      return value;
    });
  const definition: StructAttribute<N> = {
    name: `stablehlo.${name}`,
    summary,
    print: (parameters, printer) => {
      printer.text("<");
      const shown = parameters.flatMap((value, i) => {
        const field = names[i] ?? "";
        return value === fieldOf.get(field)?.initial?.(value.context) ? [] : [{ field, value }];
      });
      printer.list(shown, ({ field, value }) => {
        printer.text(`${field} = `);
        fieldOf.get(field)?.print(value, printer);
      });
      printer.text(">");
    },
    parse: (parser) => {
      const given = new Map<string, Parameter>();
      const start = parser.position();
      parser.commaList("<", ">", () => {
        const at = parser.position();
        const word = parser.keyword("field name");
        const field = fieldOf.get(word);
        if (field === undefined)
          return parser.error(`unknown field '${word}', expected one of: ${names.join(", ")}`, at);
        if (given.has(word)) parser.error(`duplicate field '${word}'`, at);
        parser.expect("=");
        given.set(word, field.parse(parser));
      });
      const missing = names.find((field) => !given.has(field) && fieldOf.get(field)?.initial === undefined);
      if (missing !== undefined) parser.error(`expected a field '${missing}'`, start);
      return complete(parser.context, given);
    },
    make: (context, values) =>
      dialectAttr(context, definition, complete(context, new Map<string, Parameter>(Object.entries(values)))),
    is: (attribute) => attribute.kind === "dialect" && attribute.definition === definition,
    numbers: (attribute, field) => {
      const value = attribute.kind === "dialect" ? attribute.parameters[names.indexOf(field)] : undefined;
      if (value?.kind === "dense_array") return value.values.map(Number);
      return value?.kind === "integer" && "value" in value ? [Number(value.value)] : [];
    },
  };
  return definition;
}
