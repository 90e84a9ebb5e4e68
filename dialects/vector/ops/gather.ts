// vector.gather and vector.scatter: elements at positions that a vector gives, along the last dimension of a tensor or memref.
import type { Operation } from "../../../ir/core/operation.ts";
import { i1, vectorType } from "../../../ir/core/type-constructors.ts";
import type { Value } from "../../../ir/core/value.ts";
import { Index, optional, typeVariable, typeWhere, variadic } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { DestinationStyleOpInterface, MemoryEffects, type MemoryEffect } from "../../../ir/define/op-interfaces.ts";
import { effect, type EffectMeaning, type RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { expectDense, expectIndex } from "../../../ir/interpret/operand.ts";
import { undefinedBehavior } from "../../../ir/interpret/unwind.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { alignmentProperty } from "../attributes.ts";
import { bufferOf, type ElementBuffer } from "../buffer.ts";
import { bothMasks, enclosingMask, isLaneOn, MaskableOpInterface } from "../masking.ts";
import {
  AnyVectorOfNonZeroRank,
  IndexVector,
  MaskVector,
  shapedTypeOf,
  TensorOrMemRef,
  vectorTypeOf,
} from "../types.ts";
import { generateGather, generateScatter } from "../generation-memory.ts";

type Prepared = ReturnType<EffectMeaning["prepare"]>;

function effects(effect: MemoryEffect["effect"]) {
  return MemoryEffects.with((op) => {
    const value = op.operand(0);
    return value.type.kind === "memref" ? [{ effect, value }] : [];
  });
}

/** Shapes of indices, mask and vector agree; the elements are the buffer's. */
function verifyLanes(
  base: Value,
  offsets: readonly Value[],
  indices: Value,
  mask: Value,
  value: Value,
  what: string,
): string | undefined {
  const vector = vectorTypeOf(value);
  const { shape, element } = shapedTypeOf(base);
  if (element !== vector.element) return `base and ${what} element type should match`;
  if (offsets.length !== shape.length) return `requires ${shape.length} indices`;
  const differs = (other: Value): boolean => {
    const lanes = vectorTypeOf(other).shape;
    return lanes.length !== vector.shape.length || lanes.some((extent, d) => extent !== vector.shape[d]);
  };
  if (differs(indices)) return `expected ${what} dim to match indices dim`;
  return differs(mask) ? `expected ${what} dim to match mask dim` : undefined;
}

/** The position of the element that a lane names. Outside of the last dimension: undefined behaviour. */
function positionOf(buffer: ElementBuffer, start: number, last: number, index: RuntimeValue): number {
  const d = buffer.sizes.length - 1;
  const at = last + expectIndex(index);
  if (at < 0 || at >= buffer.sizes[d]!)
    undefinedBehavior(`index ${at} out of bounds for extent ${buffer.sizes[d]} in dimension ${d}`);
  return start + at * buffer.strides[d]!;
}

/** Position of the element at all offsets but the last, and the last. */
function startOf(buffer: ElementBuffer, operands: readonly RuntimeValue[], rank: number): readonly [number, number] {
  let start = buffer.offset;
  for (let d = 0; d < rank - 1; d++) {
    const offset = expectIndex(operands[d + 1]);
    if (offset < 0 || offset >= buffer.sizes[d]!)
      undefinedBehavior(`index ${offset} out of bounds for extent ${buffer.sizes[d]} in dimension ${d}`);
    start += offset * buffer.strides[d]!;
  }
  return [start, rank === 0 ? 0 : expectIndex(operands[rank])];
}

const V = typeVariable("V", AnyVectorOfNonZeroRank);

function prepareGather(op: Operation): Prepared {
  const rank = op.operandCount - 4;
  const masking = enclosingMask(op);
  return (operands, run) => {
    const buffer = bufferOf(operands[0], run.memory);
    const [start, last] = startOf(buffer, operands, rank);
    const [indices, given, otherwise] = [1, 2, 3].map((n) => expectDense(operands[rank + n]));
    const mask = bothMasks(given, masking?.(run));
    if (indices === undefined || mask === undefined || otherwise === undefined)
      throw new Error("a gather has three vector operands");
    const result = DenseValue.zeros(otherwise.shape, otherwise.element);
    for (let lane = 0; lane < result.count; lane++) {
      if (!isLaneOn(mask, lane)) {
        result.set(lane, otherwise.get(lane));
        continue;
      }
      const position = positionOf(buffer, start, last, indices.get(lane));
      buffer.check(position, position, false);
      result.set(lane, buffer.load(position));
    }
    return [result];
  };
}

export const GatherOp = defineOp({
  name: "vector.gather",
  summary: "The elements that an index vector names, for lanes that are on; the others come from a vector.",
  operands: { base: TensorOrMemRef, offsets: variadic(Index), indices: IndexVector, mask: MaskVector, pass_thru: V },
  properties: alignmentProperty,
  results: { result: V },
  interfaces: [
    effects("read"),
    MaskableOpInterface.with((op) =>
      vectorType(vectorTypeOf(op.result()).shape, i1(op.context), vectorTypeOf(op.result()).scalable),
    ),
  ],
  assemblyFormat:
    "$base `[` $offsets `]` `[` $indices `]` `,` $mask `,` $pass_thru attr-dict `:` type($base) `,` type($indices) `,` type($mask) `,` " +
    "type($pass_thru) `into` type($result)",
  verify: ({ base, offsets, indices, mask, result }) => verifyLanes(base, offsets, indices, mask, result, "result"),
  generate: generateGather,
  meaning: effect(prepareGather),
});

function prepareScatter(op: Operation): Prepared {
  const rank = op.operandCount - 4;
  const isTensor = op.resultCount === 1;
  return (operands, run) => {
    const target = isTensor ? expectDense(operands[0]).clone() : operands[0]!;
    const buffer = bufferOf(target, run.memory);
    const [start, last] = startOf(buffer, operands, rank);
    const [indices, mask, value] = [1, 2, 3].map((n) => expectDense(operands[rank + n]));
    if (indices === undefined || mask === undefined || value === undefined)
      throw new Error("a scatter has three vector operands");
    const written = new Set<number>();
    for (let lane = 0; lane < value.count; lane++) {
      if (!isLaneOn(mask, lane)) continue;
      const position = positionOf(buffer, start, last, indices.get(lane));
      if (written.has(position))
        undefinedBehavior(`two lanes of one scatter write the same element (lane ${lane} is the second)`);
      written.add(position);
      buffer.check(position, position, true);
      buffer.store(position, value.get(lane));
    }
    return isTensor ? [target] : [];
  };
}

export const ScatterOp = defineOp({
  name: "vector.scatter",
  summary: "Writes lanes that are on to the elements that an index vector names, all different.",
  operands: {
    base: TensorOrMemRef,
    offsets: variadic(Index),
    indices: IndexVector,
    mask: MaskVector,
    valueToStore: AnyVectorOfNonZeroRank,
  },
  properties: alignmentProperty,
  results: { result: optional(typeWhere("ranked tensor of any type values", (type) => type.kind === "tensor")) },
  interfaces: [
    effects("write"),
    DestinationStyleOpInterface.with((op) => (op.operand(0).type.kind === "tensor" ? [0] : [])),
  ],
  assemblyFormat:
    "$base `[` $offsets `]` `[` $indices `]` `,` $mask `,` $valueToStore attr-dict `:` type($base) `,` type($indices) `,` type($mask) `,` " +
    "type($valueToStore) (`->` type($result)^)?",
  verify: ({ base, offsets, indices, mask, valueToStore, result }) => {
    const problem = verifyLanes(base, offsets, indices, mask, valueToStore, "valueToStore");
    if (problem !== undefined) return problem;
    if (base.type.kind === "tensor")
      return result?.type === base.type ? undefined : "requires a result of the tensor's type";
    return result === undefined ? undefined : "requires no result when the base is a memref";
  },
  generate: generateScatter,
  meaning: effect(prepareScatter),
});
