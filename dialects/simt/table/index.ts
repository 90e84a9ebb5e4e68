// The instruction table: every instruction by its PTX name.
import { atomicInstructions } from "./atomic.ts";
import { conversionInstructions } from "./conversion.ts";
import { exchangeInstructions } from "./exchange.ts";
import { floatInstructions } from "./float.ts";
import type { Instruction } from "./instruction.ts";
import { integer32Instructions } from "./integer32.ts";
import { integer64Instructions } from "./integer64.ts";
import { memoryInstructions } from "./memory.ts";
import { placeInstructions } from "./place.ts";

const table = {
  ...integer32Instructions,
  ...integer64Instructions,
  ...floatInstructions,
  ...conversionInstructions,
  ...placeInstructions,
  ...memoryInstructions,
  ...atomicInstructions,
  ...exchangeInstructions,
};

/** The names of all instructions. */
export type InstructionName = keyof typeof table;

export const instructions: Readonly<Record<InstructionName, Instruction>> = table;

/** Names and rows, in the table's order. */
export const instructionEntries: readonly (readonly [name: string, row: Instruction])[] =
  Object.entries<Instruction>(table);
