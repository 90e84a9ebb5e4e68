// The rules of the pass.
import { constant, match, rule, val } from "terrace";
import { AddIOp, MulIOp } from "terrace/dialects/arith";

/** x * 2 => x + x */
export const doubling = rule("x * 2 => x + x", match(MulIOp, { lhs: val("x"), rhs: constant(2n) }), ({ x }, rewriter) =>
  AddIOp.build(rewriter, { lhs: x, rhs: x }),
);
