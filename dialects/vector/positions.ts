// Positions of elements in row-major data: tables of them, made once per op, and rearrangements of vectors by table.
import { identityStrides } from "../../ir/interpret/memref.ts";
import { elementCount } from "../../ir/core/types.ts";
import type { ElementArray } from "../../ir/interpret/element-array.ts";
import { DenseValue } from "../../ir/interpret/value.ts";

export { identityStrides };

/** `start` plus the inner product with `strides`, for every index below `extents` in row-major order. */
export function positionTable(extents: readonly number[], strides: readonly number[], start = 0): Int32Array {
  const table = new Int32Array(elementCount(extents));
  if (table.length === 0) return table;
  table[0] = start;
  let filled = 1;
  for (let d = extents.length - 1; d >= 0; d--) {
    const block = filled;
    for (let i = 1; i < extents[d]!; i++) {
      for (let j = 0; j < block; j++) table[filled++] = table[j]! + i * strides[d]!;
    }
  }
  return table;
}

function isBigInts(data: ElementArray): data is BigInt64Array | BigUint64Array {
  return data instanceof BigInt64Array || data instanceof BigUint64Array;
}

/** to[i] = from[table[i]]; where the table is below 0, to[i] stays as it is. */
function pick(from: ElementArray, to: ElementArray, table: Int32Array): void {
  if (from instanceof Float32Array && to instanceof Float32Array) {
    for (let i = 0; i < table.length; i++) if (table[i]! >= 0) to[i] = from[table[i]!]!;
  } else if (isBigInts(from) && isBigInts(to)) {
    for (let i = 0; i < table.length; i++) if (table[i]! >= 0) to[i] = from[table[i]!]!;
  } else if (!isBigInts(from) && !isBigInts(to)) {
    for (let i = 0; i < table.length; i++) if (table[i]! >= 0) to[i] = from[table[i]!]!;
  } else throw new Error("a rearrangement keeps the element type");
}

/** The vector whose element i is the source's at table[i]. With `holes`, entries below 0 give poison. */
export function gatherPositions(
  source: DenseValue,
  shape: readonly number[],
  table: Int32Array,
  holes = false,
): DenseValue {
  const result = DenseValue.zeros(shape, source.element);
  pick(source.data, result.data, table);
  if (source.poison === null && !holes) return result;
  const flags = new Uint8Array(table.length);
  for (let i = 0; i < table.length; i++) if (table[i]! < 0 || source.poison?.[table[i]!] === 1) flags[i] = 1;
  result.poison = flags.includes(1) ? flags : null;
  return result;
}

/** A copy of `target` whose element at table[i] is element i of `source`. */
export function scatterPositions(source: DenseValue, target: DenseValue, table: Int32Array): DenseValue {
  const result = target.clone();
  const from = source.data;
  const to = result.data;
  if (isBigInts(from) && isBigInts(to)) for (let i = 0; i < table.length; i++) to[table[i]!] = from[i]!;
  else if (!isBigInts(from) && !isBigInts(to)) for (let i = 0; i < table.length; i++) to[table[i]!] = from[i]!;
  if (source.poison !== null || result.poison !== null) {
    const flags = (result.poison ??= new Uint8Array(result.count));
    for (let i = 0; i < table.length; i++) flags[table[i]!] = source.poison?.[i] ?? 0;
  }
  return result;
}
