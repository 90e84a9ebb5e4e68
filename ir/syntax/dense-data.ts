// The bytes of dense elements: scalars in and out, and MLIR's hexadecimal form (i1 packed, other widths in whole bytes).
import { floatToBits, bitsToFloat } from "../core/float-bits.ts";
import { byteWidth, type FloatType, type IndexType, type IntegerType, type Type } from "../core/types.ts";

export type ScalarType = IntegerType | IndexType | FloatType;

/** The scalar type of dense elements, that of the parts for complex ones; undefined for what has no dense form. */
export function scalarOf(element: Type): ScalarType | undefined {
  switch (element.kind) {
    case "integer":
    case "index":
    case "float":
      return element;
    case "complex":
      return scalarOf(element.element);
    default:
      return undefined;
  }
}

/** Bytes of an element in DenseElementsAttr. */
export function elementBytes(element: Type): number {
  const width = byteWidth(element);
  if (width === undefined) throw new Error(`no dense elements of kind '${element.kind}'`);
  return width;
}

/** Scalars in an element: two for complex. */
export const partsPerElement = (element: Type): number => (element.kind === "complex" ? 2 : 1);

/** Writes the low bytes of a two's complement integer, little-endian. */
export function writeInteger(view: DataView, offset: number, bytes: number, value: bigint): void {
  if (bytes === 4) view.setInt32(offset, Number(BigInt.asIntN(32, value)), true);
  else if (bytes === 1) view.setUint8(offset, Number(BigInt.asUintN(8, value)));
  else if (bytes === 8) view.setBigUint64(offset, BigInt.asUintN(64, value), true);
  else for (let i = 0, rest = value; i < bytes; i++, rest >>= 8n) view.setUint8(offset + i, Number(rest & 255n));
}

/** `writeInteger` of a number of at most 31 bits. */
export function writeSmallInteger(view: DataView, offset: number, bytes: number, value: number): void {
  if (bytes === 1) view.setInt8(offset, value);
  else if (bytes === 2) view.setInt16(offset, value, true);
  else {
    view.setInt32(offset, value, true);
    for (let i = 4; i < bytes; i++) view.setInt8(offset + i, value < 0 ? -1 : 0);
  }
}

/** Reads an unsigned integer, little-endian. */
export function readBits(view: DataView, offset: number, bytes: number): bigint {
  if (bytes === 8) return view.getBigUint64(offset, true);
  if (bytes === 4) return BigInt(view.getUint32(offset, true));
  let value = 0n;
  for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(view.getUint8(offset + i));
  return value;
}

export function writeFloat(view: DataView, offset: number, type: FloatType, value: number): void {
  if (type.name === "f32") view.setFloat32(offset, value, true);
  else if (type.name === "f64") view.setFloat64(offset, value, true);
  else writeInteger(view, offset, elementBytes(type), floatToBits(type.name, value));
}

export function readFloat(view: DataView, offset: number, type: FloatType): number {
  return bitsToFloat(type.name, readBits(view, offset, elementBytes(type)));
}

/** The value of an integer element: signed unless the type is unsigned; i1 is 0 or 1. */
export function readInteger(view: DataView, offset: number, type: IntegerType | IndexType): bigint {
  const bits = readBits(view, offset, elementBytes(type));
  const width = type.kind === "index" ? 64 : type.width;
  const unsigned = width === 1 || (type.kind === "integer" && type.signedness === "unsigned");
  return unsigned ? BigInt.asUintN(width, bits) : BigInt.asIntN(width, bits);
}

const widthOf = (type: ScalarType): number => (type.kind === "index" ? 64 : type.width);

/** The value of a hexadecimal digit's code; negative for no digit. */
function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** `0x` and pairs of digits. Not a regular expression, whose stack a long text would exhaust. */
export function isHexLiteral(text: string): boolean {
  if (!text.startsWith("0x") || text.length % 2 !== 0) return false;
  for (let at = 2; at < text.length; at++) if (digitValue(text.charCodeAt(at)) < 0) return false;
  return true;
}

/** The bytes that the digits of a hexadecimal literal say. */
export function bytesOfHex(literal: string): Uint8Array {
  const bytes = new Uint8Array(literal.length / 2 - 1);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = (digitValue(literal.charCodeAt(2 * i + 2)) << 4) | digitValue(literal.charCodeAt(2 * i + 3));
  return bytes;
}

/** The bytes behind `0x...`; `scalars` in all, or one element of `parts` scalars for a splat. Undefined when the size fits neither. */
export function denseFromHex(
  literal: string,
  scalars: number,
  parts: number,
  type: ScalarType,
): { readonly bytes: Uint8Array; readonly splat: boolean } | undefined {
  const raw = bytesOfHex(literal);
  const width = widthOf(type);
  if (width === 1 && parts === 1) {
    const splat = raw.length === 1 && scalars !== 1 && (raw[0] === 0 || raw[0] === 255);
    if (!splat && raw.length !== Math.ceil(scalars / 8)) return undefined;
    return {
      splat,
      bytes: Uint8Array.from({ length: splat ? 1 : scalars }, (_, i) => ((raw[i >> 3] ?? 0) >> (i & 7)) & 1),
    };
  }
  const stored = Math.ceil(width / 8);
  const splat = raw.length === stored * parts && scalars !== parts;
  if (!splat && raw.length !== stored * scalars) return undefined;
  const wide = elementBytes(type);
  if (stored === wide && width % 8 === 0) return { bytes: raw, splat };
  const from = new DataView(raw.buffer);
  const bytes = new Uint8Array((raw.length / stored) * wide);
  const to = new DataView(bytes.buffer);
  const signed = type.kind === "integer" && type.signedness !== "unsigned";
  for (let i = 0; i * stored < raw.length; i++) {
    const bits = readBits(from, i * stored, stored);
    writeInteger(to, i * wide, wide, signed ? BigInt.asIntN(width, bits) : BigInt.asUintN(width, bits));
  }
  return { bytes, splat };
}

/** Scalars or bytes that are made into text at once; a multiple of 8. */
const BLOCK = 4096;

/** The inverse of `denseFromHex`: the digits after `0x`, in pieces. */
export function writeHexOfDense(
  data: Uint8Array,
  parts: number,
  type: ScalarType,
  write: (piece: string) => void,
): void {
  const width = widthOf(type);
  const wide = elementBytes(type);
  const stored = Math.ceil(width / 8);
  const isPacked = width === 1 && parts === 1;
  if (!isPacked && stored === wide && width % 8 === 0) {
    writeHexDigits(data, write);
    return;
  }
  for (let from = 0; from < data.length; from += BLOCK * wide) {
    const block = data.subarray(from, from + BLOCK * wide);
    writeHexDigits(isPacked ? packedBits(block) : narrowed(block, wide, stored, width), write);
  }
}

function packedBits(data: Uint8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(data.length / 8));
  data.forEach((bit, i) => (packed[i >> 3] = (packed[i >> 3] ?? 0) | ((bit & 1) << (i & 7))));
  return packed;
}

function narrowed(data: Uint8Array, wide: number, stored: number, width: number): Uint8Array {
  const from = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const bytes = new Uint8Array((data.length / wide) * stored);
  const to = new DataView(bytes.buffer);
  for (let i = 0; i * wide < data.length; i++) {
    writeInteger(to, i * stored, stored, BigInt.asUintN(width, readBits(from, i * wide, wide)));
  }
  return bytes;
}

/** In pieces: a text that grows by two digits at a time would be kept as millions of parts. */
export function writeHexDigits(bytes: Uint8Array, write: (piece: string) => void): void {
  const codes: number[] = [];
  for (let from = 0; from < bytes.length; from += BLOCK) {
    const until = Math.min(from + BLOCK, bytes.length);
    let used = 0;
    for (let i = from; i < until; i++) {
      const byte = bytes[i] ?? 0;
      codes[used++] = digitCode(byte >> 4);
      codes[used++] = digitCode(byte & 15);
    }
    codes.length = used;
    write(String.fromCharCode(...codes));
  }
}

/** The digits of a few bytes. */
export function hexDigits(bytes: Uint8Array): string {
  const pieces: string[] = [];
  writeHexDigits(bytes, (piece) => pieces.push(piece));
  return pieces.join("");
}

const digitCode = (value: number): number => (value < 10 ? 48 : 55) + value;
