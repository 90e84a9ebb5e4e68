// Reads a zip archive from its central directory (what numpy writes: stored or deflated, zip64 where large).
// fflate inflates; the directory is read here, so that a truncated or forged archive is a message and not a wrong array.

import { inflateSync } from "fflate";
import { crc32 } from "./crc32.ts";

export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array };

type DirectoryEntry = {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
};

class ZipError extends Error {}

const localSignature = 0x04034b50;
const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;

/** Deflate cannot pack better than this; a directory that promises more is forged, and is not given the memory. */
const highestRatio = 1032;

/** The entries of an archive whose names `wanted` accepts, unpacked and checked, in directory order. */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): { entries: ZipEntry[] } | { error: string } {
  try {
    const directory = readDirectory(bytes).filter((entry) => wanted(entry.name));
    return { entries: directory.map((entry) => ({ name: entry.name, bytes: unpack(bytes, entry) })) };
  } catch (error) {
    if (error instanceof ZipError) return { error: error.message };
    throw error;
  }
}

function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === locator64Signature) {
    const record = getSize64(view, end - 20 + 8);
    if (record + 56 > end || view.getUint32(record, true) !== end64Signature) fail("its zip64 directory is missing");
    count = getSize64(view, record + 32);
    size = getSize64(view, record + 40);
    at = getSize64(view, record + 48);
  }
  if (at + size > end) fail("its directory lies outside the file");
  const entries: DirectoryEntry[] = [];
  const stop = at + size;
  while (at < stop) {
    if (at + 46 > stop || view.getUint32(at, true) !== entrySignature) fail("its directory is corrupt");
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > stop) fail("its directory is corrupt");
    entries.push(readDirectoryEntry(bytes, view, at));
    at = next;
  }
  if (entries.length !== count) fail(`its directory lists ${entries.length} entries but says ${count}`);
  return entries;
}

function findEnd(view: DataView): number {
  // The record is 22 bytes and a comment of up to 65535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === endSignature && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  const zip = view.byteLength >= 4 && view.getUint32(0, true) === localSignature;
  return fail(zip ? "it ends before its directory (a truncated zip archive)" : "it is not a zip archive");
}

function readDirectoryEntry(bytes: Uint8Array, view: DataView, at: number): DirectoryEntry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const name = new TextDecoder(flags & 0x800 ? "utf-8" : "latin1").decode(bytes.subarray(at + 46, nameEnd));
  const entry: DirectoryEntry = {
    name,
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  for (let extra = nameEnd; extra + 4 <= extraEnd; extra += 4 + view.getUint16(extra + 2, true))
    if (view.getUint16(extra, true) === 1) readZip64Extra(view, entry, extra + 4, extraEnd);
  return entry;
}

/** Zip64: a field that reads 2^32 - 1 is in the extra field instead, in this order. */
function readZip64Extra(view: DataView, entry: DirectoryEntry, start: number, end: number): void {
  let at = start;
  for (const field of ["size", "packed", "offset"] as const) {
    if (entry[field] !== 0xffffffff) continue;
    if (at + 8 > end) fail(`entry '${entry.name}' has a corrupt zip64 field`);
    entry[field] = getSize64(view, at);
    at += 8;
  }
}

function unpack(bytes: Uint8Array, entry: DirectoryEntry): Uint8Array {
  const { name, method, packed, size, offset } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.flags & 1) fail(`entry '${name}' is encrypted`);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localSignature)
    fail(`entry '${name}' is not where the directory says`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) fail(`entry '${name}' is truncated`);
  const contents = bytes.subarray(start, start + packed);
  const unpacked = method === 0 ? contents : method === 8 ? inflate(contents, size, name) : undefined;
  if (unpacked === undefined)
    return fail(`entry '${name}' is compressed by method ${method}; only deflate is supported`);
  if (unpacked.length !== size || crc32(unpacked) !== entry.crc)
    fail(`entry '${name}' is corrupt (its checksum differs)`);
  return unpacked;
}

function inflate(contents: Uint8Array, size: number, name: string): Uint8Array {
  if (size > contents.length * highestRatio + 64) fail(`entry '${name}' is corrupt (its size cannot be ${size})`);
  try {
    return inflateSync(contents, { out: new Uint8Array(size) });
  } catch {
    return fail(`entry '${name}' is corrupt (it does not inflate)`);
  }
}

/** A 64-bit size as a number; one that no file can have is reported. */
function getSize64(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) fail("it ends inside a zip64 field");
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? fail("a zip64 field is out of range") : Number(value);
}

function fail(message: string): never {
  throw new ZipError(message);
}
