// vector.extract_strided_slice, insert_strided_slice, shuffle, interleave and deinterleave: parts and interleavings of vectors.
import { vectorType } from "../../../ir/core/type-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Type, VectorType } from "../../../ir/core/types.ts";
import { derived, typeVariable } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { I64ArrayProperty, I64AttrArrayProperty } from "../../../ir/define/properties.ts";
import { onValues, onValuesAndConstants, type ConstantMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { changedConstant, splatConstant } from "../constants.ts";
import { gatherPositions, identityStrides, positionTable, scatterPositions } from "../positions.ts";
import { AnyVectorOfAnyRank, AnyVectorOfNonZeroRank, sameElementType, vectorTypeOf } from "../types.ts";
import { generateExtractStridedSlice, generateInsertStridedSlice, generateShuffle } from "../generation.ts";

type Prepared = ReturnType<ConstantMeaning>;

/** Position of the element at `offsets` along the leading dimensions. */
function startOf(shape: readonly number[], offsets: readonly number[]): number {
  const strides = identityStrides(shape);
  return offsets.reduce((sum, offset, d) => sum + offset * strides[d]!, 0);
}

function slicedType(from: VectorType, sizes: readonly number[]): VectorType {
  return vectorType([...sizes, ...from.shape.slice(sizes.length)], from.element, from.scalable);
}

function slicePositions(from: VectorType, to: VectorType, offsets: readonly number[]): Int32Array {
  return positionTable(to.shape, identityStrides(from.shape), startOf(from.shape, offsets));
}

function prepareExtractSlice(op: Operation): Prepared {
  const { source, offsets, result } = ExtractStridedSliceOp.match(op)!;
  const type = vectorTypeOf(result);
  const table = slicePositions(vectorTypeOf(source), type, offsets);
  return ([value]) => [gatherPositions(expectDense(value), type.shape, table)];
}

/** The first value outside of [least, most) along its dimension. */
function confined(
  values: readonly number[],
  least: number,
  most: (d: number) => number,
  what: string,
  rank = true,
): string | undefined {
  const d = values.findIndex((value, i) => value < least || value >= most(i));
  if (d < 0) return undefined;
  return `expected ${what}${rank ? ` dimension ${d}` : ""} to be confined to [${least}, ${most(d)})`;
}

export const ExtractStridedSliceOp = defineOp({
  name: "vector.extract_strided_slice",
  summary: "A contiguous part of a vector along its leading dimensions.",
  operands: { source: AnyVectorOfNonZeroRank },
  properties: { offsets: I64AttrArrayProperty, sizes: I64AttrArrayProperty, strides: I64AttrArrayProperty },
  results: { result: AnyVectorOfNonZeroRank },
  traits: ["Pure"],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($result)",
  verify: ({ source, result, offsets, sizes, strides }) => {
    const from = vectorTypeOf(source);
    if (!sameElementType(source, result)) return "failed to verify that operand and result have same element type";
    if (offsets.length !== sizes.length || offsets.length !== strides.length)
      return "expected offsets, sizes and strides attributes of same size";
    if (offsets.length > from.shape.length) return "expected offsets attribute of rank no greater than vector rank";
    const extent = (d: number): number => from.shape[d] ?? 0;
    const problem =
      confined(offsets, 0, extent, "offsets") ??
      confined(sizes, 1, (d) => extent(d) + 1, "sizes") ??
      confined(strides, 1, () => 2, "strides", false) ??
      confined(
        offsets.map((offset, d) => offset + (sizes[d] ?? 0)),
        1,
        (d) => extent(d) + 1,
        "sum(offsets, sizes)",
      );
    if (problem !== undefined) return problem.replace(/ \[1, (\d+)\)$/, (_, most: string) => ` [1, ${most})`);
    const expected = slicedType(from, sizes);
    return expected === result.type ? undefined : `expected result type to be '${typeText(expected)}'`;
  },
  inferResultTypes: ({ operands: [source], properties: [, sizes] }) =>
    source === undefined || sizes === undefined
      ? undefined
      : [slicedType(vectorTypeOf(source), I64AttrArrayProperty.decode(sizes))],
  fold: ({ source, result, offsets }, [constant]) => {
    if (source.type === result.type) return [source];
    const type = vectorTypeOf(result);
    const folded =
      splatConstant(constant, type) ??
      changedConstant(constant, type, (value) =>
        gatherPositions(value, type.shape, slicePositions(vectorTypeOf(source), type, offsets)),
      );
    return folded && [folded];
  },
  generate: generateExtractStridedSlice,
  meaning: onValues(prepareExtractSlice),
});

function prepareInsertSlice(op: Operation): Prepared {
  const { valueToStore, dest, offsets } = InsertStridedSliceOp.match(op)!;
  const to = vectorTypeOf(dest);
  const from = vectorTypeOf(valueToStore);
  const strides = identityStrides(to.shape).slice(to.shape.length - from.shape.length);
  const table = positionTable(from.shape, strides, startOf(to.shape, offsets));
  return ([value, target]) => [scatterPositions(expectDense(value), expectDense(target), table)];
}

const V = typeVariable("V", AnyVectorOfNonZeroRank);

export const InsertStridedSliceOp = defineOp({
  name: "vector.insert_strided_slice",
  summary: "A vector with a contiguous part replaced.",
  operands: { valueToStore: AnyVectorOfNonZeroRank, dest: V },
  properties: { offsets: I64AttrArrayProperty, strides: I64AttrArrayProperty },
  results: { result: V },
  traits: ["Pure"],
  assemblyFormat: "$valueToStore `,` $dest attr-dict `:` type($valueToStore) `into` type($dest)",
  verify: ({ valueToStore, dest, offsets, strides }) => {
    const to = vectorTypeOf(dest);
    const from = vectorTypeOf(valueToStore);
    if (!sameElementType(valueToStore, dest))
      return "failed to verify that operand #0 and result have same element type";
    if (offsets.length !== to.shape.length) return "expected offsets of same size as destination vector rank";
    if (strides.length !== from.shape.length) return "expected strides of same size as source vector rank";
    if (from.shape.length > to.shape.length) return "expected source rank to be no greater than destination rank";
    const lead = to.shape.length - from.shape.length;
    const extent = (d: number): number => to.shape[d] ?? 0;
    const ends = offsets.map((offset, d) => offset + (d < lead ? 1 : (from.shape[d - lead] ?? 1)));
    return (
      confined(offsets, 0, extent, "offsets") ??
      confined(strides, 1, () => 2, "strides", false) ??
      confined(ends, 1, (d) => extent(d) + 1, "sum(offsets, source vector shape)")
    );
  },
  fold: ({ valueToStore, dest }) => (valueToStore.type === dest.type ? [valueToStore] : undefined),
  generate: generateInsertStridedSlice,
  meaning: onValuesAndConstants(prepareInsertSlice),
});

function shuffledType(v1: VectorType, mask: readonly number[]): VectorType {
  return vectorType([mask.length, ...v1.shape.slice(1)], v1.element);
}

function prepareShuffle(op: Operation): Prepared {
  const { v1, mask, vector } = ShuffleOp.match(op)!;
  const type = vectorTypeOf(vector);
  const [first, ...rest] = vectorTypeOf(v1).shape;
  const row = rest.reduce((n, extent) => n * extent, 1);
  const firstCount = (first ?? 1) * row;
  const fromFirst = Int32Array.from(mask.flatMap((at) => rowPositions(at * row, row, firstCount, 0)));
  const fromSecond = Int32Array.from(mask.flatMap((at) => rowPositions(at * row, row, Infinity, firstCount)));
  return ([a, b]) => {
    const [left, right] = [expectDense(a), expectDense(b)];
    const result = gatherPositions(left, type.shape, fromFirst, true);
    fromSecond.forEach((at, i) => {
      if (at >= 0) result.set(i, right.get(at));
    });
    if (result.poison?.includes(1) === false) result.poison = null;
    return [result];
  };
}

/** `count` positions from `start`, counted from `base`; -1 each where they are not in [base, end). */
function rowPositions(start: number, count: number, end: number, base: number): number[] {
  return Array.from({ length: count }, (_, i) => (start + i >= base && start + i < end ? start + i - base : -1));
}

export const ShuffleOp = defineOp({
  name: "vector.shuffle",
  summary: "Rows chosen from two vectors, the second's numbered after the first's; -1 is poison.",
  operands: { v1: AnyVectorOfAnyRank, v2: AnyVectorOfAnyRank },
  properties: { mask: I64ArrayProperty },
  results: { vector: AnyVectorOfNonZeroRank },
  traits: ["Pure"],
  assemblyFormat: "operands $mask attr-dict `:` type(operands)",
  verify: ({ v1, v2, mask, vector }) => {
    const [a, b] = [vectorTypeOf(v1), vectorTypeOf(v2)];
    if (a.element !== vectorTypeOf(vector).element)
      return "failed to verify that first operand v1 and result have same element type";
    if (b.element !== a.element) return "failed to verify that second operand v2 and result have same element type";
    if (a.shape.length !== b.shape.length || a.shape.slice(1).some((extent, d) => extent !== b.shape[d + 1]))
      return "dimension mismatch";
    if (mask.length === 0) return "invalid mask length";
    const rows = (a.shape[0] ?? 1) + (b.shape[0] ?? 1);
    const wrong = mask.findIndex((at) => at < -1 || at >= rows);
    if (wrong >= 0) return `mask index #${wrong + 1} out of range`;
    return vector.type === shuffledType(a, mask)
      ? undefined
      : "requires a result with a row for each entry of the mask";
  },
  inferResultTypes: ({ operands: [v1], properties: [mask] }) =>
    v1 === undefined || mask === undefined
      ? undefined
      : [shuffledType(vectorTypeOf(v1), I64ArrayProperty.decode(mask))],
  fold: ({ v1, v2, mask, vector }) => {
    if (vector.type === v1.type && mask.every((at, i) => at === i)) return [v1];
    const rows = vectorTypeOf(v1).shape[0] ?? 1;
    return vector.type === v2.type && mask.every((at, i) => at === rows + i) ? [v2] : undefined;
  },
  generate: generateShuffle,
  meaning: onValuesAndConstants(prepareShuffle),
});

const L = typeVariable("L", AnyVectorOfAnyRank);

function resized(type: Type | undefined, last: (extent: number) => number): Type | undefined {
  if (type?.kind !== "vector") return undefined;
  const { shape, scalable } = type;
  return vectorType(
    [...shape.slice(0, -1), last(shape.at(-1) ?? 1)],
    type.element,
    shape.length === 0 ? [false] : scalable,
  );
}

export const InterleaveOp = defineOp({
  name: "vector.interleave",
  summary: "The elements of two vectors in turn along the last dimension.",
  operands: { lhs: L, rhs: L },
  results: {
    result: derived("double the width of the inputs", ["L"], (bindings) =>
      resized(bindings.get("L"), (extent) => 2 * extent),
    ),
  },
  traits: ["Pure"],
  assemblyFormat: "$lhs `,` $rhs attr-dict `:` type($lhs) `->` type($result)",
  meaning: onValues((op) => {
    const { shape } = vectorTypeOf(op.result());
    return ([a, b]) => {
      const [lhs, rhs] = [expectDense(a), expectDense(b)];
      const result = DenseValue.zeros(shape, lhs.element);
      for (let i = 0; i < lhs.count; i++) {
        result.set(2 * i, lhs.get(i));
        result.set(2 * i + 1, rhs.get(i));
      }
      return [result];
    };
  }),
});

const Source = typeVariable("S", AnyVectorOfNonZeroRank);
const HalfOfSource = derived("half the width of the source", ["S"], (bindings) =>
  resized(bindings.get("S"), (extent) => Math.floor(extent / 2)),
);

export const DeinterleaveOp = defineOp({
  name: "vector.deinterleave",
  summary: "The even and the odd elements along the last dimension.",
  operands: { source: Source },
  results: { res1: HalfOfSource, res2: HalfOfSource },
  traits: ["Pure"],
  assemblyFormat: "$source attr-dict `:` type($source) `->` type($res1)",
  verify: ({ source }) =>
    (vectorTypeOf(source).shape.at(-1) ?? 0) % 2 === 0
      ? undefined
      : "failed to verify that the trailing dimension of the source vector has an even number of elements",
  meaning: onValues((op) => {
    const { shape } = vectorTypeOf(op.result());
    const count = shape.reduce((n, extent) => n * extent, 1);
    const [even, odd] = [0, 1].map((first) => Int32Array.from({ length: count }, (_, i) => 2 * i + first));
    return ([value]) => [even, odd].map((table) => gatherPositions(expectDense(value), shape, table!));
  }),
});
