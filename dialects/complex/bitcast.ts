// complex.bitcast: a complex number as the bits of an integer or a float, and back. The real part has the low bits.
import type { Operation } from "../../ir/core/operation.ts";
import { bitWidth, type Type } from "../../ir/core/types.ts";
import { AnyType } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { bitsOfScalar, scalarOfBits } from "../../ir/interpret/convert.ts";
import { onValues, type RuntimeValue, type ValueMeaning } from "../../ir/interpret/meaning.ts";
import { expectScalar } from "../../ir/interpret/operand.ts";
import { POISON, type Scalar } from "../../ir/interpret/value.ts";

const isNumber = (type: Type): boolean => type.kind === "integer" || type.kind === "float" || type.kind === "complex";

/** Width of a number, or of both parts. */
function width(type: Type): number {
  return type.kind === "complex" ? 2 * width(type.element) : (bitWidth(type) ?? 0);
}

function bitsOf(type: Type, value: Scalar): bigint {
  if (value === POISON) throw new Error("poison has no bits");
  if (typeof value !== "object") return bitsOfScalar(type, value);
  if (type.kind !== "complex") throw new Error("a complex number of no complex type");
  const half = BigInt(width(type.element));
  return bitsOfScalar(type.element, value.re) | (bitsOfScalar(type.element, value.im) << half);
}

function valueOf(type: Type, bits: bigint): RuntimeValue {
  if (type.kind !== "complex") return scalarOfBits(type, bits);
  const half = width(type.element);
  const part = (at: bigint): number => Number(scalarOfBits(type.element, BigInt.asUintN(half, at)));
  return { re: part(bits), im: part(bits >> BigInt(half)) };
}

function prepareBitcast(op: Operation): ReturnType<ValueMeaning["prepare"]> {
  const [from, to] = [op.operand(0).type, op.result().type];
  return ([operand]) => {
    if (operand === undefined || from === to) return operand === undefined ? [] : [operand];
    const value = expectScalar(operand);
    return [value === POISON ? POISON : valueOf(to, bitsOf(from, value))];
  };
}

export const BitcastOp = defineOp({
  name: "complex.bitcast",
  summary: "The same bits as a complex number, or as another number of its width.",
  operands: { operand: AnyType },
  results: { result: AnyType },
  traits: ["Pure"],
  assemblyFormat: "$operand attr-dict `:` type($operand) `to` type($result)",
  verify: ({ operand: { type: from }, result: { type: to } }) => {
    if (from === to) return undefined;
    if (!isNumber(from)) return "operand must be int/float/complex";
    if (!isNumber(to)) return "result must be int/float/complex";
    if ((from.kind === "complex") === (to.kind === "complex"))
      return "requires that either input or output has a complex type";
    return width(from) === width(to) ? undefined : "casting bitwidths do not match";
  },
  fold: ({ operand, result }) => (operand.type === result.type ? [operand] : undefined),
  meaning: onValues(prepareBitcast),
});
