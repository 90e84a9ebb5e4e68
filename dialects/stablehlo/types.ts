// Type constraints of StableHLO's ops, and what is read off their ranked tensor types.
import { DYNAMIC, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import { f32, floatType, i1, i32, integerType, tensorType } from "../../ir/core/type-constructors.ts";
import { typeWhere, type TypeConstraint } from "../../ir/define/constraints.ts";
import type { Value } from "../../ir/core/value.ts";

const widths: ReadonlySet<number> = new Set([2, 4, 8, 16, 32, 64]);

export const isBool = (type: Type): boolean =>
  type.kind === "integer" && type.width === 1 && type.signedness === "signless";
export const isInteger = (type: Type): boolean =>
  type.kind === "integer" && type.signedness !== "signed" && widths.has(type.width);
export const isUnsigned = (type: Type): boolean =>
  type.kind === "integer" && (type.signedness === "unsigned" || type.width === 1);
const isSignedInteger = (type: Type): boolean => isInteger(type) && !isUnsigned(type);
const isFloat = (type: Type): boolean => type.kind === "float" && type.width <= 64 && type.name !== "tf32";
const isComplex = (type: Type): boolean =>
  type.kind === "complex" &&
  type.element.kind === "float" &&
  (type.element.name === "f32" || type.element.name === "f64");

type Kind = readonly [description: string, accepts: (type: Type) => boolean, sample: (like: Type) => Type];
const float: Kind = ["4/6/8/16/32/64-bit float", isFloat, (t) => floatType(t.context, "f32")];
const bool: Kind = ["bool", isBool, (t) => i1(t.context)];
const integer: Kind = ["2/4/8/16/32/64-bit integer", isInteger, (t) => i32(t.context)];
const signedInteger: Kind = ["2/4/8/16/32/64-bit signless integer", isSignedInteger, (t) => i32(t.context)];
const complex: Kind = ["complex type with 32/64-bit float elements", isComplex, (t) => floatType(t.context, "f32")];

function tensorOfKinds(...kinds: readonly Kind[]): TypeConstraint {
  return typeWhere(
    `ranked tensor of ${kinds.map(([description]) => description).join(" or ")} values`,
    (type) => type.kind === "tensor" && kinds.some(([, accepts]) => accepts(type.element)),
    (context) =>
      kinds.filter((kind) => kind !== complex).flatMap(([, , sample]) => tensorType([2, 3], sample(f32(context)))),
  );
}

export const AnyTensor = tensorOfKinds(float, bool, integer, complex);
export const BoolTensor = tensorOfKinds(bool);
export const IntTensor = tensorOfKinds(integer);
export const BoolOrIntTensor = tensorOfKinds(bool, integer);
export const FloatTensor = tensorOfKinds(float);
export const ComplexTensor = tensorOfKinds(complex);
export const FloatOrComplexTensor = tensorOfKinds(float, complex);
export const SignedNumberTensor = tensorOfKinds(signedInteger, float, complex);
export const NumberTensor = tensorOfKinds(integer, float, complex);
export const IotaTensor = tensorOfKinds(integer, float, complex);
export const FloatOf32Or64Tensor: TypeConstraint = typeWhere(
  "ranked tensor of 32-bit float or 64-bit float values",
  (type) =>
    type.kind === "tensor" &&
    type.element.kind === "float" &&
    (type.element.name === "f32" || type.element.name === "f64"),
  (context) => [tensorType([2, 3], f32(context))],
);

const rankZero = (constraint: TypeConstraint, description: string): TypeConstraint =>
  typeWhere(
    `0D tensor of ${description} values`,
    (type) => constraint.accepts(type) && type.kind === "tensor" && type.shape.length === 0,
    (context) =>
      (constraint.samples?.(context) ?? []).flatMap((type) =>
        type.kind === "tensor" ? [tensorType([], type.element)] : [],
      ),
  );
export const ScalarTensor = rankZero(AnyTensor, "any supported");
export const BoolScalar = rankZero(BoolTensor, "bool");
export const IntScalar = rankZero(IntTensor, "2/4/8/16/32/64-bit integer");
export const Int32Scalar: TypeConstraint = typeWhere(
  "0D tensor of 32-bit signless integer values",
  (type) => type === tensorType([], integerType(type.context, 32)),
  (context) => [tensorType([], i32(context))],
);

/** The ranked tensor type of a value; the constraints ask for one. */
export function tensorTypeOf(value: Value | Type): RankedTensorType {
  const type = "kind" in value ? value : value.type;
  if (type.kind !== "tensor") throw new Error("the verifier asks for a ranked tensor here");
  return type;
}

export const shapeOf = (value: Value | Type): readonly number[] => tensorTypeOf(value).shape;
export const elementOf = (value: Value | Type): Type => tensorTypeOf(value).element;

/** Whether two shapes can be one at run time: equal where both are known. */
export function compatibleShapes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((extent, d) => extent === b[d] || extent === DYNAMIC || b[d] === DYNAMIC);
}

export const isRankZero = (value: Value): boolean => shapeOf(value).length === 0;
