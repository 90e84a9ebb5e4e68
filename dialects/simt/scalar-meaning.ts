// What a pure instruction means for one thread: what it does to lane 0 of a warp. The folder and the interpreter read this.
import { Memory } from "../../ir/interpret/memory.ts";
import { scalar, scalars, type Meaning } from "../../ir/interpret/meaning.ts";
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import type { Scalar } from "../../ir/interpret/value.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Instruction } from "./table/instruction.ts";
import type { RegisterKind } from "./types.ts";
import { BlockState } from "./warp/block.ts";
import { bind } from "./warp/bind.ts";
import { Device } from "./warp/device.ts";
import { Fault, Warp, type Slot } from "./warp/warp.ts";

function write(warp: Warp, slot: Slot, value: Scalar): void {
  if (slot.kind === "i64") {
    if (typeof value !== "bigint") throw new Error("an i64 is a bigint");
    warp.lanes("i64", slot)[0] = value;
    return;
  }
  if (typeof value !== "number") throw new Error(`expected a number, found a ${typeof value}`);
  warp.lanes(slot.kind, slot)[0] = value;
}

const read = (warp: Warp, slot: Slot): number | bigint => warp.lanes(slot.kind, slot)[0] ?? 0;

function prepare(row: Instruction, op: Operation): (...operands: Scalar[]) => readonly Scalar[] {
  const block = new BlockState([1, 1, 1], [1, 1, 1], 0);
  const warp = new Warp(0, 1, new Device(new Memory({ initialBytes: 16 })), block);
  let next = 0;
  const slots = (kinds: readonly RegisterKind[]): Slot[] => kinds.map((kind) => ({ kind, index: next++ }));
  const [operands, results] = [slots(row.operands), slots(row.results)];
  const run = bind(row, { op, warp, operands, results, immediate: 0 });
  return (...values) => {
    operands.forEach((slot, i) => {
      write(warp, slot, values[i]!);
    });
    try {
      run();
    } catch (error) {
      if (error instanceof Fault) return undefinedBehavior(error.reason);
      throw error;
    }
    return results.map((slot) => read(warp, slot));
  };
}

/** The meaning of a row without memory, other lanes or places. */
export function scalarMeaning(row: Instruction): Meaning {
  if (row.results.length !== 1) return scalars((op) => prepare(row, op));
  return scalar((op) => {
    const all = prepare(row, op);
    return (...operands) => all(...operands)[0] ?? 0;
  });
}
