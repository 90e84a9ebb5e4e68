// memref.alloc, alloca, dealloc.
import type { OpDefinition } from "../../ir/core/definition.ts";
import { Operation } from "../../ir/core/operation.ts";
import { layoutOf } from "../../ir/core/strided-layout.ts";
import { byteWidth, DYNAMIC, isShaped, type MemRefType, type Type } from "../../ir/core/types.ts";
import { AnyMemRef, Index, typeWhere, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import { PromotableAllocationOpInterface, type MemorySlot } from "../../ir/define/memory-slot.ts";
import { MemoryEffects } from "../../ir/define/op-interfaces.ts";
import { I64Property, optionalProperty } from "../../ir/define/properties.ts";
import { effect, type Execution, type RuntimeValue } from "../../ir/interpret/meaning.ts";
import type { MemRefValue } from "../../ir/interpret/memory.ts";
import { allocateMemRef, checkRange } from "../../ir/interpret/memref.ts";
import { expectIndex, expectMemRef } from "../../ir/interpret/operand.ts";
import { outOfMemory } from "../../ir/interpret/unwind.ts";
import { PoisonOp } from "../ub/index.ts";
import { foldCastOperand } from "./cast-operand.ts";
import { generateAlloc, generateAlloca, generateDealloc } from "./generation.ts";

/** A ranked or unranked memref. */
export const AnyRankedOrUnrankedMemRef = typeWhere(
  "unranked.memref of any type values or memref of any type values",
  (t) => t.kind === "memref" || t.kind === "unranked_memref",
  AnyMemRef.samples,
);

export function expectMemRefType(type: Type): MemRefType {
  if (type.kind !== "memref") throw new Error("the verifier asks for a ranked memref here");
  return type;
}

/** Extents of a shape with its dynamic ones from operands. Negative ones are undefined behaviour. */
export function runtimeShape(shape: readonly number[], dynamic: readonly RuntimeValue[], run: Execution): number[] {
  let next = 0;
  return shape.map((extent) => {
    if (extent !== DYNAMIC) return extent;
    const size = expectIndex(dynamic[next++], "size");
    return size < 0 ? run.undefinedBehavior(`size ${size} is negative`) : size;
  });
}

/** A new buffer of a memref type; what cannot be allocated is refused by name. */
export function allocateBuffer(
  run: Execution,
  type: MemRefType,
  sizes: readonly number[],
  options: { align?: number; label?: string; writable?: boolean } = {},
): MemRefValue {
  if (byteWidth(type.element) === undefined) run.unsupported(`a buffer with elements of kind '${type.element.kind}'`);
  const layout = layoutOf(type, sizes);
  if (layout === undefined || layout.offset === DYNAMIC || layout.strides.includes(DYNAMIC)) {
    run.unsupported("an allocation whose layout its type does not state");
  }
  return (
    allocateMemRef(run.memory, type, { sizes, ...options }) ??
    outOfMemory(`the allocation passes the limit of memory (${run.memory.limit} bytes)`)
  );
}

const allocateMeaning = effect((op) => {
  const type = expectMemRefType(op.result().type);
  const alignment = op.attribute("alignment");
  const align = alignment?.kind === "integer" ? Math.max(64, Number(alignment.value)) : 64;
  return (operands, run) => [allocateBuffer(run, type, runtimeShape(type.shape, operands, run), { align })];
});

const allocateFormat = "`(`$dynamicSizes`)` (`` `[` $symbolOperands^ `]`)? attr-dict `:` type($memref)";

function verifyAllocation(
  op: Operation,
  sizes: number,
  symbols: number,
  alignment: number | undefined,
): string | undefined {
  const type = expectMemRefType(op.result().type);
  const dynamic = type.shape.filter((extent) => extent === DYNAMIC).length;
  if (sizes !== dynamic) return `incorrect number of dynamic sizes, has ${sizes}, expected ${dynamic}`;
  const map = type.layout?.kind === "affine_map" ? type.layout.map : undefined;
  if (symbols !== (map?.symbols ?? 0)) {
    return `symbol operand count does not equal memref symbol count: expected ${map?.symbols ?? 0}, got ${symbols}`;
  }
  if (alignment !== undefined && (alignment <= 0 || !Number.isInteger(Math.log2(alignment)))) {
    return "attribute 'alignment' failed to satisfy constraint: 64-bit signless integer attribute whose value is positive and whose value is a power of two > 0";
  }
  return undefined;
}

/** Types whose values memory may hold as they are: those that have a zero, and buffers. */
function isSlotElement(type: Type): boolean {
  const element = isShaped(type) && type.kind !== "memref" ? type.element : type;
  return ["integer", "float", "index", "memref"].includes(element.kind);
}

/** A buffer of one element. */
function slotOf(op: Operation): MemorySlot | undefined {
  const pointer = op.result();
  const { type } = pointer;
  if (type.kind !== "memref" || type.shape.some((extent) => extent !== 1) || !isSlotElement(type.element))
    return undefined;
  return { pointer, elementType: type.element };
}

const poisonOf = (op: Operation, { elementType }: MemorySlot): Operation =>
  Operation.create(op.context, op.context.opDefinition("ub.poison"), op.location, {
    resultTypes: [elementType],
    properties: { value: PoisonOp.properties[0]?.defaultValue?.(op.context) },
  });

const allocates = MemoryEffects.with((op) => [{ effect: "allocate", value: op.result() }]);

export const AllocOp = defineOp({
  name: "memref.alloc",
  summary: "A new buffer on the heap, of undefined contents, until its dealloc.",
  operands: { dynamicSizes: variadic(Index), symbolOperands: variadic(Index) },
  properties: { alignment: optionalProperty(I64Property) },
  results: { memref: AnyMemRef },
  interfaces: [allocates],
  assemblyFormat: allocateFormat,
  verify: ({ op, dynamicSizes, symbolOperands, alignment }) =>
    verifyAllocation(op, dynamicSizes.length, symbolOperands.length, alignment),
  generate: generateAlloc,
  meaning: allocateMeaning,
});

export const AllocaOp = defineOp({
  name: "memref.alloca",
  summary: "A new buffer on the stack, of undefined contents, until the enclosing allocation scope ends.",
  operands: { dynamicSizes: variadic(Index), symbolOperands: variadic(Index) },
  properties: { alignment: optionalProperty(I64Property) },
  results: { memref: AnyMemRef },
  interfaces: [allocates, PromotableAllocationOpInterface.with({ slot: slotOf, defaultValue: poisonOf })],
  assemblyFormat: allocateFormat,
  verify: ({ op, dynamicSizes, symbolOperands, alignment }) =>
    op.enclosing((parent) => parent.hasTrait("AutomaticAllocationScope")) === undefined
      ? "requires an ancestor op with AutomaticAllocationScope trait"
      : verifyAllocation(op, dynamicSizes.length, symbolOperands.length, alignment),
  generate: generateAlloca,
  meaning: allocateMeaning,
});

export const DeallocOp = defineOp({
  name: "memref.dealloc",
  summary: "Frees a buffer.",
  operands: { memref: AnyRankedOrUnrankedMemRef },
  interfaces: [MemoryEffects.with((op) => [{ effect: "free", value: op.operand(0) }])],
  assemblyFormat: "$memref attr-dict `:` type($memref)",
  fold: ({ op }) => foldCastOperand(op, 0),
  generate: generateDealloc,
  meaning: effect(() => ([operand], run) => {
    const { allocation } = expectMemRef(operand);
    checkRange(allocation, allocation.address, 0);
    if (!allocation.writable) run.undefinedBehavior(`constant buffer '${allocation.label}' is freed`);
    run.memory.free(allocation);
    return [];
  }),
});

export const allocationOps: readonly OpDefinition[] = [AllocOp, AllocaOp, DeallocOp];
