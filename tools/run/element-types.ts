// Element types of programs and of numpy: which numpy type holds the elements of which IR type.
import type { Type } from "../../ir/core/types.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import type { NumpyType } from "../npz/npz.ts";

/** The numpy type of an element type; undefined where numpy has none that is read here. */
export function numpyTypeOf(element: Type): NumpyType | undefined {
  switch (element.kind) {
    case "float":
      return element.name === "bf16" ? "V2" : floats.get(element.name);
    case "index":
      return "i8";
    case "integer":
      if (element.width === 1) return "bool";
      return (element.signedness === "unsigned" ? unsigned : signed).get(element.width);
    case "complex":
      return element.element.kind === "float" ? complexes.get(element.element.name) : undefined;
    default:
      return undefined;
  }
}

const floats: ReadonlyMap<string, NumpyType> = new Map([
  ["f16", "f2"],
  ["f32", "f4"],
  ["f64", "f8"],
]);
const signed: ReadonlyMap<number, NumpyType> = new Map([
  [8, "i1"],
  [16, "i2"],
  [32, "i4"],
  [64, "i8"],
]);
const unsigned: ReadonlyMap<number, NumpyType> = new Map([
  [8, "u1"],
  [16, "u2"],
  [32, "u4"],
  [64, "u8"],
]);
const complexes: ReadonlyMap<string, NumpyType> = new Map([
  ["f32", "c8"],
  ["f64", "c16"],
]);

/** numpy's own name of an element type: `int8`, `float32`. */
export const numpyNames: Readonly<Record<NumpyType, string>> = {
  bool: "bool",
  i1: "int8",
  i2: "int16",
  i4: "int32",
  i8: "int64",
  u1: "uint8",
  u2: "uint16",
  u4: "uint32",
  u8: "uint64",
  f2: "float16",
  f4: "float32",
  f8: "float64",
  c8: "complex64",
  c16: "complex128",
  V2: "bfloat16",
};

/** What an array of an IR type must be, in words: `float32 array of shape (8, 10)`. */
export function arrayText(dtype: NumpyType, shape: readonly (number | undefined)[]): string {
  return `${numpyNames[dtype]} of shape ${shapeText(shape)}`;
}

/** A shape as Python writes it; an extent that is not known as `?`. */
export function shapeText(shape: readonly (number | undefined)[]): string {
  const extents = shape.map((extent) => (extent === undefined ? "?" : String(extent)));
  return extents.length === 1 ? `(${extents[0] ?? ""},)` : `(${extents.join(", ")})`;
}

/** Why a type of the entry cannot be exchanged as an array; undefined where it can. */
export function refuseType(type: Type): string | undefined {
  const element = type.kind === "tensor" ? type.element : type;
  if (type.kind === "memref" || type.kind === "unranked_memref")
    return `type ${typeText(type)} is a buffer; arrays are given to tensors and scalars`;
  if (numpyTypeOf(element) === undefined) return `type ${typeText(type)} has no numpy type`;
  return undefined;
}
