// Copies between buffers, which all threads of a block make together: consecutive threads have consecutive addresses.
import { integerAttr } from "../../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { i1 } from "../../../ir/core/type-constructors.ts";
import { elementCount } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { arithConstant, zeroAttr } from "../../../dialects/arith/index.ts";
import { CopyOp } from "../../../dialects/memref/index.ts";
import { CopyAsyncOp, copySizes } from "../../../dialects/tile/index.ts";
import { extentBound } from "../../analysis/bounds.ts";
import { rootOf } from "./buffers.ts";
import type { OpLowering, ThreadCode } from "./thread-code.ts";
import { loadOr, storeInside, type Window } from "./window.ts";

const shapeOfBuffer = (memref: Value): readonly number[] => (memref.type.kind === "memref" ? memref.type.shape : []);

/** Loads of several elements are issued before their stores, unless they would fill too many registers. */
const BATCH = 16;

/** Every thread loads its elements of a window, or the padding: consecutive threads have consecutive addresses. */
function loadTogether(code: ThreadCode, source: Window, padding: Value, slots: readonly number[]): readonly Value[] {
  code.hazards.read(rootOf(source.memref));
  return slots.map((slot) => loadOr(code, source, code.distribution.indices(source.shape, slot), padding));
}

function storeTogether(
  code: ThreadCode,
  destination: Window,
  values: readonly Value[],
  slots: readonly number[],
): void {
  code.hazards.write(rootOf(destination.memref));
  slots.forEach((slot, i) => {
    storeInside(code, destination, slot, values[i]!);
  });
}

/** Slots of a window, in batches. */
function batches(code: ThreadCode, { shape }: Window): readonly (readonly number[])[] {
  const all = Array.from({ length: code.distribution.slotCount(elementCount(shape)) }, (_, slot) => slot);
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
}

function copyTogether(code: ThreadCode, source: Window, destination: Window, padding: Value): void {
  for (const [i, slots] of batches(code, source).entries()) {
    const values = loadTogether(code, source, padding, slots);
    // Batches write different elements: one barrier is enough.
    if (i === 0) storeTogether(code, destination, values, slots);
    else slots.forEach((slot, j) => { storeInside(code, destination, slot, values[j]!); }); // prettier-ignore
  }
}

function copyWindows(op: Operation, code: ThreadCode): { readonly source: Window; readonly destination: Window } {
  const view = CopyAsyncOp.match(op)!;
  const { source, destination } = view;
  if (source.type.kind !== "memref" || destination.type.kind !== "memref")
    throw new Error("copies are between memrefs");
  const shape = copySizes(source.type, destination.type);
  const dims = shape.map((_, d) => d);
  const checked = dims.map(() => true);
  const start = (offsets: readonly Value[]): MixedIndex[] => offsets.map((offset) => code.index(offset));
  return {
    source: { memref: source, start: start(view.sourceOffsets), dims, shape, checked, signed: true },
    destination: { memref: destination, start: start(view.destinationOffsets), dims, shape, checked, signed: true },
  };
}

/** The wait of a copy, when it is in the same block. */
function waitOf(op: Operation): Operation | undefined {
  const [wait, ...others] = op.result().users();
  return others.length === 0 && wait?.name === "tile.wait" && wait.parentBlock === op.parentBlock ? wait : undefined;
}

/** Loads are issued where the copy is, stores where it is waited for. */
export const copyAsync: OpLowering = {
  refuse: (op) => (waitOf(op) === undefined ? "it is not waited for once, in its own block" : undefined),
  lower: (op, code) => {
    const { source, destination } = copyWindows(op, code);
    const padding = code.scalar(CopyAsyncOp.match(op)!.padding);
    const [slots, ...more] = batches(code, source);
    if (slots === undefined) return;
    if (more.length > 0) {
      copyTogether(code, source, destination, padding);
      return;
    }
    const values = loadTogether(code, source, padding, slots);
    code.afterWait(op, () => {
      storeTogether(code, destination, values, slots);
    });
  },
};

export const wait: OpLowering = {
  lower: (op, code) => {
    for (const token of op.operands) if (token.definingOp !== null) code.finish(token.definingOp);
  },
};

/** The extents of a buffer, or what they are at most. */
const copyShape = (memref: Value): (number | undefined)[] =>
  shapeOfBuffer(memref).map((_, d) => extentBound(memref, d));

export const copy: OpLowering = {
  refuse: (op) =>
    copyShape(CopyOp.match(op)!.source).includes(undefined) ? "an extent of its source has no static bound" : undefined,
  lower: (op, code) => {
    const { source, target } = CopyOp.match(op)!;
    const shape = copyShape(source).map((extent) => extent ?? 0);
    const dims = shape.map((_, d) => d);
    const checked = shapeOfBuffer(source).map((extent, d) => extent !== shape[d]);
    const start = dims.map(() => 0);
    const element = source.type.kind === "memref" ? source.type.element : source.type;
    const padding = arithConstant(code.builder, zeroAttr(element) ?? integerAttr(i1(op.context), 0));
    copyTogether(
      code,
      { memref: source, start, dims, shape, checked },
      { memref: target, start, dims, shape, checked },
      padding,
    );
  },
};
