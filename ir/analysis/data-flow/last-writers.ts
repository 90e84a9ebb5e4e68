// Which ops may have written last to a piece of memory, at each point of the program (MLIR's test-last-modified).
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { defineAnalysis } from "../analysis-manager.ts";
import { localAliasAnalysis, type LocalAliasAnalysis } from "../local-alias.ts";
import { ConstantPropagation } from "./constant-propagation.ts";
import { DeadCodeAnalysis } from "./dead-code.ts";
import { DenseForwardAnalysis } from "./dense-forward.ts";
import { accessedBy, anyOps, joinedOps, opsOf, type OpsByMemory } from "./ops-by-memory.ts";
import { DataFlowSolver } from "./solver.ts";

export class LastWriterAnalysis extends DenseForwardAnalysis<OpsByMemory> {
  readonly #aliases: LocalAliasAnalysis;

  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis, aliases: LocalAliasAnalysis) {
    super(solver, deadCode);
    this.#aliases = aliases;
  }

  /** The ops of which one wrote last to the memory of `value`, in front of `op`; undefined where that is not known. */
  writersBefore(op: Operation, value: Value): ReadonlySet<Operation> | undefined {
    return opsOf(this.stateBefore(op), value, this.#aliases);
  }

  protected joined(a: OpsByMemory, b: OpsByMemory): OpsByMemory {
    return joinedOps(a, b);
  }

  protected entryState(): OpsByMemory {
    return anyOps;
  }

  protected transfer(op: Operation, before: OpsByMemory): OpsByMemory {
    return accessedBy(op, before, this.#aliases, (effect) => effect !== "read");
  }
}

export const lastWriterAnalysis = defineAnalysis("last writers", (root, analyses) => {
  const solver = new DataFlowSolver();
  const deadCode = solver.load(new DeadCodeAnalysis(solver));
  solver.load(new ConstantPropagation(solver, deadCode));
  const writers = solver.load(new LastWriterAnalysis(solver, deadCode, analyses.get(localAliasAnalysis, root)));
  solver.run(root);
  return writers;
});
