// Compiles a program for a target: puts the machine into the module, runs the target's pipeline, builds the artifact.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import { DiagnosticList, errorAt } from "../../ir/core/diagnostic.ts";
import { stringAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { SYMBOL_VISIBILITY, symbolName } from "../../ir/core/symbol-table.ts";
import { buildPipelineText, pipelineDiagnostics } from "../../ir/pass/build-pipeline.ts";
import type { PassInstrumentation } from "../../ir/pass/instrumentation.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { machineOf, setMachine } from "../machine/module-machine.ts";
import type { Machine } from "../machine/schema.ts";
import type { Executable, RunSettings } from "./executable.ts";
import { buildInterpreted } from "./interpreter/executable.ts";
import { targets, type Target } from "./targets.ts";
import { watchWorkShare, type WorkShare } from "./work-share.ts";

export interface CompileRequest extends RunSettings {
  readonly target: Target;
  /** A preset's name or a description as JSON, as `terrace.machine` has it; the interpreter takes none. */
  readonly machine?: string | undefined;
  readonly verifyEach?: boolean | undefined;
  readonly instrumentations?: readonly PassInstrumentation[];
}

export interface Compiled {
  readonly ok: true;
  readonly executable: Executable;
  readonly machine: Machine | undefined;
  readonly work: WorkShare | undefined;
  /** Warnings and remarks of the passes. */
  readonly diagnostics: readonly Diagnostic[];
}

export type CompileOutcome = Compiled | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Compiles `module`, which changes. All that is wrong comes back at once, as far as the passes report it so. */
export async function compileProgram(
  module: Operation,
  registry: Registry,
  request: CompileRequest,
): Promise<CompileOutcome> {
  if (request.target === "interpreter") {
    const built = buildInterpreted(module, request);
    return built.ok ? { ...built, machine: undefined, work: undefined, diagnostics: [] } : built;
  }
  const target = targets[request.target];
  setMachine(module, request.machine ?? target.defaultMachine(module));
  const found = machineOf(module);
  if (!found.ok) return { ok: false, diagnostics: [found.diagnostic] };
  const { machine } = found;
  if (machine.schema !== target.schema) {
    const message = `machine '${machine.name}' is of kind ${machine.schema}, and target '${request.target}' needs ${target.kind} (${target.schema})`;
    return { ok: false, diagnostics: [errorAt(module.location, message)] };
  }
  const pipeline = await buildPipelineText(`builtin.module(${target.pipeline})`, registry.passes, {
    nesting: "implicit",
  });
  if (!pipeline.ok) return { ok: false, diagnostics: pipelineDiagnostics(pipeline.errors, target.pipeline) };

  keepOnly(module, request.entry);
  const watch = watchWorkShare(request.entry);
  const reported = new DiagnosticList();
  module.context.diagnostics = reported.sink;
  const manager = new PassManager(pipeline.pipeline, {
    verifyEach: request.verifyEach ?? true,
    instrumentations: [...(request.instrumentations ?? []), watch.instrumentation],
  });
  const lowered = await manager.run(module);
  if (!lowered.ok || reported.failed) return { ok: false, diagnostics: reported.items };
  const build = await target.builder();
  const built = await build(module, machine, request);
  if (!built.ok) return { ok: false, diagnostics: [...reported.items, ...built.diagnostics] };
  return { ok: true, executable: built.executable, machine, work: watch.result(), diagnostics: reported.items };
}

/** A run has one entry: other functions are compiled only where it calls them. */
function keepOnly(module: Operation, entry: string): void {
  for (const op of module.region().entry.ops()) {
    if (op.name !== "func.func") continue;
    if (symbolName(op) === entry) op.setAttribute(SYMBOL_VISIBILITY, undefined);
    else op.setAttribute(SYMBOL_VISIBILITY, stringAttr(module.context, "private"));
  }
}
