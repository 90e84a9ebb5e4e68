// Ops that only move elements to other places: reshape, transpose, broadcast_in_dim, reverse; and bitcast_convert.
import { definedBy } from "../../../ir/define/op-interfaces.ts";
import type { OpDefinition } from "../../../ir/core/definition.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import type { Attribute, DenseElementsAttr } from "../../../ir/core/attributes.ts";
import { denseElementsAttr } from "../../../ir/core/attribute-constructors.ts";
import {
  bitWidth,
  byteWidth,
  elementCount,
  isStaticShape,
  type RankedTensorType,
  type Type,
} from "../../../ir/core/types.ts";
import { defineOp } from "../../../ir/define/define-op.ts";
import { I64ArrayProperty } from "../../../ir/define/properties.ts";
import { bitsOfScalar, bytesOfValue, scalarOfBits, valueFromBytes } from "../../../ir/interpret/convert.ts";
import { identityStrides } from "../../../ir/interpret/memref.ts";
import { onValues, type ValueMeaning } from "../../../ir/interpret/meaning.ts";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { undefinedBehavior, unsupported } from "../../../ir/interpret/unwind.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { copyDense, wholePart } from "../../tensor/dense-copy.ts";
import { sameTypeDirectives } from "../text/same-type.ts";
import { AnyTensor, elementOf, shapeOf, tensorTypeOf } from "../types.ts";
import { isKnown, quoted, verifyDimensions, verifyInferred, verifySameType } from "../verify.ts";
import { generateReshape, generateTranspose, generateBroadcastInDim, generateReverse } from "../generation.ts";

type Prepared = ReturnType<ValueMeaning["prepare"]>;

/** The shape of a result, which has to be known. */
export function staticShapeOf(op: Operation, result = 0): readonly number[] {
  const shape = shapeOf(op.result(result));
  return isStaticShape(shape) ? shape : unsupported(`the shape of result ${result} is dynamic`);
}

/** A new value of `shape` whose elements are those of `source` at offset + sum of i[d] * strides[d]. */
export function restrided(
  source: DenseValue,
  shape: readonly number[],
  strides: readonly number[],
  offset = 0,
): DenseValue {
  const result = DenseValue.zeros(shape, source.element);
  copyDense({ value: source, offset, strides }, wholePart(result), shape);
  return result;
}

/** The elements of a constant, or its one element, under another type of the same element type. */
const reshapedAttr = ({ data, splat }: DenseElementsAttr, type: RankedTensorType): Attribute =>
  denseElementsAttr(type, data, splat, byteWidth(type.element) ?? 1);

function prepareReshape(op: Operation): Prepared {
  const shape = staticShapeOf(op);
  return ([operand]) => [expectDense(operand).reshaped(shape)];
}

export const ReshapeOp = defineOp({
  name: "stablehlo.reshape",
  summary: "The same elements in the same order under another shape.",
  operands: { operand: AnyTensor },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat: "operands attr-dict `:` functional-type(operands, results)",
  verify: ({ operand, result }) => {
    const [from, to] = [shapeOf(operand), shapeOf(result)];
    if (elementOf(operand) !== elementOf(result))
      return `requires the same element type, but got ${quoted(operand.type)} and ${quoted(result.type)}`;
    if (!isStaticShape(from) || !isStaticShape(to) || elementCount(from) === elementCount(to)) return undefined;
    return `number of output elements (${elementCount(to)}) doesn't match expected number of elements (${elementCount(from)})`;
  },
  fold: ({ operand, result }, [constant]) => {
    if (operand.type === result.type) return [operand];
    const inner = definedBy(operand, "stablehlo.reshape");
    if (inner?.operand(0).type === result.type) return [inner.operand(0)];
    return constant?.kind === "dense" && isStaticShape(shapeOf(result))
      ? [reshapedAttr(constant, tensorTypeOf(result))]
      : undefined;
  },
  generate: generateReshape,
  meaning: onValues((op) => prepareReshape(op)),
});

function prepareTranspose(op: Operation): Prepared {
  const permutation = TransposeOp.match(op)?.permutation ?? [];
  return ([operand]) => {
    const source = expectDense(operand);
    const strides = identityStrides(source.shape);
    const shape = permutation.map((d) => source.shape[d] ?? 0);
    return [
      restrided(
        source,
        shape,
        permutation.map((d) => strides[d] ?? 0),
      ),
    ];
  };
}

export const TransposeOp = defineOp({
  name: "stablehlo.transpose",
  summary: "Dimensions in another order: result dimension i is operand dimension permutation[i].",
  operands: { operand: AnyTensor },
  properties: { permutation: I64ArrayProperty },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat: "$operand `,` `dims` `=` $permutation attr-dict `:` functional-type(operands, results)",
  verify: ({ operand, permutation, result }) => {
    const shape = shapeOf(operand);
    const isPermutation =
      permutation.length === shape.length && verifyDimensions(permutation, shape.length, "") === undefined;
    if (!isPermutation)
      return `attribute permutation must be a permutation of [${shape.map((_, d) => d).join(", ")}] but got ${permutation.join(", ")}`;
    return verifyInferred(
      result,
      permutation.map((d) => shape[d] ?? 0),
      elementOf(operand),
    );
  },
  fold: ({ operand, permutation, result }) =>
    operand.type === result.type && permutation.every((d, i) => d === i) ? [operand] : undefined,
  generate: generateTranspose,
  meaning: onValues((op) => prepareTranspose(op)),
});

function prepareBroadcast(op: Operation): Prepared {
  const dimensions = BroadcastInDimOp.match(op)?.broadcastDimensions ?? [];
  const shape = staticShapeOf(op);
  return ([operand]) => {
    const source = expectDense(operand);
    const own = identityStrides(source.shape);
    const strides = new Array<number>(shape.length).fill(0);
    dimensions.forEach((d, i) => {
      if (source.shape[i] !== 1) strides[d] = own[i] ?? 0;
      if (source.shape[i] !== 1 && source.shape[i] !== shape[d])
        undefinedBehavior(`dimension ${i} of extent ${source.shape[i]} broadcast to extent ${shape[d]}`);
    });
    return [restrided(source, shape, strides)];
  };
}

export const BroadcastInDimOp = defineOp({
  name: "stablehlo.broadcast_in_dim",
  summary: "Elements repeated along dimensions that the operand lacks or has with extent 1.",
  operands: { operand: AnyTensor },
  properties: { broadcast_dimensions: I64ArrayProperty },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat: "$operand `,` `dims` `=` $broadcast_dimensions attr-dict `:` functional-type(operands, results)",
  verify: ({ operand, broadcastDimensions: dimensions, result }) => {
    const [from, to] = [shapeOf(operand), shapeOf(result)];
    if (elementOf(operand) !== elementOf(result))
      return `requires the same element type, but got ${quoted(operand.type)} and ${quoted(result.type)}`;
    if (dimensions.length !== from.length)
      return `broadcast_dimensions size (${dimensions.length}) does not match operand rank (${from.length})`;
    for (const [i, d] of dimensions.entries()) {
      if (d < 0 || d >= to.length)
        return `broadcast_dimensions contains invalid value ${d} for result with rank ${to.length}`;
      if (dimensions.indexOf(d) !== i) return `broadcast_dimensions should not have duplicates, but has ${d} twice`;
      const [size, target] = [from[i], to[d]];
      if (isKnown(size) && size !== 1 && isKnown(target) && size !== target) {
        return `size of operand dimension ${i} (${size}) is not equal to 1 or size of result dimension ${d} (${target})`;
      }
    }
    return undefined;
  },
  fold: ({ operand, broadcastDimensions, result }, [constant]) => {
    if (operand.type === result.type && broadcastDimensions.every((d, i) => d === i)) return [operand];
    return constant?.kind === "dense" && constant.splat && isStaticShape(shapeOf(result))
      ? [reshapedAttr(constant, tensorTypeOf(result))]
      : undefined;
  },
  generate: generateBroadcastInDim,
  meaning: onValues((op) => prepareBroadcast(op)),
});

function prepareReverse(op: Operation): Prepared {
  const dimensions = ReverseOp.match(op)?.dimensions ?? [];
  return ([operand]) => {
    const source = expectDense(operand);
    const strides = identityStrides(source.shape);
    let offset = 0;
    const turned = strides.map((stride, d) => {
      if (!dimensions.includes(d)) return stride;
      offset += stride * ((source.shape[d] ?? 1) - 1);
      return -stride;
    });
    return [restrided(source, source.shape, turned, offset)];
  };
}

export const ReverseOp = defineOp({
  name: "stablehlo.reverse",
  summary: "Elements in the opposite order along dimensions.",
  operands: { operand: AnyTensor },
  properties: { dimensions: I64ArrayProperty },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$operand `,` `dims` `=` $dimensions attr-dict `:` custom<SameOperandsAndResultType>(type($operand), type($result))",
  customDirectives: sameTypeDirectives,
  inferResultTypes: ({ operands: [operand] }) => operand && [operand.type],
  verify: ({ op, operand, dimensions }) =>
    verifyDimensions(dimensions, shapeOf(operand).length, "dimensions") ?? verifySameType(op),
  generate: generateReverse,
  meaning: onValues((op) => prepareReverse(op)),
});

/** Bits of one element: complex ones count both parts. */
const widthOf = (type: Type): number => bitWidth(type) ?? 0;

/** The shape after a bitcast: a last dimension of the widths' ratio comes or goes. */
function bitcastShape(shape: readonly number[], from: Type, to: Type): readonly number[] | string {
  const [wide, narrow] = [widthOf(from), widthOf(to)];
  if (wide === narrow) return shape;
  if (wide > narrow) return [...shape, wide / narrow];
  const ratio = narrow / wide;
  return shape.at(-1) === ratio
    ? shape.slice(0, -1)
    : `requires the last dimension of the operand to be ${ratio}, to become elements of ${narrow} bits`;
}

function prepareBitcast(op: Operation): Prepared {
  const [from, to] = [elementOf(op.operand(0)), elementOf(op.result())];
  const shape = staticShapeOf(op);
  const [wide, narrow] = [widthOf(from), widthOf(to)];
  if (wide >= 8 && narrow >= 8)
    return ([operand]) => [valueFromBytes({ element: to }, bytesOfValue(expectDense(operand)), shape)];
  if (wide !== narrow) return unsupported(`bitcast of ${quoted(from)} to ${quoted(to)}`);
  return ([operand]) => {
    const source = expectDense(operand);
    const result = DenseValue.zeros(shape, to);
    for (let i = 0, n = result.count; i < n; i++) {
      const element = source.get(i);
      result.set(
        i,
        typeof element === "number" || typeof element === "bigint"
          ? scalarOfBits(to, bitsOfScalar(from, element))
          : element,
      );
    }
    return [result];
  };
}

export const BitcastConvertOp = defineOp({
  name: "stablehlo.bitcast_convert",
  summary: "The same bits as elements of another type.",
  operands: { operand: AnyTensor },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat: "operands attr-dict `:` functional-type(operands, results)",
  verify: ({ operand, result }) => {
    const [from, to] = [elementOf(operand), elementOf(result)];
    if ((from.kind === "complex") !== (to.kind === "complex")) return "cannot convert between real and complex types";
    const shape = bitcastShape(shapeOf(operand), from, to);
    return typeof shape === "string" ? shape : verifyInferred(result, shape, to);
  },
  meaning: onValues((op) => prepareBitcast(op)),
});

export const reshapeOps: readonly OpDefinition[] = [
  BitcastConvertOp,
  BroadcastInDimOp,
  ReshapeOp,
  ReverseOp,
  TransposeOp,
];
