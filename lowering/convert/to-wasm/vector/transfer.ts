// Rules of vector.transfer_read and transfer_write, vector.load and store, maskedload and maskedstore.
//
//     if all lanes are inside: whole chunks; else: chunk by chunk, by lanes
import type { AffineMap } from "../../../../ir/affine/map.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { MaskedLoadOp, MaskedStoreOp, TransferReadOp, TransferWriteOp } from "../../../../dialects/vector/index.ts";
import { chunkType } from "../element.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { lanesInChunk } from "../lowered.ts";
import type { RuleTable } from "../rule.ts";
import { loadLanes, loadRun, loadSplat, storeLanes, storeRun } from "./chunk-access.ts";
import { splat } from "./lanes.ts";
import { loadMasked, storeMasked } from "./partial.ts";
import { Window } from "./window.ts";

function shapeOf(value: Value): readonly number[] {
  if (value.type.kind !== "vector") throw new Error("expected a vector");
  return value.type.shape;
}

const dimsOf = (map: AffineMap): number[] => map.results.map((e) => (e.kind === "dim" ? e.position : -1));

/** The innermost dimensions of a buffer of this rank. */
const minorDims = (rank: number, count: number): number[] => Array.from({ length: count }, (_, i) => rank - count + i);
const isMinor = (dims: readonly number[], rank: number): boolean => dims.every((d, i) => d === rank - dims.length + i);

interface Transfer {
  readonly vector: Value;
  readonly base: Value;
  readonly indices: readonly Value[];
  readonly dims: readonly number[];
  readonly inBounds: readonly boolean[];
  readonly mask: Value | undefined;
}

function windowOf(f: FunctionLowering, { vector, base, indices, dims, inBounds, mask }: Transfer): Window {
  return new Window(f, {
    shape: shapeOf(vector),
    buffer: f.buffer(base),
    indices: indices.map((index) => f.addresses.linear(index)),
    dims,
    inBounds,
    mask: mask === undefined ? undefined : f.vector(mask),
  });
}

function readWhole(f: FunctionLowering, window: Window): Value[] {
  const { emitter } = f;
  const { element, geometry: form } = window;
  const chunks: Value[] = [];
  for (let row = 0; row < form.rows; row++) {
    const same = window.isSplat ? loadSplat(emitter, element, window.lane(row, 0)) : undefined;
    for (let c = 0; c < form.chunksPerRow; c++) {
      const count = lanesInChunk(form, c);
      const start = c * form.lanes;
      if (same !== undefined) chunks.push(same);
      else if (window.isContiguous || count === 1)
        chunks.push(loadRun(emitter, element, window.lane(row, start), count));
      else chunks.push(loadLanes(emitter, element, (lane) => window.lane(row, start + lane), count));
    }
  }
  return chunks;
}

function writeWhole(f: FunctionLowering, window: Window, chunks: readonly Value[]): void {
  const { emitter } = f;
  const { element, geometry: form } = window;
  chunks.forEach((chunk, i) => {
    const [row, c] = [Math.floor(i / form.chunksPerRow), i % form.chunksPerRow];
    const count = lanesInChunk(form, c);
    const start = c * form.lanes;
    if (window.isContiguous) storeRun(emitter, element, window.lane(row, start), chunk, count);
    else storeLanes(emitter, element, (lane) => window.lane(row, start + lane), chunk, count);
  });
}

/** Reads a vector; lanes outside or off hold those of `padding`, by chunks. */
function read(f: FunctionLowering, transfer: Transfer, padding: (chunk: number) => Value): void {
  const { emitter } = f;
  const window = windowOf(f, transfer);
  if (window.isWhole) {
    f.setVector(transfer.vector, readWhole(f, window));
    return;
  }
  const byLanes = (): Value[] => {
    const chunks: Value[] = [];
    window.eachChunk((chunk, row, mask) => chunks.push(loadMasked(f, window.element, row, mask, padding(chunk))));
    return chunks;
  };
  const allInside = window.allInside();
  const count = window.geometry.rows * window.geometry.chunksPerRow;
  const types = new Array(count).fill(chunkType(f.module.context, window.element));
  f.setVector(
    transfer.vector,
    allInside === undefined ? byLanes() : emitter.if(allInside, types, () => readWhole(f, window), byLanes),
  );
}

function write(f: FunctionLowering, transfer: Transfer): void {
  const { emitter } = f;
  const window = windowOf(f, transfer);
  const { chunks } = f.vector(transfer.vector);
  const whole = (): readonly Value[] => {
    writeWhole(f, window, chunks);
    return [];
  };
  const byLanes = (): readonly Value[] => {
    window.eachChunk((chunk, row, mask) => {
      const value = chunks[chunk];
      if (value !== undefined) storeMasked(f, window.element, row, mask, value);
    });
    return [];
  };
  if (window.isWhole) {
    whole();
    return;
  }
  const allInside = window.allInside();
  if (allInside === undefined) byLanes();
  else emitter.if(allInside, [], whole, byLanes);
}

const rankOf = (base: Value): number => (base.type.kind === "memref" ? base.type.shape.length : 0);

/** Why a transfer is refused. */
function refuseTransfer(base: Value, map: AffineMap, mask: Value | undefined): string | undefined {
  if (base.type.kind !== "memref") return "a transfer from or to a tensor: bufferize first";
  return mask !== undefined && !isMinor(dimsOf(map), rankOf(base))
    ? "a masked transfer that permutes or repeats dimensions"
    : undefined;
}

/** The base, indices and vector of vector.load (0) and vector.store (1): all lanes inside along the innermost dimensions. */
function plainTransfer(op: Operation, vector: Value, first: number): Transfer {
  const base = op.operand(first);
  const rank = rankOf(base);
  const shape = shapeOf(vector);
  const indices = op.operands.slice(first + 1, first + 1 + rank);
  return {
    vector,
    base,
    indices,
    dims: minorDims(rank, shape.length),
    inBounds: shape.map(() => true),
    mask: undefined,
  };
}

export const transferRules: RuleTable = {
  "vector.transfer_read": {
    refuse: (op) => {
      const view = TransferReadOp.match(op);
      return view && refuseTransfer(view.base, view.permutationMap, view.mask);
    },
    lower: (op, f) => {
      const view = TransferReadOp.match(op);
      if (view === undefined) throw new Error("expected a transfer_read");
      const { element } = f.buffer(view.base);
      const scalar = f.scalar(view.padding);
      read(f, { ...transferParts(view, f), vector: view.vector, dims: dimsOf(view.permutationMap) }, () =>
        splat(f.emitter, element, scalar),
      );
    },
  },
  "vector.transfer_write": {
    refuse: (op) => {
      const view = TransferWriteOp.match(op);
      return view && refuseTransfer(view.base, view.permutationMap, view.mask);
    },
    lower: (op, f) => {
      const view = TransferWriteOp.match(op);
      if (view === undefined) throw new Error("expected a transfer_write");
      write(f, { ...transferParts(view, f), vector: view.valueToStore, dims: dimsOf(view.permutationMap) });
    },
  },
  "vector.load": {
    lower: (op, f) => read(f, plainTransfer(op, op.result(), 0), () => f.zeroChunk(f.vector(op.result()).element)),
  },
  "vector.store": { lower: (op, f) => write(f, plainTransfer(op, op.operand(0), 1)) },
  "vector.maskedload": {
    lower: (op, f) => {
      const view = MaskedLoadOp.match(op);
      if (view === undefined) throw new Error("expected a maskedload");
      const other = f.vector(view.passThru).chunks;
      read(
        f,
        { ...plainTransfer(op, view.result, 0), mask: view.mask },
        (c) => other[c] ?? f.zeroChunk(f.buffer(view.base).element),
      );
    },
  },
  "vector.maskedstore": {
    lower: (op, f) => {
      const view = MaskedStoreOp.match(op);
      if (view === undefined) throw new Error("expected a maskedstore");
      write(f, { ...plainTransfer(op, view.valueToStore, 0), mask: view.mask });
    },
  },
};

interface TransferView {
  readonly op: Operation;
  readonly base: Value;
  readonly indices: readonly Value[];
  readonly inBounds: readonly boolean[];
  readonly mask: Value | undefined;
}

function transferParts({ op, base, indices, inBounds, mask }: TransferView, f: FunctionLowering) {
  const known = f.knownInside(op);
  return { base, indices, inBounds: inBounds.map((isInside, d) => isInside || known?.has(d) === true), mask };
}
