// How generated programs use vectors: positions and slices within their extents, reductions, contractions, changes of shape.
import { affineMapAttr, arrayAttr, boolAttr, i64Attr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { i1, indexType, vectorType } from "../../ir/core/type-constructors.ts";
import { elementCount, type Type, type VectorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { Mixer } from "../../ir/check/generate/index-lists.ts";
import { factors, permuted, randomPermutation, unpermuted } from "../../ir/check/generate/shape-changes.ts";
import type { GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";
import { I64ArrayProperty, I64AttrArrayProperty } from "../../ir/define/properties.ts";
import { CombiningKindAttr, IteratorTypesProperty, type CombiningKind } from "./attributes.ts";
import { vectorOrScalar } from "./types.ts";

const MOST_ELEMENTS = 16;
const FLOAT_KINDS: readonly CombiningKind[] = ["add", "mul", "minnumf", "maxnumf", "minimumf", "maximumf"];
const INTEGER_KINDS: readonly CombiningKind[] = ["add", "mul", "minui", "minsi", "maxui", "maxsi", "and", "or", "xor"];

export interface SomeVector {
  readonly value: Value;
  readonly type: VectorType;
}

const isVector = (type: Type): type is VectorType => type.kind === "vector";
export const isFixed = (type: VectorType): boolean => !type.scalable.includes(true);

/** A vector that is there, or a new one of a type of the program's; one of the wished type where there is a wish. */
export function someVector(
  site: GenerationSite,
  fits: (type: VectorType) => boolean = () => true,
  wished?: Type,
): SomeVector | undefined {
  const accepts = (type: Type): boolean => isVector(type) && isFixed(type) && fits(type);
  if (wished !== undefined && !accepts(wished)) return undefined;
  const type = wished ?? site.type(accepts);
  const value = (wished === undefined ? site.find(accepts) : undefined) ?? (type && site.available(type));
  return value !== undefined && isVector(value.type) ? { value, type: value.type } : undefined;
}

/** The wished type, where it is a vector of fixed length. */
function wishedVector({ resultType }: OperationWish): VectorType | undefined {
  return resultType !== undefined && isVector(resultType) && isFixed(resultType) ? resultType : undefined;
}

/** Whether the wish is for something else than a vector of fixed length. */
const wishesOther = (wish: OperationWish): boolean => wish.resultType !== undefined && wishedVector(wish) === undefined;

/** A vector type that the program uses, or the wished one. */
function someVectorType(site: GenerationSite, wish: OperationWish): VectorType | undefined {
  if (wish.resultType !== undefined) return wishedVector(wish);
  const type = site.type((t) => isVector(t) && isFixed(t));
  return type?.kind === "vector" ? type : undefined;
}

const hasRank = ({ shape }: VectorType): boolean => shape.length > 0;
const ranked = (site: GenerationSite, wished?: Type): SomeVector | undefined => someVector(site, hasRank, wished);

export function combiningKind(site: GenerationSite, element: Type): Attribute {
  return CombiningKindAttr.get(site.context, site.random.pick(element.kind === "float" ? FLOAT_KINDS : INTEGER_KINDS));
}

// --- reductions ------------------------------------------------------------------------------------------------------------

export function generateReduction(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const source = someVector(
    site,
    ({ shape, element }) => shape.length === 1 && (resultType === undefined || element === resultType),
  );
  if (source === undefined) return undefined;
  const { element } = source.type;
  const operands = site.random.chance(1, 2) ? [source.value] : [source.value, site.value(element)];
  return { operands, resultTypes: [element], properties: { kind: combiningKind(site, element) } };
}

/** Dimensions, in order, with chance of a half each. */
const someDimensions = (site: GenerationSite, rank: number): number[] =>
  Array.from({ length: rank }, (_, d) => d).filter(() => site.random.chance(1, 2));

export function generateMultiReduction(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const wished = wishedVector(wish);
  const added = wished && site.random.below(wished.shape.length + 1);
  const before =
    wished &&
    vectorType(
      [...wished.shape.slice(0, added), 1 + site.random.below(3), ...wished.shape.slice(added)],
      wished.element,
    );
  const source = wishesOther(wish)
    ? someVector(site, ({ shape, element }) => shape.length > 0 && element === wish.resultType)
    : ranked(site, before);
  if (source === undefined) return undefined;
  const { shape } = source.type;
  const all = shape.map((_, d) => d);
  const dims = wishesOther(wish) ? all : added === undefined ? someDimensions(site, shape.length) : [added];
  const kept = shape.filter((_, d) => !dims.includes(d));
  const type = vectorOrScalar(
    kept,
    source.type,
    kept.map(() => false),
  );
  return {
    operands: [source.value, site.value(type)],
    resultTypes: [type],
    properties: {
      kind: combiningKind(site, source.type.element),
      reduction_dims: I64ArrayProperty.encode(dims, site.context),
    },
  };
}

export function generateScan(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const source = ranked(site, resultType);
  if (source === undefined) return undefined;
  const dim = site.random.below(source.type.shape.length);
  const initial = vectorType(
    source.type.shape.filter((_, d) => d !== dim),
    source.type.element,
  );
  return {
    operands: [source.value, site.value(initial)],
    resultTypes: [source.type, initial],
    properties: {
      kind: combiningKind(site, source.type.element),
      reduction_dim: i64Attr(site.context, dim),
      inclusive: boolAttr(site.context, site.random.chance(1, 2)),
    },
  };
}

/** Dimensions b, m, n and k: a product of matrices, perhaps in batches, transposed, or of vectors. */
export function generateContract(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const { random, context } = site;
  const isWished = resultType !== undefined && isVector(resultType) && isFixed(resultType);
  const like = isWished
    ? resultType
    : someVector(site, ({ element }) => element.kind !== "index" && (resultType ?? element) === element)?.type;
  if (like === undefined || like.element.kind === "index") return undefined;
  const { element } = like;
  const [m, n, k] = [0, 1, 2];
  const extents = [1 + random.below(3), 1 + random.below(3), 1 + random.below(3)];
  const shapes: readonly (readonly (readonly number[])[])[] = [
    [[m, k], [k, n], [m, n]],
    [[m, k], [n, k], [m, n]],
    [[k, m], [k, n], [n, m]],
    [[m, k], [k], [m]],
    [[k], [k, n], [n]],
    [[k], [k], []],
  ]; // prettier-ignore
  const rank = resultType === undefined ? undefined : isWished ? resultType.shape.length : 0;
  const fitting = shapes.filter((each) => rank === undefined || each[2]?.length === rank);
  if (fitting.length === 0) return undefined;
  const lists = random.pick(fitting);
  if (isWished) for (const [i, d] of (lists[2] ?? []).entries()) extents[d] = resultType.shape[i] ?? 1;
  const used = [m, n, k].filter((d) => lists.some((list) => list.includes(d)));
  const maps = lists.map((list) =>
    AffineMap.projection(
      used.length,
      list.map((d) => used.indexOf(d)),
    ),
  );
  const types = lists.map((list) =>
    vectorOrScalar(
      list.map((d) => extents[d] ?? 1),
      like,
      list.map(() => false),
    ),
  );
  const [acc] = types.slice(2);
  return {
    operands: types.map((type) => site.value(type)),
    resultTypes: acc === undefined ? [] : [acc],
    properties: {
      indexing_maps: arrayAttr(
        context,
        maps.map((map) => affineMapAttr(context, map)),
      ),
      iterator_types: IteratorTypesProperty.encode(
        used.map((d) => (d === k ? "reduction" : "parallel")),
        context,
      ),
      kind: combiningKind(site, element),
    },
  };
}

export function generateOuterProduct(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const wished = wishedVector(wish);
  if (wishesOther(wish) || (wished && ![1, 2].includes(wished.shape.length))) return undefined;
  const lhs = someVector(
    site,
    ({ shape }) => shape.length === 1,
    wished && vectorType(wished.shape.slice(0, 1), wished.element),
  );
  if (lhs === undefined) return undefined;
  const { element, shape } = lhs.type;
  const isVectorial = wished === undefined ? site.random.chance(2, 3) : wished.shape.length === 2;
  const rhs = isVectorial ? vectorType([wished?.shape[1] ?? 1 + site.random.below(4)], element) : element;
  const type = vectorType([...shape, ...(rhs.kind === "vector" ? rhs.shape : [])], element);
  const operands = [lhs.value, site.value(rhs)];
  if (site.random.chance(1, 2)) operands.push(site.value(type));
  return { operands, resultTypes: [type], properties: { kind: combiningKind(site, element) } };
}

// --- elements --------------------------------------------------------------------------------------------------------------

/** The first positions of an element or of a part, constants and operands mixed. */
function position(site: GenerationSite, shape: readonly number[], count: number): Mixer {
  const list = new Mixer();
  for (const extent of shape.slice(0, count)) {
    if (site.random.chance(1, 4)) list.dynamic(site.below(indexType(site.context), extent));
    else list.fixed(site.random.below(extent));
  }
  return list;
}

export function generateExtract(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const { random } = site;
  const wished = wishedVector(wish);
  const lead = wished && Array.from({ length: random.below(3) }, () => 1 + random.below(3));
  const source = wishesOther(wish)
    ? someVector(site, ({ element }) => element === wish.resultType)
    : someVector(site, undefined, wished && lead && vectorType([...lead, ...wished.shape], wished.element));
  if (source === undefined) return undefined;
  const { shape } = source.type;
  const whole = wishesOther(wish) || random.chance(1, 2);
  const at = position(site, shape, lead?.length ?? (whole ? shape.length : random.below(shape.length + 1)));
  const left = shape.slice(at.statics.length);
  return {
    operands: [source.value, ...at.dynamics],
    resultTypes: [
      vectorOrScalar(
        left,
        source.type,
        left.map(() => false),
      ),
    ],
    properties: { static_position: I64ArrayProperty.encode(at.statics, site.context) },
  };
}

export function generateInsert(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const dest = someVector(site, undefined, resultType);
  if (dest === undefined) return undefined;
  const { shape } = dest.type;
  const at = position(site, shape, site.random.chance(1, 2) ? shape.length : site.random.below(shape.length + 1));
  const left = shape.slice(at.statics.length);
  const stored = site.value(
    vectorOrScalar(
      left,
      dest.type,
      left.map(() => false),
    ),
  );
  return {
    operands: [stored, dest.value, ...at.dynamics],
    resultTypes: [dest.type],
    properties: { static_position: I64ArrayProperty.encode(at.statics, site.context) },
  };
}

export function generateFromElements(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const type = someVectorType(site, wish);
  if (type === undefined || elementCount(type.shape) > MOST_ELEMENTS) return undefined;
  const operands = Array.from({ length: elementCount(type.shape) }, () => site.value(type.element));
  return { operands, resultTypes: [type] };
}

// --- slices ----------------------------------------------------------------------------------------------------------------

const list = (site: GenerationSite, values: readonly number[]): Attribute =>
  I64AttrArrayProperty.encode(values, site.context);

export function generateExtractStridedSlice(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const { random } = site;
  const wished = wishedVector(wish);
  if (wishesOther(wish)) return undefined;
  const larger = wished?.shape.map((size) => size + random.pick([0, 1, 2]));
  const source = ranked(site, wished && larger && vectorType(larger, wished.element));
  if (source === undefined) return undefined;
  const count = wished ? source.type.shape.length : 1 + random.below(source.type.shape.length);
  const sizes = source.type.shape
    .slice(0, count)
    .map((extent, d) => wished?.shape[d] ?? (random.chance(1, 3) ? extent : 1 + random.below(extent)));
  const offsets = sizes.map((size, d) => random.below((source.type.shape[d] ?? 1) - size + 1));
  return {
    operands: [source.value],
    properties: {
      offsets: list(site, offsets),
      sizes: list(site, sizes),
      strides: list(
        site,
        sizes.map(() => 1),
      ),
    },
  };
}

export function generateInsertStridedSlice(
  site: GenerationSite,
  { resultType }: OperationWish,
): OperationParts | undefined {
  const dest = ranked(site, resultType);
  if (dest === undefined) return undefined;
  const { random } = site;
  const { shape, element } = dest.type;
  const rank = 1 + random.below(shape.length);
  const lead = shape.length - rank;
  const sizes = shape.slice(lead).map((extent) => (random.chance(1, 3) ? extent : 1 + random.below(extent)));
  const offsets = shape.map((extent, d) => random.below(extent - (d < lead ? 1 : (sizes[d - lead] ?? 1)) + 1));
  return {
    operands: [site.value(vectorType(sizes, element)), dest.value],
    resultTypes: [dest.type],
    properties: {
      offsets: list(site, offsets),
      strides: list(
        site,
        sizes.map(() => 1),
      ),
    },
  };
}

export function generateShuffle(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const { random } = site;
  const wished = wishedVector(wish);
  if (wishesOther(wish) || wished?.shape.length === 0) return undefined;
  const before =
    wished && random.chance(1, 2) ? wished.shape : wished && [1 + random.below(4), ...wished.shape.slice(1)];
  const first = ranked(site, wished && before && vectorType(before, wished.element));
  if (first === undefined) return undefined;
  const rows = 2 * (first.type.shape[0] ?? 1);
  const length = wished?.shape[0];
  const start = (length ?? rows / 2) === rows / 2 && random.chance(1, 4) ? random.pick([0, rows / 2]) : -1;
  const mask = Array.from({ length: length ?? (start < 0 ? 1 + random.below(5) : rows / 2) }, (_, i) =>
    start < 0 ? random.below(rows) : start + i,
  );
  return {
    operands: [first.value, site.value(first.type)],
    properties: { mask: I64ArrayProperty.encode(mask, site.context) },
  };
}

// --- shapes ----------------------------------------------------------------------------------------------------------------

/** From a scalar, or from a vector whose extents are 1 or the result's. */
export function generateBroadcast(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const { random } = site;
  const type = someVectorType(site, wish);
  if (type === undefined) return undefined;
  if (random.chance(1, 3)) return { operands: [site.value(type.element)], resultTypes: [type] };
  const shape = type.shape
    .slice(random.below(type.shape.length + 1))
    .map((extent) => (random.chance(1, 4) ? 1 : extent));
  return { operands: [site.value(vectorType(shape, type.element))], resultTypes: [type] };
}

export function generateTranspose(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const wished = wishedVector(wish);
  if (wishesOther(wish)) return undefined;
  const permutation = wished && randomPermutation(site, wished.shape.length);
  const before = wished && permutation && vectorType(unpermuted(wished.shape, permutation), wished.element);
  const source = someVector(site, undefined, before);
  if (source === undefined) return undefined;
  const used = permutation ?? randomPermutation(site, source.type.shape.length);
  return {
    operands: [source.value],
    resultTypes: [vectorType(permuted(source.type.shape, used), source.type.element)],
    properties: { permutation: I64ArrayProperty.encode(used, site.context) },
  };
}

/** Another shape with as many elements. */
function recast(site: GenerationSite, { shape, element }: VectorType): VectorType | undefined {
  const count = elementCount(shape);
  const other = site.random.pick([
    [count],
    [1, ...shape],
    [...shape, 1],
    factors(site, count),
    shape.filter((e) => e !== 1),
    [...shape].reverse(),
  ]);
  return elementCount(other) === count && other.length <= 4 ? vectorType(other, element) : undefined;
}

export function generateShapeCast(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const wished = wishedVector(wish);
  if (wishesOther(wish)) return undefined;
  const before = wished && recast(site, wished);
  if (wished !== undefined && before === undefined) return undefined;
  const source = someVector(site, undefined, before);
  const result = wished ?? (source && recast(site, source.type));
  return source && result && { operands: [source.value], resultTypes: [result] };
}

// --- masks -----------------------------------------------------------------------------------------------------------------

/** A mask of a shape that the program uses. */
function maskType(site: GenerationSite, wish: OperationWish): VectorType | undefined {
  const type = someVectorType(site, wish);
  return type && vectorType(type.shape, i1(site.context));
}

export function generateConstantMask(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const type = maskType(site, wish);
  if (type === undefined) return undefined;
  const { random } = site;
  const isOff = random.chance(1, 5);
  const sizes = type.shape.map((extent) => (isOff ? 0 : random.chance(1, 3) ? extent : 1 + random.below(extent)));
  const given = type.shape.length === 0 ? [random.below(2)] : sizes;
  return { resultTypes: [type], properties: { mask_dim_sizes: I64ArrayProperty.encode(given, site.context) } };
}

export function generateCreateMask(site: GenerationSite, wish: OperationWish): OperationParts | undefined {
  const type = maskType(site, wish);
  if (type === undefined) return undefined;
  const index = indexType(site.context);
  const shape = type.shape.length === 0 ? [1] : type.shape;
  const operands = shape.map((extent) =>
    site.random.chance(2, 3) ? site.below(index, extent + 1) : site.integer(index, extent),
  );
  return { operands, resultTypes: [type] };
}

/** A masked reduction: the lanes that the mask has off do not count; or nothing masked, at which values are handed over. */
export function generateMask(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  if (site.random.chance(1, 4)) return emptyMask(site, resultType);
  const source = someVector(
    site,
    ({ shape, element }) => shape.length === 1 && (resultType === undefined || element === resultType),
  );
  if (source === undefined) return undefined;
  const { element, shape } = source.type;
  const mask = site.value(vectorType(shape, i1(site.context)));
  const operands = site.random.chance(1, 2) ? [source.value] : [source.value, site.value(element)];
  const region = site.region({
    operations: 0,
    end: ({ builder, context }) => {
      const reduction = context.opDefinition("vector.reduction");
      const slots = [...context.defaultProperties(reduction.properties)];
      slots[reduction.propertySlots.get("kind") ?? 0] = combiningKind(site, element);
      const made = builder.create(reduction.name, { operands, resultTypes: [element], propertySlots: slots });
      builder.create("vector.yield", { operands: made.results });
    },
  });
  return { operands: [mask], resultTypes: [element], regions: [region] };
}

function emptyMask(site: GenerationSite, wished: Type | undefined): OperationParts | undefined {
  const like = someVector(site, ({ shape }) => shape.length > 0);
  if (like === undefined) return undefined;
  const handed = wished === undefined ? like.value : site.value(wished);
  const mask = site.value(vectorType(like.type.shape, i1(site.context)));
  const region = site.region({
    operations: 0,
    end: ({ builder }) => {
      builder.create("vector.yield", { operands: [handed] });
    },
  });
  return { operands: [mask], resultTypes: [handed.type], regions: [region] };
}
