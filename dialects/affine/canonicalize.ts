// Canonicalisation of affine ops: maps are composed with the maps behind their operands, constants worked in.
import type { AffineExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { affineMapAttr } from "../../ir/core/attribute-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { refuse, type Pattern } from "../../ir/rewrite/pattern.ts";
import { uniqueExprs } from "./build.ts";
import { composeMap } from "./compose.ts";
import { mapOf } from "./ops.ts";

/** The factors of dimensions, of symbols, and the constant of a linear expression; undefined for others. */
function factors(expr: AffineExpr, map: AffineMap): readonly number[] | undefined {
  const vector = new Array<number>(map.dims + map.symbols + 1).fill(0);
  const add = (e: AffineExpr, factor: number): boolean => {
    if (e.kind === "add") return add(e.lhs, factor) && add(e.rhs, factor);
    if (e.kind === "mul" && e.rhs.kind === "constant") return add(e.lhs, factor * e.rhs.value);
    if (e.kind !== "dim" && e.kind !== "symbol" && e.kind !== "constant") return false;
    const position = e.kind === "dim" ? e.position : e.kind === "symbol" ? map.dims + e.position : vector.length - 1;
    vector[position] = (vector[position] ?? 0) + factor * (e.kind === "constant" ? e.value : 1);
    return true;
  };
  return add(expr, 1) ? vector : undefined;
}

const firstDifference = (a: readonly number[], b: readonly number[]): number => {
  for (const [i, value] of a.entries()) if (value !== b[i]) return value - (b[i] ?? 0);
  return 0;
};

/** The results of a min or max without repetitions; where all are linear, in the order of their factors. */
function inOrder(map: AffineMap): readonly AffineExpr[] {
  const exprs = uniqueExprs(map).map((expr) => ({ expr, key: factors(expr, map) ?? [] }));
  if (exprs.some(({ key }) => key.length === 0)) return exprs.map(({ expr }) => expr);
  return exprs.sort((a, b) => firstDifference(a.key, b.key)).map(({ expr }) => expr);
}

const composeOperands = (root: string, unique: boolean): Pattern => ({
  name: `${root} of affine.apply and constants => one ${root}`,
  root,
  rewrite: (op: Operation, rewriter) => {
    const { map: made, operands } = composeMap({ map: mapOf(op), operands: op.operands });
    const map = unique ? new AffineMap(made.dims, made.symbols, inOrder(made)) : made;
    const same =
      map.key === mapOf(op).key &&
      operands.length === op.operandCount &&
      operands.every((value, i) => value === op.operand(i));
    if (same) return refuse("the map is composed already");
    rewriter.modifyInPlace(op, () => {
      op.setAttribute("map", affineMapAttr(op.context, map));
      op.setOperands(operands);
    });
    return true;
  },
});

export const affinePatterns: readonly Pattern[] = [
  composeOperands("affine.apply", false),
  composeOperands("affine.min", true),
  composeOperands("affine.max", true),
];
