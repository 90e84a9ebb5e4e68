// The instruction table: every instruction by its WebAssembly name.
import { conversionInstructions } from "./conversion.ts";
import { floatInstructions } from "./float.ts";
import { i32Instructions } from "./i32.ts";
import { i64Instructions } from "./i64.ts";
import type { Instruction } from "./instruction.ts";
import { memoryInstructions } from "./memory.ts";
import { parametricInstructions } from "./parametric.ts";
import { simdCompareInstructions } from "./simd-compare.ts";
import { simdFloatInstructions } from "./simd-float.ts";
import { simdIntegerInstructions } from "./simd-integer.ts";
import { simdLaneInstructions } from "./simd-lane.ts";
import { simdMemoryInstructions } from "./simd-memory.ts";
import { simdWidenInstructions } from "./simd-widen.ts";

const table = {
  ...i32Instructions,
  ...i64Instructions,
  ...floatInstructions,
  ...conversionInstructions,
  ...memoryInstructions,
  ...parametricInstructions,
  ...simdIntegerInstructions,
  ...simdCompareInstructions,
  ...simdFloatInstructions,
  ...simdLaneInstructions,
  ...simdWidenInstructions,
  ...simdMemoryInstructions,
};

/** The names of all instructions that the table has. */
export type InstructionName = keyof typeof table;

export const instructions: Readonly<Record<InstructionName, Instruction>> = table;

/** Names and rows, in the table's order. */
export const instructionEntries: readonly (readonly [name: string, row: Instruction])[] =
  Object.entries<Instruction>(table);
