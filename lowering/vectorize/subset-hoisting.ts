// loop-invariant-subset-hoisting: a part of a loop-carried tensor that every iteration reads and writes is carried itself.
//
//   scf.for iter_args(%t = %init) { %v = read %t[i]; ...; %w = write %v', %t[i]; yield %w }
//   => %v0 = read %init[i];  %r = scf.for iter_args(%v = %v0) { ...; yield %v' };  write %r, %init[i]
import { OpBuilder } from "../../ir/core/builder.ts";
import { cloneOp, IRMapping } from "../../ir/core/clone.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { walkPostOrder } from "../../ir/core/walk.ts";
import type { Value } from "../../ir/core/value.ts";
import { offsetSizeStride, sameIndex } from "../../ir/define/offset-size-stride.ts";
import { definePass } from "../../ir/pass/define-pass.ts";
import { ForOp } from "../../dialects/scf/index.ts";
import { ExtractSliceOp, InsertSliceOp } from "../../dialects/tensor/index.ts";
import { TransferReadOp, TransferWriteOp } from "../../dialects/vector/index.ts";
import { replaceLoop } from "./replace-loop.ts";

export const loopInvariantSubsetHoisting = definePass({
  name: "loop-invariant-subset-hoisting",
  summary: "Carries loop-invariant subsets of loop-carried tensors as values of their own.",
  options: {
    transfers: { type: "bool", default: true, description: "Carry vectors, too; without, slices only." },
  },
  run: (root, { options: { transfers } }) => {
    for (let changed = true; changed;) {
      changed = false;
      for (const op of walkPostOrder(root)) {
        const loop = ForOp.match(op);
        if (loop !== undefined && loop.initArgs.some((_, i) => hoist(op, i, transfers))) {
          changed = true;
          break;
        }
      }
    }
  },
});

/** The read and the write of one subset: `written` goes into `base`'s place, `taken` comes out of it. */
interface Subset {
  readonly reads: readonly Operation[];
  readonly write: Operation;
  /** What the loop carries instead of the tensor. */
  readonly stored: Value;
}

function hoist(op: Operation, position: number, transfers: boolean): boolean {
  const loop = ForOp.match(op)!;
  const body = loop.region.entry;
  const carried = body.arguments[position + 1]!;
  if (carried.type.kind !== "tensor") return false;
  const yielded = body.terminator.operand(position);
  const subset = subsetOf(carried, yielded, op);
  if (subset === undefined || (!transfers && subset.stored.type.kind === "vector")) return false;

  const builder = OpBuilder.before(op);
  const init = loop.initArgs[position]!;
  const outside = cloneOp(subset.reads[0]!, new IRMapping().map(carried, init));
  builder.insert(outside);
  const result = replaceLoop(op, position, outside.result(), (argument) => {
    for (const read of subset.reads) {
      read.result().replaceAllUsesWith(argument);
      read.erase();
    }
    return subset.stored;
  });
  const writeBack = cloneOp(subset.write, new IRMapping().map(subset.stored, result.value).map(carried, init));
  result.builder.insert(writeBack);
  for (const use of result.oldUses) use.set(writeBack.result());
  if (!subset.write.hasResultUses) subset.write.erase();
  return true;
}

/** Finds the subset when all uses of the carried tensor are reads of it and the one write that is yielded. */
function subsetOf(carried: Value, yielded: Value, loop: Operation): Subset | undefined {
  const write = yielded.definingOp;
  if (write === null || !yielded.hasOneUse || write.parentBlock !== carried.ownerBlock) return undefined;
  const isOutside = (values: readonly Value[]): boolean =>
    values.every((v) => v.parentBlock?.parentOp?.isWithin(loop) !== true);
  const users = carried.users();
  const reads = users.filter((user) => user !== write);
  if (
    reads.length === 0 ||
    reads.some((read) => read.parentBlock !== write.parentBlock || !read.isBeforeInBlock(write))
  )
    return undefined;
  const transfer = TransferWriteOp.match(write);
  if (transfer !== undefined) {
    if (transfer.base !== carried || transfer.mask !== undefined || !isOutside(transfer.indices)) return undefined;
    const same = reads.every((op) => {
      const read = TransferReadOp.match(op);
      return (
        read?.base === carried && read.mask === undefined && read.vector.type === transfer.valueToStore.type && isOutside([read.padding]) &&
        read.permutationMap.key === transfer.permutationMap.key && read.indices.every((index, i) => sameIndex(index, transfer.indices[i]!))
      ); // prettier-ignore
    });
    return same ? { reads, write, stored: transfer.valueToStore } : undefined;
  }
  const insert = InsertSliceOp.match(write);
  if (insert === undefined || insert.dest !== carried) return undefined;
  const where = offsetSizeStride(insert);
  const same = reads.every((op) => {
    const extract = ExtractSliceOp.match(op);
    if (extract?.source !== carried || extract.result.type !== insert.source.type) return false;
    const other = offsetSizeStride(extract);
    return (["offsets", "sizes", "strides"] as const).every((list) =>
      other[list].every((index, i) => sameIndex(index, where[list][i]!)),
    );
  });
  const operands = write.operands.filter((v) => v !== insert.source && v !== carried);
  return same && isOutside(operands) ? { reads, write, stored: insert.source } : undefined;
}
