// Edits of regions that several steps make: emptying one, and taking out the blocks that nothing leads to.
import type { Region } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import { eraseUnreachable } from "../../rewrite/region-simplify.ts";
import { Rewriter } from "../../rewrite/rewriter.ts";

/** Removes all blocks of a region. */
export function emptyRegion(region: Region): void {
  for (const block of region.blocks) for (const op of block.ops()) op.dropAllReferences();
  for (const block of [...region.blocks].reverse()) region.removeBlock(block);
}

/** Erases the blocks of a region that no branch reaches any more. */
export function eraseUnreachableBlocks(region: Region): void {
  eraseUnreachable(region, new Rewriter(region.context));
}

/** The op that ends a region of one block, where that is a terminator. */
export function endOf(region: Region): Operation | undefined {
  const last = region.blocks.length === 1 ? region.entry.lastOp : null;
  return last !== null && isTerminator(last) ? last : undefined;
}

/** An op of an unregistered dialect may be a terminator where nothing follows it. */
export function isTerminator(op: Operation): boolean {
  if (op.definition.registered) return op.hasTrait("Terminator");
  return op.successors.length > 0;
}
