// Affine maps and integer sets: immutable values with a text that doubles as their uniquing key.
import {
  affineConstant,
  affineDim,
  evaluateExpr,
  printExpr,
  substituteExpr,
  usesDim,
  type AffineExpr,
} from "./expr.ts";

function spaceText(dims: number, symbols: number): string {
  const list = (prefix: string, count: number): string =>
    Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(", ");
  return `(${list("d", dims)})${symbols > 0 ? `[${list("s", symbols)}]` : ""}`;
}

/** `(d0, d1)[s0] -> (d0 + s0, d1)`. */
export class AffineMap {
  readonly dims: number;
  readonly symbols: number;
  readonly results: readonly AffineExpr[];
  /** MLIR's text without `affine_map<...>`; equal maps have equal keys. */
  readonly key: string;

  constructor(dims: number, symbols: number, results: readonly AffineExpr[]) {
    this.dims = dims;
    this.symbols = symbols;
    this.results = results;
    this.key = `${spaceText(dims, symbols)} -> (${results.map((e) => printExpr(e)).join(", ")})`;
  }

  static identity(rank: number): AffineMap {
    return new AffineMap(
      rank,
      0,
      Array.from({ length: rank }, (_, i) => affineDim(i)),
    );
  }

  static constant(value: number): AffineMap {
    return new AffineMap(0, 0, [affineConstant(value)]);
  }

  /** The map whose results are these dimensions in this order. */
  static projection(dims: number, positions: readonly number[]): AffineMap {
    return new AffineMap(dims, 0, positions.map(affineDim));
  }

  get isIdentity(): boolean {
    return (
      this.symbols === 0 &&
      this.results.length === this.dims &&
      this.results.every((e, i) => e.kind === "dim" && e.position === i)
    );
  }

  /** Each result is a different dimension. */
  get isProjectedPermutation(): boolean {
    const positions = this.dimPositions;
    return positions !== undefined && this.symbols === 0 && new Set(positions).size === positions.length;
  }

  get isPermutation(): boolean {
    return this.results.length === this.dims && this.isProjectedPermutation;
  }

  /** The dimension of each result when all results are plain dimensions. */
  get dimPositions(): readonly number[] | undefined {
    const positions: number[] = [];
    for (const e of this.results) {
      if (e.kind !== "dim") return undefined;
      positions.push(e.position);
    }
    return positions;
  }

  usesDim(position: number): boolean {
    return this.results.some((e) => usesDim(e, position));
  }

  evaluate(dims: readonly number[], symbols: readonly number[] = []): number[] {
    return this.results.map((e) => evaluateExpr(e, dims, symbols));
  }

  /** `this` after `inner`: (this o inner)(x) = this(inner(x)). Symbols of `inner` come first in the result. */
  compose(inner: AffineMap): AffineMap {
    const symbols = Array.from({ length: this.symbols }, (_, i): AffineExpr => ({
      kind: "symbol",
      position: inner.symbols + i,
    }));
    return new AffineMap(
      inner.dims,
      inner.symbols + this.symbols,
      this.results.map((e) => substituteExpr(e, inner.results, symbols)),
    );
  }

  /** The inverse of a permutation. */
  inversePermutation(): AffineMap {
    const positions = this.dimPositions;
    if (positions === undefined || !this.isPermutation) throw new Error(`${this.key} is no permutation`);
    const inverse = new Array<number>(this.dims).fill(0);
    positions.forEach((dim, result) => (inverse[dim] = result));
    return AffineMap.projection(this.dims, inverse);
  }
}

export interface SetConstraint {
  readonly expr: AffineExpr;
  /** `expr == 0`, or `expr >= 0`. */
  readonly equality: boolean;
}

/** `(d0) : (d0 - 1 >= 0)`. */
export class IntegerSet {
  readonly dims: number;
  readonly symbols: number;
  readonly constraints: readonly SetConstraint[];
  readonly key: string;

  constructor(dims: number, symbols: number, constraints: readonly SetConstraint[]) {
    this.dims = dims;
    this.symbols = symbols;
    this.constraints = constraints;
    const texts = constraints.map(({ expr, equality }) => `${printExpr(expr)} ${equality ? "==" : ">="} 0`);
    this.key = `${spaceText(dims, symbols)} : (${texts.join(", ")})`;
  }

  contains(dims: readonly number[], symbols: readonly number[] = []): boolean {
    return this.constraints.every(({ expr, equality }) => {
      const value = evaluateExpr(expr, dims, symbols);
      return equality ? value === 0 : value >= 0;
    });
  }
}
