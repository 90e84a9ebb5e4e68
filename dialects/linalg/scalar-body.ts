// Scalar bodies of named structured ops: arithmetic by the element type, and casts to it.
import { floatAttr } from "../../ir/core/attribute-constructors.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import { bitWidth, isIntegerOrIndex, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import * as arith from "../arith/index.ts";

type BinaryName =
  | "AddFOp" | "AddIOp" | "AndIOp" | "DivFOp" | "DivSIOp" | "DivUIOp" | "MaximumFOp" | "MaxSIOp" | "MaxUIOp" | "MinimumFOp" | "MinSIOp"
  | "MinUIOp" | "MulFOp" | "MulIOp" | "OrIOp" | "SubFOp" | "SubIOp"; // prettier-ignore

const apply =
  (name: BinaryName) =>
  (b: OpBuilder, lhs: Value, rhs: Value): Value =>
    arith[name].build(b, { lhs, rhs }).result;

/** A binary operation by kind of element: floats, integers, i1. */
interface BinaryByType {
  readonly float: ReturnType<typeof apply>;
  readonly integer: ReturnType<typeof apply>;
  readonly bool: ReturnType<typeof apply>;
}
const binary = (float: BinaryName, integer: BinaryName, bool: BinaryName = integer): BinaryByType => ({
  float: apply(float),
  integer: apply(integer),
  bool: apply(bool),
});

export const binaryKinds = {
  add: binary("AddFOp", "AddIOp", "OrIOp"),
  sub: binary("SubFOp", "SubIOp"),
  mul: binary("MulFOp", "MulIOp", "AndIOp"),
  div: binary("DivFOp", "DivSIOp"),
  div_unsigned: binary("DivFOp", "DivUIOp"),
  max: binary("MaximumFOp", "MaxSIOp"),
  max_unsigned: binary("MaximumFOp", "MaxUIOp"),
  min: binary("MinimumFOp", "MinSIOp"),
  min_unsigned: binary("MinimumFOp", "MinUIOp"),
} as const;
export type BinaryKind = keyof typeof binaryKinds;

/** `lhs kind rhs`; undefined for elements that the operation does not have (complex numbers). */
export function emitBinary(b: OpBuilder, kind: BinaryKind, lhs: Value, rhs: Value): Value | undefined {
  const { type } = lhs;
  if (type.kind === "float") return binaryKinds[kind].float(b, lhs, rhs);
  if (!isIntegerOrIndex(type)) return undefined;
  return type.kind === "integer" && type.width === 1
    ? binaryKinds[kind].bool(b, lhs, rhs)
    : binaryKinds[kind].integer(b, lhs, rhs);
}

/** `value` as a `to`: extended, truncated or converted; undefined where there is no such cast. */
export function emitCast(b: OpBuilder, value: Value, to: Type, unsigned = false): Value | undefined {
  const from = value.type;
  if (from === to) return value;
  const args = { in: value, resultTypes: [to] };
  const [fromWidth = 0, toWidth = 0] = [bitWidth(from), bitWidth(to)];
  if (from.kind === "float" && to.kind === "float") {
    return fromWidth < toWidth
      ? arith.ExtFOp.build(b, args).out
      : fromWidth > toWidth
        ? arith.TruncFOp.build(b, args).out
        : undefined;
  }
  if (from.kind === "integer" && to.kind === "integer") {
    if (fromWidth > toWidth) return arith.TruncIOp.build(b, args).out;
    return unsigned ? arith.ExtUIOp.build(b, args).out : arith.ExtSIOp.build(b, args).out;
  }
  if (from.kind === "index" || to.kind === "index") {
    return isIntegerOrIndex(from) && isIntegerOrIndex(to) ? arith.IndexCastOp.build(b, args).out : undefined;
  }
  if (from.kind === "integer" && to.kind === "float")
    return unsigned ? arith.UIToFPOp.build(b, args).out : arith.SIToFPOp.build(b, args).out;
  if (from.kind === "float" && to.kind === "integer")
    return unsigned ? arith.FPToUIOp.build(b, args).out : arith.FPToSIOp.build(b, args).out;
  return undefined;
}

/** 1.0 of a float type. */
export function emitOne(b: OpBuilder, type: Type): Value | undefined {
  return type.kind === "float"
    ? arith.ConstantOp.build(b, { value: floatAttr(type, 1), resultTypes: [type] }).result
    : undefined;
}
