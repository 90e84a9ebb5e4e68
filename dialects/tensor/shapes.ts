// tensor.cast, bitcast, collapse_shape, expand_shape, reshape, dim: the same elements under another shape or type.
import { InferIntRangeInterface, infersExtent } from "../../ir/analysis/int-range/interfaces.ts";
import { haveCompatibleShapes } from "../../ir/analysis/compatible-types.ts";
import { denseElementsAttr, indexAttr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { FoldResult, OpDefinition } from "../../ir/core/definition.ts";
import type { OpBuilder } from "../../ir/core/builder.ts";
import type { Operation } from "../../ir/core/operation.ts";
import { tensorType } from "../../ir/core/type-constructors.ts";
import {
  bitWidth,
  byteWidth,
  DYNAMIC,
  elementCount,
  elementTypeOf,
  isStaticShape,
  type RankedTensorType,
  type Type,
} from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AnyRankedTensor, AnyTensor, Index, tensorOf, typeWhere, variadic } from "../../ir/define/constraints.ts";
import { defineOp } from "../../ir/define/define-op.ts";
import {
  indexListDirectives,
  mixedIndices,
  offsetSizeStrideOf,
  staticIndex,
  staticList,
  type MixedIndex,
} from "../../ir/define/offset-size-stride.ts";
import { ConditionallySpeculatable, constantOf, DestinationStyleOpInterface } from "../../ir/define/op-interfaces.ts";
import { I64ArrayProperty } from "../../ir/define/properties.ts";
import { droppedUnitDims } from "../../ir/define/rank-reduction.ts";
import { collapsedShape, ReassociationProperty, type Reassociation } from "../../ir/define/reassociation.ts";
import { bitcastElements } from "../../ir/interpret/convert.ts";
import { indexListReader } from "../../ir/interpret/index-list.ts";
import { onValues } from "../../ir/interpret/meaning.ts";
import { expectDense, expectIndex } from "../../ir/interpret/operand.ts";
import { undefinedBehavior } from "../../ir/interpret/unwind.ts";
import { typeText } from "../../ir/syntax/printer.ts";
import { expectTensorType } from "./slices.ts";
import { verifyTensorReshape } from "./verify-reshape.ts";
import { generateCast, generateCollapseShape, generateExpandShape, generateReshape } from "./generation.ts";
import { makeDimensionWithinRank } from "./generation.ts";

function areCastCompatible(from: Type, to: Type): boolean {
  if (elementTypeOf(from) !== elementTypeOf(to)) return false;
  if (from.kind !== "tensor" || to.kind !== "tensor") return true;
  if (from.shape.length !== to.shape.length) return false;
  return from.shape.every((extent, d) => extent === to.shape[d] || extent === DYNAMIC || to.shape[d] === DYNAMIC);
}

/** Whether a cast from `from` to `to` only forgets extents: users may read what was cast. */
export function forgetsOnly(from: Type, to: Type): boolean {
  if (from.kind !== "tensor" || to.kind !== "tensor" || !areCastCompatible(from, to)) return false;
  if (from.encoding !== to.encoding) return false;
  return from.shape.every((extent, d) => extent === to.shape[d] || to.shape[d] === DYNAMIC);
}

/** What two types that agree say together; undefined where they do not agree. */
function joinShapes(a: RankedTensorType, b: RankedTensorType): readonly number[] | undefined {
  if (a.shape.length !== b.shape.length) return undefined;
  const joined = a.shape.map((extent, d) => (extent === DYNAMIC ? (b.shape[d] ?? DYNAMIC) : extent));
  return joined.every((extent, d) => b.shape[d] === DYNAMIC || b.shape[d] === extent) ? joined : undefined;
}

function foldCast(op: Operation, source: Value, dest: Value, constant: Attribute | undefined): FoldResult {
  if (source.type === dest.type) return [source];
  if (constant?.kind === "dense" && dest.type.kind === "tensor" && isStaticShape(dest.type.shape)) {
    return [denseElementsAttr(dest.type, constant.data, constant.splat, byteWidth(dest.type.element) ?? 1)];
  }
  const inner = source.definingOp;
  if (inner?.name !== "tensor.cast") return undefined;
  const first = inner.operand(0);
  if (first.type === dest.type) return [first];
  // a -> b -> c is a -> c unless b said more than a and c do together.
  if (first.type.kind !== "tensor" || source.type.kind !== "tensor" || dest.type.kind !== "tensor") return undefined;
  const direct = joinShapes(first.type, dest.type);
  const through = joinShapes(first.type, source.type);
  const all = direct && through && joinShapes(tensorType(through, first.type.element), dest.type);
  if (all?.some((extent, d) => extent !== direct?.[d]) !== false) return undefined;
  op.setOperand(0, first);
  return "inPlace";
}

export const CastOp = defineOp({
  name: "tensor.cast",
  summary: "A tensor under a type that states more or fewer of its extents.",
  example: `func.func @main(%x: tensor<4x8xf32>) -> tensor<?x8xf32> {
  %0 = tensor.cast %x : tensor<4x8xf32> to tensor<?x8xf32>
  return %0 : tensor<?x8xf32>
}`,
  operands: { source: AnyTensor },
  results: { dest: AnyTensor },
  traits: ["Pure"],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($dest)",
  verify: ({ source, dest }) =>
    areCastCompatible(source.type, dest.type)
      ? undefined
      : `operand type '${typeText(source.type)}' and result type '${typeText(dest.type)}' are cast incompatible`,
  fold: ({ op, source, dest }, [constant]) => foldCast(op, source, dest, constant),
  generate: generateCast,
  meaning: onValues((op) => {
    const { type } = op.result();
    return ([operand]) => {
      const source = expectDense(operand);
      const wrong =
        type.kind === "tensor" &&
        (type.shape.length !== source.shape.length ||
          type.shape.some((e, d) => e !== DYNAMIC && e !== source.shape[d]));
      if (wrong) undefinedBehavior(`cast to '${typeText(type)}' of a tensor of shape ${source.shape.join("x")}`);
      return [source];
    };
  }),
});

/** A cast to `type`, where `value` has another one. */
export function castTo(rewriter: OpBuilder, value: Value, type: Type): Value {
  return value.type === type ? value : CastOp.build(rewriter, { source: value, resultTypes: [type] }).dest;
}

const TensorOfNumbers = tensorOf(
  typeWhere(
    "signless integer or unsigned integer or signed integer or floating-point",
    (t) => t.kind === "integer" || t.kind === "float",
  ),
);

export const BitcastOp = defineOp({
  name: "tensor.bitcast",
  summary: "The same bits as elements of another type of the same width.",
  operands: { source: TensorOfNumbers },
  results: { dest: TensorOfNumbers },
  traits: ["Pure"],
  assemblyFormat: "$source attr-dict `:` type($source) `to` type($dest)",
  verify: ({ source: { type: from }, dest: { type: to } }) => {
    const shapes = haveCompatibleShapes(from, to);
    const widths = bitWidth(elementTypeOf(from)) === bitWidth(elementTypeOf(to));
    return shapes && widths
      ? undefined
      : `operand type '${typeText(from)}' and result type '${typeText(to)}' are cast incompatible`;
  },
  fold: ({ source, dest }) => (source.type === dest.type ? [source] : undefined),
  meaning: onValues((op) => {
    const element = elementTypeOf(op.result().type);
    return ([operand]) => [bitcastElements(expectDense(operand), element)];
  }),
});

const reassociationOf = (op: Operation): Reassociation => {
  const attribute = op.attribute("reassociation");
  return attribute === undefined ? [] : ReassociationProperty.decode(attribute);
};

/** Reshaped constants, and reshapes of a reshape back. */
function foldReshape(op: Operation, inverse: string, constant: Attribute | undefined): FoldResult {
  const source = op.operand(0);
  const { type } = op.result();
  if (source.type === type && type.kind === "tensor" && type.shape.filter((e) => e === DYNAMIC).length === 0)
    return [source];
  if (constant?.kind === "dense" && type.kind === "tensor" && isStaticShape(type.shape)) {
    return [denseElementsAttr(type, constant.data, constant.splat, byteWidth(type.element) ?? 1)];
  }
  const inner = source.definingOp;
  if (inner?.name !== inverse || inner.operand(0).type !== type) return undefined;
  return inner.attribute("reassociation") === op.attribute("reassociation") ? [inner.operand(0)] : undefined;
}

export const CollapseShapeOp = defineOp({
  name: "tensor.collapse_shape",
  summary: "A tensor with groups of adjacent dimensions as one dimension each.",
  operands: { src: AnyRankedTensor },
  properties: { reassociation: ReassociationProperty },
  results: { result: AnyRankedTensor },
  traits: ["Pure"],
  assemblyFormat: "$src $reassociation attr-dict `:` type($src) `into` type($result)",
  verify: ({ src, reassociation, result }) =>
    reassociation.some((group) => group.length === 0)
      ? "reassociation indices must not be empty"
      : verifyTensorReshape(expectTensorType(src.type), expectTensorType(result.type), reassociation),
  fold: ({ op }, [constant]) => foldReshape(op, "tensor.expand_shape", constant),
  generate: generateCollapseShape,
  meaning: onValues((op) => {
    const reassociation = reassociationOf(op);
    return ([operand]) => {
      const source = expectDense(operand);
      const shape = collapsedShape(source.shape, reassociation);
      if (elementCount(shape) !== source.count) undefinedBehavior(`collapse of ${source.count} elements to rank 0`);
      return [source.reshaped(shape)];
    };
  }),
});

export const ExpandShapeOp = defineOp({
  name: "tensor.expand_shape",
  summary: "A tensor with some dimensions split into several.",
  example: `func.func @main(%x: tensor<12xf32>) -> tensor<3x4xf32> {
  %0 = tensor.expand_shape %x [[0, 1]] output_shape [3, 4] : tensor<12xf32> into tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}`,
  operands: { src: AnyRankedTensor, output_shape: variadic(Index) },
  properties: { reassociation: ReassociationProperty, static_output_shape: I64ArrayProperty },
  results: { result: AnyRankedTensor },
  traits: ["Pure"],
  assemblyFormat:
    "$src $reassociation `output_shape` custom<DynamicIndexList>($output_shape, $static_output_shape) attr-dict `:` " +
    "type($src) `into` type($result)",
  customDirectives: indexListDirectives,
  verify: ({ src, outputShape, staticOutputShape, reassociation, result }) => {
    const [from, to] = [expectTensorType(src.type), expectTensorType(result.type)];
    if (staticOutputShape.length !== to.shape.length) {
      return `expected number of static shape dims to be equal to the output rank (${to.shape.length}) but found ${staticOutputShape.length} inputs instead`;
    }
    if (outputShape.length !== staticOutputShape.filter((extent) => extent === DYNAMIC).length) {
      return (
        "mismatch in dynamic dims in output_shape and static_output_shape: static_output_shape has " +
        `${staticOutputShape.filter((extent) => extent === DYNAMIC).length} dynamic dims while output_shape has ${outputShape.length} values`
      );
    }
    return verifyTensorReshape(to, from, reassociation);
  },
  fold: ({ op }, [constant]) => foldReshape(op, "tensor.collapse_shape", constant),
  generate: generateExpandShape,
  meaning: onValues((op) => {
    const reassociation = reassociationOf(op);
    const read = indexListReader(mixedIndices(staticList(op, "static_output_shape"), op.operands.slice(1)));
    return ([operand, ...dynamic]) => {
      const source = expectDense(operand);
      const [shape = []] = read(dynamic);
      collapsedShape(shape, reassociation).forEach((count, g) => {
        if (count !== source.shape[g])
          undefinedBehavior(`dimension ${g} of extent ${source.shape[g] ?? 0} is expanded to ${count} elements`);
      });
      return [source.reshaped(shape)];
    };
  }),
});

const ShapeTensor = typeWhere(
  "1D tensor of signless integer or index values",
  (t) => t.kind === "tensor" && t.shape.length === 1 && (t.element.kind === "integer" || t.element.kind === "index"),
);

/** Whether a tensor of extents is made of the extents that another tensor has anyway. */
function isOwnShape(tensor: Value, shape: Value): boolean {
  const made = shape.definingOp;
  if (made?.name !== "tensor.from_elements" || tensor.type.kind !== "tensor") return false;
  const { shape: extents } = tensor.type;
  return (
    made.operandCount === extents.length &&
    made.operands.every((extent, d) => {
      const constant = constantOf(extent);
      if (constant?.kind === "integer") return Number(constant.value) === extents[d];
      const dim = extent.definingOp;
      if (dim?.name !== "tensor.dim" || dim.operand(0) !== tensor) return false;
      return dimension(constantOf(dim.operand(1))) === d;
    })
  );
}

/** Whether as many elements are possible: what is in between may hide that they are not, where the run gets into undefined behaviour. */
const mayHaveAsMany = (from: Type, to: Type): boolean =>
  from.kind !== "tensor" ||
  to.kind !== "tensor" ||
  !isStaticShape(from.shape) ||
  !isStaticShape(to.shape) ||
  elementCount(from.shape) === elementCount(to.shape);

export const ReshapeOp = defineOp({
  name: "tensor.reshape",
  summary: "The elements in row-major order under a shape that a tensor holds.",
  operands: { source: AnyTensor, shape: ShapeTensor },
  results: { result: AnyTensor },
  traits: ["Pure"],
  assemblyFormat: "$source `(` $shape `)` attr-dict `:` functional-type(operands, results)",
  verify: ({ source, shape, result }) => {
    if (elementTypeOf(source.type) !== elementTypeOf(result.type))
      return "element types of source and destination tensor types should be the same";
    const rank = expectTensorType(shape.type).shape[0];
    if (result.type.kind !== "tensor") return undefined;
    const [from, to] = [source.type, result.type];
    if (!mayHaveAsMany(from, to)) return "source and destination tensor should have the same number of elements";
    if (rank === DYNAMIC)
      return "cannot use shape operand with dynamic length to reshape to statically-ranked tensor type";
    return rank === result.type.shape.length
      ? undefined
      : "length of shape operand differs from the result's tensor rank";
  },
  fold: ({ op, source, shape, result }, [constant]) => {
    const { type } = result;
    if (constant?.kind === "dense" && constant.splat && type.kind === "tensor" && isStaticShape(type.shape))
      return [denseElementsAttr(type, constant.data, true, byteWidth(type.element) ?? 1)];
    const inner = source.definingOp;
    if (inner?.name === "tensor.reshape" && mayHaveAsMany(inner.operand(0).type, type)) {
      op.setOperand(0, inner.operand(0));
      return "inPlace";
    }
    if (type.kind !== "tensor" || source.type !== type) return undefined;
    return type.shape.length <= 1 || isOwnShape(source, shape) ? [source] : undefined;
  },
  generate: generateReshape,
  meaning: onValues((op) => ([operand, extents]) => {
    const { type } = op.result();
    const [source, shape] = [expectDense(operand), expectDense(extents)];
    const sizes = Array.from({ length: shape.count }, (_, d) => expectIndex(shape.get(d), "extent"));
    const count = sizes.reduce((product, size) => product * size, 1);
    if (count !== source.count) undefinedBehavior(`reshape of ${source.count} elements to ${sizes.join("x")}`);
    if (type.kind === "tensor" && type.shape.some((extent, d) => extent !== DYNAMIC && extent !== sizes[d]))
      undefinedBehavior(`reshape to ${sizes.join("x")}, which the type of the result is not`);
    return [source.reshaped(sizes)];
  }),
});

/** The extent of a dimension where it is a constant or an operand of what made the tensor. */
export function extentOf(tensor: Value, dimension: number): MixedIndex | undefined {
  if (tensor.type.kind !== "tensor") return undefined;
  const extent = tensor.type.shape[dimension];
  if (extent === undefined) return undefined;
  if (extent !== DYNAMIC) return extent;
  const op = tensor.definingOp;
  if (op === null) return undefined;
  switch (op.name) {
    case "tensor.empty":
    case "tensor.generate":
      return mixedIndices(tensor.type.shape, op.operands)[dimension];
    case "tensor.splat":
      return mixedIndices(tensor.type.shape, op.operands.slice(1))[dimension];
    case "tensor.expand_shape":
      return mixedIndices(staticList(op, "static_output_shape"), op.operands.slice(1))[dimension];
    case "tensor.extract_slice": {
      const { sizes } = offsetSizeStrideOf(op, 1);
      const dropped = droppedUnitDims(sizes.map(staticIndex), tensor.type.shape);
      return dropped && sizes.filter((_, d) => !dropped.has(d))[dimension];
    }
    default:
      return undefined;
  }
}

/** A tensor of the same shape that a destination-style op or a cast was given. */
function sameShaped(tensor: Value): Value | undefined {
  const op = tensor.definingOp;
  if (op === null) return undefined;
  if (op.name === "tensor.cast" && op.operand(0).type.kind === "tensor") return op.operand(0);
  const init = DestinationStyleOpInterface.of(op)?.(op)[tensor.index];
  const destination = init === undefined ? undefined : op.operand(init);
  return destination?.type.kind === "tensor" ? destination : undefined;
}

const dimension = (attribute: Attribute | undefined): number | undefined =>
  attribute?.kind === "integer" ? Number(attribute.value) : undefined;

const TensorWithDims = typeWhere(
  "non-0-ranked or unranked tensor",
  (t) => t.kind === "unranked_tensor" || (t.kind === "tensor" && t.shape.length > 0),
  AnyTensor.samples,
);

export const DimOp = defineOp({
  name: "tensor.dim",
  summary: "The extent of one dimension.",
  operands: { source: TensorWithDims, index: Index },
  results: { result: Index },
  traits: ["NoMemoryEffect"],
  interfaces: [
    ConditionallySpeculatable.with((op) => {
      const { type } = op.operand(0);
      const index = dimension(constantOf(op.operand(1)));
      return type.kind === "tensor" && index !== undefined && index >= 0 && index < type.shape.length;
    }),
    InferIntRangeInterface.with(infersExtent),
  ],
  assemblyFormat: "attr-dict $source `,` $index `:` type($source)",
  fold: ({ op, source }, [, index]) => {
    const at = dimension(index);
    if (at === undefined) return undefined;
    const extent = extentOf(source, at);
    if (extent !== undefined) return [typeof extent === "number" ? indexAttr(op.context, extent) : extent];
    const same = sameShaped(source);
    if (same === undefined) return undefined;
    op.setOperand(0, same);
    return "inPlace";
  },
  makeDefined: makeDimensionWithinRank,
  meaning: onValues(() => ([source, index], run) => {
    const { shape } = expectDense(source);
    const d = expectIndex(index);
    return [shape[d] ?? run.undefinedBehavior(`dimension ${d} of a tensor of rank ${shape.length}`)];
  }),
});

export const shapeOps: readonly OpDefinition[] = [CastOp, BitcastOp, CollapseShapeOp, ExpandShapeOp, ReshapeOp, DimOp];
