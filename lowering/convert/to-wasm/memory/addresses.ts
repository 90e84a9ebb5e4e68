// Addresses: byte positions from bases, indices and strides, in i32 arithmetic modulo 2^32, each part made once and as far out as it goes.
//
// An index is 64 bits wide; an element that is inside its buffer has an address below 2^32, so the wrapped sum is that address.
import type { Block } from "../../../../ir/core/block.ts";
import type { Operation } from "../../../../ir/core/operation.ts";
import { constantIndex } from "../../../../ir/define/offset-size-stride.ts";
import type { Value } from "../../../../ir/core/value.ts";
import { instructionOf } from "../../../../dialects/wasm/index.ts";
import type { FunctionLowering } from "../function-lowering.ts";
import { addLinear, constantLinear, type BufferValue, type Extent, type Linear } from "../lowered.ts";

/** A place: an i32 value, and bytes that are added to it (as an immediate). */
export interface Place {
  readonly address: Value;
  readonly offset: number;
}

/** How many sums and products an index is taken apart through. */
const deepest = 12;

export class Addresses {
  readonly #f: FunctionLowering;
  readonly #made = new Map<string, Map<Value, Value>>();
  readonly #sums = new Map<Value, Map<Value, Value>>();
  readonly #nonNegative = new Set<Value>();

  constructor(f: FunctionLowering) {
    this.#f = f;
  }

  /** Says that an i64 value is never negative. */
  noteNonNegative(value: Value): void {
    this.#nonNegative.add(value);
  }

  isNonNegative(value: Value): boolean {
    return this.#nonNegative.has(value);
  }

  /** An index of the source as a linear expression over i64 values. */
  linear(index: Value | number, depth = 0): Linear {
    const known = constantIndex(index);
    if (known !== undefined) return constantLinear(known);
    if (typeof index === "number") return constantLinear(index);
    const op = index.definingOp;
    if (op !== null && depth < deepest) {
      if (op.name === "arith.addi")
        return addLinear(this.linear(op.operand(0), depth + 1), this.linear(op.operand(1), depth + 1));
      if (op.name === "arith.subi")
        return addLinear(this.linear(op.operand(0), depth + 1), this.linear(op.operand(1), depth + 1), -1);
      if (op.name === "arith.muli") {
        const [a, b] = [constantIndex(op.operand(0)), constantIndex(op.operand(1))];
        if (b !== undefined) return scale(this.linear(op.operand(0), depth + 1), b);
        if (a !== undefined) return scale(this.linear(op.operand(1), depth + 1), a);
      }
    }
    const lowered = this.#f.lowered(index);
    if (lowered.kind === "scalar") return this.ofExtent(lowered.value);
    throw new Error("an index is a scalar");
  }

  /** A number or an i64 value as a linear expression. */
  ofExtent(extent: Extent): Linear {
    return typeof extent === "number" ? constantLinear(extent) : { constant: 0, terms: new Map([[extent, 1]]) };
  }

  /** The expression as an i64 value. */
  value64({ constant, terms }: Linear): Value {
    const { emitter } = this.#f;
    let sum: Value | undefined;
    for (const [value, factor] of terms) {
      const term = factor === 1 ? value : emitter.op("i64.mul", [value, emitter.i64(factor)]);
      sum = sum === undefined ? term : emitter.op("i64.add", [sum, term]);
    }
    if (sum === undefined) return emitter.i64(constant);
    return constant === 0 ? sum : emitter.op("i64.add", [sum, emitter.i64(constant)]);
  }

  /** linear * extent. */
  times(linear: Linear, extent: Extent): Linear {
    if (typeof extent === "number") return scale(linear, extent);
    if (linear.terms.size === 0)
      return {
        constant: 0,
        terms: linear.constant === 0 ? new Map<Value, number>() : new Map([[extent, linear.constant]]),
      };
    const product = this.#f.emitter.op("i64.mul", [this.value64(linear), extent]);
    return { constant: 0, terms: new Map([[product, 1]]) };
  }

  /** Where the element at these indices is. */
  element(buffer: BufferValue, indices: readonly Linear[]): Place {
    let offset = buffer.offset;
    indices.forEach((index, d) => (offset = addLinear(offset, this.times(index, buffer.strides[d] ?? 1))));
    return this.place(buffer.base, scale(offset, buffer.element.bytes));
  }

  /** The address of element offset `known`-less start: of offset `buffer.offset - known`. */
  pointer(buffer: BufferValue, known: number): Value {
    const offset = addLinear(buffer.offset, constantLinear(-known));
    const { address, offset: bytes } = this.place(buffer.base, scale(offset, buffer.element.bytes));
    return this.plus(address, bytes);
  }

  /** address + bytes. */
  plus(address: Value, bytes: number): Value {
    return bytes === 0 ? address : this.#sum(address, this.#f.emitter.i32(wrap32(bytes)));
  }

  /** address + an i64 number of bytes. */
  plusExtent(address: Value, bytes: Extent): Value {
    return typeof bytes === "number" ? this.plus(address, bytes) : this.#sum(address, this.#scaled(bytes, 1));
  }

  /** base + bytes. The constant part is an immediate where nothing that it is added to can be negative. */
  place(base: Value | number, { constant, terms }: Linear): Place {
    const bytes = constant + (typeof base === "number" ? base : 0);
    const parts = [...terms].map(([value, factor]) => this.#scaled(value, factor));
    if (typeof base !== "number") parts.push(base);
    parts.sort((a, b) => (a === b ? 0 : this.#isLater(a, b) ? 1 : -1));
    const [first, ...rest] = parts;
    if (first === undefined) return { address: this.#f.emitter.i32(0), offset: bytes };
    const address = rest.reduce((sum, part) => this.#sum(sum, part), first);
    const grows = [...terms].every(([value, factor]) => factor > 0 && this.#nonNegative.has(value));
    return bytes >= 0 && grows ? { address, offset: bytes } : { address: this.plus(address, bytes), offset: 0 };
  }

  /** wrap(value) * factor, right behind the definition of the value. */
  #scaled(value: Value, factor: number): Value {
    const { emitter } = this.#f;
    const narrow = this.#once("wrap", value, value, () => emitter.op("i32.wrap_i64", [value]));
    if (factor === 1) return narrow;
    return this.#once(`times ${factor}`, value, narrow, () => {
      const shift = Math.log2(factor);
      if (Number.isInteger(shift) && shift < 32) return emitter.op("i32.shl", [narrow, emitter.i32(shift)]);
      return emitter.op("i32.mul", [narrow, emitter.i32(wrap32(factor))]);
    });
  }

  /** a + b, right behind the definition of the later one. */
  #sum(a: Value, b: Value): Value {
    let known = this.#sums.get(a);
    if (known === undefined) this.#sums.set(a, (known = new Map<Value, Value>()));
    const found = known.get(b);
    if (found !== undefined) return found;
    const made = this.#behind(this.#isLater(a, b) ? a : b, () => this.#f.emitter.op("i32.add", [a, b]));
    known.set(b, made);
    return made;
  }

  /** Whether `a` is defined after `b`, both being visible at one place. Constants and arguments come first in their block. */
  #isLater(a: Value, b: Value): boolean {
    const [x, y] = [expectBlock(a), expectBlock(b)];
    if (x !== y) return this.#f.emitter.isInside(x, y);
    const [p, q] = [a.definingOp, b.definingOp];
    if (p === null || isConstant(p)) return false;
    if (q === null || isConstant(q)) return true;
    return p !== q && q.isBeforeInBlock(p);
  }

  #once(key: string, value: Value, behind: Value, make: () => Value): Value {
    let known = this.#made.get(key);
    if (known === undefined) this.#made.set(key, (known = new Map<Value, Value>()));
    const found = known.get(value);
    if (found !== undefined) return found;
    const made = this.#behind(behind, make);
    known.set(value, made);
    return made;
  }

  #behind(value: Value, make: () => Value): Value {
    const { builder } = this.#f.emitter;
    const op = value.definingOp;
    return builder.at((b) => {
      if (op === null) b.setToEnd(expectBlock(value)).before = firstBehindConstants(expectBlock(value));
      else if (isConstant(op)) b.setToEnd(expectBlock(value)).before = firstBehindConstants(expectBlock(value));
      else b.setAfter(op);
    }, make);
  }
}

function expectBlock(value: Value): Block {
  const block = value.parentBlock;
  if (block === null) throw new Error("a value of a detached op");
  return block;
}

const isConstant = (op: Operation): boolean => instructionOf(op.name)?.row.immediate.kind === "constant";

/** Constants stand at the start of the function, and new ones are put in front of them. */
function firstBehindConstants(block: Block): Operation | null {
  let op = block.firstOp;
  while (op !== null && isConstant(op)) op = op.next;
  return op;
}

export function scale({ constant, terms }: Linear, factor: number): Linear {
  if (factor === 1) return { constant, terms };
  const scaled = new Map<Value, number>();
  if (factor !== 0) for (const [value, by] of terms) scaled.set(value, by * factor);
  return { constant: constant * factor, terms: scaled };
}

/** A number modulo 2^32, as the value of an i32. Exact for safe integers. */
const wrap32 = (value: number): number => Number(BigInt.asIntN(32, BigInt(value)));
