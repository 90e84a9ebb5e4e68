// How a run ends early: undefined behaviour, a failed assertion, something unsupported, no fuel or memory. One private exception, which never leaves
// ir/interpret.
import type { Operation } from "../core/operation.ts";

export type UnwindKind = "undefined-behavior" | "aborted" | "unsupported" | "out-of-fuel" | "out-of-memory";

/** Thrown to end a run. The innermost frame that it passes fills in the op, so that meanings need not know where they are. */
export class Unwind extends Error {
  readonly kind: UnwindKind;
  readonly reason: string;
  op: Operation | undefined;

  constructor(kind: UnwindKind, reason: string, op?: Operation) {
    // The op says where; a stack of the engine's calls would cost more than all else in a short run.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(reason);
    Error.stackTraceLimit = limit;
    this.kind = kind;
    this.reason = reason;
    this.op = op;
  }
}

/** Ends the run: undefined behaviour at the op that is running. For scalar meanings and others without an Execution at hand. */
export function undefinedBehavior(reason: string): never {
  throw new Unwind("undefined-behavior", reason);
}

/** Ends the run as the program asks: an assertion does not hold. */
export function abort(reason: string): never {
  throw new Unwind("aborted", reason);
}

/** Ends the run: the op that is running has no meaning here, for this reason. */
export function unsupported(reason: string): never {
  throw new Unwind("unsupported", reason);
}

/** Ends the run: what it asks for is more than it may have. */
export function outOfMemory(reason: string): never {
  throw new Unwind("out-of-memory", reason);
}

/** Says where an early end happened: the innermost place that it passes knows. What else was thrown is a bug, and stays as it is. */
export function located(error: unknown, current: Operation): unknown {
  if (error instanceof Unwind) {
    error.op ??= current;
    return error;
  }
  const exhausted = error instanceof RangeError ? exhaustionOf(error.message) : undefined;
  return exhausted === undefined ? error : new Unwind("out-of-memory", exhausted, current);
}

/** What the engine that we run in has too little of, by its message: the meter asks first, but does not know every list. */
function exhaustionOf(message: string): string | undefined {
  if (/call stack/.test(message)) return "calls and regions nest deeper than the stack";
  if (/allocation failed|array length|array size|BigInt size|(Map|Set) maximum size|string length/.test(message))
    return `the engine refuses: ${message}`;
  return undefined;
}

/** Runs `body`; undefined when it ended early. Anything else that is thrown is a bug and passes. */
export function unlessUnwound<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch (error) {
    if (error instanceof Unwind) return undefined;
    throw error;
  }
}
