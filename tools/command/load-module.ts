// From text to a verified module, or to diagnostics that are ready to be shown.
import { errorAt } from "../../ir/core/diagnostic.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { parseModule, type TextStart } from "../../ir/syntax/parser.ts";
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Source } from "../../ir/syntax/render.ts";

export type LoadedModule =
  | { readonly ok: true; readonly module: Operation }
  /** What was read and does not verify comes as well. */
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly module?: Operation };

export interface LoadOptions {
  /** Where the text begins in its file, if that is not the file's start. */
  readonly start?: TextStart | undefined;
  /** False: the text must be one op, of any kind, around which no module is put. Default true. */
  readonly implicitModule?: boolean;
  /** Default true. */
  readonly verify?: boolean;
}

/** Reads and verifies. The warnings of a text that can be read go to the context. */
export function loadModule({ file, text }: Source, context: Context, options: LoadOptions = {}): LoadedModule {
  const { implicitModule = true } = options;
  const { module, diagnostics, intact } = parseModule(text, context, { file, implicitModule, start: options.start });
  // One run tells all that can be told: uses of symbols that could not be read are no errors.
  if (module === undefined)
    return {
      ok: false,
      diagnostics: options.verify === false ? diagnostics : [...diagnostics, ...intact.flatMap(verify)],
    };
  diagnostics.forEach(context.diagnostics);
  if (implicitModule && module.name !== "builtin.module") {
    return {
      ok: false,
      diagnostics: [errorAt(module.location, `expected a 'builtin.module', found '${module.name}'`)],
    };
  }
  const problems = options.verify === false ? [] : verify(module);
  return problems.length > 0 ? { ok: false, diagnostics: problems, module } : { ok: true, module };
}
