// Which buffer a view is of, and what an op and all inside it do to buffers.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { MemoryEffects } from "../../../ir/define/op-interfaces.ts";
import type { Pending } from "./hazards.ts";

const views = new Set([
  "memref.subview",
  "memref.cast",
  "memref.collapse_shape",
  "memref.expand_shape",
  "memref.reinterpret_cast",
  "memref.view",
]);

/** The kernel's argument or the allocation that a memref is a view of. */
export function rootOf(memref: Value): Value {
  let value = memref;
  while (value.definingOp !== null && views.has(value.definingOp.name)) value = value.definingOp.operand(0);
  return value;
}

/** Buffers that an op, or one inside it, reads and writes. */
export function accessesOf(op: Operation): Pending {
  const [reads, writes] = [new Set<object>(), new Set<object>()];
  for (const inner of walk(op)) {
    for (const { effect, value } of MemoryEffects.of(inner)?.(inner) ?? []) {
      if (value === undefined) continue;
      if (effect === "read") reads.add(rootOf(value));
      if (effect === "write") writes.add(rootOf(value));
    }
  }
  return { reads, writes };
}
