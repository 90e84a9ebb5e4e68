// Which values are needed across the borders of blocks (MLIR's Liveness): what is live when control comes into a block, and when it goes.
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { traverse } from "../core/walk.ts";
import { defineAnalysis } from "./analysis-manager.ts";

interface Live {
  readonly in: Set<Value>;
  readonly out: Set<Value>;
}

/** Inside `region`, at any depth, the block of the region itself that holds `block`. */
function blockIn(region: Region, block: Block | null): Block | undefined {
  let at = block;
  while (at !== null && at.parentRegion !== region) at = at.parentOp?.parentBlock ?? null;
  return at ?? undefined;
}

export class BlockLiveness {
  readonly #live = new Map<Block, Live>();

  constructor(root: Operation) {
    traverse(root, (op) => {
      for (const { blocks } of op.regions) {
        for (const block of blocks) {
          for (const argument of block.arguments) this.#addUses(argument, block);
          for (const inner of block.ops()) for (const result of inner.results) this.#addUses(result, block);
        }
      }
    });
  }

  /** Values defined elsewhere that the block, or one that follows it, uses. */
  liveIn(block: Block): ReadonlySet<Value> {
    return this.#live.get(block)?.in ?? new Set();
  }

  /** Values that a block that follows uses. */
  liveOut(block: Block): ReadonlySet<Value> {
    return this.#live.get(block)?.out ?? new Set();
  }

  /** Whether nothing uses the value behind `op`, which is in its block or in one where it is live. */
  isDeadAfter(value: Value, op: Operation): boolean {
    const block = op.parentBlock;
    const region = block?.parentRegion;
    if (block === null || region === null || region === undefined || this.liveOut(block).has(value)) return false;
    for (const { owner } of value.uses()) {
      let user: Operation | null = owner;
      while (user !== null && user.parentBlock !== block) user = user.parentOp;
      if (user !== null && user !== op && op.isBeforeInBlock(user)) return false;
    }
    return true;
  }

  #of(block: Block): Live {
    let live = this.#live.get(block);
    if (live === undefined) this.#live.set(block, (live = { in: new Set(), out: new Set() }));
    return live;
  }

  /** From each use back to the definition, over the blocks of each region on the way. */
  #addUses(value: Value, definedIn: Block): void {
    for (const { owner } of value.uses()) {
      let used = owner.parentBlock;
      // Inside ops with regions the value comes in from around.
      for (
        ;
        used !== null && blockIn(used.parentRegion ?? regionOf(definedIn), definedIn) === undefined;
        used = used.parentOp?.parentBlock ?? null
      )
        this.#comesInto(used, value, undefined);
      if (used !== null && used !== definedIn) this.#comesInto(used, value, definedIn);
    }
  }

  #comesInto(block: Block, value: Value, definedIn: Block | undefined): void {
    const pending = [block];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const live = this.#of(at);
      if (live.in.has(value)) continue;
      live.in.add(value);
      for (const predecessor of at.predecessors) {
        this.#of(predecessor).out.add(value);
        if (predecessor !== definedIn) pending.push(predecessor);
      }
    }
  }
}

function regionOf(block: Block): Region {
  if (block.parentRegion === null) throw new Error("the block is in no region");
  return block.parentRegion;
}

export const blockLivenessAnalysis = defineAnalysis("block liveness", (root) => new BlockLiveness(root));
