// Puts one function into stack order: expressions stay on the stack; every other value, and all that branches pass, goes through locals.
import { arrayAttr, typeAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Block, Region } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { cloneOp } from "../../../ir/core/clone.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import {
  BlockOp, branchTarget, BrIfOp, BrOp, BrTableOp, buildInstruction, constant, IfOp, instruction, LocalGetOp, LocalSetOp, LocalTeeOp, LoopOp, YieldOp,
} from "../../../dialects/wasm/index.ts"; // prettier-ignore
import { LocalAllocation } from "./local-allocation.ts";
import { computeRoots, isNumberConstant, mobilityOf } from "./stack-order.ts";

/** The locals of a block, loop or if: undefined where nobody reads the argument or result. */
interface Label {
  readonly args: readonly (number | undefined)[];
  readonly results: readonly (number | undefined)[];
}

/** One value on its way into a local. */
interface Transfer {
  readonly value: Value;
  readonly local: number;
}

export class FunctionStackifier {
  readonly #func: Operation;
  readonly #locals: LocalAllocation;
  /** The local that holds a value. */
  readonly #homes = new Map<Value, number>();
  readonly #labels = new Map<Operation, Label>();
  /** Order of the ops in the original text, and where its branches lead: nothing stays where it was. */
  readonly #positions = new Map<Operation, number>();
  readonly #targets = new Map<Operation, readonly Operation[]>();
  readonly #innermostLoops = new Map<Operation, Operation | undefined>();
  /** Ops that are computed within the expression of another op. */
  readonly #stacked = new Set<Operation>();
  readonly #removed: Operation[] = [];

  constructor(func: Operation) {
    this.#func = func;
    this.#locals = new LocalAllocation(func.region().entry.arguments.length);
  }

  run(): void {
    const { entry } = this.#func.region();
    entry.arguments.forEach((argument, i) => this.#homes.set(argument, i));
    this.#survey();
    this.#block(entry, entry);
    for (const op of this.#removed) if (op.parentBlock === null) op.dropAllReferences();
    this.#func.setAttribute("locals", arrayAttr(this.#func.context, this.#locals.types.map(typeAttr)));
  }

  /** Notes positions and targets; a block's arguments are its operands. */
  #survey(): void {
    let position = 0;
    for (const op of walk(this.#func)) {
      this.#positions.set(op, position++);
      const block = BlockOp.match(op);
      if (block !== undefined) {
        block.body.entry.arguments.forEach((argument, i) => argument.replaceAllUsesWith(op.operand(i)));
        op.setOperands([]);
      }
      const depths =
        BrTableOp.match(op)?.depths ??
        [BrOp.match(op)?.depth ?? BrIfOp.match(op)?.depth].filter((d) => d !== undefined);
      const targets = op.name === "wasm.yield" ? [op.parentOp] : depths.map((depth) => branchTarget(op, depth));
      this.#targets.set(
        op,
        targets.filter((target) => target !== null && target !== undefined),
      );
      if (op.name === "wasm.br_if")
        this.#innermostLoops.set(
          op,
          op.enclosing((around) => around.name === "wasm.loop"),
        );
    }
  }

  /** Moves the ops of `from` to the end of `into` (which may be the same block) in stack order. */
  #block(from: Block, into: Block): void {
    const ops = [...from.ops()];
    const roots = computeRoots(ops);
    const indices = new Map(ops.map((op, i) => [op, i]));
    const lastUses = ops.map((op, i) => op.results.map((result) => lastUse(result, from, indices, roots, i)));
    const releases = ops.map((): number[] => []);
    for (const op of ops) op.remove();
    this.#removed.push(...ops);
    ops.forEach((op, i) => {
      if (roots[i] !== i) this.#stacked.add(op);
    });
    const start = into.lastOp;
    const builder = OpBuilder.atEnd(this.#func.context, into);
    ops.forEach((op, i) => {
      if (this.#stacked.has(op)) return;
      builder.location = op.location;
      this.#root(op, builder);
      op.results.forEach((result, r) => {
        const local = this.#homes.get(result);
        const last = lastUses[i]?.[r];
        if (local !== undefined && last !== undefined) releases[last]?.push(local);
      });
      for (const local of releases[i] ?? []) this.#locals.release(local);
    });
    useTees(start === null ? into.firstOp : start.next, builder);
  }

  // --- ops ---------------------------------------------------------------------------------------------------------------

  #root(op: Operation, builder: OpBuilder): void {
    switch (op.name) {
      case "wasm.block":
      case "wasm.loop":
      case "wasm.if":
        this.#structure(op, builder);
        return;
      case "wasm.yield":
        this.#transfer(this.#transfers(op, op.operands, this.#targets.get(op)?.[0]), builder);
        YieldOp.build(builder, {});
        return;
      case "wasm.br":
        this.#branch(op, op.operands, 0, builder, 0);
        return;
      case "wasm.br_if":
        this.#branchIf(op, builder);
        return;
      case "wasm.br_table":
        this.#branchTable(op, builder);
        return;
      default:
        this.#plain(op, builder);
    }
  }

  #plain(op: Operation, builder: OpBuilder): void {
    const mobility = mobilityOf(op);
    if (isNumberConstant(op) || (!op.hasResultUses && (mobility === "pure" || mobility === "read"))) return;
    this.#expression(op, builder);
    for (const result of [...op.results].reverse()) {
      if (!result.hasUses) buildInstruction(builder, "drop", [result]);
      else LocalSetOp.build(builder, { value: result, local: this.#home(result) });
    }
  }

  /** Appends an op after all that computes its operands. */
  #expression(op: Operation, builder: OpBuilder): void {
    op.setOperands(op.operands.map((operand) => this.#push(operand, builder)));
    builder.insert(op);
  }

  /** Makes a value the top of the stack. */
  #push(value: Value, builder: OpBuilder): Value {
    const { definingOp } = value;
    if (definingOp !== null && isNumberConstant(definingOp)) return builder.insert(cloneOp(definingOp)).result();
    if (definingOp !== null && this.#stacked.has(definingOp)) {
      this.#expression(definingOp, builder);
      return value;
    }
    const local = this.#homes.get(value);
    if (local === undefined) throw new Error(`a value of '${definingOp?.name ?? "a block"}' has no local`);
    return LocalGetOp.build(builder, { local, resultTypes: [value.type] }).result;
  }

  #home(value: Value): number {
    const local = this.#locals.take(value.type);
    this.#homes.set(value, local);
    return local;
  }

  #homeIfUsed(value: Value): number | undefined {
    return value.hasUses ? this.#home(value) : undefined;
  }

  // --- structured control ------------------------------------------------------------------------------------------------

  #structure(op: Operation, builder: OpBuilder): void {
    const isLoop = op.name === "wasm.loop";
    const args = isLoop ? op.region().entry.arguments.map((argument) => this.#homeIfUsed(argument)) : [];
    const label: Label = { args, results: op.results.map((result) => this.#homeIfUsed(result)) };
    this.#labels.set(op, label);
    const condition = op.name === "wasm.if" ? this.#push(op.operand(0), builder) : undefined;
    if (isLoop) this.#transfer(pairs(op.operands, args, this.#homes), builder);
    const regions = op.regions.map((region) => this.#region(region, builder));
    const [first, second] = regions;
    if (first === undefined) throw new Error(`'${op.name}' has no region`);
    if (condition !== undefined && second !== undefined)
      IfOp.build(builder, { condition, then: first, else: second, resultTypes: [] });
    else if (isLoop) LoopOp.build(builder, { body: first, resultTypes: [] });
    else BlockOp.build(builder, { body: first, resultTypes: [] });
    for (const local of args) if (local !== undefined) this.#locals.release(local);
  }

  #region(region: Region, builder: OpBuilder): Region {
    const made = builder.regionWithBlock();
    if (region.isEmpty) made.removeBlock(made.entry);
    else this.#block(region.entry, made.entry);
    return made;
  }

  // --- branches ----------------------------------------------------------------------------------------------------------

  /** What a branch to `target` has to move, values that are there already left out. */
  #transfers(op: Operation, values: readonly Value[], target: Operation | undefined): Transfer[] {
    const label = target === undefined ? undefined : this.#labels.get(target);
    if (target === undefined || label === undefined) throw new Error(`'${op.name}' leads nowhere`);
    const locals = target.name === "wasm.loop" && op.name !== "wasm.yield" ? label.args : label.results;
    return pairs(values, locals, this.#homes);
  }

  /** All values are read before the first local is set. */
  #transfer(transfers: readonly Transfer[], builder: OpBuilder): void {
    const pushed = transfers.map(({ value, local }) => ({ value: this.#push(value, builder), local }));
    for (const { value, local } of pushed.reverse()) LocalSetOp.build(builder, { value, local });
  }

  /** Moves the values and branches; `deeper` labels have been put around since. */
  #branch(op: Operation, values: readonly Value[], target: number, builder: OpBuilder, deeper: number): void {
    this.#transfer(this.#transfers(op, values, this.#targets.get(op)?.[target]), builder);
    const depths = BrTableOp.match(op)?.depths ?? [BrOp.match(op)?.depth ?? BrIfOp.match(op)?.depth ?? 0];
    BrOp.build(builder, { depth: (depths[target] ?? 0) + deeper });
  }

  #branchIf(op: Operation, builder: OpBuilder): void {
    const [condition, ...values] = op.operands;
    const target = this.#targets.get(op)?.[0];
    if (condition === undefined) throw new Error("'wasm.br_if' has no condition");
    const transfers = this.#transfers(op, values, target);
    const pushed = this.#push(condition, builder);
    if (transfers.length === 0 || (target !== undefined && this.#mayTransferEarly(op, target, transfers))) {
      this.#transfer(transfers, builder);
      BrIfOp.build(builder, { condition: pushed, depth: BrIfOp.match(op)?.depth ?? 0 });
    } else this.#guarded(pushed, builder, (inside) => this.#branch(op, values, 0, inside, 1));
  }

  /** Without harm for what follows when the branch is not taken: nobody reads the locals from here on. */
  #mayTransferEarly(op: Operation, target: Operation, transfers: readonly Transfer[]): boolean {
    if (target.name !== "wasm.loop") return true;
    // A loop in between may run what stands before the branch again.
    if (this.#innermostLoops.get(op) !== target) return false;
    const at = this.#positions.get(op) ?? 0;
    const overwritten = new Set(transfers.map(({ local }) => local));
    return target.region().entry.arguments.every((argument) => {
      const home = this.#homes.get(argument);
      if (home === undefined || !overwritten.has(home)) return true;
      return argument.users().every((user) => (this.#positions.get(user) ?? 0) <= at);
    });
  }

  #guarded(condition: Value, builder: OpBuilder, body: (inside: OpBuilder) => void): void {
    const region = builder.regionWithBlock();
    body(OpBuilder.atEnd(builder.context, region.entry));
    const empty = builder.regionWithBlock();
    empty.removeBlock(empty.entry);
    IfOp.build(builder, { condition, then: region, else: empty, resultTypes: [] });
  }

  /** A table that passes values is a branch per target: the targets' locals differ. */
  #branchTable(op: Operation, builder: OpBuilder): void {
    const [index, ...values] = op.operands;
    const depths = BrTableOp.match(op)?.depths ?? [];
    if (index === undefined) throw new Error("'wasm.br_table' has no index");
    if (values.length === 0) {
      BrTableOp.build(builder, { index: this.#push(index, builder), depths });
      return;
    }
    depths.slice(0, -1).forEach((_, i) => {
      const pushed = this.#push(index, builder);
      const equal = instruction(builder, "i32.eq", [pushed, constant(builder, index.type, i)]);
      this.#guarded(equal, builder, (inside) => this.#branch(op, values, i, inside, 1));
    });
    this.#branch(op, values, depths.length - 1, builder, 0);
  }
}

function pairs(
  values: readonly Value[],
  locals: readonly (number | undefined)[],
  homes: ReadonlyMap<Value, number>,
): Transfer[] {
  return values.flatMap((value, i) => {
    const local = locals[i];
    return local === undefined || homes.get(value) === local ? [] : [{ value, local }];
  });
}

/** Index of the last op of the block that reads the value, itself or by an op inside it. */
function lastUse(
  value: Value,
  block: Block,
  indices: ReadonlyMap<Operation, number>,
  roots: readonly number[],
  defined: number,
): number {
  let last = defined;
  for (const user of value.users()) {
    let around: Operation | null = user;
    while (around !== null && around.parentBlock !== block) around = around.parentOp;
    const index = around === null ? undefined : indices.get(around);
    if (index !== undefined) last = Math.max(last, (around === user ? roots[index] : undefined) ?? index);
  }
  return last;
}

/** A local that is set and read at once is teed. */
function useTees(first: Operation | null, builder: OpBuilder): void {
  for (let op = first; op !== null;) {
    const next: Operation | null = op.next;
    const set = LocalSetOp.match(op);
    const get = LocalGetOp.match(next);
    if (set === undefined || get === undefined || set.local !== get.local) {
      op = next;
      continue;
    }
    const tee = builder.at(
      (b) => b.setBefore(set.op),
      () => LocalTeeOp.build(builder, { value: set.value, local: set.local }),
    );
    get.result.replaceAllUsesWith(tee.result);
    get.op.erase();
    set.op.erase();
    op = tee.op.next;
  }
}
