// Ops that move elements between positions: free where every thread has its elements already, otherwise left to their users or exchanged.
import type { Operation } from "../../../ir/core/operation.ts";
import { elementCount } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { mixedIndices, type MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { ExtractOp, ExtractStridedSliceOp, TransposeOp } from "../../../dialects/vector/index.ts";
import { isDeferrable } from "./defer.ts";
import { shapeOf, type DeferredVector, type OpLowering, type ThreadCode } from "./thread-code.ts";

/** Where an element of the result is in the source. */
type IndexMap = (indices: readonly MixedIndex[]) => readonly MixedIndex[];

function rearranged(source: Value, map: IndexMap, code: ThreadCode): DeferredVector {
  return {
    open: () => {
      const elements = code.elements(source);
      return {
        at: (indices) => elements.at(map(indices)),
        close: () => {
          elements.close();
        },
      };
    },
  };
}

function rearrange(op: Operation, source: Value, map: IndexMap, code: ThreadCode): void {
  const result = op.result();
  const vector = rearranged(source, map, code);
  if (result.type.kind !== "vector") {
    const elements = vector.open();
    code.setScalar(result, elements.at([]));
    elements.close();
    return;
  }
  code.defer(result, vector);
  if (!isDeferrable(op)) code.slots(result);
}

/** Result and source have the same elements in row-major order: the slots stay, or are picked under other indices. */
function keepOrder(op: Operation, source: Value, map: IndexMap | undefined, code: ThreadCode): void {
  const held = code.heldSlots(source) ?? (map === undefined ? code.slots(source) : undefined);
  if (held !== undefined) code.setSlots(op.result(), held);
  else rearrange(op, source, map!, code);
}

const units = (shape: readonly number[]): number[] => shape.flatMap((extent, d) => (extent === 1 ? [] : [d]));

/** Extents other than 1, in order. */
const core = (shape: readonly number[]): string => shape.filter((extent) => extent !== 1).join("x");

export const broadcast: OpLowering = {
  lower: (op, code) => {
    const source = op.operand(0);
    const result = op.result();
    const count = code.slotCount(result.type);
    const from = shapeOf(source.type);
    const held =
      elementCount(from) === 1
        ? source.type.kind === "vector"
          ? code.slots(source)
          : [code.scalar(source)]
        : undefined;
    if (held !== undefined) {
      code.setSlots(result, Array.from({ length: count }, () => held[0]!)); // prettier-ignore
      return;
    }
    const to = shapeOf(result.type);
    const map: IndexMap = (indices) =>
      indices.slice(to.length - from.length).map((index, d) => (from[d] === 1 ? 0 : index));
    if (elementCount(from) === elementCount(to)) keepOrder(op, source, map, code);
    else rearrange(op, source, map, code);
  },
};

export const transpose: OpLowering = {
  lower: (op, code) => {
    const { vector, permutation } = TransposeOp.match(op)!;
    const shape = shapeOf(vector.type);
    const map: IndexMap = (indices) => shape.map((_, d) => indices[permutation.indexOf(d)]!);
    // Only unit dimensions move: the order of elements is the same.
    const moved = permutation.filter((d) => shape[d] !== 1);
    if (moved.every((d, i) => i === 0 || moved[i - 1]! < d)) keepOrder(op, vector, map, code);
    else rearrange(op, vector, map, code);
  },
};

export const shapeCast: OpLowering = {
  lower: (op, code) => {
    const source = op.operand(0);
    const [from, to] = [shapeOf(source.type), shapeOf(op.result().type)];
    const [kept, taken] = [units(from), units(to)];
    const map: IndexMap | undefined =
      core(from) === core(to)
        ? (indices) => {
            const position = from.map((): MixedIndex => 0);
            kept.forEach((d, i) => (position[d] = indices[taken[i]!]!));
            return position;
          }
        : undefined;
    keepOrder(op, source, map, code);
  },
};

export const extract: OpLowering = {
  lower: (op, code) => {
    const view = ExtractOp.match(op)!;
    const position = mixedIndices(view.staticPosition, view.dynamicPosition).map((index) => code.index(index));
    const map: IndexMap = (indices) => [...position, ...indices];
    const whole =
      op.result().type.kind === "vector" &&
      elementCount(shapeOf(view.source.type)) === elementCount(shapeOf(op.result().type));
    if (whole) keepOrder(op, view.source, map, code);
    else rearrange(op, view.source, map, code);
  },
};

export const extractStridedSlice: OpLowering = {
  lower: (op, code) => {
    const { source, offsets, strides } = ExtractStridedSliceOp.match(op)!;
    const { distribution } = code;
    const map: IndexMap = (indices) =>
      indices.map((index, d) =>
        distribution.add(distribution.multiply(index, Number(strides[d] ?? 1)), Number(offsets[d] ?? 0)),
      );
    rearrange(op, source, map, code);
  },
};
