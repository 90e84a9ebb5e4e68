// Slices of operands that a tile of an iteration space needs, through the operand's indexing map.
import { affineBinary, affineConstant, affineDim, isBinary, usesDim, type AffineExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  offsetSizeStrideArguments,
  sameIndex,
  staticIndex,
  type MixedIndex,
  type OffsetSizeStride,
} from "../../ir/define/offset-size-stride.ts";
import { DimOp, EmptyOp, ExtractSliceOp } from "../../dialects/tensor/index.ts";
import { extentOf, upperBound } from "../analysis/bounds.ts";
import { applyExpr, materializeIndex } from "./index-arithmetic.ts";

/** Where a tile starts and how far it goes, per loop. */
export interface Tile {
  readonly offsets: readonly MixedIndex[];
  readonly sizes: readonly MixedIndex[];
}

export interface OperandSlice extends OffsetSizeStride {
  /** The operand's map on the slice: a stride that moved into the slice is gone from it. */
  readonly map: AffineMap;
}

/**
 * Whether tiles of a map's loops are slices of the operand: every result is a loop, a constant, or a sum of multiples of loops, and no
 * loop is in two of them.
 */
export function isSliceable(map: AffineMap): boolean {
  for (let loop = 0; loop < map.dims; loop++) if (map.results.filter((e) => usesDim(e, loop)).length > 1) return false;
  return map.results.every(isLinear);
}

const isLinear = (e: AffineExpr): boolean => {
  if (e.kind === "dim") return true;
  if (e.kind === "constant") return e.value >= 0;
  if (e.kind === "add") return isLinear(e.lhs) && isLinear(e.rhs);
  return e.kind === "mul" && isLinear(e.lhs) && e.rhs.kind === "constant" && e.rhs.value > 0;
};

/** The part of an operand that a tile reads through `map`. */
export function operandSlice(builder: OpBuilder, map: AffineMap, tile: Tile): OperandSlice {
  const exprs: AffineExpr[] = [];
  const offsets: MixedIndex[] = [];
  const sizes: MixedIndex[] = [];
  const strides: MixedIndex[] = [];
  for (const expr of map.results) {
    offsets.push(applyExpr(builder, expr, tile.offsets));
    const varying = tile.sizes.flatMap((size, d) => (usesDim(expr, d) && size !== 1 ? [d] : []));
    const only = varying.length === 1 ? varying[0]! : undefined;
    if (varying.length === 0) {
      sizes.push(1);
      strides.push(1);
      exprs.push(expr.kind === "dim" ? expr : affineConstant(0));
    } else if (only !== undefined) {
      sizes.push(tile.sizes[only]!);
      strides.push(coefficient(expr, only));
      exprs.push(affineDim(only));
    } else {
      const last = tile.sizes.map((_, d): AffineExpr => affineBinary("add", affineDim(d), affineConstant(-1)));
      const extent = affineBinary(
        "add",
        affineBinary(
          "add",
          replaceDims(expr, last),
          negated(
            replaceDims(
              expr,
              last.map(() => affineConstant(0)),
            ),
          ),
        ),
        affineConstant(1),
      );
      sizes.push(applyExpr(builder, extent, tile.sizes));
      strides.push(1);
      exprs.push(expr);
    }
  }
  return { offsets, sizes, strides, map: new AffineMap(map.dims, map.symbols, exprs) };
}

const negated = (e: AffineExpr): AffineExpr => affineBinary("mul", e, affineConstant(-1));

function replaceDims(e: AffineExpr, dims: readonly AffineExpr[]): AffineExpr {
  if (e.kind === "dim") return dims[e.position] ?? e;
  return isBinary(e) ? affineBinary(e.kind, replaceDims(e.lhs, dims), replaceDims(e.rhs, dims)) : e;
}

/** The factor of a dimension in a sum of multiples. */
function coefficient(e: AffineExpr, dim: number): number {
  if (e.kind === "dim") return e.position === dim ? 1 : 0;
  if (e.kind === "add") return coefficient(e.lhs, dim) + coefficient(e.rhs, dim);
  if (e.kind === "mul" && e.rhs.kind === "constant") return coefficient(e.lhs, dim) * e.rhs.value;
  return 0;
}

/** The extent of a tensor along a dimension, as an index; makes a tensor.dim where the IR does not say it. */
export function extentIndex(builder: OpBuilder, value: Value, dimension: number): MixedIndex {
  return (
    extentOf(value, dimension) ??
    DimOp.build(builder, { source: value, index: materializeIndex(builder, dimension) }).result
  );
}

/** `tensor.extract_slice`, or the tensor itself when the slice is all of it. */
export function extractSlice(builder: OpBuilder, source: Value, slice: OffsetSizeStride): Value {
  const type = source.type;
  if (type.kind !== "tensor") throw new Error("slices are of tensors");
  const whole = slice.sizes.every((size, d) => {
    const extent = extentOf(source, d);
    return slice.offsets[d] === 0 && slice.strides[d] === 1 && extent !== undefined && sameIndex(size, extent);
  });
  if (whole) return source;
  const result = tensorType(slice.sizes.map(staticIndex), type.element, type.encoding);
  return ExtractSliceOp.build(builder, { source, ...offsetSizeStrideArguments(slice), resultTypes: [result] }).result;
}

/** A new tensor of these sizes: `tensor.empty` of the static bounds, sliced down where a size is dynamic. */
export function localTensor(builder: OpBuilder, sizes: readonly MixedIndex[], like: Value): Value {
  const type = like.type;
  if (type.kind !== "tensor") throw new Error("local tensors are like tensors");
  const bounds = sizes.map((size) => upperBound(size) ?? DYNAMIC);
  if (bounds.includes(DYNAMIC)) throw new Error("a tile's extent has no static bound");
  const empty = EmptyOp.build(builder, { dynamicSizes: [], resultTypes: [tensorType(bounds, type.element)] }).result;
  return extractSlice(builder, empty, { offsets: sizes.map(() => 0), sizes, strides: sizes.map(() => 1) });
}
