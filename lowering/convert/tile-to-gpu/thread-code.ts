// The code of one thread of a kernel while it is made: what tile values have become, and access to vectors' elements.
import type { Attribute } from "../../../ir/core/attributes.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { elementCount, elementTypeOf, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantIndex, type MixedIndex } from "../../../ir/define/offset-size-stride.ts";
import { LoadOp, StoreOp } from "../../../dialects/memref/index.ts";
import { buildIf } from "../../../dialects/scf/index.ts";
import type { Distribution } from "./distribution.ts";
import { pitchOf, type ExchangeBuffer, type ExchangeBuffers } from "./exchange.ts";
import type { Hazards } from "./hazards.ts";

/** Access to any element of a vector. `close` when no more are read. */
export interface Elements {
  at(indices: readonly MixedIndex[]): Value;
  close(): void;
}

/** A vector that is computed where it is used: a read, or a rearrangement. */
export interface DeferredVector {
  open(): Elements;
}

const isDeferred = (vector: readonly Value[] | DeferredVector): vector is DeferredVector => "open" in vector;

/** Extents of a vector; a scalar has none. */
export const shapeOf = (type: Type): readonly number[] => (type.kind === "vector" ? type.shape : []);

/** The grid of the kernel's launches; extents that are folded into z come as arguments. */
export interface ProgramGrid {
  readonly rank: number;
  readonly extents: readonly Value[];
}

export class ThreadCode {
  readonly builder: OpBuilder;
  readonly distribution: Distribution;
  readonly hazards: Hazards;
  readonly exchange: ExchangeBuffers;
  readonly grid: ProgramGrid;
  readonly #entry: Block;
  /** Lowers the ops of a block at the builder's insertion point, all but its terminator. */
  readonly lowerBody: (block: Block) => void;
  readonly #scalars = new Map<Value, Value>();
  readonly #copies = new Map<Operation, () => void>();
  readonly #vectors = new Map<Value, readonly Value[] | DeferredVector>();

  constructor(parts: {
    readonly builder: OpBuilder;
    readonly entry: Block;
    readonly grid: ProgramGrid;
    readonly distribution: Distribution;
    readonly hazards: Hazards;
    readonly exchange: ExchangeBuffers;
    readonly lowerBody: (code: ThreadCode, block: Block) => void;
  }) {
    this.builder = parts.builder;
    this.#entry = parts.entry;
    this.grid = parts.grid;
    this.distribution = parts.distribution;
    this.hazards = parts.hazards;
    this.exchange = parts.exchange;
    this.lowerBody = (block) => {
      parts.lowerBody(this, block);
    };
  }

  // --- values -------------------------------------------------------------------------------------------------------------

  /** A scalar or a buffer became this value. */
  setScalar(from: Value, to: Value): void {
    this.#scalars.set(from, to);
  }

  /** A vector became these slots; a scalar its one slot. */
  setSlots(from: Value, slots: readonly Value[]): void {
    if (from.type.kind === "vector") this.#vectors.set(from, slots);
    else this.#scalars.set(from, slots[0]!);
  }

  defer(from: Value, vector: DeferredVector): void {
    this.#vectors.set(from, vector);
  }

  scalar(from: Value): Value {
    const value = this.#scalars.get(from);
    if (value === undefined) throw new Error("a value of the kernel is used before it is lowered");
    return value;
  }

  /** An index, as a number where it is constant. */
  index(from: MixedIndex): MixedIndex {
    return constantIndex(from) ?? (typeof from === "number" ? from : this.scalar(from));
  }

  slotCount = (type: Type): number => this.distribution.slotCount(elementCount(shapeOf(type)));

  /** This thread's elements of a vector; a scalar is held by every thread. */
  slots(from: Value): readonly Value[] {
    if (from.type.kind !== "vector") return [this.scalar(from)];
    const vector = this.#vectors.get(from);
    if (vector === undefined) throw new Error("a vector of the kernel is used before it is lowered");
    if (!isDeferred(vector)) return vector;
    const elements = vector.open();
    const slots = this.perSlot(from.type, (indices) => elements.at(indices));
    elements.close();
    this.#vectors.set(from, slots);
    return slots;
  }

  /** The slots themselves where the vector has them already. */
  heldSlots(from: Value): readonly Value[] | undefined {
    const vector = this.#vectors.get(from);
    return vector === undefined || isDeferred(vector) ? undefined : vector;
  }

  /** Access to every element of a vector, other threads' too. */
  elements(from: Value): Elements {
    const vector = this.#vectors.get(from);
    if (vector === undefined) throw new Error("a vector of the kernel is used before it is lowered");
    if (isDeferred(vector)) return vector.open();
    // All slots of all threads are one value: nothing to exchange.
    const [only] = vector;
    if (only !== undefined && vector.every((slot) => slot === only) && this.isUniform(only))
      return { at: () => only, close: () => undefined };
    return this.#exchanged(from.type, vector);
  }

  /** Whether every thread has the same value in it, for all that is known. */
  isUniform(value: Value): boolean {
    const op = value.definingOp;
    return op !== null && (op.name === "arith.constant" || op.name === "ub.poison");
  }

  perSlot(type: Type, make: (indices: readonly MixedIndex[], slot: number) => Value): Value[] {
    const shape = shapeOf(type);
    return Array.from({ length: this.slotCount(type) }, (_, slot) =>
      make(this.distribution.indices(shape, slot), slot),
    );
  }

  constant(value: Attribute): Value {
    return this.distribution.constant(value);
  }

  // --- memory -------------------------------------------------------------------------------------------------------------

  /** A buffer of the block, of a static type in memory space "shared". */
  sharedBuffer(type: Type): Value {
    return this.#entry.addArgument(type);
  }

  load(memref: Value, indices: readonly MixedIndex[]): Value {
    const values = indices.map((index) => this.distribution.value(index));
    return LoadOp.build(this.builder, { memref, indices: values, resultTypes: [elementTypeOf(memref.type)] }).result;
  }

  store(value: Value, memref: Value, indices: readonly MixedIndex[]): void {
    StoreOp.build(this.builder, { value, memref, indices: indices.map((index) => this.distribution.value(index)) });
  }

  /** Runs `body` for the lanes with the condition; undefined is all. */
  guarded(condition: Value | undefined, body: () => void): void {
    if (condition === undefined) {
      body();
      return;
    }
    buildIf(this.builder, condition, () => {
      body();
      return [];
    });
  }

  /** What is left of a copy until it is waited for. */
  afterWait(copy: Operation, rest: () => void): void {
    this.#copies.set(copy, rest);
  }

  finish(copy: Operation): void {
    this.#copies.get(copy)?.();
    this.#copies.delete(copy);
  }

  #exchanged(type: Type, slots: readonly Value[]): Elements {
    const shape = shapeOf(type);
    const inner = shape.at(-1) ?? 1;
    const pitch = shape.length > 1 ? pitchOf(inner) : inner;
    const rows = shape.slice(0, -1).reduce((product, extent) => product * extent, 1);
    const buffer: ExchangeBuffer = this.exchange.acquire(elementTypeOf(type), rows * pitch);
    const place = (indices: readonly MixedIndex[]): MixedIndex => {
      const row = indices
        .slice(0, -1)
        .reduce<MixedIndex>(
          (sum, index, d) => this.distribution.add(this.distribution.multiply(sum, shape[d]!), index),
          0,
        );
      return this.distribution.add(this.distribution.multiply(row, pitch), indices.at(-1) ?? 0);
    };
    // A loop around may come back from reading any exchange buffer.
    this.hazards.afterReads(this.exchange);
    this.hazards.write(buffer);
    slots.forEach((value, slot) => {
      const at = place(this.distribution.indices(shape, slot));
      this.guarded(this.distribution.active(elementCount(shape), slot), () => {
        this.store(value, buffer.memref, [at]);
      });
    });
    this.hazards.read(buffer);
    return {
      at: (indices) => this.load(buffer.memref, [place(indices)]),
      close: () => {
        this.exchange.release(buffer);
      },
    };
  }
}

/** How ops of one name are lowered. */
export interface OpLowering {
  /** Why this one cannot be; asked for all ops of all kernels before anything is made. */
  readonly refuse?: (op: Operation) => string | undefined;
  lower(op: Operation, code: ThreadCode): void;
}
