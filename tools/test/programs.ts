// The programs that RUN lines can use, run in this process: the compiler, FileCheck, and the few tools around them.
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileCheck } from "../../ir/check/filecheck.ts";
import { readFileCheckCommand } from "../../ir/check/filecheck-options.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { formatAskedFor, refuse } from "../command/diagnostics.ts";
import { errorMessage, failure, isFailure } from "../command/failure.ts";
import { invoke } from "../command/invoke.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { flaggedPlugins } from "../plugins/named-plugins.ts";
import { unifiedDiff } from "./line-diff.ts";
import { splitFile } from "./split-file.ts";

/** What a program reads and writes. */
export interface ProgramIo {
  readonly stdin: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** Returns its exit code. */
export type Program = (argv: readonly string[], io: ProgramIo) => number | Promise<number>;

export type ProgramTable = ReadonlyMap<string, Program>;

/** A command of ours, with its streams. */
export function commandProgram(command: (argv: readonly string[], io: CommandIo) => Promise<0 | 1 | 2>): Program {
  return (argv, { stdin, stdout, stderr }) => {
    const io: CommandIo = {
      stdout,
      stderr,
      stdin: () => Promise.resolve(new TextEncoder().encode(stdin)),
      progress: () => undefined,
    };
    return invoke(io, () => command(argv, io));
  };
}

/** The table of a registry's `terrace-opt`; without one, of what is built in. */
export function builtinPrograms(registry?: Registry): Map<string, Program> {
  const opt = commandProgram((argv, io) => optWithPlugins(argv, io, registry));
  const terrace = commandProgram(async (argv, io) => {
    if (argv[0] === "opt") return optWithPlugins(argv.slice(1), io, registry);
    const named = flaggedPlugins(argv, process.cwd());
    if (isFailure(named)) return refuse(named, formatAskedFor(argv), io);
    if (named.plugins.length > 0)
      return refuse(
        failure("error: of the programs of RUN lines, terrace-opt and terrace opt load plugins"),
        "text",
        io,
      );
    const { terrace: run } = await import("../terrace/terrace.ts");
    return run(argv, io);
  });
  const programs = new Map<string, Program>([
    ["terrace-opt", opt],
    // Tests that were written for MLIR's own tool.
    ["mlir-opt", opt],
    ["terrace", terrace],
    ["FileCheck", runFileCheck],
    ["split-file", ([file = "", directory = ""], io) => splitFile(file, directory, io)],
    ["diff", diff],
    ["cmp", diff],
    ["cat", (argv, io) => (io.stdout(argv.length === 0 ? io.stdin : argv.map((name) => textOf(name, io)).join("")), 0)],
    ["echo", (argv, io) => (io.stdout(argv[0] === "-n" ? argv.slice(1).join(" ") : `${argv.join(" ")}\n`), 0)],
    ["count", count],
    ["grep", grep],
    ["true", () => 0],
    [":", () => 0],
    ["false", () => 1],
    ["mkdir", (argv) => (names(argv).forEach((name) => mkdirSync(name, { recursive: true })), 0)],
    ["rm", (argv) => (names(argv).forEach((name) => rmSync(name, { recursive: true, force: true })), 0)],
    ["cp", (argv) => copy(names(argv))],
    ["touch", (argv) => (names(argv).forEach((name) => writeFileSync(name, "", { flag: "a" })), 0)],
    ["test", ([flag, name = ""]) => (exists(flag, name) ? 0 : 1)],
  ]);
  programs.set("not", not(programs));
  return programs;
}

/** `terrace-opt` with what it knows besides from its flags. */
async function optWithPlugins(argv: readonly string[], io: CommandIo, registry?: Registry): Promise<ExitCode> {
  const { commandRegistry } = await import("./plugin-registry.ts");
  const known = await commandRegistry(argv, registry);
  if (isFailure(known)) return refuse(known, formatAskedFor(argv), io);
  const { opt } = await import("../opt/opt.ts");
  return opt(known.argv, io, known.registry);
}

/** Runs a program by its name; what it throws is a failure of it. */
export async function runProgram(programs: ProgramTable, words: readonly string[], io: ProgramIo): Promise<number> {
  const [name = "", ...argv] = words;
  const program = programs.get(name) ?? programs.get(basename(name));
  if (program === undefined) {
    io.stderr(`there is no program '${name}' for RUN lines; there are: ${[...programs.keys()].join(" ")}\n`);
    return 127;
  }
  try {
    return await program(argv, io);
  } catch (error) {
    io.stderr(`${name}: ${errorMessage(error)}\n`);
    return 2;
  }
}

/** Succeeds where the rest fails; `--crash` wants a crash, and no program of ours may crash. */
function not(programs: ProgramTable): Program {
  return async (argv, io) => {
    const words = argv.filter((word, i) => i > 0 || word !== "--crash");
    const code = await runProgram(programs, words, io);
    // An error of the program itself is no expected failure, unless its own code says so.
    if (code === 127 || (code === 2 && words[0] !== "FileCheck" && words[0] !== "diff")) return code;
    return code === 0 ? 1 : 0;
  };
}

function textOf(name: string, io: ProgramIo): string {
  return name === "-" ? io.stdin : readFileSync(name, "utf8");
}

function names(argv: readonly string[]): string[] {
  return argv.filter((word) => !word.startsWith("-"));
}

function runFileCheck(argv: readonly string[], io: ProgramIo): number {
  const command = readFileCheckCommand(argv);
  if ("error" in command) {
    io.stderr(`FileCheck: ${command.error}\n`);
    return 2;
  }
  const { checkFile, inputFile, options } = command;
  const result = fileCheck(textOf(checkFile, io), textOf(inputFile ?? "-", io), {
    ...options,
    checkName: checkFile,
    inputName: inputFile ?? "<stdin>",
  });
  if (result.ok) return 0;
  io.stderr(`${result.message}\n`);
  return 1;
}

function diff(argv: readonly string[], io: ProgramIo): number {
  const [first = "", second = ""] = argv.filter((word) => word === "-" || !word.startsWith("-"));
  const flags = argv.filter((word) => word !== "-" && word.startsWith("-")).join("");
  const normal = (text: string): string => {
    const lines = flags.includes("strip-trailing-cr") ? text.replace(/\r\n/g, "\n") : text;
    const blanks = flags.includes("w") ? lines.replace(/[ \t]+/g, "") : lines;
    return flags.includes("b") ? blanks.replace(/[ \t]+/g, " ").replace(/ $/gm, "") : blanks;
  };
  const [before, after] = [normal(textOf(first, io)), normal(textOf(second, io))];
  io.stdout(unifiedDiff(before, after, [first, second]));
  return before === after ? 0 : 1;
}

/** Succeeds where the input has that many lines. */
function count([wanted = ""]: readonly string[], io: ProgramIo): number {
  const lines = io.stdin.split("\n").length - (io.stdin.endsWith("\n") || io.stdin === "" ? 1 : 0);
  if (lines === Number(wanted)) return 0;
  io.stderr(`Expected ${wanted} lines, got ${lines}.\n`);
  return 1;
}

function grep(argv: readonly string[], io: ProgramIo): number {
  const flags = argv.filter((word) => /^-[a-zA-Z]+$/.test(word)).join("");
  const [pattern = "", ...files] = argv.filter((word) => !/^-[a-zA-Z]+$/.test(word));
  const source = flags.includes("F") ? pattern.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&") : pattern;
  const search = new RegExp(source, flags.includes("i") ? "i" : "");
  const text = files.length === 0 ? io.stdin : files.map((name) => textOf(name, io)).join("");
  const lines = text.split("\n").filter((line, i, all) => i < all.length - 1 || line !== "");
  const found = lines.filter((line) => search.test(line) !== flags.includes("v"));
  if (flags.includes("c")) io.stdout(`${found.length}\n`);
  else if (!flags.includes("q")) io.stdout(found.map((line) => `${line}\n`).join(""));
  return found.length > 0 ? 0 : 1;
}

function copy(files: readonly string[]): number {
  const target = files.at(-1) ?? "";
  for (const file of files.slice(0, -1)) {
    const place = exists("-d", target) ? join(target, basename(file)) : target;
    mkdirSync(dirname(place), { recursive: true });
    cpSync(file, place, { recursive: true });
  }
  return 0;
}

function exists(flag: string | undefined, name: string): boolean {
  const found = statSync(name, { throwIfNoEntry: false });
  if (flag === "-d") return found?.isDirectory() === true;
  if (flag === "-f") return found?.isFile() === true;
  return flag === "-s" ? (found?.size ?? 0) > 0 : found !== undefined;
}
