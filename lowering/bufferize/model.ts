// How each op that works on tensors behaves as one on buffers: which operands it reads, writes and shares with a result.
import type { Operation } from "../../ir/core/operation.ts";
import type { OpOperand, Value } from "../../ir/core/value.ts";
import { DestinationStyleOpInterface } from "../../ir/define/op-interfaces.ts";
import { linalgOp } from "../../dialects/linalg/index.ts";

export interface BufferModel {
  /** Operand numbers of tensors that the op changes; the result of the same position holds the change. */
  readonly writes: (op: Operation) => readonly number[];
  /** Whether the contents of a tensor operand matter. */
  readonly reads: (op: Operation, operand: number) => boolean;
  /** Operand number whose buffer the result shares without a write: views. */
  readonly view?: (op: Operation) => number;
}

const none = (): readonly number[] => [];
const always = (): boolean => true;
const never = (): boolean => false;

const viewOf = (operand: number): BufferModel => ({ writes: none, reads: never, view: () => operand });
const readsAll: BufferModel = { writes: none, reads: always };

const models: Readonly<Record<string, BufferModel>> = {
  "tensor.empty": { writes: none, reads: never },
  "tensor.dim": { writes: none, reads: never },
  "tensor.extract_slice": viewOf(0),
  "tensor.cast": viewOf(0),
  "tensor.collapse_shape": viewOf(0),
  "tensor.expand_shape": viewOf(0),
  "tensor.extract": readsAll,
  "tensor.insert": { writes: () => [1], reads: always },
  "tensor.insert_slice": { writes: () => [1], reads: always },
  "tensor.parallel_insert_slice": { writes: () => [1], reads: (_, operand) => operand === 0 },
  "tensor.pad": readsAll,
  "tensor.concat": readsAll,
  "tensor.from_elements": readsAll,
  "tensor.splat": readsAll,
  "tensor.generate": readsAll,
  "vector.transfer_read": readsAll,
  "vector.transfer_write": { writes: () => [1], reads: (_, operand) => operand === 1 },
  "scf.for": {
    writes: (op) => op.operands.flatMap((v, i) => (i >= 3 && v.type.kind === "tensor" ? [i] : [])),
    reads: always,
  },
  "scf.forall": { writes: (op) => op.operands.flatMap((v, i) => (v.type.kind === "tensor" ? [i] : [])), reads: always },
  "scf.yield": readsAll,
  "scf.condition": readsAll,
  "scf.if": readsAll,
  "scf.while": readsAll,
  "linalg.yield": readsAll,
  "tensor.yield": readsAll,
  "func.return": readsAll,
  "arith.constant": { writes: none, reads: never },
};

const destinationStyle: BufferModel = {
  writes: (op) => DestinationStyleOpInterface.of(op)?.(op) ?? [],
  reads: (op, operand) => {
    const linalg = linalgOp(op);
    if (linalg === undefined || operand < linalg.inputs.length) return true;
    return linalg.body.arguments[operand]?.hasUses === true;
  },
};

/** The model of an op with tensors; undefined when it has none. */
export function bufferModel(op: Operation): BufferModel | undefined {
  return models[op.name] ?? (linalgOp(op) === undefined ? undefined : destinationStyle);
}

export const isTensor = (value: Value): boolean => value.type.kind === "tensor";

/** Whether this use looks at the contents of its tensor. */
export function readsContents(use: OpOperand): boolean {
  const model = bufferModel(use.owner);
  return model === undefined || model.reads(use.owner, use.index);
}

/** Whether the contents of a value are undefined anyway: a new tensor, or a view of one. */
export function isUninitialized(value: Value): boolean {
  let at = value;
  for (let op = at.definingOp; op !== null; op = at.definingOp) {
    if (op.name === "tensor.empty") return true;
    const view = bufferModel(op)?.view;
    if (view === undefined) return false;
    at = op.operand(view(op));
  }
  return false;
}

/** The result (or the region's view) that holds what a write to operand `index` made. */
export function resultOfWrite(op: Operation, index: number): Value | undefined {
  const writes = bufferModel(op)?.writes(op) ?? [];
  return op.results[writes.indexOf(index)];
}
