// Patterns: a rewrite with a name (an equation where there is one), the op that it starts from, and a reason whenever it declines.
import type { Operation } from "../core/operation.ts";
import type { Rewriter } from "./rewriter.ts";
import type { Tolerance } from "./tolerance.ts";

/** Why a pattern did not apply. A pattern that refuses has changed nothing. */
export interface Refusal {
  readonly refused: true;
  readonly reason: string;
}

/** What a pattern returns when it does not apply: `return refuse("the step is not constant")`. */
export function refuse(reason: string): Refusal {
  return { refused: true, reason };
}

export type RewriteResult = true | Refusal;

export interface Pattern {
  /** The equation, `x + 0 => x`, or a name in the field's words. */
  readonly name: string;
  /** Who attached it to an op of another dialect. */
  readonly owner?: string;
  /** Name of the op that the pattern starts from; undefined is any op. */
  readonly root: string | undefined;
  /** Patterns of greater benefit are tried first; 1 unless said. */
  readonly benefit?: number;
  /** How far floats may be off after the rewrite: what regroups sums or products says so here. None unless given. */
  readonly tolerance?: Tolerance;
  /** MLIR text of a function, or of functions, that the pattern applies to: what the tester starts from where it finds none itself. */
  readonly example?: string;
  /** The text in which the ops that it looks for may be named, where that is another than the text of `rewrite`. */
  readonly text?: string;
  /** Changes the IR through the rewriter and returns true, or changes nothing and says why. The insertion point is before `op`. */
  readonly rewrite: (op: Operation, rewriter: Rewriter) => RewriteResult;
}

/** What a pattern says of itself besides its name and its rewrite. */
export type PatternOptions = Pick<Pattern, "benefit" | "tolerance" | "example">;

/** What `definition.match` gives: enough of a typed op definition for patterns. */
export interface MatchableDefinition<View> {
  readonly name: string;
  match(op: Operation): View | undefined;
}

/** A pattern on ops of one definition, by its typed view: `pattern("x - x => 0", SubIOp, ({ lhs, rhs, op }, rewriter) => ...)`. */
export function pattern<View>(
  name: string,
  definition: MatchableDefinition<View>,
  rewrite: (view: View, rewriter: Rewriter) => RewriteResult,
  options: PatternOptions = {},
): Pattern {
  return {
    name,
    root: definition.name,
    ...options,
    get text() {
      return String(rewrite);
    },
    rewrite: (op, rewriter) => {
      const view = definition.match(op);
      return view === undefined
        ? refuse(`'${op.name}' is not the registered '${definition.name}'`)
        : rewrite(view, rewriter);
    },
  };
}
