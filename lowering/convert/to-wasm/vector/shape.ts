// Rules of ops that move elements of vectors: each element of the result is a lane of an operand.
import type { Operation } from "../../../../ir/core/operation.ts";
import { elementCount, type Type } from "../../../../ir/core/types.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { constantIndex } from "../../../../ir/define/offset-size-stride.ts";
import { identityStrides, positionTable } from "../../../../dialects/vector/positions.ts";
import {
  BroadcastOp, ExtractOp, ExtractStridedSliceOp, FromElementsOp, InsertOp, InsertStridedSliceOp, ShuffleOp, ToElementsOp, TransposeOp,
} from "../../../../dialects/vector/index.ts"; // prettier-ignore
import { positionsOf } from "../../../../dialects/vector/ops/element.ts";
import { expectElement, lanesPerChunk } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { chunkCount, type VectorValue } from "../lowered.ts";
import type { Rule, RuleTable } from "../rule.ts";
import { bitcast } from "../scalar/form.ts";
import { chunksOfScalars, extractLane, gatherLanes, insertLane, laneOf, splat, type LaneRef } from "./lanes.ts";

function shapeOf(type: Type): readonly number[] {
  if (type.kind !== "vector") throw new Error("expected a vector");
  return type.shape;
}

/** The result, a vector or one element, whose element i is the lane that `from` gives. */
function rearrange(f: FunctionLowering, result: Value, from: (index: number) => LaneRef): void {
  const { type } = result;
  const element = expectElement(type.kind === "vector" ? type.element : type);
  if (type.kind === "vector") f.setVector(result, gatherLanes(f.emitter, type.shape, element, from));
  else f.setScalar(result, extractLane(f.emitter, element, from(0)));
}

/** The result's element i is the source's element table[i]. */
const byTable = (f: FunctionLowering, source: VectorValue, result: Value, table: Int32Array): void => {
  rearrange(f, result, (i) => laneOf(source, table[i] ?? 0));
};

function lowerBroadcast(op: Operation, f: FunctionLowering): void {
  const view = BroadcastOp.match(op);
  if (view === undefined) throw new Error("expected a broadcast");
  const source = f.lowered(view.source);
  const shape = shapeOf(view.vector.type);
  if (source.kind === "scalar") {
    const chunk = splat(f.emitter, source.element, source.value);
    f.setVector(view.vector, new Array<Value>(chunkCount(shape, source.element)).fill(chunk));
    return;
  }
  if (source.kind !== "vector") throw new Error("a buffer is not broadcast");
  const extents = [...new Array<number>(shape.length - source.shape.length).fill(1), ...source.shape];
  const strides = identityStrides(extents).map((stride, d) => (extents[d] === 1 ? 0 : stride));
  byTable(f, source, view.vector, positionTable(shape, strides));
}

function lowerTranspose(op: Operation, f: FunctionLowering): void {
  const view = TransposeOp.match(op);
  if (view === undefined) throw new Error("expected a transpose");
  const source = f.vector(view.vector);
  const strides = identityStrides(source.shape);
  byTable(
    f,
    source,
    view.result,
    positionTable(
      shapeOf(view.result.type),
      view.permutation.map((d) => strides[d] ?? 0),
    ),
  );
}

/** The first element that positions along the leading dimensions name; undefined where one is outside: poison. */
function startOf(op: Operation, shape: readonly number[]): number | undefined {
  const view = ExtractOp.match(op) ?? InsertOp.match(op);
  const positions = view === undefined ? [] : positionsOf(view).map((position) => constantIndex(position) ?? -1);
  const strides = identityStrides(shape);
  if (positions.some((position, d) => position < 0 || position >= (shape[d] ?? 0))) return undefined;
  return positions.reduce((sum, position, d) => sum + position * (strides[d] ?? 0), 0);
}

const dynamicPosition = (op: Operation): string | undefined => {
  const view = ExtractOp.match(op) ?? InsertOp.match(op);
  const open = view?.dynamicPosition.some((position) => constantIndex(position) === undefined);
  return open === true ? "a position that is not constant" : undefined;
};

const extract: Rule = {
  refuse: dynamicPosition,
  lower: (op, f) => {
    const source = f.vector(op.operand(0));
    const start = startOf(op, source.shape) ?? 0;
    const count = elementCount(source.shape);
    rearrange(f, op.result(), (i) => laneOf(source, Math.min(start + i, count - 1)));
  },
};

const insert: Rule = {
  refuse: dynamicPosition,
  lower: (op, f) => {
    const [value, target] = [f.lowered(op.operand(0)), f.vector(op.operand(1))];
    const start = startOf(op, target.shape);
    if (start === undefined || value.kind === "buffer") {
      f.setVector(op.result(), target.chunks);
      return;
    }
    if (value.kind === "scalar") {
      const { chunk, lane } = laneOf(target, start);
      const chunks = [...target.chunks];
      const at = target.chunks.length === 1 ? 0 : chunkNumber(target, start);
      chunks[at] = insertLane(f.emitter, target.element, { chunk, lane }, value.value);
      f.setVector(op.result(), chunks);
      return;
    }
    const count = elementCount(value.shape);
    rearrange(f, op.result(), (i) => (i >= start && i < start + count ? laneOf(value, i - start) : laneOf(target, i)));
  },
};

/** The number of the chunk that holds an element. */
function chunkNumber({ shape, element }: VectorValue, index: number): number {
  const columns = shape.at(-1) ?? 1;
  const lanes = lanesPerChunk(element);
  return Math.floor(index / columns) * Math.ceil(columns / lanes) + Math.floor((index % columns) / lanes);
}

function lowerExtractSlice(op: Operation, f: FunctionLowering): void {
  const view = ExtractStridedSliceOp.match(op);
  if (view === undefined) throw new Error("expected an extract_strided_slice");
  const source = f.vector(view.source);
  const strides = identityStrides(source.shape);
  const start = view.offsets.reduce((sum, offset, d) => sum + offset * (strides[d] ?? 0), 0);
  byTable(f, source, view.result, positionTable(shapeOf(view.result.type), strides, start));
}

function lowerInsertSlice(op: Operation, f: FunctionLowering): void {
  const view = InsertStridedSliceOp.match(op);
  if (view === undefined) throw new Error("expected an insert_strided_slice");
  const [value, target] = [f.vector(view.valueToStore), f.vector(view.dest)];
  const strides = identityStrides(target.shape);
  const start = view.offsets.reduce((sum, offset, d) => sum + offset * (strides[d] ?? 0), 0);
  const table = positionTable(value.shape, strides.slice(target.shape.length - value.shape.length), start);
  const from = new Map<number, number>();
  table.forEach((position, i) => from.set(position, i));
  rearrange(f, view.result, (i) => {
    const inserted = from.get(i);
    return inserted === undefined ? laneOf(target, i) : laneOf(value, inserted);
  });
}

function lowerShuffle(op: Operation, f: FunctionLowering): void {
  const view = ShuffleOp.match(op);
  if (view === undefined) throw new Error("expected a shuffle");
  const [a, b] = [f.vector(view.v1), f.vector(view.v2)];
  const row = elementCount(a.shape.slice(1));
  const first = a.shape[0] ?? 1;
  rearrange(f, view.vector, (i) => {
    const at = Math.max(0, view.mask[Math.floor(i / row)] ?? 0);
    const inside = i % row;
    return at < first ? laneOf(a, at * row + inside) : laneOf(b, (at - first) * row + inside);
  });
}

function lowerFromElements(op: Operation, f: FunctionLowering): void {
  const view = FromElementsOp.match(op);
  if (view === undefined) throw new Error("expected a from_elements");
  const { type } = view.dest;
  if (type.kind !== "vector") throw new Error("expected a vector");
  const scalars = view.elements.map((value) => f.scalar(value));
  f.setVector(
    view.dest,
    chunksOfScalars(f.emitter, type.shape, expectElement(type.element), (i) => scalars[i] ?? scalars[0]!),
  );
}

function lowerToElements(op: Operation, f: FunctionLowering): void {
  const view = ToElementsOp.match(op);
  if (view === undefined) throw new Error("expected a to_elements");
  const source = f.vector(view.source);
  view.elements.forEach((result, i) => {
    f.setScalar(result, extractLane(f.emitter, source.element, laneOf(source, i)));
  });
}

/** Between elements of one width it is the same bits. */
const vectorBitcast: Rule = {
  refuse: (op) => {
    const [from, to] = [op.operand(0).type, op.result().type];
    if (from.kind !== "vector" || to.kind !== "vector") return "a bitcast of something that is no vector";
    const [a, b] = [expectElement(from.element), expectElement(to.element)];
    return a.bytes === b.bytes && a.kind !== "i1" && b.kind !== "i1"
      ? undefined
      : "a bitcast between elements of different width";
  },
  lower: (op, f) => {
    const { type } = op.result();
    if (type.kind !== "vector") throw new Error("expected a vector");
    const element = expectElement(type.element);
    f.setVector(
      op.result(),
      f.vector(op.operand(0)).chunks.map((chunk) => bitcast(f.emitter, chunk, element)),
    );
  },
};

export const shapeRules: RuleTable = {
  "vector.broadcast": { lower: lowerBroadcast },
  "vector.transpose": { lower: lowerTranspose },
  "vector.shape_cast": {
    lower: (op, f) => {
      const source = f.vector(op.operand(0));
      rearrange(f, op.result(), (i) => laneOf(source, i));
    },
  },
  "vector.bitcast": vectorBitcast,
  "vector.extract": extract,
  "vector.insert": insert,
  "vector.extract_strided_slice": { lower: lowerExtractSlice },
  "vector.insert_strided_slice": { lower: lowerInsertSlice },
  "vector.shuffle": { lower: lowerShuffle },
  "vector.from_elements": { lower: lowerFromElements },
  "vector.to_elements": { lower: lowerToElements },
};
