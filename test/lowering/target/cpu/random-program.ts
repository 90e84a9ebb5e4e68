// Random functions of structured control: nested blocks, loops, ifs, branches out of them, calls, loads and stores. All terminate.
import {
  BlockOp, BrIfOp, BrOp, BrTableOp, buildInstruction, CallOp, constant, FuncOp, IfOp, instruction, LoopOp, MemoryOp, ReturnOp, YieldOp, type InstructionName,
} from "../../../../dialects/wasm/index.ts"; // prettier-ignore
import type { Region } from "../../../../ir/core/block.ts";
import { OpBuilder } from "../../../../ir/core/builder.ts";
import { symbolRefAttr } from "../../../../ir/core/attribute-constructors.ts";
import type { Context } from "../../../../ir/core/context.ts";
import { unknownLocation } from "../../../../ir/core/location.ts";
import { Operation } from "../../../../ir/core/operation.ts";
import { f32, functionType, i32, i64 } from "../../../../ir/core/type-constructors.ts";
import type { Type } from "../../../../ir/core/types.ts";
import type { Value } from "../../../../ir/core/value.ts";

interface Label {
  readonly kind: "block" | "loop";
  /** What a branch passes; a loop's first argument counts to `limit`. */
  readonly types: readonly Type[];
  readonly counter?: Value;
  readonly limit?: number;
}

const arithmetic: readonly (readonly [InstructionName, readonly ("i32" | "i64" | "f32")[]])[] = [
  ["i32.add", ["i32", "i32"]],
  ["i32.mul", ["i32", "i32"]],
  ["i32.xor", ["i32", "i32"]],
  ["i32.rotl", ["i32", "i32"]],
  ["i32.lt_s", ["i32", "i32"]],
  ["i64.add", ["i64", "i64"]],
  ["i64.sub", ["i64", "i64"]],
  ["i64.extend_i32_u", ["i32"]],
  ["i32.wrap_i64", ["i64"]],
  ["f32.convert_i32_s", ["i32"]],
  ["f32.add", ["f32", "f32"]],
  ["f32.mul", ["f32", "f32"]],
  ["i32.trunc_sat_f32_s", ["f32"]],
  ["select", ["i64", "i64", "i32"]],
];

export class RandomProgram {
  readonly #context: Context;
  readonly #types: Readonly<Record<"i32" | "i64" | "f32", Type>>;
  #state: number;
  #budget = 60;

  constructor(context: Context, seed: number) {
    this.#context = context;
    this.#state = seed;
    this.#types = { i32: i32(context), i64: i64(context), f32: f32(context) };
  }

  #random(below: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) | 0;
    return ((this.#state ^ (this.#state >>> 13)) >>> 8) % below;
  }

  #pick<T>(from: readonly T[]): T {
    const value = from[this.#random(from.length)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  }

  /** A module with `@main : (i32, i32) -> (i32, i64)` and `@pair`, which it calls. */
  module(): Operation {
    const context = this.#context;
    const module = Operation.create(context, context.opDefinition("builtin.module"), unknownLocation, {
      regions: [new OpBuilder(context).regionWithBlock()],
    });
    const builder = OpBuilder.atEnd(context, module.region().entry);
    MemoryOp.build(builder, {
      symName: "memory",
      moduleName: "env",
      importName: "memory",
      min: 1,
      staticBase: 1024,
      staticBytes: 256,
    });
    const { i32: int, i64: long } = this.#types;
    const pair = builder.regionWithBlock([int, int]);
    this.#pairBody(pair);
    FuncOp.build(builder, {
      symName: "pair",
      functionType: functionType(context, [int, int], [int, long]),
      body: pair,
    });
    const body = builder.regionWithBlock([int, int]);
    const inside = OpBuilder.atEnd(context, body.entry);
    const pool = this.#statements(inside, [...body.entry.arguments], [], 0);
    ReturnOp.build(inside, { values: this.#values(inside, pool, [int, long]) });
    FuncOp.build(builder, {
      symName: "main",
      functionType: functionType(context, [int, int], [int, long]),
      exportName: "main",
      body,
    });
    return module;
  }

  #pairBody(region: Region): void {
    const builder = OpBuilder.atEnd(this.#context, region.entry);
    const [a, b] = region.entry.arguments;
    if (a === undefined || b === undefined) throw new Error("no arguments");
    const product = instruction(builder, "i32.mul", [a, b]);
    ReturnOp.build(builder, {
      values: [product, instruction(builder, "i64.extend_i32_s", [instruction(builder, "i32.sub", [a, b])])],
    });
  }

  #value(builder: OpBuilder, pool: readonly Value[], type: Type): Value {
    const candidates = pool.filter((value) => value.type === type);
    if (candidates.length > 0 && this.#random(8) > 0) return this.#pick(candidates);
    return constant(builder, type, this.#random(7) - 3);
  }

  #values(builder: OpBuilder, pool: readonly Value[], types: readonly Type[]): Value[] {
    return types.map((type) => this.#value(builder, pool, type));
  }

  #someTypes(): Type[] {
    return Array.from({ length: this.#random(3) }, () => this.#pick(Object.values(this.#types)));
  }

  /** Emits some statements; gives the values visible after them. */
  #statements(builder: OpBuilder, visible: readonly Value[], labels: readonly Label[], depth: number): Value[] {
    const pool = [...visible];
    for (let count = 2 + this.#random(6); count > 0 && this.#budget > 0; count--) {
      this.#budget--;
      const kind = this.#random(depth < 4 ? 14 : 9);
      if (kind < 6) this.#arithmetic(builder, pool);
      else if (kind < 8) this.#access(builder, pool);
      else if (kind < 9) this.#call(builder, pool);
      else if (kind < 10) this.#branchIf(builder, pool, labels);
      else if (kind < 11) this.#block(builder, pool, labels, depth);
      else if (kind < 12) this.#if(builder, pool, labels, depth);
      else this.#loop(builder, pool, labels, depth);
    }
    return pool;
  }

  #arithmetic(builder: OpBuilder, pool: Value[]): void {
    const [name, kinds] = this.#pick(arithmetic);
    pool.push(
      instruction(
        builder,
        name,
        kinds.map((kind) => this.#value(builder, pool, this.#types[kind])),
      ),
    );
  }

  #access(builder: OpBuilder, pool: Value[]): void {
    const address = constant(builder, this.#types.i32, 1024 + 4 * this.#random(8));
    if (this.#random(2) === 0) pool.push(instruction(builder, "i32.load", [address], { offset: 4 * this.#random(3) }));
    else
      buildInstruction(builder, "i32.store", [address, this.#value(builder, pool, this.#types.i32)], {
        offset: 4 * this.#random(3),
      });
  }

  #call(builder: OpBuilder, pool: Value[]): void {
    const { i32: int, i64: long } = this.#types;
    const operands = this.#values(builder, pool, [int, int]);
    const { results } = CallOp.build(builder, {
      callee: symbolRefAttr(this.#context, "pair"),
      operands,
      resultTypes: [int, long],
    });
    pool.push(...results);
  }

  /** The condition under which a branch to a label may be taken, and what it passes. */
  #branchTo(
    builder: OpBuilder,
    pool: readonly Value[],
    label: Label,
  ): { readonly condition: Value; readonly values: Value[] } {
    const { counter, limit } = label;
    if (counter === undefined || limit === undefined) {
      return {
        condition: this.#value(builder, pool, this.#types.i32),
        values: this.#values(builder, pool, label.types),
      };
    }
    const next = instruction(builder, "i32.add", [counter, constant(builder, this.#types.i32, 1)]);
    const condition = instruction(builder, "i32.lt_s", [next, constant(builder, this.#types.i32, limit)]);
    return { condition, values: [next, ...this.#values(builder, pool, label.types.slice(1))] };
  }

  #branchIf(builder: OpBuilder, pool: readonly Value[], labels: readonly Label[]): void {
    if (labels.length === 0) return;
    const depth = this.#random(labels.length);
    const label = labels[depth];
    if (label === undefined) return;
    const { condition, values } = this.#branchTo(builder, pool, label);
    BrIfOp.build(builder, { condition, values, depth });
  }

  /** Ends a region: a yield, an unconditional branch out, a table, or a return. */
  #end(builder: OpBuilder, pool: readonly Value[], labels: readonly Label[], results: readonly Type[]): void {
    const out = labels.flatMap((label, depth) => (label.kind === "block" ? [{ label, depth }] : []));
    const choice = this.#random(10);
    if (choice === 0 && out.length > 0) {
      const { label, depth } = this.#pick(out);
      BrOp.build(builder, { values: this.#values(builder, pool, label.types), depth });
    } else if (choice === 1 && out.length > 0) {
      const { label } = this.#pick(out);
      const same = out.filter(
        (other) =>
          other.label.types.length === label.types.length &&
          other.label.types.every((type, i) => type === label.types[i]),
      );
      const depths = Array.from({ length: 1 + this.#random(3) }, () => this.#pick(same).depth);
      BrTableOp.build(builder, {
        index: this.#value(builder, pool, this.#types.i32),
        values: this.#values(builder, pool, label.types),
        depths,
      });
    } else if (choice === 2 && this.#random(4) === 0) {
      ReturnOp.build(builder, { values: this.#values(builder, pool, [this.#types.i32, this.#types.i64]) });
    } else YieldOp.build(builder, { values: this.#values(builder, pool, results) });
  }

  #body(
    types: readonly Type[],
    visible: readonly Value[],
    labels: readonly Label[],
    depth: number,
    results: readonly Type[],
  ): Region {
    const region = new OpBuilder(this.#context).regionWithBlock(types);
    const builder = OpBuilder.atEnd(this.#context, region.entry);
    const pool = this.#statements(builder, [...visible, ...region.entry.arguments], labels, depth + 1);
    this.#end(builder, pool, labels, results);
    return region;
  }

  #block(builder: OpBuilder, pool: Value[], labels: readonly Label[], depth: number): void {
    const [inputTypes, resultTypes] = [this.#someTypes(), this.#someTypes()];
    const inputs = this.#values(builder, pool, inputTypes);
    const body = this.#body(inputTypes, pool, [{ kind: "block", types: resultTypes }, ...labels], depth, resultTypes);
    pool.push(...BlockOp.build(builder, { inputs, body, resultTypes }).results);
  }

  #if(builder: OpBuilder, pool: Value[], labels: readonly Label[], depth: number): void {
    const resultTypes = this.#someTypes();
    const condition = this.#value(builder, pool, this.#types.i32);
    const around: readonly Label[] = [{ kind: "block", types: resultTypes }, ...labels];
    const then = this.#body([], pool, around, depth, resultTypes);
    const otherwise = this.#body([], pool, around, depth, resultTypes);
    pool.push(...IfOp.build(builder, { condition, then, else: otherwise, resultTypes }).results);
  }

  #loop(builder: OpBuilder, pool: Value[], labels: readonly Label[], depth: number): void {
    const types = [this.#types.i32, ...this.#someTypes()];
    const resultTypes = this.#someTypes();
    const inputs = [constant(builder, this.#types.i32, 0), ...this.#values(builder, pool, types.slice(1))];
    const region = builder.regionWithBlock(types);
    const [counter] = region.entry.arguments;
    if (counter === undefined) throw new Error("no counter");
    const label: Label = { kind: "loop", types, counter, limit: 1 + this.#random(3) };
    const around = [label, ...labels];
    const inside = OpBuilder.atEnd(this.#context, region.entry);
    const after = this.#statements(inside, [...pool, ...region.entry.arguments], around, depth + 1);
    this.#branchIf(inside, after, [label]);
    const last = this.#statements(inside, after, around, depth + 1);
    this.#end(inside, last, around, resultTypes);
    pool.push(...LoopOp.build(builder, { inputs, body: region, resultTypes }).results);
  }
}
