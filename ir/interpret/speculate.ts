// Ops that may be run where they would not have run: what such an op cannot compute is poison, and the run goes on. MLIR's Pure says so, and passes that
// hoist rely on it; lowerings rely on its being undefined behaviour (tensor.extract becomes memref.load). So a program that is about to be rewritten
// is run without speculation, and what became of it with.
import { isSpeculatable } from "../analysis/effects.ts";
import type { Operation } from "../core/operation.ts";
import { isStaticShape, type Type } from "../core/types.ts";
import type { RuntimeValue } from "./meaning.ts";
import { Step, type ControlRun, type DirectRun } from "./step.ts";
import { Unwind } from "./unwind.ts";
import { DenseValue, POISON } from "./value.ts";

/** The step, which gives poison where its op may be speculated and has undefined behaviour. */
export function speculative(step: Step): Step {
  const { op, direct, control, operandSlots, resultSlots } = step;
  if (!isSpeculatable(op)) return step;
  return new Step(
    op,
    direct && speculativeRun(op, direct, resultSlots),
    control && speculativeControl(op, control),
    operandSlots,
    resultSlots,
  );
}

function speculativeRun(op: Operation, run: DirectRun, resultSlots: readonly number[]): DirectRun {
  return (frame) => {
    try {
      run(frame);
    } catch (error) {
      expectUndefined(error);
      frame.op = op;
      frame.storeResults(resultSlots, poisonsOf(op));
    }
  };
}

/** Whatever regions were left with the end, the frame is where the op found it. */
function speculativeControl(op: Operation, run: ControlRun): ControlRun {
  return function* (operands, frame) {
    const { depth, loopIndices } = frame;
    try {
      return yield* run(operands, frame);
    } catch (error) {
      expectUndefined(error);
      frame.op = op;
      frame.depth = depth;
      frame.loopIndices = loopIndices;
      return poisonsOf(op);
    }
  };
}

function expectUndefined(error: unknown): void {
  if (!(error instanceof Unwind) || error.kind !== "undefined-behavior") throw error;
}

const poisonsOf = (op: Operation): readonly RuntimeValue[] => op.results.map(({ type }) => poisonOf(type));

function poisonOf(type: Type): RuntimeValue {
  const isDense = (type.kind === "tensor" || type.kind === "vector") && isStaticShape(type.shape);
  return isDense ? DenseValue.poison(type.shape, type.element) : POISON;
}
