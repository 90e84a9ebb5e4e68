// convolution: a kernel moved over the spatial dimensions of its input, with strides, padding, dilation and groups.
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { BoolArrayProperty, I64ArrayProperty, I64Property, optionalProperty } from "../../../ir/define/properties.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import type { Value } from "../../../ir/core/value.ts";
import {
  ConvDimensionNumbersProperty,
  PaddingProperty,
  type ConvolutionDimensionNumbers,
} from "../attributes/convolution-numbers.ts";
import { PrecisionConfigProperty } from "../attributes/enums.ts";
import { multiplyAccumulator } from "../run/multiply-accumulate.ts";
import { inferWindowExtent, verifyWindow, windowPoints, type WindowDimension } from "../run/window.ts";
import { convolutionDirectives } from "../text/convolution.ts";
import { AnyTensor, compatibleShapes, elementOf, shapeOf } from "../types.ts";
import { isKnown, quoted, verifyDimensions } from "../verify.ts";
import { convolutionExample } from "../examples.ts";

interface ConvolutionView {
  readonly op: Operation;
  readonly lhs: Value;
  readonly rhs: Value;
  readonly windowStrides: readonly number[] | undefined;
  readonly padding: readonly (readonly [number, number])[] | undefined;
  readonly lhsDilation: readonly number[] | undefined;
  readonly rhsDilation: readonly number[] | undefined;
  readonly windowReversal: readonly boolean[] | undefined;
  readonly dimensionNumbers: ConvolutionDimensionNumbers;
  readonly featureGroupCount: number;
  readonly batchGroupCount: number;
  readonly result: Value;
}

/** One a spatial dimension. */
export function convolutionWindow(view: Omit<ConvolutionView, "op" | "result">): WindowDimension[] {
  const { kernel } = view.dimensionNumbers;
  const shape = shapeOf(view.rhs);
  return kernel.spatial.map((d, i) => ({
    size: shape[d] ?? 0,
    stride: view.windowStrides?.[i] ?? 1,
    padLow: view.padding?.[i]?.[0] ?? 0,
    padHigh: view.padding?.[i]?.[1] ?? 0,
    baseDilation: view.lhsDilation?.[i] ?? 1,
    windowDilation: view.rhsDilation?.[i] ?? 1,
  }));
}

function verifyConvolution(view: ConvolutionView): string | undefined {
  const { lhs, rhs, result, dimensionNumbers: numbers, featureGroupCount, batchGroupCount } = view;
  const [input, kernel] = [shapeOf(lhs), shapeOf(rhs)];
  const rank = input.length;
  if (rank < 2) return `expects convolution arguments to have >= 2 dimensions, but got ${quoted(lhs.type)}`;
  if (kernel.length !== rank || shapeOf(result).length !== rank)
    return "expects convolution arguments and result to have the same number of dimensions";
  for (const [what, { first, second, spatial }] of [
    ["input", numbers.input],
    ["kernel", numbers.kernel],
    ["output", numbers.output],
  ] as const) {
    if (spatial.length !== rank - 2) return `expects ${rank - 2} ${what} spatial dimensions, but got ${spatial.length}`;
    const problem = verifyDimensions([first, second, ...spatial], rank, `${what} dimension-numbers`);
    if (problem !== undefined) return problem;
  }
  for (const [name, list] of [
    ["window_strides", view.windowStrides],
    ["padding", view.padding],
    ["lhs_dilation", view.lhsDilation],
    ["rhs_dilation", view.rhsDilation],
    ["window_reversal", view.windowReversal],
  ] as const) {
    if (list !== undefined && list.length !== rank - 2)
      return `expects ${name} to have size equal to the number of spatial dimensions (${rank - 2}), but got ${list.length}`;
  }
  if (featureGroupCount <= 0 || batchGroupCount <= 0)
    return `expects feature_group_count and batch_group_count to be positive, but got ${featureGroupCount} and ${batchGroupCount}`;
  if (featureGroupCount > 1 && batchGroupCount > 1)
    return `expects batch_group_count and feature_group_count not to be both greater than 1, but got ${batchGroupCount} and ${featureGroupCount}`;
  return verifyWindow(convolutionWindow(view)) ?? verifyConvolutionExtents(view);
}

function verifyConvolutionExtents(view: ConvolutionView): string | undefined {
  const { lhs, rhs, result, dimensionNumbers: { input, kernel, output }, featureGroupCount, batchGroupCount } = view; // prettier-ignore
  const at = (value: Value, d: number): number => shapeOf(value)[d] ?? 0;
  const features = at(lhs, input.second);
  if (isKnown(features) && isKnown(at(rhs, kernel.first)) && features !== at(rhs, kernel.first) * featureGroupCount) {
    return `expects input feature dimension (${features}) / feature_group_count (${featureGroupCount}) = kernel input feature dimension (${at(rhs, kernel.first)})`;
  }
  const outputFeatures = at(rhs, kernel.second);
  if (isKnown(outputFeatures) && outputFeatures % featureGroupCount !== 0)
    return `expects output feature dimension (${outputFeatures}) to be divisible by feature_group_count (${featureGroupCount})`;
  if (isKnown(outputFeatures) && outputFeatures % batchGroupCount !== 0)
    return `expects output feature dimension (${outputFeatures}) to be divisible by batch_group_count (${batchGroupCount})`;
  const batch = at(lhs, input.first);
  if (isKnown(batch) && batch % batchGroupCount !== 0)
    return `expects input batch dimension (${batch}) to be divisible by batch_group_count (${batchGroupCount})`;
  const shape = shapeOf(result).slice();
  shape[output.first] = isKnown(batch) ? batch / batchGroupCount : batch;
  shape[output.second] = outputFeatures;
  convolutionWindow(view).forEach((window, i) => {
    const d = output.spatial[i] ?? 0;
    shape[d] = inferWindowExtent(at(lhs, input.spatial[i] ?? 0), window);
  });
  return compatibleShapes(shape, shapeOf(result))
    ? undefined
    : `inferred shape '[${shape.join(", ")}]' is incompatible with return type of operation ${quoted(result.type)}`;
}

type Prepared = ReturnType<ValueMeaning["prepare"]>;

function prepareConvolution(op: Operation): Prepared {
  const view = ConvolutionOp.match(op);
  if (view === undefined) throw new Error("not a convolution");
  const { dimensionNumbers: { input, kernel, output }, featureGroupCount, batchGroupCount, windowReversal } = view; // prettier-ignore
  const window = convolutionWindow(view);
  const element = elementOf(view.result);
  return ([first, second], run) => {
    const [lhs, rhs] = [expectDense(first), expectDense(second)];
    const [left, right] = [identityStrides(lhs.shape), identityStrides(rhs.shape)];
    const stride = (strides: readonly number[], d: number): number => strides[d] ?? 0;
    const features = rhs.shape[kernel.second] ?? 0;
    const batches = (lhs.shape[input.first] ?? 0) / batchGroupCount;
    const extents = input.spatial.map((d) => lhs.shape[d] ?? 0);
    const outExtents = window.map((dimension, i) => inferWindowExtent(extents[i] ?? 0, dimension));
    const shape = new Array<number>(lhs.shape.length).fill(0);
    shape[output.first] = batches;
    shape[output.second] = features;
    output.spatial.forEach((d, i) => (shape[d] = outExtents[i] ?? 0));
    const result = DenseValue.zeros(shape, element);
    const out = identityStrides(shape);
    const accumulate = multiplyAccumulator(lhs, rhs, result);
    const depth = rhs.shape[kernel.first] ?? 0;
    const groups = featureGroupCount * batchGroupCount;
    const width = features / groups;
    const kernelPlaces = Int32Array.from({ length: width }, (_, i) => i * stride(right, kernel.second));
    const outPlaces = Int32Array.from({ length: width }, (_, i) => i * stride(out, output.second));
    const spatial = {
      input: input.spatial.map((d) => stride(left, d)),
      window: kernel.spatial.map((d) => stride(right, d)),
      output: output.spatial.map((d) => stride(out, d)),
    };
    const reversed = windowReversal ?? [];
    run.spend(result.count * depth);
    for (const { outPlace, taps } of windowPoints(window, extents, spatial, reversed)) {
      for (let n = 0; n < batches; n++) {
        for (let group = 0; group < groups; group++) {
          const batch = n + (batchGroupCount > 1 ? group * batches : 0);
          const feature = featureGroupCount > 1 ? group * depth : 0;
          const inputStart = batch * stride(left, input.first) + feature * stride(left, input.second);
          const kernelStart = group * width * stride(right, kernel.second);
          const outStart = outPlace + n * stride(out, output.first) + group * width * stride(out, output.second);
          for (const { input: inputPlace, window: kernelPlace } of taps) {
            for (let c = 0; c < depth; c++) {
              accumulate(
                inputStart + inputPlace + c * stride(left, input.second),
                kernelStart + kernelPlace + c * stride(right, kernel.first),
                kernelPlaces,
                outStart,
                outPlaces,
              );
            }
          }
        }
      }
    }
    return [result];
  };
}

export const ConvolutionOp = defineOp({
  name: "stablehlo.convolution",
  summary: "Sums of products of a kernel and the window of the input that it lies over.",
  example: convolutionExample,
  operands: { lhs: AnyTensor, rhs: AnyTensor },
  properties: {
    window_strides: optionalProperty(I64ArrayProperty),
    padding: optionalProperty(PaddingProperty),
    lhs_dilation: optionalProperty(I64ArrayProperty),
    rhs_dilation: optionalProperty(I64ArrayProperty),
    window_reversal: optionalProperty(BoolArrayProperty),
    dimension_numbers: ConvDimensionNumbersProperty,
    feature_group_count: I64Property,
    batch_group_count: I64Property,
    precision_config: optionalProperty(PrecisionConfigProperty),
  },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat:
    "`(` operands `)` `dim_numbers` `=` custom<ConvolutionDimensions>($dimension_numbers) `,` `window` `=` `{` custom<WindowAttributes>($window_strides, $padding, $lhs_dilation, $rhs_dilation, $window_reversal) `}` attr-dict `:` functional-type(operands, results)",
  customDirectives: convolutionDirectives,
  verify: verifyConvolution,
  meaning: onValues((op) => prepareConvolution(op)),
});

export const convolutionOps: readonly OpDefinition[] = [ConvolutionOp];
