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

export const forallPatterns = [constantBounds];
