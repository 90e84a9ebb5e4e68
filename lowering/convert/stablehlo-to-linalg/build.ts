// Builders of what the conversions emit: empty and filled tensors, linalg.generic, scalars out of tensors, reshapes by unit dimensions.
import { AffineMap } from "../../../ir/affine/map.ts";
import { floatAttr, integerAttr } from "../../../ir/core/attribute-constructors.ts";
import { Region } from "../../../ir/core/block.ts";
import type { OpBuilder } from "../../../ir/core/builder.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { tensorType } from "../../../ir/core/type-constructors.ts";
import { DYNAMIC, elementTypeOf, type RankedTensorType, type Type } from "../../../ir/core/types.ts";
import type { Value } from "../../../ir/core/value.ts";
import { constantOf } from "../../../ir/define/op-interfaces.ts";
import { denseSplatElement } from "../../../ir/interpret/convert.ts";
import { arithConstant, constantIndexOp } from "../../../dialects/arith/index.ts";
import { FillOp, GenericOp, YieldOp, type IteratorType } from "../../../dialects/linalg/index.ts";
import {
  CollapseShapeOp,
  DimOp,
  EmptyOp,
  ExpandShapeOp,
  ExtractOp,
  FromElementsOp,
} from "../../../dialects/tensor/index.ts";
import { shapeOf, tensorTypeOf } from "./types.ts";

/** `tensor.empty`; dynamic extents are those of `like`, which has the same shape. */
export function emptyTensor(b: OpBuilder, type: RankedTensorType, like?: Value): Value {
  const dynamicSizes = type.shape.flatMap((extent, d) => {
    if (extent !== DYNAMIC) return [];
    if (like === undefined) throw new Error("a dynamic extent needs a value that has it");
    return [DimOp.build(b, { source: like, index: constantIndexOp(b, d) }).result];
  });
  return EmptyOp.build(b, { dynamicSizes, resultTypes: [type] }).result;
}

/** `linalg.fill ins(scalar) outs(tensor.empty)`. */
export function filledTensor(b: OpBuilder, type: RankedTensorType, scalar: Value): Value {
  const init = emptyTensor(b, type);
  return FillOp.build(b, { inputs: [scalar], outputs: [init], resultTypes: [type] }).op.result();
}

/** A number as a constant of a scalar type: an integer, or a float rounded to the type. */
export function scalarConstant(b: OpBuilder, type: Type, value: number | bigint): Value {
  if (type.kind === "float") return arithConstant(b, floatAttr(type, Number(value)));
  if (type.kind === "integer" || type.kind === "index") return arithConstant(b, integerAttr(type, BigInt(value)));
  throw new Error(`no constants of kind '${type.kind}'`);
}

/** The element of a tensor of rank 0, a constant's as a constant. */
export function scalarOf(b: OpBuilder, tensor: Value): Value {
  const made = FromElementsOp.match(tensor.definingOp)?.elements[0];
  if (made !== undefined) return made;
  const attribute = constantOf(tensor);
  const element = attribute?.kind === "dense" ? denseSplatElement(attribute) : undefined;
  return element === undefined ? ExtractOp.build(b, { tensor, indices: [] }).result : arithConstant(b, element);
}

/** Whether the element of a rank-0 tensor is at hand: it is a constant, or was just made from a scalar. */
export function hasScalar(value: Value): boolean {
  if (shapeOf(value).length > 0) return false;
  return value.definingOp?.name === "tensor.from_elements" || constantOf(value) !== undefined;
}

export interface GenericArguments {
  readonly inputs: readonly Value[];
  readonly inits: readonly Value[];
  readonly maps: readonly AffineMap[];
  readonly iterators: readonly IteratorType[];
  /** The new elements of the inits from the elements of all operands. */
  readonly body: (b: OpBuilder, elements: readonly Value[]) => readonly Value[];
}

export function buildGeneric(b: OpBuilder, { inputs, inits, maps, iterators, body }: GenericArguments): Operation {
  const region = new Region(b.context);
  const block = region.addBlock([...inputs, ...inits].map(({ type }) => elementTypeOf(type)));
  b.at(
    (builder) => builder.setToEnd(block),
    () => YieldOp.build(b, { values: body(b, block.arguments) }),
  );
  return GenericOp.build(b, {
    inputs,
    outputs: inits,
    indexingMaps: maps,
    iteratorTypes: iterators,
    region,
    resultTypes: inits.map(({ type }) => type),
  }).op;
}

export const parallelLoops = (rank: number): IteratorType[] => new Array<IteratorType>(rank).fill("parallel");

/** Dimensions of the operand as loops `dims[i]` of `rank` loops. */
export const projection = (rank: number, dims: readonly number[]): AffineMap => AffineMap.projection(rank, dims);

/** Groups that put each unit dimension at `dropped` with a neighbour; no groups where nothing else is left. */
export function reassociationWithout(dropped: ReadonlySet<number>, rank: number): number[][] {
  const groups: number[][] = [];
  let leading: number[] = [];
  for (let d = 0; d < rank; d++) {
    if (!dropped.has(d)) {
      groups.push([...leading, d]);
      leading = [];
    } else if (groups.length > 0) groups.at(-1)?.push(d);
    else leading.push(d);
  }
  return groups;
}

/** The tensor without unit dimensions. */
export function dropUnitDimensions(b: OpBuilder, value: Value, dropped: ReadonlySet<number>): Value {
  if (dropped.size === 0) return value;
  const type = tensorTypeOf(value);
  const shape = type.shape.filter((_, d) => !dropped.has(d));
  const reassociation = reassociationWithout(dropped, type.shape.length);
  const expand = ExpandShapeOp.match(value.definingOp);
  if (expand?.src.type === tensorType(shape, type.element)) return expand.src;
  return CollapseShapeOp.build(b, { src: value, reassociation, resultTypes: [tensorType(shape, type.element)] }).result;
}

/** The tensor with unit dimensions at `added`, positions in the result. */
export function addUnitDimensions(
  b: OpBuilder,
  value: Value,
  added: ReadonlySet<number>,
  shape: readonly number[],
): Value {
  if (added.size === 0) return value;
  return ExpandShapeOp.build(b, {
    src: value,
    outputShape: [],
    staticOutputShape: shape,
    reassociation: reassociationWithout(added, shape.length),
    resultTypes: [tensorType(shape, tensorTypeOf(value).element)],
  }).result;
}

/** The unit dimensions that an expand_shape adds, when it adds nothing else. */
export function unitDimensionsAdded(op: Operation): ReadonlySet<number> | undefined {
  const expand = ExpandShapeOp.match(op);
  if (expand === undefined) return undefined;
  const [from, to] = [shapeOf(expand.src), shapeOf(expand.result)];
  const added = new Set<number>();
  let next = 0;
  for (const [d, extent] of to.entries()) {
    if (extent === from[next]) next++;
    else if (extent === 1) added.add(d);
    else return undefined;
  }
  return next === from.length ? added : undefined;
}
