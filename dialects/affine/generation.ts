// How generated programs have affine maps: sums of dimensions times constants, with divisions by positive constants.
import { affineMapAttr } from "../../ir/core/attribute-constructors.ts";
import { indexType } from "../../ir/core/type-constructors.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  affineBinary,
  affineConstant,
  affineDim,
  affineSymbol,
  isBinary,
  sameExpr,
  type AffineExpr,
} from "../../ir/affine/expr.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import type { GeneratedParts, GenerationSite } from "../../ir/check/generate/generation-site.ts";

const FACTORS = [0, 1, 2, 3, 4, 8, -1, 16];
const DIVISORS = [1, 2, 3, 4, 8, 16];

/** An expression in so many dimensions and symbols; parts made before stand in later ones, too. */
function randomExpression(site: GenerationSite, dims: number, symbols: number, depth: number): AffineExpr {
  const made: AffineExpr[] = [];
  const { random } = site;
  const leaf = (): AffineExpr => {
    const at = random.below(dims + symbols + (dims + symbols === 0 || random.chance(1, 4) ? 1 : 0));
    if (at < dims) return affineDim(at);
    return at < dims + symbols ? affineSymbol(at - dims) : affineConstant(random.pick([0, 1, 2, 5, -1, -3, 7]));
  };
  const divisor = (): AffineExpr => affineConstant(random.pick(DIVISORS));
  const rounding = () => random.pick(["floordiv", "floordiv", "mod", "ceildiv"] as const);
  const make = (left: number): AffineExpr => {
    if (made.length > 0 && random.chance(1, 6)) return random.pick(made);
    if (left === 0 || random.chance(1, 6)) return leaf();
    const lhs = make(left - 1);
    made.push(lhs);
    switch (random.below(8)) {
      case 0:
      case 1:
        // Sums lean to the left, as they are read.
        return affineBinary("add", lhs, make(random.below(left)));
      case 2:
        return affineBinary("mul", lhs, affineConstant(random.pick(FACTORS)));
      case 3: {
        // What is left of a number, or what is whole of it, with the same divisor or nearly.
        const by = divisor();
        const factor = affineConstant(-(random.chance(2, 3) ? constantOf(by) : constantOf(divisor())));
        return affineBinary("add", lhs, affineBinary("mul", affineBinary(rounding(), lhs, by), factor));
      }
      case 4: {
        const by = divisor();
        return affineBinary(rounding(), affineBinary(rounding(), lhs, by), random.chance(1, 2) ? by : divisor());
      }
      case 5:
        return affineBinary(rounding(), affineBinary("mul", lhs, divisor()), divisor());
      default:
        return affineBinary(rounding(), lhs, divisor());
    }
  };
  return make(depth);
}

/** What a reader makes of the text of an expression: sums lean to the left, and are simplified as they come. */
function asRead(expression: AffineExpr): AffineExpr {
  for (let before = expression; ;) {
    const after = readOnce(before);
    if (sameExpr(after, before)) return after;
    before = after;
  }
}

function readOnce(expression: AffineExpr): AffineExpr {
  if (!isBinary(expression)) return expression;
  const { kind, lhs, rhs } = expression;
  if (kind !== "add") return affineBinary(kind, readOnce(lhs), readOnce(rhs));
  return summands(expression)
    .map(readOnce)
    .reduce((sum, term) => affineBinary("add", sum, term));
}

const summands = (expression: AffineExpr): readonly AffineExpr[] =>
  isBinary(expression) && expression.kind === "add"
    ? [...summands(expression.lhs), ...summands(expression.rhs)]
    : [expression];

const constantOf = (expression: AffineExpr): number => (expression.kind === "constant" ? expression.value : 1);

/** Symbols are constants, which stand for the same everywhere. Small operands keep clear of overflow. */
function generateMap(site: GenerationSite, results: number): GeneratedParts {
  const { random, context } = site;
  const index = indexType(context);
  const dims = random.pick([0, 1, 1, 2, 2]);
  const symbols = random.below(2);
  // A negative number shows how divisions round.
  const operands: Value[] = Array.from({ length: dims }, () =>
    random.chance(1, 8) ? site.integer(index, -1 - random.below(20)) : site.below(index, random.pick([20, 1000])),
  );
  for (let i = 0; i < symbols; i++) operands.push(site.integer(index, random.below(20)));
  const expressions = Array.from({ length: results }, () => asRead(randomExpression(site, dims, symbols, 3)));
  return { operands, properties: { map: affineMapAttr(context, new AffineMap(dims, symbols, expressions)) } };
}

export const generateApply = (site: GenerationSite): GeneratedParts => generateMap(site, 1);
export const generateExtremum = (site: GenerationSite): GeneratedParts => generateMap(site, 1 + site.random.below(3));
