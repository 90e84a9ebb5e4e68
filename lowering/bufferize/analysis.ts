// Which writes to tensors may happen in place: those after which nobody looks at the old contents.
import type { Operation } from "../../ir/core/operation.ts";
import type { OpOperand, Value } from "../../ir/core/value.ts";
import { offsetSizeStride } from "../../ir/define/offset-size-stride.ts";
import { ExtractSliceOp, InsertSliceOp, ParallelInsertSliceOp } from "../../dialects/tensor/index.ts";
import { coversWhole, sameSlice } from "../analysis/subsets.ts";
import { bufferModel, isTensor, isUninitialized, readsContents, resultOfWrite } from "./model.ts";

export class InPlaceAnalysis {
  /** Values that may share a buffer, given the decisions so far: a representative for each. */
  readonly #parent = new Map<Value, Value>();
  readonly #members = new Map<Value, Value[]>();
  readonly #inPlace = new Map<OpOperand, boolean>();
  readonly #needsContents = new Set<OpOperand>();

  /** Decides for every op in `block`, in order, ops inside after the op that holds them. */
  run(root: Operation): void {
    for (const region of root.regions) {
      for (const block of region.blocks) {
        for (const op of block.ops()) {
          this.#decide(op);
          this.run(op);
        }
      }
    }
  }

  isInPlace(use: OpOperand): boolean {
    return this.#inPlace.get(use) ?? true;
  }

  /** Whether a write that does not happen in place needs the old contents in the copy. */
  needsContents(use: OpOperand): boolean {
    return this.#needsContents.has(use);
  }

  #find(value: Value): Value {
    let at = value;
    for (let next = this.#parent.get(at); next !== undefined && next !== at; next = this.#parent.get(at)) at = next;
    return at;
  }

  #aliases(value: Value): readonly Value[] {
    return this.#members.get(this.#find(value)) ?? [value];
  }

  #union(a: Value, b: Value): void {
    const [x, y] = [this.#find(a), this.#find(b)];
    if (x === y) return;
    this.#members.set(x, [...(this.#members.get(x) ?? [x]), ...(this.#members.get(y) ?? [y])]);
    this.#members.delete(y);
    this.#parent.set(y, x);
  }

  #decide(op: Operation): void {
    const model = bufferModel(op);
    if (model === undefined) return;
    if (model.view !== undefined) this.#union(op.operand(model.view(op)), op.result());
    for (const index of model.writes(op)) {
      const use = op.opOperand(index);
      if (!isTensor(use.value)) continue;
      const needed = model.reads(op, index) && !isUninitialized(use.value) && !isWholeInsertion(op);
      const inPlace = this.#isWritable(use.value) && !this.#runsAgain(use, needed) && !this.#hasConflict(use);
      this.#inPlace.set(use, inPlace);
      if (needed) this.#needsContents.add(use);
      const result = resultOfWrite(op, index);
      if (inPlace && result !== undefined) this.#union(use.value, result);
    }
  }

  /** Constants and the function's arguments keep their contents. */
  #isWritable(value: Value): boolean {
    return this.#aliases(value).every((alias) => {
      if (alias.definingOp !== null) return alias.definingOp.name !== "arith.constant";
      return alias.ownerBlock?.parentOp?.name !== "func.func";
    });
  }

  /**
   * Whether a loop around the write, but not around the buffer, runs it again: in parallel programs, two would write one buffer; in other
   * loops, the next iteration would find what this one wrote where it needs the old contents.
   */
  #runsAgain(write: OpOperand, needed: boolean): boolean {
    for (let outer = write.owner.parentOp; outer !== null; outer = outer.parentOp) {
      const parallel = outer.name === "scf.forall" || outer.name === "scf.parallel";
      if (!parallel && !(needed && (outer.name === "scf.for" || outer.name === "scf.while"))) continue;
      if (this.#aliases(write.value).some((alias) => !belongsTo(alias, outer))) return true;
    }
    return false;
  }

  /** Whether some use of the buffer may look at the old contents after the write. */
  #hasConflict(write: OpOperand): boolean {
    for (const alias of this.#aliases(write.value)) {
      for (const use of alias.uses()) {
        if (use === write || !this.#mayRead(use)) continue;
        if (this.#isMatchingSubset(write, use)) continue;
        if (!happensBefore(use.owner, write.owner, alias)) return true;
      }
    }
    return false;
  }

  /** A use that reads: directly, or as the source of a view or the start of a loop. */
  #mayRead(use: OpOperand): boolean {
    if (isUninitialized(use.value)) return false;
    const model = bufferModel(use.owner);
    if (model?.view !== undefined && model.view(use.owner) === use.index)
      return use.owner.result().hasUses && !this.#parent.has(use.owner.result());
    return readsContents(use) && !(use.index === 1 && isWholeInsertion(use.owner));
  }

  /** `insert_slice(changed(extract_slice(t, w)), t, w)`: the slice that is put back is the one that was taken out. */
  #isMatchingSubset(write: OpOperand, use: OpOperand): boolean {
    const insert = insertionOf(write.owner);
    if (insert === undefined) return this.#isOwnSlice(write, use);
    // The insertion reads its source, which is a part of its own buffer where it was taken out of there.
    return use.owner === write.owner && (isWholeInsertion(insert.op) || isSliceFor(use.value, insert.op));
  }

  /** A write to a slice, and an insertion to where the slice came from: it reads what is around the slice only. */
  #isOwnSlice(write: OpOperand, use: OpOperand): boolean {
    const insert = insertionOf(use.owner);
    return insert !== undefined && use.value === insert.dest && isSliceFor(write.value, insert.op);
  }
}

/** Whether `value` is the slice of an insertion's destination at the insertion's place, or what writes and views made of it. */
function isSliceFor(value: Value, insertion: Operation): boolean {
  const insert = insertionOf(insertion);
  if (insert === undefined) return false;
  const where = offsetSizeStride(insert);
  let at = value;
  for (let op = at.definingOp; op !== null; op = at.definingOp) {
    const slice = ExtractSliceOp.match(op);
    if (slice !== undefined) return slice.source === insert.dest && sameSlice(offsetSizeStride(slice), where);
    const model = bufferModel(op);
    const from = model?.view?.(op) ?? model?.writes(op)[at.index];
    if (from === undefined) return false;
    at = op.operand(from);
  }
  return false;
}

/** Whether an insertion replaces all of its destination. */
function isWholeInsertion(op: Operation): boolean {
  const insert = insertionOf(op);
  return insert !== undefined && coversWhole(offsetSizeStride(insert), insert.dest);
}

const insertionOf = (
  op: Operation,
): ReturnType<typeof InsertSliceOp.match> | ReturnType<typeof ParallelInsertSliceOp.match> =>
  InsertSliceOp.match(op) ?? ParallelInsertSliceOp.match(op);

/** Whether a value is made inside `op`, or is an argument of its regions. */
function belongsTo(value: Value, op: Operation): boolean {
  return value.parentBlock?.parentOp?.isWithin(op) === true;
}

/** Whether every run of `reader` comes before every run of `writer` that may change what `value` then held. */
export function happensBefore(reader: Operation, writer: Operation, value: Value): boolean {
  const chain = new Map<unknown, Operation>();
  for (let op: Operation | null = reader; op !== null; op = op.parentOp)
    if (op.parentBlock !== null) chain.set(op.parentBlock, op);
  for (let op: Operation | null = writer; op !== null; op = op.parentOp) {
    const other = op.parentBlock === null ? undefined : chain.get(op.parentBlock);
    if (other === undefined) continue;
    if (other === op || !other.isBeforeInBlock(op)) return false;
    // In a loop, the next iteration reads after this one wrote, unless the value belongs to the iteration.
    for (let outer: Operation | null = op.parentOp; outer !== null; outer = outer.parentOp) {
      if (!/^scf\.(for|while|forall|parallel)$/.test(outer.name)) continue;
      if (!belongsTo(value, outer)) return false;
    }
    return true;
  }
  return false;
}
