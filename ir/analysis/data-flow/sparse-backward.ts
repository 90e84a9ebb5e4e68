// Sparse backward analyses: a lattice element for each value, from those of the values that it is used to compute, along live control flow.
import type { Operation } from "../../core/operation.ts";
import type { Value } from "../../core/value.ts";
import { walkPostOrder } from "../../core/walk.ts";
import {
  BranchOpInterface,
  CallableOpInterface,
  CallOpInterface,
  type OperandRange,
} from "../../define/op-interfaces.ts";
import { RegionBranchOpInterface, terminatorRange, type RegionBranch } from "../../define/region-branch.ts";
import { argumentStart } from "../../rewrite/function-signature.ts";
import { isBlock, type DataFlowAnalysis, type DataFlowSolver, type ProgramPoint } from "./solver.ts";
import { States } from "./states.ts";
import type { DeadCodeAnalysis } from "./dead-code.ts";

export abstract class SparseBackwardAnalysis<T> implements DataFlowAnalysis {
  protected readonly solver: DataFlowSolver;
  protected readonly deadCode: DeadCodeAnalysis;
  readonly #elements: States<Value, T>;

  constructor(solver: DataFlowSolver, deadCode: DeadCodeAnalysis) {
    this.solver = solver;
    this.deadCode = deadCode;
    this.#elements = new States(solver, (a, b) => this.met(a, b));
  }

  /** What is known when the value is used in both ways: `a` itself where that says it all. */
  protected abstract met(a: T, b: T): T;
  /** What is known of a value that goes where the analysis does not see. */
  protected abstract exitState(value: Value): T;
  /** What an op's results, and what the op does, say of the operands of these numbers. */
  protected abstract transfer(op: Operation, operands: readonly number[]): void;
  /** What is known of an operand of a branch, or of a region's terminator, that it keeps to itself: a condition. */
  protected abstract branchOperand(op: Operation, operand: number): void;

  /** What is known of a value; undefined where nothing says more than that it exists. */
  elementOf(value: Value): T | undefined {
    return this.#elements.get(value);
  }

  /** As `elementOf`; `op` is visited again when it changes. */
  protected read(value: Value, op: Operation): T | undefined {
    // An op is told of its own results anyway.
    return value.definingOp === op ? this.#elements.get(value) : this.#elements.read(value, this, op);
  }

  protected meet(value: Value, element: T): void {
    if (this.#elements.add(value, element) && value.definingOp !== null) this.solver.enqueue(this, value.definingOp);
  }

  initialize(root: Operation): void {
    for (const result of root.results) this.meet(result, this.exitState(result));
    // From the end: what is known of most values is known when their ops come.
    for (const op of walkPostOrder(root).reverse()) {
      for (const { blocks } of op.regions) for (const block of blocks) this.deadCode.subscribe(this, block);
      if (op !== root) this.visit(op);
    }
  }

  concerns(): boolean {
    return true;
  }

  visit(point: ProgramPoint): void {
    if (isBlock(point)) return;
    const block = point.parentBlock;
    if (block === null || !this.deadCode.isLive(block)) return;
    if (point.operandCount > 0) this.#operation(point);
  }

  #operation(op: Operation): void {
    const branch = op.regions.length > 0 ? RegionBranchOpInterface.of(op) : undefined;
    if (branch !== undefined) {
      this.#handsOn(op, this.#entryEdges(op, branch));
      return;
    }
    if (op.successors.length > 0) {
      const ranges = BranchOpInterface.of(op)?.(op);
      if (ranges !== undefined) {
        const { successors } = op;
        this.#handsOn(
          op,
          ranges.map((range, i) => ({ range, inputs: successors[i]?.arguments ?? [] })),
        );
        return;
      }
    }
    if (this.deadCode.isCall(op) && this.#call(op)) return;
    const around = op.next === null ? op.parentOp : null;
    if (around !== null && this.#end(op, around)) return;
    this.transfer(op, numbers(op.operandCount));
  }

  #entryEdges(op: Operation, branch: RegionBranch): Edge[] {
    return branch
      .successors(op, null)
      .map((to) => ({ range: branch.entryOperands(op, to), inputs: branch.inputs(op, to) }));
  }

  /** Operands that become the inputs of what follows; the others are the op's own. */
  #handsOn(op: Operation, edges: readonly Edge[]): void {
    const own = new Set(numbers(op.operandCount));
    for (const { range, inputs } of edges) {
      const count = Math.min(range.length, inputs.length);
      for (let i = 0; i < count; i++) {
        this.#meetFrom(op, range.start + i, inputs[i]!);
        own.delete(range.start + i);
      }
    }
    for (const operand of own) this.branchOperand(op, operand);
  }

  #meetFrom(op: Operation, operand: number, input: Value): void {
    const element = this.read(input, op);
    if (element !== undefined) this.meet(op.operand(operand), element);
  }

  #exit(op: Operation): void {
    for (const operand of op.operands) this.meet(operand, this.exitState(operand));
  }

  /** A call of something that can be called: its arguments become those of the body. */
  #call(op: Operation): boolean {
    const callee = this.deadCode.calleeOf(op);
    const callable = callee && CallableOpInterface.of(callee);
    if (callee === undefined || callable === undefined) return false;
    const body = callable(callee);
    if (body === undefined) {
      this.#exit(op);
      return true;
    }
    const args = CallOpInterface.of(op)?.(op)?.args ?? [];
    const start = argumentStart(op, args);
    body.entry.arguments.forEach((argument, i) => {
      if (i < args.length) this.#meetFrom(op, start + i, argument);
    });
    for (let i = 0; i < op.operandCount; i++) {
      const value = op.operand(i);
      if (i < start || i >= start + args.length) this.meet(value, this.exitState(value));
    }
    return true;
  }

  /** What ends a region hands values to the op around it, or to the callers of that. */
  #end(op: Operation, around: Operation): boolean {
    const branch = RegionBranchOpInterface.of(around);
    const range = branch && terminatorRange(op);
    if (branch !== undefined && range !== undefined) {
      const inputs = branch.successors(around, op.parentRegion).map((to) => branch.inputs(around, to));
      this.#handsOn(
        op,
        inputs.map((values) => ({ range, inputs: values })),
      );
      return true;
    }
    if (!op.hasTrait("ReturnLike") || CallableOpInterface.of(around) === undefined) return false;
    const callers = this.deadCode.predecessors(around);
    callers.dependents.add(this, op);
    if (!callers.allKnown) this.#exit(op);
    else {
      for (const call of callers.known)
        for (let i = 0; i < Math.min(op.operandCount, call.resultCount); i++) this.#meetFrom(op, i, call.result(i));
    }
    return true;
  }
}

interface Edge {
  readonly range: OperandRange;
  readonly inputs: readonly Value[];
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
