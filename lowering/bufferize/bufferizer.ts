// Rewrites one function from tensors to buffers, once it is decided which writes happen in place.
import { indexAttr, typeAttr } from "../../ir/core/attribute-constructors.ts";
import type { DenseElementsAttr } from "../../ir/core/attributes.ts";
import { Region, type Block } from "../../ir/core/block.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import { errorAt, type Diagnostic } from "../../ir/core/diagnostic.ts";
import type { Location } from "../../ir/core/location.ts";
import { Operation } from "../../ir/core/operation.ts";
import { functionType, memrefType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, isStaticShape, type MemRefType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { constantOf } from "../../ir/define/op-interfaces.ts";
import {
  offsetSizeStride,
  offsetSizeStrideArguments,
  type MixedIndex,
  type OffsetSizeStride,
} from "../../ir/define/offset-size-stride.ts";
import { arithConstant } from "../../dialects/arith/index.ts";
import * as memref from "../../dialects/memref/index.ts";
import type { InPlaceAnalysis } from "./analysis.ts";
import { extentBound, extentOf } from "../analysis/bounds.ts";
import { coversWhole, sameSlice } from "../analysis/subsets.ts";
import { bufferModel, isTensor } from "./model.ts";

type Bufferize = (op: Operation, to: FunctionBufferizer) => void;

/** The buffer type of a tensor type: identity layout, global memory. */
export function bufferTypeOf(type: Type): MemRefType | undefined {
  return type.kind === "tensor" && type.encoding === undefined ? memrefType(type.shape, type.element) : undefined;
}

/** The name of a constant that the module holds, made at a location where it does not. */
export type Globals = (value: DenseElementsAttr, type: MemRefType, location: Location) => string;

export class FunctionBufferizer {
  readonly builder: OpBuilder;
  readonly analysis: InPlaceAnalysis;
  readonly problems: Diagnostic[] = [];
  readonly #buffers = new Map<Value, Value>();
  readonly #table: Readonly<Record<string, Bufferize>>;
  readonly #globals: Globals;
  /** Old ops, to be erased at the end, newest first. */
  readonly #old: Operation[] = [];
  readonly #afterwards: (() => void)[] = [];

  constructor(
    builder: OpBuilder,
    analysis: InPlaceAnalysis,
    table: Readonly<Record<string, Bufferize>>,
    globals: Globals,
  ) {
    this.builder = builder;
    this.analysis = analysis;
    this.#table = table;
    this.#globals = globals;
  }

  /** Rewrites the ops of a block in order. */
  block(block: Block): void {
    for (const op of [...block.ops()]) {
      this.builder.setBefore(op);
      this.#op(op);
    }
  }

  #op(op: Operation): void {
    const tensors = op.operands.some(isTensor) || op.results.some(isTensor);
    const bufferize =
      this.#table[op.name] ?? (bufferModel(op)?.writes(op).length ? this.#table["destination-style"] : undefined);
    if (bufferize !== undefined && (tensors || op.regions.length > 0)) {
      bufferize(op, this);
      return;
    }
    if (tensors) this.refuse(op, "it has no form on buffers");
    for (const region of op.regions) for (const inner of region.blocks) this.block(inner);
  }

  refuse(op: Operation, reason: string): void {
    this.problems.push(errorAt(op.location, `'${op.name}' op cannot be bufferized: ${reason}`));
    // Keeps going with buffers of nothing, so that the other problems are found, too.
    const args = op.regions.flatMap((region) => region.blocks.flatMap((block) => block.arguments));
    for (const value of [...op.results, ...args]) {
      const type = bufferTypeOf(value.type);
      if (type !== undefined) this.#buffers.set(value, this.allocate(type, []));
    }
  }

  bind(tensor: Value, buffer: Value): void {
    this.#buffers.set(tensor, buffer);
  }

  /** Rewrites one op in its place. */
  only(op: Operation): void {
    this.builder.setBefore(op);
    this.#op(op);
  }

  /** Something to do once the old ops are gone. */
  afterwards(work: () => void): void {
    this.#afterwards.push(work);
  }

  /** Marks an op as replaced. */
  retire(op: Operation): void {
    this.#old.push(op);
  }

  finish(): void {
    for (const op of this.#old) op.dropAllReferences();
    for (const op of this.#old) op.erase();
    for (const work of this.#afterwards) work();
  }

  /** The buffer that holds a tensor; anything else is itself. */
  buffer(value: Value): Value {
    if (!isTensor(value)) return value;
    const found = this.#buffers.get(value);
    if (found !== undefined) return found;
    const constant = constantOf(value);
    const type = bufferTypeOf(value.type);
    if (constant?.kind !== "dense" || type === undefined)
      throw new Error(`no buffer for a result of '${value.definingOp?.name ?? "a block"}'`);
    const op = value.definingOp!;
    const name = this.#globals(constant, type, op.location);
    const made = this.builder.at(
      (b) => b.setBefore(op),
      () => memref.GetGlobalOp.build(this.builder, { name, resultTypes: [type] }).result,
    );
    this.#buffers.set(value, made);
    return made;
  }

  memrefTypeOf(buffer: Value): MemRefType {
    if (buffer.type.kind !== "memref") throw new Error("a buffer is a memref");
    return buffer.type;
  }

  allocate(type: MemRefType, dynamicSizes: readonly Value[]): Value {
    return memref.AllocOp.build(this.builder, { dynamicSizes, resultTypes: [type], alignment: 64 }).memref;
  }

  /** A new buffer of a buffer's shape, in row-major order. */
  allocatePlain(buffer: Value): Value {
    const { shape, element } = this.memrefTypeOf(buffer);
    const dynamic = this.#sizesOf(buffer).filter((_, d) => shape[d] === DYNAMIC);
    return this.allocate(
      memrefType(shape, element),
      dynamic.map((size) => (typeof size === "number" ? this.#constant(size) : size)),
    );
  }

  /** A new buffer of a buffer's shape: identity layout, or the part in use of one as large as the shape can get. */
  allocateLike(buffer: Value): Value {
    const { shape, element } = this.memrefTypeOf(buffer);
    const bounds = shape.map((_, d) => extentBound(buffer, d));
    const known = bounds.filter((bound) => bound !== undefined);
    // A part of a buffer of no elements would begin outside of it.
    if (isStaticShape(shape) || known.length < bounds.length || known.includes(0)) return this.allocatePlain(buffer);
    const zeros = shape.map(() => 0);
    const sizes = this.#sizesOf(buffer);
    const whole = this.allocate(memrefType(known, element), []);
    return this.subview(whole, { offsets: zeros, sizes, strides: shape.map(() => 1) }, shape);
  }

  #sizesOf(buffer: Value): readonly MixedIndex[] {
    const { shape } = this.memrefTypeOf(buffer);
    return shape.map((extent, d) => (extent === DYNAMIC ? (extentOf(buffer, d) ?? this.dim(buffer, d)) : extent));
  }

  dim(buffer: Value, dimension: number): Value {
    return memref.DimOp.build(this.builder, { source: buffer, index: this.#constant(dimension) }).result;
  }

  #constant(value: number): Value {
    return arithConstant(this.builder, indexAttr(this.builder.context, value));
  }

  copy(source: Value, target: Value): void {
    memref.CopyOp.build(this.builder, { source, target });
  }

  /** The buffer that operand `index`, which the op writes, is to be written in: its own, or a copy where others still read it. */
  destination(op: Operation, index: number): Value {
    const use = op.opOperand(index);
    const buffer = this.buffer(use.value);
    if (this.analysis.isInPlace(use)) return buffer;
    const fresh = this.allocateLike(buffer);
    if (this.analysis.needsContents(use)) this.copy(buffer, fresh);
    return fresh;
  }

  /** Copies a buffer to a part of another, at an offset. Of no elements: nothing, and the part might begin outside. */
  copyInto(target: Value, source: Value, offsets: readonly MixedIndex[], sizes: readonly MixedIndex[]): void {
    const { shape } = this.memrefTypeOf(source);
    if (shape.includes(0)) return;
    this.copy(source, this.subview(target, { offsets, sizes, strides: shape.map(() => 1) }, shape));
  }

  subview(source: Value, slice: OffsetSizeStride, shape: readonly number[]): Value {
    const type = memref.inferRankReducedSubviewType(shape, this.memrefTypeOf(source), slice);
    if (type === undefined) throw new Error("a slice has no subview type");
    return memref.SubViewOp.build(this.builder, { source, ...offsetSizeStrideArguments(slice), resultTypes: [type] })
      .result;
  }

  /** Whether `buffer` already is the part `slice` of `whole`. */
  isSubviewAt(buffer: Value, whole: Value, slice: OffsetSizeStride): boolean {
    const [a, b] = [partOf(buffer), partOf(whole)];
    if (a.base !== b.base) return false;
    const slices = coversWhole(slice, whole) ? b.slices : [...b.slices, slice];
    return a.slices.length === slices.length && a.slices.every((own, i) => sameSlice(own, slices[i] ?? own));
  }

  /** The op again, on buffers and without results; regions move over. */
  rebuild(op: Operation, operands: readonly Value[], resultTypes: readonly Type[] = []): Operation {
    const regions = op.regions.map((region) => {
      const moved = new Region(op.context);
      moved.takeBlocks(region);
      return moved;
    });
    const made = Operation.create(op.context, op.definition, op.location, {
      operands,
      resultTypes,
      regions,
      attributes: op.allAttributes,
    });
    this.builder.insert(made);
    return made;
  }
}

/** A buffer as slices of slices of another, without those that are all of it. */
function partOf(buffer: Value): { readonly base: Value; readonly slices: readonly OffsetSizeStride[] } {
  const slices: OffsetSizeStride[] = [];
  let base = buffer;
  for (let view = memref.SubViewOp.match(base.definingOp); view; view = memref.SubViewOp.match(base.definingOp)) {
    const slice = offsetSizeStride(view);
    if (!coversWhole(slice, view.source)) slices.unshift(slice);
    base = view.source;
  }
  return { base, slices };
}

/** Rewrites a function's type and entry block; its tensors arguments become buffers. */
export function bufferizeSignature(func: Operation, bufferizer: FunctionBufferizer): void {
  const attribute = func.attribute("function_type");
  if (attribute?.kind !== "type" || attribute.type.kind !== "function") return;
  const { inputs, results } = attribute.type;
  const convert = (type: Type): Type => bufferTypeOf(type) ?? type;
  func.setAttribute("function_type", typeAttr(functionType(func.context, inputs.map(convert), results.map(convert))));
  const entry = func.regions[0]?.blocks[0];
  if (entry === undefined) return;
  for (const argument of [...entry.arguments]) {
    const type = bufferTypeOf(argument.type);
    if (type === undefined) continue;
    const replacement = entry.insertArgument(argument.index, type, argument.argumentLocation ?? undefined);
    bufferizer.bind(argument, replacement);
  }
}

/** Takes the old tensor arguments away once nothing uses them. */
export function dropTensorArguments(block: Block): void {
  for (const argument of [...block.arguments].toReversed()) if (isTensor(argument)) block.eraseArgument(argument.index);
}
