// What one run has: memory, the state of dialects, code, and the fuel that ends it.
import type { PreparedCode } from "./compile.ts";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import { outOfMemory, Unwind } from "./unwind.ts";

/** What all frames of a run share. */
export class Run implements Ledger {
  readonly memory: Memory;
  readonly states: Map<string, unknown>;
  readonly maxDepth: number;
  readonly code: PreparedCode;
  fuel: number;
  /** Computations run that wait for each other, so that regions must be able to suspend. */
  interleaved = false;
  /** The bits of a NaN were looked at. */
  readsNaNBits = false;

  constructor(memory: Memory, states: Map<string, unknown>, code: PreparedCode, fuel: number, maxDepth: number) {
    this.memory = memory;
    this.states = states;
    this.code = code;
    this.fuel = fuel;
    this.maxDepth = maxDepth;
  }

  /** What is allocated costs fuel as well, since it takes time to fill; no value may be larger than memory. */
  take(bytes: number): void {
    if (!(bytes <= this.memory.limit))
      outOfMemory(`a value of ${bytes} bytes, where ${this.memory.limit} are the limit of memory`);
    if (bytes >= bytesPerUnit) this.spend(Math.floor(bytes / bytesPerUnit));
  }

  noteNaNBits(): void {
    this.readsNaNBits = true;
  }

  spend(units: number): void {
    this.fuel -= units;
    // A count that is no number comes from extents beyond any number.
    if (!(this.fuel >= 0)) throw new Unwind("out-of-fuel", "the fuel limit is reached");
  }
}

/** Allocated bytes that cost as much as one op. */
const bytesPerUnit = 64;
