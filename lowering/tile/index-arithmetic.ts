// Arithmetic on indices that are numbers where they are known and SSA values where not: constants fold, the rest is affine.apply.
import { affineBinary, affineConstant, affineSymbol, affineDim, type AffineExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantIndex, type MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { ApplyOp, MinOp } from "../../dialects/affine/index.ts";
import { constantIndexOp } from "../../dialects/arith/index.ts";

/** Makes a value of an index. */
export function materializeIndex(builder: OpBuilder, index: MixedIndex): Value {
  return typeof index === "number" ? constantIndexOp(builder, index) : index;
}

/** `expr` over dimensions that stand for `dims`, constants folded away. */
export function applyExpr(builder: OpBuilder, expr: AffineExpr, dims: readonly MixedIndex[]): MixedIndex {
  const { map, operands } = compact([expr], dims);
  const only = map.results[0]!;
  if (only.kind === "constant") return only.value;
  if (only.kind === "dim") return operands[only.position]!;
  return ApplyOp.build(builder, { map, mapOperands: operands }).result;
}

/** The least of several expressions. */
export function minimumOf(builder: OpBuilder, exprs: readonly AffineExpr[], dims: readonly MixedIndex[]): MixedIndex {
  const { map, operands } = compact(exprs, dims);
  if (map.results.every((e) => e.kind === "constant")) return Math.min(...map.evaluate([]));
  return MinOp.build(builder, { map, operands }).result;
}

/** Substitutes known dimensions and renumbers the others by first use. */
function compact(exprs: readonly AffineExpr[], dims: readonly MixedIndex[]): { map: AffineMap; operands: Value[] } {
  const operands: Value[] = [];
  const replacements = dims.map((dim): AffineExpr => {
    const known = constantIndex(dim);
    if (known !== undefined || typeof dim === "number") return affineConstant(known ?? Number(dim));
    let position = operands.indexOf(dim);
    if (position < 0) position = operands.push(dim) - 1;
    return affineDim(position);
  });
  const results = exprs.map((e) => substitute(e, replacements));
  const used = operands.filter((_, i) => results.some((e) => mentions(e, i)));
  const renumbered = operands.map((operand) => affineDim(Math.max(0, used.indexOf(operand))));
  return {
    map: new AffineMap(
      used.length,
      0,
      results.map((e) => substitute(e, renumbered)),
    ),
    operands: used,
  };
}

function substitute(e: AffineExpr, dims: readonly AffineExpr[]): AffineExpr {
  switch (e.kind) {
    case "dim":
      return dims[e.position] ?? e;
    case "symbol":
    case "constant":
      return e;
    default:
      return affineBinary(e.kind, substitute(e.lhs, dims), substitute(e.rhs, dims));
  }
}

function mentions(e: AffineExpr, position: number): boolean {
  if (e.kind === "dim") return e.position === position;
  return "lhs" in e && (mentions(e.lhs, position) || mentions(e.rhs, position));
}

export const [d0, d1, s0] = [affineDim(0), affineDim(1), affineSymbol(0)];

export function addIndex(builder: OpBuilder, a: MixedIndex, b: MixedIndex): MixedIndex {
  return applyExpr(builder, affineBinary("add", d0, d1), [a, b]);
}
