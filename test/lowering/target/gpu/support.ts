// Runs a kernel's text on a simulated GPU with named float buffers.
import type { Triple } from "../../../../dialects/simt/index.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Memory } from "../../../../ir/interpret/memory.ts";
import { type Allocation } from "../../../../ir/interpret/memory.ts";
import {
  simulateLaunch,
  type LaunchReport,
  type SimulationOptions,
} from "../../../../lowering/target/gpu/simulator/index.ts";
import type { GpuMachine } from "../../../../lowering/machine/gpu.ts";
import { gpu } from "../../../../lowering/machine/presets/gpu.ts";
import { parse } from "../../../support/mlir.ts";

export function kernelOf(text: string): Operation {
  const [kernel] = [...parse(text).region().entry.ops()];
  if (kernel === undefined) throw new Error("no kernel");
  return kernel;
}

/** A buffer at a multiple of 128 bytes, filled where `values` are given. */
export function buffer(memory: Memory, label: string, bytes: number, values?: readonly number[]): Allocation {
  const allocation = memory.allocate(bytes, { label, align: 128 });
  if (allocation === undefined) throw new Error("no room");
  values?.forEach((value, i) => {
    memory.view.setFloat32(allocation.address + 4 * i, value, true);
    memory.undefinedBytes.fill(0, allocation.address + 4 * i, allocation.address + 4 * i + 4);
  });
  return allocation;
}

export const floats = (memory: Memory, { address }: Allocation, count: number): number[] =>
  Array.from({ length: count }, (_, i) => memory.view.getFloat32(address + 4 * i, true));

export interface Launch {
  readonly grid?: Triple;
  readonly machine?: GpuMachine;
  readonly options?: SimulationOptions;
}

/** The report; throws the diagnostic's message where the launch fails. */
export function launch(
  text: string,
  args: readonly (number | bigint)[],
  memory: Memory,
  { grid = [1, 1, 1], machine = gpu, options = {} }: Launch = {},
): LaunchReport {
  const outcome = simulateLaunch(kernelOf(text), grid, args, memory, machine, options);
  if (!outcome.ok) throw new Error(outcome.diagnostic.message);
  return outcome.report;
}
