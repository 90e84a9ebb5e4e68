// Tensors and memrefs as numbered elements: what transfers, loads, gathers and scatters reach through.
//
// Elements whose bytes in memory are those of a value's array are reached as a typed array over memory; others one by one.
import { byteWidth, type Type } from "../../ir/core/types.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { Memory, MemRefValue } from "../../ir/interpret/memory.ts";
import { checkRange, checkWritable, identityStrides } from "../../ir/interpret/memref.ts";
import { undefinedBehavior, unsupported } from "../../ir/interpret/unwind.ts";
import type { ElementArray } from "../../ir/interpret/element-array.ts";
import { POISON, type DenseValue, type Scalar } from "../../ir/interpret/value.ts";

/** Flags that are not 0 where an element is undefined; numbered as the elements. */
type Flags = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Elements as a typed array: element p of the buffer is `data[origin + p]`. */
export interface RawElements {
  readonly data: ElementArray;
  readonly undefinedFlags: Flags | null;
  readonly origin: number;
}

export interface ElementBuffer {
  readonly element: Type;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  /** Position of the element at indices 0. */
  readonly offset: number;
  readonly raw: RawElements | undefined;
  load(position: number): Scalar;
  store(position: number, value: Scalar): void;
  /** Ends the run unless the elements from `first` to `last` may be read (or written). */
  check(first: number, last: number, write: boolean): void;
  /** Says that `count` elements from `first` are about to be written through `raw`; they are defined from now on. */
  noteWrite(first: number, count: number): void;
}

/** The buffer behind a tensor (whose elements the caller may have cloned to write them) or a memref. */
export function bufferOf(value: RuntimeValue | undefined, memory: Memory): ElementBuffer {
  if (typeof value === "object" && "kind" in value) {
    if (value.kind === "dense") return tensorBuffer(value);
    if (value.kind === "memref") return new MemRefBuffer(value, memory);
  }
  return value === POISON
    ? undefinedBehavior("poison used as a tensor or memref")
    : unsupported("a buffer that is no tensor and no memref");
}

function tensorBuffer(tensor: DenseValue): ElementBuffer {
  const { element, data } = tensor;
  return {
    element,
    sizes: tensor.shape,
    strides: identityStrides(tensor.shape),
    offset: 0,
    raw: element.kind === "complex" ? undefined : { data, undefinedFlags: tensor.poison, origin: 0 },
    load: (position) => tensor.get(position),
    store: (position, value) => tensor.set(position, value),
    check: () => undefined,
    noteWrite: (first, count) => tensor.poison?.fill(0, first, first + count),
  };
}

/** Made anew for every access: a class, so that its functions are not. */
class MemRefBuffer implements ElementBuffer {
  readonly element: Type;
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly raw: RawElements | undefined;
  readonly #memory: Memory;
  readonly #memref: MemRefValue;
  readonly #width: number;

  constructor(memref: MemRefValue, memory: Memory) {
    const { element, base } = memref;
    this.element = element;
    this.sizes = memref.sizes;
    this.strides = memref.strides;
    this.offset = memref.offset;
    this.#memory = memory;
    this.#memref = memref;
    this.#width = byteWidth(element) ?? unsupported(`a buffer with elements of kind '${element.kind}'`);
    this.raw = base % this.#width === 0 ? rawMemory(memory, element, this.#width, base / this.#width) : undefined;
  }

  load(position: number): Scalar {
    return this.#memory.load(this.#memref.base + position * this.#width, this.element);
  }

  store(position: number, value: Scalar): void {
    this.#memory.store(this.#memref.base + position * this.#width, this.element, value);
  }

  check(first: number, last: number, write: boolean): void {
    const { allocation, base } = this.#memref;
    if (write) checkWritable(allocation);
    checkRange(allocation, base + first * this.#width, (last - first + 1) * this.#width);
  }

  noteWrite(first: number, count: number): void {
    const start = this.#memref.base + first * this.#width;
    this.#memory.noteWrite(start, count * this.#width);
    this.#memory.undefinedBytes.fill(0, start, start + count * this.#width);
  }
}

interface MemoryArrays {
  readonly data: Map<string, ElementArray>;
  readonly flags: Map<number, Flags>;
  readonly undefinedBytes: Uint8Array;
}
/** The typed arrays over a memory's bytes, until it grows. */
const arraysOf = new WeakMap<ArrayBufferLike, MemoryArrays>();

function rawMemory(memory: Memory, element: Type, width: number, origin: number): RawElements | undefined {
  const key = rawKey(element);
  if (key === undefined) return undefined;
  const { buffer } = memory.bytes;
  if (buffer.byteLength % 8 !== 0) return undefined;
  let arrays = arraysOf.get(buffer);
  if (arrays === undefined || arrays.undefinedBytes !== memory.undefinedBytes) {
    arraysOf.set(buffer, (arrays = { data: new Map(), flags: new Map(), undefinedBytes: memory.undefinedBytes }));
  }
  let data = arrays.data.get(key);
  if (data === undefined) arrays.data.set(key, (data = arrayOver(buffer, key)));
  let undefinedFlags = arrays.flags.get(width);
  if (undefinedFlags === undefined)
    arrays.flags.set(width, (undefinedFlags = flagsOver(memory.undefinedBytes.buffer, width)));
  return { data, undefinedFlags, origin };
}

const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const rawKeys = new WeakMap<Type, string | false>();

function rawKey(element: Type): string | undefined {
  let key = rawKeys.get(element);
  if (key === undefined) rawKeys.set(element, (key = makeRawKey(element) ?? false));
  return key === false ? undefined : key;
}

/** Names the array type whose elements have the bytes that memory has; undefined for i1, odd widths and small floats. */
function makeRawKey(element: Type): string | undefined {
  if (!littleEndian) return undefined;
  if (element.kind === "float") return element.name === "f32" || element.name === "f64" ? element.name : undefined;
  if (element.kind === "index") return "i64";
  if (element.kind !== "integer" || ![8, 16, 32, 64].includes(element.width)) return undefined;
  return `${element.signedness === "unsigned" ? "u" : "i"}${element.width}`;
}

function arrayOver(buffer: ArrayBufferLike, key: string): ElementArray {
  switch (key) {
    case "f32":
      return new Float32Array(buffer);
    case "f64":
      return new Float64Array(buffer);
    case "i8":
      return new Int8Array(buffer);
    case "u8":
      return new Uint8Array(buffer);
    case "i16":
      return new Int16Array(buffer);
    case "u16":
      return new Uint16Array(buffer);
    case "i32":
      return new Int32Array(buffer);
    case "u32":
      return new Uint32Array(buffer);
    case "u64":
      return new BigUint64Array(buffer);
    default:
      return new BigInt64Array(buffer);
  }
}

/** A flag a byte, read `width` at a time: the double of eight flags is 0 only when all are. */
function flagsOver(buffer: ArrayBufferLike, width: number): Flags {
  if (width === 8) return new Float64Array(buffer);
  if (width === 4) return new Uint32Array(buffer);
  return width === 2 ? new Uint16Array(buffer) : new Uint8Array(buffer);
}
