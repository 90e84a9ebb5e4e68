// The work of a launch by multiprocessor and unit, the time of each block, and the cycles that follow.
import type { OpcodeClass } from "../../../../../dialects/simt/index.ts";
import { units, type Rates, type Unit } from "./rates.ts";

export interface Cycles {
  readonly cycles: number;
  /** Lower bounds, each what its name alone would take; the cycles are at least the largest. */
  readonly bounds: Readonly<Record<string, number>>;
  /** The bound that is the largest: a unit, "latency" or "DRAM". */
  readonly limiter: string;
}

export class Workload {
  readonly #rates: Rates;
  readonly #sms: number;
  /** Cycles by multiprocessor and unit. Block n runs on multiprocessor n modulo their number. */
  readonly #work: Float64Array;
  readonly #blockTimes: { readonly number: number; readonly time: number }[] = [];
  #block = 0;
  #base = 0;

  constructor(rates: Rates, sms: number) {
    this.#rates = rates;
    this.#sms = sms;
    this.#work = new Float64Array(sms * units.length);
  }

  beginBlock(number: number): void {
    this.#block = number;
    this.#base = (number % this.#sms) * units.length;
  }

  endBlock(time: number): void {
    this.#blockTimes.push({ number: this.#block, time });
  }

  issue(opcodeClass: OpcodeClass): void {
    const held = this.#rates.unit[opcodeClass];
    this.#work[this.#base]! += this.#rates.issue;
    if (held !== undefined) this.add(held.unit, held.cycles);
  }

  /** Cycles of a unit of the present block's multiprocessor. */
  add(unit: Unit, cycles: number): void {
    this.#work[this.#base + units.indexOf(unit)]! += cycles;
  }

  /** The most that one multiprocessor does with a unit. */
  #busiest(unit: Unit): number {
    let most = 0;
    for (let sm = 0; sm < this.#sms; sm++) most = Math.max(most, this.#work[sm * units.length + units.indexOf(unit)]!);
    return most;
  }

  /** Blocks of each multiprocessor in the order of their numbers, each into the slot that is free first. */
  #packed(blocksPerSm: number): number {
    const slots = Array.from({ length: this.#sms }, () => new Float64Array(blocksPerSm));
    let latest = 0;
    for (const { number, time } of this.#blockTimes.toSorted((a, b) => a.number - b.number)) {
      const own = slots[number % this.#sms]!;
      let free = 0;
      for (let i = 1; i < own.length; i++) if (own[i]! < own[free]!) free = i;
      own[free]! += time;
      latest = Math.max(latest, own[free]!);
    }
    return latest;
  }

  cycles(blocksPerSm: number, dramBytes: number): Cycles {
    const busiest = units.map((unit): [Unit, number] => [unit, this.#busiest(unit)]);
    const all: readonly (readonly [string, number])[] = [
      ...busiest,
      ["latency", this.#packed(blocksPerSm)],
      ["DRAM", dramBytes / this.#rates.dramBytesPerCycle],
    ];
    const [limiter, most] = all.reduce((largest, bound) => (bound[1] > largest[1] ? bound : largest));
    return { cycles: Math.ceil(most), bounds: Object.fromEntries(all), limiter };
  }
}
