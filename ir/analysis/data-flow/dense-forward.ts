// Dense forward analyses: a state for each program point, from those that control may come from, changed by each op on the way.
import type { Block } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import { traverse } from "../../core/walk.ts";
import { CallableOpInterface } from "../../define/op-interfaces.ts";
import { RegionBranchOpInterface } from "../../define/region-branch.ts";
import type { DeadCodeAnalysis } from "./dead-code.ts";
import { isBlock, type DataFlowAnalysis, type DataFlowSolver, type ProgramPoint } from "./solver.ts";
import { States } from "./states.ts";

/** A block stands for its start, an op for the place behind it. */
export abstract class DenseForwardAnalysis<S> implements DataFlowAnalysis {
  protected readonly solver: DataFlowSolver;
  protected readonly deadCode: DeadCodeAnalysis;
  readonly #states: States<ProgramPoint, S>;

  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis) {
    this.solver = solver;
    this.deadCode = deadCode;
    this.#states = new States(solver, (a, b) => this.joined(a, b));
  }

  /** What holds when control may come from both: `a` itself where that says it all. */
  protected abstract joined(a: S, b: S): S;
  /** What holds where the analysis does not see where control comes from. */
  protected abstract entryState(): S;
  /** What an op without control flow of its own, or a call of what is not in sight, makes of what holds in front of it. */
  protected abstract transfer(op: Operation, before: S): S;

  /** What holds at the start of a block, or behind an op; undefined where control does not come. */
  stateAt(point: ProgramPoint): S | undefined {
    return this.#states.get(point);
  }

  /** What holds in front of an op. */
  stateBefore(op: Operation): S | undefined {
    const point = op.previous ?? op.parentBlock;
    return point === null ? undefined : this.#states.get(point);
  }

  initialize(root: Operation): void {
    for (const { blocks } of root.regions) if (blocks[0] !== undefined) this.#states.add(blocks[0], this.entryState());
    traverse(root, (op) => {
      for (const { blocks } of op.regions) {
        for (const block of blocks) {
          this.deadCode.subscribe(this, block);
          this.visit(block);
        }
      }
      if (op !== root) this.visit(op);
    });
  }

  concerns(): boolean {
    return true;
  }

  visit(point: ProgramPoint): void {
    const block = isBlock(point) ? point : point.parentBlock;
    if (block === null || !this.deadCode.isLive(block)) return;
    if (isBlock(point)) this.#block(point);
    else this.#operation(point);
  }

  /** What holds at `point`; `reader` is visited again when more does. */
  #read(point: ProgramPoint | null, reader: ProgramPoint): S | undefined {
    return point === null ? undefined : this.#states.read(point, this, reader);
  }

  #readBefore(op: Operation, reader: ProgramPoint): S | undefined {
    return this.#read(op.previous ?? op.parentBlock, reader);
  }

  #joinFrom(point: ProgramPoint, from: Operation): void {
    const state = this.#readBefore(from, point);
    if (state !== undefined) this.#states.add(point, state);
  }

  #operation(op: Operation): void {
    const isBranch = op.regions.length > 0 && RegionBranchOpInterface.of(op) !== undefined;
    const followed = isBranch || this.deadCode.isCall(op) ? this.deadCode.predecessors(op) : undefined;
    followed?.dependents.add(this, op);
    if (followed?.allKnown === true) {
      for (const from of followed.known) this.#joinFrom(op, from);
      return;
    }
    const before = this.#readBefore(op, op);
    if (before !== undefined) this.#states.add(op, this.transfer(op, before));
  }

  #block(block: Block): void {
    const region = block.parentRegion;
    const owner = region?.parentOp;
    if (region === null || owner === null || owner === undefined) return;
    if (region.entry !== block) {
      for (const { owner: from } of block.predecessorUses)
        if (from.parentBlock !== null && this.deadCode.isEdgeLive(from.parentBlock, block, this))
          this.#joinFrom(block, from);
      return;
    }
    const isCallable = CallableOpInterface.of(owner)?.(owner) === region;
    if (!isCallable && RegionBranchOpInterface.of(owner) === undefined) {
      this.#states.add(block, this.entryState());
      return;
    }
    const from = this.deadCode.predecessors(isCallable ? owner : block);
    from.dependents.add(this, block);
    if (!from.allKnown) this.#states.add(block, this.entryState());
    for (const op of from.known) this.#joinFrom(block, op);
  }
}
