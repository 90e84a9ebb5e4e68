// Index arithmetic of the controller: constants fold, the rest is arith on index.
import type { OpBuilder } from "../../../ir/core/builder.ts";
import { i64 } from "../../../ir/core/type-constructors.ts";
import { i64Attr } from "../../../ir/core/attribute-constructors.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantIndex, type MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { AddIOp, arithConstant, constantIndexOp, IndexCastOp, MulIOp } from "../../../dialects/arith/index.ts";

const asValue = (builder: OpBuilder, index: MixedIndex): Value =>
  typeof index === "number" ? constantIndexOp(builder, index) : index;

export function add(builder: OpBuilder, a: MixedIndex, b: MixedIndex): MixedIndex {
  const [x, y] = [constantIndex(a), constantIndex(b)];
  if (x !== undefined && y !== undefined) return x + y;
  if (x === 0) return b;
  if (y === 0) return a;
  return AddIOp.build(builder, { lhs: asValue(builder, a), rhs: asValue(builder, b) }).result;
}

export function multiply(builder: OpBuilder, a: MixedIndex, b: MixedIndex): MixedIndex {
  const [x, y] = [constantIndex(a), constantIndex(b)];
  if (x !== undefined && y !== undefined) return x * y;
  if (x === 0 || y === 0) return 0;
  if (x === 1) return b;
  if (y === 1) return a;
  return MulIOp.build(builder, { lhs: asValue(builder, a), rhs: asValue(builder, b) }).result;
}

/** As an i64, which is what instructions take. */
export function toI64(builder: OpBuilder, index: MixedIndex): Value {
  const known = constantIndex(index);
  if (known !== undefined) return arithConstant(builder, i64Attr(builder.context, known));
  return IndexCastOp.build(builder, { in: asValue(builder, index), resultTypes: [i64(builder.context)] }).out;
}
