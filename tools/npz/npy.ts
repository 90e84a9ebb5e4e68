// One numpy array as bytes (`.npy`, versions 1 to 3): read into C order and little endian, and written so.

import { descrOf, layoutOf, parseDescr, type NumpyType } from "./numpy-type.ts";
import { parsePythonLiteral, type PythonLiteral } from "./python-literal.ts";

/** An array in C order, little endian. `data` starts at offset 0 of a buffer of its own, so typed arrays fit on it. */
export type NpyArray = { readonly shape: number[]; readonly dtype: NumpyType; readonly data: Uint8Array };

type Header = { shape: number[]; dtype: NumpyType; bigEndian: boolean; fortran: boolean; count: number };

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY
const highestRank = 64; // numpy's own limit

/** True if the bytes begin as an `.npy` file does. */
export function isNpy(bytes: Uint8Array): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

/** Reads an `.npy` file. */
export function readNpy(bytes: Uint8Array): NpyArray | { error: string } {
  if (!isNpy(bytes)) return { error: "is not an .npy array (its first bytes are not '\\x93NUMPY')" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const major = bytes[6];
  if (major === undefined || bytes.length < 12) return { error: "ends inside its header" };
  if (major < 1 || major > 3) return { error: `has .npy version ${major}.${bytes[7]}; 1.0, 2.0 and 3.0 are supported` };
  const start = major === 1 ? 10 : 12;
  const end = start + (major === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (end > bytes.length) return { error: "ends inside its header" };
  const header = readHeader(new TextDecoder(major === 3 ? "utf-8" : "latin1").decode(bytes.subarray(start, end)));
  if ("error" in header) return header;
  const { shape, dtype, count } = header;
  const { size, unit } = layoutOf[dtype];
  if (bytes.length - end !== count * size)
    return {
      error:
        `holds ${bytes.length - end} bytes of elements, but its shape (${shape.join(", ")}) and type '${dtype}' ` +
        `need ${count * size}`,
    };
  const elements = bytes.subarray(end);
  // Not `slice`: of Node's Buffer, it is no copy.
  const data = header.fortran ? toCOrder(elements, shape, size) : new Uint8Array(elements);
  if (header.bigEndian) swapBytes(data, unit);
  if (dtype === "bool") for (let i = 0; i < data.length; i++) if (data[i] !== 0) data[i] = 1;
  return { shape, dtype, data };
}

function readHeader(text: string): Header | { error: string } {
  const literal = parsePythonLiteral(text);
  if ("error" in literal) return { error: `has a malformed header: ${literal.error}` };
  if (literal.value.kind !== "dict") return { error: "has a malformed header: it is not a dict" };
  const { entries } = literal.value;
  for (const key of entries.keys())
    if (key !== "descr" && key !== "fortran_order" && key !== "shape")
      return { error: `has a malformed header: unknown key '${key}'` };
  const descr = entries.get("descr");
  const order = entries.get("fortran_order");
  const shape = readShape(entries.get("shape"));
  if (descr?.kind === "sequence") return { error: "has a structured element type, which is not supported" };
  if (descr?.kind !== "string") return { error: "has a malformed header: 'descr' must be a string" };
  if (order?.kind !== "boolean") return { error: "has a malformed header: 'fortran_order' must be True or False" };
  if ("error" in shape) return shape;
  const type = parseDescr(descr.value);
  if ("error" in type) return { error: `cannot be read: ${type.error}` };
  return { ...type, ...shape, fortran: order.value };
}

function readShape(literal: PythonLiteral | undefined): { shape: number[]; count: number } | { error: string } {
  if (literal?.kind !== "sequence") return { error: "has a malformed header: 'shape' must be a tuple" };
  if (literal.items.length > highestRank) return { error: `has ${literal.items.length} dimensions` };
  const shape: number[] = [];
  let count = 1n;
  for (const extent of literal.items) {
    if (extent.kind !== "integer" || extent.value < 0n || extent.value > BigInt(Number.MAX_SAFE_INTEGER))
      return { error: "has a malformed header: 'shape' must hold integers from 0 to 2^53 - 1" };
    shape.push(Number(extent.value));
    count *= extent.value;
  }
  // The count is compared with the bytes at hand; beyond 2^49 elements it can only be a lie, and stays exact below.
  if (count > 1n << 49n) return { error: `has an impossible shape: (${shape.join(", ")})` };
  return { shape, count: Number(count) };
}

function swapBytes(data: Uint8Array, unit: number): void {
  for (let start = 0; start < data.length; start += unit)
    for (let low = start, high = start + unit - 1; low < high; low++, high--) {
      const byte = data[low]!;
      data[low] = data[high]!;
      data[high] = byte;
    }
}

/** Fortran order (first index fastest) to C order (last index fastest). */
function toCOrder(source: Uint8Array, shape: readonly number[], size: number): Uint8Array {
  const result = new Uint8Array(source.length);
  const strides: number[] = [];
  let stride = size;
  for (const extent of shape) {
    strides.push(stride);
    stride *= extent;
  }
  const index = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < result.length; to += size) {
    for (let byte = 0; byte < size; byte++) result[to + byte] = source[from + byte]!;
    for (let d = shape.length - 1; d >= 0; d--) {
      from += strides[d]!;
      if (++index[d]! < shape[d]!) break;
      from -= strides[d]! * shape[d]!;
      index[d] = 0;
    }
  }
  return result;
}

/** Writes an `.npy` file, version 1.0, as numpy does (the elements begin at a multiple of 64 bytes). */
export function writeNpy({ shape, dtype, data }: NpyArray): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const dict = `{'descr': '${descrOf(dtype)}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const length = Math.ceil((10 + dict.length + 1) / 64) * 64;
  const bytes = new Uint8Array(length + data.length);
  bytes.set(magic);
  bytes.set([1, 0, (length - 10) & 0xff, (length - 10) >> 8], 6);
  bytes.set(new TextEncoder().encode(dict.padEnd(length - 11) + "\n"), 10);
  bytes.set(data, length);
  return bytes;
}
