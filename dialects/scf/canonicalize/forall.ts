// Canonicalisation of scf.forall: bounds and steps that are constants become part of the op.
import { withConstants, type MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { forallBounds, ForallOp, setForallBounds } from "../ops/forall.ts";

const dynamicCount = (...lists: readonly (readonly MixedIndex[])[]): number =>
  lists.flat().filter((index) => typeof index !== "number").length;

const constantBounds = pattern("scf.forall with constant bounds => static ones", ForallOp, ({ op }, rewriter) => {
  const { lower, upper, step } = forallBounds(op);
  const bounds = { lower: withConstants(lower), upper: withConstants(upper), step: withConstants(step) };
  if (dynamicCount(lower, upper, step) === dynamicCount(bounds.lower, bounds.upper, bounds.step))
    return refuse("no bound is a constant");
  rewriter.modifyInPlace(op, () => setForallBounds(op, bounds));
  return true;
});

const noIterations = pattern(
  "scf.forall that never runs => its outputs",
  ForallOp,
  ({ op, outputs, mapping }, rewriter) => {
    if (mapping !== undefined) return refuse("it is mapped to a device");
    const { lower, upper } = forallBounds(op);
    const isEmpty = upper.some((to, d) => {
      const from = lower[d];
      return from === to || (typeof from === "number" && typeof to === "number" && to <= from);
    });
    if (!isEmpty) return refuse("no dimension is known to be empty");
    rewriter.replaceOp(op, outputs);
    return true;
  },
);

export const forallPatterns = [constantBounds, noIterations];
