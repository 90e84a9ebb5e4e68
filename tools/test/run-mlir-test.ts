// Runs one test file: its RUN lines, in order, in this process.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import type { Registry } from "../../ir/plugin/registry.ts";
import { errorMessage, isFailure } from "../command/failure.ts";
import { readCommandLine, type Pipeline, type SimpleCommand } from "./command-line.ts";
import { holds } from "./feature-expression.ts";
import { builtinPrograms, runProgram, type Program, type ProgramTable } from "./programs.ts";
import { readTestScript, type RunCommand, type TestScript } from "./test-script.ts";

export interface MlirTestOptions {
  /** What `terrace-opt` knows; what is built in unless given. */
  readonly registry?: Registry;
  /** Features for REQUIRES, UNSUPPORTED and XFAIL, beside `terrace` and the operating system's name. */
  readonly features?: readonly string[];
  /** More programs for RUN lines, or others under the same names. */
  readonly programs?: Readonly<Record<string, Program>>;
  /** More `%name` for RUN lines. */
  readonly substitutions?: Readonly<Record<string, string>>;
}

export interface MlirTestResult {
  /** `xfail` is a failure that was expected, `xpass` a success that was not. */
  readonly status: "pass" | "fail" | "xfail" | "xpass" | "unsupported";
  /** What went wrong, or why the test was left out; empty where it passed. */
  readonly message: string;
}

export const isGood = ({ status }: MlirTestResult): boolean => status !== "fail" && status !== "xpass";

export async function runMlirTest(file: string, options: MlirTestOptions = {}): Promise<MlirTestResult> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    return { status: "fail", message: errorMessage(error) };
  }
  const script = readTestScript(text);
  if (isFailure(script)) return { status: "fail", message: `${file}: ${script.failure}` };
  const decided = applies(script, options);
  if (typeof decided !== "boolean") return decided;
  const failure = await runCommands(script, file, options);
  if (decided)
    return failure === undefined
      ? { status: "xpass", message: `${file}: passed, but XFAIL says that it fails` }
      : { status: "xfail", message: failure };
  return failure === undefined ? { status: "pass", message: "" } : { status: "fail", message: failure };
}

/** The result where the test does not run; else whether it is expected to fail. */
function applies(
  { requires, unsupported, expectedFailure }: TestScript,
  options: MlirTestOptions,
): MlirTestResult | boolean {
  const features = new Set(["terrace", process.platform, ...(options.features ?? [])]);
  let wrong: string | undefined;
  const decide = (expression: string): boolean => {
    const value = holds(expression, features);
    if (typeof value === "boolean") return value;
    wrong ??= value;
    return false;
  };
  const missing = requires.filter((expression) => !decide(expression));
  const excluded = unsupported.filter(decide);
  const fails = expectedFailure.some(decide);
  if (wrong !== undefined) return { status: "fail", message: wrong };
  if (missing.length > 0) return { status: "unsupported", message: `requires ${missing.join(", ")}` };
  return excluded.length > 0 ? { status: "unsupported", message: `unsupported with ${excluded.join(", ")}` } : fails;
}

async function runCommands(
  { commands }: TestScript,
  file: string,
  options: MlirTestOptions,
): Promise<string | undefined> {
  const programs = new Map([...builtinPrograms(options.registry), ...Object.entries(options.programs ?? {})]);
  const directory = mkdtempSync(join(tmpdir(), "terrace-test-"));
  try {
    for (const command of commands) {
      const problem = await runCommand(command, substitutionsOf(resolve(file), directory, options), programs);
      if (problem !== undefined) return `${file}:${command.line}: RUN: ${command.text}\n${problem}`.trimEnd();
    }
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What `%s`, `%t` and the others stand for. */
export function substitutionsOf(
  file: string,
  directory: string,
  { substitutions = {} }: MlirTestOptions,
): ReadonlyMap<string, string> {
  const temporary = join(directory, `${basename(file)}.tmp`);
  return new Map([
    ["s", file],
    ["S", dirname(file)],
    ["p", dirname(file)],
    ["t", temporary],
    ["T", directory],
    ["/s", file],
    ["/S", dirname(file)],
    ["/t", temporary],
    ["basename_t", basename(temporary)],
    ...Object.entries(substitutions),
  ]);
}

export function substitute({ text, line, definitions }: RunCommand, values: ReadonlyMap<string, string>): string {
  let expanded = text;
  for (let round = 0; round < 10 && /%\{[\w-]+\}/.test(expanded); round++)
    expanded = expanded.replace(
      /%\{([\w-]+)\}/g,
      (whole, name: string) => definitions.get(name) ?? values.get(name) ?? whole,
    );
  const longest = [...values.keys()].sort((a, b) => b.length - a.length);
  const names = longest.map((name) => name.replace(/[^\w]/g, "\\$&")).join("|");
  return expanded
    .replace(/%\(line\s*(?:([+-])\s*(\d+))?\)/g, (_whole, sign?: string, step = "0") =>
      String(line + Number(`${sign ?? "+"}${step}`)),
    )
    .replace(new RegExp(`%%|%(${names})`, "g"), (whole, name?: string) =>
      name === undefined ? "%" : (values.get(name) ?? whole),
    );
}

async function runCommand(
  command: RunCommand,
  values: ReadonlyMap<string, string>,
  programs: ProgramTable,
): Promise<string | undefined> {
  const text = substitute(command, values);
  const pipelines = readCommandLine(text);
  if ("failure" in pipelines) return pipelines.failure;
  let result: PipelineResult = { code: 0, output: "", program: "" };
  for (const pipeline of pipelines) {
    if (pipeline.after === "&&" && result.code !== 0) continue;
    if (pipeline.after === "||" && result.code === 0) continue;
    result = await runPipeline(pipeline, programs);
  }
  if (result.code === 0) return undefined;
  return `'${result.program}' exited with ${result.code}\n${result.output}`;
}

export interface PipelineResult {
  /** Of the last program that failed. */
  readonly code: number;
  readonly program: string;
  /** What the programs said on standard error, and the last on standard output. */
  readonly output: string;
}

async function runPipeline({ commands }: Pipeline, programs: ProgramTable): Promise<PipelineResult> {
  let stdin = "";
  let result: PipelineResult = { code: 0, output: "", program: "" };
  let errors = "";
  for (const command of commands) {
    const { code, stdout, stderr } = await runSimple(command, stdin, programs);
    stdin = stdout;
    errors += stderr;
    if (code !== 0) result = { code, program: command.words.join(" "), output: "" };
  }
  return { ...result, output: errors + stdin };
}

/** One program with its streams, redirected. */
export async function runSimple(
  { words, redirections }: SimpleCommand,
  stdin: string,
  programs: ProgramTable,
): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  let input = stdin;
  type Sink = (text: string) => void;
  let out: Sink = (text) => void (stdout += text);
  let errors: Sink = (text) => void (stderr += text);
  const toFile = (name: string, append: boolean): Sink => {
    if (name === "/dev/null") return () => undefined;
    mkdirSync(dirname(name), { recursive: true });
    if (!append) writeFileSync(name, "");
    return (text) => appendFileSync(name, text);
  };
  for (const { kind, target } of redirections) {
    if (kind === "in") input = readFileSync(target, "utf8");
    else if (kind === "errorsToOut") errors = out;
    else if (kind === "both") errors = out = toFile(target, false);
    else if (kind === "out" || kind === "append") out = toFile(target, kind === "append");
    else errors = toFile(target, kind === "appendErrors");
  }
  const environment = withoutEnvironment(words);
  const code = await runProgram(programs, environment, {
    stdin: input,
    stdout: (text) => out(text),
    stderr: (text) => errors(text),
  });
  return { code, stdout, stderr };
}

/** `env A=1 B=2 program` runs the program: nothing here reads the environment. */
function withoutEnvironment(words: readonly string[]): readonly string[] {
  const start = words[0] === "env" ? 1 : 0;
  const program = words.findIndex((word, i) => i >= start && !/^[A-Za-z_]\w*=/.test(word));
  return program < 0 ? words : words.slice(program);
}
