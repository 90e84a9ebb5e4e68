// Elements of an array into a column and back: a loop for each kind of array. One loop for all would be slow at each, since the engine would see every kind in it.
import { isBigArray, type ElementArray } from "./element-array.ts";
import type { Column } from "./kernels.ts";

interface Copies {
  readonly load: typeof loadColumn;
  readonly store: typeof storeColumn;
}

function mixedUp(): never {
  throw new Error("numbers and bigints are mixed up in a column");
}

const singles: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Float32Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Float32Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const doubles: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Float64Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Float64Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const bytes: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Int8Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Int8Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const halfWords: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Int16Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Int16Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const words: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Int32Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Int32Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const unsignedBytes: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Uint8Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Uint8Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const unsignedHalfWords: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Uint16Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Uint16Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const unsignedWords: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof Uint32Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof Uint32Array && column instanceof Float64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

const longs: Copies = {
  load: (data, from, count, column) => {
    if (!(data instanceof BigInt64Array && column instanceof BigInt64Array)) return mixedUp();
    for (let i = 0; i < count; i++) column[i] = data[from + i]!;
  },
  store: (column, count, data, to) => {
    if (!(data instanceof BigInt64Array && column instanceof BigInt64Array)) return mixedUp();
    for (let i = 0; i < count; i++) data[to + i] = column[i]!;
  },
};

/** From so many elements on the engine's own copying is faster, which takes long to begin. */
const MANY = 64;

/** `count` elements from number `from` on to the start of the column, which holds their kind. */
export function loadColumn(data: ElementArray, from: number, count: number, column: Column): void {
  if (count < MANY) copiesOf(data).load(data, from, count, column);
  else if (column instanceof BigInt64Array && isBigArray(data)) column.set(data.subarray(from, from + count));
  else if (column instanceof Float64Array && !isBigArray(data)) column.set(data.subarray(from, from + count));
  else mixedUp();
}

/** The first `count` of the column to the elements from number `to` on. */
export function storeColumn(column: Column, count: number, data: ElementArray, to: number): void {
  if (count < MANY) copiesOf(data).store(column, count, data, to);
  else if (column instanceof BigInt64Array && isBigArray(data)) data.set(column.subarray(0, count), to);
  else if (column instanceof Float64Array && !isBigArray(data)) data.set(column.subarray(0, count), to);
  else mixedUp();
}

function copiesOf(data: ElementArray): Copies {
  if (data instanceof Float32Array) return singles;
  if (data instanceof Float64Array) return doubles;
  if (data instanceof Int32Array) return words;
  if (data instanceof Uint8Array) return unsignedBytes;
  if (data instanceof Int8Array) return bytes;
  if (data instanceof Int16Array) return halfWords;
  if (data instanceof BigInt64Array) return longs;
  if (data instanceof Uint16Array) return unsignedHalfWords;
  if (data instanceof Uint32Array) return unsignedWords;
  return mixedUp();
}
