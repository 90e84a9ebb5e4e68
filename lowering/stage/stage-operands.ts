// Staging of contractions' operands: what is read from global memory is first copied into a local memory space.
//
//   %v = vector.transfer_read %global[%i, %j], %pad : memref<...>, vector<32x16xf32>
//   => %s = tile.alloc : memref<32x16xf32, "shared">                       (in the kernel's entry block)
//      %t = tile.copy_async %global[%i, %j] to %s[%c0, %c0], %pad
//      tile.wait %t
//      %v = vector.transfer_read %s[%c0, %c0], %pad {in_bounds = [true, true]}
import { stringAttr } from "../../ir/core/attribute-constructors.ts";
import { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { memrefType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import { opsNamed } from "../../ir/core/walk.ts";
import { arithConstant, constantIndexOp, zeroAttr } from "../../dialects/arith/index.ts";
import { AllocOp, CopyAsyncOp, KernelOp, WaitOp } from "../../dialects/tile/index.ts";
import { ContractionOp, transferDims, TransferReadOp } from "../../dialects/vector/index.ts";

/** Copies the operands of the kernel's contractions into `space` before they are used. */
export function stageOperands(kernel: Operation, space: string): void {
  for (const group of readGroups(kernel)) stageReads(kernel, group, space);
}

/** The read that gives a contraction its operand, where staging pays and can be said: an unmasked permutation of a global buffer. */
function stagedRead(operand: Value): Operation | undefined {
  const read = TransferReadOp.match(operand.definingOp);
  if (read === undefined || read.mask !== undefined) return undefined;
  const base = read.base.type;
  if (base.kind !== "memref" || base.memorySpace !== undefined) return undefined;
  const dims = transferDims(read.permutationMap);
  return dims !== undefined && dims.every((d) => d >= 0) && operand.type.kind === "vector" ? read.op : undefined;
}

/** Reads to stage, in groups that are waited for together: of one block, with no write and no use in between. */
function readGroups(kernel: Operation): readonly (readonly Operation[])[] {
  const wanted = new Set<Operation>();
  for (const op of opsNamed(kernel, "vector.contract")) {
    const contract = ContractionOp.match(op)!;
    for (const operand of [contract.lhs, contract.rhs]) {
      const read = stagedRead(operand);
      if (read !== undefined) wanted.add(read);
    }
  }
  const groups: Operation[][] = [];
  for (const read of wanted) {
    const group = groups.at(-1);
    if (group !== undefined && joins(group, read)) group.push(read);
    else groups.push([read]);
  }
  return groups;
}

function joins(group: readonly Operation[], read: Operation): boolean {
  const last = group.at(-1)!;
  if (last.parentBlock !== read.parentBlock || !last.isBeforeInBlock(read)) return false;
  for (let op = last.next; op !== read; op = op?.next ?? null) {
    if (op === null || op.regions.length > 0 || !(op.hasTrait("Pure") || op.name === "vector.transfer_read"))
      return false;
    if (op.operands.some((value) => group.some((staged) => staged.result() === value))) return false;
  }
  return true;
}

function stageReads(kernel: Operation, reads: readonly Operation[], space: string): void {
  const entry = KernelOp.match(kernel)!.body.entry;
  const { context } = kernel;
  const last = reads.at(-1)!;
  const allocs = new OpBuilder(context).setToStart(entry);
  const tokens: Value[] = [];
  const staged = reads.map((op) => {
    const read = TransferReadOp.match(op)!;
    const { type } = read.vector;
    const base = read.base.type;
    if (type.kind !== "vector" || base.kind !== "memref") throw new Error("only reads of buffers are staged");
    // The buffer has the source's rank: the vector's extents where it reads along a dimension, 1 elsewhere.
    const shape = base.shape.map(() => 1);
    (transferDims(read.permutationMap) ?? []).forEach((d, i) => (shape[d] = type.shape[i] ?? 1));
    const memorySpace = stringAttr(context, space);
    const buffer = AllocOp.build(allocs, {
      resultTypes: [memrefType(shape, type.element, { memorySpace })],
      location: op.location,
    }).result;
    const builder = OpBuilder.before(op);
    const zero = constantIndexOp(builder, 0);
    const origin = shape.map(() => zero);
    const poison = read.padding.definingOp?.name === "ub.poison";
    const zeroPadding = poison ? zeroAttr(type.element) : undefined;
    const padding = zeroPadding === undefined ? read.padding : arithConstant(builder, zeroPadding);
    const copy = CopyAsyncOp.build(builder, {
      source: read.base, sourceOffsets: read.indices, destination: buffer, destinationOffsets: origin, padding,
    }); // prettier-ignore
    tokens.push(copy.token);
    return { read, buffer, origin, padding };
  });
  const builder = OpBuilder.before(last);
  WaitOp.build(builder, { tokens });
  for (const { read, buffer, origin, padding } of staged) {
    const inBounds = read.inBounds.map(() => true);
    const local = TransferReadOp.build(builder, {
      base: buffer, indices: origin, padding, permutationMap: read.permutationMap, inBounds, resultTypes: [read.vector.type],
    }); // prettier-ignore
    read.vector.replaceAllUsesWith(local.vector);
    read.op.erase();
  }
}
