// Brings a snapshot up to date with the IR, where it is said to have changed: through immer, which keeps the rest and tells the patches.
import { castDraft, enablePatches, produceWithPatches, type Draft } from "immer";
import type { Operation } from "../core/operation.ts";
import { traverse } from "../core/walk.ts";
import { hasSameValues, isSameHeader, isSameList, isSameRecord, type PendingChanges } from "./pending-changes.ts";
import { CHUNK, type BlockSnapshot, type Chunk, type OpSnapshot, type RegionSnapshot } from "./snapshot.ts";
import type { SnapshotPatch } from "./steps.ts";
import type { Place, SnapshotTaker } from "./take-snapshot.ts";

enablePatches();

export interface Applied {
  readonly snapshot: OpSnapshot;
  readonly patches: readonly SnapshotPatch[];
  readonly inverse: readonly SnapshotPatch[];
}

/** The snapshot of `root` after the changes. */
export function applyChanges(
  root: Operation,
  snapshot: OpSnapshot,
  changes: PendingChanges,
  taker: SnapshotTaker,
): Applied {
  const [after, patches, inverse] = produceWithPatches(snapshot, (draft) => {
    new Update(root, draft, changes, taker).run();
  });
  return { snapshot: after, patches, inverse };
}

class Update {
  readonly #root: Operation;
  readonly #draft: Draft<OpSnapshot>;
  readonly #changes: PendingChanges;
  readonly #taker: SnapshotTaker;
  /** Ops that are still to be put where they are. */
  readonly #open = new Set<Operation>();

  constructor(root: Operation, draft: Draft<OpSnapshot>, changes: PendingChanges, taker: SnapshotTaker) {
    this.#root = root;
    this.#draft = draft;
    this.#changes = changes;
    this.#taker = taker;
  }

  run(): void {
    const { placed, modified, erased } = this.#changes;
    for (const id of erased) this.#takeOut(id);
    for (const op of placed) {
      if (!this.#isInside(op)) continue;
      this.#takeOut(this.#taker.idOf(op));
      this.#open.add(op);
    }
    // Blocks first: ops that moved may stand in new ones.
    const owners = new Set(modified);
    for (const op of this.#open) if (op.parentOp !== null && !this.#knowsBlockOf(op)) owners.add(op.parentOp);
    for (const op of owners) if (this.#isInside(op)) this.#refresh(op);
    for (const op of this.#open) this.#put(op);
  }

  /** Whether the op is in `root`, or is `root`. */
  #isInside(op: Operation): boolean {
    let at: Operation | null = op;
    while (at !== null && at !== this.#root) at = at.parentOp;
    return at !== null;
  }

  #knowsBlockOf(op: Operation): boolean {
    const { parentBlock, parentOp } = op;
    if (parentBlock === null || parentOp === null) return false;
    const id = this.#taker.idOf(parentBlock);
    return this.#find(parentOp)?.regions.some(({ blocks }) => blocks[id] !== undefined) ?? false;
  }

  /** The draft of an op that is in the snapshot. */
  #find(op: Operation): Draft<OpSnapshot> | undefined {
    return op === this.#root ? this.#draft : this.#findId(this.#taker.idOf(op));
  }

  #findId(id: number): Draft<OpSnapshot> | undefined {
    if (id === this.#draft.id) return this.#draft;
    const place = this.#taker.places.get(id);
    return place && this.#chunkAt(place)?.ops[id];
  }

  #blockAt({ owner, region, block }: Place): Draft<BlockSnapshot> | undefined {
    return this.#findId(owner)?.regions[region]?.blocks[block];
  }

  #chunkAt(place: Place): Draft<Chunk> | undefined {
    return this.#blockAt(place)?.chunks[place.chunk];
  }

  #takeOut(id: number): void {
    const { places } = this.#taker;
    const place = places.get(id);
    if (place === undefined) return;
    places.delete(id);
    const block = this.#blockAt(place);
    const chunk = block?.chunks[place.chunk];
    if (block === undefined || chunk?.ops[id] === undefined) return;
    if (chunk.order.length > 1) {
      chunk.order = chunk.order.filter((other) => other !== id);

      delete chunk.ops[id];
      return;
    }
    block.order = block.order.filter((other) => other !== place.chunk);

    delete block.chunks[place.chunk];
  }

  /** All of an op but where it stands, and what stands in the blocks that it had. */
  #refresh(op: Operation): void {
    const known = this.#find(op);
    // One that is new comes whole.
    if (known === undefined) return;
    const header = this.#taker.header(op);
    if (!isSameHeader(header, known)) {
      known.name = header.name;
      known.location = header.location;
      if (!isSameList(header.operands, known.operands)) known.operands = [...header.operands];
      if (!isSameList(header.successors, known.successors)) known.successors = [...header.successors];
      if (!isSameRecord(header.attributes, known.attributes)) known.attributes = { ...header.attributes };
      if (!hasSameValues(header.results, known.results))
        known.results = header.results.map((result) => ({ ...result }));
    }
    op.regions.forEach((region, index) => {
      const before = known.regions[index];
      if (before === undefined) known.regions[index] = castDraft(this.#taker.region(region, header.id, index));
      else this.#refreshRegion(region, before, header.id, index);
    });
    if (known.regions.length > op.regions.length) known.regions.length = op.regions.length;
  }

  #refreshRegion(
    { blocks }: Operation["regions"][number],
    known: Draft<RegionSnapshot>,
    owner: number,
    index: number,
  ): void {
    const order = blocks.map((block) => this.#taker.idOf(block));
    for (const block of blocks) {
      const id = this.#taker.idOf(block);
      const before = known.blocks[id];
      if (before === undefined) {
        known.blocks[id] = castDraft(this.#taker.block(block, owner, index));
        for (const op of block.ops()) this.#close(op);
      } else {
        const live = block.arguments.map((argument) => this.#taker.value(argument));
        if (!hasSameValues(live, before.arguments)) before.arguments = live.map((argument) => ({ ...argument }));
      }
    }
    if (isSameList(order, known.order)) return;
    for (const id of known.order) {
      if (!order.includes(id)) delete known.blocks[id];
    }
    known.order = order;
  }

  /** Puts an op, and those in front of it that wait as well, behind the last one that is where it belongs. */
  #put(op: Operation): void {
    const run: Operation[] = [];
    let before: Operation | null = op;
    for (; before !== null && this.#open.has(before); before = before.previous) run.push(before);
    const { parentBlock, parentOp } = op;
    if (parentBlock === null || parentOp === null) return;
    const region = parentOp.regions.findIndex(({ blocks }) => blocks.includes(parentBlock));
    const block = this.#find(parentOp)?.regions[region]?.blocks[this.#taker.idOf(parentBlock)];
    // It came with what it stands in.
    if (block === undefined) return;
    let previous = before === null ? undefined : this.#taker.idOf(before);
    for (const next of run.reverse()) {
      this.#close(next);
      const snapshot = this.#taker.op(next);
      const place = { owner: this.#taker.idOf(parentOp), region, block: block.id };
      this.#insert(block, snapshot, previous, place);
      previous = snapshot.id;
    }
  }

  /** An op that comes whole, with what is inside. */
  #close(op: Operation): void {
    traverse(op, (inner) => {
      this.#open.delete(inner);
    });
  }

  #insert(
    block: Draft<BlockSnapshot>,
    snapshot: OpSnapshot,
    previous: number | undefined,
    place: Omit<Place, "chunk">,
  ): void {
    const { places } = this.#taker;
    let at = previous === undefined ? block.order[0] : places.get(previous)?.chunk;
    if (at === undefined) {
      at = this.#taker.newId();
      block.order = [at, ...block.order];
      block.chunks[at] = { order: [], ops: {} };
    }
    const chunk = block.chunks[at];
    if (chunk === undefined) return;
    const index = previous === undefined ? 0 : chunk.order.indexOf(previous) + 1;
    chunk.order = [...chunk.order.slice(0, index), snapshot.id, ...chunk.order.slice(index)];
    chunk.ops[snapshot.id] = castDraft(snapshot);
    places.set(snapshot.id, { ...place, chunk: at });
    if (chunk.order.length < 2 * CHUNK) return;
    const tail = this.#taker.newId();
    const moved = chunk.order.slice(CHUNK);
    const ops: Record<number, Draft<OpSnapshot>> = {};
    for (const id of moved) {
      const op = chunk.ops[id];
      if (op === undefined) continue;
      ops[id] = op;

      delete chunk.ops[id];
      places.set(id, { ...place, chunk: tail });
    }
    chunk.order = chunk.order.slice(0, CHUNK);
    block.chunks[tail] = { order: moved, ops };
    const position = block.order.indexOf(at) + 1;
    block.order = [...block.order.slice(0, position), tail, ...block.order.slice(position)];
  }
}
