// A set of named arrays as numpy's `.npz`: a zip archive of `.npy` files. Every mistake in a file is an error value.

import { zipSync, type Zippable } from "fflate";
import { isNpy, readNpy, writeNpy, type NpyArray } from "./npy.ts";
import { readZip } from "./zip.ts";

export type { NpyArray } from "./npy.ts";
export type { NumpyType } from "./numpy-type.ts";

const suffix = ".npy";

/** Reads an archive. Entries that are no `.npy` files are passed over, as numpy does. */
export function readNpz(bytes: Uint8Array): { arrays: Map<string, NpyArray> } | { error: string } {
  if (bytes.length === 0) return { error: "the file is empty" };
  if (isNpy(bytes)) return { error: "this is a single .npy array, not an .npz archive" };
  const zip = readZip(bytes, (name) => name.endsWith(suffix));
  if ("error" in zip) return { error: `not a readable .npz archive: ${zip.error}` };
  const arrays = new Map<string, NpyArray>();
  for (const entry of zip.entries) {
    const name = entry.name.slice(0, -suffix.length);
    const array = readNpy(entry.bytes);
    if ("error" in array) return { error: `array '${name}' ${array.error}` };
    if (arrays.has(name)) return { error: `array '${name}' is there twice` };
    arrays.set(name, array);
  }
  return { arrays };
}

/** Writes an archive of stored entries, the same bytes every time, that `numpy.load` reads. */
export function writeNpz(arrays: ReadonlyMap<string, NpyArray>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, array] of arrays) entries[name + suffix] = writeNpy(array);
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) });
}
