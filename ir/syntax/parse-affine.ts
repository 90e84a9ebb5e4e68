// Affine maps and integer sets as text: `(d0, d1)[s0] -> (d0 + s0)`, `(d0) : (d0 - 1 >= 0)`.
import {
  affineBinary,
  affineConstant,
  affineMul,
  affineAdd,
  type AffineBinaryKind,
  type AffineExpr,
} from "../affine/expr.ts";
import { AffineMap, IntegerSet, type SetConstraint } from "../affine/map.ts";
import { Token } from "./lexer.ts";
import type { TokenParser } from "./token-parser.ts";

/** The names in scope, and what stands for each. */
export type AffineNames = ReadonlyMap<string, AffineExpr>;

interface Space {
  readonly dims: number;
  readonly symbols: number;
  readonly names: AffineNames;
}

export function parseAffineMap(p: TokenParser): AffineMap {
  const space = parseSpace(p);
  p.expect("->", "in affine map");
  return new AffineMap(
    space.dims,
    space.symbols,
    p.commaList("(", ")", () => parseAffineExpression(p, space.names)),
  );
}

export function parseIntegerSet(p: TokenParser): IntegerSet {
  const space = parseSpace(p);
  p.expect(":", "in integer set");
  const constraints = p.commaList("(", ")", () => parseConstraint(p, space.names));
  return new IntegerSet(
    space.dims,
    space.symbols,
    constraints.length > 0 ? constraints : [{ expr: affineConstant(0), equality: true }],
  );
}

/** Any word, a type's name too. */
function identifier(p: TokenParser): string {
  const { kind, spelling } = p.lexer;
  if (kind !== Token.bareId) p.error("expected bare identifier");
  p.lexer.advance();
  return spelling;
}

function parseSpace(p: TokenParser): Space {
  const names = new Map<string, AffineExpr>();
  const list = (open: string, close: string, kind: "dim" | "symbol"): number => {
    let position = 0;
    p.commaList(open, close, () => {
      const at = p.position();
      const name = identifier(p);
      if (names.has(name)) p.mistake(`redefinition of identifier '${name}'`, at);
      names.set(name, { kind, position: position++ });
    });
    return position;
  };
  const dims = list("(", ")", "dim");
  const symbols = p.peek("[") ? list("[", "]", "symbol") : 0;
  return { dims, symbols, names };
}

/** `a >= b`, `a <= b`, `a == b`, kept as one side against zero. */
function parseConstraint(p: TokenParser, names: AffineNames): SetConstraint {
  const left = parseAffineExpression(p, names);
  const operator = p.acceptCode(62)
    ? ">"
    : p.acceptCode(60)
      ? "<"
      : p.acceptCode(61)
        ? "="
        : p.error("expected '== affine-expr' or '>= affine-expr' at end of affine constraint");
  p.expect("=");
  const right = parseAffineExpression(p, names);
  const minus = (a: AffineExpr, b: AffineExpr): AffineExpr => affineAdd(a, affineMul(b, affineConstant(-1)));
  return { expr: operator === "<" ? minus(right, left) : minus(left, right), equality: operator === "=" };
}

/** How many operators an affine expression may have: in a row, each makes it one level deeper. */
const MAX_OPERATORS = 512;

function countOperator(p: TokenParser): void {
  if (++p.affineOperators > MAX_OPERATORS) p.reject(`an affine expression may have at most ${MAX_OPERATORS} operators`);
}

/** Sums of products; `names` says what identifiers stand for. */
export function parseAffineExpression(p: TokenParser, names: AffineNames): AffineExpr {
  p.affineOperators = 0;
  return parseSum(p, names);
}

function parseSum(p: TokenParser, names: AffineNames): AffineExpr {
  p.enter();
  let sum = parseProduct(p, names);
  for (;;) {
    if (p.lexer.kind === 43 || p.lexer.kind === 45) countOperator(p);
    if (p.acceptCode(43)) sum = affineAdd(sum, parseProduct(p, names));
    else if (p.acceptCode(45)) sum = affineAdd(sum, affineMul(parseProduct(p, names), affineConstant(-1)));
    else break;
  }
  p.leave();
  return sum;
}

const products: ReadonlyMap<string, Exclude<AffineBinaryKind, "add">> = new Map([
  ["*", "mul"],
  ["mod", "mod"],
  ["floordiv", "floordiv"],
  ["ceildiv", "ceildiv"],
]);

const isSymbolic = (e: AffineExpr): boolean => ("lhs" in e ? isSymbolic(e.lhs) && isSymbolic(e.rhs) : e.kind !== "dim");

function parseProduct(p: TokenParser, names: AffineNames): AffineExpr {
  let left = parseOperand(p, names);
  for (;;) {
    const at = p.position();
    const kind = p.lexer.kind === 42 || p.lexer.kind === Token.bareId ? products.get(p.lexer.spelling) : undefined;
    if (kind === undefined) return left;
    countOperator(p);
    p.lexer.advance();
    const right = parseOperand(p, names);
    if (kind === "mul") {
      if (!isSymbolic(left) && !isSymbolic(right)) {
        p.mistake(
          "non-affine expression: at least one of the multiply operands has to be either a constant or symbolic",
          at,
        );
      }
    } else if (!isSymbolic(right)) {
      p.mistake(`non-affine expression: right operand of ${kind} has to be either a constant or symbolic`, at);
    }
    left = p.mistaken ? left : affineBinary(kind, left, right);
  }
}

function parseOperand(p: TokenParser, names: AffineNames): AffineExpr {
  const { kind, spelling, start } = p.lexer;
  if (kind === 45) {
    p.enter();
    p.lexer.advance();
    const negated = affineMul(parseOperand(p, names), affineConstant(-1));
    p.leave();
    return negated;
  }
  if (kind === Token.integer) {
    p.lexer.advance();
    return affineConstant(p.wide(BigInt(spelling), "affine constant", start));
  }
  if (kind === 40) {
    p.lexer.advance();
    const inner = parseSum(p, names);
    p.expect(")");
    return inner;
  }
  if (kind === Token.bareId || kind === Token.percentId) {
    const named = names.get(spelling);
    if (named === undefined && kind === Token.percentId) p.error("expected affine expression");
    if (spelling === "symbol")
      p.mistake("'symbol' stands before a value in parentheses, and is no name in an expression");
    if (named === undefined) p.mistake("use of undeclared identifier");
    p.lexer.advance();
    return named ?? affineConstant(0);
  }
  return p.error("expected affine expression");
}
