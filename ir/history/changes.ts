// What changed between two snapshots of a history: ops that came, went, moved, or say something else. What both share is not looked at.
import { isSameHeader } from "./pending-changes.ts";
import { blocksOf, opsOf, opsOfChunk, type BlockSnapshot, type OpSnapshot } from "./snapshot.ts";

export interface SnapshotChanges {
  readonly inserted: readonly OpSnapshot[];
  readonly erased: readonly OpSnapshot[];
  /** Of the same number in both, with another name, type, operand, attribute, successor or location. */
  readonly modified: readonly { readonly before: OpSnapshot; readonly after: OpSnapshot }[];
  /** In another block, or in front of what it stood behind. */
  readonly moved: readonly OpSnapshot[];
}

interface Standing {
  readonly op: OpSnapshot;
  readonly block: number;
  /** The how-manieth of the ops that are not shared. */
  readonly place: number;
}

type Standings = Map<number, Standing>;

/** Compares by number; linear in what is not shared. */
export function changesBetween(before: OpSnapshot, after: OpSnapshot): SnapshotChanges {
  const was = new Map<number, Standing>();
  const is = new Map<number, Standing>();
  collect(before, after, was, is);
  const inserted: OpSnapshot[] = [];
  const erased: OpSnapshot[] = [];
  const modified: { before: OpSnapshot; after: OpSnapshot }[] = [];
  const moved: OpSnapshot[] = [];
  if (!isSameHeader(before, after)) modified.push({ before, after });
  for (const [id, { op }] of was) if (!is.has(id)) erased.push(op);
  /** Of each block, the ops that were there before, by the place that they had. */
  const kept = new Map<number, { readonly op: OpSnapshot; readonly place: number }[]>();
  for (const [id, { op, block }] of is) {
    const old = was.get(id);
    if (old === undefined) {
      inserted.push(op);
      continue;
    }
    if (!isSameHeader(old.op, op)) modified.push({ before: old.op, after: op });
    if (old.block !== block) moved.push(op);
    else {
      const list = kept.get(block);
      if (list === undefined) kept.set(block, [{ op, place: old.place }]);
      else list.push({ op, place: old.place });
    }
  }
  for (const list of kept.values()) moved.push(...outOfOrder(list));
  return { inserted, erased, modified, moved };
}

/** The ops of two trees by number, without those of chunks, blocks and regions that are one object in both. */
function collect(before: OpSnapshot, after: OpSnapshot, was: Standings, is: Standings): void {
  const pairs: [OpSnapshot, OpSnapshot][] = [[before, after]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    for (let i = 0; i < Math.max(a.regions.length, b.regions.length); i++) {
      const [old, now] = [a.regions[i], b.regions[i]];
      if (old === now) continue;
      for (const id of new Set([...(old?.order ?? []), ...(now?.order ?? [])])) {
        const [oldBlock, newBlock] = [old?.blocks[id], now?.blocks[id]];
        if (oldBlock !== newBlock) collectBlock(oldBlock, newBlock, pairs, was, is);
      }
    }
  }
}

function collectBlock(
  before: BlockSnapshot | undefined,
  after: BlockSnapshot | undefined,
  pairs: [OpSnapshot, OpSnapshot][],
  was: Standings,
  is: Standings,
): void {
  const own = new Map<number, OpSnapshot>();
  for (const op of unshared(before, after)) {
    was.set(op.id, { op, block: before?.id ?? 0, place: was.size });
    own.set(op.id, op);
  }
  for (const op of unshared(after, before)) {
    is.set(op.id, { op, block: after?.id ?? 0, place: is.size });
    const old = own.get(op.id);
    own.delete(op.id);
    if (old === undefined) collectInside(op, is);
    else if (old !== op) pairs.push([old, op]);
  }
  for (const op of own.values()) collectInside(op, was);
}

/** The ops of chunks that are not in the other block. */
function unshared(block: BlockSnapshot | undefined, other: BlockSnapshot | undefined): OpSnapshot[] {
  if (block === undefined) return [];
  return block.order.flatMap((id) => {
    const chunk = block.chunks[id];
    return chunk === undefined || chunk === other?.chunks[id] ? [] : opsOfChunk(chunk);
  });
}

function collectInside(root: OpSnapshot, into: Standings): void {
  const pending: OpSnapshot[] = [root];
  for (let op = pending.pop(); op !== undefined; op = pending.pop()) {
    for (const block of op.regions.flatMap(blocksOf)) {
      for (const inner of opsOf(block)) {
        into.set(inner.id, { op: inner, block: block.id, place: into.size });
        pending.push(inner);
      }
    }
  }
}

/** As few as possible, without which the rest is in the order that it had: all but a longest increasing subsequence. */
function outOfOrder(list: readonly { readonly op: OpSnapshot; readonly place: number }[]): OpSnapshot[] {
  /** Of increasing subsequences of each length, the index of the least last element. */
  const ends: number[] = [];
  const previous: number[] = [];
  list.forEach(({ place }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[ends[middle] ?? 0]?.place ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  });
  const stay = new Set<number>();
  for (let at = ends[ends.length - 1] ?? -1; at >= 0; at = previous[at] ?? -1) stay.add(at);
  return list.filter((_, index) => !stay.has(index)).map(({ op }) => op);
}
