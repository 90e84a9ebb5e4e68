// Counterexamples: a finding made small, and as text that tells all there is to know to run it again.
import { cloneOp } from "../../core/clone.ts";
import type { Operation } from "../../core/operation.ts";
import { lookupSymbolIn } from "../../core/symbol-table.ts";
import { printOperation } from "../../syntax/printer.ts";
import { reduceModuleAsync } from "../reduce/reduce-async.ts";
import { reduceModule } from "../reduce/reduce.ts";
import { examine, examineAsync, type ExamineOptions } from "./examine.ts";
import type { Failure, Finding } from "./finding.ts";
import { inputText, outcomeText } from "./outcome-text.ts";
import type { AsyncSubject, Subject } from "./subject.ts";

export interface Counterexample {
  readonly failure: Failure;
  /** A small module that shows the failure. */
  readonly program: Operation;
  readonly rewritten: Operation | undefined;
  /** As a `.mlir` file whose comments have the failure, the input and both outcomes. */
  readonly text: string;
  readonly seed: number;
  /** Ops in the entry function and what it calls, terminators not counted. */
  readonly operations: number;
}

/** Inputs that a smaller program is tried on: more than at first, since each is now another program. */
const INPUTS_WHEN_REDUCING = 32;

/** Makes a finding small: every step keeps the kind of failure, and the rules that are to blame. */
export function shrink(
  finding: Finding,
  subject: Subject,
  options: ExamineOptions & { readonly reduceTimeMs?: number } = {},
): Counterexample {
  const { failure, seed } = finding;
  const examineOptions = { ...options, inputs: Math.max(options.inputs ?? 0, INPUTS_WHEN_REDUCING) };
  const again = (module: Operation) => examine(module, subject, seed, examineOptions);
  const isSame = (other: Failure | undefined): boolean => other !== undefined && isSameFailure(failure, other);
  // Where chance decides (another signature, other inputs) the finding itself may not show again: then it stays as it is.
  if (!isSame(again(finding.program).failure)) return counterexample(finding);
  const smallest = reduceModule(finding.program, {
    isInteresting: (module) => isSame(again(module).failure),
    timeMs: options.reduceTimeMs ?? 10_000,
  });
  const examined = again(smallest);
  return counterexample(
    examined.failure === undefined
      ? finding
      : { failure: examined.failure, program: smallest, rewritten: examined.rewritten, seed },
  );
}

/** As `shrink`, for subjects that wait. */
export async function shrinkAsync(
  finding: Finding,
  subject: AsyncSubject,
  options: ExamineOptions & { readonly reduceTimeMs?: number } = {},
): Promise<Counterexample> {
  const { failure, seed } = finding;
  const examineOptions = { ...options, inputs: Math.max(options.inputs ?? 0, INPUTS_WHEN_REDUCING) };
  const again = (module: Operation) => examineAsync(module, subject, seed, examineOptions);
  const isSame = (other: Failure | undefined): boolean => other !== undefined && isSameFailure(failure, other);
  if (!isSame((await again(finding.program)).failure)) return counterexample(finding);
  const smallest = await reduceModuleAsync(finding.program, {
    // The module is ours only until the first wait.
    isInteresting: async (module) => isSame((await again(cloneOp(module))).failure),
    timeMs: options.reduceTimeMs ?? 10_000,
  });
  const examined = await again(smallest);
  return counterexample(
    examined.failure === undefined
      ? finding
      : { failure: examined.failure, program: smallest, rewritten: examined.rewritten, seed },
  );
}

/** Whether two failures have one cause: the same kind, and rules in common. */
export function isSameFailure(a: Failure, b: Failure): boolean {
  if (a.kind !== b.kind) return false;
  return a.rules.length === 0 || b.rules.some((rule) => a.rules.includes(rule));
}

export function counterexample({ failure, program, rewritten, seed }: Finding): Counterexample {
  return {
    failure,
    program,
    rewritten,
    seed,
    text: findingText({ failure, program, rewritten, seed }),
    operations: countOperations(program),
  };
}

/** The finding as a `.mlir` file. */
export function findingText({ failure, program, rewritten, seed }: Finding): string {
  const { kind, reason, rules, input, before, after } = failure;
  const entry = lookupSymbolIn(program, "main");
  const types = entry?.regions[0]?.blocks[0]?.arguments.map(({ type }) => type) ?? [];
  const lines = [`${kind}: ${reason}`, `rules: ${rules.map((rule) => `"${rule}"`).join(", ")}`];
  if (input !== undefined) lines.push(`@main(${input.map((value, i) => inputText(value, types[i])).join(", ")})`);
  if (before !== undefined) lines.push(`before: ${outcomeText(before)}`);
  if (after !== undefined) lines.push(`after:  ${outcomeText(after)}`);
  lines.push(`seed: ${seed}`);
  const comment = (text: string): string => text.replace(/^/gm, "// ").replace(/ +$/gm, "");
  const parts = [comment(lines.join("\n")), printOperation(program)];
  if (rewritten !== undefined)
    parts.push(comment(`became:\n${printOperation(rewritten, { generic: kind === "invalid" })}`));
  return `${parts.join("\n\n")}\n`;
}

function countOperations(module: Operation): number {
  let count = 0;
  const pending = [...module.regions];
  for (let region = pending.pop(); region !== undefined; region = pending.pop()) {
    for (const block of region.blocks)
      for (const op of block.ops()) {
        if (op.parentOp !== module && op.definition.meaning?.kind !== "terminator") count++;
        pending.push(...op.regions);
      }
  }
  return count;
}
