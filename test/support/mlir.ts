// MLIR text in tests: parse with all built-in dialects and verify, print, run a function in the interpreter.
import { builtinDialects } from "../../dialects/index.ts";
import { Context } from "../../ir/core/context.ts";
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../ir/core/symbol-table.ts";
import { verify } from "../../ir/analysis/verify.ts";
import { Interpreter, type InterpreterOptions, type Outcome } from "../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation, type PrintOptions } from "../../ir/syntax/printer.ts";
import { renderDiagnostic } from "../../ir/syntax/render.ts";

/** A context with every built-in dialect; ops of other dialects are accepted. */
export function newContext(): Context {
  const context = new Context();
  for (const dialect of builtinDialects) {
    const problem = context.registerDialect(dialect);
    if (problem !== undefined) throw new Error(problem);
  }
  context.allowUnregisteredDialects = true;
  return context;
}

const file = "test.mlir";

function render(diagnostics: readonly Diagnostic[], text: string): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, [{ file, text }])).join("\n");
}

/** Parses and verifies; throws with the rendered diagnostics where something is wrong. */
export function parse(text: string, context: Context = newContext()): Operation {
  const { module, diagnostics } = parseModule(text, context, { file });
  if (module === undefined) throw new Error(render(diagnostics, text));
  const problems = verify(module);
  if (problems.length > 0) throw new Error(render(problems, text));
  return module;
}

/** What is wrong with a text: messages of the reader, or of the verifier. */
export function problemsOf(text: string, context: Context = newContext()): readonly string[] {
  const { module, diagnostics } = parseModule(text, context, { file });
  return (module === undefined ? diagnostics : verify(module)).map(({ message }) => message);
}

/** The text of what `text` reads as. */
export function reprint(text: string, options: PrintOptions = {}): string {
  return printOperation(parse(text), options);
}

/** Runs `@entry` in the interpreter. */
export function run(
  text: string | Operation,
  entry: string,
  args: readonly RuntimeValue[] = [],
  options: Partial<InterpreterOptions> = {},
): Outcome {
  const module = typeof text === "string" ? parse(text) : text;
  const callable = lookupSymbolIn(module, entry);
  if (callable === undefined) throw new Error(`there is no @${entry}`);
  return new Interpreter({ context: module.context, ...options }).call(callable, args);
}

/** Runs `@entry` and gives its results; throws where the run ended early. */
export function results(
  text: string | Operation,
  entry: string,
  args: readonly RuntimeValue[] = [],
): readonly RuntimeValue[] {
  const outcome = run(text, entry, args);
  if (outcome.kind === "values") return outcome.values;
  throw new Error(`${outcome.kind} at '${outcome.op}': ${outcome.reason}`);
}
