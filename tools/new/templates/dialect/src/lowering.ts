// The way down: every op of the dialect as ops of others. Every machine's pipeline begins with it.
import { applyPatternsGreedily, definePass, match, rule, val } from "terrace";
import { MulFOp } from "terrace/dialects/arith";
import { SquareOp } from "./ops.js";

/** square(x) => x * x */
const square = rule("square(x) => x * x", match(SquareOp, { value: val("x") }), ({ x }, rewriter) =>
  MulFOp.build(rewriter, { lhs: x, rhs: x }),
);

export const convertToyToArith = definePass({
  name: "convert-toy-to-arith",
  summary: "Converts the dialect toy to arith.",
  dependentDialects: ["arith"],
  run: (root, { listener }) => void applyPatternsGreedily(root, [square], { listener }),
});
