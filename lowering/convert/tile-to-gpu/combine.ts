// The op that combines two scalars under a combining kind.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { Value } from "../../../ir/core/value.ts";
import * as arith from "../../../dialects/arith/index.ts";
import type { CombiningKind } from "../../../dialects/vector/index.ts";

interface BinaryOp {
  build(builder: OpBuilder, operands: { readonly lhs: Value; readonly rhs: Value }): { readonly result: Value };
}

const table: Readonly<Record<CombiningKind, { readonly integer?: BinaryOp; readonly float?: BinaryOp }>> = {
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
export function combine(builder: OpBuilder, kind: CombiningKind, lhs: Value, rhs: Value): Value {
  const op = table[kind][lhs.type.kind === "float" ? "float" : "integer"];
  if (op === undefined)
    throw new Error(`'${kind}' does not combine elements of kind '${lhs.type.kind}': the verifier refuses it`);
  return op.build(builder, { lhs, rhs }).result;
}
