// memref.load, store, copy: what reads and writes elements.
import type { OpDefinition } from "../../ir/core/definition.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { byteWidth, DYNAMIC, elementTypeOf, type Type } from "../../ir/core/types.ts";
import { AnyMemRef, derived, Index, typeVariable, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { PromotableMemOpInterface } from "../../ir/define/memory-slot.ts";
import { MemoryEffects } from "../../ir/define/op-interfaces.ts";
import { BoolProperty, AlignmentProperty, optionalProperty } from "../../ir/define/properties.ts";
import { effect, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { Memory, MemRefValue } from "../../ir/interpret/memory.ts";
import {
  checkWhole,
  checkWritable,
  forEachAddress,
  isContiguous,
  loadElement,
  storeElement,
} from "../../ir/interpret/memref.ts";
import { expectIndex, expectMemRef, expectScalar } from "../../ir/interpret/operand.ts";
import { undefinedBehavior, unsupported } from "../../ir/interpret/unwind.ts";
import { AnyRankedOrUnrankedMemRef } from "./allocation.ts";
import { foldCastOperand } from "./cast-operand.ts";
import { generateLoad, generateStore, generateCopy } from "./generation.ts";

const M = typeVariable("M", AnyMemRef);
const ElementOfM = derived("element type of the memref", ["M"], (b) => {
  const type = b.get("M");
  return type && elementTypeOf(type);
});

const accessProperties = {
  nontemporal: optionalProperty(BoolProperty),
  alignment: optionalProperty(AlignmentProperty),
} as const;

function verifyIndices(type: Type, count: number, what: string): string | undefined {
  if (type.kind !== "memref" || type.shape.length === count) return undefined;
  return `incorrect number of indices for ${what}, expected ${type.shape.length} but got ${count}`;
}

/** Elements are scalars; buffers of vectors or memrefs are refused by name when they are accessed. */
function requireScalarElements(type: Type): void {
  const element = elementTypeOf(type);
  if (byteWidth(element) === undefined) unsupported(`a buffer with elements of kind '${element.kind}'`);
}

/** The operands from number `first` on as indices. */
function indicesOf(operands: readonly RuntimeValue[], first: number): number[] {
  const indices: number[] = [];
  for (let i = first; i < operands.length; i++) indices.push(expectIndex(operands[i]));
  return indices;
}

export const LoadOp = defineOp({
  name: "memref.load",
  summary: "The element at the indices; poison where nothing was written.",
  operands: { memref: M, indices: variadic(Index) },
  properties: accessProperties,
  results: { result: ElementOfM },
  interfaces: [
    MemoryEffects.with((op) => [{ effect: "read", value: op.operand(0) }]),
    PromotableMemOpInterface.with((op, { pointer, elementType }) =>
      op.operand(0) === pointer && op.result().type === elementType ? { kind: "load", result: op.result() } : undefined,
    ),
  ],
  assemblyFormat: "$memref `[` $indices `]` attr-dict `:` type($memref)",
  verify: ({ memref, indices }) => verifyIndices(memref.type, indices.length, "load"),
  fold: ({ op }) => foldCastOperand(op, 0),
  generate: generateLoad,
  meaning: effect((op) => {
    const { type } = op.operand(0);
    requireScalarElements(type);
    return (operands, run) => [loadElement(run.memory, expectMemRef(operands[0]), indicesOf(operands, 1))];
  }),
});

export const StoreOp = defineOp({
  name: "memref.store",
  summary: "Writes the element at the indices.",
  operands: { value: ElementOfM, memref: M, indices: variadic(Index) },
  properties: accessProperties,
  interfaces: [
    MemoryEffects.with((op) => [{ effect: "write", value: op.operand(1) }]),
    PromotableMemOpInterface.with((op, { pointer, elementType }) => {
      const stored = op.operand(0);
      return op.operand(1) === pointer && stored !== pointer && stored.type === elementType
        ? { kind: "store", stored }
        : undefined;
    }),
  ],
  assemblyFormat: "$value `,` $memref `[` $indices `]` attr-dict `:` type($memref)",
  verify: ({ memref, indices }) => verifyIndices(memref.type, indices.length, "store"),
  fold: ({ op }) => foldCastOperand(op, 1),
  generate: generateStore,
  meaning: effect((op) => {
    const { type } = op.operand(1);
    requireScalarElements(type);
    return (operands, run) => {
      const value = expectScalar(operands[0]);
      storeElement(run.memory, expectMemRef(operands[1]), indicesOf(operands, 2), value);
      return [];
    };
  }),
});

/** Copies every element, undefined ones too. The views must have the same sizes. */
export function copyElements(memory: Memory, source: MemRefValue, target: MemRefValue): void {
  if (source.sizes.some((size, d) => size !== target.sizes[d])) {
    undefinedBehavior(`copy of ${source.sizes.join("x")} elements to ${target.sizes.join("x")}`);
  }
  checkWhole(source);
  checkWhole(target);
  checkWritable(target.allocation);
  const width = byteWidth(source.element) ?? unsupported(`a buffer with elements of kind '${source.element.kind}'`);
  const count = source.sizes.reduce((product, size) => product * size, 1);
  if (isContiguous(source) && isContiguous(target)) {
    const from = source.base + source.offset * width;
    const to = target.base + target.offset * width;
    memory.bytes.copyWithin(to, from, from + count * width);
    memory.undefinedBytes.copyWithin(to, from, from + count * width);
    return;
  }
  const bytes = new Uint8Array(count * width);
  const flags = new Uint8Array(count * width);
  forEachAddress(source, (address, i) => {
    for (let b = 0; b < width; b++) {
      bytes[i * width + b] = memory.bytes[address + b] ?? 0;
      flags[i * width + b] = memory.undefinedBytes[address + b] ?? 1;
    }
  });
  forEachAddress(target, (address, i) => {
    for (let b = 0; b < width; b++) {
      memory.bytes[address + b] = bytes[i * width + b] ?? 0;
      memory.undefinedBytes[address + b] = flags[i * width + b] ?? 1;
    }
  });
}

function verifyCopy(op: Operation): string | undefined {
  const [source, target] = [op.operand(0).type, op.operand(1).type];
  if (elementTypeOf(source) !== elementTypeOf(target)) return "requires the same element type for all operands";
  if (source.kind !== "memref" || target.kind !== "memref") return undefined;
  const compatible =
    source.shape.length === target.shape.length &&
    source.shape.every((extent, d) => extent === target.shape[d] || extent === DYNAMIC || target.shape[d] === DYNAMIC);
  return compatible ? undefined : "requires the same shape for all operands";
}

export const CopyOp = defineOp({
  name: "memref.copy",
  summary: "Copies all elements of one buffer to another of the same sizes.",
  operands: { source: AnyRankedOrUnrankedMemRef, target: AnyRankedOrUnrankedMemRef },
  interfaces: [
    MemoryEffects.with((op) => [
      { effect: "read", value: op.operand(0) },
      { effect: "write", value: op.operand(1) },
    ]),
  ],
  assemblyFormat: "$source `,` $target attr-dict `:` type($source) `to` type($target)",
  verify: ({ op }) => verifyCopy(op),
  fold: ({ op }) => foldCastOperand(op, 0, 1),
  generate: generateCopy,
  meaning: effect(() => ([source, target], run) => {
    copyElements(run.memory, expectMemRef(source), expectMemRef(target));
    return [];
  }),
});

/** Whether nothing is copied, for all that the types say. */
export function copiesNothing(op: Operation): boolean {
  return (
    op.operand(0) === op.operand(1) || op.operands.some((v) => v.type.kind === "memref" && v.type.shape.includes(0))
  );
}

export const accessOps: readonly OpDefinition[] = [LoadOp, StoreOp, CopyOp];
