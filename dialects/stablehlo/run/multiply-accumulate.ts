// The inner loop of products of tensors: out[i] += a * b[i] with places from tables, rounded to the result's type at each step.
import { floatArithmetic } from "../../../ir/interpret/floats.ts";
import { undefinedBehavior, unsupported } from "../../../ir/interpret/unwind.ts";
import type { ElementArray } from "../../../ir/interpret/element-array.ts";
import { POISON, type DenseValue } from "../../../ir/interpret/value.ts";
import { binaryFunction } from "../scalar/binary.ts";
import { conversion } from "../scalar/convert.ts";
import { quoted } from "../verify.ts";

/** out[outStart + outPlaces[i]] += a[aPlace] * b[bStart + bPlaces[i]] for all i. */
export type MultiplyAccumulate = (
  aPlace: number,
  bStart: number,
  bPlaces: Int32Array,
  outStart: number,
  outPlaces: Int32Array,
) => void;

type NumberArray = Exclude<ElementArray, BigInt64Array | BigUint64Array>;

/** The elements as numbers of the result's type: as they are where that loses nothing, else converted; undefined for others. */
function numbersFor(value: DenseValue, result: DenseValue): NumberArray | undefined {
  const { data, element } = value;
  const to = result.element;
  if (
    value.poison !== null ||
    data instanceof BigInt64Array ||
    data instanceof BigUint64Array ||
    element.kind === "complex"
  )
    return undefined;
  if (element.kind === to.kind && "width" in element && "width" in to && (element === to || element.width < to.width))
    return data;
  const convert = conversion(element, to);
  if (convert === undefined) return undefined;
  return Float64Array.from(data, (x) => {
    const converted = convert(x);
    return typeof converted === "number" ? converted : NaN;
  });
}

/** The accumulator into `result`, whose elements are converted operands' products, summed from what it holds. */
export function multiplyAccumulator(lhs: DenseValue, rhs: DenseValue, result: DenseValue): MultiplyAccumulate {
  const type = result.element;
  const out = result.data;
  const isSmallInteger =
    type.kind === "integer" && type.width > 1 && type.width <= 32 && [8, 16, 32].includes(type.width);
  if (!(out instanceof BigInt64Array || out instanceof BigUint64Array) && (type.kind === "float" || isSmallInteger)) {
    const [a, b] = [numbersFor(lhs, result), numbersFor(rhs, result)];
    if (a !== undefined && b !== undefined) {
      if (isSmallInteger) return integerLoop(a, b, out);
      if (type.kind === "float" && type.name === "f32") return float32Loop(a, b, out);
      if (type.kind === "float" && type.name === "f64") return float64Loop(a, b, out);
      if (type.kind === "float") return roundedLoop(a, b, out, floatArithmetic(type).round);
    }
  }
  return scalarLoop(lhs, rhs, result);
}

// The places are in bounds: the plans are made from the operands' shapes. Stores into typed arrays round or wrap.

function float32Loop(a: NumberArray, b: NumberArray, out: NumberArray): MultiplyAccumulate {
  return (aPlace, bStart, bPlaces, outStart, outPlaces) => {
    const x = a[aPlace]!;
    for (let i = 0; i < outPlaces.length; i++)
      out[outStart + outPlaces[i]!]! += Math.fround(x * b[bStart + bPlaces[i]!]!);
  };
}

function float64Loop(a: NumberArray, b: NumberArray, out: NumberArray): MultiplyAccumulate {
  return (aPlace, bStart, bPlaces, outStart, outPlaces) => {
    const x = a[aPlace]!;
    for (let i = 0; i < outPlaces.length; i++) out[outStart + outPlaces[i]!]! += x * b[bStart + bPlaces[i]!]!;
  };
}

function integerLoop(a: NumberArray, b: NumberArray, out: NumberArray): MultiplyAccumulate {
  return (aPlace, bStart, bPlaces, outStart, outPlaces) => {
    const x = a[aPlace]!;
    for (let i = 0; i < outPlaces.length; i++) out[outStart + outPlaces[i]!]! += Math.imul(x, b[bStart + bPlaces[i]!]!);
  };
}

function roundedLoop(
  a: NumberArray,
  b: NumberArray,
  out: NumberArray,
  round: (x: number) => number,
): MultiplyAccumulate {
  return (aPlace, bStart, bPlaces, outStart, outPlaces) => {
    const x = a[aPlace]!;
    for (let i = 0; i < outPlaces.length; i++) {
      const at = outStart + outPlaces[i]!;
      out[at] = round(out[at]! + round(x * b[bStart + bPlaces[i]!]!));
    }
  };
}

/** Elements of any type: 64-bit and odd integers, booleans, complex numbers. */
function scalarLoop(lhs: DenseValue, rhs: DenseValue, result: DenseValue): MultiplyAccumulate {
  const type = result.element;
  const [fromLhs, fromRhs] = [conversion(lhs.element, type), conversion(rhs.element, type)];
  const [add, multiply] = [binaryFunction("add", type), binaryFunction("multiply", type)];
  if (fromLhs === undefined || fromRhs === undefined || add === undefined || multiply === undefined) {
    return unsupported(`a product of ${quoted(lhs.element)} and ${quoted(rhs.element)} summed as ${quoted(type)}`);
  }
  return (aPlace, bStart, bPlaces, outStart, outPlaces) => {
    const raw = lhs.get(aPlace);
    if (raw === POISON) undefinedBehavior("a product reads poison");
    const x = fromLhs(raw);
    for (let i = 0; i < outPlaces.length; i++) {
      const y = rhs.get(bStart + bPlaces[i]!);
      if (y === POISON) undefinedBehavior("a product reads poison");
      const at = outStart + outPlaces[i]!;
      result.set(at, add(result.get(at), multiply(x, fromRhs(y))));
    }
  };
}

/** Places of all points of these dimensions, the last one fastest. */
export function placesOf(
  shape: readonly number[],
  strides: readonly number[],
  dimensions: readonly number[],
): Int32Array {
  let places: number[] = [0];
  for (const d of dimensions) {
    const stride = strides[d] ?? 0;
    const extent = shape[d] ?? 0;
    places = places.flatMap((place) => Array.from({ length: extent }, (_, i) => place + i * stride));
  }
  return Int32Array.from(places);
}
