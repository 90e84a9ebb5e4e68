// Runs a textual pipeline of built-in passes over MLIR text: the module that comes out, and what was reported.
import { DiagnosticList, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { buildPipelineText } from "../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { createContext, type Registry } from "../../ir/plugin/registry.ts";
import { builtinRegistry } from "../../lowering/builtin-plugin.ts";
import { parse } from "./mlir.ts";

const registry: Registry = builtinRegistry();

const withNotes = ({ message, notes = [] }: Diagnostic): string =>
  [message, ...notes.map((note) => note.message)].join("\n  ");

export async function runPipeline(
  text: string,
  pipeline: string,
): Promise<{ readonly module: Operation; readonly problems: readonly string[] }> {
  const context = createContext(registry);
  const reported = new DiagnosticList();
  context.diagnostics = reported.sink;
  const module = parse(text, context);
  const built = await buildPipelineText(pipeline, registry.passes);
  if (!built.ok) throw new Error(built.errors.map(({ message }) => message).join("; "));
  const { ok } = await new PassManager(built.pipeline).run(module);
  const problems = reported.items.map(withNotes);
  return { module, problems: ok || problems.length > 0 ? problems : ["the pipeline failed and said nothing"] };
}
