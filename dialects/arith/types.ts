// Type constraints that arith's ops share.
import type { Type } from "../../ir/core/types.ts";
import { i1 } from "../../ir/core/type-constructors.ts";
import { withElementType } from "../../ir/core/type-constructors.ts";
import {
  AnyFloat, BoolLike, derived, FloatLike, like, SignlessInteger, SignlessIntegerLike, typeVariable, type TypeConstraint,
} from "../../ir/define/constraints.ts"; // prettier-ignore

/** One integer or index type, or a vector or tensor of it, wherever it is named. */
export const IntegerT = typeVariable("T", SignlessIntegerLike);
/** One float type, or a vector or tensor of it, wherever it is named. */
export const FloatT = typeVariable("T", FloatLike);

/** i1 in the shape of T. */
export const I1ShapedLikeT: TypeConstraint = derived(
  "i1 shaped like T",
  ["T"],
  (bindings, context) => {
    const type = bindings.get("T");
    return type === undefined ? undefined : withElementType(type, i1(context));
  },
  (type) => BoolLike.accepts(type),
);

/** Integers of a width, without index: what extensions and truncations work on. */
export const FixedWidthIntegerLike = like("signless-fixed-width-integer-like", SignlessInteger);
export const AnyFloatLike = like("floating-point-like", AnyFloat);

/** Whether two types are both scalars, or tensors or vectors of one shape. */
export function sameShape(a: Type, b: Type): boolean {
  if (a.kind === "unranked_tensor" || b.kind === "unranked_tensor") return a.kind === b.kind;
  const shapeOf = (type: Type): readonly (number | boolean)[] | undefined =>
    type.kind === "tensor" ? type.shape : type.kind === "vector" ? [...type.shape, ...type.scalable] : undefined;
  const [first, second] = [shapeOf(a), shapeOf(b)];
  if (first === undefined || second === undefined) return first === second;
  return a.kind === b.kind && first.length === second.length && first.every((extent, i) => extent === second[i]);
}
