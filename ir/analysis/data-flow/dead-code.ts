// Dead-code analysis: which blocks and edges control can reach, and where control comes from at region entries, behind ops, in callables.
import type { Attribute } from "../../core/attributes.ts";
import type { Block, Region } from "../../core/block.ts";
import type { OpDefinition } from "../../core/definition.ts";
import type { Operation } from "../../core/operation.ts";
import { symbolName, symbolReferences, symbolVisibility } from "../../core/symbol-table.ts";
import type { Value } from "../../core/value.ts";
import { traverse } from "../../core/walk.ts";
import {
  BranchOpInterface,
  CallableOpInterface,
  CallOpInterface,
  SuccessorForOperands,
} from "../../define/op-interfaces.ts";
import { isRegionReturn, RegionBranchOpInterface, type RegionBranch } from "../../define/region-branch.ts";
import { SymbolTables } from "../../core/symbol-tables.ts";
import { Dependents, isBlock, type DataFlowAnalysis, type DataFlowSolver, type ProgramPoint } from "./solver.ts";

/** Where control comes from: the ops that branch to a point, return to a call, or call a callable. */
export class Predecessors {
  readonly known = new Set<Operation>();
  /** False where there may be others, which the analysis does not see. */
  allKnown = true;
  readonly dependents = new Dependents();
}

/** What is known of the value of an operand: a constant; undefined for not constant; null for nothing yet, `reader` is told of more. */
export type ConstantLookup = (value: Value, reader: DataFlowAnalysis) => Attribute | undefined | null;

interface Edge {
  live: boolean;
  readonly subscribers: Set<DataFlowAnalysis>;
}

export class DeadCodeAnalysis implements DataFlowAnalysis {
  readonly symbols = new SymbolTables();
  /** Reads the constants that another analysis finds; without it every successor counts. */
  constants: ConstantLookup | undefined;
  readonly #solver: DataFlowSolver;
  readonly #live = new Set<Block>();
  /** By block, then by the block that follows. */
  readonly #edges = new Map<Block, Map<Block, Edge>>();
  /** Who visits a block, and the ops in it, when control first reaches it. */
  readonly #subscribers = new Map<Block, DataFlowAnalysis[]>();
  readonly #predecessors = new Map<ProgramPoint, Predecessors>();
  readonly #kinds = new Map<OpDefinition, boolean>();
  #root: Operation | undefined;

  constructor(solver: DataFlowSolver) {
    this.#solver = solver;
  }

  /** Once control reaches the block, `analysis` visits it and what is in it that concerns it. */
  subscribe(analysis: DataFlowAnalysis, block: Block): void {
    const subscribers = this.#subscribers.get(block);
    if (subscribers === undefined) this.#subscribers.set(block, [analysis]);
    else if (!subscribers.includes(analysis)) subscribers.push(analysis);
  }

  isLive(block: Block): boolean {
    return this.#live.has(block);
  }

  /** Whether control may go from one block to the next; once it may, `analysis` visits the next again. */
  isEdgeLive(from: Block, to: Block, analysis: DataFlowAnalysis): boolean {
    const edge = this.#edge(from, to);
    if (!edge.live) edge.subscribers.add(analysis);
    return edge.live;
  }

  #edge(from: Block, to: Block): Edge {
    let edges = this.#edges.get(from);
    if (edges === undefined) this.#edges.set(from, (edges = new Map<Block, Edge>()));
    let edge = edges.get(to);
    if (edge === undefined) edges.set(to, (edge = { live: false, subscribers: new Set() }));
    return edge;
  }

  /** Where control comes from behind an op (its regions, or what it called), at a region's entry, or (of a callable) its calls. */
  predecessors(point: ProgramPoint): Predecessors {
    let found = this.#predecessors.get(point);
    if (found === undefined) this.#predecessors.set(point, (found = new Predecessors()));
    return found;
  }

  /** The op that a call calls, where it can be seen. */
  calleeOf(op: Operation): Operation | undefined {
    const call = CallOpInterface.of(op)?.(op);
    return call && this.symbols.resolve(op, call.callee);
  }

  isCall(op: Operation): boolean {
    let is = this.#kinds.get(op.definition);
    if (is === undefined) this.#kinds.set(op.definition, (is = CallOpInterface.of(op) !== undefined));
    return is;
  }

  initialize(root: Operation): void {
    this.#root = root;
    this.#entriesLive(root);
    this.#markUnknownCallers(root);
    traverse(root, (op) => {
      if (!this.concerns(op)) return;
      if (op.parentBlock !== null) this.subscribe(this, op.parentBlock);
      this.visit(op);
    });
  }

  concerns(op: Operation): boolean {
    return op.regions.length > 0 || op.successors.length > 0 || this.isCall(op) || isReturn(op);
  }

  visit(point: ProgramPoint): void {
    if (isBlock(point) || (point.parentBlock !== null && !this.#live.has(point.parentBlock))) return;
    this.#operation(point);
  }

  /** Callables that others than the calls in sight may call: public ones, and those that are named otherwise than by a call. */
  #markUnknownCallers(root: Operation): void {
    const isTop = root.parentOp === null;
    let someKnown = false;
    traverse(root, (op) => {
      if (op.regions.length === 0) return;
      if (CallableOpInterface.of(op)?.(op) === undefined) return;
      const visibility = symbolName(op) === undefined ? "public" : symbolVisibility(op);
      if (visibility === "public" || (visibility === "nested" && !isTop) || op === root)
        this.predecessors(op).allKnown = false;
      else someKnown = true;
    });
    if (someKnown) traverse(root, (op) => this.#markNamed(op));
  }

  #markNamed(op: Operation): void {
    const { callee } = this.isCall(op) ? (CallOpInterface.of(op)?.(op) ?? {}) : {};
    const mark = (attribute: Attribute | undefined): void => {
      if (attribute?.kind !== "symbol" && attribute?.kind !== "array" && attribute?.kind !== "dictionary") return;
      for (const reference of symbolReferences(attribute)) {
        const target = reference === callee ? undefined : this.symbols.resolve(op, reference);
        if (target !== undefined) this.predecessors(target).allKnown = false;
      }
    };
    for (const property of op.properties) mark(property);
    if (op.hasDiscardable) for (const [, attribute] of op.discardable) mark(attribute);
  }

  #markLive(block: Block): void {
    if (this.#live.has(block)) return;
    this.#live.add(block);
    const subscribers = this.#subscribers.get(block);
    if (subscribers === undefined) return;
    for (const analysis of subscribers) this.#solver.enqueue(analysis, block);
    for (const analysis of subscribers)
      for (let op = block.firstOp; op !== null; op = op.next) this.#solver.enqueue(analysis, op);
  }

  #markEdge(from: Block, to: Block): void {
    this.#markLive(to);
    const edge = this.#edge(from, to);
    if (edge.live) return;
    edge.live = true;
    for (const analysis of edge.subscribers) this.#solver.enqueue(analysis, to);
  }

  #join(point: ProgramPoint, predecessor: Operation): void {
    const predecessors = this.predecessors(point);
    if (predecessors.known.has(predecessor)) return;
    predecessors.known.add(predecessor);
    predecessors.dependents.notify(this.#solver);
  }

  #joinUnknown(point: ProgramPoint): void {
    const predecessors = this.predecessors(point);
    if (!predecessors.allKnown) return;
    predecessors.allKnown = false;
    predecessors.dependents.notify(this.#solver);
  }

  /** The transfer of control that an op makes. */
  #operation(op: Operation): void {
    if (this.isCall(op)) this.#call(op);
    if (op.regions.length > 0) this.#regions(op);
    if (op.successors.length > 0) this.#branch(op);
    else if (isReturn(op)) this.#return(op);
  }

  #regions(op: Operation): void {
    const branch = RegionBranchOpInterface.of(op);
    if (branch !== undefined) this.#regionSuccessors(op, branch, op, null);
    else if (CallableOpInterface.of(op)?.(op) !== undefined) {
      const callers = this.predecessors(op);
      callers.dependents.add(this, op);
      if (!callers.allKnown || callers.known.size > 0) this.#entriesLive(op);
    } else this.#entriesLive(op);
  }

  #entriesLive(op: Operation): void {
    for (const region of op.regions) if (!region.isEmpty) this.#markLive(region.entry);
  }

  /** Control goes from `point`, the branching op or a terminator in it, to what constants allow. */
  #regionSuccessors(op: Operation, branch: RegionBranch, point: Operation, from: Region | null): void {
    const constants = this.#constantsOf(point);
    if (constants === undefined) return;
    for (const to of branch.successors(op, from, (operand) => constants[operand])) {
      if (to === null) this.#join(op, point);
      else if (!to.isEmpty) {
        this.#markLive(to.entry);
        this.#join(to.entry, point);
      }
    }
  }

  /** The constants among the operands; undefined while there is one of which nothing is known, which is told to us later. */
  #constantsOf(op: Operation): readonly (Attribute | undefined)[] | undefined {
    const constants: (Attribute | undefined)[] = [];
    for (let i = 0; i < op.operandCount; i++) {
      const constant = this.constants?.(op.operand(i), this);
      if (constant === null) return undefined;
      constants.push(constant);
    }
    return constants;
  }

  #return(op: Operation): void {
    const parent = op.parentOp;
    if (parent === null) return;
    const branch = RegionBranchOpInterface.of(parent);
    if (branch !== undefined) {
      if (isRegionReturn(op)) this.#regionSuccessors(parent, branch, op, op.parentRegion);
      return;
    }
    const callers = this.predecessors(parent);
    callers.dependents.add(this, op);
    for (const call of callers.known) {
      if (op.hasTrait("ReturnLike")) this.#join(call, op);
      else this.#joinUnknown(call);
    }
  }

  #branch(op: Operation): void {
    const block = op.parentBlock;
    if (block === null) return;
    const { successors } = op;
    if (BranchOpInterface.of(op) === undefined) {
      for (const to of successors) this.#markEdge(block, to);
      return;
    }
    const constants = this.#constantsOf(op);
    if (constants === undefined) return;
    const chosen = SuccessorForOperands.of(op)?.(op, (operand) => constants[operand]);
    const only = chosen === undefined ? undefined : successors[chosen];
    for (const to of only === undefined ? successors : [only]) this.#markEdge(block, to);
  }

  #call(op: Operation): void {
    const callee = this.calleeOf(op);
    if (callee !== undefined && this.#isInSight(callee)) this.#join(callee, op);
    else this.#joinUnknown(op);
  }

  /** Whether the analysis sees the body of a callable. */
  #isInSight(callee: Operation): boolean {
    return (
      CallableOpInterface.of(callee)?.(callee) !== undefined && this.#root !== undefined && callee.isWithin(this.#root)
    );
  }
}

/** Whether the op ends a region of an op that says where control goes then, or of a callable. */
function isReturn(op: Operation): boolean {
  if (op.next !== null || op.successors.length > 0) return false;
  const parent = op.parentOp;
  if (parent === null) return false;
  return RegionBranchOpInterface.of(parent) !== undefined || CallableOpInterface.of(parent)?.(parent) !== undefined;
}
