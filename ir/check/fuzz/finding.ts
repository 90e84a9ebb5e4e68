// Findings: what is wrong with a rewrite, shown by one program.
import type { Operation } from "../../core/operation.ts";
import type { Outcome } from "../../interpret/interpreter.ts";
import type { Input } from "../buffer-input.ts";
import type { Crash } from "../run-program.ts";

/** In which way a rewrite failed. */
export type FindingKind =
  /** The program after does not refine the program before. */
  | "miscompile"
  /** The program after does not verify. */
  | "invalid"
  /** The rewrite threw. */
  | "crash"
  /** The rewriting did not end. */
  | "endless"
  /** It says that it applied, and told of no change. */
  | "unchanged"
  /** It refused, after it had changed something. */
  | "changed-and-refused";

export interface Failure {
  readonly kind: FindingKind;
  readonly reason: string;
  /** The rules that had applied, or the one that failed. */
  readonly rules: readonly string[];
  /** For miscompiles. */
  readonly input?: readonly Input[];
  readonly before?: Outcome | Crash;
  readonly after?: Outcome | Crash;
}

/** A failure, the program that shows it, and what the rewrite made of that. */
export interface Finding {
  readonly failure: Failure;
  readonly program: Operation;
  /** Undefined where the rewrite did not come to an end. */
  readonly rewritten: Operation | undefined;
  /** The seed that the program and its inputs came from. */
  readonly seed: number;
}
