// Rewriter: an OpBuilder whose every change of the IR is told to a Listener. Patterns change the IR through nothing else.
import { Block, type Region } from "../core/block.ts";
import { OpBuilder } from "../core/builder.ts";
import { cloneOp, type IRMapping } from "../core/clone.ts";
import type { Attribute } from "../core/attributes.ts";
import type { Context } from "../core/context.ts";
import type { OperationParts } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import type { Type } from "../core/types.ts";
import type { OpOperand, Value } from "../core/value.ts";
import { walkPostOrder } from "../core/walk.ts";
import type { Listener } from "./listener.ts";

/** What an op is replaced with: one value a result. An op stands for its results. */
export type Replacement = readonly Value[] | Value | Operation;

function isValueList(replacement: Replacement): replacement is readonly Value[] {
  return Array.isArray(replacement);
}

/** The values that a replacement stands for. */
export function replacementValues(replacement: Replacement): readonly Value[] {
  if (isValueList(replacement)) return replacement;
  return "results" in replacement ? replacement.results : [replacement];
}

export class Rewriter extends OpBuilder {
  listener: Listener | undefined;

  constructor(context: Context, listener?: Listener) {
    super(context);
    this.listener = listener;
  }

  override insert(op: Operation): Operation {
    super.insert(op);
    this.listener?.inserted?.(op);
    return op;
  }

  // --- replacing and erasing ----------------------------------------------------------------------------------------

  /** Replaces all uses of the op's results and erases the op. */
  replaceOp(op: Operation, replacement: Replacement): void {
    const values = replacementValues(replacement);
    if (values.length !== op.resultCount) {
      throw new Error(`'${op.name}' has ${op.resultCount} results and was replaced with ${values.length} values`);
    }
    this.listener?.replaced?.(op, values);
    op.results.forEach((result, index) => {
      const value = values[index];
      if (value !== undefined) this.replaceAllUsesWith(result, value);
    });
    this.eraseOp(op);
  }

  /** Makes an op by name in front of `op` and replaces `op` with it. Result types default to those of `op`. */
  replaceOpWithNew(op: Operation, name: string, parts: OperationParts): Operation {
    this.setBefore(op);
    const made = this.create(name, { resultTypes: op.results.map((result) => result.type), ...parts }, op.location);
    this.replaceOp(op, made);
    return made;
  }

  replaceAllUsesWith(from: Value, to: Value): void {
    if (from === to) return;
    for (let use = from.firstUse; use !== null; use = from.firstUse) {
      use.set(to);
      this.listener?.modified?.(use.owner);
    }
  }

  /** Replaces the uses that `accept` takes. */
  replaceUsesIf(from: Value, to: Value, accept: (use: OpOperand) => boolean): void {
    for (const use of [...from.uses()]) {
      if (!accept(use)) continue;
      use.set(to);
      this.listener?.modified?.(use.owner);
    }
  }

  /** Erases an op whose results have no uses, and everything inside it. */
  eraseOp(op: Operation): void {
    if (this.listener?.erased !== undefined) {
      if (op.regions.length === 0) this.listener.erased(op);
      else for (const inner of walkPostOrder(op)) this.listener.erased(inner);
    }
    if (this.before === op) this.before = op.next;
    op.erase();
  }

  /** Erases a block without predecessors and all its ops, uses among them included. */
  eraseBlock(block: Block): void {
    for (const op of [...block.opsReversed()]) {
      if (this.listener?.erased !== undefined) for (const inner of walkPostOrder(op)) this.listener.erased(inner);
      op.dropAllReferences();
    }
    for (const op of [...block.opsReversed()]) op.erase();
    this.listener?.blockErased?.(block);
    block.parentRegion?.removeBlock(block);
  }

  // --- changing in place ----------------------------------------------------------------------------------------------

  /** Runs `change`, which edits the op itself (not through the rewriter), and tells the listener. */
  modifyInPlace(op: Operation, change: (op: Operation) => void): void {
    change(op);
    this.listener?.modified?.(op);
  }

  setOperand(op: Operation, index: number, value: Value): void {
    if (op.operand(index) === value) return;
    this.modifyInPlace(op, () => op.setOperand(index, value));
  }

  setAttribute(op: Operation, name: string, attribute: Attribute | undefined): void {
    if (op.attribute(name) === attribute) return;
    this.modifyInPlace(op, () => op.setAttribute(name, attribute));
  }

  // --- moving and copying ---------------------------------------------------------------------------------------------

  moveOpBefore(op: Operation, anchor: Operation): void {
    op.moveBefore(anchor);
    this.listener?.moved?.(op);
  }

  moveOpAfter(op: Operation, anchor: Operation): void {
    op.moveAfter(anchor);
    this.listener?.moved?.(op);
  }

  moveOpToEnd(op: Operation, block: Block): void {
    op.moveToEnd(block);
    this.listener?.moved?.(op);
  }

  /** Inserts a copy of the op and of all inside it at the insertion point. */
  clone(op: Operation, mapping?: IRMapping): Operation {
    return this.insert(cloneOp(op, mapping));
  }

  // --- blocks and regions ---------------------------------------------------------------------------------------------

  /** A new block in front of `before`, or at the region's end; the insertion point moves into it. */
  createBlock(region: Region, argumentTypes: readonly Type[] = [], before?: Block): Block {
    const block = new Block();
    for (const type of argumentTypes) block.addArgument(type);
    region.insertBlock(block, before === undefined ? region.blocks.length : region.blocks.indexOf(before));
    this.setToEnd(block);
    return block;
  }

  /** Moves `first` and all after it into a new block that follows; returns that block. The old one has no terminator then. */
  splitBlock(block: Block, first: Operation | null): Block {
    const region = block.parentRegion;
    if (region === null) throw new Error("split block is in no region");
    const tail = new Block();
    region.insertBlock(tail, region.blocks.indexOf(block) + 1);
    for (let op = first; op !== null;) {
      const next: Operation | null = op.next;
      this.moveOpToEnd(op, tail);
      op = next;
    }
    return tail;
  }

  /** Moves the ops of `source` in front of `before`, its arguments becoming `values`, and erases the block. */
  inlineBlockBefore(source: Block, before: Operation, values: readonly Value[] = []): void {
    this.#replaceArguments(source, values);
    for (const op of [...source.ops()]) this.moveOpBefore(op, before);
    this.#removeEmpty(source);
  }

  /** Moves the ops of `source` to the end of `destination`, its arguments becoming `values`, and erases the block. */
  mergeBlocks(source: Block, destination: Block, values: readonly Value[] = []): void {
    this.#replaceArguments(source, values);
    for (const op of [...source.ops()]) this.moveOpToEnd(op, destination);
    this.#removeEmpty(source);
  }

  /** Moves all blocks of `source` into `region`, in front of `before` or at the end. */
  inlineRegionBefore(source: Region, region: Region, before?: Block): void {
    for (const block of [...source.blocks]) {
      source.removeBlock(block);
      region.insertBlock(block, before === undefined ? region.blocks.length : region.blocks.indexOf(before));
      if (this.listener?.moved !== undefined) for (const op of block.ops()) this.listener.moved(op);
    }
  }

  #replaceArguments(block: Block, values: readonly Value[]): void {
    if (values.length !== block.arguments.length) {
      throw new Error(`block has ${block.arguments.length} arguments and was given ${values.length} values`);
    }
    block.arguments.forEach((argument, index) => {
      const value = values[index];
      if (value !== undefined) this.replaceAllUsesWith(argument, value);
    });
  }

  #removeEmpty(block: Block): void {
    this.listener?.blockErased?.(block);
    block.parentRegion?.removeBlock(block);
  }
}
