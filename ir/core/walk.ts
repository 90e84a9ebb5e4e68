// Walks over an operation and everything inside it, without recursion on the IR's depth.
import type { Block } from "./block.ts";
import type { Operation } from "./operation.ts";

/** Every op from `root` inwards, parents before what they hold. The visited op may be erased by the consumer. */
export function* walk(root: Operation): IterableIterator<Operation> {
  const stack: Operation[] = [root];
  while (stack.length > 0) {
    const op = stack.pop()!;
    const inside: Operation[] = [];
    for (const region of op.regions)
      for (const block of region.blocks) for (const inner of block.ops()) inside.push(inner);
    yield op;
    for (let i = inside.length - 1; i >= 0; i--) stack.push(inside[i]!);
  }
}

/** Every op from the inside out: an op comes after what it holds; a snapshot, so any op may be erased. */
export function walkPostOrder(root: Operation): Operation[] {
  const order: Operation[] = [];
  const stack: { op: Operation; expanded: boolean }[] = [{ op: root, expanded: false }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    if (top.expanded) {
      order.push(top.op);
      stack.pop();
      continue;
    }
    top.expanded = true;
    for (let r = top.op.regions.length - 1; r >= 0; r--) {
      const blocks = top.op.regions[r]!.blocks;
      for (let b = blocks.length - 1; b >= 0; b--) {
        for (const op of blocks[b]!.opsReversed()) stack.push({ op, expanded: false });
      }
    }
  }
  return order;
}

/** The ops of this name inside `root`, in walking order, as a snapshot. */
export function opsNamed(root: Operation, name: string): Operation[] {
  const found: Operation[] = [];
  for (const op of walk(root)) if (op.name === name) found.push(op);
  return found;
}

/** Every block inside `root`. */
export function* walkBlocks(root: Operation): IterableIterator<Block> {
  for (const op of walk(root)) for (const region of op.regions) yield* region.blocks;
}
