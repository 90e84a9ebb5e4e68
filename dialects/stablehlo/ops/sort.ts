// sort, and select_and_scatter: regions that compare elements.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i1, tensorType } from "../../../ir/core/type-constructors.ts";
import type { Region } from "../../../ir/core/block.ts";
import { elementCount } from "../../../ir/core/types.ts";
import { variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { BoolProperty, I64ArrayProperty, I64Property, optionalProperty } from "../../../ir/define/properties.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import { control, type Computation, type ControlMeaning, type Execution } from "../../../ir/interpret/meaning.ts";
import { expectDense, expectNumber } from "../../../ir/interpret/operand.ts";
import { DenseValue, type Scalar } from "../../../ir/interpret/value.ts";
import { PaddingProperty } from "../attributes/convolution-numbers.ts";
import { accumulate, reducerOf, runOnScalars } from "../run/reducer.ts";
import { inferWindowExtent, verifyWindow, windowPoints } from "../run/window.ts";
import { placesOf } from "../run/multiply-accumulate.ts";
import { scalarBody } from "../scalar-function.ts";
import { AnyTensor, compatibleShapes, elementOf, ScalarTensor, shapeOf } from "../types.ts";
import { mismatch, quoted, verifyInferred } from "../verify.ts";
import { scalarTypes, verifyRegionTypes } from "../verify-body.ts";
import { reductionWindow } from "./reduce.ts";
import { generateSort, generateMap } from "../generation.ts";
import { mapExample, selectAndScatterExample } from "../examples.ts";

type Prepared = ReturnType<ControlMeaning["prepare"]>;
/** Whether the first comes before (or is chosen over) the second. */
type Predicate = (args: readonly Scalar[], run: Execution) => Computation<boolean>;

function predicateOf(region: Region): Predicate {
  const scalars = scalarBody(region)?.all;
  return function* (args, run) {
    const [holds] = scalars === undefined ? yield* runOnScalars(region, args, run) : scalars(args);
    return expectNumber(holds, "the outcome of a comparison") !== 0;
  };
}

/** Merge sort of the numbers 0 to count - 1: stable, and its comparisons may be computations. */
function* mergeSort(count: number, isBefore: (a: number, b: number) => Computation<boolean>): Computation<number[]> {
  let order = Array.from({ length: count }, (_, i) => i);
  for (let width = 1; width < count; width *= 2) {
    const merged: number[] = [];
    for (let start = 0; start < count; start += 2 * width) {
      let left = start;
      let right = Math.min(start + width, count);
      const [leftEnd, rightEnd] = [right, Math.min(start + 2 * width, count)];
      while (left < leftEnd && right < rightEnd) {
        // The right one goes first only where it is strictly before.
        if (yield* isBefore(order[right]!, order[left]!)) merged.push(order[right++]!);
        else merged.push(order[left++]!);
      }
      merged.push(...order.slice(left, leftEnd), ...order.slice(right, rightEnd));
    }
    order = merged;
  }
  return order;
}

function prepareSort(op: Operation): Prepared {
  const view = SortOp.match(op);
  const predicate = predicateOf(op.region());
  return function* (operands, run) {
    const inputs = operands.map(expectDense);
    const results = inputs.map((input) => DenseValue.zeros(input.shape, input.element));
    const shape = inputs[0]?.shape ?? [];
    const given = view?.dimension ?? -1;
    const dimension = given < 0 ? shape.length + given : given;
    const strides = identityStrides(shape);
    const step = strides[dimension] ?? 1;
    const count = shape[dimension] ?? 1;
    const lines = placesOf(
      shape,
      strides,
      shape.flatMap((_, d) => (d === dimension ? [] : [d])),
    );
    run.spend(elementCount(shape));
    for (const line of lines) {
      const order = yield* mergeSort(count, (a, b) =>
        predicate(
          inputs.flatMap((input) => [input.get(line + a * step), input.get(line + b * step)]),
          run,
        ),
      );
      order.forEach((source, i) => {
        results.forEach((result, k) => {
          result.set(line + i * step, inputs[k]!.get(line + source * step));
        });
      });
    }
    return results;
  };
}

export const SortOp = defineOp({
  name: "stablehlo.sort",
  summary: "Tensors sorted together along a dimension, by a comparison.",
  operands: { inputs: variadic(AnyTensor) },
  properties: { dimension: optionalProperty(I64Property), is_stable: optionalProperty(BoolProperty) },
  results: { results: variadic(AnyTensor) },
  regions: { comparator: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable"],
  inferResultTypes: ({ operands }) => operands.map((value) => value.type),
  verify: ({ op, inputs, results, dimension = -1 }) => {
    const [first] = inputs;
    if (first === undefined) return "expects at least one input";
    const rank = shapeOf(first).length;
    if (inputs.some((input) => !compatibleShapes(shapeOf(input), shapeOf(first))))
      return `expects all inputs to have the same dimensions, but got ${inputs.map(({ type }) => quoted(type)).join(", ")}`;
    if (dimension < -rank || dimension >= rank) return `dimension ${dimension} is out of range [-${rank}, ${rank})`;
    const types = inputs.map(({ type }) => type);
    if (results.length !== types.length || results.some(({ type }, i) => type !== types[i]))
      return mismatch(
        types,
        results.map(({ type }) => type),
      );
    const args = inputs.flatMap((input) => scalarTypes([elementOf(input), elementOf(input)]));
    return verifyRegionTypes(op.region(), args, [tensorType([], i1(op.context))], "the comparator");
  },
  generate: generateSort,
  meaning: control((op) => prepareSort(op)),
});

function prepareSelectAndScatter(op: Operation): Prepared {
  const view = SelectAndScatterOp.match(op);
  if (view === undefined) throw new Error("not a select_and_scatter");
  const select = predicateOf(op.region(0));
  const reducer = reducerOf(op.region(1));
  return function* ([first, second, third], run) {
    const [operand, source, init] = [expectDense(first), expectDense(second), expectDense(third)];
    const window = windowOf(view, operand.shape.length);
    const result = DenseValue.splat(operand.shape, operand.element, init.get(0));
    const none = operand.shape.map(() => 0);
    const strides = { input: identityStrides(operand.shape), window: none, output: identityStrides(source.shape) };
    const [into, from]: [number[], number[]] = [[], []];
    run.spend(operand.count);
    for (const { outPlace, taps } of windowPoints(window, operand.shape, strides, [])) {
      let chosen: number | undefined;
      for (const { input } of taps) {
        const keeps = chosen !== undefined && (yield* select([operand.get(chosen), operand.get(input)], run));
        if (!keeps) chosen = input;
      }
      if (chosen === undefined) continue;
      into.push(chosen);
      from.push(outPlace);
    }
    yield* accumulate(reducer, [result], [source], { into: Int32Array.from(into), from: Int32Array.from(from) }, run);
    return [result];
  };
}

interface WindowProperties {
  readonly windowDimensions: readonly number[] | undefined;
  readonly windowStrides: readonly number[] | undefined;
  readonly padding: readonly (readonly [number, number])[] | undefined;
}

const windowOf = ({ windowDimensions, windowStrides, padding }: WindowProperties, rank: number) =>
  reductionWindow({
    windowDimensions: windowDimensions ?? new Array<number>(rank).fill(1),
    windowStrides,
    padding,
    baseDilations: undefined,
    windowDilations: undefined,
  });

export const SelectAndScatterOp = defineOp({
  name: "stablehlo.select_and_scatter",
  summary: "Under each position of a window, the source's element is combined into the place that is selected.",
  example: selectAndScatterExample,
  operands: { operand: AnyTensor, source: AnyTensor, init_value: ScalarTensor },
  properties: {
    window_dimensions: optionalProperty(I64ArrayProperty),
    window_strides: optionalProperty(I64ArrayProperty),
    padding: optionalProperty(PaddingProperty),
  },
  results: { result: AnyTensor },
  regions: { select: singleBlockRegion, scatter: singleBlockRegion },
  traits: ["RecursiveMemoryEffects"],
  verify: (view) => {
    const { op, operand, source, result } = view;
    const [shape, element] = [shapeOf(operand), elementOf(operand)];
    for (const [name, list] of [
      ["window_dimensions", view.windowDimensions],
      ["window_strides", view.windowStrides],
      ["padding", view.padding],
    ] as const) {
      if (list !== undefined && list.length !== shape.length)
        return `expects ${name} to have one entry for each of the ${shape.length} dimensions, but got ${list.length}`;
    }
    const window = windowOf(view, shape.length);
    const problem = verifyWindow(window);
    if (problem !== undefined) return problem;
    const expected = shape.map((extent, d) => inferWindowExtent(extent, window[d]!));
    if (!compatibleShapes(expected, shapeOf(source)))
      return `expects source-type to be '${expected.join("x")}', but got ${quoted(source.type)}`;
    const [scalar] = scalarTypes([element]);
    const scalars = scalar === undefined ? [] : [scalar, scalar];
    return (
      verifyInferred(result, shape, element) ??
      verifyRegionTypes(op.region(0), scalars, [tensorType([], i1(op.context))], "the select region") ??
      verifyRegionTypes(op.region(1), scalars, scalars.slice(1), "the scatter region")
    );
  },
  meaning: control((op) => prepareSelectAndScatter(op)),
});

function prepareMap(op: Operation): Prepared {
  const region = op.region();
  const scalars = scalarBody(region)?.all;
  const element = elementOf(op.result());
  return function* (operands, run) {
    const inputs = operands.map(expectDense);
    const result = DenseValue.zeros(inputs[0]?.shape ?? [], element);
    run.spend(result.count);
    for (let i = 0, n = result.count; i < n; i++) {
      const args = inputs.map((input) => input.get(i));
      const [value] = scalars === undefined ? yield* runOnScalars(region, args, run) : scalars(args);
      result.set(i, value ?? 0);
    }
    return [result];
  };
}

export const MapOp = defineOp({
  name: "stablehlo.map",
  summary: "A region applied to the elements of its operands.",
  example: mapExample,
  operands: { inputs: variadic(AnyTensor) },
  properties: { dimensions: I64ArrayProperty },
  results: { result: AnyTensor },
  regions: { computation: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "RecursivelySpeculatable"],
  verify: ({ op, inputs, dimensions, result }) => {
    const [first] = inputs;
    if (first === undefined) return "expects at least one operand";
    if (inputs.some((input) => !compatibleShapes(shapeOf(input), shapeOf(first))))
      return `requires the same shape for all operands, but got ${inputs.map(({ type }) => quoted(type)).join(", ")}`;
    const rank = shapeOf(first).length;
    if (dimensions.length !== rank || dimensions.some((d, i) => d !== i))
      return `requires monotonically increasing dimension numbers 0 to ${rank - 1}, but got ${dimensions.join(", ")}`;
    return (
      verifyInferred(result, shapeOf(first), elementOf(result)) ??
      verifyRegionTypes(
        op.region(),
        scalarTypes(inputs.map(elementOf)),
        scalarTypes([elementOf(result)]),
        "the computation",
      )
    );
  },
  generate: generateMap,
  meaning: control((op) => prepareMap(op)),
});

export const sortOps: readonly OpDefinition[] = [MapOp, SelectAndScatterOp, SortOp];
