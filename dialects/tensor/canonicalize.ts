// Canonicalisation of tensor: constant operands move into types, slices of slices become one, casts that only forget go away.
import { tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, isStaticShape, type RankedTensorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  constantIndex, offsetSizeStride, offsetSizeStrideArguments, sameIndex, staticIndex, withConstants, type MixedIndex, type OffsetSizeStride,
} from "../../ir/define/offset-size-stride.ts"; // prettier-ignore
import { droppedUnitDims } from "../../ir/define/rank-reduction.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import { padPatterns } from "./canonicalize-pad.ts";
import { regionPatterns } from "./canonicalize-regions.ts";
import { reshapePatterns } from "./canonicalize-reshapes.ts";
import { EmptyOp } from "./elements.ts";
import { CastOp, castTo, forgetsOnly } from "./shapes.ts";
import { boundsProblem, expectTensorType, ExtractSliceOp, InsertSliceOp, ParallelInsertSliceOp } from "./slices.ts";

const constantEmpty = pattern(
  "empty of constant sizes => cast of an empty of a static type",
  EmptyOp,
  ({ op, dynamicSizes, result }, rewriter) => {
    const type = expectTensorType(result.type);
    const kept: Value[] = [];
    let next = 0;
    const shape = type.shape.map((extent) => {
      const size = extent === DYNAMIC ? dynamicSizes[next++] : undefined;
      const constant = size && constantIndex(size);
      if (constant !== undefined && constant >= 0) return constant;
      if (size !== undefined) kept.push(size);
      return extent;
    });
    if (kept.length === dynamicSizes.length) return refuse("no size is a constant");
    const made = EmptyOp.build(rewriter, {
      dynamicSizes: kept,
      resultTypes: [tensorType(shape, type.element, type.encoding)],
    });
    rewriter.replaceOp(op, castTo(rewriter, made.result, type));
    return true;
  },
);

const castOfEmpty = pattern(
  "cast of empty => empty of the more static type",
  CastOp,
  ({ op, source, dest }, rewriter) => {
    const empty = EmptyOp.match(source.definingOp);
    if (empty === undefined || dest.type.kind !== "tensor") return refuse("the operand is no tensor.empty");
    const from = expectTensorType(source.type);
    const to = dest.type;
    if (to.shape.some((extent, d) => extent === DYNAMIC && from.shape[d] !== DYNAMIC))
      return refuse("the cast forgets an extent");
    const sizes = empty.dynamicSizes.filter((_, i) => {
      const d = from.shape.flatMap((extent, at) => (extent === DYNAMIC ? [at] : []))[i];
      return d !== undefined && to.shape[d] === DYNAMIC;
    });
    rewriter.replaceOp(op, EmptyOp.build(rewriter, { dynamicSizes: sizes, resultTypes: [to] }).result);
    return true;
  },
);

/** Constants as numbers where they may stand in the text; undefined where nothing changes. */
function moreStatic(lists: OffsetSizeStride): OffsetSizeStride | undefined {
  const numbers = (list: readonly MixedIndex[], least: number): MixedIndex[] =>
    withConstants(list).map((index, d) => (typeof index === "number" && index < least ? (list[d] ?? index) : index));
  const improved = {
    offsets: numbers(lists.offsets, 0),
    sizes: numbers(lists.sizes, 0),
    strides: numbers(lists.strides, -Infinity),
  };
  const same = (["offsets", "sizes", "strides"] as const).every((key) =>
    improved[key].every((index, d) => index === lists[key][d]),
  );
  return same ? undefined : improved;
}

/** The slice's type with these sizes, its dropped dimensions still dropped. */
function slicedType(slice: RankedTensorType, before: OffsetSizeStride, lists: OffsetSizeStride): RankedTensorType {
  const dropped = droppedUnitDims(before.sizes.map(staticIndex), slice.shape) ?? new Set<number>();
  return tensorType(
    lists.sizes.map(staticIndex).filter((_, d) => !dropped.has(d)),
    slice.element,
    slice.encoding,
  );
}

const constantExtract = pattern(
  "extract_slice with constant operands => cast of an extract_slice with static ones",
  ExtractSliceOp,
  (view, rewriter) => {
    const before = offsetSizeStride(view);
    const lists = moreStatic(before);
    if (lists === undefined) return refuse("no operand is a constant");
    const problem = boundsProblem(expectTensorType(view.source.type), lists);
    if (problem !== undefined) return refuse(problem);
    const type = slicedType(expectTensorType(view.result.type), before, lists);
    const made = ExtractSliceOp.build(rewriter, {
      source: view.source,
      ...offsetSizeStrideArguments(lists),
      resultTypes: [type],
    });
    rewriter.replaceOp(view.op, castTo(rewriter, made.result, view.result.type));
    return true;
  },
);

const constantInsert = [InsertSliceOp, ParallelInsertSliceOp].map((definition) =>
  pattern(`${definition.name} with constant operands => the same with static ones`, definition, (view, rewriter) => {
    const before = offsetSizeStride(view);
    const lists = moreStatic(before);
    if (lists === undefined) return refuse("no operand is a constant");
    const problem = boundsProblem(expectTensorType(view.dest.type), lists);
    if (problem !== undefined) return refuse(problem);
    const type = slicedType(expectTensorType(view.source.type), before, lists);
    const parallel = view.op.definition === ParallelInsertSliceOp;
    // Only insertions stand in a combining terminator: the cast goes in front of it.
    const parent = view.op.parentOp;
    const source =
      parallel && parent !== null
        ? rewriter.at(
            (b) => b.setBefore(parent),
            () => castTo(rewriter, view.source, type),
          )
        : castTo(rewriter, view.source, type);
    const made = definition.build(rewriter, { source, dest: view.dest, ...offsetSizeStrideArguments(lists) });
    if (parallel) rewriter.eraseOp(view.op);
    else rewriter.replaceOp(view.op, made.op.results);
    return true;
  }),
);

/** Sum of two indices where both are known, or one is 0. */
function sum(a: MixedIndex, b: MixedIndex): MixedIndex | undefined {
  const [x, y] = [constantIndex(a), constantIndex(b)];
  if (x === 0) return b;
  if (y === 0) return a;
  return x !== undefined && y !== undefined ? x + y : undefined;
}

const sliceOfSlice = pattern(
  "extract_slice of extract_slice => one extract_slice",
  ExtractSliceOp,
  (view, rewriter) => {
    const inner = ExtractSliceOp.match(view.source.definingOp);
    if (inner === undefined) return refuse("the source is no extract_slice");
    const [outer, first] = [offsetSizeStride(view), offsetSizeStride(inner)];
    if (expectTensorType(inner.result.type).shape.length !== first.sizes.length)
      return refuse("the inner slice drops dimensions");
    if ([...outer.strides, ...first.strides].some((s) => constantIndex(s) !== 1)) return refuse("a stride is not 1");
    const offsets: MixedIndex[] = [];
    for (const [d, offset] of outer.offsets.entries()) {
      const total = sum(first.offsets[d] ?? 0, offset);
      if (total === undefined) return refuse(`the offsets of dimension ${d} are not known`);
      if (typeof total === "number" && total < 0) return refuse(`the offset of dimension ${d} is negative`);
      offsets.push(total);
    }
    const lists = { offsets, sizes: outer.sizes, strides: outer.strides };
    const problem = boundsProblem(expectTensorType(inner.source.type), lists);
    if (problem !== undefined) return refuse(problem);
    const made = ExtractSliceOp.build(rewriter, {
      source: inner.source,
      ...offsetSizeStrideArguments(lists),
      resultTypes: [view.result.type],
    });
    rewriter.replaceOp(view.op, made.result);
    return true;
  },
);

const sliceOfCast = pattern(
  "extract_slice of a cast that forgets => extract_slice of what was cast",
  ExtractSliceOp,
  (view, rewriter) => {
    const { op, source } = view;
    const cast = CastOp.match(source.definingOp);
    if (cast === undefined || !forgetsOnly(cast.source.type, source.type))
      return refuse("the source is no cast that only forgets");
    const problem = boundsProblem(expectTensorType(cast.source.type), offsetSizeStride(view));
    if (problem !== undefined) return refuse(problem);
    rewriter.setOperand(op, 0, cast.source);
    return true;
  },
);

const insertOfCast = pattern(
  "insert_slice of and into casts that forget => insert_slice of what was cast",
  InsertSliceOp,
  (view, rewriter) => {
    const cast = CastOp.match(view.source.definingOp);
    const into = CastOp.match(view.dest.definingOp);
    const lists = offsetSizeStride(view);
    const source = cast !== undefined && forgetsOnly(cast.source.type, view.source.type) ? cast.source : view.source;
    const dest = into !== undefined && forgetsOnly(into.source.type, view.dest.type) ? into.source : view.dest;
    if (source === view.source && dest === view.dest) return refuse("neither operand is a cast that only forgets");
    // The source's type must still follow from the sizes: a static source of full rank states them.
    const sliced = expectTensorType(source.type);
    const follows = droppedUnitDims(lists.sizes.map(staticIndex), sliced.shape) !== undefined;
    if (!follows && (lists.sizes.length !== sliced.shape.length || !isStaticShape(sliced.shape))) {
      return refuse("the sizes say less than the type of what was cast");
    }
    const sizes = follows ? lists.sizes : sliced.shape;
    const problem = boundsProblem(expectTensorType(dest.type), { ...lists, sizes });
    if (problem !== undefined) return refuse(problem);
    const made = InsertSliceOp.build(rewriter, { source, dest, ...offsetSizeStrideArguments({ ...lists, sizes }) });
    rewriter.replaceOp(view.op, castTo(rewriter, made.result, view.result.type));
    return true;
  },
);

const insertOver = pattern(
  "insert_slice into what was inserted at the same place => insert_slice into what was there before",
  InsertSliceOp,
  (view, rewriter) => {
    const inner = InsertSliceOp.match(view.dest.definingOp);
    if (inner?.source.type !== view.source.type) return refuse("the destination is no insert_slice of the same type");
    const [outer, before] = [offsetSizeStride(view), offsetSizeStride(inner)];
    const isSame = (["offsets", "sizes", "strides"] as const).every((key) =>
      outer[key].every((index, d) => sameIndex(index, before[key][d] ?? DYNAMIC)),
    );
    if (!isSame) return refuse("the places differ");
    rewriter.setOperand(view.op, 1, inner.dest);
    return true;
  },
);

export const tensorPatterns: readonly Pattern[] = [
  constantEmpty, castOfEmpty, constantExtract, ...constantInsert, sliceOfSlice, sliceOfCast, insertOfCast, insertOver, ...regionPatterns, ...reshapePatterns, ...padPatterns,
]; // prettier-ignore
