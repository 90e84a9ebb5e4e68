// Liveness of values: which are needed for what the program does, or for what leaves it (MLIR's LivenessAnalysis).
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { defineAnalysis } from "../analysis-manager.ts";
import { wouldBeDead } from "../effects.ts";
import { ConstantPropagation } from "./constant-propagation.ts";
import { DeadCodeAnalysis } from "./dead-code.ts";
import { DataFlowSolver } from "./solver.ts";
import { SparseBackwardAnalysis } from "./sparse-backward.ts";

/** A value is live if an op uses it whose effects are seen, that computes a live value, or that hands it where nobody looks. */
export class LivenessAnalysis extends SparseBackwardAnalysis<true> {
  /** Of ops with regions: what is inside them is looked at once. */
  readonly #isNeeded = new Map<Operation, boolean>();

  isLive(value: Value): boolean {
    return this.elementOf(value) === true;
  }

  protected met(): true {
    return true;
  }

  protected exitState(): true {
    return true;
  }

  protected transfer(op: Operation, operands: readonly number[]): void {
    if (this.#isNeededFor(op, op)) for (const operand of operands) this.meet(op.operand(operand), true);
  }

  protected branchOperand(op: Operation, operand: number): void {
    // What a region's terminator decides is the op's around it.
    const by = op.regions.length > 0 || op.successors.length > 0 ? op : (op.parentOp ?? op);
    if (this.#isNeededFor(by, op)) this.meet(op.operand(operand), true);
  }

  /** Whether `op` does something, or computes what is live; `reader` is told when it does. */
  #isNeededFor(op: Operation, reader: Operation): boolean {
    if (this.#doesSomething(op)) return true;
    for (let i = 0; i < op.resultCount; i++) if (this.read(op.result(i), reader) === true) return true;
    return false;
  }

  #doesSomething(op: Operation): boolean {
    if (op.regions.length === 0) return !wouldBeDead(op);
    let does = this.#isNeeded.get(op);
    if (does === undefined) this.#isNeeded.set(op, (does = !wouldBeDead(op)));
    return does;
  }
}

/** The liveness of all values in an op. */
export const livenessAnalysis = defineAnalysis("liveness", (root) => {
  const solver = new DataFlowSolver();
  const deadCode = solver.load(new DeadCodeAnalysis(solver));
  solver.load(new ConstantPropagation(solver, deadCode));
  const liveness = solver.load(new LivenessAnalysis(solver, deadCode));
  solver.run(root);
  return liveness;
});
