// Dominance between blocks, operations and values, over the dominator trees of the regions concerned. Valid until blocks or their order change.
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { defineAnalysis } from "./analysis-manager.ts";
import { dominatorTree } from "./dominator-tree.ts";

/** Depth-first numbers of the dominator tree: a dominates b when a's interval holds b's. */
interface Interval {
  readonly enter: number;
  readonly leave: number;
}

/** Whether the order of ops in the region's blocks does not matter: graph regions, and those of ops that nothing is known of. */
export function isGraphRegion(region: Region): boolean {
  const owner = region.parentOp;
  return (
    owner !== null && (owner.hasTrait("GraphRegion") || (!owner.definition.registered && region.blocks.length === 1))
  );
}

export class Dominance {
  readonly #intervals = new Map<Region, ReadonlyMap<Block, Interval>>();

  #of(region: Region): ReadonlyMap<Block, Interval> {
    let intervals = this.#intervals.get(region);
    if (intervals === undefined) this.#intervals.set(region, (intervals = numbered(region)));
    return intervals;
  }

  /** Whether control can reach the block from its region's entry. */
  isReachable(block: Block): boolean {
    const region = block.parentRegion;
    return region === null || region.blocks[0] === block || this.#of(region).has(block);
  }

  /** Whether every path to `b` passes `a`; both are in one region. A block dominates itself, and everything dominates what is unreachable. */
  blockDominates(a: Block, b: Block): boolean {
    if (a === b) return true;
    const region = b.parentRegion;
    if (region === null || region !== a.parentRegion) return false;
    const intervals = this.#of(region);
    const inner = intervals.get(b);
    const outer = intervals.get(a);
    if (inner === undefined) return true;
    return outer !== undefined && outer.enter <= inner.enter && inner.leave <= outer.leave;
  }

  /** Whether `a` runs before `b` on every path to it; an op does not come before what is inside it. */
  properlyDominates(a: Operation, b: Operation): boolean {
    const block = a.parentBlock;
    const region = block?.parentRegion;
    if (block === null || region === null || region === undefined) return false;
    const at = ancestorIn(region, b);
    if (at === undefined || at.parentBlock === null) return false;
    if (isGraphRegion(region)) return true;
    if (at === a) return false;
    return block === at.parentBlock ? block.isBefore(a, at) : this.blockDominates(block, at.parentBlock);
  }

  /** Whether the value is defined wherever `user` runs. */
  valueDominates(value: Value, user: Operation): boolean {
    if (value.definingOp !== null) return this.properlyDominates(value.definingOp, user);
    const block = value.ownerBlock;
    const region = block?.parentRegion;
    if (block === null || region === null || region === undefined) return false;
    const at = ancestorIn(region, user)?.parentBlock;
    return at !== undefined && at !== null && this.blockDominates(block, at);
  }
}

/** The dominance of an op's regions, which passes share. */
export const dominanceAnalysis = defineAnalysis("dominance", () => new Dominance());

/** `op` or the op around it that is directly in a block of `region`. */
export function ancestorIn(region: Region, op: Operation): Operation | undefined {
  for (let at: Operation | null = op; at !== null; at = at.parentOp) if (at.parentRegion === region) return at;
  return undefined;
}

function numbered(region: Region): ReadonlyMap<Block, Interval> {
  const { order, parent } = dominatorTree(region);
  const dominated = new Map<Block, Block[]>(order.map((block) => [block, []]));
  for (const [block, dominator] of parent) dominated.get(dominator)?.push(block);
  const intervals = new Map<Block, Interval>();
  const entry = order[0];
  if (entry === undefined) return intervals;
  let clock = 0;
  const stack = [{ block: entry, enter: clock++, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const inner = dominated.get(top.block)?.[top.next++];
    if (inner !== undefined) stack.push({ block: inner, enter: clock++, next: 0 });
    else {
      intervals.set(top.block, { enter: top.enter, leave: clock++ });
      stack.pop();
    }
  }
  return intervals;
}
