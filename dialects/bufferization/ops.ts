// The bufferization dialect's ops: between tensors and the buffers that they become.
import { denseArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { OpDefinition, OperationParts } from "../../ir/core/definition.ts";
import { i32, indexType, memrefType } from "../../ir/core/type-constructors.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { layoutOf } from "../../ir/core/strided-layout.ts";
import { DYNAMIC, type MemRefType, type Type } from "../../ir/core/types.ts";
import {
  AnyMemRef,
  anyOf,
  AnyRankedTensor,
  AnyTensor,
  Index,
  optional,
  variadic,
} from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { definedBy, DestinationStyleOpInterface, MemoryEffects } from "../../ir/define/op-interfaces.ts";
import { AnyAttribute, optionalProperty, UnitProperty } from "../../ir/define/properties.ts";
import { copyIn, copyOut } from "../../ir/interpret/convert.ts";
import { effect, onValues, type Execution } from "../../ir/interpret/meaning.ts";
import type { MemRefValue } from "../../ir/interpret/memory.ts";
import { checkRange, checkWritable } from "../../ir/interpret/memref.ts";
import { expectDense, expectMemRef } from "../../ir/interpret/operand.ts";
import { DenseValue } from "../../ir/interpret/value.ts";
import type { OpParser } from "../../ir/syntax/parser-interface.ts";
import type { OpPrinter } from "../../ir/syntax/printer-interface.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import {
  allocateBuffer,
  AnyRankedOrUnrankedMemRef,
  copyElements,
  disagreement,
  expectMemRefType,
  forgetsOnly,
} from "../memref/index.ts";
import { runtimeExtents } from "../tensor/index.ts";
import { generateToTensor, generateToBuffer, generateAllocTensor, generateMaterialize } from "./generation.ts";

/** Whether a tensor type and a memref type have one shape and element type. */
function match(tensor: Type, buffer: Type): boolean {
  if (tensor.kind === "unranked_tensor" && buffer.kind === "unranked_memref") return tensor.element === buffer.element;
  if (tensor.kind !== "tensor" || buffer.kind !== "memref" || tensor.element !== buffer.element) return false;
  return tensor.shape.length === buffer.shape.length && tensor.shape.every((extent, d) => extent === buffer.shape[d]);
}

const mismatch = (tensor: Type, buffer: Type): string | undefined =>
  match(tensor, buffer)
    ? undefined
    : `specified tensor and buffer types match: '${typeText(tensor)}' and '${typeText(buffer)}'`;

export const ToTensorOp = defineOp({
  name: "bufferization.to_tensor",
  summary: "The contents of a buffer as a tensor.",
  operands: { buffer: AnyRankedOrUnrankedMemRef },
  properties: { restrict: UnitProperty, writable: UnitProperty },
  results: { result: AnyTensor },
  interfaces: [MemoryEffects.with((op) => [{ effect: "read", value: op.operand(0) }])],
  assemblyFormat:
    "$buffer (`restrict` $restrict^)? (`writable` $writable^)? attr-dict `:` type($buffer) `to` type($result)",
  verify: ({ buffer, result }) => mismatch(result.type, buffer.type),
  fold: ({ op, buffer, result }) => {
    // Only of a to_buffer directly in front: in between somebody may write the buffer.
    const made = definedBy(buffer, "bufferization.to_buffer");
    if (made === undefined || made !== op.previous || made.operand(0).type !== result.type) return undefined;
    return [made.operand(0)];
  },
  generate: generateToTensor,
  meaning: effect(() => ([buffer], run) => {
    const memref = expectMemRef(buffer);
    const tensor = copyIn(run.memory, memref);
    futureBuffers(run).set(tensor, memref);
    return [tensor];
  }),
});

/** The type of a new buffer: with a layout that its type leaves open, row-major. */
function plainType(type: Type): MemRefType {
  const stated = expectMemRefType(type);
  const layout = layoutOf(
    stated,
    stated.shape.map(() => 1),
  );
  const open = layout === undefined || [layout.offset, ...layout.strides].includes(DYNAMIC);
  return open ? memrefType(stated.shape, stated.element, { memorySpace: stated.memorySpace }) : stated;
}

/**
 * The buffers of tensors, as to_tensor and to_buffer tell them. A tensor has one: to_buffer is pure, and a cast, so what it gives for one tensor
 * is one buffer however often it runs, and that of a tensor which to_tensor gave is the one that was read. Who writes it writes all of these; the
 * tensor, a value, stays as it is, so a program that reads it after depends on whether bufferization makes a copy, and so do upstream's folders.
 */
const futureBuffers = (run: Execution): WeakMap<DenseValue, MemRefValue> =>
  run.state("bufferization.futureBuffers", () => new WeakMap<DenseValue, MemRefValue>());

/** The buffer of a tensor, new where it has none of the type. */
function bufferOf(run: Execution, value: DenseValue, type: Type): MemRefValue {
  const buffers = futureBuffers(run);
  const known = buffers.get(value);
  if (known !== undefined && disagreement(known, type) === undefined) return known;
  const buffer = allocateBuffer(run, plainType(type), value.shape);
  copyOut(run.memory, buffer, value);
  if (known === undefined) buffers.set(value, buffer);
  return buffer;
}

export const ToBufferOp = defineOp({
  name: "bufferization.to_buffer",
  summary: "The buffer that a tensor becomes; with read_only nobody writes it.",
  operands: { tensor: AnyTensor },
  properties: { read_only: UnitProperty },
  results: { buffer: AnyRankedOrUnrankedMemRef },
  traits: ["Pure"],
  assemblyFormat: "$tensor (`read_only` $read_only^)? attr-dict `:` type($tensor) `to` type($buffer)",
  verify: ({ tensor, buffer }) => mismatch(tensor.type, buffer.type),
  fold: ({ tensor, buffer }) => {
    const made = definedBy(tensor, "bufferization.to_tensor");
    return made?.operand(0).type === buffer.type ? [made.operand(0)] : undefined;
  },
  generate: generateToBuffer,
  meaning: onValues((op) => {
    const { type } = op.result();
    return ([tensor], run) => [bufferOf(run, expectDense(tensor), type)];
  }),
});

function printAllocTensor(op: Operation, p: OpPrinter): void {
  const view = allocTensorParts(op);
  p.text("(");
  p.values(view.sizes);
  p.text(")");
  if (view.copy !== undefined) {
    p.text(" copy(");
    p.value(view.copy);
    p.text(")");
  }
  if (view.sizeHint !== undefined) {
    p.text(" size_hint=");
    p.value(view.sizeHint);
  }
  p.attrDict(op, { elide: ["operandSegmentSizes"] });
  p.text(" : ");
  p.type(op.result().type);
}

function parseAllocTensor(p: OpParser): OperationParts {
  p.expect("(");
  const sizes = p.operandList();
  p.expect(")");
  let copy;
  if (p.accept("copy")) {
    p.expect("(");
    copy = p.operand();
    p.expect(")");
  }
  let hint;
  if (p.accept("size_hint")) {
    p.expect("=");
    hint = p.operand();
  }
  const attributes = p.optionalAttrDict();
  p.expect(":");
  const type = p.type();
  const index = indexType(p.context);
  return {
    operands: [
      ...sizes.map((s) => p.resolve(s, index)),
      ...(copy === undefined ? [] : [p.resolve(copy, type)]),
      ...(hint === undefined ? [] : [p.resolve(hint, index)]),
    ],
    resultTypes: [type],
    attributes,
    properties: {
      operandSegmentSizes: denseArrayAttr(i32(p.context), [
        sizes.length,
        copy === undefined ? 0 : 1,
        hint === undefined ? 0 : 1,
      ]),
    },
  };
}

interface AllocTensorParts {
  readonly sizes: Operation["operands"];
  readonly copy: Operation["operands"][number] | undefined;
  readonly sizeHint: Operation["operands"][number] | undefined;
}

function allocTensorParts(op: Operation): AllocTensorParts {
  const segments = op.attribute("operandSegmentSizes");
  const [sizes = 0, copies = 0, hints = 0] = segments?.kind === "dense_array" ? segments.values.map(Number) : [];
  const operands = op.operands;
  return {
    sizes: operands.slice(0, sizes),
    copy: copies > 0 ? operands[sizes] : undefined,
    sizeHint: hints > 0 ? operands[sizes + copies] : undefined,
  };
}

export const AllocTensorOp = defineOp({
  name: "bufferization.alloc_tensor",
  summary: "A tensor that becomes a new buffer: of undefined elements, or a copy.",
  operands: { dynamic_sizes: variadic(Index), copy: optional(AnyTensor), size_hint: optional(Index) },
  properties: { memory_space: optionalProperty(AnyAttribute) },
  results: { result: AnyTensor },
  interfaces: [MemoryEffects.with((op) => [{ effect: "allocate", value: op.result() }])],
  assemblyFormat: { print: printAllocTensor, parse: parseAllocTensor },
  verify: ({ dynamicSizes, copy, result }) => {
    if (copy !== undefined && dynamicSizes.length > 0) return "dynamic sizes not needed when copying a tensor";
    if (copy !== undefined) return copy.type === result.type ? undefined : "expected that `copy` and return type match";
    const dynamic = result.type.kind === "tensor" ? result.type.shape.filter((extent) => extent === DYNAMIC).length : 0;
    return dynamicSizes.length === dynamic
      ? undefined
      : `incorrect number of dynamic sizes, has ${dynamicSizes.length}, expected ${dynamic}`;
  },
  generate: generateAllocTensor,
  meaning: effect((op) => {
    const { type } = op.result();
    const { sizes, copy } = allocTensorParts(op);
    return (operands, run) => {
      if (copy !== undefined) return [expectDense(operands[sizes.length])];
      if (type.kind !== "tensor") return run.unsupported("a new tensor of unknown rank");
      return [DenseValue.poison(runtimeExtents(type.shape, operands), type.element)];
    };
  }),
});

const AnyShapedDestination = anyOf(AnyRankedTensor, AnyMemRef);

export const MaterializeInDestinationOp = defineOp({
  name: "bufferization.materialize_in_destination",
  summary: "Puts a tensor's elements where the destination is; a tensor destination gives them as the result.",
  operands: { source: AnyTensor, dest: AnyShapedDestination },
  properties: { restrict: UnitProperty, writable: UnitProperty },
  results: { result: optional(AnyTensor) },
  interfaces: [
    DestinationStyleOpInterface.with(() => [1]),
    MemoryEffects.with((op) =>
      op.operand(1).type.kind === "memref" ? [{ effect: "write", value: op.operand(1) }] : [],
    ),
  ],
  assemblyFormat:
    "$source `in` (`restrict` $restrict^)? (`writable` $writable^)? $dest attr-dict `:` functional-type(operands, results)",
  verify: ({ source, dest, restrict, writable, result }) => {
    if (dest.type.kind === "memref") {
      if (!writable) return "'writable' must be specified if and only if the destination is of memref type";
      if (result !== undefined) return "memref 'dest' implies zero results";
      return compatible(source.type, dest.type) ? undefined : "the shapes of source and destination differ";
    }
    if (restrict) return "'restrict' is valid only for memref destinations";
    if (writable) return "'writable' must be specified if and only if the destination is of memref type";
    if (result === undefined) return "tensor 'dest' implies exactly one tensor result";
    if (result.type !== dest.type) return "result and 'dest' types must match";
    return compatible(source.type, dest.type) ? undefined : "the shapes of source and destination differ";
  },
  generate: generateMaterialize,
  meaning: effect(() => ([source, dest], run) => {
    const tensor = expectDense(source);
    if (typeof dest === "object" && "kind" in dest && dest.kind === "memref") {
      if (tensor.shape.some((extent, d) => extent !== dest.sizes[d]))
        run.undefinedBehavior("the sizes of source and destination differ");
      checkWritable(dest.allocation);
      copyOut(run.memory, dest, tensor);
      return [];
    }
    return [tensor];
  }),
});

function compatible(source: Type, dest: Type): boolean {
  if (source.kind !== "tensor" || (dest.kind !== "tensor" && dest.kind !== "memref") || source.element !== dest.element)
    return false;
  const { shape } = dest;
  return (
    source.shape.length === shape.length &&
    source.shape.every((e, d) => e === shape[d] || e === DYNAMIC || shape[d] === DYNAMIC)
  );
}

export const DeallocTensorOp = defineOp({
  name: "bufferization.dealloc_tensor",
  summary: "The tensor is not used any more.",
  operands: { tensor: AnyTensor },
  interfaces: [MemoryEffects.with(() => [{ effect: "free" }])],
  assemblyFormat: "$tensor attr-dict `:` type($tensor)",
  meaning: effect(() => () => []),
});

export const CloneOp = defineOp({
  name: "bufferization.clone",
  summary: "A new buffer with the elements of another.",
  operands: { input: AnyRankedOrUnrankedMemRef },
  results: { output: AnyRankedOrUnrankedMemRef },
  interfaces: [
    MemoryEffects.with((op) => [
      { effect: "read", value: op.operand(0) },
      { effect: "allocate", value: op.result() },
      { effect: "write", value: op.result() },
    ]),
  ],
  assemblyFormat: "$input attr-dict `:` type($input) `to` type($output)",
  verify: ({ input: { type: from }, output: { type: to } }) =>
    from === to || forgetsOnly(from, to) || forgetsOnly(to, from)
      ? undefined
      : "input and output types are incompatible",
  meaning: effect((op) => {
    const { type } = op.result();
    return ([input], run) => {
      const source = expectMemRef(input);
      const target = allocateBuffer(run, plainType(type), source.sizes);
      checkRange(source.allocation, source.allocation.address, 0);
      copyElements(run.memory, source, target);
      return [target];
    };
  }),
});

export const bufferizationOps: readonly OpDefinition[] = [
  ToTensorOp, ToBufferOp, AllocTensorOp, MaterializeInDestinationOp, DeallocTensorOp, CloneOp,
]; // prettier-ignore
