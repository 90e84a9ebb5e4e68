// StableHLO's enumerations: `#stablehlo<precision DEFAULT>`, and in custom text the bare word.
import { arrayAttr, dialectAttr, stringAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Context } from "../../../ir/core/context.ts";
import type { AttributeDefinition } from "../../../ir/core/definition.ts";
import type { PropertySpec } from "../../../ir/define/properties.ts";
import type { AttributeParser } from "../../../ir/syntax/parser-interface.ts";

interface WordAttribute<C extends string> extends AttributeDefinition {
  readonly cases: readonly C[];
  get(context: Context, word: C): Attribute;
  valueOf(attribute: Attribute): C | undefined;
  /** The bare word. */
  parseWord(parser: AttributeParser): C;
}

/** Defines `#stablehlo<name WORD>`; with `angle` it is `#stablehlo.name<WORD>`. */
function wordAttribute<const C extends readonly string[]>(
  name: string,
  summary: string,
  cases: C,
  angle = false,
): WordAttribute<C[number]> {
  type Case = C[number];
  const caseOf = (word: string): Case | undefined => cases.find((known) => known === word);
  const parseWord = (parser: AttributeParser): Case => {
    const at = parser.position();
    const word = parser.keyword(summary);
    return caseOf(word) ?? parser.error(`expected ${summary} to be one of: ${cases.join(", ")}`, at);
  };
  const definition: WordAttribute<Case> = {
    name: `stablehlo.${name}`,
    summary,
    cases,
    parseWord,
    print: ([word], printer) => {
      const text = word?.kind === "string" ? word.value : "";
      printer.text(angle ? `<${text}>` : ` ${text}`);
    },
    parse: (parser) => {
      if (angle) parser.expect("<");
      const word = parseWord(parser);
      if (angle) parser.expect(">");
      return [stringAttr(parser.context, word)];
    },
    get: (context, word) => dialectAttr(context, definition, [stringAttr(context, word)]),
    valueOf: (attribute) => {
      if (attribute.kind !== "dialect" || attribute.definition !== definition) return undefined;
      const [word] = attribute.parameters;
      return word?.kind === "string" ? caseOf(word.value) : undefined;
    },
  };
  return definition;
}

export const ComparisonDirectionAttr = wordAttribute("comparison_direction", "comparison direction", [
  "EQ",
  "NE",
  "GE",
  "GT",
  "LE",
  "LT",
]);
export type ComparisonDirection = (typeof ComparisonDirectionAttr.cases)[number];
export const ComparisonTypeAttr = wordAttribute("comparison_type", "comparison type", [
  "NOTYPE",
  "FLOAT",
  "TOTALORDER",
  "SIGNED",
  "UNSIGNED",
]);
export const PrecisionAttr = wordAttribute("precision", "precision", ["DEFAULT", "HIGH", "HIGHEST"]);
export type Precision = (typeof PrecisionAttr.cases)[number];
export const ResultAccuracyModeAttr = wordAttribute(
  "result_accuracy_mode",
  "result accuracy mode",
  ["DEFAULT", "HIGHEST", "TOLERANCE"],
  true,
);

/** A property that holds one word; in formats its text is the word. */
function wordProperty<C extends string>(definition: WordAttribute<C>): PropertySpec<C, false> {
  return {
    description: definition.summary,
    accepts: (attribute) => definition.valueOf(attribute) !== undefined,
    optional: false,
    print: (attribute, p) => {
      p.text(definition.valueOf(attribute) ?? "");
    },
    parse: (p) => definition.get(p.context, definition.parseWord(p)),
    decode: (attribute) => {
      const word = definition.valueOf(attribute);
      if (word === undefined) throw new Error(`the verifier asks for a ${definition.summary} here`);
      return word;
    },
    encode: (word, context) => definition.get(context, word),
    samples: (context) => definition.cases.map((word) => definition.get(context, word)),
  };
}

export const ComparisonDirectionProperty = wordProperty(ComparisonDirectionAttr);
export const ComparisonTypeProperty = wordProperty(ComparisonTypeAttr);

/** `[#stablehlo<precision DEFAULT>, ...]`: one an operand. */
export const PrecisionConfigProperty: PropertySpec<readonly Precision[], false> = {
  description: "Precision Config attribute",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => PrecisionAttr.valueOf(e) !== undefined),
  optional: false,
  decode: (a) => (a.kind === "array" ? a.elements.flatMap((e) => PrecisionAttr.valueOf(e) ?? []) : []),
  encode: (words, c) =>
    arrayAttr(
      c,
      words.map((word) => PrecisionAttr.get(c, word)),
    ),
};
