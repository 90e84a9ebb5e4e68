// Opening the undo journal of a context around a body of edits, and going back to a mark.
import type { Context } from "../core/context.ts";
import { Journal } from "../core/journal.ts";

/** A body's access to the journal around it. */
export interface Transaction {
  readonly journal: Journal;
  readonly mark: () => number;
  /** Undoes all edits since the mark. */
  readonly rollback: (mark: number) => void;
}

/** Runs `body` with every edit of the context's IR recorded. Inside an open journal, that one records on. */
export function withJournal<T>(context: Context, body: (transaction: Transaction) => T): T {
  const outer = context.journal;
  const journal = outer ?? new Journal();
  const start = journal.mark();
  context.journal = journal;
  const rollback = (mark: number): void => {
    context.journal = null;
    journal.rollback(Math.max(mark, start));
    context.journal = journal;
  };
  try {
    return body({ journal, mark: () => journal.mark(), rollback });
  } finally {
    context.journal = outer;
  }
}
