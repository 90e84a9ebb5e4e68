// The entry of an operation: what its definition says, an example, and the rules that start from it.
import { mayFold, folderName } from "../../ir/check/fuzz/folder-patterns.ts";
import { ruleLabel } from "../../ir/check/fuzz/rules-subject.ts";
import type { Context } from "../../ir/core/context.ts";
import type { OpDefinition, OperandDefinition, PropertyDefinition } from "../../ir/core/definition.ts";
import { foldsConstants, type Meaning } from "../../ir/interpret/meaning.ts";
import type { Pattern } from "../../ir/rewrite/pattern.ts";
import { attributeText } from "../../ir/syntax/printer.ts";
import type { Example } from "./examples.ts";
import { code, commas, heading, paragraph, prose, sentence, table, type Block, type Line } from "./page.ts";
import { attributeLink, interfacesOf, opLink, traitLink, type Subject } from "./subject.ts";
import { verdictText } from "./verdicts.ts";

const meanings: Readonly<Record<Meaning["kind"], string>> = {
  scalar: "of scalars",
  scalars: "of scalars",
  value: "of whole values",
  effect: "reads or writes memory, or a machine's state",
  control: "runs regions, calls or launches",
  terminator: "ends a region and hands on its operands",
  branch: "chooses a successor",
  structured: "a loop nest with a scalar body",
};

export function opSection(subject: Subject, op: OpDefinition, example: Example): Block[] {
  const { context } = subject;
  const summary = sentence(op.summary);
  return [
    heading(3, op.name, { name: op.name, kind: "operation", summary }),
    paragraph(...prose(summary)),
    ...(op.description === "" ? [] : op.description.split(/\n\s*\n/).map((text) => paragraph(...prose(text.trim())))),
    ...facts(subject, op),
    ...(op.assemblyFormat === undefined ? [] : [code(`${op.name} ${op.assemblyFormat}`)]),
    ...table(["part", "name", "what it is"], parts(subject, op, context)),
    ...exampleBlocks(example),
    ...rules(subject, op),
  ];
}

const howOften = { one: "", optional: "optional: ", variadic: "any number of: " } as const;

function parts(subject: Subject, op: OpDefinition, context: Context): Line[][] {
  const typed =
    (kind: string) =>
    (part: OperandDefinition): Line[] => [[kind], [{ code: part.name }], typeOf(part)];
  return [
    ...op.operands.map(typed("operand")),
    // The sizes of groups follow from the operands.
    ...op.properties
      .filter(({ name }) => !name.endsWith("SegmentSizes"))
      .map((part): Line[] => [["property"], [{ code: part.name }], attributeOf(subject, part, context)]),
    ...op.results.map(typed("result")),
    ...op.regions.map(({ name, arity, blocks }): Line[] => [
      ["region"],
      [{ code: name }],
      [
        `${howOften[arity]}${{ any: "any blocks", single: "one block", "single-or-empty": "one block, or none" }[blocks]}`,
      ],
    ]),
    ...op.successors.map(({ name, arity }): Line[] => [["successor"], [{ code: name }], [`${howOften[arity]}a block`]]),
  ];
}

function typeOf({ arity, constraint: { description, variable } }: OperandDefinition): Line {
  return [howOften[arity], ...(variable === undefined ? [] : [{ code: variable }, ": "]), description];
}

function attributeOf(subject: Subject, property: PropertyDefinition, context: Context): Line {
  const { description, defaultValue, optional, cases, samples } = property;
  const sample = samples?.(context, false)[0];
  const named = sample?.kind === "dialect" ? [" ", attributeLink(subject, sample.definition.name)] : [];
  const words = cases === undefined ? [] : [": ", ...commas(cases.map((word) => [{ code: word }]))];
  const otherwise = defaultValue === undefined ? "" : attributeText(defaultValue(context));
  return [
    description,
    ...named,
    ...words,
    ...(otherwise === "" ? [optional ? "; may be absent" : ""] : ["; by default ", { code: otherwise }]),
  ];
}

/** Traits, interfaces, the meaning. */
function facts(subject: Subject, op: OpDefinition): Block[] {
  const traits = [...op.traits].map((name): Line => [traitLink(name)]);
  const interfaces = interfacesOf(subject, op).map(({ name, owner }): Line => [traitLink(name), owner === undefined ? "" : ` (by ${owner})`]); // prettier-ignore
  const parents = op.interfaces.get("HasParent");
  const inside = Array.isArray(parents) ? parents.filter((name) => typeof name === "string") : [];
  const { meaning } = op;
  return [
    ...(traits.length === 0 ? [] : [paragraph("Traits: ", ...commas(traits))]),
    ...(interfaces.length === 0 ? [] : [paragraph("Interfaces: ", ...commas(interfaces))]),
    ...(inside.length === 0 ? [] : [paragraph("Stands in ", ...commas(inside.map((name) => [opLink(subject, name)])))]),
    paragraph(
      meaning === undefined
        ? "It has no meaning in the interpreter."
        : `Meaning: ${meanings[meaning.kind]}${foldsConstants(meaning) && op.traits.has("Pure") ? "; constants fold by it" : ""}.`,
    ),
  ];
}

function exampleBlocks(example: Example): Block[] {
  if (!("text" in example)) return [paragraph(`No example: ${example.problem}.`)];
  return [code(example.text, "mlir")];
}

/** The canonicalisation patterns that start from an op, attached ones included. */
export function patternsOf({ context, registry }: Subject, op: OpDefinition): readonly Pattern[] {
  const own = context.loadedDialects().flatMap((dialect) => dialect.canonicalizationPatterns ?? []);
  return [...own, ...registry.attachments.patterns].filter(({ root }) => root === op.name);
}

function rules(subject: Subject, op: OpDefinition): Block[] {
  const { verdicts } = subject;
  const rows = patternsOf(subject, op).map(({ name, root, owner }): Line[] => [
    [{ code: name }, owner === undefined ? "" : ` (by ${owner})`],
    [verdictText(verdicts.of("rules", ruleLabel({ name, root })))],
  ]);
  const folds: Line[] = [["folds"], [verdictText(verdicts.of("folders", folderName(op.name)))]];
  return table(["canonicalization", "verdict"], mayFold(op) ? [folds, ...rows] : rows);
}
