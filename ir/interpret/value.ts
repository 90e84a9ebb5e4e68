// Run-time values of the interpreter: scalars, dense values (tensors and vectors), memory references, and opaque tokens.
import { roundToFloat } from "../core/float-bits.ts";
import { elementCount, type Type } from "../core/types.ts";

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

export type ElementArray =
  | Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array
  | BigInt64Array | BigUint64Array; // prettier-ignore

/** A tensor or a vector: row-major elements, with a poison flag per element where any is poison. Immutable by convention. */
export class DenseValue {
  readonly kind = "dense";
  readonly shape: readonly number[];
  readonly element: Type;
  /** f16, bf16 and the smaller floats are kept rounded in a Float32Array; i1 in a Uint8Array; complex as re, im pairs. */
  readonly data: ElementArray;
  poison: Uint8Array | null;

  constructor(shape: readonly number[], element: Type, data: ElementArray, poison: Uint8Array | null = null) {
    this.shape = shape;
    this.element = element;
    this.data = data;
    this.poison = poison;
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
    for (let i = 0, n = value.count; i < n; i++) value.set(i, scalar);
    return value;
  }

  get count(): number {
    return elementCount(this.shape);
  }

  /** Element at a row-major position. */
  get(position: number): Scalar {
    if (this.poison !== null && this.poison[position] === 1) return POISON;
    if (this.element.kind === "complex")
      return { re: Number(this.data[2 * position]), im: Number(this.data[2 * position + 1]) };
    const raw = this.data[position]!;
    if (this.element.kind === "index" && typeof raw === "bigint") return canonicalIndex(raw);
    return raw;
  }

  /** Writes an element; only while the value is being built. */
  set(position: number, scalar: Scalar): void {
    if (scalar === POISON) {
      (this.poison ??= new Uint8Array(this.count))[position] = 1;
      return;
    }
    if (this.poison !== null) this.poison[position] = 0;
    const data = this.data;
    if (typeof scalar === "object") {
      data[2 * position] = scalar.re;
      data[2 * position + 1] = scalar.im;
    } else if (data instanceof BigInt64Array || data instanceof BigUint64Array) data[position] = BigInt(scalar);
    else data[position] = Number(scalar);
  }

  clone(): DenseValue {
    return new DenseValue(this.shape, this.element, this.data.slice(), this.poison?.slice() ?? null);
  }

  /** The same elements under another shape of as many elements. */
  reshaped(shape: readonly number[]): DenseValue {
    return new DenseValue(shape, this.element, this.data, this.poison);
  }
}

/** An index as a number where that is exact. Takes any 64-bit pattern. */
export function canonicalIndex(value: bigint): number | bigint {
  const signed = BigInt.asIntN(64, value);
  return signed >= -9007199254740991n && signed <= 9007199254740991n ? Number(signed) : signed;
}

/** The typed array that holds `count` elements of a scalar type. */
export function elementArray(element: Type, count: number): ElementArray {
  switch (element.kind) {
    case "float":
      return element.width <= 32 ? new Float32Array(count) : new Float64Array(count);
    case "index":
      return new BigInt64Array(count);
    case "integer": {
      const unsigned = element.signedness === "unsigned";
      if (element.width === 1) return new Uint8Array(count);
      if (element.width <= 8) return unsigned ? new Uint8Array(count) : new Int8Array(count);
      if (element.width <= 16) return unsigned ? new Uint16Array(count) : new Int16Array(count);
      if (element.width <= 32) return unsigned ? new Uint32Array(count) : new Int32Array(count);
      if (element.width <= 64) return unsigned ? new BigUint64Array(count) : new BigInt64Array(count);
      break;
    }
    case "complex":
      return elementArray(element.element, 2 * count);
    default:
  }
  throw new Error(`no element array for type of kind '${element.kind}'`);
}

/** Rounds a number to a float type. */
export function roundTo(type: Type, value: number): number {
  return type.kind === "float" ? roundToFloat(type.name, value) : value;
}
