// The execute unit: preloads and products through the array, in order. The array's registers are doubled: the next
// stationary operand enters while the current product runs, so in the steady state a product costs the larger of its
// rows and the preload's. Operands in one bank are read one after the other.
import type { SystolicMachine } from "../../../../machine/schema.ts";
import type { Product } from "../effect.ts";
import type { Geometry } from "../geometry.ts";
import { feedCycles, meshLatency } from "./mesh.ts";
import type { LocalMemories } from "./move.ts";

export class ExecuteUnit {
  /** Cycles in which the entrance of the array had work. */
  busy = 0;
  readonly #machine: SystolicMachine;
  readonly #geometry: Geometry;
  readonly #memories: LocalMemories;
  readonly #latency: number;
  /** When the product before started, and when the entrance is free again. */
  #started = 0;
  #entrance = 0;
  /** When the preload before was in. */
  #preloaded = 0;
  /** When everything so far is written. */
  #drained = 0;
  #busyUntil = 0;

  constructor(machine: SystolicMachine, geometry: Geometry, memories: LocalMemories) {
    this.#machine = machine;
    this.#geometry = geometry;
    this.#memories = memories;
    this.#latency = machine.scratchpad.read_delay + meshLatency(machine);
  }

  /** When a configuration that may start at `ready` is done: it waits until the array is empty. */
  configure(ready: number): number {
    const done = Math.max(ready, this.#drained);
    this.#entrance = Math.max(this.#entrance, done);
    this.#preloaded = Math.max(this.#preloaded, done);
    return done;
  }

  /**
   * Times a product: when its operands are read and when its results are written. Its stationary operand and result are
   * free at `preloadReady`, its others at `operandsReady`.
   */
  multiply(
    product: Product,
    preloadReady: number,
    operandsReady: number,
  ): { readonly read: number; readonly written: number } {
    const { stationary, a, bd } = product;
    const preloadStart = Math.max(preloadReady, this.#preloaded, this.#started);
    if (stationary !== undefined) {
      const { rows } = this.#geometry;
      const region = stationary.region;
      const read = region === undefined ? preloadStart : this.#memories.scratchpad.read(region, preloadStart);
      this.#preloaded = Math.max(preloadStart + rows, read);
      this.#addBusy(preloadStart, this.#preloaded);
    }
    const start = Math.max(preloadReady, operandsReady, this.#entrance, stationary === undefined ? 0 : this.#preloaded);
    let end = start + feedCycles(this.#machine, this.#geometry, product);
    for (const region of [a, bd])
      if (region !== undefined) end = Math.max(end, this.#memories.scratchpad.read(region, start));
    this.#started = start;
    this.#entrance = end;
    this.#addBusy(start, end);
    const written = this.#write(product, start, end);
    this.#drained = Math.max(this.#drained, written);
    return { read: end, written };
  }

  /** When the results are in their rows. Output-stationary ones leave after the last operand, a row a cycle. */
  #write({ c, dataflow }: Product, start: number, end: number): number {
    const first = this.#latency + (dataflow === "ws" ? start : end);
    const last = this.#latency + (dataflow === "ws" ? end : end + (c === undefined ? 0 : this.#geometry.rows));
    if (c === undefined) return last;
    const written = Math.max(last, this.#memories[c.space].write(c, first));
    return c.space === "accumulator" ? written + this.#machine.accumulator.latency : written;
  }

  #addBusy(start: number, end: number): void {
    this.busy += Math.max(0, end - Math.max(start, this.#busyUntil));
    this.#busyUntil = Math.max(this.#busyUntil, end);
  }
}
