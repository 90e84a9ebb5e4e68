// From text to a verified module, or to diagnostics that are ready to be shown.
import { errorAt } from "../../ir/core/diagnostic.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Source } from "../../ir/syntax/render.ts";

export type LoadedModule =
  | { readonly ok: true; readonly module: Operation }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads and verifies. */
export function loadModule({ file, text }: Source, context: Context): LoadedModule {
  const { module, diagnostics } = parseModule(text, context, { file });
  if (module === undefined) return { ok: false, diagnostics };
  if (module.name !== "builtin.module") {
    return {
      ok: false,
      diagnostics: [errorAt(module.location, `expected a 'builtin.module', found '${module.name}'`)],
    };
  }
  const problems = verify(module);
  return problems.length > 0 ? { ok: false, diagnostics: problems } : { ok: true, module };
}
