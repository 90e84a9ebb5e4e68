// `terrace docs`: pages of reference about dialects, passes and machines, made from their definitions.
import { readFileSync } from "node:fs";
import type { Registry } from "../../ir/plugin/registry.ts";
import { nearest } from "../../ir/syntax/near-miss.ts";
import { errorCode, failure, fileFailure, isFailure, type Failure } from "../command/failure.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { outputFolderProblem } from "../command/output-folder.ts";
import { sharedRegistry } from "../library/context.ts";
import { brokenLinks, documentation, type Documentation } from "./documentation.ts";
import { docsFormats, type DocsFormat } from "./formats.ts";
import { entryNames, entryPage } from "./entry.ts";
import { pageMarkdown } from "./markdown.ts";
import { siteFiles } from "./site-files.ts";
import type { DocsSource } from "./source.ts";
import { subjectOf, type Subject } from "./subject.ts";
import { noVerdicts, parseVerdicts, type Verdicts } from "./verdicts.ts";
import { parseVerdictsJson } from "./verdicts-json.ts";
import { staleFile, writeFiles } from "./written-files.ts";

export interface DocsOptions {
  /** The folder to write to; without it what is named is shown. */
  readonly out?: string | undefined;
  readonly format?: string | undefined;
  /** Writes nothing, and says whether the folder is as it would be. */
  readonly check?: boolean | undefined;
  /** A file that `terrace fuzz --json` printed: verdicts besides the built-in ones. */
  readonly verdicts?: string | undefined;
}

/** Shows the entries of what is named, or writes the pages of the named dialects, or of all, to a folder. */
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
  if (out === undefined && (check || format !== "md"))
    return refuse(`${check ? "--check" : "--format"} is for files\nhint: --out=DIR says where they are`);
  if (out === undefined && words.length === 0)
    return refuse("nothing is named\nhint: name a dialect, an operation or a pass, or write everything to --out=DIR");
  const verdicts = readVerdicts(source.verdicts, options.verdicts);
  if (isFailure(verdicts)) return refuse(reasonOf(verdicts));
  return out === undefined
    ? show(words, subjectOf(registry, undefined, verdicts), io, refuse)
    : write(words, { out, format, check, verdicts, source, registry }, io, refuse);
}

const formatOf = (word: string): DocsFormat | undefined => docsFormats.find((format) => format === word);

const reasonOf = (failed: Failure): string => failed.failure.replace(/^error: /, "");

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

function write(words: readonly string[], writing: Writing, io: CommandIo, refuse: Refuse): ExitCode {
  const { out, format, check, verdicts, source, registry } = writing;
  const dialects = [...registry.dialects.keys()];
  const unknown = words.find((word) => !dialects.includes(word));
  if (unknown !== undefined)
    return refuse(`there is no dialect '${unknown}'; ${nearestOf(unknown, dialects, `there are ${dialects.join(", ")}`)}`); // prettier-ignore
  const unwritable = check ? undefined : outputFolderProblem(out, "pages");
  if (unwritable !== undefined) return refuse(unwritable);
  const made = documentation(subjectOf(registry, words.length === 0 ? undefined : words, verdicts), {
    working: (dialect) => io.progress(`writing about ${dialect}`),
  });
  io.progress(undefined);
  if (isFailure(made)) return refuse(reasonOf(made));
  const files = siteFiles(made.pages, format, source);
  if (isFailure(files)) return refuse(reasonOf(files));
  const failed = check ? staleFile(files, out, words.length === 0) : writeFiles(files, out);
  if (failed !== undefined) return refuse(reasonOf(failed));
  const wrong = [...made.problems, ...brokenLinks(made.pages)];
  for (const problem of wrong) io.stderr(`error: ${problem}\n`);
  io.stdout(`${check ? "checked" : "wrote"} ${files.size} files in ${out}: ${countText(made)}\n`);
  return wrong.length === 0 ? 0 : 1;
}

function countText({ pages, withoutExample, problems, running }: Documentation): string {
  const operations = entryNames(pages, "operation").length;
  return `${operations} operations, ${operations - withoutExample.length - problems.length} with an example, of which ${running} run`;
}

/** The text of all that is named, or of none. */
function show(words: readonly string[], subject: Subject, io: CommandIo, refuse: Refuse): ExitCode {
  const texts: string[] = [];
  const wrong: string[] = [];
  for (const word of words) {
    const found = entryPage(word, subject);
    if (isFailure(found)) return refuse(reasonOf(found));
    if ("names" in found)
      return refuse(`nothing is called '${word}'; ${nearestOf(word, found.names, "terrace list dialects and terrace list passes list what there is")}`); // prettier-ignore
    texts.push(pageMarkdown(found.page, { links: false }));
    wrong.push(...found.problems);
  }
  io.stdout(texts.join("\n"));
  for (const problem of wrong) io.stderr(`error: ${problem}\n`);
  return wrong.length === 0 ? 0 : 1;
}

function nearestOf(word: string, names: readonly string[], otherwise: string): string {
  const near = nearest(word, names);
  return near === undefined ? otherwise : `did you mean '${near}'?`;
}
