// Type constraints: predicates with a description, type variables, and types that follow from variables.
import type { Arity, TypeConstraint } from "../core/definition.ts";
import type { Context } from "../core/context.ts";
import { DYNAMIC, isShaped, type Type } from "../core/types.ts";
import {
  f32,
  i1,
  i32,
  i64,
  i8,
  indexType,
  tensorType,
  vectorType,
  memrefType,
  floatType,
} from "../core/type-constructors.ts";

export type { TypeConstraint } from "../core/definition.ts";

/** An operand or result that occurs other than exactly once. */
export interface ArityConstraint<A extends Arity = Arity> {
  readonly arity: A;
  readonly constraint: TypeConstraint;
}
export type ElementSpec = TypeConstraint | ArityConstraint;

export const variadic = (constraint: TypeConstraint): ArityConstraint<"variadic"> => ({
  arity: "variadic",
  constraint,
});
export const optional = (constraint: TypeConstraint): ArityConstraint<"optional"> => ({
  arity: "optional",
  constraint,
});

/** A constraint from a predicate. `samples` feed the generators. */
export function typeWhere(
  description: string,
  accepts: (type: Type) => boolean,
  samples?: (context: Context) => readonly Type[],
): TypeConstraint {
  return samples === undefined ? { description, accepts } : { description, accepts, samples };
}

/** Exactly one type: it need not stand in the text. */
export function exactly(description: string, make: (context: Context) => Type): TypeConstraint {
  return {
    description,
    accepts: (type) => type === type.context.once(make),
    infer: (_, context) => context.once(make),
    dependsOn: [],
    samples: (context) => [context.once(make)],
  };
}

/** All places that name the variable hold one and the same type, which `constraint` accepts. */
export function typeVariable(name: string, constraint: TypeConstraint): TypeConstraint {
  return { ...constraint, variable: name };
}

/** As `typeVariable`, of an op all of whose types are this one; dynamic extents fit any (SameOperandsAndResultType). */
export function sameOperandsAndResultType(constraint: TypeConstraint): TypeConstraint {
  return { ...constraint, variable: "T", compatible: true };
}

/** A type computed from variables; the op is wrong when it is another, in the words of `mismatch`. */
export function derived(
  description: string,
  dependsOn: readonly string[],
  infer: (bindings: ReadonlyMap<string, Type>, context: Context) => Type | undefined,
  accepts: (type: Type) => boolean = () => true,
  mismatch?: string | null,
): TypeConstraint {
  return { description, accepts, infer, dependsOn, ...(mismatch === undefined ? {} : { mismatch }) };
}

export function anyOf(...alternatives: TypeConstraint[]): TypeConstraint {
  return typeWhere(
    alternatives.map((a) => a.description).join(" or "),
    (type) => alternatives.some((a) => a.accepts(type)),
    (context) => alternatives.flatMap((a) => a.samples?.(context) ?? []),
  );
}

export const AnyType = typeWhere(
  "any type",
  () => true,
  (c) => [i32(c), f32(c), indexType(c)],
);
export const SignlessInteger = typeWhere(
  "signless integer",
  (t) => t.kind === "integer" && t.signedness === "signless",
  (c) => [i1(c), i8(c), i32(c), i64(c)],
);
export const AnyInteger = typeWhere(
  "integer",
  (t) => t.kind === "integer",
  (c) => [i1(c), i8(c), i32(c), i64(c)],
);
export const Index = exactly("index", indexType);
export const I1 = exactly("1-bit signless integer", i1);
export const I8 = exactly("8-bit signless integer", i8);
export const I32 = exactly("32-bit signless integer", i32);
export const I64 = exactly("64-bit signless integer", i64);
export const F32 = exactly("32-bit float", f32);
export const F64 = exactly("64-bit float", (c) => floatType(c, "f64"));
export const SignlessIntegerOrIndex = typeWhere(
  "signless integer or index",
  (t) => t.kind === "index" || SignlessInteger.accepts(t),
  (c) => [i1(c), i8(c), i32(c), i64(c), indexType(c)],
);
export const AnyFloat = typeWhere(
  "floating-point",
  (t) => t.kind === "float",
  (c) => [f32(c), floatType(c, "f64"), floatType(c, "f16"), floatType(c, "bf16")],
);
export const AnyComplex = typeWhere("complex-type", (t) => t.kind === "complex");
export const AnyRankedTensor = typeWhere(
  "ranked tensor of any type values",
  (t) => t.kind === "tensor",
  (c) => [tensorType([2, 3], f32(c))],
);
export const AnyTensor = typeWhere(
  "tensor of any type values",
  (t) => t.kind === "tensor" || t.kind === "unranked_tensor",
  (c) => [tensorType([2, 3], f32(c))],
);
export const AnyMemRef = typeWhere(
  "memref of any type values",
  (t) => t.kind === "memref",
  (c) => [memrefType([2, 3], f32(c))],
);
export const AnyVector = typeWhere(
  "vector of any type values",
  (t) => t.kind === "vector",
  (c) => [vectorType([4], f32(c))],
);
export const AnyShaped = typeWhere("shaped of any type values", isShaped, (c) => [
  tensorType([2, 3], f32(c)),
  memrefType([2, 3], f32(c)),
]);
export const AnyFunction = typeWhere("function type", (t) => t.kind === "function");

export function tensorOf(element: TypeConstraint): TypeConstraint {
  return typeWhere(
    `tensor of ${element.description} values`,
    (t) => (t.kind === "tensor" || t.kind === "unranked_tensor") && element.accepts(t.element),
    (c) => (element.samples?.(c) ?? []).flatMap((e) => [tensorType([2, 3], e), tensorType([DYNAMIC], e)]),
  );
}
export function vectorOf(element: TypeConstraint): TypeConstraint {
  return typeWhere(
    `vector of ${element.description} values`,
    (t) => t.kind === "vector" && element.accepts(t.element),
    (c) => (element.samples?.(c) ?? []).map((e) => vectorType([4], e)),
  );
}
export function memrefOf(element: TypeConstraint): TypeConstraint {
  return typeWhere(
    `memref of ${element.description} values`,
    (t) => t.kind === "memref" && element.accepts(t.element),
    (c) => (element.samples?.(c) ?? []).map((e) => memrefType([2, 3], e)),
  );
}

/** A scalar of this kind, or a vector or tensor of it: MLIR's "...-like". */
export function like(name: string, element: TypeConstraint): TypeConstraint {
  return typeWhere(
    name,
    (t) =>
      element.accepts(t) ||
      ((t.kind === "vector" || t.kind === "tensor" || t.kind === "unranked_tensor") && element.accepts(t.element)),
    (c) => [
      ...(element.samples?.(c) ?? []),
      ...(vectorOf(element).samples?.(c) ?? []),
      ...(tensorOf(element).samples?.(c) ?? []),
    ],
  );
}
export const SignlessIntegerLike = like("signless-integer-like", SignlessIntegerOrIndex);
export const FloatLike = like("floating-point-like", AnyFloat);
export const BoolLike = like("bool-like", I1);
