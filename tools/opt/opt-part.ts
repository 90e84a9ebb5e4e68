// One part of the input of `terrace opt`: read, verified, transformed, printed.
import { verify } from "../../ir/analysis/verify.ts";
import type { Context } from "../../ir/core/context.ts";
import { DiagnosticList, type Diagnostic, type Severity } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { OpPipeline } from "../../ir/pass/build-pipeline.ts";
import type { DebugCounters } from "../../ir/pass/debug-counter.ts";
import type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { passStatistics } from "../../ir/pass/statistics.ts";
import { dumpedPipeline } from "../../ir/pass/textual-pipeline.ts";
import type { PassTiming } from "../../ir/pass/timing.ts";
import { combineListeners } from "../../ir/rewrite/listener.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import type { Source } from "../../ir/syntax/render.ts";
import { setMachine } from "../../lowering/machine/module-machine.ts";
import { diagnosticFormat, failureText, renderAll, type DiagnosticFormat } from "../command/diagnostics.ts";
import { isFailure, type Failure } from "../command/failure.ts";
import { writeOutput } from "../command/output-file.ts";
import type { CommandIo } from "../command/io.ts";
import type { IrTree } from "../command/ir-tree.ts";
import type { TextStart } from "../../ir/syntax/parser.ts";
import { loadModule } from "../command/load-module.ts";
import { gathered, outputPieces } from "../command/output-text.ts";
import { printIr, printsSomething } from "../command/print-ir.ts";
import type { Said } from "./expected-diagnostics.ts";
import type { Explainer, ExplainRequest } from "./explain.ts";
import type { HistoryFile } from "./history-file.ts";
import { withOperationNotes } from "./operation-notes.ts";
import { pipelineOfFlags, pipelineOfText } from "./pipeline-of-flags.ts";
import { printIrSettings, printOptionsOf } from "./print-options.ts";
import { isSet, type OptCommandLine } from "./read-flags.ts";
import type { Remarks } from "./remarks.ts";
import { ReproducerRecorder, takeReproducer, reproducerText } from "./reproducer.ts";
import { verifyRoundTrip } from "./round-trip.ts";
import { statisticsText } from "./statistics-text.ts";

/** What is the same for all parts. */
export interface PartSettings {
  readonly line: OptCommandLine;
  readonly registry: Registry;
  readonly pipeline: OpPipeline;
  readonly machine: string | undefined;
  readonly counters: DebugCounters | undefined;
  readonly tree: IrTree | undefined;
  readonly timing: PassTiming;
  /** `--mlir-history`. */
  readonly history: HistoryFile | undefined;
  /** `--explain` and `--explain-result`. */
  readonly explanation: ExplainRequest | undefined;
  readonly remarks: Remarks | undefined;
  readonly io: CommandIo;
}

/** Takes the text of a part, piece by piece. */
export type TextSink = (piece: string) => void;

export interface PartResult extends Said {
  /** What the part becomes, in pieces; none where they went to a sink; undefined where something is wrong with it. */
  readonly text: readonly string[] | undefined;
}

export interface PartOptions {
  /** Where it begins in the whole input, if that is not the start. */
  readonly start?: TextStart | undefined;
  /** Where its text goes as it is made, if it is not to be kept. */
  readonly sink?: TextSink | undefined;
}

export class OptPart {
  readonly #settings: PartSettings;
  readonly #line: OptCommandLine;
  readonly #source: Source;
  /** The whole input, whose lines are shown. */
  readonly #whole: Source;
  readonly #start: TextStart | undefined;
  /** Where the text goes as it is made; undefined where it is kept. */
  readonly #sink: TextSink | undefined;
  readonly #context: Context;
  /** All that was said of the part. */
  readonly #reported = new DiagnosticList();
  /** How many of those came from reading it. */
  #ofReading = 0;
  /** `--verify-diagnostics`: what is said is kept to be compared, not shown. */
  readonly #isCompared: boolean;
  readonly #format: DiagnosticFormat;
  #module: Operation | undefined;

  constructor(settings: PartSettings, source: Source, whole: Source, { start, sink }: PartOptions = {}) {
    this.#settings = settings;
    this.#start = start;
    this.#sink = sink;
    this.#whole = whole;
    this.#line = settings.line;
    this.#source = source;
    this.#isCompared = this.#line.flags.has("verify-diagnostics");
    this.#format = diagnosticFormat(this.#line.flags.get("diagnostics"));
    this.#context = createContext(settings.registry);
    this.#context.allowUnregisteredDialects = isSet(this.#line, "allow-unregistered-dialect");
    this.#context.actions = settings.counters?.handler;
    this.#context.diagnostics = (diagnostic) => {
      this.#report([diagnostic]);
    };
  }

  async run(): Promise<PartResult> {
    const text = await this.#transformed();
    return { text, diagnostics: this.#reported.items, ofReading: this.#ofReading };
  }

  /** The text of the result, or undefined where something is wrong, which was reported. */
  async #transformed(): Promise<readonly string[] | undefined> {
    const { timing, machine } = this.#settings;
    const module = timing.phase("Parser", () => this.#read());
    if (module === undefined) return undefined;
    const pipeline = await this.#pipelineFor(module);
    if (isFailure(pipeline)) {
      this.#settings.io.stderr(failureText(pipeline, this.#format));
      return undefined;
    }
    if (isSet(this.#line, "dump-pass-pipeline"))
      this.#settings.io.stderr(
        `Pass Manager with ${pipeline.pipeline.elements.length} passes:\n${dumpedPipeline(pipeline.pipeline)}\n\n`,
      );
    if (machine !== undefined) setMachine(module, machine);
    if (!(await this.#runPasses(module, pipeline))) return undefined;
    return timing.phase("Output", () => this.#printed(module, pipeline.verifyEach));
  }

  /** What was not verified on the way is, because only IR that verifies has a custom form. */
  #printed(module: Operation, verified: boolean): readonly string[] {
    const options = printOptionsOf(this.#line);
    const isSafe = verified && !isSet(this.#line, "mlir-very-unsafe-disable-verifier-on-parsing");
    const kept: string[] = [];
    const { take, end } = gathered(this.#sink ?? ((piece) => kept.push(piece)));
    outputPieces(module, isSafe || verify(module).length === 0 ? options : { ...options, generic: true }, take);
    end();
    return kept;
  }

  #read(): Operation | undefined {
    const loaded = loadModule(this.#source, this.#context, {
      start: this.#start,
      implicitModule: !isSet(this.#line, "no-implicit-module"),
      verify: !isSet(this.#line, "mlir-very-unsafe-disable-verifier-on-parsing"),
    });
    this.#module = loaded.module;
    if (!loaded.ok) {
      this.#report(loaded.diagnostics);
      this.#ofReading = this.#reported.items.length;
      return undefined;
    }
    const problems = isSet(this.#line, "verify-roundtrip") ? verifyRoundTrip(loaded.module) : [];
    this.#report(problems);
    return problems.length > 0 ? undefined : loaded.module;
  }

  /** What the command line says, or, for a reproducer, what the module says. */
  async #pipelineFor(module: Operation): Promise<RunSettings | Failure> {
    const { pipeline, registry } = this.#settings;
    const verifyEach = isSet(this.#line, "verify-each", true);
    const disableThreading = isSet(this.#line, "mlir-disable-threading");
    const reproducer = isSet(this.#line, "run-reproducer") ? takeReproducer(module) : undefined;
    if (reproducer !== undefined) {
      const own = await pipelineOfText(reproducer.pipeline, registry.passes, "reproducer");
      return isFailure(own) ? own : { ...reproducer, pipeline: own };
    }
    if (module.name === "builtin.module") return { pipeline, verifyEach, disableThreading };
    const nested = await pipelineOfFlags(this.#line, registry.passes, module.name);
    return isFailure(nested) ? nested : { pipeline: nested, verifyEach, disableThreading };
  }

  async #runPasses(module: Operation, run: RunSettings): Promise<boolean> {
    const { timing, io } = this.#settings;
    const { flags } = this.#line;
    const wanted = flags.get("mlir-generate-reproducer");
    if (wanted !== undefined && !this.#write(wanted, reproducerText(module, run.pipeline, run))) return false;
    const crashFile = flags.get("mlir-pass-pipeline-crash-reproducer");
    const isLocal = isSet(this.#line, "mlir-pass-pipeline-local-reproducer");
    const recorder = crashFile === undefined ? undefined : new ReproducerRecorder(module, run.pipeline, run, isLocal);
    const statistics = isSet(this.#line, "mlir-pass-statistics") ? passStatistics() : undefined;
    const history = await this.#settings.history?.record(module);
    const explainer = await this.#explainer(module);
    const remarks = this.#settings.remarks?.listenTo(this.#context);
    const shown = { printed: (_: unknown, text: string): void => io.stderr(text) };
    const optional = [
      recorder?.instrumentation,
      statistics,
      history?.instrumentation,
      explainer?.provenance.instrumentation,
      remarks?.instrumentation,
      shown,
      ...this.#printing(),
    ];
    const manager = new PassManager(run.pipeline, {
      listener: combineListeners(history?.listener, explainer?.provenance.listener, remarks?.listener),
      verifyEach: run.verifyEach,
      instrumentations: [timing, ...optional.filter((instrumentation) => instrumentation !== undefined)],
    });
    let ok = false;
    try {
      ok = (await manager.run(module)).ok && !this.#reported.failed;
    } finally {
      remarks?.finish();
      if (!ok && crashFile !== undefined && recorder !== undefined) this.#writeReproducer(recorder, crashFile);
    }
    if (explainer !== undefined && !this.#explain(explainer)) ok = false;
    if (statistics !== undefined) {
      const display = flags.get("mlir-pass-statistics-display") === "list" ? "list" : "pipeline";
      io.stderr(statisticsText(manager.schedule, statistics, display));
    }
    return ok;
  }

  async #explainer(module: Operation): Promise<Explainer | undefined> {
    const { explanation } = this.#settings;
    if (explanation === undefined) return undefined;
    const { Explainer } = await import("./explain.ts");
    return new Explainer(explanation, module, this.#whole.text);
  }

  /** Whether there was something to explain. */
  #explain(explainer: Explainer): boolean {
    const said = explainer.text();
    this.#settings.io.stderr(typeof said === "string" ? said : failureText(said, this.#format));
    return typeof said === "string";
  }

  #writeReproducer(recorder: ReproducerRecorder, file: string): void {
    if (this.#write(file, recorder.text())) this.#report([recorder.diagnostic(file)]);
  }

  #write(file: string, text: string): boolean {
    const failed = writeOutput(file, [text]);
    if (failed !== undefined) this.#settings.io.stderr(failureText(failed, this.#format));
    return failed === undefined;
  }

  #printing(): PassInstrumentation[] {
    const settings = printIrSettings(this.#line);
    if (!printsSomething(settings)) return [];
    const toStderr = (_op: unknown, _pass: string, text: string): void => this.#settings.io.stderr(text);
    return [printIr(settings, this.#settings.tree?.sink ?? toStderr)];
  }

  #report(diagnostics: readonly Diagnostic[]): void {
    const { flags } = this.#line;
    const noted =
      this.#module !== undefined && isSet(this.#line, "mlir-print-op-on-diagnostic")
        ? withOperationNotes(diagnostics, this.#module)
        : diagnostics;
    const said = noted.filter(({ severity }) => isLoudEnough(severity, flags.get("mlir-diagnostic-verbosity-level")));
    const kept = isSet(this.#line, "mlir-disable-diagnostic-notes") ? said.map(withoutNotes) : said;
    kept.forEach(this.#reported.sink);
    if (!this.#isCompared) this.#settings.io.stderr(renderAll(kept, [this.#whole], this.#format));
  }
}

function isLoudEnough(severity: Severity, level: string | undefined): boolean {
  return severity === "error" || (level !== "errors" && (severity === "warning" || level !== "warnings"));
}

const withoutNotes = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, notes: [] });

/** A pipeline, and how it is run. */
interface RunSettings {
  readonly pipeline: OpPipeline;
  readonly verifyEach: boolean;
  readonly disableThreading: boolean;
}
