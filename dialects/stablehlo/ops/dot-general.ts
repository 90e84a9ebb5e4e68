// dot_general: products over contracted dimensions, one for each point of the batching and the free ones.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { optionalProperty } from "../../../ir/define/properties.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import {
  DotAlgorithmProperty,
  DotDimensionNumbersProperty,
  type DotDimensionNumbers,
} from "../attributes/dimension-numbers.ts";
import { PrecisionConfigProperty } from "../attributes/enums.ts";
import { multiplyAccumulator, placesOf } from "../run/multiply-accumulate.ts";
import { dotDirectives } from "../text/dot.ts";
import { AnyTensor, compatibleShapes, elementOf, shapeOf } from "../types.ts";
import { isKnown, quoted, verifyDimensions } from "../verify.ts";
import { generateDotGeneral } from "../generation.ts";

/** The dimensions that are neither batching nor contracted, in order. */
export function freeDimensions(rank: number, batching: readonly number[], contracting: readonly number[]): number[] {
  return Array.from({ length: rank }, (_, d) => d).filter((d) => !batching.includes(d) && !contracting.includes(d));
}

function dotShape(lhs: readonly number[], rhs: readonly number[], numbers: DotDimensionNumbers): number[] {
  const { lhsBatching, rhsBatching, lhsContracting, rhsContracting } = numbers;
  const pick = (shape: readonly number[], dimensions: readonly number[]): number[] =>
    dimensions.map((d) => shape[d] ?? 0);
  return [
    ...pick(lhs, lhsBatching),
    ...pick(lhs, freeDimensions(lhs.length, lhsBatching, lhsContracting)),
    ...pick(rhs, freeDimensions(rhs.length, rhsBatching, rhsContracting)),
  ];
}

interface DotView {
  readonly lhs: Value;
  readonly rhs: Value;
  readonly dotDimensionNumbers: DotDimensionNumbers;
  readonly precisionConfig: readonly string[] | undefined;
  readonly result: Value;
}

function verifyDot({ lhs, rhs, dotDimensionNumbers: numbers, precisionConfig, result }: DotView): string | undefined {
  const { lhsBatching, rhsBatching, lhsContracting, rhsContracting } = numbers;
  const [left, right] = [shapeOf(lhs), shapeOf(rhs)];
  if (lhsBatching.length !== rhsBatching.length)
    return "lhs and rhs should have the same number of batching dimensions";
  if (lhsContracting.length !== rhsContracting.length)
    return "lhs and rhs should have the same number of contracting dimensions";
  const dimensions =
    verifyDimensions(
      [...lhsBatching, ...lhsContracting],
      left.length,
      "the list of lhs batching and contracting dimensions",
    ) ??
    verifyDimensions(
      [...rhsBatching, ...rhsContracting],
      right.length,
      "the list of rhs batching and contracting dimensions",
    );
  if (dimensions !== undefined) return dimensions;
  for (const [what, pairs] of [
    ["batching", lhsBatching.map((d, i) => [d, rhsBatching[i] ?? 0])],
    ["contracting", lhsContracting.map((d, i) => [d, rhsContracting[i] ?? 0])],
  ] as const) {
    const wrong = pairs.find(([l = 0, r = 0]) => isKnown(left[l]) && isKnown(right[r]) && left[l] !== right[r]);
    if (wrong !== undefined)
      return `${what} dimension sizes must match for lhs/rhs, but dimension ${wrong[0]} of ${quoted(lhs.type)} and dimension ${wrong[1]} of ${quoted(rhs.type)} differ`;
  }
  if (precisionConfig !== undefined && precisionConfig.length !== 0 && precisionConfig.length !== 2) {
    return `expects precision config to be empty or have 2 elements, but got ${precisionConfig.length}`;
  }
  const shape = dotShape(left, right, numbers);
  return compatibleShapes(shape, shapeOf(result))
    ? undefined
    : `inferred shape '[${shape.join(", ")}]' is incompatible with return type of operation ${quoted(result.type)}`;
}

type Prepared = ReturnType<ValueMeaning["prepare"]>;

function prepareDot(op: Operation): Prepared {
  const view = DotGeneralOp.match(op);
  if (view === undefined) throw new Error("not a dot_general");
  const numbers = view.dotDimensionNumbers;
  const { lhsBatching, rhsBatching, lhsContracting, rhsContracting } = numbers;
  const element = elementOf(view.result);
  return ([first, second], run) => {
    const [lhs, rhs] = [expectDense(first), expectDense(second)];
    const result = DenseValue.zeros(dotShape(lhs.shape, rhs.shape, numbers), element);
    const accumulate = multiplyAccumulator(lhs, rhs, result);
    const [left, right] = [identityStrides(lhs.shape), identityStrides(rhs.shape)];
    const places = (value: DenseValue, strides: readonly number[], dimensions: readonly number[]): Int32Array =>
      placesOf(value.shape, strides, dimensions);
    const [lhsBatch, rhsBatch] = [places(lhs, left, lhsBatching), places(rhs, right, rhsBatching)];
    const [lhsDepth, rhsDepth] = [places(lhs, left, lhsContracting), places(rhs, right, rhsContracting)];
    const rows = places(lhs, left, freeDimensions(lhs.shape.length, lhsBatching, lhsContracting));
    const columns = places(rhs, right, freeDimensions(rhs.shape.length, rhsBatching, rhsContracting));
    const outColumns = Int32Array.from(columns.keys());
    run.spend(result.count * lhsDepth.length);
    let out = 0;
    for (let batch = 0; batch < lhsBatch.length; batch++) {
      for (const row of rows) {
        const start = (lhsBatch[batch] ?? 0) + row;
        for (let k = 0; k < lhsDepth.length; k++) {
          accumulate(start + (lhsDepth[k] ?? 0), (rhsBatch[batch] ?? 0) + (rhsDepth[k] ?? 0), columns, out, outColumns);
        }
        out += columns.length;
      }
    }
    return [result];
  };
}

export const DotGeneralOp = defineOp({
  name: "stablehlo.dot_general",
  summary: "Sums of products over contracted dimensions. Result dimensions: batching, free of lhs, free of rhs.",
  operands: { lhs: AnyTensor, rhs: AnyTensor },
  properties: {
    dot_dimension_numbers: DotDimensionNumbersProperty,
    precision_config: optionalProperty(PrecisionConfigProperty),
    algorithm: optionalProperty(DotAlgorithmProperty),
  },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$lhs `,` $rhs `,` custom<DotDimensionNumbers>($dot_dimension_numbers) `` custom<PrecisionConfigAndAlgorithm>($precision_config, $algorithm) attr-dict `:` functional-type(operands, results)",
  customDirectives: dotDirectives,
  verify: verifyDot,
  generate: generateDotGeneral,
  meaning: onValues((op) => prepareDot(op)),
});

export const dotOps: readonly OpDefinition[] = [DotGeneralOp];
