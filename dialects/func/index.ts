// The func dialect: functions, calls, returns.
import { Operation } from "../../ir/core/operation.ts";
import { defineDialect } from "../../ir/define/define-dialect.ts";
import { funcPatterns } from "./canonicalize.ts";
import { funcGeneration } from "./generation.ts";
import { CallIndirectOp, CallOp, ConstantOp, FuncOp, ReturnOp } from "./ops.ts";

export { CallIndirectOp, CallOp, ConstantOp, FuncOp, ReturnOp };
export { functionSyntax, functionTypeOf, parseSignature, printSignature } from "./function-syntax.ts";

export const funcDialect = defineDialect({
  name: "func",
  summary: "Functions, calls and returns.",
  ops: [FuncOp, CallOp, ReturnOp, ConstantOp, CallIndirectOp],
  materializeConstant: (context, value, type, location) =>
    value.kind === "symbol" && type.kind === "function"
      ? Operation.create(context, ConstantOp, location, { properties: { value }, resultTypes: [type] })
      : undefined,
  canonicalizationPatterns: funcPatterns,
  generation: funcGeneration,
  suggestResultName: (op) => (op.definition === ConstantOp ? "f" : undefined),
});
