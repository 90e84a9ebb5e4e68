// Constraints on vector types, and reading the types of values that the verifier has checked.
import { vectorType } from "../../ir/core/type-constructors.ts";
import { elementTypeOf, isShaped, type ShapedType, type Type, type VectorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  AnyFloat,
  anyOf,
  AnyInteger,
  derived,
  I1,
  Index,
  typeWhere,
  type TypeConstraint,
} from "../../ir/define/constraints.ts";

const isVector = (type: Type): type is VectorType => type.kind === "vector";
const hasRank = (type: Type): boolean => isVector(type) && type.shape.length > 0;

export const AnyVectorOfAnyRank = typeWhere("vector of any type values", isVector, (c) =>
  (I1.samples?.(c) ?? []).map((e) => vectorType([4], e)),
);
export const AnyVectorOfNonZeroRank = typeWhere(
  "vector of any type values of ranks > 0",
  hasRank,
  AnyVectorOfAnyRank.samples,
);

function vectorOfNonZeroRank(element: TypeConstraint): TypeConstraint {
  return typeWhere(
    `vector of ${element.description} values of ranks > 0`,
    (type) => isVector(type) && type.shape.length > 0 && element.accepts(type.element),
    (c) => (element.samples?.(c) ?? []).map((e) => vectorType([4], e)),
  );
}
export const MaskVector = vectorOfNonZeroRank(I1);
export const IndexVector = vectorOfNonZeroRank(anyOf(AnyInteger, Index));
export const FloatVector = typeWhere(
  "vector of floating-point values",
  (type) => isVector(type) && AnyFloat.accepts(type.element),
  (c) => (AnyFloat.samples?.(c) ?? []).map((e) => vectorType([4], e)),
);
export const MaskVectorOfAnyRank = typeWhere(
  "vector of 1-bit signless integer values",
  (type) => isVector(type) && I1.accepts(type.element),
  MaskVector.samples,
);
export const TensorOrMemRef = typeWhere(
  "ranked tensor or memref of any type values",
  (type) => type.kind === "tensor" || type.kind === "memref",
);

/** The type of variable `T`, named in the message of a mismatch. */
export const sameAs = (variable: string): TypeConstraint =>
  derived(`same type as ${variable}`, [variable], (bindings) => bindings.get(variable));

/** The vector type of a value that a constraint has checked. */
export function vectorTypeOf(value: Value): VectorType {
  if (isVector(value.type)) return value.type;
  throw new Error(`expected a vector, found a type of kind '${value.type.kind}'`);
}

/** The tensor or memref type of a value that a constraint has checked. */
export function shapedTypeOf(value: Value): ShapedType {
  if (isShaped(value.type)) return value.type;
  throw new Error(`expected a shaped type, found a type of kind '${value.type.kind}'`);
}

/** The extents of a vector; a scalar has none. */
export const extentsOf = (type: Type): readonly number[] => (isVector(type) ? type.shape : []);

export const sameElementType = (a: Value, b: Value): boolean => elementTypeOf(a.type) === elementTypeOf(b.type);

/** A vector type, or the element itself where no dimension is left: what reductions and extractions give. */
export function vectorOrScalar(shape: readonly number[], like: VectorType, scalable: readonly boolean[]): Type {
  return shape.length === 0 ? like.element : vectorType(shape, like.element, scalable);
}
