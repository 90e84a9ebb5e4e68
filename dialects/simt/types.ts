// The register kinds: i1 predicates, i32, i64, f32, f64, as constraints and as the arrays that hold a warp's 32 lanes.
import type { Context } from "../../ir/core/context.ts";
import { f32, f64, i1, i32, i64 } from "../../ir/core/type-constructors.ts";
import type { Type } from "../../ir/core/types.ts";
import { exactly, typeWhere, type TypeConstraint } from "../../ir/define/constraints.ts";

/** Threads of a warp. */
export const WARP = 32;

/** The arrays that hold the lanes of a register. */
export interface LaneArrays {
  readonly pred: Uint8Array;
  readonly i32: Int32Array;
  readonly i64: BigInt64Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}
export type RegisterKind = keyof LaneArrays;

export const registerKinds: readonly RegisterKind[] = ["pred", "i32", "i64", "f32", "f64"];

const types: Readonly<Record<RegisterKind, (context: Context) => Type>> = { pred: i1, i32, i64, f32, f64 };

/** The type of a kind of register. */
export const typeOfKind = (context: Context, kind: RegisterKind): Type => types[kind](context);

/** The kind of register that holds a type, or undefined for what is in none. */
export const kindOfType = (type: Type): RegisterKind | undefined =>
  registerKinds.find((kind) => types[kind](type.context) === type);

export const constraints: Readonly<Record<RegisterKind, TypeConstraint>> = {
  pred: exactly("i1", i1),
  i32: exactly("i32", i32),
  i64: exactly("i64", i64),
  f32: exactly("f32", f32),
  f64: exactly("f64", f64),
};

/** Any type that a register has. */
export const RegisterType = typeWhere(
  "i1, i32, i64, f32 or f64",
  (type) => kindOfType(type) !== undefined,
  (context) => registerKinds.map((kind) => types[kind](context)),
);

/** 32-bit registers that one lane of a kind takes; predicates have a file of their own. */
export const registersOfKind: Readonly<Record<RegisterKind, number>> = { pred: 0, i32: 1, i64: 2, f32: 1, f64: 2 };
