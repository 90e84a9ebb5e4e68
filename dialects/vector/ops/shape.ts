// vector.broadcast, transpose, shape_cast and bitcast: the same elements under other shapes and types.
import { vectorType } from "../../../ir/core/type-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { bitWidth, elementCount, elementTypeOf, type Type, type VectorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { I64ArrayProperty } from "../../../ir/define/properties.ts";
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense, expectScalar } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { bitcastLanes } from "../bitcast.ts";
import { changedConstant, reshapedConstant, splatConstant } from "../constants.ts";
import { gatherPositions, identityStrides, positionTable } from "../positions.ts";
import { AnyVectorOfAnyRank, extentsOf, sameElementType, vectorTypeOf } from "../types.ts";
import { generateBroadcast, generateTranspose, generateShapeCast } from "../generation.ts";

type Prepared = ReturnType<ValueMeaning["prepare"]>;

/** Extents of a source with ones in front, up to the rank of what it is broadcast to. */
const alignedExtents = (source: Type, rank: number): readonly number[] => {
  const extents = extentsOf(source);
  return [...new Array<number>(rank - extents.length).fill(1), ...extents];
};

function prepareBroadcast(op: Operation): Prepared {
  const { source, vector } = BroadcastOp.match(op)!;
  const { shape, element } = vectorTypeOf(vector);
  if (source.type.kind !== "vector") return ([value]) => [DenseValue.splat(shape, element, expectScalar(value))];
  const extents = alignedExtents(source.type, shape.length);
  const strides = identityStrides(extents).map((stride, d) => (extents[d] === 1 ? 0 : stride));
  const table = positionTable(shape, strides);
  return ([value]) => [gatherPositions(expectDense(value), shape, table)];
}

export const BroadcastOp = defineOp({
  name: "vector.broadcast",
  summary: "A scalar or a vector repeated along leading and along unit dimensions.",
  operands: { source: AnyType },
  results: { vector: AnyVectorOfAnyRank },
  traits: ["Pure"],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($vector)",
  verify: ({ source, vector }) => {
    const to = vectorTypeOf(vector);
    if (elementTypeOf(source.type) !== to.element)
      return "failed to verify that source operand and result have same element type";
    if (source.type.kind !== "vector") return source.type === to.element ? undefined : "source type is not a vector";
    if (source.type.shape.length > to.shape.length) return "source rank higher than destination rank";
    const extents = alignedExtents(source.type, to.shape.length);
    const wrong = extents.findIndex((extent, d) => extent !== 1 && extent !== to.shape[d]);
    return wrong < 0 ? undefined : `dimension mismatch (${extents[wrong]} vs. ${to.shape[wrong]})`;
  },
  fold: ({ op, source, vector }, [constant]) => {
    if (source.type === vector.type) return [source];
    const splat = splatConstant(constant, vectorTypeOf(vector));
    if (splat !== undefined) return [splat];
    // broadcast(broadcast(x)) is one broadcast.
    const inner = source.definingOp;
    if (inner?.name !== "vector.broadcast") return undefined;
    op.setOperand(0, inner.operand(0));
    return "inPlace";
  },
  generate: generateBroadcast,
  meaning: onValues(prepareBroadcast),
});

function transposedType(source: VectorType, permutation: readonly number[]): VectorType {
  return vectorType(
    permutation.map((d) => source.shape[d] ?? 1),
    source.element,
    permutation.map((d) => source.scalable[d] ?? false),
  );
}

const isIdentity = (permutation: readonly number[]): boolean => permutation.every((d, i) => d === i);

/** The positions in the source of a transposed vector's elements. */
function transposition(shape: readonly number[], permutation: readonly number[]): Int32Array {
  const strides = identityStrides(shape);
  return positionTable(
    permutation.map((d) => shape[d]!),
    permutation.map((d) => strides[d]!),
  );
}

function prepareTranspose(op: Operation): Prepared {
  const { vector, permutation, result } = TransposeOp.match(op)!;
  const { shape } = vectorTypeOf(result);
  const table = transposition(vectorTypeOf(vector).shape, permutation);
  return ([value]) => [gatherPositions(expectDense(value), shape, table)];
}

function transposed(
  op: Operation | null,
): { readonly vector: Value; readonly permutation: readonly number[] } | undefined {
  return TransposeOp.match(op);
}

export const TransposeOp = defineOp({
  name: "vector.transpose",
  summary:
    "A vector with its dimensions in another order: dimension i of the result is dimension permutation[i] of the source.",
  example: `func.func @main(%x: vector<2x4xf32>) -> vector<4x2xf32> {
  %0 = vector.transpose %x, [1, 0] : vector<2x4xf32> to vector<4x2xf32>
  return %0 : vector<4x2xf32>
}`,
  operands: { vector: AnyVectorOfAnyRank },
  properties: { permutation: I64ArrayProperty },
  results: { result: AnyVectorOfAnyRank },
  traits: ["Pure"],
  assemblyFormat: "$vector `,` $permutation attr-dict `:` type($vector) `to` type($result)",
  verify: ({ vector, permutation, result }) => {
    const from = vectorTypeOf(vector);
    const to = vectorTypeOf(result);
    if (from.element !== to.element) return "failed to verify that operand and result have same element type";
    if (from.shape.length !== to.shape.length) return `vector result rank mismatch: ${to.shape.length}`;
    if (permutation.length !== from.shape.length) return `transposition length mismatch: ${permutation.length}`;
    for (const [i, d] of permutation.entries()) {
      if (d < 0 || d >= from.shape.length) return `transposition index out of range: ${d}`;
      if (permutation.indexOf(d) < i) return `duplicate position index: ${d}`;
    }
    const wrong = permutation.findIndex((d, i) => from.shape[d] !== to.shape[i]);
    return wrong < 0 ? undefined : `dimension size mismatch at: ${permutation[wrong]}`;
  },
  inferResultTypes: ({ operands: [vector], properties: [permutation] }) =>
    vector === undefined || permutation === undefined
      ? undefined
      : [transposedType(vectorTypeOf(vector), I64ArrayProperty.decode(permutation))],
  fold: ({ vector, permutation, result }, [constant]) => {
    if (isIdentity(permutation)) return [vector];
    const type = vectorTypeOf(result);
    const { shape } = vectorTypeOf(vector);
    const folded =
      splatConstant(constant, type) ??
      changedConstant(constant, type, (value) => gatherPositions(value, type.shape, transposition(shape, permutation)));
    if (folded !== undefined) return [folded];
    // transpose(transpose(x)) the other way round is x.
    const inner = transposed(vector.definingOp);
    if (inner === undefined) return undefined;
    return isIdentity(permutation.map((d) => inner.permutation[d] ?? d)) ? [inner.vector] : undefined;
  },
  generate: generateTranspose,
  meaning: onValues(prepareTranspose),
});

export const ShapeCastOp = defineOp({
  name: "vector.shape_cast",
  summary: "The same elements in row-major order under another shape.",
  operands: { source: AnyVectorOfAnyRank },
  results: { result: AnyVectorOfAnyRank },
  traits: ["Pure"],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($result)",
  verify: ({ source, result }) => {
    const from = vectorTypeOf(source);
    const to = vectorTypeOf(result);
    if (!sameElementType(source, result)) return "has different source and result element types";
    const [before, after] = [elementCount(from.shape), elementCount(to.shape)];
    if (before !== after) return `has different number of elements at source (${before}) and result (${after})`;
    const flags = (type: VectorType): number => type.scalable.filter((flag) => flag).length;
    return flags(from) === flags(to)
      ? undefined
      : `has different number of scalable dims at source (${flags(from)}) and result (${flags(to)})`;
  },
  fold: ({ op, source, result }, [constant]) => {
    if (source.type === result.type) return [source];
    if (constant?.kind === "dense") {
      const reshaped = reshapedConstant(constant, vectorTypeOf(result));
      return reshaped && [reshaped];
    }
    // shape_cast(shape_cast(x)) is one shape_cast.
    const inner = source.definingOp;
    if (inner?.name !== "vector.shape_cast") return undefined;
    if (inner.operand(0).type === result.type) return [inner.operand(0)];
    op.setOperand(0, inner.operand(0));
    return "inPlace";
  },
  generate: generateShapeCast,
  meaning: onValues((op) => {
    const { shape } = vectorTypeOf(op.result());
    return ([value]) => [expectDense(value).reshaped(shape)];
  }),
});

function minorBits(type: VectorType): number {
  return (type.shape.at(-1) ?? 1) * (bitWidth(type.element) ?? 0);
}

export const BitCastOp = defineOp({
  name: "vector.bitcast",
  summary: "The bits of each row as elements of another type, the least significant first.",
  operands: { source: AnyVectorOfAnyRank },
  results: { result: AnyVectorOfAnyRank },
  traits: ["Pure"],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($result)",
  verify: ({ source, result }) => {
    const from = vectorTypeOf(source);
    const to = vectorTypeOf(result);
    if (from.shape.length !== to.shape.length) return "failed to verify that all of {source, result} have same rank";
    const wrong = from.shape.slice(0, -1).findIndex((extent, d) => extent !== to.shape[d]);
    if (wrong >= 0) return `dimension size mismatch at: ${wrong}`;
    if (from.element.kind === "index" || to.element.kind === "index")
      return "requires elements of a known width, not index";
    return minorBits(from) === minorBits(to)
      ? undefined
      : "source/result bitwidth of the minor 1-D vectors must be equal";
  },
  fold: ({ source, result }) => {
    if (source.type === result.type) return [source];
    const inner = source.definingOp;
    return inner?.name === "vector.bitcast" && inner.operand(0).type === result.type ? [inner.operand(0)] : undefined;
  },
  meaning: onValues((op) => {
    const type = vectorTypeOf(op.result());
    return ([value]) => [bitcastLanes(expectDense(value), type)];
  }),
});
