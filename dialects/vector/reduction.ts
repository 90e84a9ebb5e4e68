// The meaning of reductions and scans: lanes combined one after the other in ascending order, starting from an accumulator.
import { elementCount, type Type } from "../../ir/core/types.ts";
import type { RuntimeValue } from "../../ir/interpret/meaning.ts";
import { expectDense, expectScalar } from "../../ir/interpret/operand.ts";
import type { ElementArray } from "../../ir/interpret/element-array.ts";
import { DenseValue, POISON, type Scalar } from "../../ir/interpret/value.ts";
import type { CombiningKind } from "./attributes.ts";
import { combineFunction, combineOrPoison, neutralElement, type Combine } from "./combine.ts";
import { identityStrides, positionTable } from "./positions.ts";

/** Positions in the source: of the first lane of each result, and of each lane from there on, in the order of reduction. */
interface Lanes {
  readonly outer: Int32Array;
  readonly inner: Int32Array;
}

function lanesOf(shape: readonly number[], dims: readonly number[]): Lanes {
  const strides = identityStrides(shape);
  const table = (chosen: readonly number[]): Int32Array =>
    positionTable(
      chosen.map((d) => shape[d]!),
      chosen.map((d) => strides[d]!),
    );
  const all = shape.map((_, d) => d);
  return { outer: table(all.filter((d) => !dims.includes(d))), inner: table(all.filter((d) => dims.includes(d))) };
}

/** A function of source, accumulator (absent: the first lane is where it starts) and mask, of the source's shape. */
export function reduction(
  kind: CombiningKind,
  element: Type,
  shape: readonly number[],
  dims: readonly number[],
): (source: DenseValue, acc: RuntimeValue | undefined, mask: DenseValue | undefined) => RuntimeValue {
  const { outer, inner } = lanesOf(shape, dims);
  const resultShape = shape.filter((_, d) => !dims.includes(d));
  const combine = combineFunction(kind, element);
  const careful = combineOrPoison(kind, element);
  const neutral = neutralElement(kind, element);
  return (source, acc, mask) => {
    const isDense = typeof acc === "object" && "kind" in acc;
    const starts = isDense ? expectDense(acc) : undefined;
    const start = acc === undefined || isDense ? undefined : expectScalar(acc);
    const result = DenseValue.zeros(resultShape, element);
    const numbers = mask === undefined && source.poison === null ? numbersOf(source.data) : undefined;
    for (let i = 0; i < outer.length; i++) {
      const first = starts?.get(i) ?? start;
      const total =
        numbers !== undefined && first !== POISON
          ? reduceNumbers(combine, numbers, outer[i]!, inner, first)
          : reduceLanes(careful, source, outer[i]!, inner, first, mask);
      result.set(i, total ?? neutral);
    }
    return resultShape.length === 0 && !isDense ? result.get(0) : result;
  };
}

type NumberArray = Exclude<ElementArray, BigInt64Array | BigUint64Array>;

function numbersOf(data: ElementArray): NumberArray | undefined {
  return data instanceof BigInt64Array || data instanceof BigUint64Array ? undefined : data;
}

function reduceNumbers(
  combine: Combine,
  data: NumberArray,
  at: number,
  inner: Int32Array,
  start: Scalar | undefined,
): Scalar | undefined {
  let total = start;
  let k = 0;
  if (total === undefined && inner.length > 0) total = data[at + inner[k++]!]!;
  if (total === undefined) return undefined;
  for (; k < inner.length; k++) total = combine(total, data[at + inner[k]!]!);
  return total;
}

function reduceLanes(
  combine: Combine,
  source: DenseValue,
  at: number,
  inner: Int32Array,
  start: Scalar | undefined,
  mask: DenseValue | undefined,
): Scalar | undefined {
  let total = start;
  for (const step of inner) {
    const on = mask?.get(at + step);
    if (on === 0) continue;
    const lane = on === POISON ? POISON : source.get(at + step);
    total = total === undefined ? lane : combine(total, lane);
  }
  return total;
}

/** A function of source and initial value to the running combinations along `dim` and the last of them. */
export function scan(
  kind: CombiningKind,
  element: Type,
  shape: readonly number[],
  dim: number,
  inclusive: boolean,
): (source: DenseValue, initial: DenseValue) => readonly [DenseValue, DenseValue] {
  const { outer, inner } = lanesOf(shape, [dim]);
  const combine = combineOrPoison(kind, element);
  const lastShape = shape.filter((_, d) => d !== dim);
  if (elementCount(lastShape) !== outer.length) throw new Error("a scan has one total a row");
  return (source, initial) => {
    const running = DenseValue.zeros(shape, element);
    const last = DenseValue.zeros(lastShape, element);
    for (let i = 0; i < outer.length; i++) {
      const at = outer[i]!;
      // An inclusive scan starts with the first lane itself; an exclusive one with the initial value, and drops the last lane.
      let total = inclusive ? source.get(at) : initial.get(i);
      running.set(at, total);
      for (let k = 1; k < inner.length; k++) {
        total = combine(total, source.get(at + inner[inclusive ? k : k - 1]!));
        running.set(at + inner[k]!, total);
      }
      last.set(i, total);
    }
    return [running, last];
  };
}
