// How a run ends early: undefined behaviour, a failed assertion, something unsupported, no fuel. One private exception, which never leaves
// ir/interpret.
import type { Operation } from "../core/operation.ts";

export type UnwindKind = "undefined-behavior" | "aborted" | "unsupported" | "out-of-fuel";

/** Thrown to end a run. The innermost frame that it passes fills in the op, so that meanings need not know where they are. */
export class Unwind extends Error {
  readonly kind: UnwindKind;
  readonly reason: string;
  op: Operation | undefined;

  constructor(kind: UnwindKind, reason: string, op?: Operation) {
    super(reason);
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

/** Runs `body`; undefined when it ended early. Anything else that is thrown is a bug and passes. */
export function unlessUnwound<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch (error) {
    if (error instanceof Unwind) return undefined;
    throw error;
  }
}
