// Simplification of affine expressions as sums of terms: like terms are collected, dimensions come before symbols before the rest.
import { isWide } from "../core/wide-integer.ts";
import { affineAdd, affineBinary, affineConstant, affineMul, isBinary, printExpr, type AffineExpr } from "./expr.ts";

interface Term {
  readonly expr: AffineExpr;
  factor: number;
}

/** Adds `factor * expr` to the sum, taken apart where it is a sum or a multiple. */
function collect(expr: AffineExpr, factor: number, terms: Map<string, Term>): number {
  if (expr.kind === "constant") return factor * expr.value;
  if (expr.kind === "add") return collect(expr.lhs, factor, terms) + collect(expr.rhs, factor, terms);
  if (expr.kind === "mul" && expr.rhs.kind === "constant") return collect(expr.lhs, factor * expr.rhs.value, terms);
  const simple = isBinary(expr) ? affineBinary(expr.kind, simplifyExpr(expr.lhs), simplifyExpr(expr.rhs)) : expr;
  if (
    simple.kind === "constant" ||
    simple.kind === "add" ||
    (simple.kind === "mul" && simple.rhs.kind === "constant")
  ) {
    return collect(simple, factor, terms);
  }
  const key = printExpr(simple);
  const present = terms.get(key);
  if (present === undefined) terms.set(key, { expr: simple, factor });
  else present.factor += factor;
  return 0;
}

const rank = ({ expr }: Term): number => (expr.kind === "dim" ? 0 : expr.kind === "symbol" ? 1 : 2);
const position = ({ expr }: Term): number => (expr.kind === "dim" || expr.kind === "symbol" ? expr.position : 0);

/** Constants beyond 53 bits stay where they are. */
const hasWideConstant = (e: AffineExpr): boolean =>
  isBinary(e) ? hasWideConstant(e.lhs) || hasWideConstant(e.rhs) : e.kind === "constant" && isWide(e.value);

/** An equal expression with like terms collected: `d0 * 2 + s0 - d0` is `d0 + s0`. */
export function simplifyExpr(expr: AffineExpr): AffineExpr {
  if (!isBinary(expr) || hasWideConstant(expr)) return expr;
  const terms = new Map<string, Term>();
  const constant = collect(expr, 1, terms);
  const ordered = [...terms.values()]
    .filter(({ factor }) => factor !== 0)
    .sort((a, b) => rank(a) - rank(b) || position(a) - position(b));
  const sum = ordered.map(({ expr: term, factor }) => affineMul(term, affineConstant(factor)));
  const [first, ...rest] = sum;
  if (first === undefined) return affineConstant(constant);
  return affineAdd(rest.reduce(affineAdd, first), affineConstant(constant));
}
