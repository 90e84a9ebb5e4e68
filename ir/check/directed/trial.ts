// Trials: a rule is run on an op and undone, and what it asked on the way is written down.
import { isDead } from "../../analysis/effects.ts";
import type { MatchProbe } from "../../core/context.ts";
import type { Operation } from "../../core/operation.ts";
import { withJournal } from "../../rewrite/journaled.ts";
import type { Pattern } from "../../rewrite/pattern.ts";
import type { Rewriter } from "../../rewrite/rewriter.ts";
import { hearReads } from "./hear-reads.ts";
import type { Wish } from "./wish.ts";

/** What a run of a rule showed. */
export interface Asked {
  readonly applies: boolean;
  readonly wishes: readonly Wish[];
  /** Ops whose operands it looked at. */
  readonly opened: ReadonlySet<Operation>;
  /** Why it refused. */
  readonly reason: string;
}

/** Runs the rule on an op and undoes what it did. */
export function runAndUndo(pattern: Pattern, root: Operation, rewriter: Rewriter): Asked {
  if (isDead(root))
    return { applies: false, wishes: [], opened: new Set(), reason: "it would be erased before the rule came to it" };
  hearReads();
  const { context } = root;
  const wishes: Wish[] = [];
  const opened = new Set<Operation>();
  const probe: MatchProbe = {
    definition: (op, wanted) => wishes.push({ kind: "definition", op, wanted }),
    constant: (op, wanted) => wishes.push({ kind: "constant", op, wanted }),
    read: (op) => wishes.push({ kind: "read", op }),
    same: (found, wanted) => wishes.push({ kind: "same", found, wanted }),
    name: (op) => wishes.push({ kind: "name", op }),
    attribute: (op, name) => wishes.push({ kind: "attribute", op, name }),
    operand: (op) => opened.add(op),
  };
  let applies = false;
  let reason = "";
  withJournal(context, ({ mark, rollback }) => {
    const start = mark();
    context.matchProbe = probe;
    try {
      const result = pattern.rewrite(root, rewriter.setBefore(root));
      applies = result === true;
      if (result !== true) ({ reason } = result);
    } catch {
      // What throws is worth a program: the tester tells of it.
      applies = true;
    } finally {
      context.matchProbe = undefined;
      rollback(start);
    }
  });
  return { applies, wishes, opened, reason };
}
