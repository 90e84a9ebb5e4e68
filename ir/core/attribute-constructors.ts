// Constructors of the builtin attributes; each returns the unique attribute of its context.
import type { AffineMap, IntegerSet } from "../affine/map.ts";
import type {
  ArrayAttr, AffineMapAttr, Attribute, DenseArrayAttr, DenseElementsAttr, DictionaryAttr, FloatAttr, IntegerAttr,
  IntegerSetAttr, LocationAttr, OpaqueAttr, StridedLayoutAttr, StringAttr, SymbolRefAttr, TypeAttr, UnitAttr,
  DenseStringElementsAttr, DialectAttr, DenseResourceAttr, DistinctAttr, SparseElementsAttr,
} from "./attributes.ts"; // prettier-ignore
import type { Context } from "./context.ts";
import type { AttributeDefinition } from "./definition.ts";
import { locationKey, type Location } from "./location.ts";
import { bitsToFloat, floatToBits } from "./float-bits.ts";
import { listArrayAttr, listDictionaryAttr, packedArrayAttr, packedDenseArrayAttr } from "./packed-attributes.ts";
import { Packed, PackedWriter, type PackedList, type PackedReader } from "./packed-list.ts";
import { isPackable, PACKED_FROM, ScalarPacker, type PackedScalars } from "./packed-scalars.ts";
import { i64, i1, indexType } from "./type-constructors.ts";
import type { FloatType, IndexType, IntegerType, ShapedType, Type } from "./types.ts";
import { integerOfNumber } from "./wide-integer.ts";

/** Wraps a value to the type's range: signed for signless (i1: 0 or 1) and signed types, unsigned for unsigned ones; index is 64 bits. */
export function wrapInteger(type: IntegerType | IndexType, value: bigint): bigint {
  if (type.kind === "index") return BigInt.asIntN(64, value);
  if ((type.width === 1 && type.signedness === "signless") || type.signedness === "unsigned")
    return BigInt.asUintN(type.width, value);
  return BigInt.asIntN(type.width, value);
}

const exactInteger = (value: bigint | number): bigint => (typeof value === "number" ? integerOfNumber(value) : value);

/** How many of the integers from 0 on are found without making a key of them. */
const SMALL_INTEGERS = 1024;

export function integerAttr(type: IntegerType | IndexType, value: bigint | number): IntegerAttr {
  if (value < 0 || value >= SMALL_INTEGERS) return uniqueInteger(type, value);
  const { smallIntegers } = type.context;
  let known = smallIntegers.get(type);
  if (known === undefined) smallIntegers.set(type, (known = []));
  return (known[Number(value)] ??= uniqueInteger(type, value));
}

function uniqueInteger(type: IntegerType | IndexType, value: bigint | number): IntegerAttr {
  const wrapped = wrapInteger(type, exactInteger(value));
  return type.context.uniqueInteger(type, wrapped);
}

export function boolAttr(context: Context, value: boolean): IntegerAttr {
  return integerAttr(i1(context), value ? 1n : 0n);
}

export function i64Attr(context: Context, value: bigint | number): IntegerAttr {
  return integerAttr(i64(context), value);
}

export function indexAttr(context: Context, value: bigint | number): IntegerAttr {
  return integerAttr(indexType(context), value);
}

export function floatAttrFromBits(type: FloatType, bits: bigint): FloatAttr {
  return type.context.uniqueAttribute("float", `${type.id} ${bits}`, { kind: "float", type, bits });
}

/** Rounds `value` to the type, to nearest even. */
export function floatAttr(type: FloatType, value: number): FloatAttr {
  return floatAttrFromBits(type, floatToBits(type.name, value));
}

export function stringAttr(context: Context, value: string, type?: Type): StringAttr {
  return context.uniqueAttribute("string", `${type?.id ?? 0} ${value}`, { kind: "string", value, type });
}

export function unitAttr(context: Context): UnitAttr {
  return context.uniqueAttribute("unit", "", { kind: "unit" });
}

export function typeAttr(type: Type): TypeAttr {
  return type.context.uniqueAttribute("type", `${type.id}`, { kind: "type", type });
}

export function arrayAttr(context: Context, elements: readonly Attribute[]): ArrayAttr {
  if (elements.length >= PACKED_FROM) return longArrayAttr(context, elements);
  return context.uniqueAttribute("array", elements.map((e) => e.id).join(), { kind: "array", elements: [...elements] });
}

/** The array of many integers of one type. */
export function integerArrayAttr(packed: PackedScalars): ArrayAttr {
  const { type } = packed;
  if (type.kind === "float") throw new Error("floats are no integers");
  return packedArrayAttr(packed, (value) => integerAttr(type, value));
}

function longArrayAttr(context: Context, elements: readonly Attribute[]): ArrayAttr {
  const packed = packedIntegers(elements);
  if (packed !== undefined) return integerArrayAttr(packed);
  const writer = new PackedWriter();
  for (const element of elements) writer.attribute(element);
  writer.length = elements.length;
  return arrayOfList(context, writer.finish());
}

/** The array of many elements, which are not all integers of one type that can be packed: those have `integerArrayAttr`. */
export function arrayOfList(context: Context, list: PackedList): ArrayAttr {
  return listArrayAttr(context, list, (packed) => {
    const reader = packed.reader();
    const elements: Attribute[] = [];
    while (!reader.done) elements.push(unpacked(context, reader, reader.next()));
    return elements;
  });
}

/** The dictionary of many entries, sorted and of different names. */
export function dictionaryOfList(context: Context, list: PackedList): DictionaryAttr {
  return listDictionaryAttr(context, list, (packed) => {
    const reader = packed.reader();
    const entries: (readonly [string, Attribute])[] = [];
    while (!reader.done && reader.next() === Packed.entry)
      entries.push([reader.string(), unpacked(context, reader, reader.next())]);
    return entries;
  });
}

/** The attribute that begins with `tag`. */
function unpacked(context: Context, reader: PackedReader, tag: number): Attribute {
  switch (tag) {
    case Packed.unit:
      return unitAttr(context);
    case Packed.integer:
      return integerAttr(reader.integerType(), reader.integer());
    case Packed.wideInteger:
      return integerAttr(reader.integerType(), BigInt(reader.string()));
    case Packed.float:
      return floatAttrFromBits(reader.floatType(), reader.bits());
    case Packed.string:
      return stringAttr(context, reader.string());
    case Packed.symbol: {
      const nested: string[] = [];
      const count = reader.unsigned();
      const root = reader.string();
      for (let i = 1; i < count; i++) nested.push(reader.string());
      return symbolRefAttr(context, root, nested);
    }
    case Packed.type:
      return typeAttr(reader.type());
    case Packed.array: {
      const elements: Attribute[] = [];
      for (let next = reader.next(); next !== Packed.end; next = reader.next())
        elements.push(unpacked(context, reader, next));
      return arrayAttr(context, elements);
    }
    case Packed.dictionary: {
      const entries: (readonly [string, Attribute])[] = [];
      while (reader.next() === Packed.entry) entries.push([reader.string(), unpacked(context, reader, reader.next())]);
      return dictionaryAttr(context, entries);
    }
    case Packed.reference:
      return reader.reference();
    default:
      throw new Error(`a packed list has an element that begins with ${tag}`);
  }
}

/** The values, where all elements are integers of one type that can be packed. */
function packedIntegers(elements: readonly Attribute[]): PackedScalars | undefined {
  const [first] = elements;
  if (first?.kind !== "integer" || !isPackable(first.type)) return undefined;
  const packer = new ScalarPacker(first.type);
  for (const element of elements) {
    if (element.kind !== "integer" || element.type !== first.type) return undefined;
    packer.push(element.value);
  }
  return packer.finish();
}

/** Entries are sorted by name; a name may occur once. */
export function dictionaryAttr(context: Context, entries: Iterable<readonly [string, Attribute]>): DictionaryAttr {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (sorted.length >= PACKED_FROM) {
    const writer = new PackedWriter();
    for (const [name, value] of sorted) {
      writer.entry(name);
      writer.attribute(value);
    }
    writer.length = sorted.length;
    return dictionaryOfList(context, writer.finish());
  }
  const key = sorted.map(([name, value]) => `${JSON.stringify(name)}:${value.id}`).join();
  return context.uniqueAttribute("dictionary", key, { kind: "dictionary", entries: sorted });
}

export function symbolRefAttr(context: Context, root: string, nested: readonly string[] = []): SymbolRefAttr {
  return context.uniqueAttribute("symbol", JSON.stringify([root, ...nested]), {
    kind: "symbol",
    root,
    nested: [...nested],
  });
}

export function affineMapAttr(context: Context, map: AffineMap): AffineMapAttr {
  return context.uniqueAttribute("affine_map", map.key, { kind: "affine_map", map });
}

export function integerSetAttr(context: Context, set: IntegerSet): IntegerSetAttr {
  return context.uniqueAttribute("affine_set", set.key, { kind: "affine_set", set });
}

export function stridedLayoutAttr(context: Context, strides: readonly number[], offset: number): StridedLayoutAttr {
  return context.uniqueAttribute("strided", `${offset}:${strides.join()}`, {
    kind: "strided",
    strides: [...strides],
    offset,
  });
}

export function locationAttr(context: Context, location: Location): LocationAttr {
  return context.uniqueAttribute("location", locationKey(location), { kind: "location", location });
}

/** `array<i64: ...>`; integers are wrapped to the element type. */
export function denseArrayAttr(element: IntegerType | FloatType, values: readonly (bigint | number)[]): DenseArrayAttr {
  if (values.length >= PACKED_FROM && isPackable(element)) {
    const packer = new ScalarPacker(element);
    for (const v of values)
      packer.push(element.kind === "float" ? floatToBits(element.name, Number(v)) : exactInteger(v));
    return packedDenseArrayAttr(element, packer.finish());
  }
  const exact = values.map((v) => (element.kind === "integer" ? wrapInteger(element, exactInteger(v)) : Number(v)));
  const key = `${element.id} ${exact.map((v) => (Object.is(v, -0) ? "-0" : String(v))).join()}`;
  const fields = { kind: "dense_array", element, values: exact, bits: undefined } as const;
  return element.context.uniqueAttribute("dense_array", key, fields);
}

/** `array<f32: ...>` from bit patterns. */
export function denseFloatArrayAttr(element: FloatType, bits: readonly bigint[]): DenseArrayAttr {
  if (bits.length >= PACKED_FROM && isPackable(element)) {
    const packer = new ScalarPacker(element);
    for (const pattern of bits) packer.push(pattern);
    return packedDenseArrayAttr(element, packer.finish());
  }
  const values = bits.map((pattern) => bitsToFloat(element.name, pattern));
  if (values.every((value, i) => floatToBits(element.name, value) === bits[i])) return denseArrayAttr(element, values);
  const key = `${element.id} bits ${bits.join()}`;
  return element.context.uniqueAttribute("dense_array", key, { kind: "dense_array", element, values, bits: [...bits] });
}

export function i64ArrayAttr(context: Context, values: readonly (bigint | number)[]): DenseArrayAttr {
  return denseArrayAttr(i64(context), values);
}

/** FNV-1a over 32-bit words and the tail: a key for bulk data, not an identity. */
function hashBytes(data: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < data.length; i++) hash = Math.imul(hash ^ data[i]!, 0x01000193);
  return hash >>> 0;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Dense elements from little-endian bytes: all elements in row-major order, or one element with `splat`.
 * Data in which every element is equal becomes a splat, so that equal contents are one attribute.
 */
export function denseElementsAttr(
  type: ShapedType,
  data: Uint8Array,
  splat: boolean,
  elementBytes: number,
): DenseElementsAttr {
  let bytes = data;
  let isSplat = splat;
  if (!isSplat && bytes.length > 0 && allElementsEqual(bytes, elementBytes)) {
    bytes = bytes.slice(0, elementBytes);
    isSplat = true;
  }
  const key = `${type.id} ${isSplat ? "s" : "d"} ${bytes.length} ${hashBytes(bytes)}`;
  return type.context.uniqueByContents(
    "dense",
    key,
    (candidate) => sameBytes(candidate.data, bytes),
    (identity) => Object.freeze({ kind: "dense", type, splat: isSplat, data: bytes, ...identity }),
  );
}

function allElementsEqual(bytes: Uint8Array, elementBytes: number): boolean {
  for (let i = elementBytes; i < bytes.length; i++) if (bytes[i] !== bytes[i - elementBytes]) return false;
  return bytes.length % elementBytes === 0;
}

/** All strings in row-major order, or one with `splat`. Equal strings become a splat. */
export function denseStringElementsAttr(
  type: ShapedType,
  values: readonly string[],
  splat: boolean,
): DenseStringElementsAttr {
  const isSplat = splat || (values.length > 0 && values.every((value) => value === values[0]));
  const kept = isSplat ? values.slice(0, 1) : [...values];
  const key = `${type.id} ${isSplat ? "s" : "d"} ${JSON.stringify(kept)}`;
  return type.context.uniqueAttribute("dense_string", key, {
    kind: "dense_string",
    type,
    splat: isSplat,
    values: kept,
  });
}

export function sparseElementsAttr(
  type: ShapedType,
  indices: DenseElementsAttr,
  values: DenseElementsAttr | DenseStringElementsAttr,
): SparseElementsAttr {
  const key = `${type.id} ${indices.id} ${values.id}`;
  return type.context.uniqueAttribute("sparse", key, { kind: "sparse", type, indices, values });
}

/** A new attribute at every call. */
export function distinctAttr(referenced: Attribute): DistinctAttr {
  const { context } = referenced;
  const key = String(context.distinctAttributes++);
  return context.uniqueAttribute("distinct", key, { kind: "distinct", referenced });
}

export function denseResourceAttr(type: ShapedType, handle: string): DenseResourceAttr {
  return type.context.uniqueAttribute("dense_resource", `${type.id} ${handle}`, {
    kind: "dense_resource",
    type,
    handle,
  });
}

export function dialectAttr(
  context: Context,
  definition: AttributeDefinition,
  parameters: readonly (Type | Attribute)[],
): DialectAttr {
  const key = `${definition.name} ${parameters.map((p) => p.id).join()}`;
  return context.uniqueAttribute("dialect", key, { kind: "dialect", definition, parameters: [...parameters] });
}

export function opaqueAttr(context: Context, dialect: string, text: string, type?: Type): OpaqueAttr {
  return context.uniqueAttribute("opaque", `${dialect} ${type?.id ?? 0} ${text}`, {
    kind: "opaque",
    dialect,
    text,
    type,
  });
}
