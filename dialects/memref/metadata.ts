// memref.dim, rank, extract_strided_metadata, extract_aligned_pointer_as_index: what a buffer says about itself.
import { InferIntRangeInterface, infersExtent } from "../../ir/analysis/int-range/interfaces.ts";
import { indexAttr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { OpDefinition } from "../../ir/core/definition.ts";
import { indexType, memrefType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, type MemRefType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AnyMemRef, Index, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { mixedIndices, offsetSizeStrideOf, staticList, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { ConditionallySpeculatable, constantOf } from "../../ir/define/op-interfaces.ts";
import { onValues } from "../../ir/interpret/meaning.ts";
import { expectIndex, expectMemRef } from "../../ir/interpret/operand.ts";
import { AnyRankedOrUnrankedMemRef, expectMemRefType } from "./allocation.ts";
import { foldCastOperand, forgetsOnly } from "./cast-operand.ts";
import { inferSubviewType, keptDimensions } from "./subview-type.ts";
import { makeDimensionWithinRank, makeNonEmpty } from "./generation.ts";

/** The size of a dimension where it is a constant or an operand of what made the buffer. */
export function sizeOf(memref: Value, dimension: number): MixedIndex | undefined {
  if (memref.type.kind !== "memref") return undefined;
  const extent = memref.type.shape[dimension];
  if (extent === undefined) return undefined;
  if (extent !== DYNAMIC) return extent;
  const op = memref.definingOp;
  if (op === null) return undefined;
  switch (op.name) {
    case "memref.alloc":
    case "memref.alloca":
      return mixedIndices(memref.type.shape, op.operands)[dimension];
    case "memref.reinterpret_cast":
      return offsetSizeStrideOf(op, 1).sizes[dimension];
    case "memref.expand_shape":
      return mixedIndices(staticList(op, "static_output_shape"), op.operands.slice(1))[dimension];
    case "memref.subview": {
      const lists = offsetSizeStrideOf(op, 1);
      const inferred = inferSubviewType(expectMemRefType(op.operand(0).type), lists);
      const kept = inferred && keptDimensions(inferred, memref.type);
      return kept && lists.sizes[kept[dimension] ?? -1];
    }
    default:
      return undefined;
  }
}

const constantDimension = (attribute: Attribute | undefined): number | undefined =>
  attribute?.kind === "integer" ? Number(attribute.value) : undefined;

export const DimOp = defineOp({
  name: "memref.dim",
  summary: "The size of one dimension.",
  operands: { source: AnyRankedOrUnrankedMemRef, index: Index },
  results: { result: Index },
  traits: ["NoMemoryEffect"],
  interfaces: [
    ConditionallySpeculatable.with((op) => {
      const { type } = op.operand(0);
      const index = constantDimension(constantOf(op.operand(1)));
      return type.kind === "memref" && index !== undefined && index >= 0 && index < type.shape.length;
    }),
    InferIntRangeInterface.with(infersExtent),
  ],
  assemblyFormat: "attr-dict $source `,` $index `:` type($source)",
  verify: ({ source }) =>
    source.type.kind === "memref" && source.type.shape.length === 0
      ? "operand #0 must be non-0-ranked or unranked memref"
      : undefined,
  fold: ({ op, source }, [, index]) => {
    const dimension = constantDimension(index);
    if (dimension === undefined) return undefined;
    const size = sizeOf(source, dimension);
    if (size !== undefined) return [typeof size === "number" ? indexAttr(op.context, size) : size];
    const cast = source.definingOp;
    if (cast?.name !== "memref.cast" || !forgetsOnly(cast.operand(0).type, source.type)) return undefined;
    op.setOperand(0, cast.operand(0));
    return "inPlace";
  },
  makeDefined: makeDimensionWithinRank,
  meaning: onValues(() => ([source, index], run) => {
    const { sizes } = expectMemRef(source);
    const d = expectIndex(index);
    return [sizes[d] ?? run.undefinedBehavior(`dimension ${d} of a buffer of rank ${sizes.length}`)];
  }),
});

export const RankOp = defineOp({
  name: "memref.rank",
  summary: "The number of dimensions.",
  operands: { memref: AnyRankedOrUnrankedMemRef },
  results: { result: Index },
  traits: ["Pure"],
  assemblyFormat: "$memref attr-dict `:` type($memref)",
  fold: ({ op, memref }) =>
    memref.type.kind === "memref" ? [indexAttr(op.context, memref.type.shape.length)] : undefined,
  meaning: onValues(() => ([source]) => [expectMemRef(source).sizes.length]),
});

export const ExtractAlignedPointerAsIndexOp = defineOp({
  name: "memref.extract_aligned_pointer_as_index",
  summary: "The address of the buffer's base, from which its offset counts.",
  operands: { source: AnyRankedOrUnrankedMemRef },
  results: { aligned_pointer: Index },
  traits: ["Pure"],
  assemblyFormat: "$source `:` type($source) `->` type(results) attr-dict",
  // Where a buffer lies is nobody's business in programs that are compared.
  makeDefined: () => false,
  meaning: onValues(() => ([source]) => [expectMemRef(source).base]),
});

const baseBufferType = (type: MemRefType): MemRefType =>
  memrefType([], type.element, { memorySpace: type.memorySpace });

/** The results after the base and the offset are the sizes and then the strides. */
export const ExtractStridedMetadataOp = defineOp({
  name: "memref.extract_strided_metadata",
  summary: "The base of a buffer, its offset, its sizes, and then its strides.",
  operands: { source: AnyMemRef },
  results: { base_buffer: AnyMemRef, offset: Index, sizes_and_strides: variadic(Index) },
  traits: ["Pure"],
  inferResultTypes: ({ context, operands }) => {
    const type = operands[0]?.type;
    if (type?.kind !== "memref") return undefined;
    return [
      baseBufferType(type),
      ...new Array<null>(1 + 2 * type.shape.length).fill(null).map(() => indexType(context)),
    ];
  },
  assemblyFormat: "$source `:` type($source) `->` type(results) attr-dict",
  verify: ({ op, source }) => {
    const type = expectMemRefType(source.type);
    return op.resultCount === 2 + 2 * type.shape.length && op.result().type === baseBufferType(type)
      ? undefined
      : "requires a base of rank 0, an offset, and a size and a stride for each dimension";
  },
  fold: ({ op }) => foldCastOperand(op, 0),
  makeDefined: makeNonEmpty,
  meaning: onValues(() => ([source]) => {
    const memref = expectMemRef(source);
    return [{ ...memref, offset: 0, sizes: [], strides: [] }, memref.offset, ...memref.sizes, ...memref.strides];
  }),
});

export const metadataOps: readonly OpDefinition[] = [
  DimOp,
  RankOp,
  ExtractAlignedPointerAsIndexOp,
  ExtractStridedMetadataOp,
];
