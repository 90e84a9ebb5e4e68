// Reductions: reduce along dimensions, reduce_window under a moving window.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { elementCount } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import { variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { I64ArrayProperty, optionalProperty } from "../../../ir/define/properties.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import { control, type ControlMeaning, type RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { PaddingProperty } from "../attributes/convolution-numbers.ts";
import { accumulate, promoted, reducerOf, type ReductionSteps } from "../run/reducer.ts";
import { inferWindowExtent, verifyWindow, windowPoints, type WindowDimension } from "../run/window.ts";
import { reduceSyntax } from "../text/reduce.ts";
import { AnyTensor, compatibleShapes, elementOf, ScalarTensor, shapeOf } from "../types.ts";
import { mismatch, quoted, verifyDimensions } from "../verify.ts";
import { scalarTypes, verifyRegionTypes } from "../verify-body.ts";
import { generateReduce } from "../generation.ts";
import { reduceExample, reduceWindowExample } from "../examples.ts";

type Prepared = ReturnType<ControlMeaning["prepare"]>;

/** Inputs and the values that they start from, half each. */
function halves<T>(operands: readonly T[]): readonly [readonly T[], readonly T[]] {
  const half = operands.length / 2;
  return [operands.slice(0, half), operands.slice(half)];
}

/** What both kinds of reduction check: as many inits as inputs, one shape, results of the inferred shape, the body's types. */
function verifyReduction(op: Operation, shape: (input: readonly number[]) => readonly number[]): string | undefined {
  if (op.operandCount === 0) return "expects at least one input";
  if (op.operandCount % 2 !== 0) return `expects as many initial values as inputs, but got ${op.operandCount} operands`;
  const [inputs, inits] = halves<Value>(op.operands);
  const [first] = inputs;
  if (first === undefined || op.resultCount !== inputs.length)
    return `expects ${inputs.length} results, but got ${op.resultCount}`;
  if (inits.some((init) => shapeOf(init).length !== 0))
    return `expects initial values of rank 0, but got ${inits.map((init) => quoted(init.type)).join(", ")}`;
  if (inputs.some((input) => !compatibleShapes(shapeOf(input), shapeOf(first)))) {
    return `expects all inputs to have compatible shapes, but got ${inputs.map((input) => quoted(input.type)).join(", ")}`;
  }
  // The body may sum in a wider type than the inputs'.
  const elements = op.results.map(elementOf);
  const inferred = elements.map((element) => tensorType(shape(shapeOf(first)), element));
  if (op.results.some((result, i) => !compatibleShapes(shapeOf(result), shapeOf(inferred[i]!))))
    return mismatch(
      inferred,
      op.results.map(({ type }) => type),
    );
  const scalars = scalarTypes(elements);
  return verifyRegionTypes(op.region(), [...scalars, ...scalars], scalars, "the reducer");
}

const withoutDimensions = (shape: readonly number[], dimensions: readonly number[]): number[] =>
  shape.filter((_, d) => !dimensions.includes(d));

/** For every element in row-major order, the place that it is reduced into. */
function reductionSteps(shape: readonly number[], dimensions: readonly number[]): ReductionSteps {
  const outStrides = identityStrides(withoutDimensions(shape, dimensions));
  let next = 0;
  const steps = shape.map((_, d) => (dimensions.includes(d) ? 0 : (outStrides[next++] ?? 0)));
  const count = elementCount(shape);
  const into = new Int32Array(count);
  const index = new Array<number>(shape.length).fill(0);
  for (let i = 0, place = 0; i < count; i++) {
    into[i] = place;
    for (let d = shape.length - 1; d >= 0; d--) {
      place += steps[d]!;
      if (++index[d]! < shape[d]!) break;
      place -= steps[d]! * shape[d]!;
      index[d] = 0;
    }
  }
  return { into, from: Int32Array.from({ length: count }, (_, i) => i) };
}

function prepare(
  op: Operation,
  plan: (shape: readonly number[]) => { readonly shape: readonly number[]; readonly steps: ReductionSteps },
): Prepared {
  const reducer = reducerOf(op.region());
  const elements = op.results.map(elementOf);
  return function* (operands: readonly RuntimeValue[], run) {
    const [inputs, inits] = halves(operands.map(expectDense));
    const { shape, steps } = plan(inputs[0]?.shape ?? []);
    const accumulators = elements.map((element, i) =>
      DenseValue.splat(shape, element, promoted(inits[i]!, element).get(0)),
    );
    const sources = inputs.map((input, i) => promoted(input, elements[i]!));
    yield* accumulate(reducer, accumulators, sources, steps, run);
    return accumulators;
  };
}

function prepareReduce(op: Operation): Prepared {
  const dimensions = ReduceOp.match(op)?.dimensions ?? [];
  return prepare(op, (shape) => ({
    shape: withoutDimensions(shape, dimensions),
    steps: reductionSteps(shape, dimensions),
  }));
}

export const ReduceOp = defineOp({
  name: "stablehlo.reduce",
  summary: "Elements along dimensions combined, from initial values, in ascending order.",
  example: reduceExample,
  operands: { inputs: variadic(AnyTensor), init_values: variadic(ScalarTensor) },
  properties: { dimensions: I64ArrayProperty },
  results: { results: variadic(AnyTensor) },
  regions: { body: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable", "SameVariadicOperandSize"],
  assemblyFormat: reduceSyntax,
  verify: ({ op, dimensions }) => {
    const [first] = op.operands;
    const problem = first && verifyDimensions(dimensions, shapeOf(first).length, "dimensions");
    return problem ?? verifyReduction(op, (shape) => withoutDimensions(shape, dimensions));
  },
  generate: generateReduce,
  meaning: control((op) => prepareReduce(op)),
});

interface WindowView {
  readonly windowDimensions: readonly number[];
  readonly windowStrides: readonly number[] | undefined;
  readonly baseDilations: readonly number[] | undefined;
  readonly windowDilations: readonly number[] | undefined;
  readonly padding: readonly (readonly [number, number])[] | undefined;
}

export function reductionWindow(view: WindowView): WindowDimension[] {
  return view.windowDimensions.map((size, d) => ({
    size,
    stride: view.windowStrides?.[d] ?? 1,
    padLow: view.padding?.[d]?.[0] ?? 0,
    padHigh: view.padding?.[d]?.[1] ?? 0,
    baseDilation: view.baseDilations?.[d] ?? 1,
    windowDilation: view.windowDilations?.[d] ?? 1,
  }));
}

const windowShape = (shape: readonly number[], window: readonly WindowDimension[]): number[] =>
  shape.map((extent, d) => inferWindowExtent(extent, window[d]!));

function windowSteps(shape: readonly number[], window: readonly WindowDimension[]): ReductionSteps {
  const [into, from]: [number[], number[]] = [[], []];
  const none = shape.map(() => 0);
  const strides = { input: identityStrides(shape), window: none, output: identityStrides(windowShape(shape, window)) };
  for (const { outPlace, taps } of windowPoints(window, shape, strides, [])) {
    for (const { input } of taps) {
      into.push(outPlace);
      from.push(input);
    }
  }
  return { into: Int32Array.from(into), from: Int32Array.from(from) };
}

function prepareReduceWindow(op: Operation): Prepared {
  const view = ReduceWindowOp.match(op);
  const window = view === undefined ? [] : reductionWindow(view);
  return prepare(op, (shape) => ({ shape: windowShape(shape, window), steps: windowSteps(shape, window) }));
}

export const ReduceWindowOp = defineOp({
  name: "stablehlo.reduce_window",
  summary: "Elements under each position of a window combined, from initial values.",
  example: reduceWindowExample,
  operands: { inputs: variadic(AnyTensor), init_values: variadic(ScalarTensor) },
  properties: {
    window_dimensions: I64ArrayProperty,
    window_strides: optionalProperty(I64ArrayProperty),
    base_dilations: optionalProperty(I64ArrayProperty),
    window_dilations: optionalProperty(I64ArrayProperty),
    padding: optionalProperty(PaddingProperty),
  },
  results: { results: variadic(AnyTensor) },
  regions: { body: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable", "SameVariadicOperandSize"],
  verify: (view) => {
    const [first] = view.op.operands;
    const rank = first === undefined ? 0 : shapeOf(first).length;
    for (const [name, list] of [
      ["window_dimensions", view.windowDimensions],
      ["window_strides", view.windowStrides],
      ["base_dilations", view.baseDilations],
      ["window_dilations", view.windowDilations],
      ["padding", view.padding],
    ] as const) {
      if (list !== undefined && list.length !== rank)
        return `expects ${name} to have one entry for each of the ${rank} dimensions, but got ${list.length}`;
    }
    const window = reductionWindow(view);
    return verifyWindow(window) ?? verifyReduction(view.op, (shape) => windowShape(shape, window));
  },
  meaning: control((op) => prepareReduceWindow(op)),
});

export const reduceOps: readonly OpDefinition[] = [ReduceOp, ReduceWindowOp];
