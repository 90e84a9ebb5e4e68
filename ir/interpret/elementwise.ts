// Lifting of functions on scalars over tensors and vectors: dense operands element by element, scalar operands broadcast.
import type { ShapedType, Type } from "../core/types.ts";
import { elementTypeOf, isShaped, isStaticShape } from "../core/types.ts";
import type { RuntimeValue } from "./meaning.ts";
import { expectScalar } from "./operand.ts";
import { undefinedBehavior } from "./unwind.ts";
import { DenseValue, POISON, type ElementArray, type Scalar } from "./value.ts";

type Lifted = (operands: readonly RuntimeValue[]) => DenseValue;

/** `apply` over all elements. The result's element type is that of `type`, its shape that of the dense operands. */
export function liftScalar(apply: (...operands: Scalar[]) => Scalar, type: ShapedType, seesPoison: boolean): Lifted {
  return (operands) => {
    const sources = operands.map(source);
    const result = DenseValue.zeros(commonShape(sources, type), type.element);
    if (!applyToNumbers(apply, sources, result)) applyToElements(apply, sources, result, seesPoison);
    return result;
  };
}

/** As liftScalar for functions of several results. */
export function liftScalars(
  apply: (...operands: Scalar[]) => readonly Scalar[],
  types: readonly Type[],
): (operands: readonly RuntimeValue[]) => readonly DenseValue[] {
  return (operands) => {
    const sources = operands.map(source);
    const shapeType = types.find(isShaped);
    if (shapeType === undefined) throw new Error("a lifted function needs a shaped result");
    const shape = commonShape(sources, shapeType);
    const results = types.map((type) => DenseValue.zeros(shape, elementTypeOf(type)));
    const count = results[0]!.count;
    for (let i = 0; i < count; i++) {
      const elements = sources.map((s) => elementAt(s, i));
      const outcome = elements.includes(POISON) ? undefined : apply(...elements);
      results.forEach((result, r) => {
        result.set(i, outcome === undefined ? POISON : outcome[r]!);
      });
    }
    return results;
  };
}

type Source = DenseValue | Scalar;

function source(value: RuntimeValue): Source {
  return isDense(value) ? value : expectScalar(value);
}

function isDense(value: RuntimeValue): value is DenseValue {
  return typeof value === "object" && "kind" in value && value.kind === "dense";
}

function elementAt(from: Source, position: number): Scalar {
  return isDense(from) ? from.get(position) : from;
}

function commonShape(sources: readonly Source[], type: ShapedType): readonly number[] {
  let shape: readonly number[] | undefined;
  for (const s of sources) {
    if (!isDense(s)) continue;
    if (shape === undefined) shape = s.shape;
    else if (s.shape.length !== shape.length || s.shape.some((extent, d) => extent !== shape![d])) {
      undefinedBehavior(`operand shapes differ: ${shape.join("x")} and ${s.shape.join("x")}`);
    }
  }
  if (shape !== undefined) return shape;
  if (!isStaticShape(type.shape)) undefinedBehavior("the shape of the result follows from no operand");
  return type.shape;
}

function applyToElements(
  apply: (...operands: Scalar[]) => Scalar,
  sources: readonly Source[],
  result: DenseValue,
  seesPoison: boolean,
): void {
  const count = result.count;
  const elements = new Array<Scalar>(sources.length);
  for (let i = 0; i < count; i++) {
    let poisoned = false;
    for (let k = 0; k < sources.length; k++) {
      const element = elementAt(sources[k]!, i);
      if (element === POISON) poisoned = true;
      elements[k] = element;
    }
    result.set(i, poisoned && !seesPoison ? POISON : apply(...elements));
  }
}

type NumberArray = Exclude<ElementArray, BigInt64Array | BigUint64Array>;

function isNumberArray(data: ElementArray): data is NumberArray {
  return !(data instanceof BigInt64Array || data instanceof BigUint64Array);
}

/** The elements as plain numbers, a broadcast number, or undefined where there is poison, a bigint or a complex number. */
function numbersOf(from: Source): NumberArray | number | undefined {
  if (typeof from === "number") return from;
  if (!isDense(from) || from.poison !== null || from.element.kind === "complex" || !isNumberArray(from.data))
    return undefined;
  return from.data;
}

/** Loops over plain arrays of numbers; says whether it could. Poison results are kept per element. */
function applyToNumbers(
  apply: (...operands: Scalar[]) => Scalar,
  sources: readonly Source[],
  result: DenseValue,
): boolean {
  const out = result.data;
  if (!isNumberArray(out) || result.element.kind === "complex") return false;
  const arrays: (NumberArray | number)[] = [];
  for (const s of sources) {
    const numbers = numbersOf(s);
    if (numbers === undefined) return false;
    arrays.push(numbers);
  }
  const [a, b, c] = arrays;
  const put = (i: number, value: Scalar): void => {
    if (typeof value === "number") out[i] = value;
    else result.set(i, value);
  };
  const count = result.count;
  const at = (array: NumberArray | number, i: number): number => (typeof array === "number" ? array : array[i]!);
  if (a === undefined || arrays.length > 3) return false;
  if (b === undefined) {
    if (a instanceof Float32Array && out instanceof Float32Array) mapFloat32(apply, a, out, put);
    else for (let i = 0; i < count; i++) put(i, apply(at(a, i)));
  } else if (c === undefined) {
    if (a instanceof Float32Array && b instanceof Float32Array && out instanceof Float32Array)
      zipFloat32(apply, a, b, out, put);
    else for (let i = 0; i < count; i++) put(i, apply(at(a, i), at(b, i)));
  } else for (let i = 0; i < count; i++) put(i, apply(at(a, i), at(b, i), at(c, i)));
  return true;
}

type Put = (position: number, value: Scalar) => void;

function mapFloat32(apply: (a: Scalar) => Scalar, a: Float32Array, out: Float32Array, put: Put): void {
  for (let i = 0; i < out.length; i++) {
    const value = apply(a[i]!);
    if (typeof value === "number") out[i] = value;
    else put(i, value);
  }
}

function zipFloat32(
  apply: (a: Scalar, b: Scalar) => Scalar,
  a: Float32Array,
  b: Float32Array,
  out: Float32Array,
  put: Put,
): void {
  for (let i = 0; i < out.length; i++) {
    const value = apply(a[i]!, b[i]!);
    if (typeof value === "number") out[i] = value;
    else put(i, value);
  }
}
