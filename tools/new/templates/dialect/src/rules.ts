// Rules that canonicalize applies.
import { match, rule, val } from "terrace";
import { NegFOp } from "terrace/dialects/arith";
import { SquareOp } from "./ops.js";

/** square(-x) => square(x) */
export const squareOfNegation = rule(
  "square(-x) => square(x)",
  match(SquareOp, { value: match(NegFOp, { operand: val("x") }) }),
  ({ x }, rewriter) => SquareOp.build(rewriter, { value: x }),
);
