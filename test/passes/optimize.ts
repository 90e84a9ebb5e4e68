// Runs a pipeline over MLIR text and gives the text that comes out: what the tests of passes compare.
import { arithDialect } from "../../dialects/arith/index.ts";
import { builtinDialect } from "../../dialects/builtin/index.ts";
import { funcDialect } from "../../dialects/func/index.ts";
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { DialectDefinition } from "../../ir/core/definition.ts";
import { buildPipelineText } from "../../ir/pass/build-pipeline.ts";
import { PassManager, type PassManagerOptions } from "../../ir/pass/pass-manager.ts";
import { definePlugin } from "../../ir/plugin/define-plugin.ts";
import { createContext, loadPlugin, Registry } from "../../ir/plugin/registry.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { passes } from "../../passes/index.ts";

export interface Optimized {
  /** The module's text, or what went wrong. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export const smallDialects: readonly DialectDefinition[] = [builtinDialect, funcDialect, arithDialect];

/** Runs `pipeline` on the module in `text`. */
export async function optimize(
  text: string,
  pipeline: string,
  options: PassManagerOptions & { readonly dialects?: readonly DialectDefinition[] } = {},
): Promise<Optimized> {
  const registry = new Registry();
  const problem = loadPlugin(
    registry,
    definePlugin({ name: "test", terrace: "*", dialects: options.dialects ?? smallDialects, passes }),
  );
  if (problem !== undefined) throw new Error(problem);
  const context = createContext(registry);
  const diagnostics: Diagnostic[] = [];
  context.diagnostics = (diagnostic) => diagnostics.push(diagnostic);
  const { module, diagnostics: syntax } = parseModule(text, context);
  if (module === undefined) return failed(syntax);
  const built = await buildPipelineText(pipeline, registry.passes);
  if (!built.ok) throw new Error(built.errors.map(({ message }) => message).join("; "));
  const { ok } = await new PassManager(built.pipeline, options).run(module);
  return ok ? { text: printOperation(module).trim(), diagnostics } : failed(diagnostics);
}

function failed(diagnostics: readonly Diagnostic[]): Optimized {
  return { text: diagnostics.map(({ severity, message }) => `${severity}: ${message}`).join("\n"), diagnostics };
}
