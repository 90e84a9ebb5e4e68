// Dense backward analyses: a state for each program point, from those that control may go to, changed by each op on the way.
import type { Block } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import { walkPostOrder } from "../../core/walk.ts";
import { CallableOpInterface } from "../../define/op-interfaces.ts";
import { isRegionReturn, RegionBranchOpInterface, regionReturns, type RegionSuccessor } from "../../define/region-branch.ts"; // prettier-ignore
import type { DeadCodeAnalysis } from "./dead-code.ts";
import { isBlock, type DataFlowAnalysis, type DataFlowSolver, type ProgramPoint } from "./solver.ts";
import { States } from "./states.ts";

export abstract class DenseBackwardAnalysis<S> implements DataFlowAnalysis {
  protected readonly solver: DataFlowSolver;
  protected readonly deadCode: DeadCodeAnalysis;
  readonly #before: States<Operation, S>;
  #root: Operation | undefined;

  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis) {
    this.solver = solver;
    this.deadCode = deadCode;
    this.#before = new States(solver, (a, b) => this.met(a, b));
  }

  /** What holds when control may go to both: `a` itself where that says it all. */
  protected abstract met(a: S, b: S): S;
  /** What holds where control goes on to what the analysis does not see. */
  protected abstract exitState(): S;
  /** What an op without control flow of its own, or a call of what is not in sight, makes of what holds behind it. */
  protected abstract transfer(op: Operation, after: S): S;

  /** What holds in front of an op; undefined where control does not come, or never ends. */
  stateBefore(op: Operation): S | undefined {
    return this.#before.get(op);
  }

  /** What holds behind an op. */
  stateAfter(op: Operation): S | undefined {
    return this.#after(op, undefined);
  }

  initialize(root: Operation): void {
    this.#root = root;
    for (const op of walkPostOrder(root).reverse()) {
      for (const { blocks } of op.regions) for (const block of blocks) this.deadCode.subscribe(this, block);
      if (op !== root) this.visit(op);
    }
  }

  concerns(): boolean {
    return true;
  }

  visit(point: ProgramPoint): void {
    if (isBlock(point) || point === this.#root) return;
    if (point.parentBlock === null || !this.deadCode.isLive(point.parentBlock)) return;
    const state = this.#stateOf(point);
    if (state !== undefined) this.#before.add(point, state);
  }

  #stateOf(op: Operation): S | undefined {
    if (op.regions.length > 0 && RegionBranchOpInterface.of(op) !== undefined)
      return this.#regionSuccessors(op, null, op);
    if (this.deadCode.isCall(op)) {
      const callee = this.deadCode.calleeOf(op);
      const body = callee && CallableOpInterface.of(callee)?.(callee);
      const isInSight = this.#root !== undefined && callee?.isWithin(this.#root) === true;
      if (body !== undefined && isInSight) return this.#read(body.entry.firstOp, op);
    }
    const after = this.#after(op, op);
    return after === undefined ? undefined : this.transfer(op, after);
  }

  /** What holds behind an op, where control goes from it to the next, to other blocks, or out of a region. */
  #after(op: Operation, reader: Operation | undefined): S | undefined {
    if (op.next !== null) return this.#read(op.next, reader);
    const around = op.parentOp;
    const { successors } = op;
    if (successors.length > 0) return this.#all(successors.map((block: Block) => this.#read(block.firstOp, reader)));
    if (around === null) return this.exitState();
    if (RegionBranchOpInterface.of(around) !== undefined && isRegionReturn(op))
      return this.#regionSuccessors(around, op, reader);
    if (CallableOpInterface.of(around) === undefined || !op.hasTrait("ReturnLike")) return this.exitState();
    const callers = this.deadCode.predecessors(around);
    if (reader !== undefined) callers.dependents.add(this, reader);
    if (!callers.allKnown) return this.exitState();
    return this.#all([...callers.known].map((call) => this.#after(call, reader)));
  }

  /** What holds where control goes from a region op itself, or from an end of one of its regions. */
  #regionSuccessors(op: Operation, end: Operation | null, reader: Operation | undefined): S | undefined {
    const branch = RegionBranchOpInterface.of(op);
    const successors = branch?.successors(op, end === null ? null : end.parentRegion) ?? [];
    return this.#all(successors.map((to: RegionSuccessor) => this.#into(op, to, reader)));
  }

  #into(op: Operation, to: RegionSuccessor, reader: Operation | undefined): S | undefined {
    if (to === null) return this.#after(op, reader);
    return to.isEmpty || regionReturns(to).length === 0 ? this.exitState() : this.#read(to.entry.firstOp, reader);
  }

  #all(states: readonly (S | undefined)[]): S | undefined {
    let all: S | undefined;
    for (const state of states) if (state !== undefined) all = all === undefined ? state : this.met(all, state);
    return all;
  }

  /** What holds in front of `op`; `reader` is visited again when more does. */
  #read(op: Operation | null, reader: Operation | undefined): S | undefined {
    if (op === null) return this.exitState();
    return reader === undefined ? this.#before.get(op) : this.#before.read(op, this, reader);
  }
}
