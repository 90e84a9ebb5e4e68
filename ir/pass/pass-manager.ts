// PassManager: runs a pipeline on an operation, verifies after each pass, and tells the instrumentation. Diagnostics go to the context.
import { errorAt } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import { verify } from "../analysis/verify.ts";
import type { Listener } from "../rewrite/listener.ts";
import type { OpPipeline, PassInstance } from "./build-pipeline.ts";
import { Fingerprints } from "./fingerprint.ts";
import type { PassInstrumentation } from "./instrumentation.ts";

export interface PassManagerOptions {
  /** Verify the op after each pass that ran on it. Default true. */
  readonly verifyEach?: boolean;
  readonly instrumentations?: readonly PassInstrumentation[];
  readonly listener?: Listener | undefined;
}

export type PassResult = { readonly ok: true } | { readonly ok: false };

export class PassManager {
  readonly pipeline: OpPipeline;
  readonly #options: PassManagerOptions;
  readonly #instrumentations: readonly PassInstrumentation[];
  readonly #fingerprints: Fingerprints | undefined;

  constructor(pipeline: OpPipeline, options: PassManagerOptions = {}) {
    this.pipeline = pipeline;
    this.#options = options;
    this.#instrumentations = options.instrumentations ?? [];
    this.#fingerprints = this.#instrumentations.some(({ needsChanged }) => needsChanged)
      ? new Fingerprints()
      : undefined;
  }

  /** Runs the pipeline on `op`, which is what it is anchored on. Stops at the first pass that fails. */
  async run(op: Operation): Promise<PassResult> {
    const { anchor } = this.pipeline;
    if (anchor !== "any" && anchor !== op.name) {
      op.context.emit(errorAt(op.location, `can't run a pipeline anchored on '${anchor}' on a '${op.name}' op`));
      return { ok: false };
    }
    return { ok: await this.#runPipeline(this.pipeline, op) };
  }

  async #runPipeline(pipeline: OpPipeline, op: Operation): Promise<boolean> {
    for (const instrumentation of this.#instrumentations) instrumentation.beforePipeline?.(pipeline, op);
    for (const element of pipeline.elements) {
      const ok = element.kind === "pass" ? await this.#runPass(element, op) : await this.#runNested(element, op);
      if (!ok) return false;
    }
    for (const instrumentation of this.#instrumentations) instrumentation.afterPipeline?.(pipeline, op);
    return true;
  }

  async #runNested(pipeline: OpPipeline, op: Operation): Promise<boolean> {
    const anchored: Operation[] = [];
    for (const region of op.regions) {
      for (const block of region.blocks)
        for (const inner of block.ops()) if (runsOn(pipeline.anchor, inner)) anchored.push(inner);
    }
    for (const inner of anchored) {
      if (inner.parentBlock !== null && !(await this.#runPipeline(pipeline, inner))) return false;
    }
    return true;
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
    for (const instrumentation of this.#instrumentations) instrumentation.beforePass?.(pass, op);
    const before = this.#fingerprints?.of(op);
    let failed = false;
    try {
      await definition.run(op, {
        options,
        context,
        listener: this.#options.listener,
        fail: (diagnostic) => {
          failed = true;
          context.emit(diagnostic);
        },
      });
    } catch (error) {
      this.#tellFailure(pass, op);
      throw error;
    }
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
