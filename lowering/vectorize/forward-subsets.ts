// forward-subsets: a read of what was just written takes the written value; writes that nobody reads go.
import { floatToBits } from "../../ir/core/float-bits.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { i1, tensorType, vectorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { walk } from "../../ir/core/walk.ts";
import {
  offsetSizeStride,
  offsetSizeStrideArguments,
  sameIndex,
  type OffsetSizeStride,
} from "../../ir/define/offset-size-stride.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { SelectOp } from "../../dialects/arith/index.ts";
import { EmptyOp, ExtractSliceOp, InsertSliceOp } from "../../dialects/tensor/index.ts";
import { BroadcastOp, CreateMaskOp, TransferReadOp, TransferWriteOp } from "../../dialects/vector/index.ts";
import { droppedDimensions } from "../analysis/bounds.ts";
import { composeSlices, coversWhole, sameSlice } from "../analysis/subsets.ts";
import { extentIndex } from "../tile/slices.ts";
import { materializeIndex } from "../tile/index-arithmetic.ts";

export const forwardSubsets = definePass({
  name: "forward-subsets",
  summary: "Forwards written vectors and slices of tensors to the reads of the same subset.",
  options: {
    transfers: {
      type: "bool",
      default: true,
      description: "Forward vectors, too; without, slices only, so that every vector is read from a buffer.",
    },
  },
  run: (root, { options: { transfers } }) => {
    for (let changed = true; changed;) {
      changed = false;
      for (const op of [...walk(root)]) {
        if (!isInside(op, root)) continue;
        const forwarded = forwardSlice(op) || (transfers && (forwardRead(op) || dropOverwritten(op)));
        if (forwarded || dropDead(op)) changed = true;
      }
    }
  },
});

/** Whether an op is still there: neither it nor what it stood in was erased. */
function isInside(op: Operation, root: Operation): boolean {
  for (let at: Operation | null = op; at !== null; at = at.parentOp) if (at === root) return true;
  return false;
}

const sameValues = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((value, i) => sameIndex(value, b[i]!));

/** transfer_read(transfer_write(v, t)[i])[i] => v, past the edge of the tensor the read's padding. */
function forwardRead(op: Operation): boolean {
  const read = TransferReadOp.match(op);
  const write = TransferWriteOp.match(read?.base.definingOp);
  if (read === undefined || write === undefined || read.mask !== undefined || write.mask !== undefined) return false;
  if (read.vector.type !== write.valueToStore.type || !sameValues(read.indices, write.indices)) return false;
  if (read.permutationMap.key !== write.permutationMap.key || !read.permutationMap.isIdentity) return false;
  const builder = OpBuilder.before(op);
  const padded =
    read.inBounds.every((inside) => inside) ||
    read.padding.definingOp?.name === "ub.poison" ||
    isSplatOf(write.valueToStore, read.padding);
  const value = padded
    ? write.valueToStore
    : selectInside(builder, write.valueToStore, read.base, read.indices, read.padding);
  if (value === undefined) return false;
  read.vector.replaceAllUsesWith(value);
  op.erase();
  return true;
}

/** Whether every lane of a vector constant has the padding's value. */
function isSplatOf(vector: Value, padding: Value): boolean {
  const [attribute, scalar] = [constantOf(vector), constantOf(padding)];
  if (attribute?.kind !== "dense" || !attribute.splat) return false;
  let bits = 0n;
  for (const byte of attribute.data.toReversed()) bits = (bits << 8n) | BigInt(byte);
  if (scalar?.kind === "float")
    return bits === scalar.bits || (bits === 0n && scalar.bits === floatToBits(scalar.type.name, 0));
  return scalar?.kind === "integer" && bits === BigInt.asUintN(8 * attribute.data.length, scalar.value);
}

/** `select(mask of the lanes inside, v, padding)`; reads at offset 0 only. */
function selectInside(
  builder: OpBuilder,
  vector: Value,
  tensor: Value,
  indices: readonly Value[],
  padding: Value,
): Value | undefined {
  const type = vector.type;
  if (type.kind !== "vector" || indices.some((index) => !sameIndex(index, 0))) return undefined;
  const operands = type.shape.map((_, d) => materializeIndex(builder, extentIndex(builder, tensor, d)));
  const condition = CreateMaskOp.build(builder, {
    operands,
    resultTypes: [vectorType(type.shape, i1(builder.context))],
  }).op.result();
  const falseValue = BroadcastOp.build(builder, { source: padding, resultTypes: [type] }).vector;
  return SelectOp.build(builder, { condition, trueValue: vector, falseValue }).result;
}

/** Slices of slices and of insertions. */
function forwardSlice(op: Operation): boolean {
  return forwardExtraction(op) || forwardInsertion(op);
}

function forwardExtraction(op: Operation): boolean {
  const extract = ExtractSliceOp.match(op);
  if (extract === undefined) return false;
  const where = offsetSizeStride(extract);
  const replaceBy = (value: Value): boolean => {
    extract.result.replaceAllUsesWith(value);
    op.erase();
    return true;
  };
  // extract_slice(insert_slice(s, t, where), where) => s
  const insert = InsertSliceOp.match(extract.source.definingOp);
  if (insert?.source.type === extract.result.type && sameSlice(where, offsetSizeStride(insert))) {
    return replaceBy(insert.source);
  }
  // a slice of all of it => the tensor
  if (extract.source.type === extract.result.type && coversWhole(where, extract.source))
    return replaceBy(extract.source);
  // extract_slice(empty) without unit dimensions => extract_slice of an empty that never had them
  const empty = EmptyOp.match(extract.source.definingOp);
  const sliced =
    empty?.op
      .result()
      .users()
      .every((user) => ExtractSliceOp.match(user) !== undefined) === true;
  const smaller = sliced ? withoutUnitDims(op, where) : undefined;
  if (smaller !== undefined) return replaceBy(smaller);
  // extract_slice(extract_slice(t, outer), inner) => extract_slice(t, inner of outer)
  const outer = ExtractSliceOp.match(extract.source.definingOp);
  const composed = outer === undefined ? undefined : sliceOfSlice(outer.op, where);
  if (outer === undefined || composed === undefined) return false;
  const made = ExtractSliceOp.build(OpBuilder.before(op), {
    source: outer.source,
    ...offsetSizeStrideArguments(composed),
    resultTypes: [extract.result.type],
  });
  return replaceBy(made.result);
}

/** The rank-reducing slice of a tensor.empty as a slice, or all, of one of the lower rank. */
function withoutUnitDims(op: Operation, { sizes }: OffsetSizeStride): Value | undefined {
  const [type, source] = [op.result().type, op.operand(0).type];
  if (type.kind !== "tensor" || source.kind !== "tensor" || type.shape.length === source.shape.length) return undefined;
  const dropped = droppedDimensions(sizes, type.shape);
  const kept = source.shape.flatMap((_, d) => (dropped.has(d) ? [] : [d]));
  const shape = kept.map((d) => source.shape[d] ?? DYNAMIC);
  if (shape.includes(DYNAMIC)) return undefined;
  const builder = OpBuilder.before(op);
  const empty = EmptyOp.build(builder, { dynamicSizes: [], resultTypes: [tensorType(shape, type.element)] }).result;
  const slice = { offsets: kept.map(() => 0), sizes: kept.map((d) => sizes[d] ?? 1), strides: kept.map(() => 1) };
  if (empty.type === type && coversWhole(slice, empty)) return empty;
  return ExtractSliceOp.build(builder, { source: empty, ...offsetSizeStrideArguments(slice), resultTypes: [type] })
    .result;
}

/** `inner` of the result of an extract_slice, as a part of its source. */
function sliceOfSlice(op: Operation, inner: OffsetSizeStride): OffsetSizeStride | undefined {
  const outer = offsetSizeStride(ExtractSliceOp.match(op)!);
  const type = op.result().type;
  if (type.kind !== "tensor") return undefined;
  const dropped =
    type.shape.length === outer.sizes.length ? new Set<number>() : droppedDimensions(outer.sizes, type.shape);
  return composeSlices(outer, dropped, inner);
}

function forwardInsertion(op: Operation): boolean {
  const insert = InsertSliceOp.match(op);
  if (insert === undefined) return false;
  const where = offsetSizeStride(insert);
  const replaceBy = (value: Value): boolean => {
    insert.result.replaceAllUsesWith(value);
    op.erase();
    return true;
  };
  // insert_slice(extract_slice(t, where), t, where) => t
  const source = ExtractSliceOp.match(insert.source.definingOp);
  if (source !== undefined && source.source === insert.dest && sameSlice(where, offsetSizeStride(source))) {
    return replaceBy(insert.dest);
  }
  // insert_slice(s, t, all of t) => s
  if (insert.source.type === insert.dest.type && coversWhole(where, insert.dest)) return replaceBy(insert.source);
  // insert_slice(s, insert_slice(other, t, where), where) => insert_slice(s, t, where)
  const before = InsertSliceOp.match(insert.dest.definingOp);
  if (before !== undefined && insert.dest.hasOneUse && sameSlice(where, offsetSizeStride(before))) {
    for (const use of [...insert.dest.uses()]) use.set(before.dest);
    return true;
  }
  // insert_slice(insert_slice(s, extract_slice(t, where), inner), t, where) => insert_slice(s, t, inner of where)
  const inner = InsertSliceOp.match(insert.source.definingOp);
  const slice = ExtractSliceOp.match(inner?.dest.definingOp);
  if (inner === undefined || slice === undefined || !insert.source.hasOneUse || slice.source !== insert.dest)
    return false;
  if (!sameSlice(where, offsetSizeStride(slice))) return false;
  const composed = sliceOfSlice(slice.op, offsetSizeStride(inner));
  if (composed === undefined) return false;
  const made = InsertSliceOp.build(OpBuilder.before(op), {
    source: inner.source,
    dest: insert.dest,
    ...offsetSizeStrideArguments(composed),
  });
  return replaceBy(made.result);
}

/** A write into the result of a write to the same place, which nothing else reads, writes into what was there before. */
function dropOverwritten(op: Operation): boolean {
  const write = TransferWriteOp.match(op);
  const before = TransferWriteOp.match(write?.base.definingOp);
  if (write === undefined || before === undefined || write.mask !== undefined || !write.base.hasOneUse) return false;
  if (write.valueToStore.type !== before.valueToStore.type || !sameValues(write.indices, before.indices)) return false;
  if (write.permutationMap.key !== before.permutationMap.key) return false;
  for (const use of write.base.uses()) use.set(before.base);
  return true;
}

function dropDead(op: Operation): boolean {
  if (op.hasResultUses || op.resultCount === 0) return false;
  const pure =
    op.hasTrait("Pure") ||
    ((op.name === "vector.transfer_read" || op.name === "vector.transfer_write") &&
      op.operands.every((v) => v.type.kind !== "memref"));
  if (pure) op.erase();
  return pure;
}
