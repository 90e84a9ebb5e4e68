// Writes the expectations of a test file anew: runs its RUN lines and makes CHECK lines of what comes out.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readFileCheckCommand } from "../../ir/check/filecheck-options.ts";
import { failure, isFailure, type Failure } from "../command/failure.ts";
import { splitInput } from "../opt/split-input.ts";
import { checkLines, outputUnits, type OutputUnit } from "./check-lines.ts";
import { readCommandLine } from "./command-line.ts";
import { commandRegistry, pluginFlagsOf } from "./plugin-registry.ts";
import { builtinPrograms } from "./programs.ts";
import { runSimple, substitute, substitutionsOf, type MlirTestOptions } from "./run-mlir-test.ts";
import { symbolLines, type SymbolLine } from "./symbol-lines.ts";
import { readTestScript, type RunCommand } from "./test-script.ts";

export interface UpdatedTest {
  readonly text: string;
  /** RUN lines whose checks were left alone, with the reason. */
  readonly kept: readonly string[];
}

/** What one RUN line prints, part by part where it splits its input. */
interface RunOutput {
  readonly line: number;
  readonly prefixes: readonly string[];
  readonly parts: readonly (readonly OutputUnit[])[];
  readonly splits: boolean;
  /** The flags that name plugins, without which its input cannot be read. */
  readonly plugins: readonly string[];
}

const splitMarker = "// -----";

/** The file's text with new CHECK lines. RUN lines and the input stay. */
export async function updateChecks(
  file: string,
  text: string,
  options: MlirTestOptions = {},
): Promise<UpdatedTest | Failure> {
  const script = readTestScript(text);
  if (isFailure(script)) return script;
  const directory = mkdtempSync(join(tmpdir(), "terrace-test-"));
  const kept: string[] = [];
  const outputs: RunOutput[] = [];
  try {
    for (const command of script.commands) {
      const output = await outputOf(command, resolve(file), directory, options);
      if (typeof output === "string") kept.push(`${file}:${command.line}: ${output}`);
      else if (isFailure(output)) return output;
      else outputs.push(output);
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  if (outputs.length === 0) return { text, kept };
  const known = await commandRegistry(
    outputs.flatMap(({ plugins }) => plugins),
    options.registry,
  );
  if (isFailure(known)) return known;
  const prefixes = [...new Set(outputs.flatMap((output) => output.prefixes))];
  const bare = withoutChecks(text, prefixes);
  const parts = outputs.some(({ splits }) => splits)
    ? splitInput({ file, text: bare }, splitMarker).parts.map((part) =>
        part.replace(/^[\n ]*/, (blank) => blank.replace(/[^\n]/g, "")),
      )
    : [bare];
  const insertions = new Map<number, string[]>();
  for (const [i, part] of parts.entries()) {
    const symbols = symbolLines(part, known.registry);
    if (isFailure(symbols)) return symbols;
    const units = outputs.map((output) =>
      output.splits || i === 0 ? (output.parts[output.splits ? i : 0] ?? []) : [],
    );
    const start = symbols[0]?.line ?? part.split("\n").length - 1;
    for (const run of insertPart(insertions, outputs, units, symbols, start)) {
      const { line, prefixes: shared } = outputs[run]!;
      return failure(
        `${file}:${line}: other RUN lines print something else under ${shared.join(", ")}: it needs a prefix of its own`,
      );
    }
  }
  return { text: inserted(bare, insertions), kept };
}

/** What a RUN line of the form `terrace-opt ... | FileCheck ...` prints; a text says why its checks are not made. */
async function outputOf(
  command: RunCommand,
  file: string,
  directory: string,
  options: MlirTestOptions,
): Promise<RunOutput | string | Failure> {
  const pipelines = readCommandLine(substitute(command, substitutionsOf(file, directory, options)));
  if (isFailure(pipelines)) return pipelines;
  const [pipeline] = pipelines;
  const last = pipeline?.commands.at(-1);
  if (pipelines.length !== 1 || pipeline === undefined || last?.words[0] !== "FileCheck")
    return "left as it is: it is no pipe into FileCheck";
  const before = pipeline.commands.slice(0, -1);
  if (before.some(({ redirections, words }) => redirections.length > 0 || words[0] === "not"))
    return "left as it is: it checks messages";
  const check = readFileCheckCommand(last.words.slice(1));
  if ("error" in check) return failure(`${file}:${command.line}: FileCheck: ${check.error}`);
  if (check.checkFile !== file) return "left as it is: its checks are in another file";
  const programs = new Map([...builtinPrograms(options.registry), ...Object.entries(options.programs ?? {})]);
  let stdin = "";
  for (const simple of before) {
    const { code, stdout, stderr } = await runSimple(simple, stdin, programs);
    if (code !== 0)
      return failure(`${file}:${command.line}: '${simple.words.join(" ")}' exited with ${code}\n${stderr}`);
    stdin = stdout;
  }
  const splits = before.some(({ words }) => words.some((word) => /^--?split-input-file(?:$|=\/\/ -----$)/.test(word)));
  const texts = splits ? stdin.split(/^\/\/ -----\n/m) : [stdin];
  const prefixes = check.options.prefixes ?? ["CHECK"];
  const plugins = before.flatMap(({ words }) => pluginFlagsOf(words));
  return { line: command.line, prefixes, parts: texts.map(outputUnits), splits, plugins };
}

/** The text without the check lines of these prefixes, and the empty lines between them. */
function withoutChecks(text: string, prefixes: readonly string[]): string {
  const names = prefixes.map((prefix) => prefix.replace(/[^\w]/g, "\\$&")).join("|");
  const suffix = "(?:-(?:NEXT|SAME|NOT|DAG|LABEL|EMPTY|COUNT-\\d+))?(?:\\{LITERAL\\})?";
  const check = new RegExp(`^[ \\t]*//[ \\t]*(?:${names})${suffix}:`);
  const lines = text.split("\n");
  const isCheck = lines.map((line) => check.test(line));
  const kept = lines.filter((line, i) => {
    if (isCheck[i] === true) return false;
    if (line.trim() !== "") return true;
    const next = lines.findIndex((other, at) => at > i && other.trim() !== "");
    const before = lines.findLastIndex((other, at) => at < i && other.trim() !== "");
    return isCheck[next] !== true || isCheck[before] !== true;
  });
  return kept.join("\n");
}

/** A run's name for a unit: what other runs print of the same op has the same. */
function keyOf({ symbol }: OutputUnit, index: number): string {
  return symbol === undefined ? `#${index}` : `@${symbol}`;
}

/** Adds the check lines of one part; returns the runs that have no prefix of their own for what they print. */
function insertPart(
  insertions: Map<number, string[]>,
  outputs: readonly RunOutput[],
  units: readonly (readonly OutputUnit[])[],
  symbols: readonly SymbolLine[],
  start: number,
): number[] {
  const lineOf = new Map(symbols.map(({ name, line }) => [name, line]));
  const texts = units.map((list) => new Map(list.map((unit, at) => [keyOf(unit, at), unit.text])));
  const printed = new Set<string>();
  const nameless = new Set<number>();
  outputs.forEach((output, i) => {
    const list = units[i] ?? [];
    const places = list.map(({ symbol }) => (symbol === undefined ? start : lineOf.get(symbol)));
    // Labels must come in the order of the output: where the input has another, all of them stand together.
    const ordered = places.every(
      (place, at) => place !== undefined && (at === 0 || place >= (places[at - 1] ?? place)),
    );
    for (const [at, unit] of list.entries()) {
      const key = keyOf(unit, at);
      // All that share the prefix must print the same.
      const prefix = output.prefixes.find((name) =>
        outputs.every((other, j) => !other.prefixes.includes(name) || texts[j]?.get(key) === unit.text),
      );
      if (prefix === undefined) nameless.add(i);
      if (prefix === undefined || printed.has(`${prefix} ${key}`)) continue;
      printed.add(`${prefix} ${key}`);
      const line = ordered ? (places[at] ?? start) : start;
      const lines = insertions.get(line) ?? [];
      insertions.set(line, lines);
      if (lines.length > 0) lines.push("");
      lines.push(...checkLines(unit, prefix));
    }
  });
  return [...nameless];
}

/** `insertions` are before the lines of these numbers, which count from 0; each takes the indentation of its line. */
function inserted(text: string, insertions: ReadonlyMap<number, readonly string[]>): string {
  const lines = text.split("\n");
  const made = lines.flatMap((line, i) => {
    const checks = insertions.get(i);
    if (checks === undefined) return [line];
    const [indent = ""] = /^[ \t]*/.exec(line) ?? [];
    return [...checks.map((check) => (check === "" ? "" : indent + check)), line];
  });
  return made.join("\n");
}
