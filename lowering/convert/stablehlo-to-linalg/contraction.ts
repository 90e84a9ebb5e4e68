// dot_general and convolution: linalg.matmul and batch_matmul where the form is exactly theirs, else a linalg.generic that multiplies
// and adds into a filled tensor.
import { affineAdd, affineConstant, affineDim, affineMul, type AffineExpr } from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { isStaticShape, type RankedTensorType, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { BatchMatmulOp, emitBinary, emitCast, MatmulOp, type IteratorType } from "../../../dialects/linalg/index.ts";
import {
  ConvolutionOp,
  convolutionWindow,
  DotGeneralOp,
  freeDimensions,
  type DotDimensionNumbers,
} from "../../../dialects/stablehlo/index.ts";
import { buildGeneric, filledTensor, projection, scalarConstant } from "./build.ts";
import { reverse } from "./movement.ts";
import { padWithHoles } from "./slices.ts";
import { elementOf, shapeOf } from "./types.ts";

const isUnsigned = (type: Type): boolean =>
  type.kind === "integer" && (type.signedness === "unsigned" || type.width === 1);

/** out + a * b, the factors cast to the type of the sum. */
function multiplyAdd(
  b: OpBuilder,
  [x, y, sum]: readonly Value[],
  unsigned: readonly [boolean, boolean],
): Value | undefined {
  if (x === undefined || y === undefined || sum === undefined) return undefined;
  const [lhs, rhs] = [emitCast(b, x, sum.type, unsigned[0]), emitCast(b, y, sum.type, unsigned[1])];
  const product = lhs && rhs && emitBinary(b, "mul", lhs, rhs);
  return product && emitBinary(b, "add", sum, product);
}

interface Contraction {
  readonly inputs: readonly [Value, Value];
  readonly type: RankedTensorType;
  readonly maps: readonly AffineMap[];
  readonly iterators: readonly IteratorType[];
  readonly unsigned: readonly [boolean, boolean];
}

/** The generic over a zeroed tensor; undefined for elements that cannot be multiplied and added. */
function contractionGeneric(b: OpBuilder, { inputs, type, maps, iterators, unsigned }: Contraction): Value | undefined {
  let missing = false;
  const init = filledTensor(b, type, scalarConstant(b, type.element, 0));
  const generic = buildGeneric(b, {
    inputs,
    inits: [init],
    maps,
    iterators,
    body: (builder, args) => {
      const result = multiplyAdd(builder, args, unsigned);
      if (result === undefined) missing = true;
      return result === undefined ? args.slice(2) : [result];
    },
  });
  return missing ? undefined : generic.result();
}

/** Loops: batching, free of lhs, free of rhs, contracted. */
function dotMaps(
  numbers: DotDimensionNumbers,
  lhsRank: number,
  rhsRank: number,
): { readonly maps: AffineMap[]; readonly iterators: IteratorType[] } {
  const { lhsBatching, rhsBatching, lhsContracting, rhsContracting } = numbers;
  const rows = freeDimensions(lhsRank, lhsBatching, lhsContracting);
  const columns = freeDimensions(rhsRank, rhsBatching, rhsContracting);
  const batches = lhsBatching.length;
  const outRank = batches + rows.length + columns.length;
  const loops = outRank + lhsContracting.length;
  const places = (
    rank: number,
    batching: readonly number[],
    free: readonly number[],
    start: number,
    contracting: readonly number[],
  ): number[] =>
    Array.from({ length: rank }, (_, d) => {
      if (batching.includes(d)) return batching.indexOf(d);
      return free.includes(d) ? start + free.indexOf(d) : outRank + contracting.indexOf(d);
    });
  return {
    maps: [
      projection(loops, places(lhsRank, lhsBatching, rows, batches, lhsContracting)),
      projection(loops, places(rhsRank, rhsBatching, columns, batches + rows.length, rhsContracting)),
      projection(
        loops,
        Array.from({ length: outRank }, (_, d) => d),
      ),
    ],
    iterators: Array.from({ length: loops }, (_, d) => (d < outRank ? "parallel" : "reduction")),
  };
}

/** Whether the maps are those of a named op: (m, k) x (k, n), with leading batches. */
function namedForm(maps: readonly AffineMap[], batches: number): boolean {
  const [m, n, k] = [batches, batches + 1, batches + 2];
  const lead = Array.from({ length: batches }, (_, d) => d);
  const wanted = [
    [...lead, m, k],
    [...lead, k, n],
    [...lead, m, n],
  ];
  return maps.every((map, i) => map.dims === batches + 3 && map.dimPositions?.join() === wanted[i]?.join());
}

export function contractionPatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    conversionPattern(
      "dot_general => linalg.matmul, linalg.batch_matmul, linalg.generic",
      DotGeneralOp,
      ({ op, lhs, rhs, dotDimensionNumbers: numbers, result }, { operands: [x, y] }, rewriter) => {
        const type = converter.convertOne(result.type);
        if (x === undefined || y === undefined || type?.kind !== "tensor") return unsupported("complex numbers");
        if (![type, x, y].every((value) => isStaticShape(shapeOf(value)))) return unsupported("a dynamic shape");
        const { maps, iterators } = dotMaps(numbers, shapeOf(x).length, shapeOf(y).length);
        const batches = numbers.lhsBatching.length;
        const sameElements = elementOf(x) === type.element && elementOf(y) === type.element;
        if (sameElements && batches <= 1 && namedForm(maps, batches)) {
          const outputs = [filledTensor(rewriter, type, scalarConstant(rewriter, type.element, 0))];
          const named = batches === 0 ? MatmulOp : BatchMatmulOp;
          rewriter.replaceOp(
            op,
            named.build(rewriter, { inputs: [x, y], outputs, indexingMaps: maps, resultTypes: [type] }).op,
          );
          return true;
        }
        const unsigned = [isUnsigned(elementOf(lhs)), isUnsigned(elementOf(rhs))] as const;
        const value = contractionGeneric(rewriter, { inputs: [x, y], type, maps, iterators, unsigned });
        if (value === undefined) return unsupported("products of elements of these types");
        rewriter.replaceOp(op, [value]);
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "convolution => linalg.generic over the spatial positions and the kernel's",
      ConvolutionOp,
      (view, { operands: [x, kernel] }, rewriter) => {
        const { op, dimensionNumbers: numbers, featureGroupCount, batchGroupCount, windowReversal } = view;
        const type = converter.convertOne(view.result.type);
        if (x === undefined || kernel === undefined || type?.kind !== "tensor") return unsupported("complex numbers");
        if (featureGroupCount !== 1) return unsupported(`feature_group_count of ${featureGroupCount}; only 1 is`);
        if (batchGroupCount !== 1) return unsupported(`batch_group_count of ${batchGroupCount}; only 1 is`);
        if (![type, x, kernel].every((value) => isStaticShape(shapeOf(value)))) return unsupported("a dynamic shape");
        const window = convolutionWindow(view);
        const amounts = (of: (spatial: number) => number): number[] =>
          shapeOf(x).map((_, d) => {
            const spatial = numbers.input.spatial.indexOf(d);
            return spatial < 0 ? 0 : of(spatial);
          });
        const padding = {
          low: amounts((i) => window[i]?.padLow ?? 0),
          high: amounts((i) => window[i]?.padHigh ?? 0),
          interior: amounts((i) => (window[i]?.baseDilation ?? 1) - 1),
        };
        const padded = padWithHoles(rewriter, x, padding, () => scalarConstant(rewriter, elementOf(x), 0));
        const turned = numbers.kernel.spatial.filter((_, i) => windowReversal?.[i] === true);
        const taps = turned.length === 0 ? kernel : reverse(rewriter, kernel, turned);
        // Loops: the output's dimensions in their order, then the kernel's spatial ones, then the input features.
        const rank = type.shape.length;
        const loops = 2 * rank - 1;
        const spatialLoop = (i: number): number => rank + i;
        const depth = loops - 1;
        const place = (rankOf: number, at: (d: number) => AffineExpr): AffineMap =>
          new AffineMap(
            loops,
            0,
            Array.from({ length: rankOf }, (_, d) => at(d)),
          );
        const input = place(rank, (d) => {
          if (d === numbers.input.first) return affineDim(numbers.output.first);
          if (d === numbers.input.second) return affineDim(depth);
          const i = numbers.input.spatial.indexOf(d);
          const { stride = 1, windowDilation = 1 } = window[i] ?? {};
          return affineAdd(
            scaled(affineDim(numbers.output.spatial[i] ?? 0), stride),
            scaled(affineDim(spatialLoop(i)), windowDilation),
          );
        });
        const weights = place(rank, (d) => {
          if (d === numbers.kernel.first) return affineDim(depth);
          if (d === numbers.kernel.second) return affineDim(numbers.output.second);
          const i = numbers.kernel.spatial.indexOf(d);
          return affineDim(spatialLoop(i));
        });
        const value = contractionGeneric(rewriter, {
          inputs: [padded, taps],
          type,
          maps: [
            input,
            weights,
            projection(
              loops,
              type.shape.map((_, d) => d),
            ),
          ],
          iterators: Array.from({ length: loops }, (_, d) => (d < rank ? "parallel" : "reduction")),
          unsigned: [isUnsigned(elementOf(view.lhs)), isUnsigned(elementOf(view.rhs))],
        });
        if (value === undefined) return unsupported("products of elements of these types");
        rewriter.replaceOp(op, [value]);
        return true;
      },
      { converter },
    ),
  ];
}

const scaled = (e: AffineExpr, factor: number): AffineExpr => (factor === 1 ? e : affineMul(e, affineConstant(factor)));
