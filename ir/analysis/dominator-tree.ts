// The dominator tree of a region's blocks, by Cooper, Harvey and Kennedy's iteration over reverse post-order.
import type { Block, Region } from "../core/block.ts";

/** The blocks reached from the entry, each after those from which it is first reached. */
export function reversePostOrder(region: Region): Block[] {
  if (region.isEmpty) return [];
  const order: Block[] = [];
  const seen = new Set<Block>([region.entry]);
  const stack: { readonly block: Block; next: number }[] = [{ block: region.entry, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const successor = top.block.successors[top.next++];
    if (successor === undefined) {
      order.push(top.block);
      stack.pop();
    } else if (!seen.has(successor)) {
      seen.add(successor);
      stack.push({ block: successor, next: 0 });
    }
  }
  return order.reverse();
}

export interface DominatorTree {
  /** Reachable blocks, dominators before what they dominate. */
  readonly order: readonly Block[];
  /** The immediate dominator; the entry has none. */
  readonly parent: ReadonlyMap<Block, Block>;
}

const noDominators: ReadonlyMap<Block, Block> = new Map();

export function dominatorTree(region: Region): DominatorTree {
  if (region.blocks.length < 2) return { order: region.blocks, parent: noDominators };
  const order = reversePostOrder(region);
  const number = new Map(order.map((block, index) => [block, index]));
  const parents: number[] = order.map((_, index) => (index === 0 ? 0 : -1));
  const parentOf = (index: number): number => parents[index] ?? -1;
  const intersect = (a: number, b: number): number => {
    while (a !== b) {
      if (a > b) a = parentOf(a);
      else b = parentOf(b);
    }
    return a;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let index = 1; index < order.length; index++) {
      let best = -1;
      for (const predecessor of order[index]?.predecessors ?? []) {
        const at = number.get(predecessor);
        if (at === undefined || parentOf(at) < 0) continue;
        best = best < 0 ? at : intersect(best, at);
      }
      if (best !== parentOf(index)) {
        parents[index] = best;
        changed = true;
      }
    }
  }
  const parent = new Map<Block, Block>();
  order.forEach((block, index) => {
    const dominator = order[parentOf(index)];
    if (index > 0 && dominator !== undefined) parent.set(block, dominator);
  });
  return { order, parent };
}
