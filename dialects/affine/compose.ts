// Composition: an affine map with the affine.apply ops and constants behind its operands worked into it.
import type { AffineExpr } from "../../ir/affine/expr.ts";
import { affineConstant, affineDim, affineSymbol, substituteExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { simplifyExpr } from "../../ir/affine/simplify.ts";
import type { MixedIndex } from "../../ir/define/offset-size-stride.ts";
import { integerConstant } from "../../ir/rewrite/constant.ts";
import type { Value } from "../../ir/core/value.ts";

/** A map with its operands, dimensions first. */
export interface MapApplication {
  readonly map: AffineMap;
  readonly operands: readonly MixedIndex[];
}

/** Whether a value may be a symbol: it is defined at the top level of a function. */
function isSymbol(value: Value): boolean {
  const top = value.parentBlock?.parentRegion?.parentOp;
  return top?.hasTrait("IsolatedFromAbove") === true;
}

/** The inputs of a composed map, each once. */
class Inputs {
  readonly dims: Value[] = [];
  readonly symbols: Value[] = [];

  expr(value: Value): AffineExpr {
    const symbolic = isSymbol(value);
    const list = symbolic ? this.symbols : this.dims;
    let position = list.indexOf(value);
    if (position < 0) position = list.push(value) - 1;
    return symbolic ? affineSymbol(position) : affineDim(position);
  }
}

function exprOf(operand: MixedIndex | undefined, inputs: Inputs): AffineExpr {
  if (operand === undefined) throw new Error("an affine map has an operand for each input");
  if (typeof operand === "number") return affineConstant(operand);
  const constant = integerConstant(operand);
  if (constant !== undefined) return affineConstant(Number(constant));
  const op = operand.definingOp;
  const map = op?.name === "affine.apply" ? op.attribute("map") : undefined;
  if (op === null || map?.kind !== "affine_map") return inputs.expr(operand);
  return composed(map.map, op.operands, inputs)[0] ?? inputs.expr(operand);
}

/** The results over `inputs`. Symbols are taken in before dimensions: that is the order mlir-opt gives them. */
function composed(map: AffineMap, operands: readonly MixedIndex[], inputs: Inputs): readonly AffineExpr[] {
  const symbols = operands.slice(map.dims).map((operand) => exprOf(operand, inputs));
  const dims = operands.slice(0, map.dims).map((operand) => exprOf(operand, inputs));
  return map.results.map((result) => simplifyExpr(substituteExpr(result, dims, symbols)));
}

/** The map over the values behind its operands: applied maps composed, constants worked in, unused and repeated inputs gone. */
export function composeMap({ map, operands }: MapApplication): {
  readonly map: AffineMap;
  readonly operands: readonly Value[];
} {
  const inputs = new Inputs();
  const results = composed(map, operands, inputs);
  const used = (kind: "dim" | "symbol", count: number): number[] =>
    Array.from({ length: count }, (_, i) => i).filter((i) => results.some((result) => mentions(result, kind, i)));
  const dims = used("dim", inputs.dims.length);
  const symbols = used("symbol", inputs.symbols.length);
  const renumber = (kept: readonly number[], make: (position: number) => AffineExpr, count: number): AffineExpr[] =>
    Array.from({ length: count }, (_, i) => make(Math.max(0, kept.indexOf(i))));
  const newDims = renumber(dims, affineDim, inputs.dims.length);
  const newSymbols = renumber(symbols, affineSymbol, inputs.symbols.length);
  const pick = (list: readonly Value[], kept: readonly number[]): Value[] => kept.flatMap((i) => list[i] ?? []);
  return {
    map: new AffineMap(
      dims.length,
      symbols.length,
      results.map((result) => simplifyExpr(substituteExpr(result, newDims, newSymbols))),
    ),
    operands: [...pick(inputs.dims, dims), ...pick(inputs.symbols, symbols)],
  };
}

function mentions(expr: AffineExpr, kind: "dim" | "symbol", position: number): boolean {
  if ("lhs" in expr) return mentions(expr.lhs, kind, position) || mentions(expr.rhs, kind, position);
  return expr.kind === kind && expr.position === position;
}
