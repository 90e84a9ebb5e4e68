// Which vectors need not be held by threads: those that only ops which pick elements themselves use, before memory changes.
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { isShared } from "../../stage/shared-memory.ts";
import { accessesOf, rootOf } from "./buffers.ts";

const rearrangements = new Set([
  "vector.broadcast",
  "vector.transpose",
  "vector.shape_cast",
  "vector.extract",
  "vector.extract_strided_slice",
]);

/** Whether `user` asks for elements by index, in this operand. A reduction does; it reads rows, which only shared memory serves well. */
function picksElements(user: Operation, value: Value, fromShared: boolean): boolean {
  const first = user.operand(0) === value;
  if (user.name === "vector.contract" || user.name === "tile.mma") return user.operand(2) !== value;
  if (user.name === "vector.multi_reduction" || user.name === "vector.reduction")
    return fromShared && first && user.operand(1) !== value;
  return rearrangements.has(user.name) && first;
}

/** The op that picks last, through rearrangements; undefined when a user needs the slots, or is elsewhere. */
function lastPick(value: Value, fromShared: boolean): Operation | undefined {
  let last: Operation | undefined;
  for (const user of value.users()) {
    if (user.parentBlock !== value.parentBlock || !picksElements(user, value, fromShared)) return undefined;
    const end = rearrangements.has(user.name) ? (lastPick(user.result(), fromShared) ?? user) : user;
    if (last === undefined || last.isBeforeInBlock(end)) last = end;
  }
  return last;
}

/** Whether a rearrangement is left to its users. */
export const isDeferrable = (op: Operation): boolean => lastPick(op.result(), true) !== undefined;

/** Whether a read is left to its users: nothing writes the buffer until the last of them. */
export function isDeferrableRead(op: Operation, base: Value): boolean {
  const root = rootOf(base);
  const last = lastPick(op.result(), root.type.kind === "memref" && isShared(root.type));
  if (last === undefined) return false;
  for (let between = op.next; between !== null && between !== last; between = between.next) {
    if (accessesOf(between).writes.has(root)) return false;
  }
  return true;
}
