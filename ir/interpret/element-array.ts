// Which typed array holds the elements of a type, and making one, metered.
import type { Type } from "../core/types.ts";
import { meterAllocation } from "./ledger.ts";
import { unsupported } from "./unwind.ts";

export type ElementArray =
  | Float32Array | Float64Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array
  | BigInt64Array | BigUint64Array; // prettier-ignore

type ElementArrayConstructor = new (count: number) => ElementArray;

/** The kind of typed array that holds elements of a scalar type; a complex number takes two of them. */
function arrayConstructor(element: Type): ElementArrayConstructor & { readonly BYTES_PER_ELEMENT: number } {
  switch (element.kind) {
    case "float":
      return element.width <= 32 ? Float32Array : Float64Array;
    case "index":
      return BigInt64Array;
    case "integer": {
      const unsigned = element.signedness === "unsigned";
      if (element.width === 1) return Uint8Array;
      if (element.width <= 8) return unsigned ? Uint8Array : Int8Array;
      if (element.width <= 16) return unsigned ? Uint16Array : Int16Array;
      if (element.width <= 32) return unsigned ? Uint32Array : Int32Array;
      if (element.width <= 64) return unsigned ? BigUint64Array : BigInt64Array;
      break;
    }
    case "complex":
      return arrayConstructor(element.element);
    default:
      return unsupported(`tensors and vectors with elements of kind '${element.kind}'`);
  }
  return unsupported(`tensors and vectors with elements of ${element.width} bits`);
}

/** Whether tensors and vectors of these elements have values: not so for integers above 64 bits. */
export function hasElementArray(element: Type): boolean {
  if (element.kind === "complex") return hasElementArray(element.element);
  if (element.kind === "integer") return element.width <= 64;
  return element.kind === "float" || element.kind === "index";
}

/** The typed array that holds `count` elements of a scalar type. */
export function elementArray(element: Type, count: number): ElementArray {
  const array = arrayConstructor(element);
  const length = element.kind === "complex" ? 2 * count : count;
  meterAllocation(length * array.BYTES_PER_ELEMENT);
  return new array(length);
}

export type NumberArray = Exclude<ElementArray, BigInt64Array | BigUint64Array>;

export function isBigArray(data: ElementArray): data is BigInt64Array | BigUint64Array {
  return data instanceof BigInt64Array || data instanceof BigUint64Array;
}
