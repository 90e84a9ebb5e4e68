// The dialect: its ops, and the rules that canonicalize applies to them.
import { defineDialect } from "terrace";
import { materializeArithConstant } from "terrace/dialects/arith";
import { SquareOp } from "./ops.js";
import { squareOfNegation } from "./rules.js";

export const toyDialect = defineDialect({
  name: "toy",
  summary: "Squares of numbers.",
  ops: [SquareOp],
  canonicalizationPatterns: [squareOfNegation],
  // What ops fold to on constants is a constant of arith.
  materializeConstant: materializeArithConstant,
});
