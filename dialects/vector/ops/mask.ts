// vector.create_mask, constant_mask, mask, yield and step: which lanes are on.
import type { OperationParts } from "../../../ir/core/definition.ts";
import { Operation } from "../../../ir/core/operation.ts";
import { elementCount, type VectorType } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { AnyType, Index, optional, typeWhere, variadic } from "../../../ir/define/constraints.ts";
import { defineOp, singleBlockRegion } from "../../../ir/define/define-op.ts";
import { HasParent } from "../../../ir/define/op-interfaces.ts";
import { I64ArrayProperty } from "../../../ir/define/properties.ts";
import {
  control,
  onValues,
  terminator,
  type Computation,
  type Execution,
  type RuntimeValue,
} from "../../../ir/interpret/meaning.ts";
import { expectDense, expectIndex } from "../../../ir/interpret/operand.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import type { OpParser } from "../../../ir/syntax/parser-interface.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { integerConstantAttr } from "../../arith/constant-attribute.ts";
import { isLaneOn, MaskableOpInterface, MaskingOpInterface } from "../masking.ts";
import { MaskVector, MaskVectorOfAnyRank, vectorTypeOf } from "../types.ts";
import { generateConstantMask, generateCreateMask, generateMask } from "../generation.ts";
import { constantMaskExample, maskExample, yieldExample } from "../examples.ts";

/** A mask that is on where every index is below the size of its dimension. Sizes beyond the extents mean the extents. */
function boxMask(type: VectorType, sizes: readonly number[]): DenseValue {
  const mask = DenseValue.zeros(type.shape, type.element);
  // A mask of rank 0 has one size, 0 or 1.
  if (type.shape.length === 0) {
    if ((sizes[0] ?? 0) > 0) mask.set(0, 1);
    return mask;
  }
  const last = type.shape.length - 1;
  const data = mask.data;
  const fill = (d: number, at: number, count: number): void => {
    const size = Math.max(0, Math.min(sizes[d]!, type.shape[d]!));
    if (d === last) for (let i = 0; i < size; i++) data[at + i] = 1;
    else {
      const row = count / type.shape[d]!;
      for (let i = 0; i < size; i++) fill(d + 1, at + i * row, row);
    }
  };
  fill(0, 0, elementCount(type.shape));
  return mask;
}

export const CreateMaskOp = defineOp({
  name: "vector.create_mask",
  summary: "A mask that is on where every index is below an operand.",
  example: maskExample,
  operands: { operands: variadic(Index) },
  results: { result: MaskVectorOfAnyRank },
  traits: ["Pure"],
  assemblyFormat: "$operands attr-dict `:` type($result)",
  verify: ({ op, result }) => {
    const rank = vectorTypeOf(result).shape.length;
    if (rank === 0) return op.operandCount === 1 ? undefined : "must specify exactly one operand for 0-D create_mask";
    return op.operandCount === rank ? undefined : "must specify an operand for each result vector dimension";
  },
  generate: generateCreateMask,
  meaning: onValues((op) => {
    const type = vectorTypeOf(op.result());
    return (sizes) => [
      boxMask(
        type,
        sizes.map((size) => expectIndex(size, "mask size")),
      ),
    ];
  }),
});

export const ConstantMaskOp = defineOp({
  name: "vector.constant_mask",
  summary: "A mask that is on where every index is below a constant.",
  example: constantMaskExample,
  properties: { mask_dim_sizes: I64ArrayProperty },
  results: { result: MaskVectorOfAnyRank },
  traits: ["Pure"],
  assemblyFormat: "$mask_dim_sizes attr-dict `:` type($result)",
  verify: ({ maskDimSizes: sizes, result }) => {
    const { shape } = vectorTypeOf(result);
    if (shape.length === 0) {
      if (sizes.length !== 1) return "array attr must have length 1 for 0-D vectors";
      return sizes[0] === 0 || sizes[0] === 1 ? undefined : "mask dim size must be either 0 or 1 for 0-D vectors";
    }
    if (sizes.length !== shape.length) return "must specify array attr of size equal vector result rank";
    if (sizes.some((size, d) => size < 0 || size > (shape[d] ?? 0)))
      return "array attr of size out of bounds of vector result dimension size";
    const zeros = sizes.filter((size) => size === 0).length;
    return zeros === 0 || zeros === sizes.length
      ? undefined
      : "expected all mask dim sizes to be zeros, as a result of conjunction with zero mask dim";
  },
  fold: ({ maskDimSizes: sizes, result }) => {
    const type = vectorTypeOf(result);
    const isOn = type.shape.length === 0 ? sizes[0] === 1 : sizes.every((size, d) => size === type.shape[d]);
    const constant = isOn
      ? integerConstantAttr(type, 1)
      : sizes.every((size) => size === 0)
        ? integerConstantAttr(type, 0)
        : undefined;
    return constant && [constant];
  },
  generate: generateConstantMask,
  meaning: onValues((op) => {
    const { maskDimSizes, result } = ConstantMaskOp.match(op)!;
    const mask = boxMask(vectorTypeOf(result), maskDimSizes);
    return () => [mask];
  }),
});

export const StepOp = defineOp({
  name: "vector.step",
  summary: "0, 1, 2, ... up to the extent.",
  results: {
    result: typeWhere(
      "vector of index values of ranks 1",
      (type) => type.kind === "vector" && type.shape.length === 1 && type.element.kind === "index",
    ),
  },
  traits: ["Pure"],
  assemblyFormat: "attr-dict `:` type($result)",
  meaning: onValues((op) => {
    const type = vectorTypeOf(op.result());
    const steps = DenseValue.zeros(type.shape, type.element);
    for (let i = 0; i < steps.count; i++) steps.set(i, i);
    return () => [steps];
  }),
});

export const YieldOp = defineOp({
  name: "vector.yield",
  summary: "Ends a region and passes its operands to the op around it.",
  example: yieldExample,
  operands: { operands: variadic(AnyType) },
  traits: ["Pure", "Terminator", "ReturnLike"],
  interfaces: [HasParent.with(["vector.mask"])],
  assemblyFormat: "attr-dict ($operands^ `:` type($operands))?",
  meaning: terminator,
});

/** The one op that a mask predicates; undefined for a mask around nothing. */
function maskedOp(mask: Operation): Operation | undefined {
  const first = mask.region().blocks[0]?.firstOp;
  return first === null || first === undefined || first.name === "vector.yield" ? undefined : first;
}

function verifyMask(op: Operation, mask: Value, passthru: Value | undefined): string | undefined {
  const block = op.region().entry;
  const end = block.lastOp;
  if (end?.name !== "vector.yield") return "expects a vector.yield at the end of the mask region";
  if ([...block.ops()].length > 2) return "expects only one operation to mask";
  if (end.operandCount !== op.resultCount) return "expects number of results to match maskable operation yield";
  const masked = maskedOp(op);
  if (masked === undefined) {
    const wrong = end.operands.findIndex((value, i) => value.type !== op.result(i).type);
    return wrong < 0 ? undefined : "expects result type to match maskable operation result type";
  }
  const maskType = MaskableOpInterface.of(masked)?.(masked);
  if (maskType === undefined) return "expects a MaskableOpInterface within the mask region";
  const yielded = end.operands;
  if (masked.resultCount !== yielded.length || masked.results.some((result, i) => result !== yielded[i]))
    return "expects all the results from the MaskableOpInterface to be yielded";
  if (masked.resultCount !== op.resultCount)
    return "expects number of results to match maskable operation number of results";
  if (masked.results.some((result, i) => result.type !== op.result(i).type))
    return "expects result type to match maskable operation result type";
  if (maskType !== mask.type) return `expects a '${typeText(maskType)}' mask for the maskable operation`;
  if (passthru === undefined) return undefined;
  if (op.resultCount !== 1) return "expects result when passthru argument is provided";
  return passthru.type === op.result().type ? undefined : "expects passthru type to match result type";
}

/** Lanes that the mask has off come from `passthru`. */
function blend(mask: DenseValue, result: DenseValue, passthru: DenseValue): DenseValue {
  const blended = result.clone();
  for (let i = 0; i < blended.count; i++) if (!isLaneOn(mask, i)) blended.set(i, passthru.get(i));
  return blended;
}

function* runMask(
  op: Operation,
  hasPassthru: boolean,
  operands: readonly RuntimeValue[],
  run: Execution,
): Computation<readonly RuntimeValue[]> {
  // The op inside looks for the mask itself (masking.ts).
  const { values } = yield* run.runRegion(op.region(), []);
  const [value] = values;
  if (!hasPassthru || value === undefined) return values;
  return [blend(expectDense(operands[0]), expectDense(value), expectDense(operands[1]))];
}

function parseMask(p: OpParser): OperationParts {
  const mask = p.operand();
  const passthru = p.accept(",") ? p.operand() : undefined;
  const at = p.position();
  const region = p.region();
  if (region.isEmpty) region.addBlock();
  const block = region.entry;
  const inner = block.lastOp;
  if (inner?.name !== "vector.yield") {
    if (block.firstOp !== inner) p.error("expects only one operation to mask", at);
    block.append(Operation.create(p.context, YieldOp, p.location, { operands: inner?.results ?? [] }));
  }
  const attributes = p.optionalAttrDict();
  p.expect(":");
  const maskType = p.type();
  const resultTypes = p.accept("->") ? p.typeOrTypeList() : [];
  const passthruOperand: Value[] = [];
  if (passthru !== undefined) {
    const [type] = resultTypes;
    if (type === undefined) return p.error("expects a result if passthru operand is provided");
    passthruOperand.push(p.resolve(passthru, type));
  }
  return { operands: [p.resolve(mask, maskType), ...passthruOperand], resultTypes, attributes, regions: [region] };
}

export const MaskOp = defineOp({
  name: "vector.mask",
  summary: "Predicates the op inside: only lanes that are on read, write or contribute.",
  example: maskExample,
  operands: { mask: MaskVector, passthru: optional(AnyType) },
  results: { results: variadic(AnyType) },
  regions: { maskRegion: singleBlockRegion },
  traits: ["RecursiveMemoryEffects", "SingleBlock"],
  interfaces: [MaskingOpInterface.with(0)],
  assemblyFormat: {
    print: (op, p) => {
      p.text(" ");
      p.values(op.operands);
      p.text(" { ");
      const inner = op.region().entry.firstOp;
      if (inner !== null) p.op(inner, { results: false });
      p.text(" }");
      p.attrDict(op);
      p.text(" : ");
      p.type(op.operand(0).type);
      if (op.resultCount === 0) return;
      p.text(" -> ");
      p.list(op.results, (result) => p.type(result.type));
    },
    parse: parseMask,
  },
  // Of the masked op, which has to be valid by itself first.
  verifyRegions: ({ op, mask, passthru }) => verifyMask(op, mask, passthru),
  generate: generateMask,
  meaning: control((op) => {
    const hasPassthru = op.operandCount === 2 && maskedOp(op) !== undefined;
    return (operands, run) => runMask(op, hasPassthru, operands, run);
  }),
});
