// Reading a module and verifying it, in one step.
import { verify } from "../../ir/analysis/verify.ts";
import type { Context } from "../../ir/core/context.ts";
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { parseModule } from "../../ir/syntax/parser.ts";

export interface ReadResult {
  /** Undefined when the text cannot be read or does not verify. */
  readonly module: Operation | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and verifies `text`. `file` is the name in locations. */
export function readModule(text: string, context: Context, options: { readonly file?: string } = {}): ReadResult {
  const { module, diagnostics } = parseModule(text, context, options);
  if (module === undefined) return { module, diagnostics };
  const problems = verify(module);
  return { module: problems.length === 0 ? module : undefined, diagnostics: problems };
}
