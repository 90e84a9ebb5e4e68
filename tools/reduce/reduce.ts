// `terrace reduce`: makes a module smaller as long as a test of the user's finds it interesting.
import { accessSync, constants } from "node:fs";
import { dirname, resolve } from "node:path";
import { reduceModuleAsync } from "../../ir/check/reduce/reduce-async.ts";
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import type { PrintOptions } from "../../ir/syntax/printer.ts";
import { sharedRegistry } from "../library/context.ts";
import { renderAll } from "../command/diagnostics.ts";
import { diagnosed, failure, fileFailure, isFailure, type Failure } from "../command/failure.ts";
import { readText } from "../command/files.ts";
import { writeOutput } from "../command/output-file.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { loadModule } from "../command/load-module.ts";
import { outputText } from "../command/output-text.ts";
import { Candidates } from "./candidates.ts";
import { onInterrupt } from "./interrupt.ts";
import type { ReduceCommandOptions } from "./options.ts";
import { countOperations, ReductionProgress } from "./progress.ts";
import { isInteresting, outcomeText } from "./run-test.ts";
import { testCommand } from "./test-command.ts";

interface Input {
  readonly text: string;
  readonly module: Operation;
}

/** `registry` is what the command knows: tests of a plugin give theirs. */
export async function reduce(
  options: ReduceCommandOptions,
  io: CommandIo,
  registry: Registry = sharedRegistry(),
): Promise<ExitCode> {
  const command = testCommand(options.test);
  if (isFailure(command)) return refuse(command, io);
  const unwritable = outputProblem(options.output);
  if (unwritable !== undefined) return refuse(unwritable, io);
  const input = await readInput(options, io, registry);
  if (isFailure(input)) return refuse(input, io);
  const print: PrintOptions = {
    generic: options.mlirPrintOpGeneric === true,
    debugInfo: options.mlirPrintDebuginfo === true,
  };
  const candidates = new Candidates({
    command,
    when: options.interesting,
    timeoutMs: options.testTimeout * 1000,
  });
  const interrupt = onInterrupt();
  try {
    const unusable = await checkInput(input, outputText(input.module, print), candidates, options);
    if (unusable !== undefined) return refuse(unusable, io);
    return await run(input.module, print, candidates, options, interrupt.signal, io);
  } finally {
    interrupt.release();
    candidates.close();
  }
}

function refuse({ failure: text }: Failure, io: CommandIo): ExitCode {
  io.stderr(`${text}\n`);
  return 1;
}

/** Said before the work, not after it. */
function outputProblem(output: string | undefined): Failure | undefined {
  if (output === undefined || output === "-") return undefined;
  try {
    accessSync(dirname(resolve(output)), constants.W_OK);
    return undefined;
  } catch (error) {
    return fileFailure(output, "write", error);
  }
}

async function readInput(options: ReduceCommandOptions, io: CommandIo, registry: Registry): Promise<Input | Failure> {
  const source = await readText(options.input, io);
  if (isFailure(source)) return source;
  const context = createContext(registry);
  context.allowUnregisteredDialects = options.allowUnregisteredDialect === true;
  context.diagnostics = (diagnostic) => io.stderr(renderAll([diagnostic], [source]));
  const loaded = loadModule(source, context);
  if (!loaded.ok) {
    const { failure: text } = diagnosed(loaded.diagnostics, [source]);
    return failure(`${text}\nhint: ${hintFor(source.text, loaded.diagnostics)}`);
  }
  if (countOperations(loaded.module) === 0) return failure(`error: '${source.file}' has no operations to reduce`);
  return { text: source.text, module: loaded.module };
}

/** What to do about text that is not read. */
function hintFor(text: string, diagnostics: readonly Diagnostic[]): string {
  if (/^\s*\/\/ -----/m.test(text)) return "reduce the parts of a split file one by one";
  if (diagnostics.some(({ message }) => message.includes("is not registered")))
    return "--allow-unregistered-dialect takes the generic form of any operation";
  return "only text that `terrace opt` takes can be reduced";
}

/** Why the input cannot be reduced: the test must find it interesting as it is, and as it is printed. */
async function checkInput(
  input: Input,
  printed: string,
  candidates: Candidates,
  options: ReduceCommandOptions,
): Promise<Failure | undefined> {
  const { interesting: when, testTimeout } = options;
  let output = "";
  const outcome = await candidates.outcome(input.text, { onOutput: (text) => (output += text) });
  if (outcome.kind === "failed") return failure(`error: cannot run the test '${options.test}': ${outcome.reason}`);
  if (!isInteresting(outcome, when)) {
    const does = outcomeText(outcome, testTimeout * 1000);
    const shown = output === "" ? "" : `\nnote: the test says:\n${firstLines(output)}`;
    return failure(`error: the test does not find the input interesting: ${does}, ${expectations[when]}${shown}`);
  }
  const again = await candidates.outcome(printed);
  if (isInteresting(again, when)) return undefined;
  const does = outcomeText(again, testTimeout * 1000);
  const hint = options.mlirPrintOpGeneric === true ? "--mlir-print-debuginfo keeps locations" : "--mlir-print-op-generic prints the generic form"; // prettier-ignore
  return failure(
    `error: the test finds the input interesting, but not what Terrace prints of it: ${does}, ${expectations[when]}\nhint: ${hint}`,
  );
}

const expectations: Readonly<Record<ReduceCommandOptions["interesting"], string>> = {
  zero: "and 0 is interesting (--interesting=nonzero turns that around)",
  nonzero: "and anything but 0 is interesting",
  crash: "and a signal is interesting",
  timeout: "and running out of time is interesting",
};

const firstLines = (text: string): string => {
  const lines = text.trimEnd().split("\n");
  const shown = lines.slice(0, 12).map((line) => `    ${line}`);
  return [...shown, ...(lines.length > shown.length ? ["    ..."] : [])].join("\n");
};

async function run(
  module: Operation,
  print: PrintOptions,
  candidates: Candidates,
  options: ReduceCommandOptions,
  signal: AbortSignal,
  io: CommandIo,
): Promise<ExitCode> {
  const before = countOperations(module);
  const progress = new ReductionProgress(io.stderr, module);
  const over = new AbortController();
  const timer = options.time === undefined ? undefined : setTimeout(() => over.abort(), options.time * 1000);
  const reduced = await reduceModuleAsync(module, {
    isInteresting: (candidate, cancelled) => candidates.isInteresting(outputText(candidate, print), cancelled),
    jobs: options.jobs,
    signal: AbortSignal.any([signal, over.signal]),
    onStep: (step) => progress.onStep(step, candidates.tests),
  });
  clearTimeout(timer);
  const end = signal.aborted ? "interrupt" : over.signal.aborted ? "time" : "smallest";
  io.stderr(progress.summary(before, reduced, candidates.tests, end));
  const text = outputText(reduced, print);
  if (options.output !== undefined && options.output !== "-") {
    const failed = writeOutput(options.output, [text]);
    if (failed !== undefined) return refuse(failed, io);
  } else if (options.json !== true) io.stdout(text);
  if (options.json === true) {
    const report = {
      operations: { before, after: countOperations(reduced) },
      tests: candidates.tests,
      seconds: progress.seconds,
      complete: end === "smallest",
      steps: Object.fromEntries(progress.steps),
      text,
    };
    io.stdout(`${JSON.stringify(report)}\n`);
  }
  return end === "interrupt" ? 1 : 0;
}
