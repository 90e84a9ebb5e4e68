// `terrace opt`: reads MLIR text, runs passes, prints.
import type { Context } from "../../ir/core/context.ts";
import { DiagnosticList } from "../../ir/core/diagnostic.ts";
import { passTiming, type PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import type { OpPipeline } from "../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import { TERRACE_VERSION } from "../../ir/plugin/version.ts";
import { printOperation, type PrintOptions } from "../../ir/syntax/printer.ts";
import type { Source } from "../../ir/syntax/render.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { setMachine } from "../../lowering/machine/module-machine.ts";
import { renderAll, withShortLines } from "../command/diagnostics.ts";
import { isFailure, type Failure } from "../command/failure.ts";
import { readText, writeOutput } from "../command/files.ts";
import type { CommandIo, ExitCode } from "../command/io.ts";
import { irTree, type IrTree } from "../command/ir-tree.ts";
import { loadModule } from "../command/load-module.ts";
import { readMachine } from "../command/machine.ts";
import { printIr, printsSomething, type PassSelection, type PrintIrSettings } from "../command/print-ir.ts";
import { checkDiagnostics } from "./expected-diagnostics.ts";
import { dialectList, optHelp, passList } from "./help.ts";
import { pipelineOfFlags } from "./pipeline-of-flags.ts";
import { pipelineText } from "./pipeline-text-of.ts";
import { isSet, readFlags, type OptCommandLine } from "./read-flags.ts";
import { splitInput, splitSeparator } from "./split-input.ts";
import { timingText } from "./timing-text.ts";

export async function opt(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const registry = builtinRegistry();
  const line = readFlags(argv, () => registry.passes.names);
  if (isFailure(line)) return refuse(line, io);
  const shown = information(line, registry);
  if (shown !== undefined) {
    io.stdout(shown);
    return 0;
  }
  const pipeline = await pipelineOfFlags(line, registry.passes);
  if (isFailure(pipeline)) return refuse(pipeline, io);
  if (isSet(line, "dump-pass-pipeline"))
    io.stderr(`Pass Manager with ${pipeline.elements.length} passes:\n${pipelineText(pipeline)}\n`);
  const machineName = line.flags.get("machine");
  const machine = machineName === undefined ? undefined : await readMachine(machineName, io);
  if (machine !== undefined && isFailure(machine)) return refuse(machine, io);

  const source = await readText(line.input, io);
  if (isFailure(source)) return refuse(source, io);
  const run = new OptRun(line, registry, pipeline, machine?.text, io);
  const parts = isSet(line, "split-input-file") ? splitInput(source.text) : [source.text];
  const texts: string[] = [];
  for (const text of parts) texts.push(await run.part({ file: source.file, text }));
  return run.finish(texts);
}

function refuse({ failure }: Failure, io: CommandIo): ExitCode {
  io.stderr(`${failure}\n`);
  return 1;
}

/** What a command line asks to be told, instead of anything being done. */
function information(line: OptCommandLine, registry: Registry): string | undefined {
  if (isSet(line, "help")) return optHelp(registry);
  if (isSet(line, "version")) return `${TERRACE_VERSION}\n`;
  if (isSet(line, "list-passes")) return passList(registry);
  return isSet(line, "show-dialects") ? dialectList(registry) : undefined;
}

function selection(line: OptCommandLine, when: "before" | "after"): PassSelection {
  if (isSet(line, `mlir-print-ir-${when}-all`)) return "all";
  return new Set((line.flags.get(`mlir-print-ir-${when}`) ?? "").split(",").filter((name) => name !== ""));
}

/** One run of the tool over the parts of its input. */
class OptRun {
  failed = false;
  readonly #line: OptCommandLine;
  readonly #registry: Registry;
  readonly #pipeline: OpPipeline;
  readonly #machine: string | undefined;
  readonly #io: CommandIo;
  readonly #print: PrintOptions;
  readonly #tree: IrTree | undefined;
  readonly #timing = passTiming();
  readonly #start = performance.now();

  constructor(
    line: OptCommandLine,
    registry: Registry,
    pipeline: OpPipeline,
    machine: string | undefined,
    io: CommandIo,
  ) {
    this.#line = line;
    this.#registry = registry;
    this.#pipeline = pipeline;
    this.#machine = machine;
    this.#io = io;
    const directory = line.flags.get("mlir-print-ir-tree-dir");
    this.#tree = directory === undefined ? undefined : irTree(directory);
    this.#print = {
      generic: isSet(line, "mlir-print-op-generic"),
      debugInfo: isSet(line, "mlir-print-debuginfo"),
      localScope: isSet(line, "mlir-print-local-scope"),
    };
  }

  /** The text that one part becomes; empty where something is wrong with it. */
  async part(source: Source): Promise<string> {
    const context = createContext(this.#registry);
    context.allowUnregisteredDialects = isSet(this.#line, "allow-unregistered-dialect");
    const reported = new DiagnosticList();
    context.diagnostics = reported.sink;
    const text = await this.#transformed(source, context, reported);
    if (isSet(this.#line, "verify-diagnostics")) {
      const problems = checkDiagnostics(reported.items, source);
      for (const problem of problems) this.#io.stderr(`${problem}\n`);
      if (problems.length > 0) this.failed = true;
      return "";
    }
    this.#io.stderr(withShortLines(renderAll(reported.items, [source])));
    if (text === undefined) this.failed = true;
    return text ?? "";
  }

  /** The text of the result, or undefined where `reported` says what is wrong. */
  async #transformed(source: Source, context: Context, reported: DiagnosticList): Promise<string | undefined> {
    const loaded = loadModule(source, context);
    if (!loaded.ok) {
      loaded.diagnostics.forEach(reported.sink);
      return undefined;
    }
    const { module } = loaded;
    if (this.#machine !== undefined) setMachine(module, this.#machine);
    const manager = new PassManager(this.#pipeline, {
      verifyEach: isSet(this.#line, "verify-each", true),
      instrumentations: [this.#timing, ...this.#printing()],
    });
    const { ok } = await manager.run(module);
    return ok && !reported.failed ? `${printOperation(module, this.#print)}\n` : undefined;
  }

  #printing(): PassInstrumentation[] {
    const line = this.#line;
    const settings: PrintIrSettings = {
      before: selection(line, "before"),
      after: selection(line, "after"),
      onlyChanges: isSet(line, "mlir-print-ir-after-change"),
      onFailure: isSet(line, "mlir-print-ir-after-failure"),
      moduleScope: isSet(line, "mlir-print-ir-module-scope"),
      print: this.#print,
    };
    if (!printsSomething(settings)) return [];
    const toStderr = (_op: unknown, _pass: string, text: string): void => this.#io.stderr(text);
    return [printIr(settings, this.#tree?.sink ?? toStderr)];
  }

  /** Writes what there is to write; an output file only where nothing failed. */
  async finish(texts: readonly string[]): Promise<ExitCode> {
    const { flags } = this.#line;
    const fail = (failed: Failure | undefined): void => {
      if (failed === undefined) return;
      this.failed = true;
      this.#io.stderr(`${failed.failure}\n`);
    };
    fail(this.#tree?.failed());
    const output = flags.get("o");
    const text = isSet(this.#line, "verify-diagnostics") ? "" : texts.join(splitSeparator);
    if (output !== undefined && output !== "-") {
      if (!this.failed) fail(await writeOutput(output, text));
    } else if (!this.failed || texts.length > 1) this.#io.stdout(text);
    if (isSet(this.#line, "mlir-timing"))
      this.#io.stderr(timingText(this.#timing.times(), performance.now() - this.#start));
    return this.failed ? 1 : 0;
  }
}
