// poly-expose-coefficients: linear ops whose result is wanted as a tensor are done on tensors, where other dialects' rules see them.
//
//   %s = poly.add %p, %q : !P    %t = poly.to_tensor %s : !P
//   =>
//   %a = poly.to_tensor %p : !P  %b = poly.to_tensor %q : !P  %t = arith.addi %a, %b : tensor<4xi32>
import { applyPatternsGreedily, definePass, match, refuse, rule, val } from "terrace";
import { LinearOpInterface, ToTensorOp } from "./ops.ts";

export const exposeCoefficients = rule(
  "tensor(f(p, q)) => f(tensor(p), tensor(q))",
  match(ToTensorOp, { polynomial: val("f") }),
  ({ f: { definingOp } }, rewriter, root) => {
    const onTensors = definingOp === null ? undefined : LinearOpInterface.of(definingOp);
    if (definingOp === null || onTensors === undefined) return refuse("is the result of no linear op");
    const operands = definingOp.operands.map((polynomial) => ToTensorOp.build(rewriter, { polynomial }).result);
    return rewriter.create(onTensors.name, { operands, resultTypes: [root.result().type] });
  },
);

export const polyExposeCoefficients = definePass({
  name: "poly-expose-coefficients",
  summary: "Does linear ops of polynomials on the tensors of their coefficients.",
  dependentDialects: ["arith"],
  run: (root, { listener }) => void applyPatternsGreedily(root, [exposeCoefficients], { listener }),
});
