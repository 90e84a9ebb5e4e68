// SSA values and their uses. A use is an OpOperand in an intrusive doubly linked list, so that edits are O(1).
// Private methods are static: others would take a word of each value and use.
import type { Block } from "./block.ts";
import type { Operation } from "./operation.ts";
import type { Type } from "./types.ts";
import type { DeferredLocation, Location } from "./location.ts";

/** What only block arguments have. */
class ArgumentPlace {
  readonly block: Block;
  location: Location | DeferredLocation | null = null;

  constructor(block: Block) {
    this.block = block;
  }
}

/** A result of an operation or an argument of a block: exactly one of `definingOp` and `ownerBlock` is set. */
export class Value {
  readonly definingOp: Operation | null;
  readonly #argument: ArgumentPlace | null;
  /** Result number or argument number. */
  index: number;
  #type: Type;
  firstUse: OpOperand | null = null;
  /** Only `ValueTable` uses this. */
  tablePlace = 0;

  constructor(type: Type, definingOp: Operation | null, ownerBlock: Block | null, index: number) {
    this.#type = type;
    this.definingOp = definingOp;
    this.#argument = ownerBlock === null ? null : new ArgumentPlace(ownerBlock);
    this.index = index;
  }

  get ownerBlock(): Block | null {
    return this.#argument === null ? null : this.#argument.block;
  }

  /** Location of a block argument; results have their op's. */
  get argumentLocation(): Location | null {
    const location = this.#argument?.location ?? null;
    if (location === null || !isDeferred(location)) return location;
    return (this.argumentLocation = location.source.location(location.offset));
  }

  set argumentLocation(location: Location | DeferredLocation | null) {
    if (this.#argument !== null) this.#argument.location = location;
  }

  get type(): Type {
    return this.#type;
  }

  setType(type: Type): void {
    if (type.context.journal !== null) Value.#recordType(this, this.#type);
    this.#type = type;
  }

  static #recordType(value: Value, old: Type): void {
    old.context.journal?.record(() => {
      value.#type = old;
    });
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

function isDeferred(location: Location | DeferredLocation): location is DeferredLocation {
  return "source" in location;
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
    if (this.owner.context.journal !== null) OpOperand.#recordValue(this, this.#value);
    this.unlink();
    this.#value = value;
    this.link();
  }

  static #recordValue(operand: OpOperand, old: Value): void {
    operand.owner.context.journal?.record(() => {
      operand.set(old);
    });
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
