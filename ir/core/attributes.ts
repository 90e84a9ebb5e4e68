// The attributes: builtin ones as a discriminated union on `kind`. Uniqued in a Context: compare with ===.
import type { AffineMap, IntegerSet } from "../affine/map.ts";
import type { Context } from "./context.ts";
import type { AttributeDefinition } from "./definition.ts";
import type { Location } from "./location.ts";
import type { PackedList } from "./packed-list.ts";
import type { PackedScalars } from "./packed-scalars.ts";
import type { FloatType, IndexType, IntegerType, ShapedType, Type } from "./types.ts";

interface AttributeBase {
  readonly context: Context;
  readonly id: number;
}

/** Also booleans: `true` is 1 : i1. `value` is the signed value (unsigned for unsigned types, 0/1 for i1). */
export interface IntegerAttr extends AttributeBase {
  readonly kind: "integer";
  readonly type: IntegerType | IndexType;
  readonly value: bigint;
}
export interface FloatAttr extends AttributeBase {
  readonly kind: "float";
  readonly type: FloatType;
  /** The bit pattern in the type's own format. */
  readonly bits: bigint;
}
export interface StringAttr extends AttributeBase {
  readonly kind: "string";
  readonly value: string;
  readonly type: Type | undefined;
}
export interface UnitAttr extends AttributeBase {
  readonly kind: "unit";
}
export interface TypeAttr extends AttributeBase {
  readonly kind: "type";
  readonly type: Type;
}
export interface ArrayAttr extends AttributeBase {
  readonly kind: "array";
  readonly elements: readonly Attribute[];
  /** The values, where there are many and all are integers of one type: to read these makes no attributes. */
  readonly packed?: PackedScalars;
  /** The elements, where there are many that differ in kind or type. */
  readonly list?: PackedList;
}
export interface DictionaryAttr extends AttributeBase {
  readonly kind: "dictionary";
  /** Sorted by name. */
  readonly entries: readonly (readonly [string, Attribute])[];
  /** The entries, where there are many: to read these makes no attributes. */
  readonly list?: PackedList;
}
export interface SymbolRefAttr extends AttributeBase {
  readonly kind: "symbol";
  readonly root: string;
  readonly nested: readonly string[];
}
/** `dense<...>` of integers, index, floats or complex: little-endian elements at byteWidth each, or one element if `splat`. */
export interface DenseElementsAttr extends AttributeBase {
  readonly kind: "dense";
  readonly type: ShapedType;
  readonly splat: boolean;
  readonly data: Uint8Array;
}
/** `dense<["a", "b"]>` of an element type that MLIR knows nothing of: all strings in row-major order, or one if `splat`. */
export interface DenseStringElementsAttr extends AttributeBase {
  readonly kind: "dense_string";
  readonly type: ShapedType;
  readonly splat: boolean;
  readonly values: readonly string[];
}
/** `sparse<[[0, 1]], [2.0]>`: a value for each index tuple, zero elsewhere. */
export interface SparseElementsAttr extends AttributeBase {
  readonly kind: "sparse";
  readonly type: ShapedType;
  /** i64, one row a value, one column a dimension. */
  readonly indices: DenseElementsAttr;
  readonly values: DenseElementsAttr | DenseStringElementsAttr;
}
/** `array<i64: 1, 2>`: bigint elements for integer types (0n/1n for i1), numbers for floats. */
export interface DenseArrayAttr extends AttributeBase {
  readonly kind: "dense_array";
  readonly element: IntegerType | FloatType;
  readonly values: readonly (bigint | number)[];
  /** Bit patterns of floats of which a number does not say all: NaNs with a payload, f80 and f128. */
  readonly bits: readonly bigint[] | undefined;
  /** The bits of all elements, where there are many: to read these makes no values. */
  readonly packed?: PackedScalars;
}
export interface AffineMapAttr extends AttributeBase {
  readonly kind: "affine_map";
  readonly map: AffineMap;
}
export interface IntegerSetAttr extends AttributeBase {
  readonly kind: "affine_set";
  readonly set: IntegerSet;
}
export interface StridedLayoutAttr extends AttributeBase {
  readonly kind: "strided";
  readonly offset: number;
  readonly strides: readonly number[];
}
export interface LocationAttr extends AttributeBase {
  readonly kind: "location";
  readonly location: Location;
}
/** `distinct[0]<attribute>`: equal to itself only, whatever it refers to. */
export interface DistinctAttr extends AttributeBase {
  readonly kind: "distinct";
  readonly referenced: Attribute;
}
/** `dense_resource<handle> : type`; the bytes are in the context's resources. */
export interface DenseResourceAttr extends AttributeBase {
  readonly kind: "dense_resource";
  readonly handle: string;
  readonly type: ShapedType;
}
/** An attribute of a registered dialect (enumerations included): its definition and parameters. */
export interface DialectAttr extends AttributeBase {
  readonly kind: "dialect";
  readonly definition: AttributeDefinition;
  readonly parameters: readonly (Type | Attribute)[];
}
/** An attribute of an unregistered dialect, kept as text after `#`. */
export interface OpaqueAttr extends AttributeBase {
  readonly kind: "opaque";
  readonly dialect: string;
  readonly text: string;
  readonly type: Type | undefined;
}

export type Attribute =
  | IntegerAttr | FloatAttr | StringAttr | UnitAttr | TypeAttr | ArrayAttr | DictionaryAttr | SymbolRefAttr
  | DenseElementsAttr | DenseArrayAttr | AffineMapAttr | IntegerSetAttr | StridedLayoutAttr | LocationAttr
  | DenseStringElementsAttr | SparseElementsAttr | DistinctAttr | DenseResourceAttr | DialectAttr | OpaqueAttr; // prettier-ignore
export type AttributeKind = Attribute["kind"];
