// lower-affine: affine.apply, min and max become arith on indices.
import type { AffineExpr } from "../../../ir/affine/expr.ts";
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Value } from "../../../ir/core/value.ts";
import { walk } from "../../../ir/core/walk.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { ApplyOp, MaxOp, MinOp } from "../../../dialects/affine/index.ts";
import {
  AddIOp,
  CmpIOp,
  constantIndexOp,
  DivSIOp,
  MaxSIOp,
  MinSIOp,
  MulIOp,
  RemSIOp,
  SelectOp,
  SubIOp,
} from "../../../dialects/arith/index.ts";

export const lowerAffine = definePass({
  name: "lower-affine",
  className: "LowerAffinePass",
  summary: "Lowers affine.apply, affine.min and affine.max to arith.",
  run: (root) => {
    for (const op of [...walk(root)]) lower(op);
  },
});

function lower(op: Operation): void {
  const apply = ApplyOp.match(op);
  const extremum = MinOp.match(op) ?? MaxOp.match(op);
  if (apply === undefined && extremum === undefined) return;
  const builder = OpBuilder.before(op);
  const map = apply?.map ?? extremum!.map;
  const [dims, symbols] = [op.operands.slice(0, map.dims), op.operands.slice(map.dims)];
  const values = map.results.map((e) => expand(builder, e, dims, symbols));
  const combine = MinOp.match(op) !== undefined ? MinSIOp : MaxSIOp;
  const result = values.reduce((lhs, rhs) => combine.build(builder, { lhs, rhs }).result);
  op.replaceAllUsesWith([result]);
  op.erase();
}

/** The expression as arith ops; divisors are positive, as affine expressions require. */
function expand(builder: OpBuilder, e: AffineExpr, dims: readonly Value[], symbols: readonly Value[]): Value {
  if (e.kind === "dim") return dims[e.position]!;
  if (e.kind === "symbol") return symbols[e.position]!;
  if (e.kind === "constant") return constantIndexOp(builder, e.value);
  const lhs = expand(builder, e.lhs, dims, symbols);
  const rhs = expand(builder, e.rhs, dims, symbols);
  const zero = (): Value => constantIndexOp(builder, 0);
  const one = (): Value => constantIndexOp(builder, 1);
  const isNegative = (value: Value): Value =>
    CmpIOp.build(builder, { predicate: "slt", lhs: value, rhs: zero() }).result;
  const select = (condition: Value, trueValue: Value, falseValue: Value): Value =>
    SelectOp.build(builder, { condition, trueValue, falseValue }).result;
  switch (e.kind) {
    case "add":
      return AddIOp.build(builder, { lhs, rhs }).result;
    case "mul":
      return MulIOp.build(builder, { lhs, rhs }).result;
    case "mod": {
      // r = lhs rem rhs, plus rhs where r is negative.
      const rest = RemSIOp.build(builder, { lhs, rhs }).result;
      return select(isNegative(rest), AddIOp.build(builder, { lhs: rest, rhs }).result, rest);
    }
    case "floordiv": {
      // lhs < 0 ? -1 - (-1 - lhs) / rhs : lhs / rhs
      const minusOne = constantIndexOp(builder, -1);
      const negative = isNegative(lhs);
      const dividend = select(negative, SubIOp.build(builder, { lhs: minusOne, rhs: lhs }).result, lhs);
      const quotient = DivSIOp.build(builder, { lhs: dividend, rhs }).result;
      return select(negative, SubIOp.build(builder, { lhs: minusOne, rhs: quotient }).result, quotient);
    }
    case "ceildiv": {
      // lhs <= 0 ? -(-lhs / rhs) : (lhs - 1) / rhs + 1
      const positive = CmpIOp.build(builder, { predicate: "sgt", lhs, rhs: zero() }).result;
      const dividend = select(
        positive,
        SubIOp.build(builder, { lhs, rhs: one() }).result,
        SubIOp.build(builder, { lhs: zero(), rhs: lhs }).result,
      );
      const quotient = DivSIOp.build(builder, { lhs: dividend, rhs }).result;
      return select(
        positive,
        AddIOp.build(builder, { lhs: quotient, rhs: one() }).result,
        SubIOp.build(builder, { lhs: zero(), rhs: quotient }).result,
      );
    }
  }
}
