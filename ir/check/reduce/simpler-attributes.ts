// Attributes that are simpler than a given one: numbers nearer to zero, splats for dense elements, fewer elements.
import type { ArrayAttr, Attribute, DenseArrayAttr, DenseElementsAttr, FloatAttr } from "../../core/attributes.ts";
import {
  arrayAttr,
  denseArrayAttr,
  denseElementsAttr,
  dictionaryAttr,
  floatAttr,
  floatAttrFromBits,
  integerAttr,
} from "../../core/attribute-constructors.ts";
import { bitsToFloat, floatToBits } from "../../core/float-bits.ts";
import { byteWidth, DYNAMIC, elementCount, type Type } from "../../core/types.ts";

/** How many elements are looked at one by one. */
const mostElements = 64;

/** What to try in its place, the simplest first. */
export function simplerAttributes(attribute: Attribute): readonly Attribute[] {
  switch (attribute.kind) {
    case "integer":
      return simplerIntegers(attribute.value).map((value) => integerAttr(attribute.type, value));
    case "float":
      return simplerFloats(attribute);
    case "dense":
      return simplerElements(attribute);
    case "dense_array":
      return simplerDenseArrays(attribute);
    case "array":
      return simplerArrays(attribute);
    case "dictionary":
      return attribute.entries.flatMap(([name, value], at) => [
        dictionaryAttr(attribute.context, attribute.entries.filter((_, i) => i !== at)), // prettier-ignore
        ...simplerAttributes(value).map(
          (simpler) =>
          dictionaryAttr(attribute.context, attribute.entries.map((entry, i) => (i === at ? [name, simpler] : entry))), // prettier-ignore
        ),
      ]);
    default:
      return [];
  }
}

/** 0, 1, the positive, then nearer to the number by half the distance each time. */
export function simplerIntegers(value: bigint): readonly bigint[] {
  if (value === 0n) return [];
  const magnitude = value < 0n ? -value : value;
  const simpler = new Set([0n, 1n, magnitude]);
  for (let distance = magnitude / 2n; distance > 0n; distance /= 2n)
    simpler.add(value < 0n ? value + distance : value - distance);
  simpler.delete(value);
  return [...simpler];
}

function simplerFloats({ type, bits }: FloatAttr): readonly Attribute[] {
  if (bits === 0n) return [];
  const value = bitsToFloat(type.name, bits);
  const whole = Math.trunc(value);
  const numbers = Number.isFinite(value) ? [1, Math.abs(value), whole, Math.trunc(value / 2)] : [1, Infinity, NaN];
  const simpler = new Set([floatAttrFromBits(type, 0n), ...numbers.map((number) => floatAttr(type, number))]);
  return [...simpler].filter((candidate) => candidate.bits !== bits);
}

function simplerElements({ type, data, splat }: DenseElementsAttr): readonly Attribute[] {
  const width = byteWidth(type.element) ?? 1;
  const make = (bytes: Uint8Array, isSplat: boolean): Attribute => denseElementsAttr(type, bytes, isSplat, width);
  const zero = new Uint8Array(width);
  const one = oneOf(type.element, width);
  const splats = [zero, ...(one === undefined ? [] : [one]), data.slice(0, width)].map((bytes) => make(bytes, true));
  if (splat) return [...splats, ...simplerBytes(type.element, data).map((bytes) => make(bytes, true))];
  const count = elementCount(type.shape);
  const halves: Attribute[] = [];
  for (
    let size = Math.ceil(count / 2);
    size >= 1 && count / size <= mostElements;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < count; start += size) {
      const bytes = data.slice();
      bytes.fill(0, start * width, (start + size) * width);
      halves.push(make(bytes, false));
    }
  }
  return [...splats, ...halves];
}

/** The one element of a splat, simpler. */
function simplerBytes(element: Type, data: Uint8Array): readonly Uint8Array[] {
  if (element.kind === "float") {
    const candidates = simplerFloats(floatAttrFromBits(element, bitsOf(data)));
    return candidates.flatMap((a) => (a.kind === "float" ? [bytesOf(a.bits, data.length)] : []));
  }
  if (element.kind !== "integer" && element.kind !== "index") return [];
  const { value } = integerAttr(element, bitsOf(data));
  return simplerIntegers(value).map((simpler) => bytesOf(simpler, data.length));
}

function oneOf(element: Type, width: number): Uint8Array | undefined {
  if (element.kind === "integer" || element.kind === "index") return bytesOf(1n, width);
  return element.kind === "float" ? bytesOf(floatToBits(element.name, 1), width) : undefined;
}

export function bitsOf(data: Uint8Array): bigint {
  let bits = 0n;
  for (let i = data.length - 1; i >= 0; i--) bits = (bits << 8n) | BigInt(data[i] ?? 0);
  return bits;
}

export function bytesOf(bits: bigint, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  let rest = BigInt.asUintN(8 * width, bits);
  for (let i = 0; i < width; i++, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}

function simplerDenseArrays({ element, values, bits }: DenseArrayAttr): readonly Attribute[] {
  if (bits !== undefined || values.length > mostElements) return [];
  const make = (changed: readonly (bigint | number)[]): Attribute => denseArrayAttr(element, changed);
  return values.flatMap((value, at) => {
    const simpler: readonly (bigint | number)[] =
      typeof value === "number" ? [0, 1, Math.trunc(value)] : value === BigInt(DYNAMIC) ? [] : simplerIntegers(value);
    return [
      make(values.filter((_, i) => i !== at)),
      ...simpler.map((number) => make(values.map((old, i) => (i === at ? number : old)))),
    ];
  });
}

function simplerArrays({ context, elements }: ArrayAttr): readonly Attribute[] {
  if (elements.length > mostElements) {
    const middle = elements.length >> 1;
    return [arrayAttr(context, elements.slice(0, middle)), arrayAttr(context, elements.slice(middle))];
  }
  return elements.flatMap((element, at) => [
    arrayAttr(context, elements.filter((_, i) => i !== at)), // prettier-ignore
    ...simplerAttributes(element).map(
      (simpler) =>
      arrayAttr(context, elements.map((old, i) => (i === at ? simpler : old))), // prettier-ignore
    ),
  ]);
}
