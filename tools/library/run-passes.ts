// Running a pipeline's text on a module; what goes wrong comes back as diagnostics.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { buildPipelineText, pipelineDiagnostics } from "../../ir/pass/build-pipeline.ts";
import { PassManager, type PassManagerOptions } from "../../ir/pass/pass-manager.ts";
import type { Registry } from "../../ir/plugin/registry.ts";
import { sharedRegistry } from "./context.ts";

export interface RunPassesOptions extends PassManagerOptions {
  /** Where the pipeline's names are looked up; the built-in ones unless given. */
  readonly registry?: Registry;
}

export interface RunPassesResult {
  readonly ok: boolean;
  /** Errors where it failed; warnings and remarks of the passes in any case. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `pipeline` (`canonicalize,cse`, `builtin.module(func.func(cse))`) on `module`, which changes. Verifies after every pass. */
export async function runPasses(
  module: Operation,
  pipeline: string,
  options: RunPassesOptions = {},
): Promise<RunPassesResult> {
  const { registry = sharedRegistry(), ...settings } = options;
  const built = await buildPipelineText(pipeline, registry.passes);
  if (!built.ok) return { ok: false, diagnostics: pipelineDiagnostics(built.errors) };
  const { context } = module;
  const outer = context.diagnostics;
  const diagnostics: Diagnostic[] = [];
  context.diagnostics = (diagnostic) => diagnostics.push(diagnostic);
  try {
    const { ok } = await new PassManager(built.pipeline, settings).run(module);
    return { ok, diagnostics };
  } finally {
    context.diagnostics = outer;
  }
}
