// A program on a GPU: the host in WebAssembly, each launch on the simulated machine, both on the same bytes.
import type { Operation } from "../../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import {
  KernelOp,
  kindOfType,
  type GlobalMemory,
  type KernelArgument,
  type Triple,
} from "../../../dialects/simt/index.ts";
import type { GpuMachine, Machine } from "../../machine/schema.ts";
import type { BuildOutcome, MachineReport, RunOutcome, RunSettings } from "../executable.ts";
import { buildHost, LaunchFailure, type Host, type SharedMemory } from "../host.ts";
import { GpuSimulator, type LaunchReport } from "./simulator/index.ts";

export function buildExecutable(module: Operation, machine: Machine, settings: RunSettings): BuildOutcome {
  if (machine.schema !== "gpu-hw/1") throw new Error(`'${machine.name}' is no GPU`);
  const built = buildHost(module, settings);
  if (!built.ok) return built;
  return {
    ok: true,
    executable: { run: (inputs) => Promise.resolve(run(module, machine, settings, built.host, inputs)) },
  };
}

type Inputs = Parameters<Host["run"]>[0];

function run(module: Operation, machine: GpuMachine, { shuffle }: RunSettings, host: Host, inputs: Inputs): RunOutcome {
  const simulator = new GpuSimulator(machine, { seed: shuffle });
  const outcome = host.run(inputs, (name, args, memory) => {
    launch(module, name, args, simulator, globalMemory(memory));
  });
  if (!outcome.ok) return outcome;
  return { ok: true, results: outcome.results, report: reportOf(simulator, outcome.milliseconds) };
}

/** The run's memory as the device sees it. */
function globalMemory(memory: SharedMemory): GlobalMemory {
  return { bytes: memory.bytes, allocations: memory.buffers, find: (address, bytes) => memory.find(address, bytes) };
}

/** A launch as the host calls it: three extents of the grid, then the kernel's arguments. */
function launch(
  module: Operation,
  name: string,
  args: readonly (number | bigint)[],
  simulator: GpuSimulator,
  memory: GlobalMemory,
): void {
  const kernel = lookupSymbolIn(module, name);
  const view = KernelOp.match(kernel);
  if (kernel === undefined || view === undefined) throw new Error(`there is no kernel '@${name}'`);
  const [x = 1, y = 1, z = 1] = args.slice(0, 3).map(Number);
  const grid: Triple = [x, y, z];
  const given = view.functionType.inputs.map((type, i): KernelArgument => {
    const value = args[3 + i];
    if (value === undefined) throw new Error(`'@${name}' is called with too few arguments`);
    return kindOfType(type) === "i64" ? BigInt(value) : Number(value);
  });
  const outcome = simulator.launch(kernel, grid, given, memory);
  if (!outcome.ok) throw new LaunchFailure(outcome.diagnostic);
}

/** Counters of one kernel over all its launches: those that say where its time goes. */
function kernelCounters(reports: readonly LaunchReport[]): Record<string, number> {
  const counters: Record<string, number> = {};
  for (const report of reports) {
    const add = (what: string, value: number): void => {
      const key = `@${report.kernel} ${what}`;
      counters[key] = (counters[key] ?? 0) + value;
    };
    add("launches", 1);
    add("cycles", report.cycles);
    add("instructions", report.instructions);
    add("sectors", report.global.sectors);
    add("bank conflicts", report.shared.conflicts);
    add("bytes moved", report.traffic.dramReadBytes + report.traffic.dramWriteBytes);
  }
  return counters;
}

function reportOf(simulator: GpuSimulator, milliseconds: number): MachineReport {
  const total = simulator.total();
  return {
    machine: simulator.machine.name,
    milliseconds,
    cycles: total.cycles,
    utilisation: total.utilisation,
    bytesMoved: total.bytesMoved,
    multiplyAdds: total.multiplyAdds,
    counters: {
      launches: total.launches,
      "warp instructions": total.instructions,
      sectors: total.sectors,
      "bank conflicts": total.conflicts,
      barriers: total.barriers,
      ...kernelCounters(simulator.reports),
    },
  };
}
