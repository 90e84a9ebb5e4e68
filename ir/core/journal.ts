// The undo journal: while one is open on a Context, every mutation of the IR records its inverse.

/** A stack of inverse edits. Costs one null check per mutation when the context has none open. */
export class Journal {
  readonly #undo: (() => void)[] = [];

  record(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** A position to roll back to. */
  mark(): number {
    return this.#undo.length;
  }

  /** Undoes every edit made since `mark`, newest first. The caller closes the journal around it, so undoing is not recorded. */
  rollback(mark = 0): void {
    while (this.#undo.length > mark) this.#undo.pop()?.();
  }
}
