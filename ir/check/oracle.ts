// The oracle: does a program after a rewrite refine the program before it, on these inputs?
//
// Undefined behaviour before allows anything after, where an op that may be speculated gives poison instead; poison before allows any value in its place. Otherwise results, the contents of argument
// buffers and globals, and the way in which the program ends (an assertion that fails) are the same; floats to the bit, unless a tolerance is given.
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { RuntimeValue } from "../interpret/meaning.ts";
import { POISON } from "../interpret/value.ts";
import { lookupSymbolIn } from "../core/symbol-table.ts";
import type { Outcome } from "../interpret/interpreter.ts";
import type { Tolerance } from "../rewrite/tolerance.ts";
import type { Input } from "./buffer-input.ts";
import { refineDense, refineValue } from "./refinement.ts";
import { Program, type Crash, type MakeInterpreter, type Observation } from "./run-program.ts";

export type Verdict =
  | { readonly kind: "refines" }
  | {
      readonly kind: "refuted";
      readonly input: readonly Input[];
      readonly before: Outcome | Crash;
      readonly after: Outcome | Crash;
      readonly reason: string;
    }
  /** No input said anything: out of fuel, or unsupported. */
  | { readonly kind: "inconclusive"; readonly reason: string };

export interface OracleOptions {
  /** The symbol to call; "main" unless given. */
  readonly entry?: string;
  readonly inputs: readonly (readonly Input[])[];
  readonly tolerance?: Tolerance | undefined;
  /** Units of work for the program before; the program after gets `fuelFactor` times what that took, and a generous rest. */
  readonly fuel?: number;
  readonly makeInterpreter?: MakeInterpreter | undefined;
  /** Turns the inputs of the program before into those of a program whose signature a conversion changed. */
  readonly adapt?: ((input: readonly Input[], after: Program) => readonly Input[] | undefined) | undefined;
}

export const defaultFuel = 20_000;
const fuelFactor = 64;
const fuelRest = 20_000;
/** Of the fuel, what inputs get after one that ran out of it: the others are likely to, and take longest. */
const SHARE_AFTER_ENDLESS = 8;

/** Compares two modules by running their entries on the same inputs; neither is changed. */
export function checkRefinement(before: Operation, after: Operation, options: OracleOptions): Verdict {
  const { entry = "main", makeInterpreter } = options;
  const callables = [lookupSymbolIn(before, entry), lookupSymbolIn(after, entry)];
  const [source, target] = callables;
  if (source === undefined) return { kind: "inconclusive", reason: `there is no @${entry}` };
  if (target === undefined) {
    const gone: Crash = { kind: "crashed", reason: `@${entry} is gone` };
    return { kind: "refuted", input: [], before: gone, after: gone, reason: gone.reason };
  }
  return comparePrograms(
    new Program(before, source, makeInterpreter),
    new Program(after, target, makeInterpreter, { speculates: true }),
    options,
  );
}

/** As `checkRefinement`, for programs that are prepared. */
export function comparePrograms(before: Program, after: Program, options: OracleOptions): Verdict {
  const { inputs, fuel = defaultFuel, tolerance, adapt } = options;
  let inconclusive: string | undefined;
  let conclusive = false;
  let left = fuel;
  for (const input of inputs) {
    const was = before.run(input, left);
    if (was.outcome.kind === "out-of-fuel") left = Math.ceil(fuel / SHARE_AFTER_ENDLESS);
    if (was.outcome.kind === "undefined-behavior") {
      conclusive = true;
      continue;
    }
    // A conversion makes buffers of the caller's of results: it reads them, as callers do. One that cannot be read is no result.
    if (adapt !== undefined && was.results.some((result, i) => isUnreadable(result, before.resultType(i)))) {
      conclusive = true;
      continue;
    }
    const open = inconclusiveReason(was.outcome);
    const adapted = open === undefined ? (adapt === undefined ? input : adapt(input, after)) : undefined;
    if (adapted === undefined) {
      inconclusive ??= open ?? "the signature after does not fit the inputs before";
      continue;
    }
    const is = after.run(adapted, was.spent * fuelFactor + fuelRest);
    const reason = refineObservation(was, is, before, after, tolerance);
    if (reason !== undefined && (was.readsNaNBits || is.readsNaNBits)) {
      inconclusive ??= "the program looks at the bits of a NaN";
      continue;
    }
    if (reason !== undefined) return { kind: "refuted", input, before: was.outcome, after: is.outcome, reason };
    const openAfter =
      is.outcome.kind === "unsupported" || is.outcome.kind === "out-of-memory" ? is.outcome.reason : undefined;
    if (openAfter === undefined) conclusive = true;
    else inconclusive ??= openAfter;
  }
  return conclusive || inconclusive === undefined
    ? { kind: "refines" }
    : { kind: "inconclusive", reason: inconclusive };
}

const isUnreadable = (result: RuntimeValue | undefined, type: Type | undefined): boolean =>
  result === undefined || (result === POISON && type?.kind === "memref");

function inconclusiveReason(outcome: Outcome | Crash): string | undefined {
  switch (outcome.kind) {
    case "unsupported":
    case "out-of-fuel":
    case "out-of-memory":
    case "crashed":
      return `${outcome.kind}: ${outcome.reason}`;
    default:
      return undefined;
  }
}

/** Why what was seen after does not refine what was seen before, which was no undefined behaviour. */
function refineObservation(
  before: Observation,
  after: Observation,
  program: Program,
  target: Program,
  tolerance: Tolerance | undefined,
): string | undefined {
  const was = before.outcome;
  const is = after.outcome;
  if (is.kind === "unsupported" || is.kind === "out-of-memory") return undefined;
  if (is.kind === "crashed") return `the interpreter threw: ${is.reason}`;
  if (was.kind === "aborted") {
    if (is.kind === "aborted")
      return is.reason === was.reason ? undefined : `it aborts with '${is.reason}', not '${was.reason}'`;
    return `it aborted, and now ends with ${endText(is)}`;
  }
  if (is.kind !== "values") return `it ended well, and now ends with ${endText(is)}`;
  return (
    refineResults(before, after, program, target, tolerance) ??
    refineBuffers(before, after, tolerance) ??
    refineGlobals(before, after, tolerance)
  );
}

const endText = (outcome: Outcome | Crash): string =>
  outcome.kind === "values" ? "values" : `${outcome.kind} (${outcome.reason})`;

function refineResults(
  before: Observation,
  after: Observation,
  program: Program,
  target: Program,
  tolerance: Tolerance | undefined,
): string | undefined {
  const { results } = before;
  // Results that became arguments are in the buffers behind those that were there before.
  const moved = after.results.length < results.length ? after.buffers.slice(program.argumentTypes.length) : [];
  let nextMoved = 0;
  let nextResult = 0;
  for (let i = 0; i < results.length; i++) {
    const was = results[i];
    const isMoved = nextMoved < moved.length && target.resultType(nextResult) !== program.resultType(i);
    const is = isMoved ? moved[nextMoved++] : after.results[nextResult++];
    if (was === undefined) continue;
    if (is === undefined) return `result ${i} cannot be read any more`;
    const reason = refineValue(was, is, program.resultType(i), tolerance);
    if (reason !== undefined) return `result ${i}: ${reason}`;
  }
  return undefined;
}

function refineBuffers(before: Observation, after: Observation, tolerance: Tolerance | undefined): string | undefined {
  for (let i = 0; i < before.buffers.length; i++) {
    const was = before.buffers[i];
    if (was === undefined) continue;
    const is = after.buffers[i];
    const reason = is === undefined ? "it cannot be read any more" : refineDense(was, is, tolerance);
    if (reason !== undefined) return `the buffer of argument ${i}: ${reason}`;
  }
  return undefined;
}

/** A global that is private to the module may be gone; what is left of it is as before. */
function refineGlobals(before: Observation, after: Observation, tolerance: Tolerance | undefined): string | undefined {
  for (const [name, was] of before.globals) {
    const is = after.globals.get(name);
    const reason = is === undefined ? undefined : refineDense(was, is, tolerance);
    if (reason !== undefined) return `global @${name}: ${reason}`;
  }
  return undefined;
}
