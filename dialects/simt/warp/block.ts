// A block at run time: its place in the grid, its threads, its shared memory.
import { ByteViews } from "./byte-views.ts";

export type Triple = readonly [x: number, y: number, z: number];

export const volume = ([x, y, z]: Triple): number => x * y * z;

/** The point of a linear number; x is fastest. */
export function pointAt(position: number, [x, y]: Triple): Triple {
  return [position % x, Math.floor(position / x) % y, Math.floor(position / (x * y))];
}

/** One block runs at a time; the object is used for all of them. */
export class BlockState {
  readonly threads: Triple;
  readonly grid: Triple;
  /** Position in the grid. */
  id: Triple = [0, 0, 0];
  /** Linear number in the grid. */
  number = 0;
  readonly shared: ByteViews;
  readonly sharedBytes: number;

  constructor(threads: Triple, grid: Triple, sharedBytes: number) {
    this.threads = threads;
    this.grid = grid;
    this.sharedBytes = sharedBytes;
    const room = Math.ceil(sharedBytes / 16) * 16;
    this.shared = new ByteViews(new Uint8Array(room), new Uint8Array(room).fill(1));
  }

  /** Makes it another block: nothing is written to its shared memory yet. */
  begin(number: number): void {
    this.number = number;
    this.id = pointAt(number, this.grid);
    this.shared.undefined8.fill(1);
  }

  threadAt(position: number): Triple {
    return pointAt(position, this.threads);
  }
}
