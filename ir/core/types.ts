// The types: builtin ones as a discriminated union on `kind`, dialect types under kind "dialect". Uniqued in a Context: compare with ===.
import type { Attribute } from "./attributes.ts";
import type { Context } from "./context.ts";
import type { TypeDefinition } from "./definition.ts";

interface TypeBase {
  readonly context: Context;
  /** Unique number within the context; used in uniquing keys and hashes. */
  readonly id: number;
}

export type Signedness = "signless" | "signed" | "unsigned";

export interface IntegerType extends TypeBase {
  readonly kind: "integer";
  readonly width: number;
  readonly signedness: Signedness;
}
export interface IndexType extends TypeBase {
  readonly kind: "index";
}
export type FloatName =
  | "f16" | "bf16" | "f32" | "f64" | "tf32" | "f80" | "f128"
  | "f8E5M2" | "f8E4M3" | "f8E4M3FN" | "f8E5M2FNUZ" | "f8E4M3FNUZ" | "f8E4M3B11FNUZ" | "f8E3M4" | "f8E8M0FNU"
  | "f6E2M3FN" | "f6E3M2FN" | "f4E2M1FN"; // prettier-ignore
export interface FloatType extends TypeBase {
  readonly kind: "float";
  readonly name: FloatName;
  /** Storage width in bits. */
  readonly width: number;
}
export interface NoneType extends TypeBase {
  readonly kind: "none";
}
export interface ComplexType extends TypeBase {
  readonly kind: "complex";
  readonly element: Type;
}
export interface TupleType extends TypeBase {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
}
export interface FunctionType extends TypeBase {
  readonly kind: "function";
  readonly inputs: readonly Type[];
  readonly results: readonly Type[];
}
export interface RankedTensorType extends TypeBase {
  readonly kind: "tensor";
  readonly shape: readonly number[];
  readonly element: Type;
  readonly encoding: Attribute | undefined;
}
export interface UnrankedTensorType extends TypeBase {
  readonly kind: "unranked_tensor";
  readonly element: Type;
}
export interface MemRefType extends TypeBase {
  readonly kind: "memref";
  readonly shape: readonly number[];
  readonly element: Type;
  /** A strided layout or an affine map; undefined is the identity (row-major, offset 0). */
  readonly layout: Attribute | undefined;
  readonly memorySpace: Attribute | undefined;
}
export interface UnrankedMemRefType extends TypeBase {
  readonly kind: "unranked_memref";
  readonly element: Type;
  readonly memorySpace: Attribute | undefined;
}
export interface VectorType extends TypeBase {
  readonly kind: "vector";
  readonly shape: readonly number[];
  readonly element: Type;
  /** One flag a dimension; a scalable extent prints in brackets. */
  readonly scalable: readonly boolean[];
}
/** A type of a registered dialect: its definition and its parameters, decoded. */
export interface DialectType extends TypeBase {
  readonly kind: "dialect";
  readonly definition: TypeDefinition;
  readonly parameters: readonly (Type | Attribute)[];
}
/** A type of an unregistered dialect, kept as text: `!dialect<text>` or `!dialect.name<...>`. */
export interface OpaqueType extends TypeBase {
  readonly kind: "opaque";
  readonly dialect: string;
  /** Everything after `!`, as it is printed. */
  readonly text: string;
}

export type ShapedType = RankedTensorType | MemRefType | VectorType;
export type Type =
  | IntegerType | IndexType | FloatType | NoneType | ComplexType | TupleType | FunctionType
  | RankedTensorType | UnrankedTensorType | MemRefType | UnrankedMemRefType | VectorType | DialectType | OpaqueType; // prettier-ignore

/** A dynamic extent, stride or offset: MLIR's kDynamic, -2^63, which a double holds exactly. Prints as `?`. */
export const DYNAMIC = -9223372036854775808;

export function isShaped(type: Type): type is ShapedType {
  return type.kind === "tensor" || type.kind === "memref" || type.kind === "vector";
}

/** The type in whose form values of this one are at run time: a dialect's type may say one, others are it. */
export function representationOf(type: Type): Type {
  return type.kind === "dialect" ? (type.definition.representation?.(type.parameters) ?? type) : type;
}

/** The element type of a shaped type, or the type itself. */
export function elementTypeOf(type: Type): Type {
  switch (type.kind) {
    case "tensor":
    case "memref":
    case "vector":
    case "unranked_tensor":
    case "unranked_memref":
      return type.element;
    default:
      return type;
  }
}

export function isStaticShape(shape: readonly number[]): boolean {
  return shape.every((extent) => extent !== DYNAMIC);
}

/** Product of the extents (1 for rank 0). The shape must be static. */
export function elementCount(shape: readonly number[]): number {
  let count = 1;
  // By number: shapes are frozen, and of frozen arrays the engine makes an object for each turn of a for...of.
  for (let d = 0; d < shape.length; d++) count *= shape[d]!;
  return count;
}

export function isIntegerOrIndex(type: Type): type is IntegerType | IndexType {
  return type.kind === "integer" || type.kind === "index";
}

/** Bits of a scalar type as it is computed on (index counts 64), or undefined for other types. */
export function bitWidth(type: Type): number | undefined {
  switch (type.kind) {
    case "integer":
    case "float":
      return type.width;
    case "index":
      return 64;
    case "complex": {
      const width = bitWidth(type.element);
      return width === undefined ? undefined : 2 * width;
    }
    default:
      return undefined;
  }
}

/** Bytes that one element takes in memory: i1 and other sub-byte types take one, index eight, complex two elements. */
export function byteWidth(type: Type): number | undefined {
  if (type.kind === "complex") {
    const width = byteWidth(type.element);
    return width === undefined ? undefined : 2 * width;
  }
  const bits = bitWidth(type);
  if (bits === undefined) return undefined;
  if (bits <= 8) return 1;
  if (bits <= 16) return 2;
  if (bits <= 32) return 4;
  if (bits <= 64) return 8;
  return Math.ceil(bits / 64) * 8;
}
