// The ports of a local memory: each bank reads one row and writes one row a cycle, or does only one of the two.
import type { Region } from "../effect.ts";
import type { MemoryExtents } from "../geometry.ts";
import { Timeline } from "./timeline.ts";

export class Banks {
  readonly #rowsPerBank: number;
  readonly #read: readonly Timeline[];
  readonly #write: readonly Timeline[];

  constructor(extents: MemoryExtents, ports: "1rw" | "1r1w") {
    this.#rowsPerBank = extents.rowsPerBank;
    this.#read = Array.from({ length: extents.banks }, () => new Timeline());
    this.#write = ports === "1rw" ? this.#read : this.#read.map(() => new Timeline());
  }

  /** When the rows of the region, asked for from `earliest` on, have been read. */
  read(region: Region, earliest: number): number {
    return this.#claim(this.#read, region, earliest);
  }

  /** When the rows of the region, that come from `earliest` on, have been written. */
  write(region: Region, earliest: number): number {
    return this.#claim(this.#write, region, earliest);
  }

  /** Forgets what lies before `time`. */
  forget(time: number): void {
    for (const bank of this.#read) bank.forget(time);
    if (this.#write !== this.#read) for (const bank of this.#write) bank.forget(time);
  }

  /** All rows on the bank that the region starts in: a region across banks is rare, and this is the slower case. */
  #claim(ports: readonly Timeline[], region: Region, earliest: number): number {
    const bank = ports[Math.floor(region.start / this.#rowsPerBank)];
    return bank === undefined ? earliest + region.rows : bank.claim(earliest, region.rows);
  }
}
