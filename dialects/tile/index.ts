// The tile dialect: a grid of programs over static tiles, between linalg and the machines.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { KernelOp, NumProgramsOp, ProgramIdOp, ReturnOp } from "./kernel.ts";
import { LaunchOp } from "./launch.ts";
import { AllocOp, CopyAsyncOp, WaitOp } from "./memory.ts";
import { MmaOp } from "./mma.ts";
import { TokenType } from "./types.ts";

export { accessKinds, KernelOp, kernelReference, NumProgramsOp, ProgramIdOp, ReturnOp, type Access } from "./kernel.ts";
export { kernelOf, LaunchOp } from "./launch.ts";
export { AllocOp, CopyAsyncOp, copySizes, WaitOp } from "./memory.ts";
export { MmaOp } from "./mma.ts";
export { PROGRAM_ORDER, type ProgramOrder } from "./program.ts";
export { TokenType } from "./types.ts";

export const tileDialect = defineDialect({
  name: "tile",
  summary: "A grid of programs over static tiles.",
  ops: [KernelOp, ReturnOp, ProgramIdOp, NumProgramsOp, LaunchOp, AllocOp, CopyAsyncOp, WaitOp, MmaOp],
  types: [TokenType],
});
