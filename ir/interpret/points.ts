// A stretch of the points of a domain at a time: the position of every operand's element at each of them.
import { columnLength, type Column } from "./kernels.ts";
import type { Domain, OperandAccess } from "./structured-domain.ts";
import { isBigArray, type ElementArray } from "./element-array.ts";

/** Walks a domain whose accesses are all linear, in order, the last loop fastest. */
export class Points {
  readonly #domain: Domain;
  readonly #indices: number[];
  readonly #at: number[];
  readonly #accesses: readonly (OperandAccess | undefined)[];
  /** Operands whose elements at consecutive points lie one after the other. */
  readonly #isContiguous: readonly boolean[];
  /** By operand, for the present stretch; of contiguous operands only the first counts. */
  readonly positions: readonly Int32Array[];
  /** Points before the present stretch, and in it. */
  start = 0;
  count = 0;

  constructor(domain: Domain) {
    const { extents, accesses } = domain;
    this.#domain = domain;
    this.#accesses = accesses;
    this.#indices = new Array<number>(extents.length).fill(0);
    this.#at = accesses.map((access) => access?.start ?? 0);
    this.#isContiguous = accesses.map((access) => access !== undefined && isRowMajor(access.steps, extents));
    this.positions = this.#isContiguous.map((contiguous) => new Int32Array(contiguous ? 1 : columnLength));
  }

  /** Goes to the next stretch; false where there is none. */
  next(): boolean {
    this.start += this.count;
    this.count = Math.min(columnLength, this.#domain.count - this.start);
    if (this.count <= 0) return false;
    const { extents } = this.#domain;
    const last = extents.length - 1;
    const indices = this.#indices;
    this.#isContiguous.forEach((contiguous, k) => {
      if (contiguous) this.positions[k]![0] = this.#at[k]!;
    });
    for (let done = 0; done < this.count;) {
      const length = last < 0 ? 1 : Math.min(this.count - done, extents[last]! - indices[last]!);
      for (let k = 0; k < this.#at.length; k++) {
        const step = this.#accesses[k]?.steps[last] ?? 0;
        if (!this.#isContiguous[k]!) fillSteps(this.positions[k]!, done, length, this.#at[k]!, step);
        this.#at[k]! += length * step;
      }
      done += length;
      if (last >= 0) {
        indices[last]! += length;
        this.#carry();
      }
    }
    return true;
  }

  #carry(): void {
    const { extents } = this.#domain;
    for (let d = extents.length - 1; d > 0 && this.#indices[d] === extents[d]; d--) {
      this.#indices[d] = 0;
      this.#indices[d - 1]!++;
      for (let k = 0; k < this.#at.length; k++) {
        const steps = this.#accesses[k]?.steps;
        if (steps !== undefined) this.#at[k]! += steps[d - 1]! - steps[d]! * extents[d]!;
      }
    }
  }

  /** The operand's elements at these points as a column. */
  read(operand: number, data: ElementArray, column: Column): void {
    const positions = this.positions[operand]!;
    if (this.#isContiguous[operand]!) {
      const from = positions[0]!;
      if (column instanceof BigInt64Array) column.set(bigints(data).subarray(from, from + this.count));
      else column.set(numbers(data).subarray(from, from + this.count));
    } else if (column instanceof BigInt64Array) gatherBigints(bigints(data), positions, column, this.count);
    else if (data instanceof Float32Array) gatherSingles(data, positions, column, this.count);
    else gather(numbers(data), positions, column, this.count);
  }

  /** Writes a column to the operand's elements at these points. */
  write(operand: number, data: ElementArray, column: Column): void {
    const positions = this.positions[operand]!;
    if (this.#isContiguous[operand]!) {
      const part = column.subarray(0, this.count);
      if (part instanceof BigInt64Array) bigints(data).set(part, positions[0]!);
      else numbers(data).set(part, positions[0]!);
    } else if (column instanceof BigInt64Array) {
      const to = bigints(data);
      for (let i = 0; i < this.count; i++) to[positions[i]!] = column[i]!;
    } else {
      const to = numbers(data);
      for (let i = 0; i < this.count; i++) to[positions[i]!] = column[i]!;
    }
  }

  /** Position of the operand's element at a point of the stretch. */
  position(operand: number, point: number): number {
    const positions = this.positions[operand]!;
    return this.#isContiguous[operand]! ? positions[0]! + point : positions[point]!;
  }
}

/** Loops of one iteration step nowhere. */
function isRowMajor(steps: readonly number[], extents: readonly number[]): boolean {
  let stride = 1;
  for (let d = extents.length - 1; d >= 0; d--) {
    if (extents[d] !== 1 && steps[d] !== stride) return false;
    stride *= extents[d]!;
  }
  return true;
}

function fillSteps(positions: Int32Array, from: number, count: number, start: number, step: number): void {
  for (let i = 0, at = start; i < count; i++, at += step) positions[from + i] = at;
}

type NumberArray = Exclude<ElementArray, BigInt64Array | BigUint64Array>;

function numbers(data: ElementArray): NumberArray {
  if (isBigArray(data)) throw new Error("elements of numbers are not in an array of bigints");
  return data;
}

function bigints(data: ElementArray): BigInt64Array {
  if (data instanceof BigInt64Array) return data;
  throw new Error("elements of 64 bits are in an array of bigints");
}

function gather(data: NumberArray, positions: Int32Array, column: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) column[i] = data[positions[i]!]!;
}

function gatherSingles(data: Float32Array, positions: Int32Array, column: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) column[i] = data[positions[i]!]!;
}

function gatherBigints(data: BigInt64Array, positions: Int32Array, column: BigInt64Array, count: number): void {
  for (let i = 0; i < count; i++) column[i] = data[positions[i]!]!;
}
