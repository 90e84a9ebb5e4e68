// The value types: i32, i64, f32, f64 and the 128-bit vectors by lanes, as kinds and as constraints.
import type { Context } from "../../ir/core/context.ts";
import { f32, f64, floatType, i32, i64, integerType, vectorType } from "../../ir/core/type-constructors.ts";
import type { Type, VectorType } from "../../ir/core/types.ts";
import { exactly, typeVariable, typeWhere, type TypeConstraint } from "../../ir/define/constraints.ts";
import type { LaneShape, NumberKind, ValueKind } from "./table/instruction.ts";

const numbers: Readonly<Record<NumberKind, (context: Context) => Type>> = { i32, i64, f32, f64 };
const shapes: Readonly<Record<LaneShape, (context: Context) => VectorType>> = {
  i8x16: (c) => vectorType([16], integerType(c, 8)),
  i16x8: (c) => vectorType([8], integerType(c, 16)),
  i32x4: (c) => vectorType([4], i32(c)),
  i64x2: (c) => vectorType([2], i64(c)),
  f32x4: (c) => vectorType([4], floatType(c, "f32")),
  f64x2: (c) => vectorType([2], floatType(c, "f64")),
};
const concrete: Readonly<Record<NumberKind | LaneShape, (context: Context) => Type>> = { ...numbers, ...shapes };
const concreteKinds = ["i32", "i64", "f32", "f64", "i8x16", "i16x8", "i32x4", "i64x2", "f32x4", "f64x2"] as const;

/** The vector type with these lanes. */
export const laneType = (context: Context, shape: LaneShape): VectorType => shapes[shape](context);

/** The kind of a type, or undefined for what is no value type. */
export function kindOfType(type: Type): NumberKind | LaneShape | undefined {
  return concreteKinds.find((kind) => concrete[kind](type.context) === type);
}

const vectorKinds: ReadonlySet<ValueKind | undefined> = new Set<LaneShape>([
  "i8x16",
  "i16x8",
  "i32x4",
  "i64x2",
  "f32x4",
  "f64x2",
]);

/** One of the six vector types. */
export const is128Bits = (type: Type): boolean => type.kind === "vector" && vectorKinds.has(kindOfType(type));

const samplesOf =
  (kinds: readonly (NumberKind | LaneShape)[]) =>
  (context: Context): Type[] =>
    kinds.map((kind) => concrete[kind](context));

const lanesOfWidth = (bits: number, samples: readonly LaneShape[]): TypeConstraint =>
  typeWhere(
    `128-bit vector of ${bits}-bit lanes`,
    (type) => is128Bits(type) && type.kind === "vector" && type.shape[0] === 128 / bits,
    samplesOf(samples),
  );

/** Any type that a WebAssembly value has. */
export const ValueType = typeWhere(
  "i32, i64, f32, f64 or 128-bit vector",
  (type) => kindOfType(type) !== undefined,
  samplesOf(concreteKinds),
);
export const V128 = typeWhere("128-bit vector", is128Bits, samplesOf(["f32x4", "i32x4", "i8x16"]));

const concreteConstraints: Readonly<Record<NumberKind | LaneShape, TypeConstraint>> = {
  i32: exactly("i32", i32),
  i64: exactly("i64", i64),
  f32: exactly("f32", f32),
  f64: exactly("f64", f64),
  i8x16: exactly("vector<16xi8>", shapes.i8x16),
  i16x8: exactly("vector<8xi16>", shapes.i16x8),
  i32x4: exactly("vector<4xi32>", shapes.i32x4),
  i64x2: exactly("vector<2xi64>", shapes.i64x2),
  f32x4: exactly("vector<4xf32>", shapes.f32x4),
  f64x2: exactly("vector<2xf64>", shapes.f64x2),
};

/** The constraint of an operand or result. */
export const constraints: Readonly<Record<ValueKind, TypeConstraint>> = {
  ...concreteConstraints,
  any128: typeVariable("V", V128),
  mask: typeVariable("M", V128),
  lanes8: typeVariable("V", lanesOfWidth(8, ["i8x16"])),
  lanes16: typeVariable("V", lanesOfWidth(16, ["i16x8"])),
  lanes32: typeVariable("V", lanesOfWidth(32, ["i32x4", "f32x4"])),
  lanes64: typeVariable("V", lanesOfWidth(64, ["i64x2", "f64x2"])),
  any: typeVariable("T", ValueType),
};

/** Whether the type follows from the kind alone. */
export const isConcrete = (kind: ValueKind): kind is NumberKind | LaneShape => kind in concrete;
