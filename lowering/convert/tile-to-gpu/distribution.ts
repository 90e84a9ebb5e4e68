// Who holds which element: element e (row-major) of a vector belongs to thread e mod T of the block, in its slot e div T.
//
// Indices that only depend on the thread are computed once, in front of the kernel's body. In a last slot that is not full the
// threads that are left over hold a copy of the last element: every slot of every thread then has a value that is some element,
// so that reads need no test; only writes ask `active`.
import { OpBuilder } from "../../../ir/core/builder.ts";
import type { Block } from "../../../ir/core/block.ts";
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { indexAttr } from "../../../ir/core/attribute-constructors.ts";
import { elementCount } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { AddIOp, arithConstant, CmpIOp, DivUIOp, MinUIOp, MulIOp, RemUIOp } from "../../../dialects/arith/index.ts";
import { ThreadIdOp } from "../../../dialects/gpu/index.ts";

/** A base in [0, range) plus a constant. */
interface Position {
  readonly base: Value | undefined;
  readonly range: number;
  readonly offset: number;
}

export class Distribution {
  readonly threads: number;
  readonly thread: Value;
  readonly #builder: OpBuilder;
  readonly #entry: Block;
  #last: Operation;
  readonly #made = new Map<string, Value>();
  /** Values that depend on nothing but the thread, numbered. */
  readonly #numbers = new Map<Value, number>();

  /** `entry` is the kernel's entry block, still empty. */
  constructor(builder: OpBuilder, entry: Block, threads: number) {
    this.threads = threads;
    this.#builder = builder;
    this.#entry = entry;
    const id = ThreadIdOp.build(builder, { dimension: "x" });
    this.thread = id.result;
    this.#last = id.op;
    this.#numbers.set(this.thread, 0);
  }

  /** Slots of each thread for a vector of n elements. */
  slotCount = (elements: number): number => Math.ceil(elements / this.threads);

  /** The indices of a slot's element. */
  indices(shape: readonly number[], slot: number): readonly MixedIndex[] {
    const elements = elementCount(shape);
    const first = slot * this.threads;
    let position: Position = { base: this.thread, range: this.threads, offset: first };
    if (elements === 1) position = { base: undefined, range: 1, offset: 0 };
    else if (first + this.threads > elements) {
      position = { base: this.#hoisted("min", this.add(this.thread, first), elements - 1), range: elements, offset: 0 };
    }
    const indices = new Array<MixedIndex>(shape.length).fill(0);
    for (let d = shape.length - 1; d > 0; d--) {
      const [quotient, rest] = this.#split(position, shape[d]!);
      indices[d] = this.#index(rest);
      position = quotient;
    }
    if (shape.length > 0) indices[0] = this.#index(position);
    return indices;
  }

  /** Whether this thread has an element in the slot; undefined where every thread has. */
  active(elements: number, slot: number): Value | undefined {
    const first = slot * this.threads;
    if (first + this.threads <= elements) return undefined;
    return this.#compare(this.thread, elements - first);
  }

  /** A constant, in front of the body. */
  constant(value: Attribute): Value {
    return this.#once(`constant ${value.id}`, (b) => arithConstant(b, value));
  }

  value(index: MixedIndex): Value {
    return typeof index === "number" ? this.constant(indexAttr(this.thread.type.context, index)) : index;
  }

  add(a: MixedIndex, b: MixedIndex): MixedIndex {
    if (typeof a === "number" && typeof b === "number") return a + b;
    if (a === 0) return b;
    if (b === 0) return a;
    return this.#isHoisted(a) && this.#isHoisted(b)
      ? this.#hoisted("add", a, b)
      : AddIOp.build(this.#builder, { lhs: this.value(a), rhs: this.value(b) }).result;
  }

  multiply(a: MixedIndex, factor: number): MixedIndex {
    if (typeof a === "number") return a * factor;
    if (factor === 1) return a;
    if (factor === 0) return 0;
    return this.#isHoisted(a)
      ? this.#hoisted("multiply", a, factor)
      : MulIOp.build(this.#builder, { lhs: a, rhs: this.value(factor) }).result;
  }

  /** Quotient and remainder by an extent; positions that the base cannot carry over need no division. */
  #split({ base, range, offset }: Position, extent: number): readonly [Position, Position] {
    const [whole, part] = [Math.floor(offset / extent), offset % extent];
    if (base === undefined) return [{ base, range: 1, offset: whole }, { base, range: 1, offset: part }]; // prettier-ignore
    if (part + range <= extent) return [{ base: undefined, range: 1, offset: whole }, { base, range, offset: part }]; // prettier-ignore
    const [low, lowRange, rest] =
      part === 0 ? [base, range, whole] : [this.#hoisted("add", base, offset), range + offset, 0];
    return [
      { base: this.#hoisted("divide", low, extent), range: Math.ceil(lowRange / extent), offset: rest },
      { base: this.#hoisted("remainder", low, extent), range: extent, offset: 0 },
    ];
  }

  #index({ base, offset }: Position): MixedIndex {
    return base === undefined ? offset : this.add(base, offset);
  }

  #isHoisted = (index: MixedIndex): boolean => typeof index === "number" || this.#numbers.has(index);

  #key = (index: MixedIndex): string => (typeof index === "number" ? `${index}` : `#${this.#numbers.get(index)}`);

  #hoisted(kind: keyof typeof hoistedOps, a: MixedIndex, b: MixedIndex): Value {
    const [lhs, rhs] = [this.value(a), this.value(b)];
    return this.#once(
      `${kind} ${this.#key(a)} ${this.#key(b)}`,
      (builder) => hoistedOps[kind].build(builder, { lhs, rhs }).result,
    );
  }

  #compare(a: Value, limit: number): Value {
    const rhs = this.value(limit);
    return this.#once(
      `below ${this.#key(a)} ${limit}`,
      (b) => CmpIOp.build(b, { predicate: "ult", lhs: a, rhs }).result,
    );
  }

  #once(key: string, make: (builder: OpBuilder) => Value): Value {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const builder = new OpBuilder(this.thread.type.context);
    builder.location = this.#last.location;
    builder.block = this.#entry;
    builder.before = this.#last.next;
    const value = make(builder);
    this.#last = value.definingOp ?? this.#last;
    this.#made.set(key, value);
    this.#numbers.set(value, this.#numbers.size);
    return value;
  }
}

const hoistedOps = { add: AddIOp, multiply: MulIOp, divide: DivUIOp, remainder: RemUIOp, min: MinUIOp } as const;
