// The load unit and the store unit: rows between DRAM and the local memories, one command after the other.
import type { SystolicMachine } from "../../../../machine/schema.ts";
import type { Effect, Region } from "../effect.ts";
import type { Banks } from "./banks.ts";
import type { DmaStream } from "./dma.ts";

export interface LocalMemories {
  readonly scratchpad: Banks;
  readonly accumulator: Banks;
}

/** Cycles in which a unit that works in order has had work. */
class Busy {
  cycles = 0;
  #until = 0;

  add(start: number, end: number): void {
    this.cycles += Math.max(0, end - Math.max(start, this.#until));
    this.#until = Math.max(this.#until, end);
  }
}

/** Loads start as soon as the requests of the one before are out: their answers overlap. */
export class LoadUnit {
  readonly #machine: SystolicMachine;
  readonly #stream: DmaStream;
  readonly #memories: LocalMemories;
  readonly #busy = new Busy();
  #next = 0;

  constructor(machine: SystolicMachine, stream: DmaStream, memories: LocalMemories) {
    this.#machine = machine;
    this.#stream = stream;
    this.#memories = memories;
  }

  get busy(): number {
    return this.#busy.cycles;
  }

  /** When a load that may start at `ready` is complete. */
  move(effect: Effect, ready: number): number {
    const start = Math.max(ready, this.#next);
    const { transfer, writes } = effect;
    const rows = transfer?.rows ?? Math.max(0, ...writes.map((region) => region.rows));
    let complete = start + 1;
    for (let row = 0; row < rows; row++) {
      const arrived =
        transfer === undefined
          ? start + row
          : this.#stream.move(transfer.address + row * transfer.strideBytes, transfer.rowBytes, start);
      for (const region of writes) complete = Math.max(complete, this.#writeRow(region, row, arrived));
    }
    this.#next = Math.max(start + 1, transfer === undefined ? start + rows : this.#stream.nextRequest);
    this.#busy.add(start, complete);
    return complete;
  }

  #writeRow(region: Region, row: number, arrived: number): number {
    const at = { space: region.space, start: region.start + row, end: region.end, rows: 1 };
    const written = this.#memories[region.space].write(at, arrived);
    return region.space === "accumulator" ? written + this.#machine.accumulator.latency : written;
  }
}

/** Stores run one at a time, to completion. */
export class StoreUnit {
  readonly #machine: SystolicMachine;
  readonly #stream: DmaStream;
  readonly #memories: LocalMemories;
  readonly #busy = new Busy();
  #next = 0;

  constructor(machine: SystolicMachine, stream: DmaStream, memories: LocalMemories) {
    this.#machine = machine;
    this.#stream = stream;
    this.#memories = memories;
  }

  get busy(): number {
    return this.#busy.cycles;
  }

  /** When a store that may start at `ready` is complete; a pooled one (`rows` of the command 0) reads all before. */
  move(effect: Effect, ready: number, commandRows: number): number {
    const start = Math.max(ready, this.#next);
    const { transfer, reads } = effect;
    let complete = start + 1;
    if (transfer !== undefined) {
      const pooled = transfer.rows !== commandRows;
      const all = pooled ? this.#readRows(reads, start) : start;
      let scaled = all;
      for (let row = 0; row < transfer.rows; row++) {
        scaled = pooled ? scaled + 1 : Math.max(scaled + this.#scaleCycles(reads), this.#readRow(reads, row, start));
        const address = transfer.address + row * transfer.strideBytes;
        complete = Math.max(complete, this.#stream.move(address, transfer.rowBytes, scaled + this.#latency(reads)));
      }
    }
    this.#next = complete;
    this.#busy.add(start, complete);
    return complete;
  }

  #readRows(reads: readonly Region[], start: number): number {
    let done = start;
    for (const region of reads) {
      done = Math.max(done, this.#memories[region.space].read(region, start));
    }
    return done;
  }

  #readRow(reads: readonly Region[], row: number, start: number): number {
    let done = start;
    for (const region of reads) {
      const at = { space: region.space, start: region.start + row, end: region.end, rows: 1 };
      done = Math.max(done, this.#memories[region.space].read(at, start));
    }
    return done;
  }

  /** From the address to the bytes at the DMA. */
  #latency(reads: readonly Region[]): number {
    const { accumulator, scratchpad, scale_unit } = this.#machine;
    return reads[0]?.space === "accumulator" ? accumulator.latency + scale_unit.latency : scratchpad.read_delay;
  }

  /** Cycles that one row takes in the scale unit. */
  #scaleCycles(reads: readonly Region[]): number {
    const { units } = this.#machine.scale_unit;
    if (units === -1 || reads[0]?.space !== "accumulator") return 1;
    return Math.ceil(this.#machine.accumulator.row_elems / units);
  }
}
