// A stack of operations without duplicates, from which any can be taken out. Each op remembers its place in the stack.
import type { Operation } from "../core/operation.ts";

/** The place of an op that is about to be erased: it is not put in any more. */
const GONE = -1;

export class Worklist {
  /** Null where an op was taken out. */
  readonly #stack: (Operation | null)[] = [];

  /** Puts the op on top, unless it is in already. */
  push(op: Operation): void {
    const place = op.worklistPlace;
    if (place === GONE || this.#stack[place] === op) return;
    op.worklistPlace = this.#stack.length;
    this.#stack.push(op);
  }

  pop(): Operation | undefined {
    for (let op = this.#stack.pop(); op !== undefined; op = this.#stack.pop()) if (op !== null) return op;
    return undefined;
  }

  /** Takes out an op that is about to be erased. */
  forget(op: Operation): void {
    if (this.#stack[op.worklistPlace] === op) this.#stack[op.worklistPlace] = null;
    op.worklistPlace = GONE;
  }

  isForgotten(op: Operation): boolean {
    return op.worklistPlace === GONE;
  }

  /** What was put in first comes out first. */
  reverse(): void {
    const stack = this.#stack.reverse();
    for (let place = 0; place < stack.length; place++) {
      const op = stack[place]!;
      if (op !== null) op.worklistPlace = place;
    }
  }

  clear(): void {
    this.#stack.length = 0;
  }
}
