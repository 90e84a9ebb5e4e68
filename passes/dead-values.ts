// What remove-dead-values takes away: ops, arguments and results of functions, block arguments and region operands that nothing live needs.
import type { Block } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import { symbolName, symbolReferences, symbolVisibility } from "../ir/core/symbol-table.ts";
import type { Value } from "../ir/core/value.ts";
import { walkPostOrder } from "../ir/core/walk.ts";
import { isMemoryEffectFree, isTerminator } from "../ir/analysis/effects.ts";
import type { LivenessAnalysis } from "../ir/analysis/data-flow/liveness.ts";
import { SymbolTables } from "../ir/core/symbol-tables.ts";
import { BranchOpInterface, CallableOpInterface, CallOpInterface } from "../ir/define/op-interfaces.ts";
import { RegionBranchOpInterface, regionReturns, terminatorRange, type RegionBranch } from "../ir/define/region-branch.ts"; // prettier-ignore
import { forwardedOperands, incomingValues } from "../ir/rewrite/branch-operands.ts";
import { callerOf, entryOf, signatureOf, type Caller } from "../ir/rewrite/function-signature.ts";

/** A function, its calls, and the numbers of the arguments and results that go. */
export interface DeadSignature {
  readonly callable: Operation;
  readonly callers: Set<Caller>;
  readonly args: readonly number[];
  readonly results: readonly number[];
}

export interface DeadValues {
  /** What is inside an op comes before it. */
  readonly ops: readonly Operation[];
  readonly functions: readonly DeadSignature[];
  readonly blockArguments: readonly Value[];
  /** Operands that ops with regions and the ends of their regions hand on for nothing, by op. */
  readonly handedOn: ReadonlyMap<Operation, readonly number[]>;
}

/** The calls of each callable in `root`; undefined where something else names it. */
function callersIn(ops: readonly Operation[]): ReadonlyMap<Operation, Set<Caller> | undefined> {
  const symbols = new SymbolTables();
  const callers = new Map<Operation, Set<Caller> | undefined>();
  for (const op of ops) {
    for (const [, attribute] of op.allAttributes) {
      for (const reference of symbolReferences(attribute)) {
        const callable = symbols.resolve(op, reference);
        if (callable === undefined) continue;
        const known = callers.has(callable) ? callers.get(callable) : new Set<Caller>();
        const name = symbolName(callable);
        const isCall = name !== undefined && CallOpInterface.of(op)?.(op)?.callee === reference;
        const caller = isCall ? callerOf(op, name) : undefined;
        callers.set(callable, caller && known?.add(caller));
      }
    }
  }
  return callers;
}

class DeadValueFinder {
  readonly #liveness: LivenessAnalysis;
  readonly #root: Operation;
  readonly ops: Operation[] = [];
  readonly functions: DeadSignature[] = [];
  readonly blockArguments: Value[] = [];
  readonly handedOn = new Map<Operation, number[]>();

  constructor(root: Operation, liveness: LivenessAnalysis) {
    this.#root = root;
    this.#liveness = liveness;
  }

  find(): DeadValues {
    const order = walkPostOrder(this.#root);
    const callers = callersIn(order);
    const blocks = new Set<Block>();
    for (const op of order) {
      const branch = op.regions.length > 0 ? RegionBranchOpInterface.of(op) : undefined;
      if (CallableOpInterface.of(op) !== undefined)
        this.#function(op, callers.has(op) ? callers.get(op) : new Set<Caller>());
      else if (branch !== undefined) this.#regionBranch(op, branch);
      else if (op.successors.length > 0 && BranchOpInterface.of(op) !== undefined) this.#branch(op, blocks);
      else if (!isTerminator(op) && CallOpInterface.of(op) === undefined) this.#simple(op);
    }
    for (const block of blocks) this.#blockArguments(block);
    return this;
  }

  #isDead(value: Value): boolean {
    return !this.#liveness.isLive(value);
  }

  #hasLiveResult(op: Operation): boolean {
    return op.results.some((result) => this.#liveness.isLive(result));
  }

  /** Whatever it does: an op whose operand is dead is never reached. */
  #simple(op: Operation): void {
    if (op === this.#root) return;
    const isDead = op.operands.some((value) => this.#isDead(value));
    if (isDead || (!this.#hasLiveResult(op) && isMemoryEffectFree(op))) this.ops.push(op);
  }

  /** Of functions that only the calls in sight call: arguments that the body does not need, results that no call needs. */
  #function(callable: Operation, callers: Set<Caller> | undefined): void {
    const [signature, entry] = [signatureOf(callable), entryOf(callable)];
    if (signature === undefined || entry === undefined || callers === undefined || callable === this.#root) return;
    if (symbolName(callable) === undefined || symbolVisibility(callable) === "public") return;
    const args = entry.arguments.filter((value) => this.#isDead(value)).map(({ index }) => index);
    const results: number[] = [];
    for (let i = 0; i < signature.results.length; i++)
      if ([...callers].every(({ call }) => this.#isDead(call.result(i)))) results.push(i);
    this.functions.push({ callable, callers, args, results });
  }

  #regionBranch(op: Operation, branch: RegionBranch): void {
    if (!this.#hasLiveResult(op) && isMemoryEffectFree(op)) {
      this.ops.push(op);
      return;
    }
    for (const [end, inputs] of this.#handedOn(op, branch)) {
      const dead: number[] = [];
      for (const [operand, values] of inputs)
        if (this.#isDead(end.operand(operand)) || values.every((value) => this.#isDead(value))) dead.push(operand);
      if (dead.length > 0) this.handedOn.set(end, dead.sort((a, b) => a - b)); // prettier-ignore
    }
  }

  /** What each operand becomes that the op, or an end of its regions, hands on (getSuccessorOperandInputMapping). */
  #handedOn(op: Operation, branch: RegionBranch): ReadonlyMap<Operation, ReadonlyMap<number, Value[]>> {
    const all = new Map<Operation, Map<number, Value[]>>();
    const add = (from: Operation, start: number, length: number, inputs: readonly Value[]): void => {
      let byOperand = all.get(from);
      if (byOperand === undefined) all.set(from, (byOperand = new Map<number, Value[]>()));
      for (let i = 0; i < Math.min(length, inputs.length); i++) {
        const values = byOperand.get(start + i);
        if (values === undefined) byOperand.set(start + i, [inputs[i]!]);
        else values.push(inputs[i]!);
      }
    };
    for (const to of branch.successors(op, null)) {
      const { start, length } = branch.entryOperands(op, to);
      add(op, start, length, branch.inputs(op, to));
    }
    for (const region of op.regions) {
      for (const end of regionReturns(region)) {
        const range = terminatorRange(end);
        if (range === undefined) continue;
        for (const to of branch.successors(op, region)) add(end, range.start, range.length, branch.inputs(op, to));
      }
    }
    return all;
  }

  #branch(op: Operation, blocks: Set<Block>): void {
    const forwarded = forwardedOperands(op);
    if (op.operands.some((value, i) => !forwarded.has(i) && this.#isDead(value))) this.ops.push(op);
    else for (const successor of op.successors) blocks.add(successor);
  }

  /** Arguments that nothing needs, where also a value that a branch hands to them is needed by nothing. */
  #blockArguments(block: Block): void {
    for (const argument of block.arguments) {
      if (!this.#isDead(argument)) continue;
      const values = incomingValues(block, argument.index);
      if (values?.some((value) => this.#isDead(value)) === true) this.blockArguments.push(argument);
    }
  }
}

export function findDeadValues(root: Operation, liveness: LivenessAnalysis): DeadValues {
  return new DeadValueFinder(root, liveness).find();
}
