// The op that combines two values under a combining kind: scalars, or vectors element by element.
import type { OpBuilder } from "../../ir/core/builder.ts";
import { elementTypeOf } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import type { FastMathFlag } from "../arith/fast-math.ts";
import * as arith from "../arith/index.ts";
import type { CombiningKind } from "./attributes.ts";

interface Operands {
  readonly lhs: Value;
  readonly rhs: Value;
}
interface BinaryOp {
  build(builder: OpBuilder, operands: Operands): { readonly result: Value };
}
interface FloatOp {
  build(
    builder: OpBuilder,
    operands: Operands & { readonly fastmath?: readonly FastMathFlag[] },
  ): { readonly result: Value };
}

const table: Readonly<Record<CombiningKind, { readonly integer?: BinaryOp; readonly float?: FloatOp }>> = {
  add: { integer: arith.AddIOp, float: arith.AddFOp },
  mul: { integer: arith.MulIOp, float: arith.MulFOp },
  minui: { integer: arith.MinUIOp },
  minsi: { integer: arith.MinSIOp },
  maxui: { integer: arith.MaxUIOp },
  maxsi: { integer: arith.MaxSIOp },
  and: { integer: arith.AndIOp },
  or: { integer: arith.OrIOp },
  xor: { integer: arith.XOrIOp },
  minnumf: { float: arith.MinNumFOp },
  maxnumf: { float: arith.MaxNumFOp },
  minimumf: { float: arith.MinimumFOp },
  maximumf: { float: arith.MaximumFOp },
};

/** `lhs kind rhs`. */
export function combine(
  builder: OpBuilder,
  kind: CombiningKind,
  lhs: Value,
  rhs: Value,
  fastmath?: readonly FastMathFlag[],
): Value {
  const { integer, float } = table[kind];
  const element = elementTypeOf(lhs.type);
  if (element.kind === "float" && float !== undefined)
    return float.build(builder, fastmath === undefined ? { lhs, rhs } : { lhs, rhs, fastmath }).result;
  if (element.kind === "float" || integer === undefined)
    throw new Error(`'${kind}' does not combine elements of kind '${element.kind}': the verifier refuses it`);
  return integer.build(builder, { lhs, rhs }).result;
}
