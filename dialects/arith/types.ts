// Type constraints that arith's ops share.
import { i1 } from "../../ir/core/type-constructors.ts";
import { withElementType } from "../../ir/core/type-constructors.ts";
import {
  AnyFloat, BoolLike, derived, FloatLike, like, sameOperandsAndResultType, SignlessInteger, SignlessIntegerLike, typeVariable,
  type TypeConstraint,
} from "../../ir/define/constraints.ts"; // prettier-ignore

/** One integer or index type, or a vector or tensor of it, of all operands and results. */
export const IntegerT = sameOperandsAndResultType(SignlessIntegerLike);
/** One float type, or a vector or tensor of it, of all operands and results. */
export const FloatT = sameOperandsAndResultType(FloatLike);
/** One type of the operands, where the results have another. */
export const IntegerOperandT = typeVariable("T", SignlessIntegerLike);
export const FloatOperandT = typeVariable("T", FloatLike);

/** i1 in the shape of T; without `mismatch` the op's own verifier says which shapes fit. */
const i1ShapedLikeT = (mismatch: string | null): TypeConstraint =>
  derived(
    BoolLike.description,
    ["T"],
    (bindings, context) => {
      const type = bindings.get("T");
      return type === undefined ? undefined : withElementType(type, i1(context));
    },
    (type) => BoolLike.accepts(type),
    mismatch,
  );
export const I1ShapedLikeT = i1ShapedLikeT(
  "failed to verify that result type has i1 element type and same shape as operands",
);
export const I1ElementwiseT = i1ShapedLikeT(null);

/** Integers of a width, without index: what extensions and truncations work on. */
export const FixedWidthIntegerLike = like("signless-fixed-width-integer-like", SignlessInteger);
export const AnyFloatLike = like("floating-point-like", AnyFloat);
