// Arrays for the command line in tests.
import { writeNpz, type NpyArray, type NumpyType } from "../../tools/npz/npz.ts";

/** An array from a typed array. */
export function npy(dtype: NumpyType, shape: number[], values: ArrayBufferView): NpyArray {
  return { dtype, shape, data: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
}

export function npz(arrays: Readonly<Record<string, NpyArray>>): Uint8Array {
  return writeNpz(new Map(Object.entries(arrays)));
}
