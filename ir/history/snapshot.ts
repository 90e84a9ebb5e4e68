// Snapshots: a module at one moment as plain data, a tree of op, region, block, chunk, op, in which two moments share what is the same.
//
// What has an order is kept by number, with a list of the numbers, so that a change of one element is a change in one place. Blocks keep their ops in chunks:
// to insert into a block of 100,000 ops copies one chunk and the table of chunks.

/** A value where it is defined: its number, which nothing else in the history has, and its type. */
export interface ValueSnapshot {
  readonly id: number;
  readonly type: string;
}

export interface OpSnapshot {
  readonly id: number;
  readonly name: string;
  readonly results: readonly ValueSnapshot[];
  /** Numbers of values. */
  readonly operands: readonly number[];
  /** Properties and discardable attributes by name, as text. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Numbers of blocks. */
  readonly successors: readonly number[];
  /** As in `loc(...)`. */
  readonly location: string;
  readonly regions: readonly RegionSnapshot[];
}

export interface RegionSnapshot {
  readonly order: readonly number[];
  readonly blocks: Readonly<Record<number, BlockSnapshot>>;
}

export interface BlockSnapshot {
  readonly id: number;
  readonly arguments: readonly ValueSnapshot[];
  readonly order: readonly number[];
  readonly chunks: Readonly<Record<number, Chunk>>;
}

/** Ops that stand one behind the other. */
export interface Chunk {
  readonly order: readonly number[];
  readonly ops: Readonly<Record<number, OpSnapshot>>;
}

/** Ops of a chunk; one of twice as many is split. */
export const CHUNK = 64;

/** The blocks of a region, in order. */
export function blocksOf({ order, blocks }: RegionSnapshot): BlockSnapshot[] {
  return order.map((id) => blocks[id]).filter((block) => block !== undefined);
}

/** The ops of a block, in order. */
export function opsOf({ order, chunks }: BlockSnapshot): OpSnapshot[] {
  return order.flatMap((id) => {
    const chunk = chunks[id];
    return chunk === undefined ? [] : opsOfChunk(chunk);
  });
}

export function opsOfChunk({ order, ops }: Chunk): OpSnapshot[] {
  return order.map((id) => ops[id]).filter((op) => op !== undefined);
}
