// A stack of operations without duplicates, from which any can be taken out.
import type { Operation } from "../core/operation.ts";

export class Worklist {
  #stack: Operation[] = [];
  /**
   * Whether an op is in; entries of the stack that are not were taken out. Keys are never deleted: V8's tables chain deleted
   * entries, so that an op which comes and goes all the time (the function around the others) would make every look-up slow.
   */
  readonly #present = new Map<Operation, boolean>();

  /** Puts the op on top, unless it is in already. */
  push(op: Operation): void {
    if (this.#present.get(op) === true) return;
    this.#present.set(op, true);
    this.#stack.push(op);
  }

  pop(): Operation | undefined {
    for (let op = this.#stack.pop(); op !== undefined; op = this.#stack.pop()) {
      if (this.#present.get(op) !== true) continue;
      this.#present.set(op, false);
      return op;
    }
    return undefined;
  }

  remove(op: Operation): void {
    if (this.#present.get(op) === true) this.#present.set(op, false);
  }

  /** What was put in first comes out first. */
  reverse(): void {
    this.#stack.reverse();
  }

  clear(): void {
    this.#stack = [];
    this.#present.clear();
  }
}
