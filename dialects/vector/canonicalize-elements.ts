// Canonicalisation of vectors made element by element: chains of insertions, equal elements, slices that are a row, and reductions of single lanes.
import { elementCount } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { pattern, refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import type { Rewriter } from "../../ir/rewrite/rewriter.ts";
import { combine } from "./combine-op.ts";
import { enclosingMask } from "./masking.ts";
import { ExtractOp, FromElementsOp, InsertOp, positionArguments, positionsOf } from "./ops/element.ts";
import { MultiDimReductionOp, ReductionOp } from "./ops/reduction.ts";
import { BroadcastOp, ShapeCastOp } from "./ops/shape.ts";
import { ExtractStridedSliceOp } from "./ops/slice.ts";
import { identityStrides } from "./positions.ts";
import { extentsOf, vectorTypeOf } from "./types.ts";

const wholeInsert = pattern(
  "insert x into all of a vector => broadcast x",
  InsertOp,
  ({ op, valueToStore, dest, result }, rewriter) => {
    if (vectorTypeOf(dest).scalable.includes(true)) return refuse("a scalable extent is not known");
    if (elementCount(extentsOf(valueToStore.type)) !== elementCount(extentsOf(dest.type)))
      return refuse("other elements of the vector remain");
    if (positionsOf(InsertOp.match(op)!).some((at) => at !== 0)) return refuse("the position may be outside");
    rewriter.replaceOp(op, BroadcastOp.build(rewriter, { source: valueToStore, resultTypes: [result.type] }).op);
    return true;
  },
);

/** The position of a scalar that is inserted at constant indices inside of the vector. */
function scalarPosition(view: Parameters<typeof positionsOf>[0] & { readonly dest: Value }): number | undefined {
  const { shape } = vectorTypeOf(view.dest);
  const positions = positionsOf(view);
  if (positions.length !== shape.length) return undefined;
  const strides = identityStrides(shape);
  return positions.reduce<number | undefined>(
    (sum, at, d) => (sum === undefined || typeof at !== "number" || at < 0 ? undefined : sum + at * (strides[d] ?? 0)),
    0,
  );
}

const insertedWhole = pattern(
  "insert of every element, one after the other => from_elements",
  InsertOp,
  ({ op, result }, rewriter) => {
    const type = vectorTypeOf(result);
    if (type.scalable.includes(true)) return refuse("a scalable extent is not known");
    const [user, another] = result.users();
    if (another === undefined && InsertOp.match(user)?.dest === result) return refuse("more is inserted behind it");
    const elements = new Array<Value | undefined>(elementCount(type.shape)).fill(undefined);
    let missing = elements.length;
    let view = InsertOp.match(op);
    for (; view !== undefined && missing > 0; view = InsertOp.match(view.dest.definingOp)) {
      if (view.op !== op && !view.result.hasOneUse) return refuse("a vector on the way is used elsewhere");
      const at = scalarPosition(view);
      if (at === undefined) return refuse("what is inserted is no scalar at a known position");
      if (elements[at] === undefined) missing--;
      elements[at] ??= view.valueToStore;
    }
    const known = elements.flatMap((element) => element ?? []);
    if (known.length !== elements.length) return refuse("some elements are not inserted");
    rewriter.replaceOp(op, FromElementsOp.build(rewriter, { elements: known, resultTypes: [type] }).op);
    return true;
  },
);

const equalElements = pattern(
  "from_elements x, x, ... => broadcast x",
  FromElementsOp,
  ({ op, elements, dest }, rewriter) => {
    const [source] = elements;
    if (source === undefined || elements.some((element) => element !== source)) return refuse("the elements differ");
    rewriter.replaceOp(op, BroadcastOp.build(rewriter, { source, resultTypes: [dest.type] }).op);
    return true;
  },
);

const elementsInOrder = pattern(
  "from_elements of all elements of a vector, in order => shape_cast of the vector",
  FromElementsOp,
  ({ op, elements, dest }, rewriter) => {
    let source: Value | undefined;
    for (const [i, element] of elements.entries()) {
      const extract = ExtractOp.match(element.definingOp);
      if (extract === undefined || (source !== undefined && extract.source !== source))
        return refuse("the elements are not all taken from one vector");
      ({ source } = extract);
      const { shape, scalable } = vectorTypeOf(source);
      if (scalable.includes(true) || elementCount(shape) !== elements.length)
        return refuse("the vector has another number of elements");
      const at = scalarPosition({ ...positionArguments(positionsOf(extract)), dest: source });
      if (at !== i) return refuse("the elements are not in the order of the vector");
    }
    if (source === undefined) return refuse("there are no elements");
    if (elementCount(extentsOf(source.type)) === 1) return refuse("one element is as good");
    rewriter.replaceOp(op, ShapeCastOp.build(rewriter, { source, resultTypes: [dest.type] }).op);
    return true;
  },
);

const rowSlice = pattern(
  "extract_strided_slice of a row => shape_cast(extract)",
  ExtractStridedSliceOp,
  ({ op, source, offsets, sizes, result }, rewriter) => {
    const { shape, scalable } = vectorTypeOf(source);
    if (scalable.includes(true)) return refuse("a scalable extent is not known");
    const whole = shape.findLastIndex((extent, d) => (sizes[d] ?? extent) !== extent) + 1;
    if (whole === 0 || whole === shape.length) return refuse("it is no row");
    if (sizes.slice(0, whole).some((size) => size !== 1)) return refuse("it takes more than one row");
    const row = ExtractOp.build(rewriter, { source, ...positionArguments(offsets.slice(0, whole)) });
    rewriter.replaceOp(op, ShapeCastOp.build(rewriter, { source: row.result, resultTypes: [result.type] }).op);
    return true;
  },
);

/** The only element of a vector. */
function onlyElement(rewriter: Rewriter, source: Value): Value {
  const staticPosition = extentsOf(source.type).map(() => 0);
  return ExtractOp.build(rewriter, { source, dynamicPosition: [], staticPosition }).result;
}

const reductionOfOne = pattern("reduction of one lane => the lane", ReductionOp, (view, rewriter) => {
  const { op, vector, acc, kind, fastmath } = view;
  if (enclosingMask(op) !== undefined) return refuse("the lane may be masked");
  const { shape, scalable } = vectorTypeOf(vector);
  if (scalable.includes(true) || elementCount(shape) !== 1) return refuse("there are more lanes");
  const lane = onlyElement(rewriter, vector);
  rewriter.replaceOp(op, [acc === undefined ? lane : combine(rewriter, kind, lane, acc, fastmath)]);
  return true;
});

const reductionOfUnits = pattern(
  "multi_reduction along unit dimensions, or none => accumulator combined with shape_cast",
  MultiDimReductionOp,
  ({ op, source, acc, dest, kind, reductionDims }, rewriter) => {
    if (enclosingMask(op) !== undefined) return refuse("lanes may be masked");
    const { shape, scalable } = vectorTypeOf(source);
    if (reductionDims.some((d) => shape[d] !== 1 || scalable[d] === true)) return refuse("it reduces several lanes");
    let lanes = source;
    if (dest.type.kind !== "vector") lanes = onlyElement(rewriter, source);
    else if (dest.type !== source.type)
      lanes = ShapeCastOp.build(rewriter, { source, resultTypes: [dest.type] }).result;
    rewriter.replaceOp(op, [combine(rewriter, kind, acc, lanes)]);
    return true;
  },
);

export const elementPatterns: readonly Pattern[] = [
  wholeInsert,
  insertedWhole,
  equalElements,
  elementsInOrder,
  rowSlice,
  reductionOfOne,
  reductionOfUnits,
];
