// Registers of a thread: the most 32-bit registers that are live at once, over the intervals of values in the linear order of the code.
import type { Block } from "../../../../ir/core/block.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { kindOfType, registersOfKind } from "../../../../dialects/simt/index.ts";

interface Interval {
  readonly width: number;
  readonly start: number;
  end: number;
}

/**
 * A value is live from its definition to its last use. A loop's arguments begin where the values before end, so that what is passed
 * on needs no second register.
 */
class Intervals {
  readonly #intervals = new Map<Value, Interval>();
  position = 0;

  define(value: Value): void {
    const kind = kindOfType(value.type);
    const width = kind === undefined ? 0 : registersOfKind[kind];
    this.#intervals.set(value, { width, start: this.position, end: this.position });
  }

  use(value: Value): void {
    const found = this.#intervals.get(value);
    if (found !== undefined) found.end = this.position;
  }

  /** What was defined before `start` and is used after it lives until here: a loop reads it again in its next round. */
  closeLoop(start: number): void {
    for (const interval of this.#intervals.values()) {
      if (interval.start < start && interval.end > start) interval.end = this.position;
    }
  }

  /** The most registers at once. A result may take the register of an operand that ends where it starts. */
  pressure(): number {
    const change = new Map<number, number>();
    const add = (at: number, width: number): void => {
      change.set(at, (change.get(at) ?? 0) + width);
    };
    for (const { start, end, width } of this.#intervals.values()) {
      add(start, width);
      add(Math.max(end, start + 0.5), -width);
    }
    let live = 0;
    let most = 0;
    for (const [, delta] of [...change].sort(([a], [b]) => a - b)) {
      live += delta;
      most = Math.max(most, live);
    }
    return most;
  }
}

const isLoop = (op: Operation): boolean => op.name === "simt.loop" || op.name === "simt.while";

function scanBlock(block: Block, intervals: Intervals): void {
  for (const op of block.ops()) {
    // Constants are immediates.
    if (op.name === "simt.const") continue;
    intervals.position++;
    for (const value of op.operands) intervals.use(value);
    const start = intervals.position;
    for (const region of op.regions) {
      if (region.isEmpty) continue;
      for (const value of region.entry.arguments) intervals.define(value);
      scanBlock(region.entry, intervals);
    }
    if (isLoop(op)) intervals.closeLoop(start);
    for (const value of op.results) intervals.define(value);
  }
}

/** 32-bit registers that a thread of the kernel needs; parameters are in constant memory. */
export function registersPerThread(kernel: Operation): number {
  const intervals = new Intervals();
  scanBlock(kernel.region().entry, intervals);
  return intervals.pressure();
}
