// What a simulated run cost.
import type { Command } from "../../../../../dialects/systolic/commands.ts";
import type { RowBuffer } from "./dram.ts";

export interface Report {
  /** Cycles until the last command was complete. */
  readonly cycles: number;
  /** What no schedule could beat: products over elements, bytes over the bus each direction, bytes over the memory. */
  readonly lowerBounds: {
    readonly compute: number;
    readonly busRead: number;
    readonly busWrite: number;
    readonly memory: number;
  };
  /** Cycles in which each unit had work. */
  readonly busy: { readonly load: number; readonly execute: number; readonly store: number };
  /** Multiply-accumulates on operands inside their named extents. */
  readonly macs: number;
  /** macs / (cycles * R * C). */
  readonly utilisation: number;
  readonly dramBytesRead: number;
  readonly dramBytesWritten: number;
  /** Of the banked memory model; zeros in the others. */
  readonly rowBuffer: Readonly<RowBuffer>;
  /** Commands executed, by name. */
  readonly instructions: Readonly<Record<Command["op"], number>>;
  /** Loads from bytes that a store was still writing: on hardware a fence must stand between. Timed as if it did. */
  readonly unfencedLoads: number;
  /** Results with a partial sum beyond the width of the array's wires; values are those of 32-bit wires. */
  readonly psumOverflows: number;
}
