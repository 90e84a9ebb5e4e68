// scf.for: a counted loop that carries values from one iteration to the next.
import { InductionVariables } from "../../../ir/analysis/int-range/interfaces.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { indexType } from "../../../ir/core/type-constructors.ts";
import { isIntegerOrIndex } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType, SignlessIntegerOrIndex, typeVariable, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import {
  ConditionallySpeculatable,
  ImplicitTerminator,
  LoopLikeOpInterface,
} from "../../../ir/define/op-interfaces.ts";
import { loopsOverRegion, RegionBranchOpInterface } from "../../../ir/define/region-branch.ts";
import { UnitProperty } from "../../../ir/define/properties.ts";
import { integerArithmetic } from "../../../ir/interpret/integers.ts";
import { control, type Computation, type Execution, type RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { expectInteger } from "../../../ir/interpret/operand.ts";
import { integerConstant } from "../../../ir/rewrite/constant.ts";
import type { EntryArgument } from "../../../ir/syntax/parser-interface.ts";
import { parseAssignments, printAssignments } from "../assignments.ts";
import { verifyCarried, verifyYields } from "../yield.ts";
import { generateFor } from "../generation.ts";
import { forExample } from "../examples.ts";

const Bound = typeVariable("T", SignlessIntegerOrIndex);

const ARGUMENTS = ["region iter_args", "region iter_arg"] as const;

export const ForOp = defineOp({
  name: "scf.for",
  summary: "A loop from a lower bound to below an upper bound, with values carried along.",
  example: forExample,
  operands: { lowerBound: Bound, upperBound: Bound, step: Bound, initArgs: variadic(AnyType) },
  properties: { unsignedCmp: UnitProperty },
  results: { results: variadic(AnyType) },
  regions: { region: singleBlockRegion },
  traits: ["AutomaticAllocationScope", "RecursiveMemoryEffects", "SingleBlock"],
  interfaces: [
    ImplicitTerminator.with("scf.yield"),
    LoopLikeOpInterface.with((op) => [op.region()]),
    // A step of one always comes to the upper bound.
    ConditionallySpeculatable.with((op) => integerConstant(op.operand(2)) === 1n && "recursive"),
    RegionBranchOpInterface.with(loopsOverRegion(() => 3)),
    InductionVariables.with((op) => {
      const [variable] = op.region().entry.arguments;
      const isUnsigned = op.attribute("unsignedCmp") !== undefined;
      if (variable === undefined) return [];
      return [{ variable, lower: op.operand(0), upper: op.operand(1), step: op.operand(2), isUnsigned }];
    }),
  ],
  assemblyFormat: {
    print: (op, p) => {
      const [iv, ...carried] = op.region().entry.arguments;
      const [lower, upper, step, ...inits] = op.operands;
      if (iv === undefined || lower === undefined || upper === undefined || step === undefined)
        throw new Error("an scf.for needs bounds and a step");
      p.text(op.attribute("unsignedCmp") === undefined ? " " : " unsigned ");
      p.value(iv);
      p.text(" = ");
      p.value(lower);
      p.text(" to ");
      p.value(upper);
      p.text(" step ");
      p.value(step);
      printAssignments(p, " iter_args", carried, inits);
      if (inits.length > 0) {
        p.text(" -> (");
        p.list(op.results, (result) => p.type(result.type));
        p.text(")");
      }
      p.text(" ");
      if (lower.type.kind !== "index") {
        // The two spaces are mlir-opt's.
        p.text(" : ");
        p.type(lower.type);
        p.text(" ");
      }
      p.region(op.region(), { entryArguments: false, terminators: inits.length > 0 });
      p.attrDict(op, { elide: ["unsignedCmp"] });
    },
    parse: (p) => {
      const unsigned = p.accept("unsigned");
      const iv = p.argument({ type: "none" }).name;
      p.expect("=");
      const lower = p.operand();
      p.expect("to");
      const upper = p.operand();
      p.expect("step");
      const step = p.operand();
      const carries = p.accept("iter_args");
      const carried = carries ? parseAssignments(p) : [];
      const at = p.position();
      if (carries) p.expect("->");
      const types = carries ? p.typeOrTypeList() : [];
      if (types.length !== carried.length) p.error("mismatch in number of loop-carried values and defined values", at);
      const type = p.accept(":") ? p.type() : indexType(p.context);
      const entry: EntryArgument[] = [{ name: iv, type }];
      for (let i = 0; i < types.length; i++) entry.push({ name: carried[i]!.argument, type: types[i]! });
      const region = p.region(entry);
      const attributes = p.optionalAttrDict();
      const inits: Value[] = [];
      for (let i = 0; i < carried.length; i++) inits.push(p.resolve(carried[i]!.init, types[i]!));
      return {
        operands: [p.resolve(lower, type), p.resolve(upper, type), p.resolve(step, type), ...inits],
        resultTypes: types,
        regions: [region],
        attributes,
        properties: unsigned ? { unsignedCmp: UnitProperty.encode(true, p.context) } : {},
      };
    },
  },
  verify: ({ initArgs, results }) =>
    initArgs.length === results.length ? undefined : "mismatch in number of loop-carried values and defined values",
  verifyRegions: ({ lowerBound, initArgs, results, region }) => {
    const [iv, ...carried] = region.entry.arguments;
    const last = region.entry.lastOp;
    const yielded = last?.name === "scf.yield" && last.operandCount > 0 ? last.operands : carried;
    return (
      verifyCarried(["inits", "init"], initArgs, ARGUMENTS, carried) ??
      verifyCarried(ARGUMENTS, carried, ["yielded values", "yielded value"], yielded) ??
      verifyCarried(ARGUMENTS, carried, ["loop results", "loop result"], results) ??
      verifyYields(region, "Region #0", results) ??
      (iv?.type === lowerBound.type ? undefined : "expected induction variable to be same type as bounds and step")
    );
  },
  generate: generateFor,
  meaning: control((op) => (operands, run) => runLoop(op, operands, run)),
});

/** How many iterations a loop has; undefined behaviour where its step is not positive. */
function tripCount(lower: bigint, upper: bigint, step: bigint, run: Execution): bigint {
  if (step <= 0n) return run.undefinedBehavior(`the step of a loop must be positive, and is ${step}`);
  return upper <= lower ? 0n : (upper - lower + step - 1n) / step;
}

function* runLoop(
  op: Operation,
  operands: readonly RuntimeValue[],
  run: Execution,
): Computation<readonly RuntimeValue[]> {
  const type = op.operand(0).type;
  if (!isIntegerOrIndex(type)) throw new Error("loop bounds are integers");
  const region = op.region();
  const [lower, upper, step] = [
    expectInteger(operands[0], "the lower bound"),
    expectInteger(operands[1], "the upper bound"),
    expectInteger(operands[2], "the step"),
  ];
  let carried: readonly RuntimeValue[] = operands.slice(3);
  const isUnsigned = op.attribute("unsignedCmp") !== undefined;
  if (typeof lower === "number" && typeof upper === "number" && typeof step === "number" && step > 0 && !isUnsigned) {
    for (let i = lower; i < upper; i += step) carried = (yield* run.runRegion(region, [i, ...carried])).values;
    return carried;
  }
  const { wrap, signed, unsigned } = integerArithmetic(type);
  const read = isUnsigned ? unsigned : signed;
  const [first, increment] = [BigInt(read(lower)), BigInt(read(step))];
  const count = tripCount(first, BigInt(read(upper)), increment, run);
  for (let k = 0n; k < count; k++)
    carried = (yield* run.runRegion(region, [wrap(first + k * increment), ...carried])).values;
  return carried;
}
