// Lifting of functions on scalars over tensors and vectors: dense operands element by element, scalar operands broadcast.
import type { ShapedType, Type, UnrankedTensorType } from "../core/types.ts";
import { elementTypeOf, isShaped, isStaticShape } from "../core/types.ts";
import type { RuntimeValue } from "./meaning.ts";
import { expectScalar } from "./operand.ts";
import { undefinedBehavior, Unwind } from "./unwind.ts";
import { isBigArray } from "./element-array.ts";
import { columnKind, columnLength, kernelOf, newColumn, type Column, type Kernel } from "./kernels.ts";
import { DenseValue, POISON, type Scalar } from "./value.ts";

type Lifted = (operands: readonly RuntimeValue[]) => DenseValue;

/** A type of values with elements: also of a tensor whose rank only the run says. */
type LiftedType = ShapedType | UnrankedTensorType;

export function isLifted(type: Type): type is LiftedType {
  return isShaped(type) || type.kind === "unranked_tensor";
}

/** `apply` over all elements. The result's element type is that of `type`, its shape that of the dense operands. */
export function liftScalar(apply: (...operands: Scalar[]) => Scalar, type: LiftedType, seesPoison: boolean): Lifted {
  const byColumn = columnLift(apply, type.element);
  return (operands) => {
    const sources = operands.map(source);
    const result = DenseValue.zeros(commonShape(sources, type), type.element);
    const { count } = result;
    const done = count < manyElements ? 0 : byColumn(sources, result, count);
    if (done < count) applyToElements(apply, sources, result, seesPoison, done);
    return result;
  };
}

/** Below this a loop by column costs more than it saves. */
const manyElements = 48;

/** As liftScalar for functions of several results. */
export function liftScalars(
  apply: (...operands: Scalar[]) => readonly Scalar[],
  types: readonly Type[],
): (operands: readonly RuntimeValue[]) => readonly DenseValue[] {
  return (operands) => {
    const sources = operands.map(source);
    const shapeType = types.find(isLifted);
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

function commonShape(sources: readonly Source[], type: LiftedType): readonly number[] {
  let shape: readonly number[] | undefined;
  for (const s of sources) {
    if (!isDense(s)) continue;
    if (shape === undefined) shape = s.shape;
    else if (s.shape.length !== shape.length || s.shape.some((extent, d) => extent !== shape![d])) {
      undefinedBehavior(`operand shapes differ: ${shape.join("x")} and ${s.shape.join("x")}`);
    }
  }
  if (shape !== undefined) return shape;
  if (type.kind === "unranked_tensor" || !isStaticShape(type.shape))
    return undefinedBehavior("the shape of the result follows from no operand");
  return type.shape;
}

/** Element by element, from number `from` on. */
function applyToElements(
  apply: (...operands: Scalar[]) => Scalar,
  sources: readonly Source[],
  result: DenseValue,
  seesPoison: boolean,
  from: number,
): void {
  const count = result.count;
  const [a, b] = sources;
  if (a !== undefined && sources.length === 1) {
    for (let i = from; i < count; i++) {
      const x = elementAt(a, i);
      result.set(i, x === POISON && !seesPoison ? POISON : apply(x));
    }
    return;
  }
  if (a !== undefined && b !== undefined && sources.length === 2) {
    for (let i = from; i < count; i++) {
      const x = elementAt(a, i);
      const y = elementAt(b, i);
      result.set(i, (x === POISON || y === POISON) && !seesPoison ? POISON : apply(x, y));
    }
    return;
  }
  const elements = new Array<Scalar>(sources.length);
  for (let i = from; i < count; i++) {
    let poisoned = false;
    for (let k = 0; k < sources.length; k++) {
      const element = elementAt(sources[k]!, i);
      if (element === POISON) poisoned = true;
      elements[k] = element;
    }
    result.set(i, poisoned && !seesPoison ? POISON : apply(...elements));
  }
}

/** Loops by column: says how many elements it did, up to the first that is poison or may be undefined. */
function columnLift(
  apply: (...operands: Scalar[]) => Scalar,
  element: Type,
): (sources: readonly Source[], result: DenseValue, count: number) => number {
  let kernel: Kernel | undefined;
  let columns: readonly Column[] = [];
  let out: Column | undefined;
  return (sources, result, count) => {
    if (sources.some((s) => (isDense(s) ? s.poison !== null : s === POISON))) return 0;
    if (out === undefined) {
      const types = sources.map((s) => (isDense(s) ? s.element : element));
      const kinds = types.map(columnKind);
      const kind = columnKind(element);
      // A scalar among them is of a type that its value tells.
      if (kind === undefined || sources.some((s) => !isDense(s) && typeof s !== "number")) return 0;
      kernel = kernelOf(apply, types, element);
      columns = kinds.flatMap((k) => (k === undefined ? [] : [newColumn(k)]));
      out = newColumn(kind);
    }
    return kernel === undefined ? 0 : runKernel(kernel, sources, columns, out, result, count);
  };
}

function runKernel(
  kernel: Kernel,
  sources: readonly Source[],
  columns: readonly Column[],
  out: Column,
  result: DenseValue,
  count: number,
): number {
  const target = result.data;
  for (let start = 0; start < count; start += columnLength) {
    const length = Math.min(columnLength, count - start);
    for (let k = 0; k < sources.length; k++) if (!load(sources[k]!, columns[k]!, start, length)) return start;
    try {
      if (kernel(columns, out, length) < length) return start;
    } catch (error) {
      // Undefined behaviour at one of these elements: element by element the first is found.
      if (error instanceof Unwind) return start;
      throw error;
    }
    const part = out.subarray(0, length);
    if (part instanceof BigInt64Array && isBigArray(target)) target.set(part, start);
    else if (part instanceof Float64Array && !isBigArray(target)) target.set(part, start);
    else return start;
  }
  return count;
}

function load(from: Source, column: Column, start: number, length: number): boolean {
  if (!isDense(from)) {
    if (typeof from !== "number" || !(column instanceof Float64Array)) return false;
    column.fill(from);
    return true;
  }
  const { data } = from;
  if (column instanceof BigInt64Array && isBigArray(data)) column.set(data.subarray(start, start + length));
  else if (column instanceof Float64Array && !isBigArray(data)) column.set(data.subarray(start, start + length));
  else return false;
  return true;
}
