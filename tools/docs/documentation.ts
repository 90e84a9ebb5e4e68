// All pages of the documentation of a registry, and what is wrong with them.
import type { Context } from "../../ir/core/context.ts";
import type { DialectDefinition, OpDefinition } from "../../ir/core/definition.ts";
import { errorMessage, failure, type Failure } from "../command/failure.ts";
import { dialectPage, type DialectExamples } from "./dialect-page.ts";
import { exampleFor, type Example } from "./examples.ts";
import { anchorsOf } from "./markdown.ts";
import { firstPage, machinesPage, traitsPage } from "./other-pages.ts";
import type { Block, Inline, Page, Place } from "./page.ts";
import { ParameterTexts } from "./parameter-texts.ts";
import { passesPage } from "./passes-page.ts";
import type { Subject } from "./subject.ts";

export interface Documentation {
  readonly pages: readonly Page[];
  /** Definitions whose examples are wrong, by operation. */
  readonly problems: readonly string[];
  /** The operations without an example. */
  readonly withoutExample: readonly string[];
  /** How many examples have a function that runs in the interpreter. */
  readonly running: number;
}

export interface DocumentationOptions {
  /** Told of each dialect before its page is made. */
  readonly working?: (dialect: string) => void;
  /** Where examples come from, in place of definitions and generators. */
  readonly exampleOf?: (subject: Subject, op: OpDefinition) => Example;
}

/** Fails where a definition throws when it is looked at, which those of a plugin may. */
export function documentation(subject: Subject, options: DocumentationOptions = {}): Documentation | Failure {
  const { working, exampleOf = exampleFor } = options;
  const problems: string[] = [];
  const withoutExample: string[] = [];
  let running = 0;
  const pageOf = (dialect: DialectDefinition): Page => {
    working?.(dialect.name);
    const examples = examplesOf(dialect, subject.context, (op) => exampleOf(subject, op));
    for (const { name } of dialect.ops) {
      const example = examples.of(name);
      if ("text" in example) running += example.runs ? 1 : 0;
      else if (example.isWrong) problems.push(`'${name}': ${example.problem}`);
      else withoutExample.push(name);
    }
    return dialectPage(subject, dialect, examples);
  };
  const dialects: Page[] = [];
  for (const dialect of subject.dialects) {
    try {
      dialects.push(pageOf(dialect));
    } catch (error) {
      return failure(`error: a definition of dialect '${dialect.name}' throws: ${errorMessage(error)}`);
    }
  }
  const pages = [firstPage(subject), ...dialects, passesPage(subject), machinesPage(subject), traitsPage(subject)];
  return { pages, problems, withoutExample, running };
}

function examplesOf(
  dialect: DialectDefinition,
  context: Context,
  exampleOf: (op: OpDefinition) => Example,
): DialectExamples {
  const found = new Map<string, Example>();
  const texts = new ParameterTexts();
  texts.addDialect(dialect, context);
  for (const op of dialect.ops) {
    const example = exampleOf(op);
    found.set(op.name, example);
    if ("module" in example) texts.addModule(example.module);
  }
  return { of: (operation) => found.get(operation) ?? { problem: "it has no such operation", isWrong: true }, texts };
}

/** What leads nowhere: each link as PAGE: PLACE; and anchors that two headings of a page share. */
export function brokenLinks(pages: readonly Page[]): string[] {
  const anchors = new Map(pages.map((page) => [page.path, anchorsOf(page)]));
  const leads = ({ page, anchor }: Place): boolean =>
    anchors.has(page) && (anchor === undefined || anchors.get(page)?.includes(anchor) === true);
  return pages.flatMap((page) => {
    const own = anchors.get(page.path) ?? [];
    const twice = own.filter((anchor, i) => own.indexOf(anchor) < i);
    const broken = page.blocks.flatMap(placesIn).filter((place) => !leads(place));
    return [
      ...twice.map((anchor) => `${page.path}: two headings are '${anchor}'`),
      ...broken.map((place) => `${page.path}: nothing is at '${place.page}#${place.anchor ?? ""}'`),
    ];
  });
}

function placesIn(block: Block): Place[] {
  const ofLine = (line: readonly Inline[]): Place[] =>
    line.flatMap((part) => (typeof part === "string" ? [] : (part.to ?? [])));
  switch (block.kind) {
    case "paragraph":
      return ofLine(block.line);
    case "list":
      return block.items.flatMap(ofLine);
    case "table":
      return block.rows.flatMap((row) => row.flatMap(ofLine));
    case "heading":
    case "code":
      return [];
  }
}
