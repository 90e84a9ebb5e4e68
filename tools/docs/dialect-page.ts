// The page of a dialect: its types and attributes, its operations, rules that start from any operation, and the passes that make its operations.
import type { AttributeDefinition, DialectDefinition, TypeDefinition } from "../../ir/core/definition.ts";
import { ruleLabel } from "../../ir/check/fuzz/rules-subject.ts";
import type { Example } from "./examples.ts";
import { opSection } from "./op-section.ts";
import {
  anchorOf,
  code,
  commas,
  heading,
  list,
  paragraph,
  prose,
  sentence,
  table,
  type Block,
  type Line,
  type Page,
} from "./page.ts";
import type { ParameterTexts } from "./parameter-texts.ts";
import { attributeTitle, dialectLink, dialectPath, ownerOf, passLink, typeTitle, type Subject } from "./subject.ts";
import { verdictText } from "./verdicts.ts";

export interface DialectExamples {
  /** By the name of the operation. */
  readonly of: (operation: string) => Example;
  readonly texts: ParameterTexts;
}

export function dialectPage(subject: Subject, dialect: DialectDefinition, examples: DialectExamples): Page {
  const { registry } = subject;
  const { name, summary, ops, types, attributes, dependentDialects = [] } = dialect;
  const owner = ownerOf(registry, `dialect '${name}'`);
  const path = dialectPath(name);
  const makers = [...registry.passes.passes.values()].filter((pass) => pass.dependentDialects.includes(name));
  const named = (title: string, list: Line[]): Block[] =>
    list.length === 0 ? [] : [paragraph(`${title}: `, ...commas(list))];
  const within = (title: string, shown = title): Line => [{ code: shown, to: { page: path, anchor: anchorOf(title) } }];
  const section = (title: string, blocks: readonly Block[]): Block[] => blocks.length === 0 ? [] : [heading(2, title), ...blocks]; // prettier-ignore
  return {
    path,
    title: `Dialect ${name}`,
    blocks: [
      paragraph(...prose(sentence(summary))),
      ...(owner === undefined ? [] : [paragraph(`From the plugin ${owner}.`)]),
      ...named("Loaded with it", dependentDialects.map((other) => [dialectLink(subject, other)])),
      ...named("Passes that make its operations", makers.map((pass) => [passLink(pass.name)])),
      ...named("Types", types.map((type) => within(typeTitle(type), `!${type.name}`))),
      ...named("Attributes", attributes.map((attribute) => within(attributeTitle(attribute), `#${attribute.name}`))),
      ...list(ops.map((op) => [...within(op.name), " ", ...prose(sentence(op.summary))])),
      ...section("Types", types.flatMap((type) => typeSection(type, examples.texts))),
      ...section("Attributes", attributes.flatMap((attribute) => attributeSection(attribute, examples.texts))),
      ...section("Operations", ops.flatMap((op) => opSection(subject, op, examples.of(op.name)))),
      ...section("Rules that start from any operation", rulesOfAny(subject, dialect)),
    ],
  }; // prettier-ignore
}

function typeSection(type: TypeDefinition, texts: ParameterTexts): Block[] {
  const name = `!${type.name}`;
  const summary = sentence(type.summary);
  return [
    heading(3, typeTitle(type), { name, kind: "type", summary }),
    paragraph(...prose(summary)),
    ...forms(texts.of(type)),
    ...texts
      .of(type)
      .slice(0, 1)
      .flatMap((text): Block[] => {
        const builtin = texts.representationOf(text);
        return builtin === undefined
          ? []
          : [paragraph("At run time a value of ", { code: text }, " is one of ", { code: builtin }, ".")];
      }),
  ];
}

function attributeSection(attribute: AttributeDefinition, texts: ParameterTexts): Block[] {
  const name = `#${attribute.name}`;
  const summary = sentence(attribute.summary);
  const { cases } = attribute;
  return [
    heading(3, attributeTitle(attribute), { name, kind: "attribute", summary }),
    paragraph(...prose(summary)),
    ...(cases === undefined ? [] : [paragraph("One of ", ...commas(cases.map((word) => [{ code: word }])))]),
    ...forms(texts.of(attribute)),
  ];
}

const forms = (texts: readonly string[]): Block[] => (texts.length === 0 ? [] : [code(texts.join("\n"), "mlir")]);

/** Rules that start from an op of no dialect in particular, or from another dialect's. */
function rulesOfAny({ verdicts }: Subject, { name: own, canonicalizationPatterns = [] }: DialectDefinition): Block[] {
  const others = canonicalizationPatterns.filter(({ root }) => root?.startsWith(`${own}.`) !== true);
  return table(
    ["rule", "verdict"],
    others.map(({ name, root }) => [
      [{ code: root === undefined ? name : `${root}: ${name}` }],
      [verdictText(verdicts.of("rules", ruleLabel({ name, root })))],
    ]),
  );
}
