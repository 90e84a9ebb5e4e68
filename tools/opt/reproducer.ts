// Reproducers: a module together with the pipeline that fails on it, in mlir-opt's form. mlir-opt reads ours, and we read its.
import type { Operation } from "../../ir/core/operation.ts";
import { cloneOp } from "../../ir/core/clone.ts";
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import { opPipeline, type OpPipeline, type PassInstance } from "../../ir/pass/build-pipeline.ts";
import type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import { textualPipeline } from "../../ir/pass/textual-pipeline.ts";
import { printOperation } from "../../ir/syntax/printer.ts";

const owner = "mlir_reproducer";

/** How the passes ran. */
export interface ReproducerSettings {
  readonly disableThreading: boolean;
  readonly verifyEach: boolean;
}

export interface Reproducer extends ReproducerSettings {
  readonly pipeline: string;
}

/** Takes from a module that was read as a reproducer what it asks for; undefined where it is none. */
export function takeReproducer(module: Operation): Reproducer | undefined {
  const { resources } = module.context;
  const sections = resources.external(module);
  const entries = new Map(sections.find((section) => section.owner === owner)?.entries);
  resources.setExternal(
    module,
    sections.filter((section) => section.owner !== owner),
  );
  const pipeline = entries.get("pipeline");
  if (typeof pipeline !== "string") return undefined;
  return {
    pipeline,
    disableThreading: entries.get("disable_threading") === true,
    verifyEach: entries.get("verify_each") !== false,
  };
}

/** A module and the pipeline to run on it, as text. */
export function reproducerText(module: Operation, pipeline: OpPipeline, settings: ReproducerSettings): string {
  const { resources } = module.context;
  const copy = copyOf(module);
  resources.setExternal(copy, [
    ...resources.external(module).filter((section) => section.owner !== owner),
    {
      owner,
      entries: [
        ["pipeline", textualPipeline(pipeline)],
        ["disable_threading", settings.disableThreading],
        ["verify_each", settings.verifyEach],
      ],
    },
  ]);
  return `${printOperation(copy)}\n`;
}

interface Failed {
  readonly pass: PassInstance;
  readonly op: Operation;
}

/** Keeps the IR so that a reproducer can be written when a pass fails. */
export class ReproducerRecorder {
  readonly #root: Operation;
  readonly #pipeline: OpPipeline;
  readonly #settings: ReproducerSettings;
  readonly #local: boolean;
  #before: Operation;
  readonly #failed: Failed[] = [];

  /** `local`: with the failing pass alone, and the IR right before it. */
  constructor(root: Operation, pipeline: OpPipeline, settings: ReproducerSettings, local: boolean) {
    this.#root = root;
    this.#pipeline = pipeline;
    this.#settings = settings;
    this.#local = local;
    this.#before = copyOf(this.#root);
  }

  /** Comes before all other instrumentation, so that what they print belongs to the copy. */
  get instrumentation(): PassInstrumentation {
    return {
      beforePass: () => {
        if (this.#local && this.#failed.length === 0) this.#before = copyOf(this.#root);
      },
      afterFailure: (pass, op) => this.#failed.push({ pass, op }),
    };
  }

  text(): string {
    const [first] = this.#failed;
    const pipeline =
      this.#local && first !== undefined ? nestedPipeline(first.pass, first.op, this.#root) : this.#pipeline;
    return reproducerText(this.#before, pipeline, this.#settings);
  }

  /** Says which passes failed, and where the reproducer is. */
  diagnostic(file: string): Diagnostic {
    const failed = this.#failed.map(({ pass, op }) => {
      const name = symbolName(op);
      return `\`${pass.definition.className}\` on '${op.name}' operation${name === undefined ? "" : `: @${name}`}`;
    });
    const places = failed.length === 1 ? (failed[0] ?? "") : `[${failed.join(", ")}]`;
    return errorAt(this.#root.location, "Failures have been detected while processing an MLIR pass pipeline", {
      notes: [
        {
          location: this.#root.location,
          message: `Pipeline failed while executing ${places}: reproducer generated at \`${file}\``,
        },
      ],
    });
  }
}

/** With the resources of its file. */
function copyOf(module: Operation): Operation {
  const copy = cloneOp(module);
  const { resources } = module.context;
  resources.setExternal(copy, resources.external(module));
  return copy;
}

/** The pass alone, nested as the op is that it failed on. */
function nestedPipeline(pass: PassInstance, op: Operation, root: Operation): OpPipeline {
  let pipeline = opPipeline(op.name, [pass]);
  for (let at = op.parentOp; at !== null && op !== root; at = at.parentOp) pipeline = opPipeline(at.name, [pipeline]);
  return pipeline;
}
