// Tolerance: how far the floats of a rewritten program may be from those of the program before, where a rewrite says that they may.

/** A float passes that is within any one of these. Without a tolerance results are the same bits (any NaN is any NaN). */
export interface Tolerance {
  /** Representable numbers of the type in between. */
  readonly ulps?: number;
  /** Part of the larger magnitude. */
  readonly relative?: number;
  readonly absolute?: number;
  /**
   * So many terms of a sum may be added in another order, or their products not rounded before. Two such sums differ by what `regrouping` says, of
   * terms no larger than `magnitude`, which whoever chooses the inputs knows.
   */
  readonly terms?: number;
  readonly magnitude?: number;
}

/** The larger of each. */
export function loosest(a: Tolerance | undefined, b: Tolerance | undefined): Tolerance | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const larger = (x: number | undefined, y: number | undefined): number => Math.max(x ?? 0, y ?? 0);
  return {
    ulps: larger(a.ulps, b.ulps),
    relative: larger(a.relative, b.relative),
    absolute: larger(a.absolute, b.absolute),
    terms: larger(a.terms, b.terms),
    magnitude: larger(a.magnitude, b.magnitude),
  };
}

/**
 * How far sums of `terms` terms may be from each other, with a unit roundoff: each is within (n - 1) u times the sum of the magnitudes, to first
 * order (N. Higham, Accuracy and Stability of Numerical Algorithms, 2002, 4.2), and a product that is rounded adds one u a term.
 */
export function regrouping({ terms = 0, magnitude = 0 }: Tolerance, unit: number): number {
  return terms === 0 ? 0 : 2 * terms * unit * terms * magnitude;
}
