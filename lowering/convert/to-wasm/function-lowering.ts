// The conversion of one function: what each of its values became, and the walk over its blocks.
import type { Block } from "../../../ir/core/block.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { layoutOf } from "../../../ir/core/strided-layout.ts";
import { i32, i64 } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import type { Assumptions } from "./control/versions.ts";
import { Addresses } from "./memory/addresses.ts";
import { chunkType, expectElement, scalarType, type Element } from "./element.ts";
import { Emitter } from "./emitter.ts";
import {
  chunkCount,
  constantLinear,
  type BufferValue,
  type Extent,
  type Lowered,
  type VectorValue,
} from "./lowered.ts";
import type { ModuleLowering } from "./module-lowering.ts";
import type { FindRule } from "./rule.ts";

export class FunctionLowering {
  readonly module: ModuleLowering;
  readonly emitter: Emitter;
  readonly addresses: Addresses;
  readonly #findRule: FindRule;
  readonly #values = new Map<Value, Lowered>();
  #assumptions: Assumptions = new Map<Operation, ReadonlySet<number>>();
  /** Of a kernel: ids and extents of the grid, by dimension. */
  programIds: readonly Value[] = [];
  programCounts: readonly Value[] = [];

  constructor(module: ModuleLowering, rules: FindRule, entry: Block) {
    this.module = module;
    this.#findRule = rules;
    this.emitter = new Emitter(module.context, entry);
    this.addresses = new Addresses(this);
  }

  // --- what values became -----------------------------------------------------------------------------------------------

  lowered(value: Value): Lowered {
    const found = this.#values.get(value);
    if (found === undefined)
      throw new Error(`a result of '${value.definingOp?.name ?? "a block"}' was used before it was converted`);
    return found;
  }

  scalar(value: Value): Value {
    const found = this.lowered(value);
    if (found.kind !== "scalar") throw new Error(`expected a scalar, found a ${found.kind}`);
    return found.value;
  }

  vector(value: Value): VectorValue {
    const found = this.lowered(value);
    if (found.kind !== "vector") throw new Error(`expected a vector, found a ${found.kind}`);
    return found;
  }

  buffer(value: Value): BufferValue {
    const found = this.lowered(value);
    if (found.kind !== "buffer") throw new Error(`expected a buffer, found a ${found.kind}`);
    return found;
  }

  set(value: Value, lowered: Lowered): void {
    this.#values.set(value, lowered);
  }

  setScalar(value: Value, made: Value): void {
    this.set(value, { kind: "scalar", element: expectElement(value.type), value: made });
  }

  setVector(value: Value, chunks: readonly Value[]): void {
    const { type } = value;
    if (type.kind !== "vector") throw new Error("expected a value of vector type");
    const element = expectElement(type.element);
    if (chunks.length !== chunkCount(type.shape, element))
      throw new Error(`${chunks.length} chunks for a vector of ${chunkCount(type.shape, element)}`);
    this.set(value, { kind: "vector", element, shape: type.shape, chunks });
  }

  // --- values at the edges of blocks: scalars as they are, vectors by chunks, buffers as a pointer and what their type leaves open ---

  /** The WebAssembly types that a value of a type is passed as. */
  flatTypes(type: Type): readonly Type[] {
    const { context } = this.module;
    switch (type.kind) {
      case "vector": {
        const element = expectElement(type.element);
        return new Array<Type>(chunkCount(type.shape, element)).fill(chunkType(context, element));
      }
      case "memref": {
        const open = openExtents(type.shape).length + openExtents(layoutOf(type)?.strides ?? []).length;
        return [i32(context), ...new Array<Type>(open).fill(i64(context))];
      }
      default:
        return [scalarType(context, expectElement(type))];
    }
  }

  /** The WebAssembly values that stand for a value of the source where it is passed as `type`. */
  flat(value: Value, type: Type = value.type): readonly Value[] {
    const lowered = this.lowered(value);
    switch (lowered.kind) {
      case "scalar":
        return [lowered.value];
      case "vector":
        return lowered.chunks;
      case "buffer": {
        if (type.kind !== "memref") throw new Error("a buffer is passed as another type");
        const layout = layoutOf(type);
        const known = layout === undefined || layout.offset === DYNAMIC ? 0 : layout.offset;
        const pointer = this.addresses.pointer(lowered, known);
        const sizes = openExtents(type.shape).map((d) => this.extent(lowered.sizes[d] ?? 1));
        const strides = openExtents(layout?.strides ?? []).map((d) => this.extent(lowered.strides[d] ?? 1));
        return [pointer, ...sizes, ...strides];
      }
    }
  }

  flatAll(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) => this.flat(value));
  }

  /** Says that `value` is what these WebAssembly values stand for, taken from the front; gives the rest. */
  bind(value: Value, flat: readonly Value[]): readonly Value[] {
    const { type } = value;
    const count = this.flatTypes(type).length;
    const own = flat.slice(0, count);
    if (type.kind === "vector") this.setVector(value, own);
    else if (type.kind === "memref") {
      const layout = layoutOf(type);
      const [base, ...open] = own;
      if (base === undefined || layout === undefined) throw new Error("a buffer needs a pointer and a strided layout");
      const extents = (list: readonly number[]): Extent[] =>
        list.map((extent) => (extent === DYNAMIC ? (open.shift() ?? 0) : extent));
      const sizes = extents(type.shape);
      const offset = constantLinear(layout.offset === DYNAMIC ? 0 : layout.offset);
      this.set(value, {
        kind: "buffer",
        element: expectElement(type.element),
        base,
        offset,
        sizes,
        strides: extents(layout.strides),
      });
    } else if (own[0] !== undefined) this.setScalar(value, own[0]);
    return flat.slice(count);
  }

  bindAll(values: readonly Value[], flat: readonly Value[]): void {
    let rest = flat;
    for (const value of values) rest = this.bind(value, rest);
  }

  /** An extent as a value of type i64. */
  extent(extent: Extent): Value {
    return typeof extent === "number" ? this.emitter.i64(extent) : extent;
  }

  zeroChunk(element: Element): Value {
    return this.emitter.constant(chunkType(this.module.context, element), 0);
  }

  /** Runs `body` while these transfers are taken to stay inside their buffers. */
  assuming<T>(assumptions: Assumptions, body: () => T): T {
    const before = this.#assumptions;
    this.#assumptions = assumptions;
    try {
      return body();
    } finally {
      this.#assumptions = before;
    }
  }

  /** The dimensions of a transfer's vector that are known to be inside. */
  knownInside(transfer: Operation): ReadonlySet<number> | undefined {
    return this.#assumptions.get(transfer);
  }

  // --- the walk -----------------------------------------------------------------------------------------------------------

  /** Converts all ops of a block but its terminator, which is returned. */
  block(block: Block): Operation {
    const { terminator } = block;
    for (const op of block.ops()) {
      if (op === terminator) break;
      const rule = this.#findRule(op);
      if (rule === undefined) throw new Error(`'${op.name}' was not refused`);
      // What the op needs beside the function stands in the module.
      for (const { builder } of [this.emitter, this.module]) builder.location = op.location;
      rule.lower(op, this);
    }
    this.emitter.builder.location = terminator.location;
    return terminator;
  }
}

/** The dimensions whose extent a type leaves open. */
const openExtents = (extents: readonly number[]): readonly number[] =>
  extents.flatMap((extent, d) => (extent === DYNAMIC ? [d] : []));
