// Staging for a GPU: operands of contractions are read by many threads, so a block copies each once into shared memory.
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { symbolName } from "../../ir/core/symbol-table.ts";
import { opsNamed } from "../../ir/core/walk.ts";
import { KernelOp } from "../../dialects/tile/index.ts";
import type { GpuMachine } from "../machine/schema.ts";
import { sharedBuffers, sharedMemoryProblem } from "./shared-memory.ts";
import { stageOperands } from "./stage-operands.ts";

export function stageForGpu(kernel: Operation, machine: GpuMachine): Diagnostic | undefined {
  const entry = KernelOp.match(kernel)!.body.entry;
  // Buffers of a program live as long as it does: one place for all of them.
  for (const alloc of opsNamed(kernel, "tile.alloc").toReversed()) {
    if (alloc.parentBlock !== entry && entry.firstOp !== null) alloc.moveBefore(entry.firstOp);
  }
  stageOperands(kernel, "shared");
  const problem = sharedMemoryProblem(sharedBuffers(kernel), machine);
  return problem === undefined
    ? undefined
    : errorAt(kernel.location, `kernel '@${symbolName(kernel) ?? ""}' ${problem}`);
}
