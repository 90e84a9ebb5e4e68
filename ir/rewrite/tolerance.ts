// Tolerance: how far the floats of a rewritten program may be from those of the program before, where a rewrite says that they may.

/** A float passes that is within any one of these. Without a tolerance results are the same bits (any NaN is any NaN). */
export interface Tolerance {
  /** Representable numbers of the type in between. */
  readonly ulps?: number;
  /** Part of the larger magnitude. */
  readonly relative?: number;
  readonly absolute?: number;
}
