// The simt dialect: a PTX-like virtual instruction set in SSA form. See README.md.
import { Operation } from "../../ir/core/operation.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { ConditionOp, ContinueIfOp, IfOp, LoopOp, WhileOp, YieldOp } from "./control.ts";
import { ConstOp, instructionOps } from "./instruction-op.ts";
import { KernelOp, ReturnOp } from "./kernel.ts";
import { LaunchOp } from "./launch.ts";
import { kindOfType } from "./types.ts";

export { buildInstruction, constant, instruction, instructionResults, type InstructionOptions } from "./build.ts";
export { ConditionOp, ContinueIfOp, IfOp, LoopOp, WhileOp, YieldOp } from "./control.ts";
export { ConstOp, immediateOf, instructionOf, opNameOf } from "./instruction-op.ts";
export { KernelOp, ReturnOp, shapeOf, threadsPerBlock } from "./kernel.ts";
export { kernelOf, LaunchOp, ORDER, runLaunch } from "./launch.ts";
export { instructionEntries, instructions, type InstructionName } from "./table/index.ts";
export type { Access, Effect, ImmediateName, Instruction, OpcodeClass, Space } from "./table/instruction.ts";
export { kindOfType, registersOfKind, RegisterType, typeOfKind, WARP, type RegisterKind } from "./types.ts";
export type { BlockState, Triple } from "./warp/block.ts";
export type { Instrument } from "./warp/body.ts";
export type { AccessObserver, GlobalBuffer, GlobalMemory } from "./warp/device.ts";
export {
  runGrid,
  type BlockObserver,
  type GridOptions,
  type GridOutcome,
  type KernelArgument,
  type KernelShape,
} from "./warp/grid.ts";
export type { Move } from "./warp/moves.ts";
export { KernelPlan, type BodyPlan, type CountedOp } from "./warp/plan.ts";
export type { Profile } from "./warp/profile.ts";
export { countBits, type Slot, type Warp } from "./warp/warp.ts";

export const simtDialect = defineDialect({
  name: "simt",
  summary: "A PTX-like virtual instruction set, run by warps.",
  ops: [
    KernelOp,
    ReturnOp,
    LaunchOp,
    IfOp,
    LoopOp,
    ContinueIfOp,
    WhileOp,
    ConditionOp,
    YieldOp,
    ConstOp,
    ...instructionOps,
  ],
  materializeConstant: (context, value, type, location) => {
    if (kindOfType(type) === undefined || !("type" in value) || value.type !== type) return undefined;
    return Operation.create(context, context.opDefinition("simt.const"), location, {
      resultTypes: [type],
      properties: { value },
    });
  },
});
