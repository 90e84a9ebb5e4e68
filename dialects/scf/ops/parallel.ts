// scf.parallel: a loop nest without order, with reductions.
import { InductionVariables } from "../../../ir/analysis/int-range/interfaces.ts";
import { errorAt } from "../../../ir/core/diagnostic.ts";
import { denseArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Region } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i32, indexType } from "../../../ir/core/type-constructors.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType, Index, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion, type RegionSpec } from "../../../ir/define/define-op.ts";
import { constantOf, HasParent, ImplicitTerminator, LoopLikeOpInterface } from "../../../ir/define/op-interfaces.ts";
import {
  handsNothing,
  RegionBranchOpInterface,
  RegionBranchTerminatorOpInterface,
} from "../../../ir/define/region-branch.ts";
import {
  control,
  terminator,
  type Computation,
  type Execution,
  type RuntimeValue,
} from "../../../ir/interpret/meaning.ts";
import { expectIndex } from "../../../ir/interpret/operand.ts";
import { typeText } from "../../../ir/syntax/print-attributes.ts";
import { parseArgumentNames, parseInParentheses, printInParentheses, typedArguments } from "../assignments.ts";
import { advance } from "./forall.ts";
import { generateParallel } from "../generation.ts";
import { parallelExample } from "../examples.ts";

function isConstantBelowOne(value: Value): boolean {
  const constant = constantOf(value);
  return constant?.kind === "integer" && constant.value <= 0n;
}

export const ParallelOp = defineOp({
  name: "scf.parallel",
  summary: "A loop nest whose iterations may run in any order, and values reduced over them.",
  example: parallelExample,
  operands: {
    lowerBound: variadic(Index),
    upperBound: variadic(Index),
    step: variadic(Index),
    initVals: variadic(AnyType),
  },
  results: { results: variadic(AnyType) },
  regions: { region: singleBlockRegion },
  traits: ["AutomaticAllocationScope", "RecursiveMemoryEffects", "SingleBlock"],
  interfaces: [
    ImplicitTerminator.with("scf.reduce"),
    LoopLikeOpInterface.with((op) => [op.region()]),
    RegionBranchOpInterface.with(handsNothing((op) => [op.region(), null])),
    InductionVariables.with((op) => {
      const { arguments: variables } = op.region().entry;
      const bound = (row: number, i: number): Value => op.operand(row * variables.length + i);
      return variables.map((variable, i) => ({ variable, lower: bound(0, i), upper: bound(1, i), step: bound(2, i) }));
    }),
  ],
  assemblyFormat: {
    print: (op, p) => {
      const args = op.region().entry.arguments;
      const rank = args.length;
      p.text(" ");
      printInParentheses(p, args);
      p.text(" = ");
      printInParentheses(p, op.operands.slice(0, rank));
      p.text(" to ");
      printInParentheses(p, op.operands.slice(rank, 2 * rank));
      p.text(" step ");
      printInParentheses(p, op.operands.slice(2 * rank, 3 * rank));
      if (op.operandCount > 3 * rank) {
        p.text(" init ");
        printInParentheses(p, op.operands.slice(3 * rank));
      }
      if (op.resultCount > 0) {
        const bare = op.resultCount === 1 && op.result().type.kind !== "function";
        p.text(bare ? " -> " : " -> (");
        p.list(op.results, (result) => p.type(result.type));
        if (!bare) p.text(")");
      }
      p.text(" ");
      p.region(op.region(), { entryArguments: false });
      p.attrDict(op, { elide: ["operandSegmentSizes"] });
    },
    parse: (p) => {
      const index = indexType(p.context);
      const ivs = parseArgumentNames(p);
      p.expect("=");
      const lower = parseInParentheses(p, index);
      p.expect("to");
      const upper = parseInParentheses(p, index);
      p.expect("step");
      const step = parseInParentheses(p, index);
      const initAt = p.position();
      let inits: ReturnType<typeof p.operandList> = [];
      if (p.accept("init")) {
        p.expect("(");
        inits = p.operandList();
        p.expect(")");
      }
      const types = p.accept("->") ? p.typeOrTypeList() : [];
      const initValues = p.resolveAll(inits, types, initAt);
      const region = p.region(
        typedArguments(
          ivs,
          ivs.map(() => index),
        ),
      );
      const sizes = [lower.length, upper.length, step.length, initValues.length];
      return {
        operands: [...lower, ...upper, ...step, ...initValues],
        resultTypes: types,
        regions: [region],
        attributes: p.optionalAttrDict(),
        properties: { operandSegmentSizes: denseArrayAttr(i32(p.context), sizes) },
      };
    },
  },
  verify: ({ lowerBound, upperBound, step, initVals, results, region }) => {
    const rank = step.length;
    if (rank === 0) return "needs at least one tuple element for lowerBound, upperBound and step";
    if (lowerBound.length !== rank || upperBound.length !== rank)
      return "expects as many lower and upper bounds as steps";
    if (step.some(isConstantBelowOne)) return "constant step operand must be positive";
    const { arguments: args, lastOp: reduce } = region.entry;
    if (args.length !== rank)
      return `expects the same number of induction variables: ${args.length} as bound and step values: ${rank}`;
    if (args.some(({ type }) => type.kind !== "index"))
      return "expects arguments for the induction variable to be of index type";
    if (reduce?.name !== "scf.reduce") return "expects body to terminate with 'scf.reduce'";
    const count = results.length;
    if (reduce.regions.length !== count)
      return `expects number of results: ${count} to be the same as number of reductions: ${reduce.regions.length}`;
    if (initVals.length !== count)
      return `expects number of results: ${count} to be the same as number of initial values: ${initVals.length}`;
    if (reduce.operandCount !== count) return undefined;
    const wrong = results.findIndex((result, i) => result.type !== reduce.operand(i).type);
    if (wrong < 0) return undefined;
    const [found, wanted] = [reduce.operand(wrong).type, results[wrong]?.type].map((t) => t && `'${typeText(t)}'`);
    const problem = `expects type of ${wrong}-th reduction operand: ${found} to be the same as the ${wrong}-th result type: ${wanted}`;
    return errorAt(reduce.location, `'scf.reduce' op ${problem}`);
  },
  verifyRegions: ({ initVals, results }) => {
    const wrong = results.findIndex((result, i) => result.type !== initVals[i]?.type);
    return wrong < 0 ? undefined : `types mismatch between ${wrong}th iter operand and defined value`;
  },
  generate: generateParallel,
  meaning: control((op) => (operands, run) => runParallel(op, operands, run)),
});

function* runParallel(
  op: Operation,
  operands: readonly RuntimeValue[],
  run: Execution,
): Computation<readonly RuntimeValue[]> {
  const region = op.region();
  const rank = region.entry.arguments.length;
  const reduced: RuntimeValue[] = operands.slice(3 * rank);
  const [lower, upper, step]: [number[], number[], number[]] = [[], [], []];
  // The bounds of a loop matter where all loops around it have iterations, as in a nest of single ones.
  for (let d = 0; d < rank; d++) {
    const [from, to, by] = [
      expectIndex(operands[d]),
      expectIndex(operands[rank + d]),
      expectIndex(operands[2 * rank + d]),
    ];
    if (by <= 0) return run.undefinedBehavior("the steps of scf.parallel must be positive");
    if (from >= to) return reduced;
    lower.push(from);
    upper.push(to);
    step.push(by);
  }
  const point = [...lower];
  do {
    const { terminator: reduce, values } = yield* run.runRegion(region, point);
    for (const [i, body] of reduce.regions.entries()) {
      const sofar = reduced[i];
      const value = values[i];
      if (sofar === undefined || value === undefined) throw new Error("a reduction has an initial value and a value");
      const [result] = (yield* run.runRegion(body, [sofar, value])).values;
      if (result !== undefined) reduced[i] = result;
    }
  } while (advance(point, lower, upper, step));
  return reduced;
}

const reductions: RegionSpec<"variadic"> = { arity: "variadic", blocks: "single" };

export const ReduceOp = defineOp({
  name: "scf.reduce",
  summary: "Ends an iteration of scf.parallel: what it adds to each reduced value, and how.",
  example: parallelExample,
  operands: { operands: variadic(AnyType) },
  regions: { reductions },
  traits: ["Terminator", "RecursiveMemoryEffects"],
  interfaces: [
    HasParent.with(["scf.parallel"]),
    RegionBranchTerminatorOpInterface.with(() => ({ start: 0, length: 0 })),
  ],
  assemblyFormat: {
    print: (op, p) => {
      if (op.operandCount > 0) {
        p.text("(");
        p.values(op.operands);
        p.text(" : ");
        p.list(op.operands, (value) => p.type(value.type));
        p.text(")");
      }
      // mlir-opt leaves this space even where nothing follows.
      p.text(" ");
      p.list(op.regions, (region) => p.region(region));
      p.attrDict(op);
    },
    parse: (p) => {
      const names = p.accept("(") ? p.operandList() : [];
      const at = p.position();
      if (names.length > 0) p.expect(":");
      const types = names.length > 0 ? p.typeList() : [];
      if (names.length > 0) p.expect(")");
      const regions: Region[] = [];
      if (p.peek("{") && names.length > 0) {
        do regions.push(p.region());
        while (p.accept(","));
      }
      return { operands: p.resolveAll(names, types, at), regions, attributes: p.optionalAttrDict() };
    },
  },
  verifyRegions: ({ op, operands }) => {
    if (op.regions.length !== operands.length) {
      return `expects number of reduction regions: ${op.regions.length} to be the same as number of reduction operands: ${operands.length}`;
    }
    for (const [i, region] of op.regions.entries()) {
      const type = operands[i]?.type;
      if (type === undefined) continue;
      const { arguments: args, lastOp } = region.entry;
      if (lastOp === null) return `${i}-th reduction has an empty body`;
      if (args.length !== 2 || args.some((argument) => argument.type !== type))
        return `expected two block arguments with type '${typeText(type)}' in the ${i}-th reduction region`;
      if (lastOp.name !== "scf.reduce.return")
        return "reduction bodies must be terminated with an 'scf.reduce.return' op";
    }
    return undefined;
  },
  meaning: terminator,
});

export const ReduceReturnOp = defineOp({
  name: "scf.reduce.return",
  summary: "Ends a reduction: the combined value.",
  example: parallelExample,
  operands: { result: AnyType },
  traits: ["Pure", "Terminator"],
  interfaces: [HasParent.with(["scf.reduce"])],
  assemblyFormat: "$result attr-dict `:` type($result)",
  verify: ({ op, result }) => {
    const region = op.parentRegion;
    const number = region === null ? -1 : (op.parentOp?.regions.indexOf(region) ?? -1);
    const operand = op.parentOp?.operands[number];
    if (operand === undefined || operand.type === result.type) return undefined;
    return `must have type '${typeText(operand.type)}' (the type of the reduction inputs)`;
  },
  meaning: terminator,
});
