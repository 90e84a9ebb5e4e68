// scf.forall: iterations in any order, which may fill shared tensors together.
import { InductionVariables } from "../../../ir/analysis/int-range/interfaces.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import { denseArrayAttr, i64ArrayAttr } from "../../../ir/core/attribute-constructors.ts";
import { Region } from "../../../ir/core/block.ts";
import type { Context } from "../../../ir/core/context.ts";
import { errorAt } from "../../../ir/core/diagnostic.ts";
import type { Location } from "../../../ir/core/location.ts";
import { Operation } from "../../../ir/core/operation.ts";
import { i32, indexType } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyRankedTensor, AnyType, Index, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { defineInterface } from "../../../ir/define/interface.ts";
import {
  mixedIndices,
  parseIndexList,
  printIndexList,
  splitIndices,
  staticListAttr,
  type MixedIndex,
} from "../../../ir/define/offset-size-stride.ts";
import { DestinationStyleOpInterface, HasParent, LoopLikeOpInterface } from "../../../ir/define/op-interfaces.ts";
import {
  handsNothing,
  RegionBranchOpInterface,
  RegionBranchTerminatorOpInterface,
} from "../../../ir/define/region-branch.ts";
import { attributeWhere, I64ArrayProperty, optionalProperty } from "../../../ir/define/properties.ts";
import { indexListReader } from "../../../ir/interpret/index-list.ts";
import {
  control,
  terminator,
  type Computation,
  type Execution,
  type RuntimeValue,
} from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { SHARED_DESTINATIONS, type SharedDestinations } from "../../../ir/interpret/shared-destinations.ts";
import type { OpPrinter } from "../../../ir/syntax/printer-interface.ts";
import {
  parseArgumentNames,
  parseAssignments,
  printAssignments,
  printInParentheses,
  typedArguments,
} from "../assignments.ts";
import { generateForall } from "../generation.ts";
import { forallExample } from "../examples.ts";

const parentheses = ["(", ")"] as const;

/**
 * An op that fills part of a tensor which iterations share: the operand that is the loop's argument. Its meaning writes the
 * destination of ir/interpret/shared-destinations.ts.
 */
export const ParallelInsert = defineInterface<(op: Operation) => Value>("ParallelInsert");

export const InParallelOp = defineOp({
  name: "scf.forall.in_parallel",
  summary: "Ends an iteration of scf.forall: what it inserts into the shared tensors.",
  example: forallExample,
  regions: { region: singleBlockRegion },
  traits: ["Pure", "Terminator", "NoTerminator", "SingleBlock", "GraphRegion"],
  interfaces: [HasParent.with(["scf.forall"]), RegionBranchTerminatorOpInterface.with(() => ({ start: 0, length: 0 }))],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.region(op.region(), { entryArguments: false });
      p.attrDict(op);
    },
    parse: (p) => {
      const region = p.region();
      if (region.isEmpty) region.addBlock();
      return { regions: [region], attributes: p.optionalAttrDict() };
    },
  },
  verify: ({ op, region }) => {
    const shared = op.parentOp === null ? [] : sharedArguments(op.parentOp);
    for (const inner of region.entry.ops()) {
      const isInsert = inner.name === "tensor.parallel_insert_slice" || ParallelInsert.of(inner) !== undefined;
      if (!isInsert) return "expected only ParallelCombiningOpInterface ops";
      const destination = ParallelInsert.of(inner)?.(inner) ?? inner.operands[1];
      if (isInsert && destination !== undefined && !shared.includes(destination))
        return errorAt(inner.location, `'${inner.name}' op may only insert into an output block argument`);
    }
    return undefined;
  },
  meaning: terminator,
});

/** The body's arguments for the shared outputs. */
function sharedArguments(op: Operation): readonly Value[] {
  const body = op.regions[0]?.blocks[0];
  return body === undefined ? [] : body.arguments.slice(body.arguments.length - op.resultCount);
}

const DeviceMapping = attributeWhere(
  "Device Mapping array attribute",
  (a) => a.kind === "array" && a.elements.every(({ kind }) => kind === "dialect"),
);

/** Lower bounds, upper bounds and steps, constants and values mixed. */
export interface ForallBounds {
  readonly lower: readonly MixedIndex[];
  readonly upper: readonly MixedIndex[];
  readonly step: readonly MixedIndex[];
}

interface IndexList {
  readonly values: readonly Value[];
  readonly statics: readonly number[];
}

export const ForallOp = defineOp({
  name: "scf.forall",
  summary: "A loop nest whose iterations may run in any order, or at once.",
  example: forallExample,
  operands: {
    dynamicLowerBound: variadic(Index),
    dynamicUpperBound: variadic(Index),
    dynamicStep: variadic(Index),
    outputs: variadic(AnyRankedTensor),
  },
  properties: {
    staticLowerBound: I64ArrayProperty,
    staticUpperBound: I64ArrayProperty,
    staticStep: I64ArrayProperty,
    mapping: optionalProperty(DeviceMapping),
  },
  results: { results: variadic(AnyType) },
  regions: { region: singleBlockRegion },
  traits: ["AutomaticAllocationScope", "RecursiveMemoryEffects", "SingleBlock"],
  interfaces: [
    LoopLikeOpInterface.with((op) => [op.region()]),
    RegionBranchOpInterface.with(handsNothing((op, from) => (from === null ? [op.region()] : [null]))),
    InductionVariables.with((op) => {
      const { lower, upper, step } = forallBounds(op);
      return op
        .region()
        .entry.arguments.slice(0, upper.length)
        .map((variable, i) => ({ variable, lower: lower[i] ?? 0, upper: upper[i] ?? 0, step: step[i] ?? 1 }));
    }),
    DestinationStyleOpInterface.with((op) => {
      const first = op.operandCount - op.resultCount;
      return op.results.map((_, i) => first + i);
    }),
  ],
  assemblyFormat: {
    print: (op, p) => printForall(op, p),
    parse: (p) => {
      const ivs = parseArgumentNames(p);
      const rank = ivs.length;
      const repeated = (value: number): IndexList => ({ values: [], statics: ivs.map(() => value) });
      const at = p.position();
      const list = (): IndexList => {
        const { statics, operands } = parseIndexList(p, parentheses);
        return { statics, values: operands.map((operand) => p.resolve(operand, indexType(p.context))) };
      };
      let [lower, step] = [repeated(0), repeated(1)];
      let upper: IndexList;
      if (p.accept("in")) upper = list();
      else {
        p.expect("=");
        lower = list();
        p.expect("to");
        upper = list();
        p.expect("step");
        step = list();
      }
      if (lower.statics.length !== rank || upper.statics.length !== rank || step.statics.length !== rank) {
        p.error(`expected ${rank} lower bounds, upper bounds and steps`, at);
      }
      const shared = p.accept("shared_outs") ? parseAssignments(p) : [];
      const types = p.accept("->") ? p.typeOrTypeList() : [];
      const outputs = p.resolveAll(
        shared.map(({ init }) => init),
        types,
        at,
      );
      const index = indexType(p.context);
      const region = p.region(
        typedArguments([...ivs, ...shared.map(({ argument }) => argument)], [...ivs.map(() => index), ...types]),
      );
      addTerminator(region, p.location);
      return {
        operands: [...lower.values, ...upper.values, ...step.values, ...outputs],
        resultTypes: types,
        regions: [region],
        attributes: p.optionalAttrDict(),
        properties: {
          staticLowerBound: i64ArrayAttr(p.context, lower.statics),
          staticUpperBound: i64ArrayAttr(p.context, upper.statics),
          staticStep: i64ArrayAttr(p.context, step.statics),
          operandSegmentSizes: segments(p.context, [
            lower.values.length,
            upper.values.length,
            step.values.length,
            outputs.length,
          ]),
        },
      };
    },
  },
  verify: ({
    staticLowerBound,
    staticUpperBound,
    staticStep,
    dynamicLowerBound,
    dynamicUpperBound,
    dynamicStep,
    outputs,
    results,
    region,
    mapping,
  }) => {
    const rank = staticUpperBound.length;
    if (outputs.length !== results.length)
      return `produces ${results.length} results, but has only ${outputs.length} outputs`;
    const { arguments: args } = region.entry;
    if (args.length !== rank + outputs.length) return `region expects ${rank} arguments`;
    const wrong = args.findIndex(({ type }, i) =>
      i < rank ? type.kind !== "index" : type !== outputs[i - rank]?.type,
    );
    if (wrong >= 0) {
      return wrong < rank
        ? `expects ${wrong}-th block argument to be an index`
        : `type mismatch between ${wrong - rank}-th output and corresponding block argument`;
    }
    if (staticLowerBound.length !== rank || staticStep.length !== rank)
      return "expected as many lower bounds and steps as upper bounds";
    const dynamics = (statics: readonly number[]): number => statics.filter((s) => s === DYNAMIC).length;
    if (
      dynamics(staticLowerBound) !== dynamicLowerBound.length ||
      dynamics(staticUpperBound) !== dynamicUpperBound.length ||
      dynamics(staticStep) !== dynamicStep.length
    ) {
      return "expected as many operands as dynamic bounds and steps";
    }
    if (mapping?.kind === "array" && mapping.elements.length !== rank)
      return "mapping attribute size must match op rank";
    return undefined;
  },
  verifyRegions: ({ region, results, outputs }) => {
    const last = region.entry.lastOp;
    if (last?.name !== "scf.forall.in_parallel")
      return `expects regions to end with 'scf.forall.in_parallel', found '${last?.name ?? "nothing"}'`;
    return results.some((result, i) => result.type !== outputs[i]?.type)
      ? "type mismatch between result and output"
      : undefined;
  },
  generate: generateForall,
  meaning: control((op) => {
    const bounds = forallBounds(op);
    const read = indexListReader(bounds.lower, bounds.upper, bounds.step);
    return (operands, run) => runForall(op, read(operands), operands, run);
  }),
});

/** The bounds of an scf.forall. */
export function forallBounds(op: Operation): ForallBounds {
  const view = ForallOp.match(op);
  if (view === undefined) throw new Error(`'${op.name}' is no scf.forall`);
  return {
    lower: mixedIndices(view.staticLowerBound, view.dynamicLowerBound),
    upper: mixedIndices(view.staticUpperBound, view.dynamicUpperBound),
    step: mixedIndices(view.staticStep, view.dynamicStep),
  };
}

/** Gives an scf.forall other bounds of the same rank. */
export function setForallBounds(op: Operation, { lower, upper, step }: ForallBounds): void {
  const { outputs } = ForallOp.match(op) ?? { outputs: [] };
  const lists = [splitIndices(lower), splitIndices(upper), splitIndices(step)] as const;
  op.setOperands([...lists.flatMap(({ dynamics }) => dynamics), ...outputs]);
  op.setAttribute("staticLowerBound", staticListAttr(op.context, lower));
  op.setAttribute("staticUpperBound", staticListAttr(op.context, upper));
  op.setAttribute("staticStep", staticListAttr(op.context, step));
  op.setAttribute(
    "operandSegmentSizes",
    segments(op.context, [...lists.map(({ dynamics }) => dynamics.length), outputs.length]),
  );
}

const segments = (context: Context, sizes: readonly number[]): Attribute => denseArrayAttr(i32(context), sizes);

/** Ends the body with an empty in_parallel where it has none. */
export function addTerminator(region: Region, location: Location): void {
  const block = region.blocks[0] ?? region.addBlock();
  if (block.lastOp?.hasTrait("Terminator") === true) return;
  const { context } = region;
  const inner = new Region(context);
  inner.addBlock();
  block.append(Operation.create(context, context.opDefinition(InParallelOp.name), location, { regions: [inner] }));
}

function printForall(op: Operation, p: OpPrinter): void {
  const { lower, upper, step } = forallBounds(op);
  const args = op.region().entry.arguments;
  const shared = args.slice(upper.length);
  p.text(" ");
  printInParentheses(p, args.slice(0, upper.length));
  if (lower.every((l) => l === 0) && step.every((s) => s === 1)) {
    p.text(" in ");
    printIndexList(p, upper, parentheses);
  } else {
    p.text(" = ");
    printIndexList(p, lower, parentheses);
    p.text(" to ");
    printIndexList(p, upper, parentheses);
    p.text(" step ");
    printIndexList(p, step, parentheses);
  }
  printAssignments(p, " shared_outs", shared, op.operands.slice(op.operandCount - shared.length));
  if (shared.length > 0) {
    p.text(" -> (");
    p.list(op.results, (result) => p.type(result.type));
    p.text(")");
  }
  p.text(" ");
  p.region(op.region(), { entryArguments: false, terminators: op.resultCount > 0 });
  p.attrDict(op, { elide: ["staticLowerBound", "staticUpperBound", "staticStep", "operandSegmentSizes"] });
}

function* runForall(
  op: Operation,
  [lower = [], upper = [], step = []]: readonly (readonly number[])[],
  operands: readonly RuntimeValue[],
  run: Execution,
): Computation<readonly RuntimeValue[]> {
  if (step.some((s) => s <= 0)) return run.undefinedBehavior("the steps of scf.forall must be positive");
  const region = op.region();
  const inits = operands.slice(operands.length - op.resultCount);
  const results = inits.map((init) => expectDense(init).clone());
  const shared = new Map(run.state<SharedDestinations>(SHARED_DESTINATIONS, () => new Map()));
  sharedArguments(op).forEach((argument, i) => {
    const result = results[i];
    if (result !== undefined) shared.set(argument, result);
  });
  const point = [...lower];
  if (point.some((at, d) => at >= (upper[d] ?? at))) return results;
  yield* run.withState(SHARED_DESTINATIONS, shared, function* () {
    do {
      const exit = yield* run.runRegion(region, [...point, ...inits]);
      yield* run.runRegion(exit.terminator.region(), []);
    } while (advance(point, lower, upper, step));
  });
  return results;
}

/** The next point of a loop nest, the last loop innermost; false when all were visited. */
export function advance(
  point: number[],
  lower: readonly number[],
  upper: readonly number[],
  step: readonly number[],
): boolean {
  for (let d = point.length - 1; d >= 0; d--) {
    const next = (point[d] ?? 0) + (step[d] ?? 1);
    if (next < (upper[d] ?? 0)) {
      point[d] = next;
      return true;
    }
    point[d] = lower[d] ?? 0;
  }
  return false;
}
