// What vector.mask does to the op inside it: which ops may stand there, and how their meanings find the mask.
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import { defineInterface } from "../../ir/define/interface.ts";
import type { Execution } from "../../ir/interpret/meaning.ts";
import { expectDense } from "../../ir/interpret/operand.ts";
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import { DenseValue, POISON } from "../../ir/interpret/value.ts";

/** Ops that vector.mask can predicate: the type of mask that one expects. */
export const MaskableOpInterface = defineInterface<(op: Operation) => Type>("MaskableOpInterface");

/** Ops that predicate the one op inside them: the number of the mask operand. */
export const MaskingOpInterface = defineInterface<number>("MaskingOpInterface");

/** Reads the mask of the vector.mask that the op stands in, when it runs; undefined where it stands in none. */
export function enclosingMask(op: Operation): ((run: Execution) => DenseValue) | undefined {
  const parent = op.parentOp;
  const number = parent === null ? undefined : MaskingOpInterface.of(parent);
  if (parent === null || number === undefined) return undefined;
  const mask = parent.operand(number);
  return (run) => expectDense(run.valueOf(mask));
}

/** Whether a lane is on. A lane that is poison must not decide about memory. */
export function isLaneOn(mask: DenseValue, position: number): boolean {
  const lane = mask.get(position);
  return lane === POISON ? undefinedBehavior("a mask lane is poison") : lane !== 0;
}

/** The lanes that are on in both; either may be absent, which is all lanes. */
export function bothMasks(a: DenseValue | undefined, b: DenseValue | undefined): DenseValue | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const both = DenseValue.zeros(a.shape, a.element);
  for (let i = 0; i < both.count; i++) both.set(i, isLaneOn(a, i) && isLaneOn(b, i) ? 1 : 0);
  return both;
}

/** Whether every lane is on. */
export function isAllOn(mask: DenseValue): boolean {
  return mask.poison === null && mask.data instanceof Uint8Array && !mask.data.includes(0);
}
