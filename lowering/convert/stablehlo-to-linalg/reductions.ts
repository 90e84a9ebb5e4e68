// reduce and reduce_window: linalg.generic with reduction loops, from tensors filled with the initial values.
import { affineAdd, affineConstant, affineDim, affineMul } from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import { isStaticShape } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { ConversionRewriter } from "../../../ir/rewrite/conversion-rewriter.ts";
import type { RewriteResult } from "../../../ir/rewrite/pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import type { IteratorType } from "../../../dialects/linalg/index.ts";
import { emitCast } from "../../../dialects/linalg/index.ts";
import { ReduceOp, reductionWindow, ReduceWindowOp } from "../../../dialects/stablehlo/index.ts";
import { EmptyOp } from "../../../dialects/tensor/index.ts";
import { buildGeneric, filledTensor, projection, scalarOf } from "./build.ts";
import { emitRegion, refuseRegion } from "./scalar-region.ts";
import { padWithHoles } from "./slices.ts";
import { elementOf, shapeOf } from "./types.ts";

interface Reduction {
  readonly op: Operation;
  readonly inputs: readonly Value[];
  readonly inits: readonly Value[];
  /** A tensor of the window's shape, for loops that no input has. */
  readonly window?: Value;
  readonly maps: { readonly input: AffineMap; readonly window?: AffineMap; readonly output: AffineMap };
  readonly iterators: readonly IteratorType[];
}

/** The generic whose body is the op's region: accumulators first, then elements. */
function reduceWith(
  { op, inputs, inits, window, maps, iterators }: Reduction,
  converter: TypeConverter,
  rewriter: ConversionRewriter,
): RewriteResult {
  const outputs: Value[] = [];
  for (const [i, { type }] of op.results.entries()) {
    const converted = converter.convertOne(type);
    const init = inits[i];
    if (converted?.kind !== "tensor" || init === undefined) return unsupported("complex numbers");
    if (elementOf(init) !== converted.element) return unsupported("an initial value of another type than the result");
    outputs.push(filledTensor(rewriter, converted, scalarOf(rewriter, init)));
  }
  let problem: string | undefined;
  const windows = window === undefined ? [] : [window];
  const generic = buildGeneric(rewriter, {
    inputs: [...inputs, ...windows],
    inits: outputs,
    maps: [
      ...inputs.map(() => maps.input),
      ...(maps.window === undefined ? [] : [maps.window]),
      ...outputs.map(() => maps.output),
    ],
    iterators,
    body: (b, args) => {
      const accumulators = args.slice(inputs.length + windows.length);
      const elements = args
        .slice(0, inputs.length)
        .map((element, i) => emitCast(b, element, accumulators[i]?.type ?? element.type) ?? element);
      const results = emitRegion(b, op.region(), [...accumulators, ...elements]);
      if (typeof results !== "string") return results;
      problem = results;
      return accumulators;
    },
  });
  if (problem !== undefined) return unsupported(problem);
  rewriter.replaceOp(op, generic);
  return true;
}

function halves(values: readonly Value[]): readonly [readonly Value[], readonly Value[]] {
  return [values.slice(0, values.length / 2), values.slice(values.length / 2)];
}

export function reductionPatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    conversionPattern(
      "reduce => linalg.generic with reduction loops",
      ReduceOp,
      ({ op, dimensions }, { operands }, rewriter) => {
        const [inputs, inits] = halves(operands);
        const shape = inputs[0] === undefined ? [] : shapeOf(inputs[0]);
        const refusal = refuseRegion(op.region());
        if (refusal !== undefined) return unsupported(refusal);
        if (!isStaticShape(shape)) return unsupported("a dynamic shape");
        const kept = shape.flatMap((_, d) => (dimensions.includes(d) ? [] : [d]));
        const maps = { input: AffineMap.identity(shape.length), output: projection(shape.length, kept) };
        const iterators = shape.map((_, d): IteratorType => (dimensions.includes(d) ? "reduction" : "parallel"));
        return reduceWith({ op, inputs, inits, maps, iterators }, converter, rewriter);
      },
      { converter },
    ),
    conversionPattern(
      "reduce_window => linalg.generic over a window",
      ReduceWindowOp,
      (view, { operands }, rewriter) => {
        const { op } = view;
        const [given, inits] = halves(operands);
        const refusal = refuseRegion(op.region());
        if (refusal !== undefined) return unsupported(refusal);
        const [first] = given;
        if (first === undefined || !isStaticShape(shapeOf(first))) return unsupported("a dynamic shape");
        const window = reductionWindow(view);
        const rank = window.length;
        const padding = {
          low: window.map(({ padLow }) => padLow),
          high: window.map(({ padHigh }) => padHigh),
          interior: window.map(({ baseDilation }) => baseDilation - 1),
        };
        const inputs = given.map((input, i) =>
          padWithHoles(rewriter, input, padding, () => scalarOf(rewriter, inits[i] ?? input)),
        );
        // Loops: the output's dimensions, then the window's that are more than one element.
        const moving = window.flatMap(({ size }, d) => (size === 1 ? [] : [d]));
        const loops = rank + moving.length;
        const input = window.map(({ stride, windowDilation }, d) => {
          const at = stride === 1 ? affineDim(d) : affineMul(affineDim(d), affineConstant(stride));
          const tap = moving.indexOf(d);
          if (tap < 0) return at;
          const place = affineDim(rank + tap);
          return affineAdd(at, windowDilation === 1 ? place : affineMul(place, affineConstant(windowDilation)));
        });
        const shape = moving.map((d) => window[d]?.size ?? 1);
        const maps = {
          input: new AffineMap(loops, 0, input),
          window: projection(
            loops,
            moving.map((_, i) => rank + i),
          ),
          output: projection(
            loops,
            window.map((_, d) => d),
          ),
        };
        const iterators = Array.from({ length: loops }, (_, d): IteratorType => (d < rank ? "parallel" : "reduction"));
        const windowTensor = EmptyOp.build(rewriter, {
          dynamicSizes: [],
          resultTypes: [tensorType(shape, elementOf(first))],
        }).result;
        return reduceWith({ op, inputs, inits, window: windowTensor, maps, iterators }, converter, rewriter);
      },
      { converter },
    ),
  ];
}
