// Emitter: makes instructions and structured control of the wasm dialect, constants once a function.
import type { Block } from "../../../ir/core/block.ts";
import { Region } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Context } from "../../../ir/core/context.ts";
import { i32, i64 } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  BrIfOp, buildInstruction, constant, IfOp, instruction, instructions, LoopOp, YieldOp, type InstructionName, type InstructionOptions,
} from "../../../dialects/wasm/index.ts"; // prettier-ignore

/** Whether the instruction set has it. */
export const isInstruction = (name: string): name is InstructionName => Object.hasOwn(instructions, name);

export class Emitter {
  readonly context: Context;
  readonly builder: OpBuilder;
  /** The function's block: constants stand at its start. */
  readonly entry: Block;
  readonly #constants = new Map<string, Value>();
  /** The block around a block. A region has no op above it while it is being filled. */
  readonly #around = new Map<Block, Block>();

  constructor(context: Context, entry: Block) {
    this.context = context;
    this.entry = entry;
    this.builder = new OpBuilder(context).setToEnd(entry);
  }

  /** An instruction with a result. */
  op(name: InstructionName, operands: readonly Value[], options: InstructionOptions = {}): Value {
    return instruction(this.builder, name, operands, options);
  }

  /** An instruction without result. */
  effect(name: InstructionName, operands: readonly Value[], options: InstructionOptions = {}): void {
    buildInstruction(this.builder, name, operands, options);
  }

  constant(type: Type, value: number | bigint): Value {
    const text = Object.is(value, -0) ? "-0" : String(value);
    return this.constantOnce(`${type.id} ${text}`, () => constant(this.builder, type, value));
  }

  /** What `make` makes at the start of the function, the first time that the key comes. */
  constantOnce(key: string, make: () => Value): Value {
    const known = this.#constants.get(key);
    if (known !== undefined) return known;
    const made = this.builder.at((b) => b.setToStart(this.entry), make);
    this.#constants.set(key, made);
    return made;
  }

  i32(value: number): Value {
    return this.constant(i32(this.context), value);
  }

  i64(value: number | bigint): Value {
    return this.constant(i64(this.context), value);
  }

  /** `wasm.if` whose regions yield what the functions give. */
  if(
    condition: Value,
    resultTypes: readonly Type[],
    then: () => readonly Value[],
    otherwise?: () => readonly Value[],
  ): readonly Value[] {
    const thenRegion = this.#region([], () => this.yield(then()));
    const elseRegion =
      otherwise === undefined ? new Region(this.context) : this.#region([], () => this.yield(otherwise()));
    return IfOp.build(this.builder, { condition, then: thenRegion, else: elseRegion, resultTypes }).results;
  }

  /** `wasm.if` whose first region leaves by a branch of its own. */
  ifBranching(
    condition: Value,
    resultTypes: readonly Type[],
    then: () => void,
    otherwise: () => readonly Value[],
  ): readonly Value[] {
    const thenRegion = this.#region([], then);
    const elseRegion = this.#region([], () => this.yield(otherwise()));
    return IfOp.build(this.builder, { condition, then: thenRegion, else: elseRegion, resultTypes }).results;
  }

  /** `wasm.loop`; `body` ends its block itself. */
  loop(
    inputs: readonly Value[],
    resultTypes: readonly Type[],
    body: (args: readonly Value[]) => void,
  ): readonly Value[] {
    const region = this.#region(
      inputs.map((value) => value.type),
      body,
    );
    return LoopOp.build(this.builder, { inputs, body: region, resultTypes }).results;
  }

  yield(values: readonly Value[]): void {
    YieldOp.build(this.builder, { values });
  }

  branchIf(condition: Value, depth: number, values: readonly Value[]): void {
    BrIfOp.build(this.builder, { condition, values, depth });
  }

  /**
   * for (i = from; i < to; i += step) with values carried around; gives those of the end. The body runs at least once where
   * `entered` says so, else there is a test in front. All of one integer type.
   */
  countedLoop(
    {
      from,
      to,
      step,
      unsigned = false,
      entered = false,
    }: { from: Value; to: Value; step: Value; unsigned?: boolean; entered?: boolean },
    carried: readonly Value[],
    body: (iv: Value, carried: readonly Value[]) => readonly Value[],
  ): readonly Value[] {
    const wide = from.type === i64(this.context);
    const less: InstructionName = unsigned ? (wide ? "i64.lt_u" : "i32.lt_u") : wide ? "i64.lt_s" : "i32.lt_s";
    const types = carried.map((value) => value.type);
    const loop = (): readonly Value[] =>
      this.loop([from, ...carried], types, ([iv, ...args]) => {
        if (iv === undefined) throw new Error("a loop has a counter");
        const next = body(iv, args);
        const counter = this.op(wide ? "i64.add" : "i32.add", [iv, step]);
        this.branchIf(this.op(less, [counter, to]), 0, [counter, ...next]);
        this.yield(next);
      });
    return entered ? loop() : this.if(this.op(less, [from, to]), types, loop, () => carried);
  }

  /** Whether `inner` is inside of `outer`, and not the same. */
  isInside(inner: Block, outer: Block): boolean {
    for (let block = this.#around.get(inner); block !== undefined; block = this.#around.get(block))
      if (block === outer) return true;
    return false;
  }

  #region(argumentTypes: readonly Type[], body: (args: readonly Value[]) => void): Region {
    const region = this.builder.regionWithBlock(argumentTypes);
    if (this.builder.block !== null) this.#around.set(region.entry, this.builder.block);
    this.builder.at(
      (b) => b.setToEnd(region.entry),
      () => {
        body(region.entry.arguments);
      },
    );
    return region;
  }
}
