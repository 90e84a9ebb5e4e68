// How generated programs have affine maps: sums of dimensions times constants, with divisions by positive constants.
import { affineMapAttr } from "../../ir/core/attribute-constructors.ts";
import { indexType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import { affineBinary, affineConstant, affineDim, affineSymbol, type AffineExpr } from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import type { GeneratedParts, GenerationSite } from "../../ir/check/generate/generation-site.ts";

const FACTORS = [0, 1, 2, 3, 4, 8, -1, 16];
const DIVISORS = [1, 2, 3, 4, 8, 16];

function randomExpression(site: GenerationSite, dims: number, symbols: number, depth: number): AffineExpr {
  const { random } = site;
  if (depth === 0 || random.chance(1, 4)) {
    const leaf = random.below(dims + symbols + 1);
    if (leaf < dims) return affineDim(leaf);
    return leaf < dims + symbols ? affineSymbol(leaf - dims) : affineConstant(random.pick([0, 1, 2, 5, -1, -3, 7]));
  }
  const lhs = randomExpression(site, dims, symbols, depth - 1);
  // Sums lean to the left, as they are read.
  if (random.chance(1, 2)) return affineBinary("add", lhs, randomExpression(site, dims, symbols, 0));
  if (random.chance(1, 2)) return affineBinary("mul", lhs, affineConstant(random.pick(FACTORS)));
  return affineBinary(random.pick(["mod", "floordiv", "ceildiv"] as const), lhs, affineConstant(random.pick(DIVISORS)));
}

/** Symbols are constants, which stand for the same everywhere. Small operands keep clear of overflow. */
function generateMap(site: GenerationSite, results: number): GeneratedParts {
  const { random, context } = site;
  const index = indexType(context);
  const dims = random.below(3);
  const symbols = random.below(2);
  const operands: Value[] = Array.from({ length: dims }, () => site.below(index, 1000));
  for (let i = 0; i < symbols; i++) operands.push(site.integer(index, random.below(20)));
  const expressions = Array.from({ length: results }, () => randomExpression(site, dims, symbols, 2));
  return { operands, properties: { map: affineMapAttr(context, new AffineMap(dims, symbols, expressions)) } };
}

export const generateApply = (site: GenerationSite): GeneratedParts => generateMap(site, 1);
export const generateExtremum = (site: GenerationSite): GeneratedParts => generateMap(site, 1 + site.random.below(3));
