// Binds a row of the instruction table to the registers of one warp.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Instruction } from "../table/instruction.ts";
import type { Slot, Warp } from "./warp.ts";

export interface Binding {
  readonly op: Operation;
  readonly warp: Warp;
  readonly operands: readonly Slot[];
  readonly results: readonly Slot[];
  readonly immediate: number;
}

function slotAt(slots: readonly Slot[], i: number): Slot {
  const slot = slots[i];
  if (slot === undefined) throw new Error(`an instruction has no register ${i}`);
  return slot;
}

/** What the op does in this warp. */
export function bind(row: Instruction, { op, warp, operands, results, immediate }: Binding): () => void {
  return row.bind({
    op,
    warp,
    immediate,
    operand: (kind, i) => warp.lanes(kind, slotAt(operands, i)),
    result: (kind, i) => warp.lanes(kind, slotAt(results, i)),
    words: (i) => {
      const lanes = warp.lanes("i64", slotAt(operands, i));
      return new Int32Array(lanes.buffer, lanes.byteOffset, 2 * lanes.length);
    },
  });
}
