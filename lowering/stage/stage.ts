// stage: what a machine wants close to its units is copied there before it is used. One function a kind of machine.
import type { Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { opsNamed } from "../../ir/core/walk.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { machineOf } from "../machine/module-machine.ts";
import type { Machine } from "../machine/schema.ts";
import { stageForGpu } from "./stage-gpu.ts";
import { stageOperands } from "./stage-operands.ts";

/** Stages one kernel; says what does not fit. */
function stageKernel(kernel: Operation, machine: Machine): Diagnostic | undefined {
  switch (machine.schema) {
    case "gpu-hw/1":
      return stageForGpu(kernel, machine);
    case "cpu-hw/1":
      // Caches are filled by the loads themselves.
      return undefined;
    case "npu-hw/1":
      stageOperands(kernel, "scratchpad");
      return undefined;
  }
}

export const stage = definePass({
  name: "stage",
  summary: "Copies what a machine's units read into its local memories.",
  description:
    "GPU: operands of vector.contract that are read from global memory go through shared memory (tile.alloc, tile.copy_async, tile.wait). Systolic array: through the scratchpad. " +
    "A kernel whose buffers do not fit is refused with the figures.",
  anchor: "builtin.module",
  dependentDialects: ["tile"],
  run: (module, { fail }) => {
    const found = machineOf(module);
    if (!found.ok) {
      fail(found.diagnostic);
      return;
    }
    for (const kernel of opsNamed(module, "tile.kernel")) {
      const problem = stageKernel(kernel, found.machine);
      if (problem !== undefined) fail(problem);
    }
  },
});
