// The examples of operations: those that definitions give, and else small programs made of the definitions.
import { exampleOf } from "../../ir/check/example.ts";
import { verify } from "../../ir/analysis/verify.ts";
import type { Context } from "../../ir/core/context.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { walk } from "../../ir/core/walk.ts";
import { parseModule } from "../../ir/syntax/parser.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { errorMessage } from "../command/failure.ts";
import { companyOf } from "../fuzz/company.ts";
import { runExample } from "./run-example.ts";
import type { Subject } from "./subject.ts";

export type Example =
  | { readonly text: string; readonly module: Operation; readonly runs: boolean }
  /** Why there is none; `isWrong` where the definition is to blame. */
  | { readonly problem: string; readonly isWrong: boolean };

/** The example of an op, which is read back, verified, and run. */
export function exampleFor({ context, registry }: Pick<Subject, "context" | "registry">, op: OpDefinition): Example {
  if (op.example !== undefined) return readExample(op.example, op, context);
  let module: Operation | undefined;
  try {
    module = exampleOf(context, op, companyOf(op.dialect, registry));
  } catch (error) {
    return { problem: `the definition throws in random programs: ${errorMessage(error)}`, isWrong: true };
  }
  if (module === undefined) return { problem: "no random program has the op, and its definition gives no text", isWrong: false }; // prettier-ignore
  return readExample(unwrapped(printOperation(module)), op, context);
}

function readExample(text: string, op: OpDefinition, context: Context): Example {
  const wrong = (problem: string): Example => ({ problem: `its example is wrong: ${problem}`, isWrong: true });
  const { module, diagnostics } = parseModule(text, context);
  if (module === undefined) return wrong(diagnostics[0]?.message ?? "it cannot be read");
  const [invalid] = verify(module);
  if (invalid !== undefined) return wrong(invalid.message);
  if (![...walk(module)].some(({ definition }) => definition === op)) return wrong(`'${op.name}' is not in it`);
  const { crash, runs } = runExample(module);
  return crash === undefined ? { text: text.trimEnd(), module, runs } : wrong(`a run of it throws: ${crash}`);
}

/** Without the module around it, where that says nothing: text needs none. */
function unwrapped(text: string): string {
  const [, before, inside] = /^((?:#.*\n)*)module \{\n([^]*)\n\}\n*$/.exec(text) ?? [];
  if (before === undefined || inside === undefined || inside.trim() === "") return text;
  return before + inside.replace(/^ {2}/gm, "");
}
