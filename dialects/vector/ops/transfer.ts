// vector.transfer_read and transfer_write: moves of vectors between values and tensors or memrefs, with padding and masks.
import type { Operation } from "../../../ir/core/operation.ts";
import { elementTypeOf, type ShapedType, type Type, type VectorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyShaped, AnyType, Index, optional, typeWhere, variadic } from "../../../ir/define/constraints.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import {
  ConditionallySpeculatable,
  DestinationStyleOpInterface,
  MemoryEffects,
  type MemoryEffect,
} from "../../../ir/define/op-interfaces.ts";
import { AffineMapProperty } from "../../../ir/define/properties.ts";
import { effect, type EffectMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense, expectIndex, expectScalar } from "../../../ir/interpret/operand.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { BoolAttrArrayProperty } from "../attributes.ts";
import { bufferOf } from "../buffer.ts";
import { foldRead, foldWrite, type ReadView, type WriteView } from "../fold-transfer.ts";
import { bothMasks, enclosingMask, MaskableOpInterface } from "../masking.ts";
import {
  finishTransfer,
  indicesOf,
  parseBase,
  parseTail,
  printBase,
  printTail,
  transferDims,
  transferMaskType,
  type TransferOperands,
} from "../transfer-syntax.ts";
import { AnyVectorOfAnyRank, MaskVector, shapedTypeOf, vectorTypeOf } from "../types.ts";
import { readWindow, windowShape, writeWindow } from "../window.ts";
import { generateTransferRead, generateTransferWrite } from "../generation-memory.ts";

type Prepared = ReturnType<EffectMeaning["prepare"]>;

const Buffer = typeWhere(
  "shaped of any type values",
  (type) => type.kind !== "vector" && AnyShaped.accepts(type),
  AnyShaped.samples,
);

function verifyTransfer(
  { base, indices, mask, permutationMap: map, inBounds }: TransferOperands,
  vector: VectorType,
): string | undefined {
  const shaped = shapedTypeOf(base);
  const rank = shaped.shape.length;
  if (indices.length !== rank) return `requires ${rank} indices`;
  const suffix = shaped.element.kind === "vector" ? shaped.element.shape.length : 0;
  if (map.symbols !== 0) return "requires permutation_map without symbols";
  if (map.dims !== rank) return "requires a permutation_map with input dims of the same rank as the source type";
  if (map.results.length !== vector.shape.length - suffix) {
    return "requires a permutation_map with result dims of the same rank as the vector type";
  }
  const dims = transferDims(map);
  if (dims === undefined)
    return "requires a projected permutation_map (at most one dim or the zero constant can appear in each result)";
  const used = dims.filter((d) => d >= 0);
  if (new Set(used).size !== used.length) {
    return "requires a permutation_map that is a permutation (found one dim used more than once)";
  }
  if (inBounds.length !== map.results.length) {
    return `expects the in_bounds attr of same rank as permutation_map results: affine_map<${map.key}> vs inBounds of size: ${inBounds.length}`;
  }
  return verifyMask(mask, vector, map, shaped);
}

function verifyMask(
  mask: Value | undefined,
  vector: VectorType,
  map: TransferOperands["permutationMap"],
  shaped: ShapedType,
): string | undefined {
  if (mask === undefined) return undefined;
  if (shaped.element.kind === "vector") return "does not support masks with vector element type";
  const expected = transferMaskType(vector, map);
  if (expected === mask.type || expected === undefined) return undefined;
  return `inferred mask type (${typeText(expected)}) and mask operand type (${typeText(mask.type)}) don't match`;
}

/** Transfers reach elements of the vector's own element type; mlir-opt also lets types of equal width through. */
const sameElements = (base: Type, vector: Type): boolean => elementTypeOf(base) === elementTypeOf(vector);
const otherElements = "a transfer between different element types has no meaning";

function effects(effect: MemoryEffect["effect"], base: (op: Operation) => Value) {
  return MemoryEffects.with((op) => (base(op).type.kind === "memref" ? [{ effect, value: base(op) }] : []));
}
const onTensors = (base: (op: Operation) => Value) =>
  ConditionallySpeculatable.with((op) => base(op).type.kind === "tensor");

function maskTypeOf(op: Operation, vector: Value): Type {
  const map = op.attribute("permutation_map");
  const type = map?.kind === "affine_map" ? transferMaskType(vectorTypeOf(vector), map.map) : undefined;
  return type ?? vector.type;
}

function prepareRead(op: Operation): Prepared {
  const view = TransferReadOp.match(op)!;
  const vector = vectorTypeOf(view.vector);
  const shape = windowShape(vector.shape, transferDims(view.permutationMap) ?? [], view.inBounds);
  const rank = view.indices.length;
  const masking = enclosingMask(op);
  const supported = sameElements(view.base.type, vector);
  return (operands, run) => {
    if (!supported) return run.unsupported(otherElements);
    const given = operands[rank + 2];
    const mask = bothMasks(given === undefined ? undefined : expectDense(given), masking?.(run));
    const indices: number[] = [];
    for (let d = 0; d < rank; d++) indices.push(expectIndex(operands[d + 1]));
    return [readWindow(shape, bufferOf(operands[0], run.memory), indices, expectScalar(operands[rank + 1]), mask)];
  };
}

function matchRead(op: Operation | null): ReadView | undefined {
  return TransferReadOp.match(op);
}
function matchWrite(op: Operation | null): WriteView | undefined {
  return TransferWriteOp.match(op);
}

const readBase = (op: Operation): Value => op.operand(0);

export const TransferReadOp = defineOp({
  name: "vector.transfer_read",
  summary: "The vector at a place in a tensor or memref; lanes outside of it, or masked off, hold the padding.",
  operands: { base: Buffer, indices: variadic(Index), padding: AnyType, mask: optional(MaskVector) },
  properties: { permutation_map: AffineMapProperty, in_bounds: BoolAttrArrayProperty },
  results: { vector: AnyVectorOfAnyRank },
  interfaces: [
    effects("read", readBase),
    onTensors(readBase),
    MaskableOpInterface.with((op) => maskTypeOf(op, op.result())),
  ],
  assemblyFormat: {
    print: (op, p) => {
      const view = TransferReadOp.match(op)!;
      p.text(" ");
      printBase(p, view);
      p.text(", ");
      p.value(view.padding);
      printTail(p, op, view, view.base.type, view.vector.type);
    },
    parse: (p: OpParser) => {
      const start = parseBase(p);
      p.expect(",");
      const padding = p.operand();
      const parsed = { ...start, ...parseTail(p) };
      const { first, second } = parsed;
      const { shaped, mask, parts } = finishTransfer(p, parsed, first, second, [1, parsed.indices.length, 1]);
      return {
        ...parts,
        operands: [
          p.resolve(parsed.base, first),
          ...indicesOf(p, parsed.indices),
          p.resolve(padding, shaped.element),
          ...mask,
        ],
        resultTypes: [second],
      };
    },
  },
  verify: (view) => {
    const problem = verifyTransfer(view, vectorTypeOf(view.vector));
    if (problem !== undefined) return problem;
    return elementTypeOf(view.base.type) === view.padding.type
      ? undefined
      : "requires formal padding and source of the same elemental type";
  },
  fold: (view) => foldRead(view, matchWrite),
  generate: generateTransferRead,
  meaning: effect(prepareRead),
});

function prepareWrite(op: Operation): Prepared {
  const view = TransferWriteOp.match(op)!;
  const vector = vectorTypeOf(view.valueToStore);
  const shape = windowShape(vector.shape, transferDims(view.permutationMap) ?? [], view.inBounds);
  const rank = view.indices.length;
  const masking = enclosingMask(op);
  const supported = sameElements(view.base.type, vector);
  const isTensor = view.result !== undefined;
  return (operands, run) => {
    if (!supported) return run.unsupported(otherElements);
    const given = operands[rank + 2];
    const mask = bothMasks(given === undefined ? undefined : expectDense(given), masking?.(run));
    const indices: number[] = [];
    for (let d = 0; d < rank; d++) indices.push(expectIndex(operands[d + 2]));
    const target = isTensor ? expectDense(operands[1]).clone() : operands[1]!;
    writeWindow(shape, bufferOf(target, run.memory), indices, expectDense(operands[0]), mask);
    return isTensor ? [target] : [];
  };
}

const writeBase = (op: Operation): Value => op.operand(1);

export const TransferWriteOp = defineOp({
  name: "vector.transfer_write",
  summary: "Writes a vector to a place in a tensor or memref; lanes outside of it, or masked off, are dropped.",
  operands: { valueToStore: AnyVectorOfAnyRank, base: Buffer, indices: variadic(Index), mask: optional(MaskVector) },
  properties: { permutation_map: AffineMapProperty, in_bounds: BoolAttrArrayProperty },
  results: { result: optional(typeWhere("ranked tensor of any type values", (type) => type.kind === "tensor")) },
  interfaces: [
    effects("write", writeBase),
    onTensors(writeBase),
    DestinationStyleOpInterface.with(() => [1]),
    MaskableOpInterface.with((op) => maskTypeOf(op, op.operand(0))),
  ],
  assemblyFormat: {
    print: (op, p) => {
      const view = TransferWriteOp.match(op)!;
      p.text(" ");
      p.value(view.valueToStore);
      p.text(", ");
      printBase(p, view);
      printTail(p, op, view, view.valueToStore.type, view.base.type);
    },
    parse: (p: OpParser) => {
      const value = p.operand();
      p.expect(",");
      const start = parseBase(p);
      const parsed = { ...start, ...parseTail(p) };
      const { first, second } = parsed;
      const { mask, parts } = finishTransfer(p, parsed, second, first, [1, 1, parsed.indices.length]);
      return {
        ...parts,
        operands: [p.resolve(value, first), p.resolve(parsed.base, second), ...indicesOf(p, parsed.indices), ...mask],
        resultTypes: second.kind === "tensor" ? [second] : [],
      };
    },
  },
  verify: (view) => {
    const problem = verifyTransfer(view, vectorTypeOf(view.valueToStore));
    if (problem !== undefined) return problem;
    if (view.permutationMap.results.some((e) => e.kind === "constant")) return "should not have broadcast dimensions";
    if (view.result === undefined) return view.base.type.kind === "tensor" ? "requires a result on tensors" : undefined;
    return view.result.type === view.base.type
      ? undefined
      : "requires the result to have the type of the tensor that is written";
  },
  fold: (view) => foldWrite(view, matchRead, matchWrite),
  generate: generateTransferWrite,
  meaning: effect(prepareWrite),
});
