// 128-bit run-time values: their lanes, their 16 bytes, and meanings that are not lane by lane.
import type { Operation } from "../../../ir/core/operation.ts";
import { elementCount, type Type, type VectorType } from "../../../ir/core/types.ts";
import { onValues, type RuntimeValue, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { elementArray, type ElementArray } from "../../../ir/interpret/element-array.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";

export type NumberLanes = Exclude<ElementArray, BigInt64Array | BigUint64Array>;

export function vectorOf(type: Type): VectorType {
  if (type.kind !== "vector") throw new Error("expected a vector type");
  return type;
}

/** The lanes as they are kept: numbers, or bigints for i64. */
export const lanesOf = (value: RuntimeValue | undefined): ElementArray => expectDense(value).data;

/** The lanes of a vector that has no i64 lanes. */
export function numberLanesOf(value: RuntimeValue | undefined): NumberLanes {
  const lanes = lanesOf(value);
  if (lanes instanceof BigInt64Array || lanes instanceof BigUint64Array)
    throw new Error("expected lanes of at most 32 bits");
  return lanes;
}

/** The bytes in memory order, not a copy. Every shape that this dialect has keeps its lanes as memory does on a little-endian host. */
export function bytesOf(value: RuntimeValue | undefined): Uint8Array {
  const { data } = expectDense(value);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** A vector with these bytes. */
export function vectorFromBytes(type: VectorType, bytes: Uint8Array): DenseValue {
  const lanes = elementArray(type.element, elementCount(type.shape));
  new Uint8Array(lanes.buffer).set(bytes);
  return new DenseValue(type.shape, type.element, lanes);
}

/** A vector whose lane i is `lane(i)`; integers wrap, floats round, as the lanes of the type do. */
export function vectorFromLanes(type: VectorType, lane: (i: number) => number | bigint): DenseValue {
  const value = DenseValue.zeros(type.shape, type.element);
  const { data } = value;
  for (let i = 0; i < data.length; i++) {
    if (data instanceof BigInt64Array || data instanceof BigUint64Array) data[i] = BigInt(lane(i));
    else data[i] = Number(lane(i));
  }
  return value;
}

/** A meaning by lanes of the result, from the number lanes of one or two operands. */
export function byLanes(f: (i: number, a: NumberLanes, b: NumberLanes) => number | bigint): ValueMeaning {
  return onValues((op: Operation) => {
    const type = vectorOf(op.result().type);
    return ([first, second]) => {
      const a = numberLanesOf(first);
      const b = second === undefined ? a : numberLanesOf(second);
      return [vectorFromLanes(type, (i) => f(i, a, b))];
    };
  });
}

/** A meaning on bytes. */
export function byBytes(
  f: (out: Uint8Array, a: Uint8Array, b: Uint8Array, c: Uint8Array, op: Operation) => void,
): ValueMeaning {
  return onValues((op: Operation) => {
    const type = vectorOf(op.result().type);
    return (operands) => {
      const a = bytesOf(operands[0]);
      const b = operands.length > 1 ? bytesOf(operands[1]) : a;
      const c = operands.length > 2 ? bytesOf(operands[2]) : a;
      const out = new Uint8Array(16);
      f(out, a, b, c, op);
      return [vectorFromBytes(type, out)];
    };
  });
}

/** A meaning that gives one i32 from the lanes of one operand. */
export function fromLanes(f: (lanes: ElementArray) => number): ValueMeaning {
  return onValues(() => ([operand]) => [f(lanesOf(operand))]);
}
