// stablehlo-legalize-to-linalg: programs of StableHLO on tensors become linalg, tensor, arith, math and scf.
import type { Operation } from "../../../ir/core/operation.ts";
import { leastNormal } from "../../../ir/core/float-bits.ts";
import { elementTypeOf } from "../../../ir/core/types.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import type { Tolerance } from "../../../ir/rewrite/tolerance.ts";
import { unsupported, type ConversionPattern } from "../../../ir/rewrite/conversion-pattern.ts";
import { applyFullConversion } from "../../../ir/rewrite/conversion.ts";
import { ConversionTarget } from "../../../ir/rewrite/conversion-target.ts";
import { functionTypePattern, typeOnlyPatterns } from "../../../ir/rewrite/convert-types.ts";
import type { TypeConverter } from "../../../ir/rewrite/type-converter.ts";
import { constantPatterns } from "./constants.ts";
import { contractionPatterns } from "./contraction.ts";
import { controlFlowPatterns } from "./control-flow.ts";
import { countedLoopPattern } from "./counted-loop.ts";
import { elementwisePatterns } from "./elementwise.ts";
import { gatherScatterPatterns } from "./gather-scatter.ts";
import { movementPatterns } from "./movement.ts";
import { reductionPatterns } from "./reductions.ts";
import { slicePatterns } from "./slices.ts";
import { signlessConverter } from "./types.ts";

/** What has no form below, and why. */
const refusals: Readonly<Record<string, string>> = {
  "stablehlo.complex": "complex numbers",
  "stablehlo.custom_call": "a call of something outside of StableHLO",
  "stablehlo.reduce_precision": "rounding to a format that no type has",
  "stablehlo.select_and_scatter": "a scatter to places that a window selects",
  "stablehlo.sort": "sorting, for which linalg has no form",
};

const refusalPatterns = (): ConversionPattern[] =>
  Object.entries(refusals).map(([root, why]) => ({
    name: `${root} is refused`,
    root,
    convert: () => unsupported(why),
  }));

function patternsOf(converter: TypeConverter): ConversionPattern[] {
  return [
    ...constantPatterns(converter),
    ...elementwisePatterns(converter),
    ...movementPatterns(converter),
    ...slicePatterns(converter),
    ...contractionPatterns(converter),
    ...reductionPatterns(converter),
    countedLoopPattern(converter),
    ...controlFlowPatterns(converter),
    ...gatherScatterPatterns(converter),
    ...refusalPatterns(),
    functionTypePattern("func.func", converter),
    ...typeOnlyPatterns(["func.call", "func.return"], converter),
  ];
}

function targetOf(converter: TypeConverter): ConversionTarget {
  const hasLegalSignature = (op: Operation): boolean => {
    const type = op.attribute("function_type");
    const legal = type?.kind === "type" && type.type.kind === "function" && converter.isLegalFunctionType(type.type);
    return legal && converter.hasLegalRegions(op);
  };
  return (
    new ConversionTarget()
      .illegalDialects("stablehlo")
      // The op whose region it ends is told of itself.
      .dynamicallyLegalOps(["stablehlo.return"], (op) => op.parentOp?.definition.dialect === "stablehlo")
      .dynamicallyLegalOps(["func.func"], hasLegalSignature)
      .othersDynamicallyLegal((op) => converter.isLegalOp(op) && converter.hasLegalRegions(op))
  );
}

/** What has an op of its own stays as it is. */
function toleranceOf(op: Operation): Tolerance | undefined {
  if (op.name !== "stablehlo.logistic") return undefined;
  const element = elementTypeOf(op.result().type);
  if (element.kind !== "float") return undefined;
  // 1 / (1 + exp(-x)): three roundings, each up to a unit of the result, and that of the exact one; below the least normal number exp is infinite.
  return { ulps: 4, absolute: leastNormal(element.name) };
}

export const stablehloLegalizeToLinalg = definePass({
  name: "stablehlo-legalize-to-linalg",
  summary: "Converts stablehlo on tensors to linalg, tensor, arith, math and scf.",
  dependentDialects: ["arith", "linalg", "math", "scf", "tensor"],
  tolerance: toleranceOf,
  run: (root, { listener, fail }) => {
    const converter = signlessConverter();
    // Constants fold in canonicalize; here every op has one form.
    const errors = applyFullConversion(root, targetOf(converter), patternsOf(converter), { listener, fold: false });
    for (const error of errors) fail(error);
  },
});
