// SSA values and their uses. A use is an OpOperand in an intrusive doubly linked list, so that edits are O(1).
import type { Block } from "./block.ts";
import type { Operation } from "./operation.ts";
import type { Type } from "./types.ts";
import type { Location } from "./location.ts";

/** A result of an operation or an argument of a block: exactly one of `definingOp` and `ownerBlock` is set. */
export class Value {
  readonly definingOp: Operation | null;
  readonly ownerBlock: Block | null;
  /** Result number or argument number. */
  index: number;
  #type: Type;
  firstUse: OpOperand | null = null;
  /** Location of a block argument; results have their op's. */
  argumentLocation: Location | null = null;
  /** Name read from the text (`%x`), a hint for nothing but debugging. */

  constructor(type: Type, definingOp: Operation | null, ownerBlock: Block | null, index: number) {
    this.#type = type;
    this.definingOp = definingOp;
    this.ownerBlock = ownerBlock;
    this.index = index;
  }

  get type(): Type {
    return this.#type;
  }

  setType(type: Type): void {
    const journal = type.context.journal;
    if (journal !== null) {
      const old = this.#type;
      journal.record(() => {
        this.#type = old;
      });
    }
    this.#type = type;
  }

  get hasUses(): boolean {
    return this.firstUse !== null;
  }

  get hasOneUse(): boolean {
    return this.firstUse !== null && this.firstUse.nextUse === null;
  }

  /** The uses, newest first. Safe against removal of the current use while iterating. */
  *uses(): IterableIterator<OpOperand> {
    for (let use = this.firstUse; use !== null;) {
      const next: OpOperand | null = use.nextUse;
      yield use;
      use = next;
    }
  }

  /** The ops that use this value; one that uses it twice comes twice. */
  users(): Operation[] {
    const users: Operation[] = [];
    for (let use = this.firstUse; use !== null; use = use.nextUse) users.push(use.owner);
    return users;
  }

  replaceAllUsesWith(replacement: Value): void {
    if (replacement === this) return;
    while (this.firstUse !== null) this.firstUse.set(replacement);
  }

  /** The block that holds the definition. */
  get parentBlock(): Block | null {
    return this.ownerBlock ?? this.definingOp?.parentBlock ?? null;
  }
}

/** One operand slot of an operation. */
export class OpOperand {
  readonly owner: Operation;
  index: number;
  #value: Value;
  nextUse: OpOperand | null = null;
  previousUse: OpOperand | null = null;

  constructor(owner: Operation, index: number, value: Value) {
    this.owner = owner;
    this.index = index;
    this.#value = value;
    this.link();
  }

  get value(): Value {
    return this.#value;
  }

  set(value: Value): void {
    if (value === this.#value) return;
    const journal = this.owner.context.journal;
    if (journal !== null) {
      const old = this.#value;
      journal.record(() => {
        this.set(old);
      });
    }
    this.unlink();
    this.#value = value;
    this.link();
  }

  /** Adds this use to its value's list. Only `Operation` calls this. */
  link(): void {
    const first = this.#value.firstUse;
    this.previousUse = null;
    this.nextUse = first;
    if (first !== null) first.previousUse = this;
    this.#value.firstUse = this;
  }

  /** Takes this use off its value's list. Only `Operation` calls this. */
  unlink(): void {
    if (this.previousUse !== null) this.previousUse.nextUse = this.nextUse;
    else if (this.#value.firstUse === this) this.#value.firstUse = this.nextUse;
    if (this.nextUse !== null) this.nextUse.previousUse = this.previousUse;
    this.nextUse = null;
    this.previousUse = null;
  }
}
