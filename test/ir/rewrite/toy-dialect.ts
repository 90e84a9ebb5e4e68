// A small dialect for tests of rewriting: constants, sums, effects, functions; and a plain listing of what a function holds.
import { i64Attr } from "../../../ir/core/attribute-constructors.ts";
import type { Block } from "../../../ir/core/block.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import { Context } from "../../../ir/core/context.ts";
import { Operation } from "../../../ir/core/operation.ts";
import { unknownLocation } from "../../../ir/core/location.ts";
import { i64 } from "../../../ir/core/type-constructors.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType, SignlessInteger, typeVariable, variadic } from "../../../ir/define/constraints.ts";
import { defineDialect } from "../../../ir/define/define-dialect.ts";
import { anyRegion, defineOp } from "../../../ir/define/define-op.ts";
import { operandGroups } from "../../../ir/core/element-groups.ts";
import {
  BranchOpInterface,
  ConditionallySpeculatable,
  constantOf,
  ConstantValue,
  LoopLikeOpInterface,
  MemoryEffects,
} from "../../../ir/define/op-interfaces.ts";
import { I64Property } from "../../../ir/define/properties.ts";
import { builtinDialect } from "../../../dialects/builtin/index.ts";

const T = typeVariable("T", SignlessInteger);

export const ConstantOp = defineOp({
  name: "toy.constant",
  summary: "A constant.",
  properties: { value: I64Property },
  results: { result: AnyType },
  traits: ["Pure", "ConstantLike"],
  interfaces: [ConstantValue.with((op) => op.attribute("value"))],
});

export const AddOp = defineOp({
  name: "toy.add",
  summary: "A sum.",
  operands: { lhs: T, rhs: T },
  results: { result: T },
  traits: ["Pure", "Commutative"],
  fold: ({ op }, [a, b]) =>
    a?.kind === "integer" && b?.kind === "integer" ? [i64Attr(op.context, a.value + b.value)] : undefined,
});

export const SinkOp = defineOp({ name: "toy.sink", summary: "Uses values.", operands: { inputs: variadic(AnyType) } });
export const CastOp = defineOp({
  name: "toy.cast",
  summary: "A cast.",
  operands: { input: AnyType },
  results: { result: AnyType },
  traits: ["Pure"],
});
export const FuncOp = defineOp({
  name: "toy.func",
  summary: "A function.",
  regions: { body: anyRegion },
  traits: ["IsolatedFromAbove", "NoTerminator"],
});
export const LoopOp = defineOp({
  name: "toy.loop",
  summary: "A loop.",
  regions: { body: anyRegion },
  traits: ["NoTerminator", "RecursiveMemoryEffects"],
  interfaces: [LoopLikeOpInterface.with((op) => op.regions)],
});
export const LoadOp = defineOp({
  name: "toy.load",
  summary: "Reads memory.",
  results: { result: AnyType },
  interfaces: [MemoryEffects.with(() => [{ effect: "read" }])],
});
export const DivideOp = defineOp({
  name: "toy.divide",
  summary: "May be undefined behaviour.",
  operands: { lhs: T, rhs: T },
  results: { result: T },
  traits: ["NoMemoryEffect"],
  interfaces: [ConditionallySpeculatable.with((op) => constantOf(op.operand(1)) !== undefined)],
});
export const BranchOp = defineOp({
  name: "toy.br",
  summary: "A branch.",
  operands: { destOperands: variadic(AnyType) },
  successors: { dest: "one" },
  traits: ["Terminator", "Pure"],
  interfaces: [BranchOpInterface.with((op) => [{ start: 0, length: op.operandCount }])],
});
export const CondBranchOp = defineOp({
  name: "toy.cond_br",
  summary: "A branch to one of two blocks.",
  operands: { condition: AnyType, trueOperands: variadic(AnyType), falseOperands: variadic(AnyType) },
  successors: { trueDest: "one", falseDest: "one" },
  traits: ["Terminator", "Pure"],
  interfaces: [
    BranchOpInterface.with((op) => {
      const [, taken = [], other = []] = operandGroups(op);
      return [
        { start: 1, length: taken.length },
        { start: 1 + taken.length, length: other.length },
      ];
    }),
  ],
});
export const ReturnOp = defineOp({
  name: "toy.return",
  summary: "A return.",
  operands: { values: variadic(AnyType) },
  traits: ["Terminator"],
});

export const toyDialect = defineDialect({
  name: "toy",
  summary: "For tests.",
  ops: [ConstantOp, AddOp, SinkOp, CastOp, FuncOp, LoopOp, LoadOp, DivideOp, BranchOp, CondBranchOp, ReturnOp],
  materializeConstant: (context, value, type, location) =>
    value.kind === "integer"
      ? Operation.create(context, ConstantOp, location, { resultTypes: [type], properties: { value } })
      : undefined,
});

export interface Toy {
  readonly context: Context;
  readonly module: Operation;
  readonly func: Operation;
  readonly body: Block;
  readonly b: OpBuilder;
  constant(value: bigint): Value;
  add(lhs: Value, rhs: Value): Value;
  sink(...values: Value[]): Operation;
  listing(): string[];
}

/** A module with a function whose entry block has arguments of these types; the builder is at its end. */
export function toy(argumentTypes: (context: Context) => readonly Type[] = (c) => [i64(c)]): Toy {
  const context = new Context();
  for (const dialect of [builtinDialect, toyDialect]) context.registerDialect(dialect);
  const b = new OpBuilder(context);
  const region = b.regionWithBlock();
  const module = Operation.create(context, context.opDefinition("builtin.module"), unknownLocation, {
    regions: [region],
  });
  const bodyRegion = b.regionWithBlock(argumentTypes(context));
  b.setToEnd(region.entry);
  const func = FuncOp.build(b, { body: bodyRegion }).op;
  const body = bodyRegion.entry;
  b.setToEnd(body);
  return {
    context,
    module,
    func,
    body,
    b,
    constant: (value) => ConstantOp.build(b, { value: Number(value), resultTypes: [i64(context)] }).result,
    add: (lhs, rhs) => AddOp.build(b, { lhs, rhs }).result,
    sink: (...values) => SinkOp.build(b, { inputs: values }).op,
    listing: () => listing(func),
  };
}

/** One line an op: results, name, operands, the value of a constant, block labels; inner ops are indented. */
export function listing(root: Operation): string[] {
  const lines: string[] = [];
  const names = new Map<Value, string>();
  const nameOf = (value: Value): string => {
    let name = names.get(value);
    if (name === undefined) names.set(value, (name = `%${names.size}`));
    return name;
  };
  const visit = (op: Operation, indent: string): void => {
    for (const region of op.regions) {
      region.blocks.forEach((block, index) => {
        if (region.blocks.length > 1) lines.push(`${indent}^${index}`);
        block.arguments.forEach(nameOf);
        for (const inner of block.ops()) {
          const operands = inner.operands.map(nameOf).join(", ");
          const value = inner.attribute("value");
          const results = inner.results.map((result) => `${nameOf(result)} = `).join("");
          const detail = value?.kind === "integer" ? ` ${value.value}` : "";
          lines.push(
            `${indent}${results}${inner.name.replace("toy.", "")}${detail}${operands === "" ? "" : ` ${operands}`}`,
          );
          visit(inner, `${indent}  `);
        }
      });
    }
  };
  visit(root, "");
  return lines;
}
