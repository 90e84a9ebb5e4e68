// Coalescing of global memory: the distinct sectors and lines of one warp access.
import { countBits, WARP } from "../../../../dialects/simt/index.ts";
import type { GpuMachine } from "../../../machine/schema.ts";

/** The distinct lines of an access, each with a bit for every sector that a lane touches. */
export class Coalescer {
  /** Line numbers and sector masks; the first `lines` are of the last access. */
  readonly line = new Float64Array(2 * WARP);
  readonly sectorMask = new Int32Array(2 * WARP);
  lines = 0;
  sectors = 0;
  readonly #lineShift: number;
  readonly #sectorShift: number;
  readonly #sectorBits: number;

  constructor({ l1 }: GpuMachine) {
    this.#lineShift = Math.log2(l1.line);
    this.#sectorShift = Math.log2(l1.sector);
    this.#sectorBits = l1.line / l1.sector - 1;
  }

  /** Accesses are aligned and no wider than a sector, so that each lane touches one. */
  coalesce(at: Int32Array, mask: number): void {
    const { line, sectorMask } = this;
    let lines = 0;
    for (let lane = 0; lane < WARP; lane++) {
      if (((mask >>> lane) & 1) === 0) continue;
      const address = at[lane]!;
      const number = address >>> this.#lineShift;
      const sector = 1 << ((address >>> this.#sectorShift) & this.#sectorBits);
      let i = lines - 1;
      while (i >= 0 && line[i] !== number) i--;
      if (i < 0) {
        i = lines++;
        line[i] = number;
        sectorMask[i] = 0;
      }
      sectorMask[i]! |= sector;
    }
    let sectors = 0;
    for (let i = 0; i < lines; i++) sectors += countBits(sectorMask[i]!);
    this.lines = lines;
    this.sectors = sectors;
  }
}
