// How generated programs use tensors: elements and extents within bounds, shapes that fit.
import { i64ArrayAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { indexType, tensorType, unrankedTensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, elementCount, isStaticShape, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  definiteShape, dynamicExtents, factors, indicesWithin, Mixer, randomGroups, randomSlice, segments, sliceParts,
} from "../../ir/check/generate/index-lists.ts"; // prettier-ignore
import type { GenerationSite } from "../../ir/check/generate/generation-site.ts";
import { ReassociationProperty } from "../../ir/define/reassociation.ts";

/** No op of a program writes out more elements than this. */
const MOST_ELEMENTS = 8;

export interface TypedValue {
  readonly value: Value;
  readonly type: RankedTensorType;
}

const isTensor = (type: Type): type is RankedTensorType => type.kind === "tensor";

/** A ranked tensor that is there, or a new one of a type of the program's. */
export function someTensor(
  site: GenerationSite,
  fits: (type: RankedTensorType) => boolean = () => true,
): TypedValue | undefined {
  const accepts = (type: Type): boolean => isTensor(type) && fits(type);
  const type = site.type(accepts);
  const value = site.find(accepts) ?? (type && site.available(type));
  return value !== undefined && isTensor(value.type) ? { value, type: value.type } : undefined;
}

const someType = (site: GenerationSite): RankedTensorType | undefined => {
  const type = site.type(isTensor);
  return type?.kind === "tensor" ? type : undefined;
};

const withShape = (type: RankedTensorType, shape: readonly number[]): RankedTensorType =>
  tensorType(shape, type.element);

// --- elements --------------------------------------------------------------------------------------------------------------

/** Its elements are poison, so programs that are to be defined have none. */
export function generateEmpty(site: GenerationSite): OperationParts | undefined {
  const type = someType(site);
  if (type === undefined || site.avoidsUndefinedBehavior) return undefined;
  return { operands: dynamicExtents(site, type.shape), resultTypes: [type] };
}

export function generateFromElements(site: GenerationSite): OperationParts | undefined {
  const type = someType(site);
  if (type === undefined || !isStaticShape(type.shape) || elementCount(type.shape) > MOST_ELEMENTS) return undefined;
  const operands = Array.from({ length: elementCount(type.shape) }, () => site.value(type.element));
  return { operands, resultTypes: [type] };
}

export function generateSplat(site: GenerationSite): OperationParts | undefined {
  const type = someType(site);
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

export function generateGenerate(site: GenerationSite): OperationParts | undefined {
  const type = someType(site);
  if (type === undefined) return undefined;
  return { operands: dynamicExtents(site, type.shape), resultTypes: [type], regions: [elementRegion(site, type)] };
}

export function generateExtract(site: GenerationSite): OperationParts | undefined {
  const tensor = someTensor(site);
  const indices = tensor && indicesWithin(site, tensor.type.shape);
  return tensor && indices && { operands: [tensor.value, ...indices], resultTypes: [tensor.type.element] };
}

export function generateInsert(site: GenerationSite): OperationParts | undefined {
  const tensor = someTensor(site);
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

export function generateExtractSlice(site: GenerationSite): OperationParts | undefined {
  const source = someTensor(site);
  const slice = source && randomSlice(site, source.type.shape);
  if (source === undefined || slice === undefined) return undefined;
  return {
    ...sliceParts(site, slice, [source.value]),
    resultTypes: [sliceType(site, source.type, slice.sizes.statics)],
  };
}

export function generateInsertSlice(site: GenerationSite): OperationParts | undefined {
  const dest = someTensor(site);
  const slice = dest && randomSlice(site, dest.type.shape);
  const source = slice && site.available(sliceType(site, dest.type, slice.sizes.statics));
  return slice && source && { ...sliceParts(site, slice, [source, dest.value]), resultTypes: [dest.type] };
}

// --- shapes ----------------------------------------------------------------------------------------------------------------

/** Forgets or asserts extents, or the rank. */
export function generateCast(site: GenerationSite): OperationParts | undefined {
  const { random, dynamicExtent, avoidsUndefinedBehavior: avoids } = site;
  const source = site.find((type) => type.kind === "tensor" || type.kind === "unranked_tensor");
  if (source === undefined) return undefined;
  if (source.type.kind === "unranked_tensor") {
    const { element } = source.type;
    const ranked = source.definingOp?.name === "tensor.cast" ? source.definingOp.operand(0).type : undefined;
    const type = ranked ?? (avoids ? undefined : site.type((t) => isTensor(t) && t.element === element));
    return type && { operands: [source], resultTypes: [type] };
  }
  if (source.type.kind !== "tensor") return undefined;
  if (random.chance(1, 8)) return { operands: [source], resultTypes: [unrankedTensorType(source.type.element)] };
  const shape = source.type.shape.map((extent) => {
    if (extent === DYNAMIC) return random.chance(1, 2) ? dynamicExtent : DYNAMIC;
    return (!avoids || extent === dynamicExtent) && random.chance(1, 2) ? DYNAMIC : extent;
  });
  return { operands: [source], resultTypes: [withShape(source.type, shape)] };
}

export function generateCollapseShape(site: GenerationSite): OperationParts | undefined {
  const source = someTensor(site, ({ shape }) => shape.length > 1);
  if (source === undefined) return undefined;
  const extents = definiteShape(site, source.type.shape);
  const groups = randomGroups(site, extents.length);
  const shape = groups.map((group) => {
    const isDynamic = group.some((d) => source.type.shape[d] === DYNAMIC);
    return isDynamic ? DYNAMIC : group.reduce((product, d) => product * (extents[d] ?? 1), 1);
  });
  // Every dynamic extent is one and the same number in programs that are to be defined.
  const products = groups.map((group) => group.reduce((product, d) => product * (extents[d] ?? 1), 1));
  if (
    site.avoidsUndefinedBehavior &&
    shape.some((extent, i) => extent === DYNAMIC && products[i] !== site.dynamicExtent)
  )
    return undefined;
  return {
    operands: [source.value],
    resultTypes: [withShape(source.type, shape)],
    properties: { reassociation: ReassociationProperty.encode(groups, site.context) },
  };
}

export function generateExpandShape(site: GenerationSite): OperationParts | undefined {
  const source = someTensor(site, ({ shape }) => shape.length < 4);
  if (source === undefined) return undefined;
  const index = indexType(site.context);
  const shape: number[] = [];
  const extents = new Mixer();
  const groups: number[][] = [];
  for (const extent of source.type.shape) {
    const parts =
      extent === DYNAMIC ? site.random.pick([[DYNAMIC], [DYNAMIC, 1], [1, DYNAMIC]]) : expanded(site, extent);
    groups.push(parts.map((_, i) => shape.length + i));
    shape.push(...parts);
    for (const part of parts) {
      if (part === DYNAMIC) extents.dynamic(extentOfDimension(site, index));
      else extents.fixed(part);
    }
  }
  // A tensor of rank 0 becomes one of unit extents.
  if (groups.length === 0) {
    shape.push(1);
    extents.fixed(1);
  }
  return {
    operands: [source.value, ...extents.dynamics],
    resultTypes: [withShape(source.type, shape)],
    properties: {
      reassociation: ReassociationProperty.encode(groups, site.context),
      static_output_shape: i64ArrayAttr(site.context, extents.statics),
    },
  };
}

const expanded = (site: GenerationSite, extent: number): number[] =>
  site.random.chance(1, 2) ? [extent] : factors(site, extent);

const extentOfDimension = (site: GenerationSite, index: Type): Value => site.integer(index, site.dynamicExtent);

export function generateReshape(site: GenerationSite): OperationParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const { random, context } = site;
  const count = elementCount(definiteShape(site, source.type.shape));
  const shape = random.pick([[count], [1, count], [count, 1], factors(site, count)]);
  if (shape.length > 1 && elementCount(shape) !== count) return undefined;
  const index = indexType(context);
  const extents = shape.map((extent) => site.integer(index, extent));
  const listType = tensorType([shape.length], index);
  const list = site.builder.create("tensor.from_elements", { operands: extents, resultTypes: [listType] }).result();
  const mayForget = (extent: number): boolean => !site.avoidsUndefinedBehavior || extent === site.dynamicExtent;
  const result = shape.map((extent) => (mayForget(extent) && random.chance(1, 3) ? DYNAMIC : extent));
  return { operands: [source.value, list], resultTypes: [withShape(source.type, result)] };
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

export function generatePad(site: GenerationSite): OperationParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const { random, context, dynamicExtent, avoidsUndefinedBehavior: avoids } = site;
  const index = indexType(context);
  const [low, high] = [new Mixer(), new Mixer()];
  const extents = definiteShape(site, source.type.shape);
  const shape = source.type.shape.map((extent, d) => {
    const [before, after] = [random.pick([0, 0, 1, 2]), random.pick([0, 0, 1])];
    const total = (extents[d] ?? 0) + before + after;
    const mayBeDynamic = !avoids || total === dynamicExtent;
    let isDynamic = extent === DYNAMIC;
    // A dynamic extent cannot grow where all are to be the same.
    const [b, a] = isDynamic && avoids ? [0, 0] : [before, after];
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
