// How generated programs use tensors: elements and extents within bounds, shapes that fit.
import { i64ArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { indexType, tensorType, unrankedTensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, elementCount, isStaticShape, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  definiteShape, dynamicExtents, indicesWithin, Mixer, randomSlice, roomFor, segments, sliceParts, withUnitDimensions,
} from "../../ir/check/generate/index-lists.ts"; // prettier-ignore
import type { GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";
import {
  collapsedExtents, collapsesAsWished, factors, randomGroups, splitShape,
} from "../../ir/check/generate/shape-changes.ts"; // prettier-ignore
import { ReassociationProperty } from "../../ir/define/reassociation.ts";

/** No op of a program writes out more elements than this. */
const MOST_ELEMENTS = 8;

export interface TypedValue {
  readonly value: Value;
  readonly type: RankedTensorType;
}

const isTensor = (type: Type): type is RankedTensorType => type.kind === "tensor";

/** A ranked tensor that is there, or a new one of a type of the program's; one of the wished type where there is a wish. */
export function someTensor(
  site: GenerationSite,
  fits: (type: RankedTensorType) => boolean = () => true,
  wished?: Type,
): TypedValue | undefined {
  if (wished !== undefined) return isTensor(wished) && fits(wished) ? tensorOf(site, wished) : undefined;
  const accepts = (type: Type): boolean => isTensor(type) && fits(type);
  const type = site.type(accepts);
  const value = site.find(accepts) ?? (type && site.available(type));
  return value !== undefined && isTensor(value.type) ? { value, type: value.type } : undefined;
}

/** A tensor of this type. */
function tensorOf(site: GenerationSite, type: RankedTensorType): TypedValue | undefined {
  const value = site.available(type);
  return value && { value, type };
}

/** A tensor that is there and is accepted, or one of this type. */
function thatOr(site: GenerationSite, fits: (type: RankedTensorType) => boolean, type: RankedTensorType) {
  const value = site.random.chance(2, 3) ? site.find((t) => isTensor(t) && fits(t)) : undefined;
  return value !== undefined && isTensor(value.type) ? { value, type: value.type } : tensorOf(site, type);
}

/** The wished type, or one of the program's. */
function someType(site: GenerationSite, { resultType }: OperationWish): RankedTensorType | undefined {
  const type = resultType ?? site.type(isTensor);
  return type?.kind === "tensor" ? type : undefined;
}

const withShape = (type: RankedTensorType, shape: readonly number[]): RankedTensorType =>
  tensorType(shape, type.element);

// --- elements --------------------------------------------------------------------------------------------------------------

/** Its elements are poison, so programs that are to be defined have none. */
export function generateEmpty(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const type = someType(site, wish);
  if (type === undefined || site.avoidsUndefinedBehavior) return undefined;
  return { operands: dynamicExtents(site, type.shape), resultTypes: [type] };
}

export function generateFromElements(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const type = someType(site, wish);
  if (type === undefined || !isStaticShape(type.shape) || elementCount(type.shape) > MOST_ELEMENTS) return undefined;
  const operands = Array.from({ length: elementCount(type.shape) }, () => site.value(type.element));
  return { operands, resultTypes: [type] };
}

export function generateSplat(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const type = someType(site, wish);
  const input = type && site.available(type.element);
  if (type === undefined || input === undefined) return undefined;
  return { operands: [input, ...dynamicExtents(site, type.shape)], resultTypes: [type] };
}

/** A region that computes an element from its indices. */
function elementRegion(site: GenerationSite, type: RankedTensorType) {
  const index = indexType(site.context);
  return site.region({
    argumentTypes: type.shape.map(() => index),
    operations: site.random.below(4),
    arguments: (args) => {
      const extents = definiteShape(site, type.shape);
      args.forEach((argument, d) => site.setLimit(argument, (extents[d] ?? 0) + 1));
    },
    end: (inside) => inside.builder.create("tensor.yield", { operands: [inside.handOut(type.element)] }),
  });
}

export function generateGenerate(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const type = someType(site, wish);
  if (type === undefined) return undefined;
  return { operands: dynamicExtents(site, type.shape), resultTypes: [type], regions: [elementRegion(site, type)] };
}

export function generateExtract(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const tensor = someTensor(site, ({ element }) => resultType === undefined || element === resultType);
  const indices = tensor && indicesWithin(site, tensor.type.shape);
  return tensor && indices && { operands: [tensor.value, ...indices], resultTypes: [tensor.type.element] };
}

export function generateInsert(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const tensor = someTensor(site, undefined, resultType);
  const indices = tensor && indicesWithin(site, tensor.type.shape);
  const scalar = tensor && site.available(tensor.type.element);
  return tensor && indices && scalar && { operands: [scalar, tensor.value, ...indices], resultTypes: [tensor.type] };
}

// --- slices ----------------------------------------------------------------------------------------------------------------

/** The type of a slice; now and then without some of its unit dimensions. */
function sliceType(site: GenerationSite, whole: RankedTensorType, sizes: readonly number[]): RankedTensorType {
  const dropsUnits = site.random.chance(1, 3);
  const kept = dropsUnits ? sizes.filter((size) => size !== 1 || site.random.chance(1, 3)) : sizes;
  return withShape(whole, kept);
}

/** A slice of a tensor of rank 0 is all of it, which says little. */
const mostlyRanked = (site: GenerationSite) => {
  const least = site.random.chance(1, 16) ? 0 : 1;
  return ({ shape }: RankedTensorType): boolean => shape.length >= least;
};

export function generateExtractSlice(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  if (resultType !== undefined) return isTensor(resultType) ? sliceWith(site, resultType) : undefined;
  const source = someTensor(site, mostlyRanked(site));
  const slice = source && randomSlice(site, source.type.shape);
  if (source === undefined || slice === undefined) return undefined;
  return {
    ...sliceParts(site, slice, [source.value]),
    resultTypes: [sliceType(site, source.type, slice.sizes.statics)],
  };
}

/** A slice of this type. */
function sliceWith(site: GenerationSite, result: RankedTensorType): OperationParts | undefined {
  const sizes = withUnitDimensions(site, result.shape, 4);
  const extents = definiteShape(site, sizes);
  const hasRoom = (type: RankedTensorType): boolean =>
    type.element === result.element &&
    type.shape.length === sizes.length &&
    definiteShape(site, type.shape).every((extent, d) => extent >= (extents[d] ?? 0));
  const source = thatOr(site, hasRoom, withShape(result, roomFor(site, sizes)));
  const slice = source && randomSlice(site, source.type.shape, sizes);
  return source && slice && { ...sliceParts(site, slice, [source.value]), resultTypes: [result] };
}

export function generateInsertSlice(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const dest = someTensor(site, mostlyRanked(site), resultType);
  const slice = dest && randomSlice(site, dest.type.shape);
  const source = slice && site.available(sliceType(site, dest.type, slice.sizes.statics));
  return slice && source && { ...sliceParts(site, slice, [source, dest.value]), resultTypes: [dest.type] };
}

// --- shapes ----------------------------------------------------------------------------------------------------------------

/** Whether a cast goes from one to the other: extents are the same, or one of them is not known. */
const castsTo = (from: RankedTensorType, to: RankedTensorType): boolean =>
  from !== to &&
  from.element === to.element &&
  from.shape.length === to.shape.length &&
  from.shape.every((extent, d) => extent === to.shape[d] || extent === DYNAMIC || to.shape[d] === DYNAMIC);

/** The type with some extents forgotten and others known, as far as the program may. */
function sameExtents(site: GenerationSite, type: RankedTensorType): RankedTensorType {
  const { random, dynamicExtent, avoidsUndefinedBehavior: avoids } = site;
  const shape = type.shape.map((extent) => {
    if (extent === DYNAMIC) return random.chance(1, 2) ? dynamicExtent : DYNAMIC;
    return (!avoids || extent === dynamicExtent) && random.chance(1, 2) ? DYNAMIC : extent;
  });
  return withShape(type, shape);
}

/** Forgets or asserts extents, or the rank. */
export function generateCast(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  if (resultType !== undefined) return castTo(site, resultType);
  const source = site.find((type) => type.kind === "tensor" || type.kind === "unranked_tensor");
  if (source === undefined) return undefined;
  if (source.type.kind === "unranked_tensor") {
    const { element } = source.type;
    const ranked = source.definingOp?.name === "tensor.cast" ? source.definingOp.operand(0).type : undefined;
    const type =
      ranked ?? (site.avoidsUndefinedBehavior ? undefined : site.type((t) => isTensor(t) && t.element === element));
    return type && { operands: [source], resultTypes: [type] };
  }
  if (source.type.kind !== "tensor") return undefined;
  if (site.random.chance(1, 8)) return { operands: [source], resultTypes: [unrankedTensorType(source.type.element)] };
  return { operands: [source], resultTypes: [sameExtents(site, source.type)] };
}

function castTo(site: GenerationSite, result: Type): OperationParts | undefined {
  if (result.kind === "unranked_tensor") {
    const source = someTensor(site, ({ element }) => element === result.element);
    return source && { operands: [source.value], resultTypes: [result] };
  }
  if (!isTensor(result)) return undefined;
  const source = thatOr(site, (type) => castsTo(type, result), sameExtents(site, result));
  return source && { operands: [source.value], resultTypes: [result] };
}

export function generateCollapseShape(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  if (resultType !== undefined && !isTensor(resultType)) return undefined;
  const from = resultType && splitShape(site, resultType.shape);
  const source = someTensor(
    site,
    ({ shape }) => shape.length > 1 || from !== undefined,
    from && resultType && withShape(resultType, from.shape),
  );
  if (source === undefined) return undefined;
  const { shape } = source.type;
  const groups = from?.groups ?? randomGroups(site, shape.length);
  if (!collapsesAsWished(site, shape, groups)) return undefined;
  return {
    operands: [source.value],
    resultTypes: [withShape(source.type, collapsedExtents(shape, groups))],
    properties: { reassociation: ReassociationProperty.encode(groups, site.context) },
  };
}

export function generateExpandShape(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  if (resultType !== undefined && !isTensor(resultType)) return undefined;
  const wishedGroups = resultType && randomGroups(site, resultType.shape.length, resultType.shape);
  const wished = resultType && wishedGroups && withShape(resultType, collapsedExtents(resultType.shape, wishedGroups));
  if (resultType && wishedGroups && !collapsesAsWished(site, resultType.shape, wishedGroups)) return undefined;
  const source = someTensor(site, ({ shape }) => shape.length < 4, wished);
  if (source === undefined) return undefined;
  const { shape, groups } =
    resultType && wishedGroups
      ? { shape: resultType.shape, groups: wishedGroups }
      : splitShape(site, source.type.shape);
  const index = indexType(site.context);
  return {
    operands: [
      source.value,
      ...shape.filter((extent) => extent === DYNAMIC).map(() => site.integer(index, site.dynamicExtent)),
    ],
    resultTypes: [withShape(source.type, shape)],
    properties: {
      reassociation: ReassociationProperty.encode(groups, site.context),
      static_output_shape: i64ArrayAttr(site.context, shape),
    },
  };
}

/** One of the shapes with so many elements. */
function shapeOf(site: GenerationSite, count: number): readonly number[] | undefined {
  const shape = site.random.pick([[count], [1, count], [count, 1], factors(site, count)]);
  return elementCount(shape) === count ? shape : undefined;
}

export function generateReshape(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  if (resultType !== undefined && !isTensor(resultType)) return undefined;
  const { random, context } = site;
  const before = resultType && shapeOf(site, elementCount(definiteShape(site, resultType.shape)));
  const source = someTensor(site, undefined, before && resultType && withShape(resultType, before));
  if (source === undefined || (resultType !== undefined && before === undefined)) return undefined;
  const count = elementCount(definiteShape(site, source.type.shape));
  const shape = resultType ? definiteShape(site, resultType.shape) : shapeOf(site, count);
  if (shape === undefined) return undefined;
  const index = indexType(context);
  const extents = shape.map((extent) => site.integer(index, extent));
  const listType = tensorType([shape.length], index);
  const list = site.builder.create("tensor.from_elements", { operands: extents, resultTypes: [listType] }).result();
  const mayForget = (extent: number): boolean => !site.avoidsUndefinedBehavior || extent === site.dynamicExtent;
  const result = shape.map((extent) => (mayForget(extent) && random.chance(1, 3) ? DYNAMIC : extent));
  return { operands: [source.value, list], resultTypes: [resultType ?? withShape(source.type, result)] };
}

export function makeDimensionWithinRank(
  site: GenerationSite,
  op: { operand(i: number): Value; setOperand(i: number, v: Value): void },
): boolean {
  const { type } = op.operand(0);
  if (type.kind !== "tensor" || type.shape.length === 0) return false;
  op.setOperand(1, site.below(indexType(site.context), type.shape.length));
  return true;
}

// --- larger tensors --------------------------------------------------------------------------------------------------------

/** What is left of the extents within so much padding; undefined where there is less. */
function unpadded(site: GenerationSite, result: RankedTensorType): RankedTensorType | undefined {
  const shape = result.shape.map((extent) =>
    extent === DYNAMIC ? DYNAMIC : Math.max(0, extent - site.random.pick([0, 0, 1, 1, 2])),
  );
  return withShape(result, shape);
}

export function generatePad(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  if (resultType !== undefined && !isTensor(resultType)) return undefined;
  const source = someTensor(site, undefined, resultType && unpadded(site, resultType));
  if (source === undefined) return undefined;
  const { random, context, dynamicExtent, avoidsUndefinedBehavior: avoids } = site;
  const index = indexType(context);
  const [low, high] = [new Mixer(), new Mixer()];
  const extents = definiteShape(site, source.type.shape);
  const shape = source.type.shape.map((extent, d) => {
    const wished = resultType?.shape[d];
    const isKnown = wished !== undefined && wished !== DYNAMIC && extent !== DYNAMIC;
    const all = isKnown ? wished - extent : random.pick([0, 0, 0, 1, 1, 2, 3]);
    const before = random.below(all + 1);
    const total = (extents[d] ?? 0) + all;
    const mayBeDynamic = !isKnown && (!avoids || total === dynamicExtent);
    let isDynamic = extent === DYNAMIC;
    // A dynamic extent cannot grow where all are to be the same.
    const [b, a] = isDynamic && avoids ? [0, 0] : [before, all - before];
    for (const [list, amount] of [
      [low, b],
      [high, a],
    ] as const) {
      if (mayBeDynamic && random.chance(1, 4)) {
        list.dynamic(site.integer(index, amount));
        isDynamic = true;
      } else list.fixed(amount);
    }
    return isDynamic ? DYNAMIC : total;
  });
  const type = withShape(source.type, shape);
  return {
    operands: [source.value, ...low.dynamics, ...high.dynamics],
    resultTypes: [type],
    regions: [elementRegion(site, type)],
    properties: {
      static_low: i64ArrayAttr(context, low.statics),
      static_high: i64ArrayAttr(context, high.statics),
      operandSegmentSizes: segments(context, 1, low.dynamics.length, high.dynamics.length),
    },
  };
}
