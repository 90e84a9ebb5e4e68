// What has changed in the IR since the last step, by op; and, for changes that nobody told of, a comparison of IR and snapshot that finds it.
import type { Operation } from "../core/operation.ts";
import { blocksOf, opsOf, type BlockSnapshot, type OpSnapshot, type ValueSnapshot } from "./snapshot.ts";
import type { SnapshotTaker } from "./take-snapshot.ts";

export class PendingChanges {
  /** Ops that are new, or in another place. */
  readonly placed = new Set<Operation>();
  /** Ops of which anything but the place may be different: blocks and their arguments among it. */
  readonly modified = new Set<Operation>();
  /** Numbers of ops that are gone. */
  readonly erased = new Set<number>();

  get isEmpty(): boolean {
    return this.placed.size === 0 && this.modified.size === 0 && this.erased.size === 0;
  }

  clear(): void {
    this.placed.clear();
    this.modified.clear();
    this.erased.clear();
  }

  /** Adds all in which `root` differs from its snapshot. Linear in the ops. */
  compare(root: Operation, snapshot: OpSnapshot, taker: SnapshotTaker): void {
    const pending: [Operation, OpSnapshot][] = [[root, snapshot]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const [op, was] = next;
      if (!isSameHeader(taker.header(op), was) || !hasSameBlocks(op, was, taker)) this.modified.add(op);
      op.regions.forEach((region, index) => {
        const blocks = was.regions[index]?.blocks ?? {};
        for (const block of region.blocks) {
          const known = blocks[taker.idOf(block)];
          if (known !== undefined) this.#compareOps([...block.ops()], known, taker, pending);
        }
      });
    }
  }

  #compareOps(
    live: readonly Operation[],
    known: BlockSnapshot,
    taker: SnapshotTaker,
    pending: [Operation, OpSnapshot][],
  ): void {
    const before = opsOf(known);
    const places = new Map(before.map(({ id }, place) => [id, place]));
    const here = new Set(live.map((op) => taker.idOf(op)));
    for (const { id } of before) if (!here.has(id)) this.erased.add(id);
    let last = -1;
    for (const op of live) {
      const place = places.get(taker.idOf(op));
      const was = place === undefined ? undefined : before[place];
      // What stands in front of one that was behind it has moved.
      if (place === undefined || was === undefined || place < last) this.placed.add(op);
      else {
        last = place;
        pending.push([op, was]);
      }
    }
  }
}

type Header = Omit<OpSnapshot, "regions">;

export function isSameHeader(a: Header, b: Header): boolean {
  return (
    a.name === b.name &&
    a.location === b.location &&
    isSameList(a.operands, b.operands) &&
    isSameList(a.successors, b.successors) &&
    hasSameValues(a.results, b.results) &&
    isSameRecord(a.attributes, b.attributes)
  );
}

export const isSameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((element, i) => element === b[i]);

export function isSameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Whether the op has the blocks that it had, with the arguments that they had. */
function hasSameBlocks(op: Operation, was: OpSnapshot, taker: SnapshotTaker): boolean {
  return (
    op.regions.length === was.regions.length &&
    op.regions.every((region, index) => {
      const before = was.regions[index];
      const known = before === undefined ? [] : blocksOf(before);
      return (
        known.length === region.blocks.length &&
        region.blocks.every((block, i) => {
          const snapshot = known[i];
          return (
            snapshot?.id === taker.idOf(block) &&
            hasSameValues(
              block.arguments.map((a) => taker.value(a)),
              snapshot.arguments,
            )
          );
        })
      );
    })
  );
}

export const hasSameValues = (a: readonly ValueSnapshot[], b: readonly ValueSnapshot[]): boolean =>
  a.length === b.length && a.every(({ id, type }, i) => b[i]?.id === id && b[i].type === type);
