// The wasm dialect: WebAssembly in SSA form. See README.md.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { Operation } from "../../ir/core/operation.ts";
import { BlockOp, BrIfOp, BrOp, BrTableOp, IfOp, LoopOp, UnreachableOp, YieldOp } from "./control.ts";
import { CallOp, FuncOp, ImportFuncOp, ReturnOp } from "./function.ts";
import { instructionOps } from "./instruction-op.ts";
import { LocalGetOp, LocalSetOp, LocalTeeOp } from "./local.ts";
import { DataOp, GlobalGetOp, GlobalOp, GlobalSetOp, MemoryOp } from "./module.ts";
import { kindOfType } from "./types.ts";

export { buildInstruction, constant, instruction, type InstructionOptions } from "./build.ts";
export { BlockOp, branchTarget, BrIfOp, BrOp, BrTableOp, IfOp, LoopOp, UnreachableOp, YieldOp } from "./control.ts";
export { CallOp, FuncOp, IMPORTS, ImportFuncOp, ReturnOp, type Import } from "./function.ts";
export { integerImmediate as immediateNumber } from "./immediates.ts";
export { instructionOf, opNameOf } from "./instruction-op.ts";
export { LocalGetOp, LocalSetOp, LocalTeeOp, localType } from "./local.ts";
export { dataBytes, initializeMemory } from "./memory-image.ts";
export { DataOp, GlobalGetOp, GlobalOp, GlobalSetOp, MemoryOp } from "./module.ts";
export { instructionEntries, instructions, type InstructionName } from "./table/index.ts";
export type { Feature, Immediate, Instruction, LaneShape, NumberKind, ValueKind } from "./table/instruction.ts";
export { is128Bits, kindOfType, laneType, V128, ValueType } from "./types.ts";

const constantOps: Readonly<Record<string, string>> = {
  i32: "wasm.i32_const",
  i64: "wasm.i64_const",
  f32: "wasm.f32_const",
  f64: "wasm.f64_const",
};

export const wasmDialect = defineDialect({
  name: "wasm",
  summary: "WebAssembly in SSA form, one op an instruction.",
  ops: [
    FuncOp, ImportFuncOp, CallOp, ReturnOp, MemoryOp, DataOp, GlobalOp, GlobalGetOp, GlobalSetOp,
    BlockOp, LoopOp, IfOp, YieldOp, BrOp, BrIfOp, BrTableOp, UnreachableOp, LocalGetOp, LocalSetOp, LocalTeeOp,
    ...instructionOps,
  ], // prettier-ignore
  materializeConstant: (context, value, type, location) => {
    const kind = kindOfType(type);
    if (kind === undefined || !("type" in value) || value.type !== type) return undefined;
    const name = constantOps[kind] ?? (value.kind === "dense" ? "wasm.v128_const" : undefined);
    if (name === undefined) return undefined;
    return Operation.create(context, context.opDefinition(name), location, {
      resultTypes: [type],
      properties: { value },
    });
  },
});
