// Region simplification: blocks that no branch reaches go, and block arguments that nothing needs, or that are always one value.
import { wouldBeDead } from "../analysis/effects.ts";
import type { Block, Region } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { walk, walkPostOrder } from "../core/walk.ts";
import { eraseIncomingOperands, forwardedOperands, incomingValues } from "./branch-operands.ts";
import type { Rewriter } from "./rewriter.ts";

/** MLIR's levels. "aggressive" also replaces arguments that are always one value; it merges no identical blocks, as MLIR's does. */
export type RegionSimplification = "disabled" | "normal" | "aggressive";

/** What a simplification did. */
export interface Simplified {
  readonly changed: boolean;
  /** Whether a driver should look at all ops once more: as in MLIR, not for block arguments alone. */
  readonly again: boolean;
}

/** Simplifies `root` and all regions inside it. */
export function simplifyRegions(root: Region, rewriter: Rewriter, level: RegionSimplification = "normal"): Simplified {
  let again = false;
  let erasedArguments = false;
  const pending: Region[] = [root];
  for (let region = pending.pop(); region !== undefined; region = pending.pop()) {
    if (region.blocks.length > 1) {
      again = eraseUnreachableBlocks(region, rewriter) || again;
      if (region.blocks.some((block, index) => index > 0 && block.arguments.length > 0)) {
        const dead = eraseDeadArguments(region, rewriter);
        again ||= dead.again;
        erasedArguments ||= dead.changed;
        if (level === "aggressive") again = eraseRedundantArguments(region, rewriter) || again;
      }
    }
    for (const block of region.blocks) for (const op of block.ops()) pending.push(...op.regions);
  }
  return { changed: again || erasedArguments, again };
}

/** The blocks reached from the region's entry. */
export function reachableBlocks(region: Region): Set<Block> {
  const reached = new Set<Block>();
  const pending: Block[] = region.isEmpty ? [] : [region.entry];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (reached.has(block)) continue;
    reached.add(block);
    pending.push(...block.successors);
  }
  return reached;
}

/** Erases what no branch reaches, in `root` and all regions inside it; returns whether anything was erased. */
export function eraseUnreachable(root: Region, rewriter: Rewriter): boolean {
  let changed = false;
  const pending: Region[] = [root];
  for (let region = pending.pop(); region !== undefined; region = pending.pop()) {
    if (region.blocks.length > 1) changed = eraseUnreachableBlocks(region, rewriter) || changed;
    for (const block of region.blocks)
      for (let op = block.firstOp; op !== null; op = op.next) for (const inner of op.regions) pending.push(inner);
  }
  return changed;
}

function eraseUnreachableBlocks(region: Region, rewriter: Rewriter): boolean {
  const reached = reachableBlocks(region);
  const dead = region.blocks.filter((block) => !reached.has(block));
  const ops: Operation[] = [];
  for (const block of dead) for (const op of block.opsReversed()) ops.push(...walkPostOrder(op));
  eraseTogether(ops, rewriter);
  for (const block of dead) {
    rewriter.listener?.blockErased?.(block);
    region.removeBlock(block);
  }
  return dead.length > 0;
}

/** Erases ops that may use each other's values in any order. */
function eraseTogether(ops: readonly Operation[], rewriter: Rewriter): void {
  for (const op of ops) rewriter.listener?.erased?.(op);
  for (const op of ops) op.dropAllReferences();
  for (const op of ops) op.erase();
}

/** Erases arguments, and the ops between them, that nothing with an effect depends on, in cycles too. */
function eraseDeadArguments(region: Region, rewriter: Rewriter): Simplified {
  const blocks = region.blocks.slice(1);
  const known = blocks.every((block) =>
    block.arguments.every(({ index }) => incomingValues(block, index) !== undefined),
  );
  if (!known) return { changed: false, again: false };
  const { ops, values } = needed(region);
  const dead: Operation[] = [];
  for (const block of region.blocks)
    for (const op of block.opsReversed()) if (!ops.has(op)) dead.push(...walkPostOrder(op));
  const unneeded = blocks.flatMap((block) => block.arguments.filter((argument) => !values.has(argument)).reverse());
  for (const { ownerBlock, index } of unneeded)
    if (ownerBlock !== null) eraseIncomingOperands(ownerBlock, index, rewriter);
  eraseTogether(dead, rewriter);
  for (const { ownerBlock, index } of unneeded) ownerBlock?.eraseArgument(index);
  return { changed: dead.length > 0 || unneeded.length > 0, again: dead.length > 0 };
}

/** The ops and values of a region that effects, results of the region and branches depend on. */
function needed(region: Region): { readonly ops: ReadonlySet<Operation>; readonly values: ReadonlySet<Value> } {
  const ops = new Set<Operation>();
  const values = new Set<Value>();
  const pending: Value[] = [];
  const keepOp = (op: Operation): void => {
    for (let at: Operation | null = op; at !== null && at !== region.parentOp && !ops.has(at); at = at.parentOp) {
      ops.add(at);
      const forwarded = at.parentRegion === region ? forwardedOperands(at) : undefined;
      at.operands.forEach((value, index) => {
        if (forwarded?.has(index) !== true) pending.push(value);
      });
    }
  };
  for (const block of region.blocks) {
    for (const op of block.ops()) {
      if (wouldBeDead(op)) continue;
      for (const inner of walk(op)) keepOp(inner);
    }
  }
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (values.has(value)) continue;
    values.add(value);
    if (value.definingOp !== null) {
      if (!ops.has(value.definingOp)) for (const inner of walk(value.definingOp)) keepOp(inner);
    } else if (value.ownerBlock !== null && value.ownerBlock.parentRegion === region) {
      pending.push(...(incomingValues(value.ownerBlock, value.index) ?? []));
    }
  }
  return { ops, values };
}

/** Replaces arguments that receive one and the same value on every edge by that value. */
function eraseRedundantArguments(region: Region, rewriter: Rewriter): boolean {
  let changed = false;
  for (const block of region.blocks.slice(1)) {
    for (const argument of [...block.arguments].reverse()) {
      const incoming = incomingValues(block, argument.index);
      const [value, ...others] = new Set(incoming?.filter((candidate) => candidate !== argument));
      if (value === undefined || others.length > 0) continue;
      rewriter.replaceAllUsesWith(argument, value);
      eraseIncomingOperands(block, argument.index, rewriter);
      block.eraseArgument(argument.index);
      changed = true;
    }
  }
  return changed;
}
