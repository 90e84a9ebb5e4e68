// OpBuilder: makes operations at an insertion point. The rewriter (ir/rewrite) extends it with notifications.
import type { Block } from "./block.ts";
import { Region } from "./block.ts";
import type { Context } from "./context.ts";
import type { OperationParts } from "./definition.ts";
import { unknownLocation, type Location } from "./location.ts";
import { Operation } from "./operation.ts";
import type { Type } from "./types.ts";

export class OpBuilder {
  readonly context: Context;
  block: Block | null = null;
  /** New ops go before this op; null is the end of the block. */
  before: Operation | null = null;
  /** Of new ops: what was set, or that of the op where the builder stands. */
  #location: Location = unknownLocation;
  #locationOf: Operation | null = null;

  constructor(context: Context) {
    this.context = context;
  }

  get location(): Location {
    return this.#locationOf === null ? this.#location : this.#locationOf.location;
  }

  set location(location: Location) {
    this.#location = location;
    this.#locationOf = null;
  }

  static before(op: Operation): OpBuilder {
    return new OpBuilder(op.context).setBefore(op);
  }

  static atEnd(context: Context, block: Block): OpBuilder {
    return new OpBuilder(context).setToEnd(block);
  }

  setBefore(op: Operation): this {
    this.block = op.parentBlock;
    this.before = op;
    this.#locationOf = op;
    return this;
  }

  setAfter(op: Operation): this {
    this.block = op.parentBlock;
    this.before = op.next;
    this.#locationOf = op;
    return this;
  }

  setToStart(block: Block): this {
    this.block = block;
    this.before = block.firstOp;
    return this;
  }

  setToEnd(block: Block): this {
    this.block = block;
    this.before = null;
    return this;
  }

  /** Runs `body` and puts the insertion point back to where it was. */
  at<T>(place: (builder: this) => unknown, body: () => T): T {
    const { block, before, location } = this;
    place(this);
    try {
      return body();
    } finally {
      this.block = block;
      this.before = before;
      this.location = location;
    }
  }

  /** Inserts a detached op at the insertion point. */
  insert(op: Operation): Operation {
    if (this.block === null) throw new Error("builder has no insertion point");
    this.block.insertBefore(op, this.before);
    return op;
  }

  /** Makes an op by qualified name and inserts it. Result types are given: `definition.build` infers them. */
  create(name: string, parts: OperationParts, location: Location = this.location): Operation {
    return this.insert(Operation.create(this.context, this.context.opDefinition(name), location, parts));
  }

  /** A new region with one block of these argument types. */
  regionWithBlock(argumentTypes: readonly Type[] = []): Region {
    const region = new Region(this.context);
    region.addBlock(argumentTypes);
    return region;
  }
}
