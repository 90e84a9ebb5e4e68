// vector.load, store, maskedload, maskedstore, expandload and compressstore: rows of a memref, without padding.
import type { Operation } from "../../../ir/core/operation.ts";
import { elementTypeOf, type VectorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyMemRef, Index, typeVariable, variadic } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { MemoryEffects } from "../../../ir/define/op-interfaces.ts";
import { effect, type EffectMeaning, type RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { expectDense, expectIndex } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { foldCastOperand } from "../../memref/cast-operand.ts";
import { accessProperties, alignmentProperty } from "../attributes.ts";
import { bufferOf } from "../buffer.ts";
import { isLaneOn } from "../masking.ts";
import { AnyVectorOfAnyRank, AnyVectorOfNonZeroRank, MaskVector, shapedTypeOf, vectorTypeOf } from "../types.ts";
import { readWindow, windowShape, writeWindow, type WindowShape } from "../window.ts";
import { generateLoad, generateStore, generateMaskedLoad, generateMaskedStore } from "../generation-memory.ts";

type Prepared = ReturnType<EffectMeaning["prepare"]>;

/** The last dimensions of the buffer, all lanes inside. */
function minorWindow(vector: VectorType, base: Value): WindowShape {
  const rank = shapedTypeOf(base).shape.length;
  const lanes = vector.shape;
  return windowShape(
    lanes,
    lanes.map((_, r) => rank - lanes.length + r),
    lanes.map(() => true),
  );
}

function indicesAt(operands: readonly RuntimeValue[], from: number, rank: number): number[] {
  const indices: number[] = [];
  for (let d = 0; d < rank; d++) indices.push(expectIndex(operands[from + d]));
  return indices;
}

function verifyAccess(base: Value, indices: readonly Value[], vector: VectorType, what: string): string | undefined {
  const { shape } = shapedTypeOf(base);
  if (elementTypeOf(base.type) !== vector.element && elementTypeOf(base.type) !== vector) {
    return `base and ${what} element types should match`;
  }
  if (indices.length !== shape.length) return `requires ${shape.length} indices`;
  return vector.shape.length > shape.length && elementTypeOf(base.type) !== vector
    ? `${what} memref has lower rank than the result vector`
    : undefined;
}

const vectorElements = "an access to a buffer with vector elements has no meaning";
const hasVectorElements = (base: Value): boolean => elementTypeOf(base.type).kind === "vector";
const reads = (number: number) => MemoryEffects.with((op) => [{ effect: "read", value: op.operand(number) }]);
const writes = (number: number) => MemoryEffects.with((op) => [{ effect: "write", value: op.operand(number) }]);

function prepareLoad(op: Operation): Prepared {
  const base = op.operand(0);
  const rank = shapedTypeOf(base).shape.length;
  const window = minorWindow(vectorTypeOf(op.result()), base);
  return (operands, run) =>
    hasVectorElements(base)
      ? run.unsupported(vectorElements)
      : [readWindow(window, bufferOf(operands[0], run.memory), indicesAt(operands, 1, rank), 0)];
}

export const LoadOp = defineOp({
  name: "vector.load",
  summary: "The vector that starts at the indices, along the last dimensions of a memref.",
  operands: { base: AnyMemRef, indices: variadic(Index) },
  properties: accessProperties,
  results: { result: AnyVectorOfAnyRank },
  interfaces: [reads(0)],
  assemblyFormat: "$base `[` $indices `]` attr-dict `:` type($base) `,` type($result)",
  verify: ({ base, indices, result }) => verifyAccess(base, indices, vectorTypeOf(result), "result"),
  fold: ({ op }) => foldCastOperand(op, 0),
  generate: generateLoad,
  meaning: effect(prepareLoad),
});

function prepareStore(op: Operation): Prepared {
  const base = op.operand(1);
  const rank = shapedTypeOf(base).shape.length;
  const window = minorWindow(vectorTypeOf(op.operand(0)), base);
  return (operands, run) => {
    if (hasVectorElements(base)) return run.unsupported(vectorElements);
    writeWindow(window, bufferOf(operands[1], run.memory), indicesAt(operands, 2, rank), expectDense(operands[0]));
    return [];
  };
}

export const StoreOp = defineOp({
  name: "vector.store",
  summary: "Writes a vector at the indices, along the last dimensions of a memref.",
  operands: { valueToStore: AnyVectorOfAnyRank, base: AnyMemRef, indices: variadic(Index) },
  properties: accessProperties,
  interfaces: [writes(1)],
  assemblyFormat: "$valueToStore `,` $base `[` $indices `]` attr-dict `:` type($base) `,` type($valueToStore)",
  verify: ({ base, indices, valueToStore }) => verifyAccess(base, indices, vectorTypeOf(valueToStore), "valueToStore"),
  fold: ({ op }) => foldCastOperand(op, 1),
  generate: generateStore,
  meaning: effect(prepareStore),
});

const V = typeVariable("V", AnyVectorOfNonZeroRank);

function verifyMasked(
  base: Value,
  indices: readonly Value[],
  mask: Value,
  value: Value,
  what: string,
): string | undefined {
  const vector = vectorTypeOf(value);
  if (elementTypeOf(base.type) !== vector.element) return `base and ${what} element type should match`;
  if (indices.length !== shapedTypeOf(base).shape.length) return `requires ${shapedTypeOf(base).shape.length} indices`;
  const lanes = vectorTypeOf(mask).shape;
  if (lanes.length !== vector.shape.length || lanes.some((extent, d) => extent !== vector.shape[d]))
    return `expected ${what} shape to match mask shape`;
  return vector.shape.length > shapedTypeOf(base).shape.length
    ? `requires a memref of rank ${vector.shape.length} or more`
    : undefined;
}

function prepareMaskedLoad(op: Operation): Prepared {
  const { base, indices, result } = MaskedLoadOp.match(op)!;
  const rank = indices.length;
  const window = minorWindow(vectorTypeOf(result), base);
  return (operands, run) => [
    readWindow(
      window,
      bufferOf(operands[0], run.memory),
      indicesAt(operands, 1, rank),
      expectDense(operands[rank + 2]),
      expectDense(operands[rank + 1]),
    ),
  ];
}

export const MaskedLoadOp = defineOp({
  name: "vector.maskedload",
  summary: "As load for lanes that are on; the others come from a vector.",
  operands: { base: AnyMemRef, indices: variadic(Index), mask: MaskVector, pass_thru: V },
  properties: alignmentProperty,
  results: { result: V },
  interfaces: [reads(0)],
  assemblyFormat:
    "$base `[` $indices `]` `,` $mask `,` $pass_thru attr-dict `:` type($base) `,` type($mask) `,` type($pass_thru) `into` type($result)",
  verify: ({ base, indices, mask, result }) => verifyMasked(base, indices, mask, result, "result"),
  fold: ({ op }) => foldCastOperand(op, 0),
  generate: generateMaskedLoad,
  meaning: effect(prepareMaskedLoad),
});

function prepareMaskedStore(op: Operation): Prepared {
  const { base, indices, valueToStore } = MaskedStoreOp.match(op)!;
  const rank = indices.length;
  const window = minorWindow(vectorTypeOf(valueToStore), base);
  return (operands, run) => {
    writeWindow(
      window,
      bufferOf(operands[0], run.memory),
      indicesAt(operands, 1, rank),
      expectDense(operands[rank + 2]),
      expectDense(operands[rank + 1]),
    );
    return [];
  };
}

export const MaskedStoreOp = defineOp({
  name: "vector.maskedstore",
  summary: "As store for lanes that are on.",
  operands: { base: AnyMemRef, indices: variadic(Index), mask: MaskVector, valueToStore: AnyVectorOfNonZeroRank },
  properties: alignmentProperty,
  interfaces: [writes(0)],
  assemblyFormat:
    "$base `[` $indices `]` `,` $mask `,` $valueToStore attr-dict `:` type($base) `,` type($mask) `,` type($valueToStore)",
  verify: ({ base, indices, mask, valueToStore }) => verifyMasked(base, indices, mask, valueToStore, "valueToStore"),
  fold: ({ op }) => foldCastOperand(op, 0),
  generate: generateMaskedStore,
  meaning: effect(prepareMaskedStore),
});

/** The indices of the lane that follows `lane` lanes that are on: along the last dimension. */
function following(indices: readonly number[], lane: number): number[] {
  return [...indices.slice(0, -1), (indices.at(-1) ?? 0) + lane];
}

/** One element, which has to be inside. */
const single = windowShape([], [], []);

export const ExpandLoadOp = defineOp({
  name: "vector.expandload",
  summary: "Elements in a row, spread over the lanes that are on; the others come from a vector.",
  operands: { base: AnyMemRef, indices: variadic(Index), mask: MaskVector, pass_thru: V },
  properties: alignmentProperty,
  results: { result: V },
  interfaces: [reads(0)],
  assemblyFormat:
    "$base `[` $indices `]` `,` $mask `,` $pass_thru attr-dict `:` type($base) `,` type($mask) `,` type($pass_thru) `into` type($result)",
  verify: ({ base, indices, mask, result }) => verifyMasked(base, indices, mask, result, "result"),
  generate: generateMaskedLoad,
  meaning: effect((op) => {
    const rank = op.operandCount - 3;
    return (operands, run) => {
      const indices = indicesAt(operands, 1, rank);
      const [mask, result] = [expectDense(operands[rank + 1]), expectDense(operands[rank + 2]).clone()];
      const buffer = bufferOf(operands[0], run.memory);
      let taken = 0;
      for (let lane = 0; lane < result.count; lane++) {
        if (isLaneOn(mask, lane)) result.set(lane, readWindow(single, buffer, following(indices, taken++), 0).get(0));
      }
      return [result];
    };
  }),
});

export const CompressStoreOp = defineOp({
  name: "vector.compressstore",
  summary: "The lanes that are on, written in a row.",
  operands: { base: AnyMemRef, indices: variadic(Index), mask: MaskVector, valueToStore: AnyVectorOfNonZeroRank },
  properties: alignmentProperty,
  interfaces: [writes(0)],
  assemblyFormat:
    "$base `[` $indices `]` `,` $mask `,` $valueToStore attr-dict `:` type($base) `,` type($mask) `,` type($valueToStore)",
  verify: ({ base, indices, mask, valueToStore }) => verifyMasked(base, indices, mask, valueToStore, "valueToStore"),
  generate: generateMaskedStore,
  meaning: effect((op) => {
    const rank = op.operandCount - 3;
    return (operands, run) => {
      const indices = indicesAt(operands, 1, rank);
      const [mask, value] = [expectDense(operands[rank + 1]), expectDense(operands[rank + 2])];
      const buffer = bufferOf(operands[0], run.memory);
      let written = 0;
      for (let lane = 0; lane < value.count; lane++) {
        if (isLaneOn(mask, lane))
          writeWindow(
            single,
            buffer,
            following(indices, written++),
            DenseValue.splat([], value.element, value.get(lane)),
          );
      }
      return [];
    };
  }),
});
