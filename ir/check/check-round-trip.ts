// Print and re-read in an author's tests: the text of random programs, in both forms, is read back to the same text.
import { verify } from "../analysis/verify.ts";
import type { Context } from "../core/context.ts";
import type { Operation } from "../core/operation.ts";
import { walk } from "../core/walk.ts";
import { parseModule } from "../syntax/parser.ts";
import { printOperation } from "../syntax/printer.ts";
import { throwUnless } from "./fuzz/check-report.ts";
import { ProgramSource, type HuntOptions } from "./fuzz/hunt.ts";
import { reduceModule } from "./reduce/reduce.ts";

export interface RoundTripOptions extends Omit<HuntOptions, "dialects"> {
  readonly dialects?: readonly string[];
  /** Default 500. */
  readonly programs?: number;
  readonly timeMs?: number;
}

export interface RoundTripResult {
  readonly programs: number;
  /** How often each op of the dialect stood in a program. */
  readonly ops: ReadonlyMap<string, number>;
}

/** Prints random programs of a dialect, in the custom and in the generic form, and reads them again. Throws with a small program that differs. */
export function checkRoundTrip(dialect: string, options: RoundTripOptions): RoundTripResult {
  const { programs = 500, timeMs = Infinity } = options;
  const source = new ProgramSource({ ...options, runnable: false, dialects: options.dialects ?? [dialect] });
  const ops = new Map<string, number>();
  const end = performance.now() + timeMs;
  let made = 0;
  for (; made < programs && performance.now() < end; made++) {
    const program = source.program(source.seedOf(made), []);
    if (verify(program).length > 0) continue;
    for (const op of walk(program))
      if (op.definition.dialect === dialect) ops.set(op.name, (ops.get(op.name) ?? 0) + 1);
    const problem = roundTripProblem(program);
    if (problem === undefined) continue;
    const small = reduceModule(program, {
      isInteresting: (module) => roundTripProblem(module) !== undefined,
      timeMs: 5000,
    });
    const reason = roundTripProblem(small) ?? problem;
    throw new Error(`${reason}\n\n${printOperation(small, { generic: true })}\n\nseed: ${source.seedOf(made)}`);
  }
  throwUnless(ops.size > 0, () => `no op of '${dialect}' stood in ${made} programs`);
  return { programs: made, ops };
}

/** What is wrong with the text of a module; undefined where each form is read back as the same module, and to the same text. */
export function roundTripProblem(module: Operation): string | undefined {
  const whole = printOperation(module, { generic: true });
  for (const generic of [false, true]) {
    const text = generic ? whole : printOperation(module);
    const form = generic ? "generic" : "custom";
    const read = readBack(text, module.context);
    if (typeof read === "string") return `the ${form} form is not read: ${read}\n${text}`;
    const again = printOperation(read, { generic });
    if (again !== text) return `the ${form} form became another:\n${text}\n${again}`;
    // What a text leaves out cannot be seen in it.
    const wholeAgain = generic ? again : printOperation(read, { generic: true });
    if (wholeAgain !== whole) return `the ${form} form does not tell all:\n${whole}\n${wholeAgain}`;
  }
  return undefined;
}

function readBack(text: string, context: Context): Operation | string {
  const { module, diagnostics } = parseModule(text, context);
  if (module === undefined) return diagnostics[0]?.message ?? "no message";
  return verify(module)[0]?.message ?? module;
}
