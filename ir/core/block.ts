// Blocks and regions: an intrusive list of operations, and a list of blocks, with block order numbered lazily.
// Private methods are static: others would take a word of each block.
import type { Context } from "./context.ts";
import type { DeferredLocation, Location } from "./location.ts";
import type { Operation } from "./operation.ts";
import type { Type } from "./types.ts";
import { Value } from "./value.ts";

/** A successor slot of an operation. */
export interface SuccessorUse {
  readonly block: Block;
  readonly owner: Operation;
  readonly index: number;
}

// Shared by blocks and regions that have none: never written to.
const noArguments: Value[] = [];
const noBlocks: Block[] = [];
const noUses = new Set<SuccessorUse>();

/** A list that grows gets room for 16 more, which nearly always stays empty: up to here arguments are copied instead. */
const MAX_COPIED = 4;

/** A basic block: arguments and a doubly linked list of operations, the last a terminator where the parent needs one. */
export class Block {
  #arguments = noArguments;
  firstOp: Operation | null = null;
  lastOp: Operation | null = null;
  parentRegion: Region | null = null;
  #predecessorUses = noUses;
  #ordered = false;

  get arguments(): readonly Value[] {
    return this.#arguments;
  }

  addArgument(type: Type, location?: Location | DeferredLocation): Value {
    return this.insertArgument(this.#arguments.length, type, location);
  }

  insertArgument(index: number, type: Type, location?: Location | DeferredLocation): Value {
    const argument = new Value(type, null, this, index);
    argument.argumentLocation = location ?? null;
    Block.#insert(this, index, argument);
    if (index < this.#arguments.length - 1) Block.#renumberArguments(this);
    if (type.context.journal !== null) Block.#recordArgument(this, argument);
    return argument;
  }

  static #insert(block: Block, index: number, argument: Value): void {
    const list = block.#arguments;
    if (list.length >= MAX_COPIED) list.splice(index, 0, argument);
    else block.#arguments = [...list.slice(0, index), argument, ...list.slice(index)];
  }

  static #recordArgument(block: Block, argument: Value): void {
    argument.type.context.journal?.record(() => {
      block.#arguments.splice(block.#arguments.indexOf(argument), 1);
      Block.#renumberArguments(block);
    });
  }

  /** Removes an argument without uses. */
  eraseArgument(index: number): void {
    const argument = this.#arguments[index];
    if (argument === undefined || argument.hasUses) throw new Error("erased block argument is missing or has uses");
    this.#arguments.splice(index, 1);
    Block.#renumberArguments(this);
    argument.type.context.journal?.record(() => {
      Block.#insert(this, index, argument);
      Block.#renumberArguments(this);
    });
  }

  static #renumberArguments(block: Block): void {
    block.#arguments.forEach((argument, index) => (argument.index = index));
  }

  /** Successor slots that lead here; see `Operation.successors`. */
  get predecessorUses(): ReadonlySet<SuccessorUse> {
    return this.#predecessorUses;
  }

  /** Only `Operation` calls this. */
  addPredecessorUse(use: SuccessorUse): void {
    if (this.#predecessorUses === noUses) this.#predecessorUses = new Set();
    this.#predecessorUses.add(use);
  }

  /** Only `Operation` calls this. */
  removePredecessorUse(use: SuccessorUse): void {
    this.#predecessorUses.delete(use);
  }

  get isEmpty(): boolean {
    return this.firstOp === null;
  }

  get parentOp(): Operation | null {
    return this.parentRegion?.parentOp ?? null;
  }

  /** The operations in order. The current one may be erased or moved while iterating. */
  *ops(): IterableIterator<Operation> {
    for (let op = this.firstOp; op !== null;) {
      const next: Operation | null = op.next;
      yield op;
      op = next;
    }
  }

  *opsReversed(): IterableIterator<Operation> {
    for (let op = this.lastOp; op !== null;) {
      const previous: Operation | null = op.previous;
      yield op;
      op = previous;
    }
  }

  /** The last op (callers know from the verifier that it is a terminator). */
  get terminator(): Operation {
    if (this.lastOp === null) throw new Error("block has no terminator");
    return this.lastOp;
  }

  append(op: Operation): void {
    this.insertBefore(op, null);
  }

  /** Inserts a detached op before `anchor`, or at the end when null. */
  insertBefore(op: Operation, anchor: Operation | null): void {
    if (op.parentBlock !== null) throw new Error(`'${op.name}' is already in a block`);
    const previous = anchor === null ? this.lastOp : anchor.previous;
    op.parentBlock = this;
    op.previous = previous;
    op.next = anchor;
    if (previous === null) this.firstOp = op;
    else previous.next = op;
    if (anchor === null) this.lastOp = op;
    else anchor.previous = op;
    this.#ordered = false;
    if (op.context.journal !== null) Block.#recordInsertion(this, op);
  }

  static #recordInsertion(block: Block, op: Operation): void {
    op.context.journal?.record(() => {
      block.remove(op);
    });
  }

  /** Takes an op out of the block; it can be inserted elsewhere. */
  remove(op: Operation): void {
    const { previous, next } = op;
    if (previous === null) this.firstOp = next;
    else previous.next = next;
    if (next === null) this.lastOp = previous;
    else next.previous = previous;
    op.previous = null;
    op.next = null;
    op.parentBlock = null;
    if (op.context.journal !== null) Block.#recordRemoval(this, op, next);
  }

  static #recordRemoval(block: Block, op: Operation, next: Operation | null): void {
    op.context.journal?.record(() => {
      block.insertBefore(op, next);
    });
  }

  /** Whether `a` comes before `b`; both are in this block. Numbers the block when needed. */
  isBefore(a: Operation, b: Operation): boolean {
    this.numberOps();
    return a.order < b.order;
  }

  /** Makes `order` of the ops rise from the first to the last, until one is inserted. */
  numberOps(): void {
    if (this.#ordered) return;
    let number = 0;
    for (let op = this.firstOp; op !== null; op = op.next) op.order = number++;
    this.#ordered = true;
  }

  get predecessors(): Block[] {
    const blocks: Block[] = [];
    for (const use of this.#predecessorUses) if (use.owner.parentBlock !== null) blocks.push(use.owner.parentBlock);
    return blocks;
  }

  get successors(): readonly Block[] {
    return this.lastOp === null ? [] : this.lastOp.successors;
  }
}

/** A region: a list of blocks owned by an operation. The first block is the entry. */
export class Region {
  readonly context: Context;
  parentOp: Operation | null = null;
  #blocks = noBlocks;

  constructor(context: Context) {
    this.context = context;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  /** The entry block; the region must not be empty. */
  get entry(): Block {
    const block = this.#blocks[0];
    if (block === undefined) throw new Error("region is empty");
    return block;
  }

  /** Adds a new block at the end, with arguments of these types. */
  addBlock(argumentTypes: readonly Type[] = []): Block {
    const block = new Block();
    for (const type of argumentTypes) block.addArgument(type);
    this.insertBlock(block, this.blocks.length);
    return block;
  }

  insertBlock(block: Block, index: number): void {
    block.parentRegion = this;
    if (this.#blocks === noBlocks) this.#blocks = [block];
    else this.#blocks.splice(index, 0, block);
    this.context.journal?.record(() => {
      this.removeBlock(block);
    });
  }

  /** Takes a block out of the region. */
  removeBlock(block: Block): void {
    const last = this.#blocks.length - 1;
    const index = this.#blocks[last] === block ? last : this.#blocks.indexOf(block);
    this.#blocks.splice(index, 1);
    block.parentRegion = null;
    this.context.journal?.record(() => {
      this.insertBlock(block, index);
    });
  }

  /** Moves all blocks of `other` to the end of this region. */
  takeBlocks(other: Region): void {
    while (other.blocks.length > 0) {
      const block = other.entry;
      other.removeBlock(block);
      this.insertBlock(block, this.blocks.length);
    }
  }

  /** Whether this region is `other` or inside it, at any depth. */
  isWithin(other: Region): boolean {
    for (
      let region: Region | null = this;
      region !== null;
      region = region.parentOp?.parentBlock?.parentRegion ?? null
    ) {
      if (region === other) return true;
    }
    return false;
  }
}
