// Canonicalisation of func: a call of a function that is known is a direct one.
import { pattern, refuse } from "../../ir/rewrite/pattern.ts";
import { CallIndirectOp, CallOp, ConstantOp } from "./ops.ts";

export const callKnownFunction = pattern(
  "func.call_indirect of func.constant @f => func.call @f",
  CallIndirectOp,
  ({ op, callee, calleeOperands }, rewriter) => {
    const known = ConstantOp.match(callee.definingOp);
    if (known === undefined) return refuse("the function is not known");
    const resultTypes = op.results.map(({ type }) => type);
    const call = CallOp.build(rewriter, { operands: calleeOperands, callee: known.value, resultTypes });
    rewriter.replaceOp(op, call.op);
    return true;
  },
);

export const funcPatterns = [callKnownFunction];
