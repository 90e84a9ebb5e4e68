// Traversals of an op and everything inside it; none recurses on the depth of the IR.
import type { Block } from "./block.ts";
import type { Operation } from "./operation.ts";

/** Where a traversal is among the blocks of one op. */
class Position {
  readonly owner: Operation;
  #region = 0;
  #block = 0;

  constructor(owner: Operation) {
    this.owner = owner;
  }

  nextBlock(): Block | null {
    const { regions } = this.owner;
    for (; this.#region < regions.length; this.#region++, this.#block = 0) {
      const block = regions[this.#region]?.blocks[this.#block++];
      if (block !== undefined) return block;
    }
    return null;
  }
}

const nothing = (): void => undefined;

/**
 * Calls `enter` for every op from `root` inwards before, and `leave` after, what it holds, which is left out when `enter` gives
 * false. `leave` may erase its op; nothing else may be erased or moved meanwhile.
 */
export function traverse(
  root: Operation,
  enter: (op: Operation) => unknown,
  leave: (op: Operation) => void = nothing,
): void {
  const outer: Position[] = [];
  if (enter(root) === false) {
    leave(root);
    return;
  }
  let position = new Position(root);
  for (let op: Operation | null = null; ;) {
    if (op === null) {
      const block = position.nextBlock();
      if (block !== null) {
        op = block.firstOp;
        continue;
      }
      const { owner } = position;
      const around = outer.pop();
      op = around === undefined ? null : owner.next;
      leave(owner);
      if (around === undefined) return;
      position = around;
      continue;
    }
    if (enter(op) !== false && op.regions.length > 0) {
      outer.push(position);
      position = new Position(op);
      op = null;
    } else {
      const { next }: Operation = op;
      leave(op);
      op = next;
    }
  }
}

/** Every op from `root` inwards, parents before what they hold. The visited op may be erased by the consumer. */
export function* walk(root: Operation): IterableIterator<Operation> {
  const stack: Operation[] = [root];
  for (let op = stack.pop(); op !== undefined; op = stack.pop()) {
    if (op.regions.length === 0) {
      yield op;
      continue;
    }
    const inside = opsInside(op);
    yield op;
    for (let inner = inside.pop(); inner !== undefined; inner = inside.pop()) stack.push(inner);
  }
}

function opsInside(owner: Operation): Operation[] {
  const inside: Operation[] = [];
  for (const { blocks } of owner.regions) {
    for (const block of blocks) for (let op = block.firstOp; op !== null; op = op.next) inside.push(op);
  }
  return inside;
}

/** Every op from `root` inwards, as a snapshot. */
export function walkPreOrder(root: Operation): Operation[] {
  const order: Operation[] = [];
  traverse(root, (op) => order.push(op));
  return order;
}

/** Every op from the inside out: an op comes after what it holds; a snapshot, so any op may be erased. */
export function walkPostOrder(root: Operation): Operation[] {
  const order: Operation[] = [];
  traverse(root, nothing, (op) => order.push(op));
  return order;
}

/** The ops of this name inside `root`, in walking order, as a snapshot. */
export function opsNamed(root: Operation, name: string): Operation[] {
  const found: Operation[] = [];
  traverse(root, (op) => {
    if (op.name === name) found.push(op);
  });
  return found;
}

/** Every block inside `root`. */
export function* walkBlocks(root: Operation): IterableIterator<Block> {
  for (const op of walk(root)) for (const region of op.regions) yield* region.blocks;
}
