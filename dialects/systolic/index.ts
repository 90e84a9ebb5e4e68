// The systolic dialect: the instruction stream of a systolic array with scratchpad, accumulator and DMA.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import {
  ComputeAccumulatedOp, ComputePreloadedOp, ConfigExOp, ConfigLdOp, ConfigStOp, FenceOp, FlushOp, MvinOp, MvoutOp, PreloadOp,
} from "./instructions.ts"; // prettier-ignore
import { KernelOp, LaunchOp, ReturnOp } from "./kernel.ts";

export type { Command } from "./commands.ts";
export { SYSTOLIC_DEVICE, type SystolicDevice } from "./device.ts";
export {
  ComputeAccumulatedOp,
  ComputePreloadedOp,
  ConfigExOp,
  ConfigLdOp,
  ConfigStOp,
  FenceOp,
  FlushOp,
  MvinOp,
  MvoutOp,
  PreloadOp,
};
export { kernelInputs, KernelOp, LaunchOp, ReturnOp } from "./kernel.ts";
export { accumulatorRow, GARBAGE, scratchpadRow } from "./local-address.ts";

export const systolicDialect = defineDialect({
  name: "systolic",
  summary: "The instruction stream of a systolic array.",
  ops: [
    KernelOp, LaunchOp, ReturnOp, ConfigExOp, ConfigLdOp, ConfigStOp, MvinOp, MvoutOp, PreloadOp, ComputePreloadedOp,
    ComputeAccumulatedOp, FlushOp, FenceOp,
  ], // prettier-ignore
});
