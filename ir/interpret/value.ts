// Run-time values of the interpreter: scalars, dense values (tensors and vectors), memory references, and opaque tokens.
import { roundToFloat } from "../core/float-bits.ts";
import { elementCount, type Type } from "../core/types.ts";
import { meterAllocation } from "./ledger.ts";
import { elementArray, isBigArray, type ElementArray } from "./element-array.ts";

/** A value that must not be observed. Spreads through arithmetic; branching on it or storing through it is undefined behaviour. */
export const POISON: unique symbol = Symbol("poison");
export type Poison = typeof POISON;

export interface ComplexValue {
  readonly re: number;
  readonly im: number;
}

/**
 * Integers up to 32 bits: a number, signed for signless and signed types (i1: 0 or 1), unsigned for unsigned types.
 * Wider integers: a bigint. index: a number while it is a safe integer, else a bigint. Floats up to 64 bits: a number, rounded.
 */
export type Scalar = number | bigint | Poison | ComplexValue;

/** A tensor or a vector: row-major elements, with a poison flag per element where any is poison. Immutable by convention. */
export class DenseValue {
  readonly kind = "dense";
  readonly shape: readonly number[];
  readonly element: Type;
  /** Behind `data` and `poison`, which know whether somebody else writes here. */
  stored: ElementArray;
  storedPoison: Uint8Array | null;
  /** Null: others may have the arrays. A number: nobody else has; so many versions lead here. Else: the arrays are a later version's. */
  #version: number | Overwritten | null = null;

  constructor(shape: readonly number[], element: Type, data: ElementArray, poison: Uint8Array | null = null) {
    this.shape = shape;
    this.element = element;
    this.stored = data;
    this.storedPoison = poison;
  }

  /** Zeros. */
  static zeros(shape: readonly number[], element: Type): DenseValue {
    return new DenseValue(shape, element, elementArray(element, elementCount(shape)));
  }

  /** Every element poison: what tensor.empty gives. */
  static poison(shape: readonly number[], element: Type): DenseValue {
    const value = DenseValue.zeros(shape, element);
    value.poison = new Uint8Array(value.count).fill(1);
    return value;
  }

  static splat(shape: readonly number[], element: Type, scalar: Scalar): DenseValue {
    if (scalar === POISON) return DenseValue.poison(shape, element);
    const value = DenseValue.zeros(shape, element);
    if (typeof scalar === "number" && !isBigArray(value.stored)) value.stored.fill(scalar);
    else for (let i = 0, n = value.count; i < n; i++) value.set(i, scalar);
    return value;
  }

  /** f16, bf16 and the smaller floats are kept rounded in a Float32Array; i1 in a Uint8Array; complex as re, im pairs. */
  get data(): ElementArray {
    if (this.#version !== null) this.#share();
    return this.stored;
  }

  get poison(): Uint8Array | null {
    if (this.#version !== null) this.#share();
    return this.storedPoison;
  }

  set poison(flags: Uint8Array | null) {
    if (this.#version !== null) this.#share();
    this.storedPoison = flags;
  }

  get count(): number {
    return elementCount(this.shape);
  }

  /** Element at a row-major position. */
  get(position: number): Scalar {
    if (typeof this.#version === "object" && this.#version !== null) this.#share();
    const { stored, storedPoison } = this;
    if (storedPoison !== null && storedPoison[position] === 1) return POISON;
    if (this.element.kind === "complex")
      return { re: Number(stored[2 * position]), im: Number(stored[2 * position + 1]) };
    const raw = stored[position]!;
    if (this.element.kind === "index" && typeof raw === "bigint") return canonicalIndex(raw);
    return raw;
  }

  /** Writes an element; only while the value is being built. */
  set(position: number, scalar: Scalar): void {
    if (scalar === POISON) {
      (this.storedPoison ??= new Uint8Array(this.count))[position] = 1;
      return;
    }
    if (this.storedPoison !== null) this.storedPoison[position] = 0;
    const data = this.stored;
    if (typeof scalar === "object") {
      data[2 * position] = scalar.re;
      data[2 * position + 1] = scalar.im;
    } else if (isBigArray(data)) data[position] = BigInt(scalar);
    else data[position] = Number(scalar);
  }

  /**
   * The value with one element replaced; this one stays as it is. Takes over the arrays where nobody else has them, so that a loop
   * of insertions does not copy each time: whoever still reads an earlier version pays for a copy then.
   */
  withElement(position: number, scalar: Scalar): DenseValue {
    const versions = this.#version;
    let next: DenseValue;
    if (typeof versions === "number" && versions < mostVersions(this.stored.length)) {
      next = new DenseValue(this.shape, this.element, this.stored, this.storedPoison);
      next.#version = versions + 1;
      this.#version = { by: next, position, element: this.get(position) };
      this.stored = this.stored.subarray(0, 0);
      this.storedPoison = null;
    } else {
      next = this.clone();
      next.#version = 0;
    }
    next.set(position, scalar);
    return next;
  }

  clone(): DenseValue {
    const latest = this.#latest();
    meterAllocation(latest.stored.byteLength);
    const copy = new DenseValue(this.shape, this.element, latest.stored.slice(), latest.storedPoison?.slice() ?? null);
    this.#undo(copy);
    return copy;
  }

  /** The same elements under another shape of as many elements. */
  reshaped(shape: readonly number[]): DenseValue {
    return new DenseValue(shape, this.element, this.data, this.poison);
  }

  /** The arrays go to somebody who may keep them. */
  #share(): void {
    if (typeof this.#version === "object") {
      const copy = this.clone();
      this.stored = copy.stored;
      this.storedPoison = copy.storedPoison;
    }
    this.#version = null;
  }

  /** The version that has the arrays. */
  #latest(): DenseValue {
    let version: DenseValue = this;
    while (typeof version.#version === "object" && version.#version !== null) version = version.#version.by;
    return version;
  }

  /** Makes what a copy of the latest version holds what this version holds: the last overwritten element first. */
  #undo(copy: DenseValue): void {
    const overwritten: Overwritten[] = [];
    let version: DenseValue = this;
    while (typeof version.#version === "object" && version.#version !== null) {
      overwritten.push(version.#version);
      version = version.#version.by;
    }
    for (const { position, element } of overwritten.reverse()) copy.set(position, element);
    if (overwritten.length > 0 && copy.storedPoison?.includes(1) === false) copy.storedPoison = null;
  }
}

/** What a version had where the next one, which took its arrays, has something else. */
interface Overwritten {
  readonly by: DenseValue;
  readonly position: number;
  readonly element: Scalar;
}

/** After so many versions one is copied: an early version that is still there keeps all those after it. */
const mostVersions = (length: number): number => Math.max(4096, length >> 3);

/** An index as a number where that is exact. Takes any 64-bit pattern. */
export function canonicalIndex(value: bigint): number | bigint {
  const signed = BigInt.asIntN(64, value);
  return signed >= -9007199254740991n && signed <= 9007199254740991n ? Number(signed) : signed;
}

/** Rounds a number to a float type. */
export function roundTo(type: Type, value: number): number {
  return type.kind === "float" ? roundToFloat(type.name, value) : value;
}
