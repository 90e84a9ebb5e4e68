// Ops that may be run where they would not have run: what such an op cannot compute is poison, and the run goes on. MLIR's Pure says so, and passes that
// hoist rely on it; lowerings rely on its being undefined behaviour (tensor.extract becomes memref.load). So a program that is about to be rewritten
// is run without speculation, and what became of it with.
import { isSpeculatable } from "../analysis/effects.ts";
import { isStaticShape, type Type } from "../core/types.ts";
import type { RuntimeValue } from "./meaning.ts";
import { Step } from "./step.ts";
import { Unwind } from "./unwind.ts";
import { DenseValue, POISON } from "./value.ts";

/** The step, which gives poison where its op may be speculated and has undefined behaviour. */
export function speculative(step: Step): Step {
  const { op, direct, control, operandSlots, resultSlots } = step;
  if (direct === undefined || op.resultCount === 0 || !isSpeculatable(op)) return step;
  const run: typeof direct = (frame) => {
    try {
      direct(frame);
    } catch (error) {
      if (!(error instanceof Unwind) || error.kind !== "undefined-behavior") throw error;
      frame.op = op;
      frame.storeResults(
        resultSlots,
        op.results.map(({ type }) => poisonOf(type)),
      );
    }
  };
  return new Step(op, run, control, operandSlots, resultSlots);
}

function poisonOf(type: Type): RuntimeValue {
  const isDense = (type.kind === "tensor" || type.kind === "vector") && isStaticShape(type.shape);
  return isDense ? DenseValue.poison(type.shape, type.element) : POISON;
}
