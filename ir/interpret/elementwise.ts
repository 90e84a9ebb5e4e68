// Lifting of functions on scalars over tensors and vectors: dense operands element by element, scalar operands broadcast.
import type { ShapedType, Type, UnrankedTensorType } from "../core/types.ts";
import { elementTypeOf, isShaped, isStaticShape } from "../core/types.ts";
import type { RuntimeValue } from "./meaning.ts";
import { expectScalar } from "./operand.ts";
import { undefinedBehavior, Unwind } from "./unwind.ts";
import { loadColumn, storeColumn } from "./element-copies.ts";
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
    const result = DenseValue.zeros(commonShape(operands, type), type.element);
    const { count } = result;
    const done = byColumn(operands, result, count);
    if (done < count) applyToElements(apply, operands.map(source), result, seesPoison, done);
    return result;
  };
}

/** As liftScalar for functions of several results. */
export function liftScalars(
  apply: (...operands: Scalar[]) => readonly Scalar[],
  types: readonly Type[],
): (operands: readonly RuntimeValue[]) => readonly DenseValue[] {
  const shapeType = types.find(isLifted);
  if (shapeType === undefined) throw new Error("a lifted function needs a shaped result");
  const resultElements = types.map(elementTypeOf);
  return (operands) => {
    const sources = operands.map(source);
    const shape = commonShape(operands, shapeType);
    const results = resultElements.map((element) => DenseValue.zeros(shape, element));
    const count = results[0]!.count;
    const elements = new Array<Scalar>(sources.length);
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < sources.length; k++) elements[k] = elementAt(sources[k]!, i);
      const outcome = elements.includes(POISON) ? undefined : apply(...elements);
      for (let r = 0; r < results.length; r++) results[r]!.set(i, outcome === undefined ? POISON : outcome[r]!);
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

function commonShape(operands: readonly RuntimeValue[], type: LiftedType): readonly number[] {
  let shape: readonly number[] | undefined;
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i]!;
    if (!isDense(operand)) continue;
    if (shape === undefined) shape = operand.shape;
    else if (!isSameShape(shape, operand.shape))
      undefinedBehavior(`operand shapes differ: ${shape.join("x")} and ${operand.shape.join("x")}`);
  }
  if (shape !== undefined) return shape;
  if (type.kind === "unranked_tensor" || !isStaticShape(type.shape))
    return undefinedBehavior("the shape of the result follows from no operand");
  return type.shape;
}

/** Whether two shapes have the same extents. */
export function isSameShape(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false;
  return true;
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
): (operands: readonly RuntimeValue[], result: DenseValue, count: number) => number {
  let kernel: Kernel | undefined;
  let columns: readonly Column[] | undefined;
  let out = scratch[0]!.numbers;
  return (operands, result, count) => {
    for (let k = 0; k < operands.length; k++) {
      const operand = operands[k]!;
      if (isDense(operand) ? operand.poison !== null : typeof operand !== "number") return 0;
    }
    if (columns === undefined) {
      // A scalar among them is of a type that its value tells.
      const types = operands.map((operand) => (isDense(operand) ? operand.element : element));
      const holds = operands.every((operand) => isDense(operand) || columnKind(element) === "numbers");
      kernel = holds ? kernelOf(apply, types, element) : undefined;
      columns = kernel === undefined ? [] : types.map((type, k) => scratchColumn(k + 1, type));
      if (kernel !== undefined) out = scratchColumn(0, element);
    }
    return kernel === undefined ? 0 : runKernel(kernel, operands, columns, out, result, count);
  };
}

/** Columns that nothing needs any more when a stretch of elements is done: those of the result and of up to three operands. */
const scratch = Array.from({ length: 4 }, () => ({ numbers: newColumn("numbers"), bigints: newColumn("bigints") }));

function scratchColumn(place: number, type: Type): Column {
  return scratch[place]![columnKind(type) ?? "numbers"];
}

function runKernel(
  kernel: Kernel,
  operands: readonly RuntimeValue[],
  columns: readonly Column[],
  out: Column,
  result: DenseValue,
  count: number,
): number {
  const target = result.data;
  for (let start = 0; start < count; start += columnLength) {
    const length = Math.min(columnLength, count - start);
    for (let k = 0; k < operands.length; k++) load(operands[k]!, columns[k]!, start, length);
    let done = 0;
    try {
      done = kernel(columns, out, length);
    } catch (error) {
      // Undefined behaviour at one of these elements: element by element the first is found.
      if (!(error instanceof Unwind)) throw error;
    }
    storeColumn(out, done, target, start);
    if (done < length) return start + done;
  }
  return count;
}

function load(operand: RuntimeValue, column: Column, start: number, length: number): void {
  if (isDense(operand)) loadColumn(operand.data, start, length, column);
  else if (typeof operand === "number" && column instanceof Float64Array) column.fill(operand, 0, length);
}
