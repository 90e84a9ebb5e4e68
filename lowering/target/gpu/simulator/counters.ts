// Exact counts of memory accesses, as they happen, and what they cost in the caches.
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { countBits, type Access, type OpcodeClass, type Profile, type Warp } from "../../../../dialects/simt/index.ts";
import type { GpuMachine } from "../../../machine/schema.ts";
import { Coalescer } from "./coalescing.ts";
import { SectorCache } from "./sector-cache.ts";
import { bankCounter } from "./shared-banks.ts";
import type { Rates } from "./timing/rates.ts";
import type { LastAccess } from "./timing/scoreboard.ts";
import type { Workload } from "./timing/workload.ts";

export interface GlobalCounts {
  /** Warp instructions that access global memory. */
  requests: number;
  sectors: number;
  lines: number;
  /** Of the sectors: those of loads and atomics, of stores. */
  loadSectors: number;
  storeSectors: number;
}

export interface SharedCounts {
  requests: number;
  wavefronts: number;
  /** Wavefronts beyond one a phase. */
  conflicts: number;
}

export interface TrafficCounts {
  /** Bytes between the multiprocessors and L2, between L2 and DRAM. */
  l2Bytes: number;
  dramReadBytes: number;
  dramWriteBytes: number;
}

/** Counts the accesses of one launch. L1 is cold for each block, L2 is the caller's. */
export class AccessCounters {
  readonly global: GlobalCounts = { requests: 0, sectors: 0, lines: 0, loadSectors: 0, storeSectors: 0 };
  readonly shared: SharedCounts = { requests: 0, wavefronts: 0, conflicts: 0 };
  readonly last: LastAccess = { latency: 0 };
  readonly l1: SectorCache;
  l2Sectors = 0;
  dramReadSectors = 0;
  readonly #sector: number;
  readonly #l2: SectorCache;
  readonly #writtenBefore: number;
  readonly #banks: ReturnType<typeof bankCounter>;
  readonly #coalescer: Coalescer;
  readonly #rates: Rates;
  readonly #work: Workload;

  constructor(machine: GpuMachine, rates: Rates, work: Workload, l1Bytes: number, l2: SectorCache) {
    this.#sector = machine.l1.sector;
    this.l1 = new SectorCache(l1Bytes / machine.l1.line);
    this.#l2 = l2;
    this.#writtenBefore = l2.writtenBack;
    this.#banks = bankCounter(machine);
    this.#coalescer = new Coalescer(machine);
    this.#rates = rates;
    this.#work = work;
  }

  observe(warp: Warp, access: Access): void {
    if (access.space === "shared") this.#observeShared(warp, access);
    else this.#observeGlobal(warp, access);
  }

  #observeShared({ at, mask }: Warp, access: Access): void {
    const { wavefronts, ideal } = this.#banks(at, mask, access);
    const { shared } = this;
    shared.requests++;
    shared.wavefronts += wavefronts;
    shared.conflicts += wavefronts - ideal;
    this.#work.add("shared", wavefronts);
    this.last.latency = this.#rates.latency.ldst_shared + wavefronts - 1;
  }

  #observeGlobal({ at, mask }: Warp, access: Access): void {
    const coalescer = this.#coalescer;
    coalescer.coalesce(at, mask);
    const { lines, sectors, line, sectorMask } = coalescer;
    const { global } = this;
    global.requests++;
    global.sectors += sectors;
    global.lines += lines;
    if (access.kind === "store") global.storeSectors += sectors;
    else global.loadSectors += sectors;
    const rates = this.#rates;
    const l2 = this.#l2;
    let beyondL1 = 0;
    let beyondL2 = 0;
    for (let i = 0; i < lines; i++) {
      const number = line[i]!;
      const touched = sectorMask[i]!;
      // Atomics are done in L2; stores are written through.
      const missing = access.kind === "load" ? this.l1.read(number, touched) : touched;
      if (missing === 0) continue;
      beyondL1 += countBits(missing);
      if (access.kind !== "store") beyondL2 += countBits(l2.read(number, missing));
      if (access.kind !== "load") l2.write(number, missing);
    }
    this.l2Sectors += beyondL1;
    this.dramReadSectors += beyondL2;
    const tags = lines / rates.tagsPerCycle;
    this.#work.add("l1", tags);
    this.#work.add("l2 port", (beyondL1 * this.#sector) / rates.l2PortBytes);
    const level = beyondL2 > 0 ? rates.dramLatency : beyondL1 > 0 ? rates.l2Latency : rates.l1Latency;
    this.last.latency = level + Math.ceil(tags) - 1;
  }

  /** What moved until now; L2 is written back, so that every store is in DRAM. */
  traffic(): TrafficCounts {
    this.#l2.flush();
    return {
      l2Bytes: this.l2Sectors * this.#sector,
      dramReadBytes: this.dramReadSectors * this.#sector,
      dramWriteBytes: (this.#l2.writtenBack - this.#writtenBefore) * this.#sector,
    };
  }
}

export interface InstructionCounts {
  /** Warp instructions. */
  readonly instructions: number;
  /** Active lanes, summed over them. */
  readonly activeLanes: number;
  readonly byClass: Readonly<Record<string, number>>;
  /** By PTX-like name: `add.s32`, `bra`. */
  readonly byOp: Readonly<Record<string, number>>;
  readonly branches: number;
  readonly divergentBranches: number;
  /** Multiply-adds of active lanes: fma, dp4a, and integer mad of two values from memory (others make addresses). */
  readonly multiplyAdds: number;
  /** Active lanes of instructions of the f32 unit. */
  readonly fp32Lanes: number;
}

/** Multiply-adds of one lane. */
function multiplyAddsOf(op: Operation, name: string): number {
  if (name.startsWith("dp4a")) return 4;
  if (name.startsWith("mad.lo")) return isLoaded(op.operand(0)) && isLoaded(op.operand(1)) ? 1 : 0;
  return name.startsWith("fma") ? 1 : 0;
}

/** Whether a value is one from memory, converted or extended. */
function isLoaded(value: Value): boolean {
  const op = value.definingOp;
  if (op === null) return false;
  if (op.name.startsWith("simt.ld_")) return true;
  return (op.name.startsWith("simt.cvt_") || op.name === "simt.and_b32") && isLoaded(op.operand(0));
}

/** Counts by body times the instructions of the body. `nameOf` gives an op's PTX-like name. */
export function instructionCounts(
  { plan, executions, lanes, divergent }: Profile,
  nameOf: (op: string) => string,
): InstructionCounts {
  const byClass = new Map<OpcodeClass, number>();
  const byOp = new Map<string, number>();
  let [instructions, activeLanes, multiplyAdds, fp32Lanes] = [0, 0, 0, 0];
  for (const { number, counted } of plan.bodies) {
    const [times, active] = [executions[number]!, lanes[number]!];
    if (times === 0) continue;
    for (const { op, class: opcodeClass } of counted) {
      const name = nameOf(op.name);
      byClass.set(opcodeClass, (byClass.get(opcodeClass) ?? 0) + times);
      byOp.set(name, (byOp.get(name) ?? 0) + times);
      instructions += times;
      activeLanes += active;
      multiplyAdds += active * multiplyAddsOf(op, name);
      if (opcodeClass === "fma") fp32Lanes += active;
    }
  }
  return {
    instructions,
    activeLanes,
    byClass: Object.fromEntries(byClass),
    byOp: Object.fromEntries(byOp),
    branches: byOp.get("bra") ?? 0,
    divergentBranches: [...divergent.values()].reduce((sum, count) => sum + count, 0),
    multiplyAdds,
    fp32Lanes,
  };
}
