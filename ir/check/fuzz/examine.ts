// One program under test: rewrite a copy, verify it, run both, compare.
import { verify } from "../../analysis/verify.ts";
import { cloneOp } from "../../core/clone.ts";
import type { Operation } from "../../core/operation.ts";
import { lookupSymbolIn } from "../../core/symbol-table.ts";
import type { Input } from "../buffer-input.ts";
import { randomInputs, type InputOptions } from "../inputs.ts";
import { checkRefinement, type OracleOptions } from "../oracle.ts";
import { seededSource } from "../random-source.ts";
import type { Failure } from "./finding.ts";
import { largestProduct, smallFloat } from "./small-floats.ts";
import type { Application, AsyncSubject, Subject } from "./subject.ts";

export interface ExamineOptions extends Pick<OracleOptions, "entry" | "fuel" | "makeInterpreter" | "adapt"> {
  /** How many inputs to run on. Default 8. */
  readonly inputs?: number;
  readonly inputOptions?: InputOptions;
  /** Compare also where nothing was rewritten: for measuring. */
  readonly compareUnchanged?: boolean;
}

export interface Examination {
  readonly fired: Application["fired"];
  readonly failure: Failure | undefined;
  readonly rewritten: Operation | undefined;
  /** Why nothing could be said, where nothing could. */
  readonly inconclusive: string | undefined;
}

/** Applies the subject to a copy of `program`, which is valid, and compares. The seed makes the inputs. */
export function examine(program: Operation, subject: Subject, seed: number, options: ExamineOptions = {}): Examination {
  const rewritten = cloneOp(program);
  return judge(program, rewritten, subject.apply(rewritten), seed, options);
}

export async function examineAsync(
  program: Operation,
  subject: AsyncSubject,
  seed: number,
  options: ExamineOptions = {},
): Promise<Examination> {
  const rewritten = cloneOp(program);
  return judge(program, rewritten, await subject.apply(rewritten), seed, options);
}

function judge(
  program: Operation,
  rewritten: Operation,
  { fired, isUnchanged = fired.size === 0, problem, tolerance }: Application,
  seed: number,
  options: ExamineOptions,
): Examination {
  if (problem !== undefined) return { fired, failure: problem, rewritten: undefined, inconclusive: undefined };
  if (isUnchanged && options.compareUnchanged !== true)
    return { fired, failure: undefined, rewritten, inconclusive: undefined };
  const rules = [...fired.keys()];
  const [invalid] = verify(rewritten);
  if (invalid !== undefined) {
    const failure: Failure = { kind: "invalid", reason: invalid.message, rules };
    return { fired, failure, rewritten, inconclusive: undefined };
  }
  const { entry = "main" } = options;
  const regroups = tolerance?.terms !== undefined && tolerance.terms > 0;
  const inputOptions = { ...options.inputOptions, floats: regroups ? smallFloat : undefined };
  const inputs = inputsFor(program, entry, seed, { ...options, inputOptions });
  if ("unsupported" in inputs) return { fired, failure: undefined, rewritten, inconclusive: inputs.unsupported };
  const verdict = checkRefinement(program, rewritten, {
    ...options,
    inputs,
    tolerance: regroups ? { ...tolerance, magnitude: largestProduct(program) } : tolerance,
  });
  if (verdict.kind === "refines") return { fired, failure: undefined, rewritten, inconclusive: undefined };
  if (verdict.kind === "inconclusive") return { fired, failure: undefined, rewritten, inconclusive: verdict.reason };
  const { input, before, after, reason } = verdict;
  return {
    fired,
    failure: { kind: "miscompile", reason, rules, input, before, after },
    rewritten,
    inconclusive: undefined,
  };
}

/** The inputs that a seed stands for. */
export function inputsFor(
  program: Operation,
  entry: string,
  seed: number,
  { inputs = 8, inputOptions = {} }: ExamineOptions,
): readonly (readonly Input[])[] | { readonly unsupported: string } {
  const callable = lookupSymbolIn(program, entry);
  if (callable === undefined) return { unsupported: `there is no @${entry}` };
  return randomInputs(callable, seededSource(seed ^ 0x5eed), inputs, inputOptions);
}
