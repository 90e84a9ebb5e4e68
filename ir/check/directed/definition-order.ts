// What is defined where: enough for left sides, whose blocks do not say which runs first.
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { walk } from "../../core/walk.ts";

/** Whether all that an op, and what is inside, uses of its own block is defined before it. */
export function standsBehindItsOperands(op: Operation): boolean {
  for (const inner of walk(op))
    for (const value of inner.operands)
      if (value.definingOp !== null && value.definingOp.parentBlock === op.parentBlock && !isBefore(value, op))
        return false;
  return true;
}

/** Whether a value is defined in a block around an op, before what holds the op. */
export function isBefore(value: Value, op: Operation): boolean {
  const home = value.definingOp?.parentBlock ?? value.ownerBlock;
  for (let at: Operation | null = op; at !== null; at = at.parentOp) {
    if (at.parentBlock !== home) continue;
    return value.definingOp === null || (value.definingOp !== at && home?.isBefore(value.definingOp, at) === true);
  }
  return false;
}
