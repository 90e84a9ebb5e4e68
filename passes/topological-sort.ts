// topological-sort: in regions where order does not matter, ops come after those whose results they use.
import { isGraphRegion } from "../ir/analysis/dominance.ts";
import { isTerminator } from "../ir/analysis/effects.ts";
import type { Block } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import { traverse, walkPostOrder } from "../ir/core/walk.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";

/** An op of the block that is sorted. */
interface Entry {
  readonly op: Operation;
  readonly place: number;
  /** Which of MLIR's sweeps over the ops that are left takes it. */
  sweep: number;
  /** Those of its producers that are not in order yet. */
  waiting: number;
  readonly users: Entry[];
}

/** The op directly in `block` that is `op` or around it. */
function ancestorIn(block: Block, op: Operation): Operation | undefined {
  let at: Operation | null = op;
  while (at !== null && at.parentBlock !== block) at = at.parentOp;
  return at ?? undefined;
}

function entriesOf(block: Block): readonly Entry[] {
  const entries: Entry[] = [];
  const byOp = new Map<Operation, Entry>();
  for (const op of block.ops()) {
    if (op === block.lastOp && isTerminator(op)) break;
    const entry: Entry = { op, place: entries.length, sweep: 0, waiting: 0, users: [] };
    entries.push(entry);
    byOp.set(op, entry);
  }
  for (const entry of entries) {
    const producers = new Set<Entry>();
    traverse(entry.op, (inner) => {
      for (let i = 0; i < inner.operandCount; i++) {
        const { definingOp } = inner.operand(i);
        const ancestor = definingOp === null ? undefined : ancestorIn(block, definingOp);
        const producer = ancestor && byOp.get(ancestor);
        if (producer !== undefined && producer !== entry) producers.add(producer);
      }
    });
    entry.waiting = producers.size;
    for (const producer of producers) producer.users.push(entry);
  }
  return entries;
}

/**
 * Puts the entries in the order in which repeated sweeps from front to back take every op whose producers are taken; where a cycle
 * leaves none, the first op that is left. Returns false where there was a cycle.
 */
function order(entries: readonly Entry[]): boolean {
  let acyclic = true;
  let last = 0;
  let taken = 0;
  let firstLeft = 0;
  const isTaken = new Set<Entry>();
  const ready = entries.filter(({ waiting }) => waiting === 0);
  while (taken < entries.length) {
    for (let entry = ready.pop(); entry !== undefined; entry = ready.pop()) {
      if (isTaken.has(entry)) continue;
      isTaken.add(entry);
      taken++;
      last = Math.max(last, entry.sweep);
      for (const user of entry.users) {
        if (isTaken.has(user)) continue;
        user.sweep = Math.max(user.sweep, entry.place < user.place ? entry.sweep : entry.sweep + 1);
        if (--user.waiting === 0) ready.push(user);
      }
    }
    while (firstLeft < entries.length && isTaken.has(entries[firstLeft]!)) firstLeft++;
    const stuck = entries[firstLeft];
    if (stuck === undefined) break;
    acyclic = false;
    stuck.sweep = last + 1;
    ready.push(stuck);
  }
  return acyclic;
}

/** Sorts a block's ops, but for its terminator, as mlir::sortTopologically does. Returns false where ops use each other in a cycle. */
export function sortTopologically(block: Block, rewriter: Rewriter): boolean {
  const entries = entriesOf(block);
  const acyclic = order(entries);
  const sorted = [...entries].sort((a, b) => a.sweep - b.sweep || a.place - b.place);
  let at = block.firstOp;
  for (const { op } of sorted) {
    if (op === at) at = at.next;
    else if (at !== null) rewriter.moveOpBefore(op, at);
  }
  return acyclic;
}

export const topologicalSortPass = definePass({
  name: "topological-sort",
  summary: "Sort regions without SSA dominance in topological order",
  run: (root, { context, listener }) => {
    const rewriter = new Rewriter(context, listener);
    for (const op of walkPostOrder(root)) {
      if (!op.definition.registered) continue;
      for (const region of op.regions)
        if (isGraphRegion(region)) for (const block of region.blocks) sortTopologically(block, rewriter);
    }
  },
});
