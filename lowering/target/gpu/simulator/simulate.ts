// Simulates launches of simt kernels on a machine: results in memory, exact counts, cycles.
import { errorAt, type Diagnostic } from "../../../../ir/core/diagnostic.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { symbolName } from "../../../../ir/core/symbol-table.ts";
import {
  instructionOf, runGrid, shapeOf, threadsPerBlock, type GlobalMemory, type GridOutcome, type KernelArgument, type Triple,
} from "../../../../dialects/simt/index.ts"; // prettier-ignore
import type { GpuMachine } from "../../../machine/schema.ts";
import { AccessCounters, instructionCounts } from "./counters.ts";
import { launchProblem, occupancyOf } from "./occupancy.ts";
import { registersPerThread } from "./registers.ts";
import { totalReport, type LaunchReport, type TotalReport } from "./report.ts";
import { SectorCache } from "./sector-cache.ts";
import { l1BytesPerBlock, ratesOf, type Rates } from "./timing/rates.ts";
import { Scoreboard } from "./timing/scoreboard.ts";
import { Workload } from "./timing/workload.ts";

export interface SimulationOptions {
  /** Shuffles the order of blocks and warps; results and counts of instructions, sectors and conflicts do not depend on it. */
  readonly seed?: number | undefined;
  /** Takes reads of bytes that nobody wrote (default: they are reported, where the memory knows). */
  readonly allowUndefinedReads?: boolean | undefined;
  /** Reports a byte that two blocks write without atomics (default: no; needs 4 bytes a byte of memory). */
  readonly checkWriters?: boolean | undefined;
  /** Ends a launch with an error after so many warp instructions. */
  readonly maxInstructions?: number | undefined;
}

export type SimulationOutcome =
  | { readonly ok: true; readonly report: LaunchReport }
  /** Nothing of the launch counts; memory holds what was written until then. */
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Ends a run that takes too long. */
class OutOfInstructions extends Error {}

function budget(most: number): (units: number) => void {
  let rest = most;
  return (units) => {
    rest -= units;
    if (rest < 0) throw new OutOfInstructions();
  };
}

const mnemonics: Readonly<Record<string, string>> = { "simt.return": "ret" };
const nameOf = (op: string): string => instructionOf(op)?.name ?? mnemonics[op] ?? "bra";

/** One GPU for the launches of a run: L2 lives as long as it does. */
export class GpuSimulator {
  readonly machine: GpuMachine;
  readonly reports: LaunchReport[] = [];
  readonly #rates: Rates;
  readonly #l2: SectorCache;
  readonly #options: SimulationOptions;

  constructor(machine: GpuMachine, options: SimulationOptions = {}) {
    this.machine = machine;
    this.#rates = ratesOf(machine);
    this.#l2 = new SectorCache((machine.l2.mb * 1024 * 1024) / machine.l2.line);
    this.#options = options;
  }

  /** Runs a kernel over a grid. Arguments are one for each parameter; addresses are bigints or numbers into `memory`. */
  launch(kernel: Operation, grid: Triple, args: readonly KernelArgument[], memory: GlobalMemory): SimulationOutcome {
    const { machine } = this;
    const shape = shapeOf(kernel);
    const name = symbolName(kernel) ?? "";
    const registers = registersPerThread(kernel);
    const needs = { threads: threadsPerBlock(kernel), registers, sharedBytes: shape.sharedBytes };
    const problem = launchProblem(needs, machine);
    if (problem !== undefined)
      return { ok: false, diagnostic: errorAt(kernel.location, `kernel '@${name}' needs ${problem}`) };
    const occupancy = occupancyOf(needs, machine);
    const work = new Workload(this.#rates, machine.sms);
    const l1Bytes = l1BytesPerBlock(machine, occupancy.blocksPerSm, shape.sharedBytes);
    const counters = new AccessCounters(machine, this.#rates, work, l1Bytes, this.#l2);
    const scoreboard = new Scoreboard(this.#rates, counters.last, work);
    const { maxInstructions, ...options } = this.#options;
    let outcome: GridOutcome;
    try {
      outcome = runGrid(kernel, shape, grid, args, memory, {
        ...options,
        spend: maxInstructions === undefined ? undefined : budget(maxInstructions),
        instrument: scoreboard.instrument,
        observe: (warp, _, access) => {
          counters.observe(warp, access);
        },
        blocks: {
          ...scoreboard.blocks,
          begin: (block) => {
            counters.l1.clear();
            scoreboard.blocks.begin(block);
          },
        },
      });
    } catch (error) {
      if (!(error instanceof OutOfInstructions)) throw error;
      return {
        ok: false,
        diagnostic: errorAt(kernel.location, `kernel '@${name}' ran more than ${maxInstructions} warp instructions`),
      };
    }
    if (!outcome.ok) {
      const { op, reason } = outcome;
      return { ok: false, diagnostic: errorAt(op.location, `'${op.name}' in kernel '@${name}': ${reason}`) };
    }
    const { profile } = outcome;
    const counts = instructionCounts(profile, nameOf);
    const traffic = counters.traffic();
    const timing = work.cycles(occupancy.blocksPerSm, traffic.dramReadBytes + traffic.dramWriteBytes);
    const report: LaunchReport = {
      kernel: name,
      grid,
      threads: shape.threads,
      blocks: profile.blocks,
      warps: profile.warps,
      ...counts,
      ...timing,
      global: counters.global,
      shared: counters.shared,
      traffic,
      barriers: profile.barriers,
      registers,
      spilledRegisters: Math.max(0, registers - machine.sm.max_regs_per_thread),
      occupancy,
      laneEfficiency: counts.instructions === 0 ? 1 : counts.activeLanes / (counts.instructions * machine.warp),
      utilisation: timing.cycles === 0 ? 0 : counts.fp32Lanes / (timing.cycles * machine.sms * this.#rates.fp32Lanes),
    };
    this.reports.push(report);
    return { ok: true, report };
  }

  total(): TotalReport {
    return totalReport(this.reports);
  }
}

/** One launch on a GPU of its own. */
export function simulateLaunch(
  kernel: Operation,
  grid: Triple,
  args: readonly KernelArgument[],
  memory: GlobalMemory,
  machine: GpuMachine,
  options: SimulationOptions = {},
): SimulationOutcome {
  return new GpuSimulator(machine, options).launch(kernel, grid, args, memory);
}
