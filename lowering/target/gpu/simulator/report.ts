// What a simulated launch cost, and all launches of a run together.
import type { Triple } from "../../../../dialects/simt/index.ts";
import type { GlobalCounts, InstructionCounts, SharedCounts, TrafficCounts } from "./counters.ts";
import type { Occupancy } from "./occupancy.ts";

export interface LaunchReport extends InstructionCounts {
  readonly kernel: string;
  readonly grid: Triple;
  readonly threads: Triple;
  readonly blocks: number;
  readonly warps: number;
  readonly cycles: number;
  /** Lower bounds on the cycles, by name; the largest is the limiter. */
  readonly bounds: Readonly<Record<string, number>>;
  readonly limiter: string;
  readonly global: Readonly<GlobalCounts>;
  readonly shared: Readonly<SharedCounts>;
  readonly traffic: Readonly<TrafficCounts>;
  /** Barriers that opened, over all blocks. */
  readonly barriers: number;
  /** 32-bit registers of a thread; those beyond the machine's limit. */
  readonly registers: number;
  readonly spilledRegisters: number;
  readonly occupancy: Occupancy;
  /** Active lanes of 32, over all instructions. */
  readonly laneEfficiency: number;
  /** Active lanes of the f32 units, of all that the cycles offered. */
  readonly utilisation: number;
}

export interface TotalReport {
  readonly launches: number;
  readonly cycles: number;
  readonly instructions: number;
  readonly activeLanes: number;
  readonly multiplyAdds: number;
  readonly sectors: number;
  readonly wavefronts: number;
  readonly conflicts: number;
  readonly barriers: number;
  readonly divergentBranches: number;
  /** Bytes that DRAM gave and took. */
  readonly bytesMoved: number;
  readonly l2Bytes: number;
  /** Weighted by cycles. */
  readonly utilisation: number;
  readonly occupancy: number;
}

/** Launches one after another. */
export function totalReport(launches: readonly LaunchReport[]): TotalReport {
  const sum = (value: (launch: LaunchReport) => number): number =>
    launches.reduce((total, launch) => total + value(launch), 0);
  const cycles = sum((l) => l.cycles);
  const weighted = (value: (launch: LaunchReport) => number): number =>
    cycles === 0 ? 0 : sum((l) => l.cycles * value(l)) / cycles;
  return {
    launches: launches.length,
    cycles,
    instructions: sum((l) => l.instructions),
    activeLanes: sum((l) => l.activeLanes),
    multiplyAdds: sum((l) => l.multiplyAdds),
    sectors: sum((l) => l.global.sectors),
    wavefronts: sum((l) => l.shared.wavefronts),
    conflicts: sum((l) => l.shared.conflicts),
    barriers: sum((l) => l.barriers),
    divergentBranches: sum((l) => l.divergentBranches),
    bytesMoved: sum((l) => l.traffic.dramReadBytes + l.traffic.dramWriteBytes),
    l2Bytes: sum((l) => l.traffic.l2Bytes),
    utilisation: weighted((l) => l.utilisation),
    occupancy: weighted((l) => l.occupancy.fraction),
  };
}
