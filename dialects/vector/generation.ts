// How generated programs use vectors: positions and slices within their extents, reductions, contractions, changes of shape.
import { affineMapAttr, arrayAttr, boolAttr, i64Attr } from "../../ir/core/attribute-constructors.ts";
import type { Attribute } from "../../ir/core/attributes.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { i1, indexType, vectorType } from "../../ir/core/type-constructors.ts";
import { elementCount, type Type, type VectorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { AffineMap } from "../../ir/affine/map.ts";
import { Mixer } from "../../ir/check/generate/index-lists.ts";
import { factors } from "../../ir/check/generate/shape-changes.ts";
import type { GenerationSite } from "../../ir/check/generate/generation-site.ts";
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

/** A vector that is there, or a new one of a type of the program's. */
export function someVector(
  site: GenerationSite,
  fits: (type: VectorType) => boolean = () => true,
): SomeVector | undefined {
  const accepts = (type: Type): boolean => isVector(type) && isFixed(type) && fits(type);
  const type = site.type(accepts);
  const value = site.find(accepts) ?? (type && site.available(type));
  return value !== undefined && isVector(value.type) ? { value, type: value.type } : undefined;
}

const hasRank = ({ shape }: VectorType): boolean => shape.length > 0;
const ranked = (site: GenerationSite): SomeVector | undefined => someVector(site, hasRank);

export function combiningKind(site: GenerationSite, element: Type): Attribute {
  return CombiningKindAttr.get(site.context, site.random.pick(element.kind === "float" ? FLOAT_KINDS : INTEGER_KINDS));
}

// --- reductions ------------------------------------------------------------------------------------------------------------

export function generateReduction(site: GenerationSite): OperationParts | undefined {
  const source = someVector(site, ({ shape }) => shape.length === 1);
  if (source === undefined) return undefined;
  const { element } = source.type;
  const operands = site.random.chance(1, 2) ? [source.value] : [source.value, site.value(element)];
  return { operands, resultTypes: [element], properties: { kind: combiningKind(site, element) } };
}

/** Dimensions, in order, with chance of a half each. */
const someDimensions = (site: GenerationSite, rank: number): number[] =>
  Array.from({ length: rank }, (_, d) => d).filter(() => site.random.chance(1, 2));

export function generateMultiReduction(site: GenerationSite): OperationParts | undefined {
  const source = ranked(site);
  if (source === undefined) return undefined;
  const { shape } = source.type;
  const dims = someDimensions(site, shape.length);
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

export function generateScan(site: GenerationSite): OperationParts | undefined {
  const source = ranked(site);
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
export function generateContract(site: GenerationSite): OperationParts | undefined {
  const { random, context } = site;
  const like = someVector(site, ({ element }) => element.kind !== "index");
  if (like === undefined) return undefined;
  const { element } = like.type;
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
  const lists = random.pick(shapes);
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
      like.type,
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

export function generateOuterProduct(site: GenerationSite): OperationParts | undefined {
  const lhs = someVector(site, ({ shape }) => shape.length === 1);
  if (lhs === undefined) return undefined;
  const { element, shape } = lhs.type;
  const isVectorial = site.random.chance(2, 3);
  const rhs = isVectorial ? vectorType([1 + site.random.below(4)], element) : element;
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

export function generateExtract(site: GenerationSite): OperationParts | undefined {
  const source = someVector(site);
  if (source === undefined) return undefined;
  const { shape } = source.type;
  const at = position(site, shape, site.random.chance(1, 2) ? shape.length : site.random.below(shape.length + 1));
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

export function generateInsert(site: GenerationSite): OperationParts | undefined {
  const dest = someVector(site);
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

export function generateFromElements(site: GenerationSite): OperationParts | undefined {
  const type = site.type((t) => isVector(t) && isFixed(t) && elementCount(t.shape) <= MOST_ELEMENTS);
  if (type?.kind !== "vector") return undefined;
  const operands = Array.from({ length: elementCount(type.shape) }, () => site.value(type.element));
  return { operands, resultTypes: [type] };
}

// --- slices ----------------------------------------------------------------------------------------------------------------

const list = (site: GenerationSite, values: readonly number[]): Attribute =>
  I64AttrArrayProperty.encode(values, site.context);

export function generateExtractStridedSlice(site: GenerationSite): OperationParts | undefined {
  const source = ranked(site);
  if (source === undefined) return undefined;
  const { random } = site;
  const count = 1 + random.below(source.type.shape.length);
  const sizes = source.type.shape
    .slice(0, count)
    .map((extent) => (random.chance(1, 3) ? extent : 1 + random.below(extent)));
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

export function generateInsertStridedSlice(site: GenerationSite): OperationParts | undefined {
  const dest = ranked(site);
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

export function generateShuffle(site: GenerationSite): OperationParts | undefined {
  const first = ranked(site);
  if (first === undefined) return undefined;
  const { random } = site;
  const rows = 2 * (first.type.shape[0] ?? 1);
  const start = random.chance(1, 4) ? random.pick([0, rows / 2]) : -1;
  const mask = Array.from({ length: start < 0 ? 1 + random.below(5) : rows / 2 }, (_, i) =>
    start < 0 ? random.below(rows) : start + i,
  );
  return {
    operands: [first.value, site.value(first.type)],
    properties: { mask: I64ArrayProperty.encode(mask, site.context) },
  };
}

// --- shapes ----------------------------------------------------------------------------------------------------------------

/** From a scalar, or from a vector whose extents are 1 or the result's. */
export function generateBroadcast(site: GenerationSite): OperationParts | undefined {
  const { random } = site;
  const type = site.type((t) => isVector(t) && isFixed(t));
  if (type?.kind !== "vector") return undefined;
  if (random.chance(1, 2)) return { operands: [site.value(type.element)], resultTypes: [type] };
  const shape = type.shape
    .slice(random.below(type.shape.length + 1))
    .map((extent) => (random.chance(1, 4) ? 1 : extent));
  return { operands: [site.value(vectorType(shape, type.element))], resultTypes: [type] };
}

export function generateTranspose(site: GenerationSite): OperationParts | undefined {
  const source = someVector(site);
  if (source === undefined) return undefined;
  const permutation = source.type.shape.map((_, d) => d);
  for (let i = permutation.length - 1; i > 0; i--) {
    const j = site.random.below(i + 1);
    [permutation[i], permutation[j]] = [permutation[j] ?? 0, permutation[i] ?? 0];
  }
  return { operands: [source.value], properties: { permutation: I64ArrayProperty.encode(permutation, site.context) } };
}

export function generateShapeCast(site: GenerationSite): OperationParts | undefined {
  const source = someVector(site);
  if (source === undefined) return undefined;
  const { shape, element } = source.type;
  const count = elementCount(shape);
  const other = site.random.pick([
    [count],
    [1, ...shape],
    [...shape, 1],
    factors(site, count),
    shape.filter((e) => e !== 1),
    [...shape].reverse(),
  ]);
  if (elementCount(other) !== count || other.length > 4) return undefined;
  return { operands: [source.value], resultTypes: [vectorType(other, element)] };
}

// --- masks -----------------------------------------------------------------------------------------------------------------

/** A mask of a shape that the program uses. */
function maskType(site: GenerationSite): VectorType | undefined {
  const type = site.type((t) => isVector(t) && isFixed(t));
  return type?.kind === "vector" ? vectorType(type.shape, i1(site.context)) : undefined;
}

export function generateConstantMask(site: GenerationSite): OperationParts | undefined {
  const type = maskType(site);
  if (type === undefined) return undefined;
  const { random } = site;
  const isOff = random.chance(1, 5);
  const sizes = type.shape.map((extent) => (isOff ? 0 : random.chance(1, 3) ? extent : 1 + random.below(extent)));
  const given = type.shape.length === 0 ? [random.below(2)] : sizes;
  return { resultTypes: [type], properties: { mask_dim_sizes: I64ArrayProperty.encode(given, site.context) } };
}

export function generateCreateMask(site: GenerationSite): OperationParts | undefined {
  const type = maskType(site);
  if (type === undefined) return undefined;
  const index = indexType(site.context);
  const shape = type.shape.length === 0 ? [1] : type.shape;
  const operands = shape.map((extent) =>
    site.random.chance(2, 3) ? site.below(index, extent + 1) : site.integer(index, extent),
  );
  return { operands, resultTypes: [type] };
}

/** A masked reduction: the lanes that the mask has off do not count. */
export function generateMask(site: GenerationSite): OperationParts | undefined {
  const source = someVector(site, ({ shape }) => shape.length === 1);
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
