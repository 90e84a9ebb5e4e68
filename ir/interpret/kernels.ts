// Scalar functions over columns: a function of scalars as a loop over arrays, with loops of their own for the common ones.
//
// A column of numbers is a Float64Array whatever the type (each value up to 32 bits, and each float, is a double), so that there is one loop per arity
// and the engine sees one kind of array; a column of i64 is a BigInt64Array. No value in a column is poison.
import type { Type } from "../core/types.ts";
import { floatArithmetic } from "./floats.ts";
import { integerArithmetic } from "./integers.ts";
import type { Scalar } from "./value.ts";

export type Column = Float64Array | BigInt64Array;
type ScalarFunction = (...operands: Scalar[]) => Scalar;

/** Computes the first `count` elements; returns how many it has, which is fewer where the next one is poison. */
export type Kernel = (operands: readonly Column[], out: Column, count: number) => number;

/** Elements that a column holds: a few columns fit the cache nearest to the processor. */
export const columnLength = 1024;

/** Which column holds values of a type; undefined for those that no column holds. */
export function columnKind(type: Type): "numbers" | "bigints" | undefined {
  if (type.kind === "float") return "numbers";
  if (type.kind !== "integer" || type.width > 64) return undefined;
  if (type.width <= 32) return "numbers";
  return type.signedness === "unsigned" ? undefined : "bigints";
}

export function newColumn(kind: "numbers" | "bigints"): Column {
  return kind === "numbers" ? new Float64Array(columnLength) : new BigInt64Array(columnLength);
}

/** The loop over a function from operands of these types to a result; undefined for those that no columns hold. */
export function kernelOf(apply: ScalarFunction, operands: readonly Type[], result: Type): Kernel | undefined {
  const kinds = operands.map(columnKind);
  const kind = columnKind(result);
  if (kind === undefined || kinds.includes(undefined) || kinds.length === 0 || kinds.length > 3) return undefined;
  if (kind === "bigints" || kinds.includes("bigints"))
    return bigintKernels(apply, result) ?? ((columns, out, count) => mapColumns(apply, columns, out, count));
  const known = knownKernel(apply, operands[0]!, result);
  if (known !== undefined) return known;
  const loop = [mapNumbers, zipNumbers, zip3Numbers][kinds.length - 1]!;
  return (columns, out, count) =>
    loop(apply, numbers(columns[0]), numbers(columns[1]), numbers(columns[2]), numbers(out), count);
}

function numbers(column: Column | undefined): Float64Array {
  return column instanceof Float64Array ? column : noNumbers;
}
const noNumbers = new Float64Array(0);

// --- any function ----------------------------------------------------------------------------------------------------

type NumberLoop = (
  apply: ScalarFunction,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  out: Float64Array,
  count: number,
) => number;

const mapNumbers: NumberLoop = (apply, a, _b, _c, out, count) => {
  for (let i = 0; i < count; i++) {
    const value = apply(a[i]!);
    if (typeof value !== "number") return i;
    out[i] = value;
  }
  return count;
};

const zipNumbers: NumberLoop = (apply, a, b, _c, out, count) => {
  for (let i = 0; i < count; i++) {
    const value = apply(a[i]!, b[i]!);
    if (typeof value !== "number") return i;
    out[i] = value;
  }
  return count;
};

const zip3Numbers: NumberLoop = (apply, a, b, c, out, count) => {
  for (let i = 0; i < count; i++) {
    const value = apply(a[i]!, b[i]!, c[i]!);
    if (typeof value !== "number") return i;
    out[i] = value;
  }
  return count;
};

function mapColumns(apply: ScalarFunction, columns: readonly Column[], out: Column, count: number): number {
  const [a, b, c] = columns;
  for (let i = 0; i < count; i++) {
    const value =
      b === undefined ? apply(a![i]!) : c === undefined ? apply(a![i]!, b[i]!) : apply(a![i]!, b[i]!, c[i]!);
    if (typeof value === "number" && out instanceof Float64Array) out[i] = value;
    else if (typeof value === "bigint" && out instanceof BigInt64Array) out[i] = value;
    else return i;
  }
  return count;
}

// --- functions known by their identity: those of an arithmetic --------------------------------------------------------

type Binary = (a: Float64Array, b: Float64Array, out: Float64Array, count: number) => void;

const binary =
  (loop: Binary): Kernel =>
  (columns, out, count) => {
    loop(numbers(columns[0]), numbers(columns[1]), numbers(out), count);
    return count;
  };

function knownKernel(apply: ScalarFunction, operand: Type, result: Type): Kernel | undefined {
  if (operand.kind === "float" && operand === result) {
    const { add, sub, mul, div } = floatArithmetic(operand);
    const table = operand.name === "f32" ? singles : operand.name === "f64" ? doubles : undefined;
    if (table !== undefined)
      return apply === add
        ? table.add
        : apply === sub
          ? table.sub
          : apply === mul
            ? table.mul
            : apply === div
              ? table.div
              : undefined;
  }
  if (operand.kind === "integer" && operand.width === 32 && operand.signedness !== "unsigned" && operand === result) {
    const { add, sub, mul } = integerArithmetic(operand);
    return apply === add ? words.add : apply === sub ? words.sub : apply === mul ? words.mul : undefined;
  }
  return undefined;
}

const singles = {
  add: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.fround(a[i]! + b[i]!);
  }),
  sub: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.fround(a[i]! - b[i]!);
  }),
  mul: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.fround(a[i]! * b[i]!);
  }),
  div: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.fround(a[i]! / b[i]!);
  }),
} as const;

const doubles = {
  add: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! + b[i]!;
  }),
  sub: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! - b[i]!;
  }),
  mul: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]!;
  }),
  div: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! / b[i]!;
  }),
} as const;

const words = {
  add: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i]! + b[i]!) | 0;
  }),
  sub: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (a[i]! - b[i]!) | 0;
  }),
  mul: binary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Math.imul(a[i]!, b[i]!);
  }),
} as const;

type BigBinary = (a: BigInt64Array, b: BigInt64Array, out: BigInt64Array, count: number) => void;

const bigBinary =
  (loop: BigBinary): Kernel =>
  ([a, b], out, count) => {
    if (!(a instanceof BigInt64Array && b instanceof BigInt64Array && out instanceof BigInt64Array))
      throw new Error("the columns of a 64-bit operation hold bigints");
    loop(a, b, out, count);
    return count;
  };

function bigintKernels(apply: ScalarFunction, type: Type): Kernel | undefined {
  if (type.kind !== "integer" || type.width !== 64) return undefined;
  const { add, sub, mul } = integerArithmetic(type);
  return apply === add ? longs.add : apply === sub ? longs.sub : apply === mul ? longs.mul : undefined;
}

// The array takes the lower 64 bits.
const longs = {
  add: bigBinary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! + b[i]!;
  }),
  sub: bigBinary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! - b[i]!;
  }),
  mul: bigBinary((a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]!;
  }),
} as const;
