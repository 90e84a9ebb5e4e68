// The math dialect: functions of floats and integers, on scalars, vectors and tensors.
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { materializeArithConstant } from "../arith/index.ts";
import * as ops from "./ops.ts";

export * from "./ops.ts";

export const mathDialect = defineDialect({
  name: "math",
  summary: "Functions of floats and integers.",
  dependentDialects: ["arith"],
  ops: Object.values(ops),
  materializeConstant: materializeArithConstant,
  suggestResultName: (op) => (op.name === "math.sincos" ? ["sin", "cos"] : undefined),
});
