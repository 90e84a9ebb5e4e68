// `terrace docs`: pages of reference about dialects, passes and machines, made from their definitions.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import type { Registry } from "../../ir/plugin/registry.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { errorCode, failure, fileFailure, isFailure, type Failure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { makeDirectory } from "../command/ir-tree.ts";
import { outputFolderProblem } from "../command/output-folder.ts";
import { writeOutput } from "../command/output-file.ts";
import { sharedRegistry } from "../library/context.ts";
import { documentation, brokenLinks, operationNamed, type Documentation } from "./documentation.ts";
import { exampleFor } from "./examples.ts";
import { docsFormats, type DocsFormat } from "./formats.ts";
import { pageMarkdown } from "./markdown.ts";
import { opSection } from "./op-section.ts";
import { passSection, pipelineSection } from "./passes-page.ts";
import { siteFiles } from "./site-files.ts";
import type { DocsSource } from "./source.ts";
import { dialectPath, dialectsFolder, subjectOf, type Subject } from "./subject.ts";
import { noVerdicts, parseVerdicts, type Verdicts } from "./verdicts.ts";
import { parseVerdictsJson } from "./verdicts-json.ts";

export interface DocsOptions {
  /** The folder to write to; without it what is named is shown. */
  readonly out?: string | undefined;
  readonly format?: string | undefined;
  /** Writes nothing, and says whether the folder is as it would be. */
  readonly check?: boolean | undefined;
  /** A file that `terrace fuzz --json` printed: verdicts besides the built-in ones. */
  readonly verdicts?: string | undefined;
}

/** Shows the pages of what is named, or writes those of the named dialects, or of all, to a folder. */
export function docs(
  words: readonly string[],
  options: DocsOptions,
  source: DocsSource,
  io: CommandIo,
  registry: Registry = sharedRegistry(),
): ExitCode {
  const refuse = (message: string): ExitCode => (io.stderr(`error: ${message}\n`), 1);
  const { out, check = false } = options;
  const format = formatOf(options.format ?? "md");
  if (format === undefined)
    return refuse(`there is no format '${options.format}'; there are ${docsFormats.join(", ")}`);
  if (out === undefined && (check || (options.format ?? "md") !== "md"))
    return refuse(`${check ? "--check" : "--format"} is for files\nhint: --out=DIR says where they are`);
  if (out === undefined && words.length === 0)
    return refuse("nothing is named\nhint: name a dialect, an operation or a pass, or write everything to --out=DIR");
  const verdicts = readVerdicts(source.verdicts, options.verdicts);
  if (isFailure(verdicts)) return refuse(verdicts.failure.replace(/^error: /, ""));
  return out === undefined
    ? showAll(words, subjectOf(registry, undefined, verdicts), io, refuse)
    : writeAll(words, { out, format, check, verdicts, source, registry }, io, refuse);
}

const formatOf = (word: string): DocsFormat | undefined => docsFormats.find((format) => format === word);

/** What is known of the built-in rules, which is nothing where that file is not shipped, and what the user's own file says. */
function readVerdicts(file: string, own: string | undefined): Verdicts | Failure {
  let shipped = noVerdicts;
  try {
    shipped = parseVerdicts(readFileSync(file, "utf8"));
  } catch (error) {
    if (errorCode(error) !== "ENOENT") return fileFailure(file, "read", error);
  }
  if (own === undefined) return shipped;
  let text: string;
  try {
    text = readFileSync(own, "utf8");
  } catch (error) {
    return fileFailure(own, "read", error);
  }
  const found = parseVerdictsJson(text, shipped);
  if (typeof found !== "string") return found;
  return failure(`error: cannot read '${own}': ${found}\nhint: --verdicts takes what terrace fuzz --json printed`);
}

type Refuse = (message: string) => ExitCode;

interface Writing {
  readonly out: string;
  readonly format: DocsFormat;
  readonly check: boolean;
  readonly verdicts: Verdicts;
  readonly source: DocsSource;
  readonly registry: Registry;
}

function writeAll(words: readonly string[], writing: Writing, io: CommandIo, refuse: Refuse): ExitCode {
  const { out, format, check, verdicts, source, registry } = writing;
  const dialects = [...registry.dialects.keys()];
  const unknown = words.find((word) => !dialects.includes(word));
  if (unknown !== undefined) return refuse(`there is no dialect '${unknown}'; ${nearestOf(unknown, dialects)}`);
  const unwritable = check ? undefined : outputFolderProblem(out, "pages");
  if (unwritable !== undefined) return refuse(unwritable);
  const made = documentation(subjectOf(registry, words.length === 0 ? undefined : words, verdicts), {
    working: (dialect) => io.progress(`writing about ${dialect}`),
  });
  io.progress(undefined);
  const files = siteFiles(made.pages, format, source);
  if (isFailure(files)) return refuse(files.failure.replace(/^error: /, ""));
  const failed = check
    ? (staleFile(files, out) ?? (words.length === 0 ? leftoverFile(files, out) : undefined))
    : writeFiles(files, out);
  if (failed !== undefined) return refuse(failed.failure.replace(/^error: /, ""));
  const wrong = [...made.problems, ...brokenLinks(made.pages)];
  for (const problem of wrong) io.stderr(`error: ${problem}\n`);
  io.stdout(`${check ? "checked" : "wrote"} ${files.size} files in ${out}: ${countText(made)}\n`);
  return wrong.length === 0 ? 0 : 1;
}

function countText({ pages, withoutExample, problems, running }: Documentation): string {
  const operations = pages.flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind === "heading" && block.entry?.kind === "operation"),
  ).length;
  return `${operations} operations, ${operations - withoutExample.length - problems.length} with an example, of which ${running} run`;
}

function writeFiles(files: ReadonlyMap<string, string>, out: string): Failure | undefined {
  for (const [path, text] of files) {
    const file = join(out, path);
    try {
      makeDirectory(dirname(file));
    } catch (error) {
      return fileFailure(dirname(file), "write", error);
    }
    const failed = writeOutput(file, [text]);
    if (failed !== undefined) return failed;
  }
  return undefined;
}

/** The first file that is not what it would be. */
function staleFile(files: ReadonlyMap<string, string>, out: string): Failure | undefined {
  for (const [path, text] of files) {
    const file = join(out, path);
    try {
      if (readFileSync(file, "utf8") === text) continue;
    } catch (error) {
      if (errorCode(error) !== "ENOENT") return fileFailure(file, "read", error);
    }
    return { failure: `error: '${file}' is stale\nhint: the same without --check writes it` };
  }
  return undefined;
}

/** The page of a dialect that is not there any more. */
function leftoverFile(files: ReadonlyMap<string, string>, out: string): Failure | undefined {
  const folder = dialectsFolder;
  // Pages of the other format may stand beside these.
  const kinds = new Set([...files.keys()].map((path) => extname(path)));
  const leftover = readdirSync(join(out, folder)).find(
    (name) => kinds.has(extname(name)) && !files.has(`${folder}/${name}`),
  );
  if (leftover === undefined) return undefined;
  return { failure: `error: '${join(out, folder, leftover)}' is about nothing that there is\nhint: remove it` };
}

function showAll(words: readonly string[], subject: Subject, io: CommandIo, refuse: Refuse): ExitCode {
  const texts: string[] = [];
  for (const word of words) {
    const text = textOf(word, subject);
    if (text === undefined) {
      const dialects = subject.dialects.flatMap(({ name, ops }) => [name, ...ops.map((op) => op.name)]);
      return refuse(`there is no dialect, operation or pass '${word}'; ${nearestOf(word, [...dialects, ...subject.registry.passes.names], "terrace list dialects and terrace list passes list them")}`); // prettier-ignore
    }
    texts.push(text);
  }
  io.stdout(texts.join("\n"));
  return 0;
}

function textOf(word: string, subject: Subject): string | undefined {
  const { registry, verdicts } = subject;
  if (registry.dialects.has(word)) {
    const { pages } = documentation(subjectOf(registry, [word], verdicts));
    const page = pages.find(({ path }) => path === dialectPath(word));
    return page && pageMarkdown(page, { links: false });
  }
  const alone = (title: string, blocks: ReturnType<typeof passSection>): string =>
    pageMarkdown({ path: "", title, blocks: blocks.slice(1) }, { links: false });
  const op = operationNamed(subject, word);
  if (op !== undefined) return alone(word, opSection(subject, op, exampleFor(subject, op)));
  const pass = registry.passes.passes.get(word);
  if (pass !== undefined) return alone(word, passSection(subject, pass));
  const pipeline = registry.pipelines.get(word);
  return pipeline && alone(word, pipelineSection(subject, pipeline));
}

function nearestOf(word: string, names: readonly string[], otherwise = `there are ${names.join(", ")}`): string {
  const near = nearest(word, names);
  return near === undefined ? otherwise : `did you mean '${near}'?`;
}
