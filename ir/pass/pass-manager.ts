// PassManager: runs a pipeline on an operation, verifies after each pass, and tells the instrumentation. Diagnostics go to the context.
import { errorAt } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { AnalysisManager, type Analysis } from "../analysis/analysis-manager.ts";
import { verify } from "../analysis/verify.ts";
import type { Listener } from "../rewrite/listener.ts";
import type { OpPipeline, PassInstance } from "./build-pipeline.ts";
import { Fingerprints } from "../core/operation-hash.ts";
import type { PassInstrumentation } from "./instrumentation.ts";
import { schedule, type Adaptor, type Schedule } from "./schedule.ts";

export interface PassManagerOptions {
  /** Verify the op after each pass that ran on it. Default true. */
  readonly verifyEach?: boolean;
  readonly instrumentations?: readonly PassInstrumentation[];
  readonly listener?: Listener | undefined;
}

export type PassResult = { readonly ok: true } | { readonly ok: false };

const actionTag = "pass-execution";

export class PassManager {
  readonly pipeline: OpPipeline;
  readonly schedule: Schedule;
  readonly #options: PassManagerOptions;
  readonly #instrumentations: readonly PassInstrumentation[];
  readonly #fingerprints: Fingerprints | undefined;
  readonly #analyses = new AnalysisManager();

  constructor(pipeline: OpPipeline, options: PassManagerOptions = {}) {
    this.pipeline = pipeline;
    this.schedule = schedule(pipeline);
    this.#options = options;
    this.#instrumentations = options.instrumentations ?? [];
    this.#fingerprints = this.#instrumentations.some(({ needsChanged }) => needsChanged)
      ? new Fingerprints()
      : undefined;
  }

  /** Runs the pipeline on `op`, which is what it is anchored on. Where a pass fails, the rest of its pipeline is not run. */
  async run(op: Operation): Promise<PassResult> {
    const { anchor } = this.pipeline;
    if (anchor !== "any" && anchor !== op.name) {
      op.context.emit(errorAt(op.location, `can't run '${anchor}' pass manager on '${op.name}' op`));
      return { ok: false };
    }
    return { ok: await this.#runPipeline(this.schedule, op) };
  }

  async #runPipeline(pipeline: Schedule, op: Operation): Promise<boolean> {
    for (const instrumentation of this.#instrumentations) instrumentation.beforePipeline?.(pipeline, op);
    let ok = true;
    for (const step of pipeline.steps) {
      ok = step.kind === "pass" ? await this.#runPass(step, op) : await this.#runAdaptor(step, op);
      if (!ok) break;
    }
    for (const instrumentation of this.#instrumentations) instrumentation.afterPipeline?.(pipeline, op);
    return ok;
  }

  /** Each op that a pipeline is for runs it, also after another's has failed, so that one run reports them all. */
  async #runAdaptor(adaptor: Adaptor, op: Operation): Promise<boolean> {
    if (op.context.actions?.(actionTag) === false) return true;
    const anchored: { readonly inner: Operation; readonly pipeline: Schedule }[] = [];
    for (const region of op.regions) {
      for (const block of region.blocks) {
        for (const inner of block.ops()) {
          const pipeline = adaptor.pipelines.find(({ anchor }) => runsOn(anchor, inner));
          if (pipeline !== undefined) anchored.push({ inner, pipeline });
        }
      }
    }
    for (const instrumentation of this.#instrumentations) instrumentation.beforeAdaptor?.(adaptor, op);
    let ok = true;
    for (const { inner, pipeline } of anchored)
      if (inner.parentBlock !== null && !(await this.#runPipeline(pipeline, inner))) ok = false;
    for (const instrumentation of this.#instrumentations) instrumentation.afterAdaptor?.(adaptor, op);
    return ok;
  }

  async #runPass(pass: PassInstance, op: Operation): Promise<boolean> {
    const { definition, options } = pass;
    const { context } = op;
    const missing = definition.dependentDialects.filter((name) => !context.dialects.has(name));
    if (missing.length > 0) {
      const names = missing.map((name) => `'${name}'`).join(", ");
      context.emit(
        errorAt(op.location, `pass '${definition.name}' makes ops of dialects that are not registered: ${names}`),
      );
      return false;
    }
    const unfit = !op.definition.registered
      ? "an unregistered operation"
      : op.hasTrait("IsolatedFromAbove")
        ? undefined
        : "an operation not marked as 'IsolatedFromAbove'";
    if (unfit !== undefined) {
      context.emit(errorAt(op.location, `'${op.name}' op trying to schedule a pass on ${unfit}`));
      return false;
    }
    for (const instrumentation of this.#instrumentations) instrumentation.beforePass?.(pass, op);
    const before = this.#fingerprints?.of(op);
    let failed = false;
    let preserved: Set<Analysis<unknown>> | "all" = new Set<Analysis<unknown>>();
    try {
      if (context.actions?.(actionTag) !== false) {
        await definition.run(op, {
          options,
          context,
          listener: this.#options.listener,
          fail: (diagnostic) => {
            failed = true;
            context.emit(diagnostic);
          },
          analysis: (analysis) => this.#analyses.get(analysis, op),
          preserve: (...analyses) => {
            for (const analysis of analyses)
              if (analysis === "all") preserved = "all";
              else if (preserved !== "all") preserved.add(analysis);
          },
          print: (text) => {
            for (const instrumentation of this.#instrumentations) instrumentation.printed?.(pass, text);
          },
          count: (statistic, by = 1) => {
            for (const instrumentation of this.#instrumentations) instrumentation.counted?.(pass, statistic, by);
          },
        });
      }
    } catch (error) {
      this.#tellFailure(pass, op);
      throw error;
    }
    this.#analyses.invalidate(op, preserved);
    if (failed || !this.#verifies(pass, op)) {
      this.#tellFailure(pass, op);
      return false;
    }
    const changed = this.#fingerprints === undefined || before !== this.#fingerprints.of(op);
    for (const instrumentation of this.#instrumentations) instrumentation.afterPass?.(pass, op, changed);
    return true;
  }

  #tellFailure(pass: PassInstance, op: Operation): void {
    for (const instrumentation of this.#instrumentations) instrumentation.afterFailure?.(pass, op);
  }

  #verifies({ definition }: PassInstance, op: Operation): boolean {
    if (this.#options.verifyEach === false) return true;
    const diagnostics = verify(op);
    for (const diagnostic of diagnostics) {
      const note = { location: diagnostic.location, message: `found after pass '${definition.name}'` };
      op.context.emit({ ...diagnostic, notes: [...(diagnostic.notes ?? []), note] });
    }
    return diagnostics.length === 0;
  }
}

function runsOn(anchor: string, op: Operation): boolean {
  return anchor === "any" ? op.definition.registered && op.hasTrait("IsolatedFromAbove") : op.name === anchor;
}
