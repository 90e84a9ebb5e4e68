// Sparse forward analyses: a lattice element for each value, from those of the values that it is computed from, along live control flow.
import type { Block } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { traverse } from "../../core/walk.ts";
import { BranchOpInterface, CallableOpInterface, CallOpInterface } from "../../define/op-interfaces.ts";
import {
  RegionBranchOpInterface,
  terminatorRange,
  type RegionBranch,
  type RegionSuccessor,
} from "../../define/region-branch.ts";
import type { DeadCodeAnalysis } from "./dead-code.ts";
import { Dependents, isBlock, type DataFlowAnalysis, type DataFlowSolver, type ProgramPoint } from "./solver.ts";

/** What is known of a value, and who is to be told when more is. */
interface ValueState<T> {
  element: T | undefined;
  /** Points that read it. */
  dependents: Dependents | undefined;
  /** Analyses that visit the users of the value. */
  subscribers: DataFlowAnalysis[];
}

const noOne: DataFlowAnalysis[] = [];

export abstract class SparseForwardAnalysis<T> implements DataFlowAnalysis {
  protected readonly solver: DataFlowSolver;
  protected readonly deadCode: DeadCodeAnalysis;
  readonly #states = new Map<Value, ValueState<T>>();
  readonly #justUs: DataFlowAnalysis[] = [this];

  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis) {
    this.solver = solver;
    this.deadCode = deadCode;
  }

  /** What is known when both are possible: `a` itself where that says it all. */
  protected abstract joined(a: T, b: T): T;
  /** What is known of a value that comes from where the analysis does not see; undefined where it is none of the analysis's. */
  protected abstract entryState(value: Value): T | undefined;
  /** What an op makes of its operands, of which some may not be known yet; each result is to be joined once. */
  protected abstract transfer(op: Operation, operands: readonly (T | undefined)[]): void;

  /** Values that control flow hands to no one, as induction variables: all of `values` but those from number `first` to `first + count`. */
  protected nonControlFlow(
    _op: Operation,
    _to: RegionSuccessor,
    values: readonly Value[],
    first: number,
    count: number,
  ): void {
    values.forEach((value, i) => {
      if (i < first || i >= first + count) this.joinEntryState(value);
    });
  }

  #state(value: Value): ValueState<T> {
    let state = this.#states.get(value);
    if (state === undefined)
      this.#states.set(value, (state = { element: undefined, dependents: undefined, subscribers: noOne }));
    return state;
  }

  /** What is known of a value; undefined where it has not been reached. */
  elementOf(value: Value): T | undefined {
    return this.#states.get(value)?.element;
  }

  /** As `elementOf`; `analysis` visits all users of the value when it changes. */
  subscribe(value: Value, analysis: DataFlowAnalysis): T | undefined {
    const state = this.#state(value);
    const { subscribers } = state;
    if (subscribers === noOne) state.subscribers = analysis === this ? this.#justUs : [analysis];
    else if (!subscribers.includes(analysis)) state.subscribers = [...subscribers, analysis];
    return state.element;
  }

  /** As `elementOf`; `point` is visited again when it changes. */
  protected read(value: Value, point: ProgramPoint): T | undefined {
    const state = this.#state(value);
    (state.dependents ??= new Dependents()).add(this, point);
    return state.element;
  }

  protected join(value: Value, element: T): void {
    const state = this.#state(value);
    const { element: old, subscribers } = state;
    const now = old === undefined ? element : this.joined(old, element);
    if (old === now) return;
    state.element = now;
    state.dependents?.notify(this.solver);
    for (let use = subscribers === noOne ? null : value.firstUse; use !== null; use = use.nextUse)
      for (const analysis of subscribers) this.solver.enqueue(analysis, use.owner);
    this.changed(value, now);
  }

  /** More is known of a value. */
  protected changed(_value: Value, _element: T): void {
    // For analyses that tell others.
  }

  protected joinEntryStates(values: readonly Value[]): void {
    for (const value of values) this.joinEntryState(value);
  }

  protected joinEntryState(value: Value): void {
    const element = this.entryState(value);
    if (element !== undefined) this.join(value, element);
  }

  initialize(root: Operation): void {
    for (const region of root.regions) if (!region.isEmpty) this.joinEntryStates(region.entry.arguments);
    let block: Block | null = root.parentBlock;
    traverse(root, (op) => {
      if (op.parentBlock !== block && op !== root) {
        block = op.parentBlock;
        if (block?.firstOp === op) {
          this.deadCode.subscribe(this, block);
          this.visit(block);
        }
      }
      if (op.resultCount > 0) this.visit(op);
    });
  }

  concerns(op: Operation): boolean {
    return op.resultCount > 0;
  }

  visit(point: ProgramPoint): void {
    if (isBlock(point)) {
      if (point.arguments.length > 0 && this.deadCode.isLive(point)) this.#block(point);
    } else if (point.parentBlock === null || this.deadCode.isLive(point.parentBlock)) this.#operation(point);
  }

  #operation(op: Operation): void {
    if (op.resultCount === 0) return;
    const branch = op.regions.length > 0 ? RegionBranchOpInterface.of(op) : undefined;
    if (branch !== undefined) {
      this.#regionSuccessor(op, op, branch, null, op.results);
      return;
    }
    if (this.deadCode.isCall(op)) {
      this.#callResults(op);
      return;
    }
    const count = op.operandCount;
    const operands: (T | undefined)[] = [];
    for (let i = 0; i < count; i++) operands.push(this.subscribe(op.operand(i), this));
    this.transfer(op, operands);
  }

  #callResults(op: Operation): void {
    const callee = this.deadCode.calleeOf(op);
    const returns = this.deadCode.predecessors(op);
    returns.dependents.add(this, op);
    if (callee === undefined || CallableOpInterface.of(callee)?.(callee) === undefined || !returns.allKnown) {
      this.joinEntryStates(op.results);
      return;
    }
    for (const end of returns.known) this.#joinFrom(op, end, 0, op.results);
  }

  /** Joins what `from` has as operands from number `start` on into `values`. */
  #joinFrom(point: ProgramPoint, from: Operation, start: number, values: readonly Value[]): void {
    values.forEach((value, i) => {
      const element = this.read(from.operand(start + i), point);
      if (element !== undefined) this.join(value, element);
    });
  }

  #regionSuccessor(
    point: ProgramPoint,
    op: Operation,
    branch: RegionBranch,
    to: RegionSuccessor,
    values: readonly Value[],
  ): void {
    const inputs = branch.inputs(op, to);
    if (inputs.length !== values.length)
      this.nonControlFlow(op, to, values, inputs[0] === undefined ? 0 : inputs[0].index, inputs.length);
    if (inputs.length === 0) return;
    const predecessors = this.deadCode.predecessors(point);
    predecessors.dependents.add(this, point);
    for (const from of predecessors.known) {
      const range = from === op ? branch.entryOperands(op, to) : terminatorRange(from);
      if (range?.length === inputs.length) this.#joinFrom(point, from, range.start, inputs);
      else this.joinEntryStates(inputs);
    }
  }

  #block(block: Block): void {
    const region = block.parentRegion;
    const owner = region?.parentOp;
    if (region === null || owner === null || owner === undefined) return;
    if (region.entry === block) {
      const branch = RegionBranchOpInterface.of(owner);
      if (branch !== undefined) this.#regionSuccessor(block, owner, branch, region, block.arguments);
      else if (CallableOpInterface.of(owner)?.(owner) === region) this.#callableArguments(block, owner);
      else this.nonControlFlow(owner, region, block.arguments, 0, 0);
      return;
    }
    for (const { owner: from, index } of [...block.predecessorUses].reverse()) {
      if (from.parentBlock === null || !this.deadCode.isEdgeLive(from.parentBlock, block, this)) continue;
      const range = BranchOpInterface.of(from)?.(from)[index];
      if (range?.length === block.arguments.length) this.#joinFrom(block, from, range.start, block.arguments);
      else this.joinEntryStates(block.arguments);
    }
  }

  #callableArguments(block: Block, owner: Operation): void {
    const callers = this.deadCode.predecessors(owner);
    callers.dependents.add(this, block);
    if (!callers.allKnown) {
      this.joinEntryStates(block.arguments);
      return;
    }
    for (const call of callers.known) {
      const args = CallOpInterface.of(call)?.(call)?.args ?? [];
      block.arguments.forEach((argument, i) => {
        const passed = args[i];
        const element = passed && this.read(passed, block);
        if (element !== undefined) this.join(argument, element);
      });
    }
  }
}
