// Many integers or bit patterns of one type in a few bytes each: what long array attributes hold instead of an object for each element.
import type { FloatType, IndexType, IntegerType, Type } from "./types.ts";

export type PackedType = IntegerType | IndexType | FloatType;

/** Array attributes of this many elements are packed, where their type can be. */
export const PACKED_FROM = 64;

const widthOf = (type: PackedType): number => (type.kind === "index" ? 64 : type.width);

/** The type of elements that can be packed: those of at most 64 bits. */
export const isPackable = (type: Type): type is PackedType =>
  (type.kind === "integer" || type.kind === "index" || type.kind === "float") && widthOf(type) <= 64;

const HIGH = 2 ** 32;

/** Elements of one or two 32-bit words, the low one first, in two's complement. */
export class PackedScalars {
  readonly type: PackedType;
  readonly length: number;
  readonly #words: Int32Array;

  constructor(type: PackedType, length: number, words: Int32Array) {
    this.type = type;
    this.length = length;
    this.#words = words;
  }

  /** FNV-1a over the words: a key, not an identity. */
  hash(): number {
    let hash = 0x811c9dc5;
    for (const word of this.#words) hash = Math.imul(hash ^ word ^ (word >>> 15), 0x01000193);
    return hash >>> 0;
  }

  equals(other: PackedScalars): boolean {
    const a = this.#words;
    const b = other.#words;
    if (this.type !== other.type || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  }

  /** The element's bits: as the type reads them, and for floats without a sign. */
  at(index: number): bigint {
    const { type } = this;
    const words = this.#words;
    const width = widthOf(type);
    const value =
      width <= 32
        ? BigInt(words[index] ?? 0)
        : (BigInt(words[2 * index + 1] ?? 0) << 32n) | BigInt((words[2 * index] ?? 0) >>> 0);
    return isUnsigned(type) ? BigInt.asUintN(width, value) : BigInt.asIntN(width, value);
  }

  /** The element as decimal digits. */
  digits(index: number): string {
    if (isUnsigned(this.type)) return this.at(index).toString();
    const words = this.#words;
    if (widthOf(this.type) <= 32) return String(words[index] ?? 0);
    const high = words[2 * index + 1] ?? 0;
    const isSafe = high >= -0x100000 && high < 0x100000;
    return isSafe ? String(high * HIGH + ((words[2 * index] ?? 0) >>> 0)) : this.at(index).toString();
  }

  all(): bigint[] {
    return Array.from({ length: this.length }, (_, index) => this.at(index));
  }
}

const isUnsigned = (type: PackedType): boolean =>
  type.kind === "float" ||
  (type.kind === "integer" && (type.signedness === "unsigned" || (type.width === 1 && type.signedness === "signless")));

const CHUNK = 1 << 15;

/** Collects elements before their number is known. */
export class ScalarPacker {
  readonly type: PackedType;
  length = 0;
  readonly #wordsEach: 1 | 2;
  readonly #full: Int32Array[] = [];
  #chunk: Int32Array;
  #used = 0;

  constructor(type: PackedType) {
    this.type = type;
    this.#wordsEach = widthOf(type) <= 32 ? 1 : 2;
    this.#chunk = new Int32Array(4 * PACKED_FROM);
  }

  /** A safe integer that the type holds. */
  pushNumber(value: number): void {
    this.#push(value | 0, Math.floor(value / HIGH));
  }

  /** Keeps the low bits, as many as the type has. */
  push(value: bigint): void {
    const exact = isUnsigned(this.type)
      ? BigInt.asUintN(widthOf(this.type), value)
      : BigInt.asIntN(widthOf(this.type), value);
    this.#push(Number(BigInt.asIntN(32, exact)), Number(BigInt.asIntN(32, exact >> 32n)));
  }

  #push(low: number, high: number): void {
    if (this.#used === this.#chunk.length) {
      this.#full.push(this.#chunk);
      this.#chunk = new Int32Array(CHUNK);
      this.#used = 0;
    }
    this.#chunk[this.#used++] = low;
    if (this.#wordsEach === 2) this.#chunk[this.#used++] = high;
    this.length++;
  }

  /** The elements; nothing is added after this. */
  finish(): PackedScalars {
    const words = new Int32Array(this.length * this.#wordsEach);
    let at = 0;
    for (const chunk of this.#full) {
      words.set(chunk, at);
      at += chunk.length;
    }
    words.set(this.#chunk.subarray(0, this.#used), at);
    this.#full.length = 0;
    return new PackedScalars(this.type, this.length, words);
  }
}
