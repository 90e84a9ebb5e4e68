// Which ops may be the next to read or write a piece of memory, at each point of the program (MLIR's test-next-access).
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { defineAnalysis } from "../analysis-manager.ts";
import { localAliasAnalysis, type LocalAliasAnalysis } from "../local-alias.ts";
import { ConstantPropagation } from "./constant-propagation.ts";
import { DeadCodeAnalysis } from "./dead-code.ts";
import { DenseBackwardAnalysis } from "./dense-backward.ts";
import { accessedBy, anyOps, joinedOps, opsOf, type OpsByMemory } from "./ops-by-memory.ts";
import { DataFlowSolver } from "./solver.ts";

export class NextAccessAnalysis extends DenseBackwardAnalysis<OpsByMemory> {
  readonly #aliases: LocalAliasAnalysis;

  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis, aliases: LocalAliasAnalysis) {
    super(solver, deadCode);
    this.#aliases = aliases;
  }

  /** The ops of which one is the next to access the memory of `value` behind `op`; undefined where that is not known. */
  accessesAfter(op: Operation, value: Value): ReadonlySet<Operation> | undefined {
    return opsOf(this.stateAfter(op), value, this.#aliases);
  }

  protected met(a: OpsByMemory, b: OpsByMemory): OpsByMemory {
    return joinedOps(a, b);
  }

  protected exitState(): OpsByMemory {
    return anyOps;
  }

  protected transfer(op: Operation, after: OpsByMemory): OpsByMemory {
    return accessedBy(op, after, this.#aliases, () => true);
  }
}

export const nextAccessAnalysis = defineAnalysis("next accesses", (root, analyses) => {
  const solver = new DataFlowSolver();
  const deadCode = solver.load(new DeadCodeAnalysis(solver));
  solver.load(new ConstantPropagation(solver, deadCode));
  const accesses = solver.load(new NextAccessAnalysis(solver, deadCode, analyses.get(localAliasAnalysis, root)));
  solver.run(root);
  return accesses;
});
