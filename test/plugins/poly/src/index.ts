// The plugin: what `terrace --load-plugin` loads, and what other packages import.
import { defineDialect, definePlugin, Operation } from "terrace";
import { materializeArithConstant } from "terrace/dialects/arith";
import { polyExposeCoefficients } from "./expose-coefficients.ts";
import { convertPolyToScf } from "./lowering.ts";
import { AddOp, ConstantOp, EvalOp, FromTensorOp, MulOp, SubOp, ToTensorOp } from "./ops.ts";
import { polyRules } from "./rules.ts";
import { PolyType } from "./type.ts";

export const polyDialect = defineDialect({
  name: "poly",
  summary: "Polynomials over a ring of integers, modulo x**n - 1 or x**n + 1.",
  ops: [ConstantOp, FromTensorOp, ToTensorOp, AddOp, SubOp, MulOp, EvalOp],
  types: [PolyType],
  dependentDialects: ["arith"],
  canonicalizationPatterns: polyRules,
  materializeConstant: (context, value, type, location) =>
    PolyType.is(type)
      ? Operation.create(context, ConstantOp, location, { properties: { value }, resultTypes: [type] })
      : materializeArithConstant(context, value, type, location),
});

export * from "./expose-coefficients.ts";
export * from "./ops.ts";
export { convertPolyToScf, polyRules };

export default definePlugin({
  name: "terrace-poly",
  terrace: "^0.1.0",
  dialects: [polyDialect],
  passes: [polyExposeCoefficients],
  conversions: [convertPolyToScf],
});
