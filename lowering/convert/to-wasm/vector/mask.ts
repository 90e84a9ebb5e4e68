// Rules of vector.create_mask, constant_mask and step.
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { ConstantMaskOp } from "../../../../dialects/vector/index.ts";
import { constantChunk } from "../constants.ts";
import { elementNamed, expectElement } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { geometry, lanesInChunk, numberOf, type Linear } from "../lowered.ts";
import type { RuleTable } from "../rule.ts";

const i1 = elementNamed("i1");
const i32 = elementNamed("i32");

function shapeOf(op: Operation): readonly number[] {
  const { type } = op.result();
  if (type.kind !== "vector") throw new Error("expected a mask");
  return type.shape;
}

/** The indices of a row in the outer dimensions. */
function outerIndices(shape: readonly number[], row: number): number[] {
  const indices = new Array<number>(Math.max(0, shape.length - 1)).fill(0);
  for (let d = indices.length - 1, rest = row; d >= 0; d--) {
    const extent = shape[d] ?? 1;
    indices[d] = rest % extent;
    rest = Math.floor(rest / extent);
  }
  return indices;
}

/** A mask that is on where every index is below its size. */
function lowerMask(op: Operation, f: FunctionLowering, sizes: readonly Linear[]): void {
  const { emitter, addresses } = f;
  const shape = shapeOf(op);
  const form = geometry(shape, i1);
  const none = f.zeroChunk(i1);
  const inner = sizes.at(-1);
  if (inner === undefined) throw new Error("a mask has a size");
  const known = numberOf(inner);
  /** How many lanes of a row are on: an i32 from 0 to all. */
  const clamped = (): Value => {
    const size = addresses.value64(inner);
    const [zero, all] = [emitter.i64(0), emitter.i64(form.columns)];
    const most = emitter.op("select", [size, all, emitter.op("i64.lt_s", [size, all])]);
    return emitter.op("i32.wrap_i64", [emitter.op("select", [most, zero, emitter.op("i64.gt_s", [most, zero])])]);
  };
  const count = known === undefined ? clamped() : undefined;
  const row = Array.from({ length: form.chunksPerRow }, (_, c): Value => {
    const lanes = lanesInChunk(form, c);
    if (count === undefined)
      return constantChunk(
        emitter,
        i32,
        Array.from({ length: lanes }, (_, i) => (c * form.lanes + i < (known ?? 0) ? -1 : 0)),
      );
    const positions = constantChunk(
      emitter,
      i32,
      [0, 1, 2, 3].map((i) => c * form.lanes + i),
    );
    return emitter.op("i32x4.gt_s", [emitter.op("i32x4.splat", [count]), positions]);
  });
  const chunks: Value[] = [];
  for (let r = 0; r < form.rows; r++) {
    let test: Value | undefined;
    let isOff = false;
    outerIndices(shape, r).forEach((index, d) => {
      const size = sizes[d];
      const number = size && numberOf(size);
      if (number !== undefined) isOff ||= index >= number;
      else if (size !== undefined) {
        const on = emitter.op("i64.gt_s", [addresses.value64(size), emitter.i64(index)]);
        test = test === undefined ? on : emitter.op("i32.and", [test, on]);
      }
    });
    const condition = test;
    for (const chunk of row)
      chunks.push(isOff ? none : condition === undefined ? chunk : emitter.op("select", [chunk, none, condition]));
  }
  f.setVector(op.result(), chunks);
}

function lowerStep(op: Operation, f: FunctionLowering): void {
  const { type } = op.result();
  if (type.kind !== "vector") throw new Error("expected a vector");
  const element = expectElement(type.element);
  const form = geometry(type.shape, element);
  const chunks = Array.from({ length: form.chunksPerRow }, (_, c) =>
    constantChunk(
      f.emitter,
      element,
      Array.from({ length: lanesInChunk(form, c) }, (_, i) => c * form.lanes + i),
    ),
  );
  f.setVector(op.result(), chunks);
}

export const maskRules: RuleTable = {
  "vector.create_mask": {
    lower: (op, f) =>
      lowerMask(
        op,
        f,
        op.operands.map((size) => f.addresses.linear(size)),
      ),
  },
  "vector.constant_mask": {
    lower: (op, f) =>
      lowerMask(
        op,
        f,
        (ConstantMaskOp.match(op)?.maskDimSizes ?? []).map((size) => f.addresses.linear(size)),
      ),
  },
  "vector.step": { lower: lowerStep },
};
