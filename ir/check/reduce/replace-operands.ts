// The step that makes operands earlier values: what is not used any more can then be dropped.
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { visibleOps } from "../visible-ops.ts";
import { earliest } from "./stand-in.ts";
import type { Edit, Step } from "./step.ts";

const nothing: ReadonlySet<Value> = new Set();

/** What an operand may become: an operand of the op that computes it, the first value in scope, another operand of the op. */
function* choicesFor(op: Operation, index: number): IterableIterator<() => Value | undefined> {
  const { type, definingOp } = op.operand(index);
  const same = (value: Value): boolean => value.type === type;
  yield () => earliest(op, type, nothing);
  yield () => op.operands.find((value) => same(value) && value !== op.operand(index));
  for (const { value } of definingOp?.opOperands ?? []) if (same(value)) yield () => value;
}

export const replaceOperands: Step = {
  name: "replace operands",
  summary: "an operand becomes an earlier value",
  edits: (module) =>
    visibleOps(module).flatMap((op) =>
      op.opOperands.flatMap((_, index) =>
        [...choicesFor(op, index)].map((choose): Edit => () => {
          if (index >= op.operandCount || !op.isWithin(module)) return false;
          const value = choose();
          const old = op.operand(index);
          if (value === undefined || value === old || value.type !== old.type) return false;
          op.setOperand(index, value);
          return true;
        }),
      ),
    ),
};
