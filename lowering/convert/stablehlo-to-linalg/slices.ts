// Parts of tensors: slice, concatenate, pad; and slices at computed indices, which are moved to lie inside.
import { i64, indexType, tensorType } from "../../../ir/core/type-constructors.ts";
import { elementTypeOf, isStaticShape } from "../../../ir/core/types.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { splitIndices, type MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { conversionPattern, unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import {
  constantIndexOp,
  ExtUIOp,
  IndexCastOp,
  IndexCastUIOp,
  MaxSIOp,
  MinSIOp,
} from "../../../dialects/arith/index.ts";
import {
  ConcatenateOp,
  DynamicSliceOp,
  DynamicUpdateSliceOp,
  PadOp as StablehloPadOp,
  SliceOp,
} from "../../../dialects/stablehlo/index.ts";
import { EmptyOp, ExtractSliceOp, InsertSliceOp, PadOp, YieldOp } from "../../../dialects/tensor/index.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { filledTensor, scalarOf, unitDimensionsAdded } from "./build.ts";
import { elementOf, shapeOf } from "./types.ts";

const ones = (shape: readonly number[]): number[] => shape.map(() => 1);

export function extractSlice(
  b: OpBuilder,
  source: Value,
  offsets: readonly MixedIndex[],
  sizes: readonly number[],
  strides: readonly number[],
): Value {
  // Of no elements, a slice may begin where the tensor ends; tensor.extract_slice may not.
  if (sizes.includes(0)) return EmptyOp.build(b, { resultTypes: [tensorType(sizes, elementOf(source))] }).result;
  const { statics, dynamics } = splitIndices(offsets);
  return ExtractSliceOp.build(b, {
    source,
    offsets: dynamics,
    staticOffsets: statics,
    staticSizes: sizes,
    staticStrides: strides,
    resultTypes: [tensorType(sizes, elementOf(source))],
  }).result;
}

export function insertSlice(
  b: OpBuilder,
  source: Value,
  dest: Value,
  offsets: readonly MixedIndex[],
  strides: readonly number[],
  sizes: readonly number[] = shapeOf(source),
): Value {
  const { statics, dynamics } = splitIndices(offsets);
  return InsertSliceOp.build(b, {
    source,
    dest,
    offsets: dynamics,
    staticOffsets: statics,
    staticSizes: sizes,
    staticStrides: strides,
    resultTypes: [dest.type],
  }).result;
}

/** `tensor.pad` with a scalar; amounts are not negative. */
export function padTensor(
  b: OpBuilder,
  source: Value,
  low: readonly number[],
  high: readonly number[],
  scalar: Value,
): Value {
  if (low.every((n) => n === 0) && high.every((n) => n === 0)) return source;
  const shape = shapeOf(source).map((extent, d) => extent + (low[d] ?? 0) + (high[d] ?? 0));
  const region = b.regionWithBlock(shape.map(() => indexType(b.context)));
  b.at(
    (builder) => builder.setToEnd(region.entry),
    () => YieldOp.build(b, { value: scalar }),
  );
  return PadOp.build(b, {
    source,
    staticLow: low,
    staticHigh: high,
    region,
    resultTypes: [tensorType(shape, elementOf(source))],
  }).result;
}

/** A value with holes between its elements and a border, negative amounts cut off. */
export function padWithHoles(
  b: OpBuilder,
  source: Value,
  {
    low,
    high,
    interior,
  }: { readonly low: readonly number[]; readonly high: readonly number[]; readonly interior: readonly number[] },
  scalar: () => Value,
): Value {
  const positive = (amounts: readonly number[]): number[] => amounts.map((n) => Math.max(0, n));
  let padded = source;
  if (interior.some((n) => n > 0)) {
    // The elements go to every (interior + 1)-th place of a filled tensor.
    const strides = interior.map((n) => n + 1);
    const shape = shapeOf(source).map(
      (extent, d) => Math.max(0, extent + (extent - 1) * (interior[d] ?? 0)) + positive(low)[d]! + positive(high)[d]!,
    );
    const filled = filledTensor(b, tensorType(shape, elementOf(source)), scalar());
    padded = insertSlice(b, source, filled, positive(low), strides);
  } else if ([...low, ...high].some((n) => n > 0))
    padded = padTensor(b, source, positive(low), positive(high), scalar());
  if ([...low, ...high].every((n) => n >= 0)) return padded;
  const offsets = low.map((n) => Math.max(0, -n));
  const sizes = shapeOf(padded).map((extent, d) => extent + Math.min(0, low[d] ?? 0) + Math.min(0, high[d] ?? 0));
  return extractSlice(b, padded, offsets, sizes, ones(sizes));
}

/** An index that was an integer of this (perhaps unsigned) type. */
export function toIndex(b: OpBuilder, scalar: Value, original: Type): Value {
  const args = { in: scalar, resultTypes: [indexType(b.context)] };
  const element = elementTypeOf(original);
  if (element.kind !== "integer" || element.signedness !== "unsigned") return IndexCastOp.build(b, args).out;
  if (element.width >= 64) return IndexCastUIOp.build(b, args).out;
  return IndexCastOp.build(b, { ...args, in: ExtUIOp.build(b, { in: scalar, resultTypes: [i64(b.context)] }).out }).out;
}

/** max(0, min(index, most)). */
export function clampIndex(b: OpBuilder, index: Value, most: number): MixedIndex {
  if (most <= 0) return 0;
  const below = MinSIOp.build(b, { lhs: index, rhs: constantIndexOp(b, most) }).result;
  return MaxSIOp.build(b, { lhs: below, rhs: constantIndexOp(b, 0) }).result;
}

/** Start indices of a dynamic slice; constants stay numbers. */
function startIndices(
  b: OpBuilder,
  indices: readonly Value[],
  originals: readonly Value[],
  shape: readonly number[],
  sizes: readonly number[],
): MixedIndex[] {
  return indices.map((index, d) => {
    const most = (shape[d] ?? 0) - (sizes[d] ?? 0);
    const constant = constantOf(index);
    const original = originals[d]?.type ?? index.type;
    if (constant?.kind === "dense" && constant.data.length > 0) {
      const known = Number(integerOf(constant.data, elementTypeOf(original)));
      return Math.max(0, Math.min(known, most));
    }
    return most <= 0 ? 0 : clampIndex(b, toIndex(b, scalarOf(b, index), original), most);
  });
}

/** A little-endian integer. */
function integerOf(data: Uint8Array, type: Type): bigint {
  let bits = 0n;
  for (let i = data.length - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(data[i] ?? 0);
  const unsigned = type.kind === "integer" && type.signedness === "unsigned";
  return unsigned ? bits : BigInt.asIntN(8 * data.length, bits);
}

export function slicePatterns(converter: TypeConverter): ConversionPattern[] {
  return [
    conversionPattern(
      "slice => tensor.extract_slice",
      SliceOp,
      ({ op, startIndices: starts, strides, result }, { operands: [operand] }, rewriter) => {
        if (operand === undefined || !isStaticShape(shapeOf(result))) return unsupported("a dynamic shape");
        rewriter.replaceOp(op, extractSlice(rewriter, operand, starts, shapeOf(result), strides));
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "concatenate => tensor.insert_slice into tensor.empty",
      ConcatenateOp,
      ({ op, dimension, result }, { operands }, rewriter) => {
        const type = converter.convertOne(result.type);
        if (
          type?.kind !== "tensor" ||
          !isStaticShape(type.shape) ||
          operands.some((operand) => !isStaticShape(shapeOf(operand)))
        )
          return unsupported("a dynamic shape");
        let joined = EmptyOp.build(rewriter, { dynamicSizes: [], resultTypes: [type] }).result;
        let at = 0;
        for (const operand of operands) {
          const shape = shapeOf(operand);
          const start = at;
          at += shape[dimension] ?? 0;
          // Of no elements there is nothing to insert, and no offset that tensor.insert_slice takes.
          if (shape.includes(0)) continue;
          joined = insertSlice(
            rewriter,
            operand,
            joined,
            type.shape.map((_, d) => (d === dimension ? start : 0)),
            ones(type.shape),
          );
        }
        rewriter.replaceOp(op, [joined]);
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "pad => tensor.pad, tensor.insert_slice, tensor.extract_slice",
      StablehloPadOp,
      (
        { op, edgePaddingLow: low, edgePaddingHigh: high, interiorPadding: interior },
        { operands: [operand, value] },
        rewriter,
      ) => {
        if (operand === undefined || value === undefined || !isStaticShape(shapeOf(operand)))
          return unsupported("a dynamic shape");
        if (shapeOf(operand).includes(0)) return unsupported("padding of a tensor without elements");
        rewriter.replaceOp(op, [
          padWithHoles(rewriter, operand, { low, high, interior }, () => scalarOf(rewriter, value)),
        ]);
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "dynamic_slice => tensor.extract_slice at clamped indices",
      DynamicSliceOp,
      (view, { operands: [operand, ...indices] }, rewriter) => {
        if (operand === undefined || !isStaticShape(shapeOf(operand))) return unsupported("a dynamic shape");
        const offsets = startIndices(rewriter, indices, view.startIndices, shapeOf(operand), view.sliceSizes);
        rewriter.replaceOp(view.op, extractSlice(rewriter, operand, offsets, view.sliceSizes, ones(view.sliceSizes)));
        return true;
      },
      { converter },
    ),
    conversionPattern(
      "dynamic_update_slice => tensor.insert_slice at clamped indices",
      DynamicUpdateSliceOp,
      (view, { operands: [operand, update, ...indices] }, rewriter) => {
        if (
          operand === undefined ||
          update === undefined ||
          !isStaticShape(shapeOf(operand)) ||
          !isStaticShape(shapeOf(update))
        )
          return unsupported("a dynamic shape");
        const sizes = shapeOf(update);
        if (sizes.includes(0)) {
          rewriter.replaceOp(view.op, operand);
          return true;
        }
        const offsets = startIndices(rewriter, indices, view.startIndices, shapeOf(operand), sizes);
        // Unit dimensions that the update just got are not written.
        const added = update.definingOp === null ? undefined : unitDimensionsAdded(update.definingOp);
        const source = added === undefined ? update : (update.definingOp?.operand(0) ?? update);
        rewriter.replaceOp(view.op, insertSlice(rewriter, source, operand, offsets, ones(sizes), sizes));
        return true;
      },
      { converter },
    ),
  ];
}
