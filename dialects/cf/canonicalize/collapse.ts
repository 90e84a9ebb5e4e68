// Looking through blocks that only branch on.
import type { Block } from "../../../ir/core/block.ts";
import type { Value } from "../../../ir/core/value.ts";
import { BranchOp } from "../ops.ts";

/** A block and the values for its arguments. */
export interface Destination {
  readonly block: Block;
  readonly operands: readonly Value[];
}

/** Whether following `cf.br` from a block comes round to a block that was seen. */
function leadsInACircle(from: Block): boolean {
  const seen = new Set([from]);
  for (let at = BranchOp.match(from.lastOp)?.dest; at !== undefined; at = BranchOp.match(at.lastOp)?.dest) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Where a block that holds nothing but a `cf.br` leads to; undefined where it holds more, its arguments are used elsewhere, or
 * one could be led on for ever.
 */
export function collapse({ block, operands }: Destination): Destination | undefined {
  const only = block.firstOp;
  const onward = only === block.lastOp ? BranchOp.match(only) : undefined;
  if (onward === undefined || leadsInACircle(block)) return undefined;
  for (const argument of block.arguments)
    for (const { owner } of argument.uses()) if (owner !== onward.op) return undefined;
  return {
    block: onward.dest,
    operands: onward.destOperands.map((value) =>
      value.ownerBlock === block ? (operands[value.index] ?? value) : value,
    ),
  };
}

export const sameValues = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** Whether the only way to a block is through another one: with the two in a circle nothing reaches them. */
export function isOnlyReachedThrough(block: Block, other: Block): boolean {
  const seen = new Set<Block>();
  for (let at: Block | undefined = block; at !== undefined && !seen.has(at); at = singlePredecessor(at)) {
    if (at === other) return true;
    seen.add(at);
  }
  return false;
}

/** The block that leads to this one on its one edge, if there is one. */
export function singlePredecessor(block: Block): Block | undefined {
  const [use, ...others] = block.predecessorUses;
  return others.length === 0 ? (use?.owner.parentBlock ?? undefined) : undefined;
}
