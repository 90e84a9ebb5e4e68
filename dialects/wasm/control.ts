// Structured control: block, loop, if, and what leaves them. Every region is one block that ends in a terminator of this dialect.
import type { Region } from "../../ir/core/block.ts";
import type { Operation } from "../../ir/core/operation.ts";
import type { Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { I32, variadic } from "../../ir/define/constraints.ts";
import { defineOp, maybeEmptyRegion, singleBlockRegion } from "../../ir/define/define-op.ts";
import { I64ArrayProperty, I64Property } from "../../ir/define/properties.ts";
import {
  branch,
  control,
  terminator,
  type Computation,
  type RegionExit,
  type RuntimeValue,
} from "../../ir/interpret/meaning.ts";
import { expectNumber } from "../../ir/interpret/operand.ts";
import { typeText } from "../../ir/syntax/print-attributes.ts";
import { integerImmediate } from "./immediates.ts";
import { ValueType } from "./types.ts";
import { blockExample, ifExample, loopExample } from "./examples.ts";

const labels: ReadonlySet<string> = new Set(["wasm.block", "wasm.loop", "wasm.if"]);

/** The op that a branch of this depth in `op` leads to. */
export function branchTarget(op: Operation, depth: number): Operation | undefined {
  let rest = depth;
  for (let around = op.parentOp; around !== null && labels.has(around.name); around = around.parentOp)
    if (rest-- === 0) return around;
  return undefined;
}

/** The types that a branch to `target` passes: a loop's arguments, the results of others. */
const passedTypes = (target: Operation): readonly Type[] =>
  (target.name === "wasm.loop" ? target.region().entry.arguments : target.results).map((value) => value.type);

function mismatch(what: string, values: readonly Value[], types: readonly Type[]): string | undefined {
  if (values.length !== types.length) return `passes ${values.length} values where ${what} takes ${types.length}`;
  const wrong = values.findIndex((value, i) => value.type !== types[i]);
  const [found, expected] = [values[wrong], types[wrong]];
  if (found === undefined || expected === undefined) return undefined;
  return `passes '${typeText(found.type)}' as value ${wrong} where ${what} takes '${typeText(expected)}'`;
}

function branchProblem(op: Operation, depth: number, values: readonly Value[]): string | undefined {
  const target = branchTarget(op, depth);
  if (target === undefined) return `branches to depth ${depth}, where no block, loop or if is around it`;
  return mismatch(`the '${target.name}' at depth ${depth}`, values, passedTypes(target));
}

/** The block, loop or if that a branch leads to, and what it passes; undefined for other terminators. */
function branchOf({
  terminator: op,
  values,
}: RegionExit): { readonly target: Operation | undefined; readonly values: readonly RuntimeValue[] } | undefined {
  switch (op.name) {
    case "wasm.br":
    case "wasm.br_if":
      return { target: branchTarget(op, integerImmediate(op, "depth")), values };
    case "wasm.br_table": {
      const depths = depthsOf(op);
      const index = Math.min(expectNumber(values[0], "index") >>> 0, depths.length - 1);
      return { target: branchTarget(op, depths[index] ?? -1), values: values.slice(1) };
    }
    default:
      return undefined;
  }
}

/** What a region of `op` that was left by `exit` means for it: its results, or an exit further out. */
function outcome(op: Operation, exit: RegionExit): readonly RuntimeValue[] | RegionExit {
  if (exit.terminator.name === "wasm.yield") return exit.values;
  const taken = branchOf(exit);
  return taken?.target === op ? taken.values : exit;
}

const regionProblem = (op: Operation, region: Region, inputs: readonly Value[]): string | undefined =>
  region.isEmpty
    ? undefined
    : mismatch(
        `the region of '${op.name}'`,
        inputs,
        region.entry.arguments.map((a) => a.type),
      );

export const BlockOp = defineOp({
  name: "wasm.block",
  summary: "Runs its region; a branch to it leaves it.",
  example: blockExample,
  operands: { inputs: variadic(ValueType) },
  results: { results: variadic(ValueType) },
  regions: { body: singleBlockRegion },
  assemblyFormat: "(`(` $inputs^ `:` type($inputs) `)`)? (`->` type($results)^)? attr-dict-with-keyword $body",
  verify: ({ op, inputs, body }) => regionProblem(op, body, inputs),
  meaning: control((op) => {
    const body = op.region();
    return function* (operands, run): Computation<readonly RuntimeValue[] | RegionExit> {
      return outcome(op, yield* run.runRegion(body, operands));
    };
  }),
});

export const LoopOp = defineOp({
  name: "wasm.loop",
  summary: "Runs its region; a branch to it runs it again with new arguments.",
  example: loopExample,
  operands: { inputs: variadic(ValueType) },
  results: { results: variadic(ValueType) },
  regions: { body: singleBlockRegion },
  assemblyFormat: "(`(` $inputs^ `:` type($inputs) `)`)? (`->` type($results)^)? attr-dict-with-keyword $body",
  verify: ({ op, inputs, body }) => regionProblem(op, body, inputs),
  meaning: control((op) => {
    const body = op.region();
    return function* (operands, run): Computation<readonly RuntimeValue[] | RegionExit> {
      let args = operands;
      for (;;) {
        const exit = yield* run.runRegion(body, args);
        const taken = branchOf(exit);
        if (taken?.target !== op) return outcome(op, exit);
        args = taken.values;
      }
    };
  }),
});

export const IfOp = defineOp({
  name: "wasm.if",
  summary: "Runs the first region where the condition is not zero, else the second.",
  example: ifExample,
  operands: { condition: I32 },
  results: { results: variadic(ValueType) },
  regions: { then: singleBlockRegion, else: maybeEmptyRegion },
  assemblyFormat: "$condition (`->` type($results)^)? attr-dict-with-keyword $then (`else` $else^)?",
  verify: ({ op, then, else: otherwise, results }) => {
    if (otherwise.isEmpty && results.length > 0) return "requires an else region, since it has results";
    return regionProblem(op, then, []) ?? regionProblem(op, otherwise, []);
  },
  meaning: control((op) => {
    const then = op.region(0);
    const otherwise = op.region(1);
    return function* ([condition], run): Computation<readonly RuntimeValue[] | RegionExit> {
      const region = expectNumber(condition, "condition") !== 0 ? then : otherwise;
      return region.isEmpty ? [] : outcome(op, yield* run.runRegion(region, []));
    };
  }),
});

export const YieldOp = defineOp({
  name: "wasm.yield",
  summary: "Leaves the innermost block, loop or if with its results.",
  example: loopExample,
  operands: { values: variadic(ValueType) },
  traits: ["Terminator", "Pure"],
  assemblyFormat: "($values^ `:` type($values))? attr-dict",
  verify: ({ op, values }) => {
    const parent = op.parentOp;
    if (parent === null || !labels.has(parent.name)) return "requires a block, loop or if around it";
    return mismatch(
      `'${parent.name}'`,
      values,
      parent.results.map((r) => r.type),
    );
  },
  meaning: terminator,
});

export const BrOp = defineOp({
  name: "wasm.br",
  summary: "Branches to the block, loop or if at a depth.",
  example: blockExample,
  operands: { values: variadic(ValueType) },
  properties: { depth: I64Property },
  traits: ["Terminator"],
  assemblyFormat: "$depth (`(` $values^ `:` type($values) `)`)? attr-dict",
  verify: ({ op, depth, values }) => branchProblem(op, depth, values),
  meaning: terminator,
});

export const BrIfOp = defineOp({
  name: "wasm.br_if",
  summary: "Branches where the condition is not zero, else goes on.",
  example: loopExample,
  operands: { condition: I32, values: variadic(ValueType) },
  properties: { depth: I64Property },
  assemblyFormat: "$condition `,` $depth (`(` $values^ `:` type($values) `)`)? attr-dict",
  verify: ({ op, depth, values }) => branchProblem(op, depth, values),
  meaning: control((op) => {
    const stay: readonly RuntimeValue[] = [];
    return function* (operands): Computation<readonly RuntimeValue[] | RegionExit> {
      return expectNumber(operands[0], "condition") !== 0 ? { terminator: op, values: operands.slice(1) } : stay;
    };
  }),
});

const depthsOf = (op: Operation): readonly number[] => {
  const attribute = op.attribute("depths");
  return attribute?.kind === "dense_array" ? attribute.values.map(Number) : [];
};

export const BrTableOp = defineOp({
  name: "wasm.br_table",
  summary: "Branches to the depth that an index chooses; the last one is for every other index.",
  example: blockExample,
  operands: { index: I32, values: variadic(ValueType) },
  properties: { depths: I64ArrayProperty },
  traits: ["Terminator"],
  assemblyFormat: "$index `,` $depths (`(` $values^ `:` type($values) `)`)? attr-dict",
  verify: ({ op, depths, values }) => {
    if (depths.length === 0) return "requires at least one depth";
    return depths.map((depth) => branchProblem(op, depth, values)).find((problem) => problem !== undefined);
  },
  meaning: terminator,
});

export const UnreachableOp = defineOp({
  name: "wasm.unreachable",
  summary: "Is never reached: undefined behaviour.",
  example: ifExample,
  traits: ["Terminator"],
  assemblyFormat: "attr-dict",
  meaning: branch(() => (_, run) => run.undefinedBehavior("control reached an unreachable place")),
});
