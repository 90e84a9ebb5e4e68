// Ops that move elements: broadcast_in_dim, transpose and reverse are linalg.generic, reshape is collapse and expand.
import { affineAdd, affineConstant, affineDim, affineMul } from "../../../ir/affine/expr.ts";
import { AffineMap } from "../../../ir/affine/map.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import { elementCount, isStaticShape } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { droppedUnitDims } from "../../../ir/define/rank-reduction.ts";
import { inferReassociation, type Reassociation } from "../../../ir/define/reassociation.ts";
import { denseSplatElement, splatAttr } from "../../../ir/interpret/convert.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { arithConstant } from "../../../dialects/arith/index.ts";
import { BroadcastInDimOp, ReshapeOp, ReverseOp, TransposeOp } from "../../../dialects/stablehlo/index.ts";
import { CollapseShapeOp, ExpandShapeOp, ExtractSliceOp } from "../../../dialects/tensor/index.ts";
import {
  addUnitDimensions,
  buildGeneric,
  dropUnitDimensions,
  emptyTensor,
  parallelLoops,
  projection,
} from "./build.ts";
import { elementOf, shapeOf } from "./types.ts";

/** A generic that hands on the element which `map` gives for each element of the result. */
function moved(b: OpBuilder, source: Value, map: AffineMap, shape: readonly number[]): Value {
  const rank = shape.length;
  return buildGeneric(b, {
    inputs: [source],
    inits: [emptyTensor(b, tensorType(shape, elementOf(source)))],
    maps: [map, AffineMap.identity(rank)],
    iterators: parallelLoops(rank),
    body: (_, args) => args.slice(0, 1),
  }).result();
}

/**
 * Dimensions of extent 1 that are repeated are collapsed away first, so that the map is a projection. New dimensions of extent 1
 * alone are an expansion.
 */
export function broadcast(b: OpBuilder, operand: Value, dims: readonly number[], shape: readonly number[]): Value {
  const constant = constantOf(operand);
  const element = constant?.kind === "dense" ? denseSplatElement(constant) : undefined;
  if (element !== undefined) return arithConstant(b, splatAttr(tensorType(shape, elementOf(operand)), element));
  const own = shapeOf(operand);
  const repeated = new Set(own.flatMap((extent, i) => (extent === 1 && shape[dims[i] ?? 0] !== 1 ? [i] : [])));
  const kept = dims.filter((_, i) => !repeated.has(i));
  const source = dropUnitDimensions(b, operand, repeated);
  const missing = new Set(shape.flatMap((_, d) => (kept.includes(d) ? [] : [d])));
  const isAscending = kept.every((d, i) => i === 0 || d > (kept[i - 1] ?? 0));
  if (isAscending && [...missing].every((d) => shape[d] === 1)) return addUnitDimensions(b, source, missing, shape);
  return moved(b, source, projection(shape.length, kept), shape);
}

/** Element extent - 1 - d for element d of these dimensions. */
export function reverse(b: OpBuilder, operand: Value, dimensions: readonly number[]): Value {
  const shape = shapeOf(operand);
  const exprs = shape.map((extent, d) =>
    dimensions.includes(d)
      ? affineAdd(affineMul(affineDim(d), affineConstant(-1)), affineConstant(extent - 1))
      : affineDim(d),
  );
  return moved(b, operand, new AffineMap(shape.length, 0, exprs), shape);
}

/** Groups of the larger shape's dimensions; all in one for a single extent, none for a scalar. */
function reassociationOf(large: readonly number[], small: readonly number[]): Reassociation | undefined {
  if (small.length <= 1) return small.map(() => [...large.keys()]);
  return inferReassociation(large, small);
}

/** A slice that leaves unit dimensions out is one slice of lower rank. */
function rankReducedSlice(b: OpBuilder, operand: Value, shape: readonly number[]): Value | undefined {
  const slice = ExtractSliceOp.match(operand.definingOp);
  if (slice === undefined || droppedUnitDims(shapeOf(operand), shape) === undefined) return undefined;
  if (slice.staticSizes.length !== shapeOf(operand).length) return undefined;
  const { source, offsets, sizes, strides, staticOffsets, staticSizes, staticStrides } = slice;
  return ExtractSliceOp.build(b, {
    source,
    offsets,
    sizes,
    strides,
    staticOffsets,
    staticSizes,
    staticStrides,
    resultTypes: [tensorType(shape, elementOf(operand))],
  }).result;
}

/** Through a shape that both sides collapse to: the products that they share, in the worst case all elements in a row. */
export function reshape(b: OpBuilder, operand: Value, shape: readonly number[]): Value {
  const from = shapeOf(operand);
  const element = elementOf(operand);
  if (from.join() === shape.join()) return operand;
  const slice = rankReducedSlice(b, operand, shape);
  if (slice !== undefined) return slice;
  const collapsed = from.length > shape.length ? reassociationOf(from, shape) : undefined;
  if (collapsed !== undefined)
    return CollapseShapeOp.build(b, {
      src: operand,
      reassociation: collapsed,
      resultTypes: [tensorType(shape, element)],
    }).result;
  const expanded = from.length < shape.length ? reassociationOf(shape, from) : undefined;
  if (expanded !== undefined) {
    return ExpandShapeOp.build(b, {
      src: operand,
      outputShape: [],
      staticOutputShape: shape,
      reassociation: expanded,
      resultTypes: [tensorType(shape, element)],
    }).result;
  }
  return reshape(b, reshape(b, operand, commonShape(from, shape)), shape);
}

/** The finest shape whose extents are products of runs of both; one extent where there is none, or one is empty. */
function commonShape(a: readonly number[], b: readonly number[]): number[] {
  const whole = [elementCount(a)];
  if (elementCount(a) === 0) return whole;
  const common: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    let left = a[i++] ?? 1;
    let right = b[j++] ?? 1;
    while (left !== right) {
      if (left < right) {
        if (i >= a.length) return whole;
        left *= a[i++] ?? 1;
      } else {
        if (j >= b.length) return whole;
        right *= b[j++] ?? 1;
      }
    }
    common.push(left);
  }
  // Unit extents belong to a neighbour.
  const large = common.filter((extent) => extent !== 1);
  const reached = (shape: readonly number[]): boolean =>
    shape.join() === large.join() || (shape.length > large.length && reassociationOf(shape, large) !== undefined);
  const isProgress = large.join() !== a.join() && large.join() !== b.join();
  return large.length > 0 && isProgress && reached(a) && reached(b) ? large : whole;
}

export function movementPatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    conversionPattern(
      "broadcast_in_dim => linalg.generic with a projected map",
      BroadcastInDimOp,
      ({ op, broadcastDimensions, result }, { operands: [operand] }, rewriter) => {
        const shape = shapeOf(result);
        if (operand === undefined || !isStaticShape(shape) || !isStaticShape(shapeOf(operand)))
          return unsupported("a dynamic shape");
        rewriter.replaceOp(op, broadcast(rewriter, operand, broadcastDimensions, shape));
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "reshape => tensor.collapse_shape, tensor.expand_shape",
      ReshapeOp,
      ({ op, result }, { operands: [operand] }, rewriter) => {
        const shape = shapeOf(result);
        if (operand === undefined || !isStaticShape(shape) || !isStaticShape(shapeOf(operand)))
          return unsupported("a dynamic shape");
        rewriter.replaceOp(op, reshape(rewriter, operand, shape));
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "transpose => linalg.generic with a permuted map",
      TransposeOp,
      ({ op, permutation, result }, { operands: [operand] }, rewriter) => {
        if (operand === undefined || !isStaticShape(shapeOf(operand))) return unsupported("a dynamic shape");
        // Operand dimension permutation[i] is result dimension i.
        const map = projection(
          permutation.length,
          permutation.map((_, d) => permutation.indexOf(d)),
        );
        rewriter.replaceOp(op, moved(rewriter, operand, map, shapeOf(result)));
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "reverse => linalg.generic with extent - 1 - d",
      ReverseOp,
      ({ op, dimensions, result }, { operands: [operand] }, rewriter) => {
        const shape = shapeOf(result);
        if (operand === undefined || !isStaticShape(shape)) return unsupported("a dynamic shape");
        rewriter.replaceOp(op, reverse(rewriter, operand, dimensions));
        return true;
      },
      { converter },
    ),
  ];
}
