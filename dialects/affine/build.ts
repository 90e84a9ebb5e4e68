// Builders of index computations that fold as they build: a number where everything is known, no op where a value will do.
import type { AffineExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import type { Value } from "../../ir/core/value.ts";
import type { MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { composeMap } from "./compose.ts";
import { ApplyOp, MinOp } from "./ops.ts";

function inputOf(expr: AffineExpr | undefined, map: AffineMap, operands: readonly Value[]): MixedIndex | undefined {
  switch (expr?.kind) {
    case "constant":
      return expr.value;
    case "dim":
      return operands[expr.position];
    case "symbol":
      return operands[map.dims + expr.position];
    default:
      return undefined;
  }
}

/** The one result of `map` on `operands` (dimensions, then symbols): a number, an operand, or an affine.apply. */
export function applyMap(builder: OpBuilder, map: AffineMap, operands: readonly MixedIndex[]): MixedIndex {
  const composed = composeMap({ map, operands });
  return (
    inputOf(composed.map.results[0], composed.map, composed.operands) ??
    ApplyOp.build(builder, { map: composed.map, mapOperands: composed.operands }).result
  );
}

/** The least result of `map`: a number, an operand, or an affine.min. */
export function minOfMap(builder: OpBuilder, map: AffineMap, operands: readonly MixedIndex[]): MixedIndex {
  const composed = composeMap({ map, operands });
  const results = uniqueExprs(composed.map);
  const constants = results.flatMap((expr) => (expr.kind === "constant" ? [expr.value] : []));
  if (constants.length === results.length) return Math.min(...constants);
  const reduced = new AffineMap(composed.map.dims, composed.map.symbols, results);
  const only = results.length === 1 ? inputOf(results[0], reduced, composed.operands) : undefined;
  return only ?? MinOp.build(builder, { map: reduced, operands: composed.operands }).result;
}

/** The results of a map without repetitions. */
export function uniqueExprs(map: AffineMap): readonly AffineExpr[] {
  const seen = new Set<string>();
  return map.results.filter((_, i) => {
    const key = new AffineMap(map.dims, map.symbols, map.results.slice(i, i + 1)).key;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
