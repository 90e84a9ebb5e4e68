// How generated programs use StableHLO: slices within bounds, regions of random ops, loops of a few iterations.
import { boolAttr, i64ArrayAttr, i64Attr } from "../../ir/core/attribute-constructors.ts";
import type { Region } from "../../ir/core/block.ts";
import { i1, i32, tensorType } from "../../ir/core/type-constructors.ts";
import { elementCount, isStaticShape, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import {
  collapsedExtents, permuted, randomGroups, randomPermutation, splitShape, unpermuted,
} from "../../ir/check/generate/shape-changes.ts"; // prettier-ignore
import type { GeneratedParts, GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";
import { DotDimensionNumbersProperty } from "./attributes/dimension-numbers.ts";
import { AnyTensor } from "./types.ts";

const isTensor = (type: Type): type is RankedTensorType =>
  type.kind === "tensor" && isStaticShape(type.shape) && AnyTensor.accepts(type);

interface Tensor {
  readonly value: Value;
  readonly type: RankedTensorType;
}

/** A tensor that is there, or a new one of a type of the program's; one of the wished type where there is a wish. */
function someTensor(
  site: GenerationSite,
  fits: (type: RankedTensorType) => boolean = () => true,
  wished?: Type,
): Tensor | undefined {
  const accepts = (type: Type): boolean => isTensor(type) && fits(type);
  if (wished !== undefined && !accepts(wished)) return undefined;
  const type = wished ?? site.type(accepts);
  const value = (wished === undefined ? site.find(accepts) : undefined) ?? (type && site.available(type));
  return value?.type.kind === "tensor" ? { value, type: value.type } : undefined;
}

/** The type with another shape. */
const withShape = (type: RankedTensorType, shape: readonly number[]): RankedTensorType =>
  tensorType(shape, type.element);

/** The wish for a result, where it is for a tensor that the dialect has; "other" where it is for something else. */
function wishedTensor({ resultType }: OperationWish): RankedTensorType | undefined | "other" {
  return resultType === undefined ? undefined : isTensor(resultType) ? resultType : "other";
}

const hasElements = ({ shape }: RankedTensorType): boolean => shape.length > 0 && !shape.includes(0);
const scalar = (element: Type): RankedTensorType => tensorType([], element);
const returns = (site: GenerationSite, operands: readonly Value[]): void => {
  site.builder.create("stablehlo.return", { operands });
};

// --- shapes ----------------------------------------------------------------------------------------------------------------

export function generateBroadcastInDim(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  if (wished !== undefined) return broadcastTo(site, wished);
  const source = someTensor(site, ({ shape }) => shape.length < 3);
  if (source === undefined) return undefined;
  const { random } = site;
  const shape: number[] = [];
  const dimensions: number[] = [];
  for (const extent of [...source.type.shape, -1]) {
    if (random.chance(1, 3)) shape.push(1 + random.below(3));
    if (extent < 0) continue;
    dimensions.push(shape.length);
    shape.push(extent === 1 && random.chance(1, 2) ? 1 + random.below(3) : extent);
  }
  return {
    operands: [source.value],
    resultTypes: [withShape(source.type, shape)],
    properties: { broadcast_dimensions: i64ArrayAttr(site.context, dimensions) },
  };
}

/** Of some of its dimensions, of which some had the extent 1. */
function broadcastTo(site: GenerationSite, result: RankedTensorType): GeneratedParts | undefined {
  const { random } = site;
  const dimensions = result.shape.map((_, d) => d).filter(() => random.chance(2, 3));
  const shape = permuted(result.shape, dimensions).map((extent) => (random.chance(1, 4) ? 1 : extent));
  const source = someTensor(site, undefined, withShape(result, shape));
  return (
    source && {
      operands: [source.value],
      resultTypes: [result],
      properties: { broadcast_dimensions: i64ArrayAttr(site.context, dimensions) },
    }
  );
}

export function generateTranspose(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  const permutation = wished && randomPermutation(site, wished.shape.length);
  const source = someTensor(
    site,
    undefined,
    wished && permutation && withShape(wished, unpermuted(wished.shape, permutation)),
  );
  if (source === undefined) return undefined;
  const used = permutation ?? randomPermutation(site, source.type.shape.length);
  return {
    operands: [source.value],
    resultTypes: [withShape(source.type, permuted(source.type.shape, used))],
    properties: { permutation: i64ArrayAttr(site.context, used) },
  };
}

export function generateReverse(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const source = someTensor(site, undefined, resultType);
  if (source === undefined) return undefined;
  const dimensions = source.type.shape.map((_, d) => d).filter(() => site.random.chance(1, 2));
  return {
    operands: [source.value],
    resultTypes: [source.type],
    properties: { dimensions: i64ArrayAttr(site.context, dimensions) },
  };
}

/** Another shape with as many elements. */
function reshaped(site: GenerationSite, { shape, element }: RankedTensorType): RankedTensorType {
  const groups = collapsedExtents(shape, randomGroups(site, shape.length));
  const split = splitShape(site, shape).shape;
  const other = site.random.pick([groups, split, [1, ...shape], [...shape].reverse(), [elementCount(shape)]]);
  return tensorType(other.length > 4 ? groups : other, element);
}

export function generateReshape(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  const source = someTensor(site, undefined, wished && reshaped(site, wished));
  return source && { operands: [source.value], resultTypes: [wished ?? reshaped(site, source.type)] };
}

export function generateSlice(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const { random, context } = site;
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  const some = wished === undefined ? someTensor(site) : undefined;
  const sizes = wished?.shape ?? some?.type.shape.map((extent) => random.pick([1, extent, random.below(extent + 1)]));
  if (sizes === undefined) return undefined;
  const strides: number[] = [];
  const starts: number[] = [];
  const limits: number[] = [];
  for (const [d, size] of sizes.entries()) {
    const extent = some?.type.shape[d];
    const within = extent ?? Infinity;
    if (size > within) return undefined;
    const stride = random.pick([1, 1, 2, 3].filter((s) => (Math.max(size, 1) - 1) * s < Math.max(within, 1)));
    const least = size === 0 ? 0 : (size - 1) * stride + 1;
    const room = extent === undefined ? random.below(3) : extent - least;
    const start = random.below(room + 1);
    strides.push(stride);
    starts.push(start);
    // The last step may go further than the last element.
    limits.push(start + least + (size === 0 ? 0 : random.below(Math.min(stride, room - start + 1))));
  }
  const source =
    some ??
    (wished &&
      someTensor(
        site,
        undefined,
        withShape(
          wished,
          limits.map((limit) => limit + random.below(2)),
        ),
      ));
  return (
    source && {
      operands: [source.value],
      resultTypes: [withShape(source.type, sizes)],
      properties: {
        start_indices: i64ArrayAttr(context, starts),
        limit_indices: i64ArrayAttr(context, limits),
        strides: i64ArrayAttr(context, strides),
      },
    }
  );
}

/** Up to three tensors that differ along the dimension only. */
export function generateConcatenate(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const { random } = site;
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  const first = wished === undefined ? someTensor(site, ({ shape }) => shape.length > 0) : undefined;
  const like = wished ?? first?.type;
  if (like === undefined || like.shape.length === 0) return undefined;
  const dimension = random.below(like.shape.length);
  const along = (extent: number): RankedTensorType =>
    withShape(
      like,
      like.shape.map((old, d) => (d === dimension ? extent : old)),
    );
  const operands: Value[] = first === undefined ? [] : [first.value];
  const extent = like.shape[dimension] ?? 0;
  let left = wished === undefined ? 0 : extent;
  for (let n = random.pick([0, 1, 1, 1, 2]); n > 0; n--) {
    const part = wished === undefined ? random.pick([extent, extent, 1, 2, 0]) : random.below(left + 1);
    const operand = site.available(along(part));
    if (operand === undefined) return undefined;
    if (wished !== undefined) left -= part;
    operands.push(operand);
  }
  const last = wished === undefined ? undefined : site.available(along(left));
  if (last !== undefined) operands.push(last);
  if (operands.length === 0 || (wished !== undefined && last === undefined)) return undefined;
  return { operands, properties: { dimension: i64Attr(site.context, dimension) } };
}

/** Start indices are brought into bounds by the op itself. */
function startIndices(site: GenerationSite, rank: number): Value[] {
  const type = scalar(i32(site.context));
  return Array.from({ length: rank }, () => site.value(type));
}

export function generateDynamicSlice(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const { random } = site;
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  const source = someTensor(
    site,
    undefined,
    wished &&
      withShape(
        wished,
        wished.shape.map((size) => size + random.below(3)),
      ),
  );
  if (source === undefined) return undefined;
  const sizes = wished?.shape ?? source.type.shape.map((extent) => random.below(extent + 1));
  return {
    operands: [source.value, ...startIndices(site, sizes.length)],
    resultTypes: [withShape(source.type, sizes)],
    properties: { slice_sizes: i64ArrayAttr(site.context, sizes) },
  };
}

export function generateDynamicUpdateSlice(
  site: GenerationSite,
  { resultType }: OperationWish,
): GeneratedParts | undefined {
  const target = someTensor(site, undefined, resultType);
  if (target === undefined) return undefined;
  const sizes = target.type.shape.map((extent) => site.random.below(extent + 1));
  const update = site.value(withShape(target.type, sizes));
  return { operands: [target.value, update, ...startIndices(site, sizes.length)], resultTypes: [target.type] };
}

/** Edges may be cut off: padding below zero. */
export function generatePad(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const { random, context } = site;
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  const before = wished?.shape.map((extent) => Math.max(0, extent - random.pick([0, 0, 1, 1, 2])));
  const source = someTensor(site, undefined, wished && before && withShape(wished, before));
  if (source === undefined) return undefined;
  const { shape, element } = source.type;
  const interior = shape.map((extent, d) => {
    const fits = wished === undefined || extent + Math.max(extent - 1, 0) <= (wished.shape[d] ?? 0);
    return fits ? random.pick([0, 0, 0, 1]) : 0;
  });
  const spread = shape.map((extent, d) => extent + Math.max(extent - 1, 0) * (interior[d] ?? 0));
  const low = spread.map((extent, d) =>
    wished === undefined ? random.pick([0, 0, 1, 2]) : random.below((wished.shape[d] ?? 0) - extent + 1),
  );
  const high = spread.map((extent, d) => {
    const total = extent + (low[d] ?? 0);
    if (wished !== undefined) return (wished.shape[d] ?? 0) - total;
    return total > 0 ? random.pick([0, 0, 1, -1]) : 0;
  });
  return {
    operands: [source.value, site.value(scalar(element))],
    resultTypes: [
      withShape(
        source.type,
        spread.map((extent, d) => extent + (low[d] ?? 0) + (high[d] ?? 0)),
      ),
    ],
    properties: {
      edge_padding_low: i64ArrayAttr(context, low),
      edge_padding_high: i64ArrayAttr(context, high),
      interior_padding: i64ArrayAttr(context, interior),
    },
  };
}

type DotRole = "batch" | "rows" | "columns";

/** What the dimensions of a product are, from outside in. */
const dotRoles: readonly (readonly DotRole[])[] = [
  [],
  ["batch"],
  ["rows"],
  ["columns"],
  ["batch", "rows"],
  ["batch", "columns"],
  ["rows", "columns"],
  ["rows", "columns"],
  ["batch", "rows", "columns"],
];

/** A product of matrices, perhaps in batches, or of vectors. */
export function generateDotGeneral(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const wished = wishedTensor(wish);
  if (wished === "other" || (wished?.shape.length ?? 0) > 3) return undefined;
  const like = wished ?? someTensor(site)?.type;
  if (like === undefined) return undefined;
  const { random, context } = site;
  const { element } = like;
  const extent = (): number => random.pick([1, 2, 3]);
  const shared = extent();
  const roles = random.pick(dotRoles.filter(({ length }) => wished === undefined || length === wished.shape.length));
  const sizeOf = (role: DotRole): readonly number[] => {
    const at = roles.indexOf(role);
    return at < 0 ? [] : [wished?.shape[at] ?? extent()];
  };
  const [batch, rows, columns] = [sizeOf("batch"), sizeOf("rows"), sizeOf("columns")];
  const at = batch.length;
  const isTransposed = columns.length > 0 && random.chance(1, 2);
  const lhs = site.value(tensorType([...batch, ...rows, shared], element));
  const rhs = site.value(
    tensorType([...batch, ...(isTransposed ? [...columns, shared] : [shared, ...columns])], element),
  );
  const batching = batch.map((_, d) => d);
  return {
    operands: [lhs, rhs],
    resultTypes: [tensorType([...batch, ...rows, ...columns], element)],
    properties: {
      dot_dimension_numbers: DotDimensionNumbersProperty.encode(
        {
          lhsBatching: batching,
          rhsBatching: batching,
          lhsContracting: [at + rows.length],
          rhsContracting: [isTransposed ? at + 1 : at],
        },
        context,
      ),
    },
  };
}

// --- regions ---------------------------------------------------------------------------------------------------------------

/** A region of rank-0 tensors. */
function scalarRegion(site: GenerationSite, args: readonly Type[], results: readonly Type[]): Region {
  return site.region({
    argumentTypes: args.map(scalar),
    operations: site.random.below(4),
    end: (inside) => {
      returns(
        inside,
        results.map((element) => inside.handOut(scalar(element))),
      );
    },
  });
}

export function generateReduce(site: GenerationSite, wish: OperationWish): GeneratedParts | undefined {
  const wished = wishedTensor(wish);
  if (wished === "other") return undefined;
  const added = wished && site.random.below(wished.shape.length + 1);
  const before =
    wished &&
    withShape(wished, [...wished.shape.slice(0, added), 1 + site.random.below(3), ...wished.shape.slice(added)]);
  const source = someTensor(site, ({ shape }) => shape.length > 0, before);
  if (source === undefined) return undefined;
  const { shape, element } = source.type;
  const dimensions = added === undefined ? shape.map((_, d) => d).filter(() => site.random.chance(1, 2)) : [added];
  const count = 1 + site.random.below(2);
  const types = Array.from({ length: count }, () => element);
  const inputs = [source.value, ...types.slice(1).map(() => site.value(source.type))];
  const kept = tensorType(
    shape.filter((_, d) => !dimensions.includes(d)),
    element,
  );
  return {
    operands: [...inputs, ...types.map((type) => site.value(scalar(type)))],
    resultTypes: types.map(() => kept),
    regions: [scalarRegion(site, [...types, ...types], types)],
    properties: { dimensions: i64ArrayAttr(site.context, dimensions) },
  };
}

export function generateMap(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const source = someTensor(site, undefined, resultType);
  if (source === undefined) return undefined;
  const { shape, element } = source.type;
  const operands = [source.value, ...Array.from({ length: site.random.below(2) }, () => site.value(source.type))];
  return {
    operands,
    resultTypes: [source.type],
    regions: [
      scalarRegion(
        site,
        operands.map(() => element),
        [element],
      ),
    ],
    properties: {
      dimensions: i64ArrayAttr(
        site.context,
        shape.map((_, d) => d),
      ),
    },
  };
}

/** By `<`, which orders all but NaN: those of integers. */
export function generateSort(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const source = someTensor(site, (type) => hasElements(type) && type.element.kind === "integer", resultType);
  if (source === undefined) return undefined;
  const { context, random } = site;
  const { shape, element } = source.type;
  const operands = [source.value, ...Array.from({ length: random.below(2) }, () => site.value(source.type))];
  const region = site.region({
    argumentTypes: operands.flatMap(() => [scalar(element), scalar(element)]),
    operations: 0,
    end: ({ builder }, args) => {
      const compare = context.opDefinition("stablehlo.compare");
      const [less] = compare.properties[0]?.samples?.(context, true).slice(-1) ?? [];
      const operation = builder.create(compare.name, {
        operands: args.slice(0, 2),
        resultTypes: [scalar(i1(context))],
        properties: { comparison_direction: less },
      });
      returns(site, operation.results);
    },
  });
  return {
    operands,
    resultTypes: operands.map(() => source.type),
    regions: [region],
    properties: {
      dimension: i64Attr(context, random.below(shape.length)),
      is_stable: boolAttr(context, true),
    },
  };
}

/** A region that hands over tensors; the first of several says of which types. */
function branches(
  site: GenerationSite,
  count: number,
  { resultType }: OperationWish,
): { readonly regions: Region[]; readonly types: readonly Type[] } {
  let types: readonly Type[] | undefined = resultType && [resultType];
  const regions = Array.from({ length: count }, () =>
    site.region({
      operations: site.random.below(5),
      end: (inside) => {
        types ??= inside.typesToHandOut(3).filter(isTensor);
        returns(
          inside,
          types.map((type) => inside.handOut(type)),
        );
      },
    }),
  );
  return { regions, types: types ?? [] };
}

export function generateIf(site: GenerationSite, wish: OperationWish): GeneratedParts {
  const condition = site.value(scalar(i1(site.context)));
  const { regions, types } = branches(site, 2, wish);
  return { operands: [condition], resultTypes: types, regions };
}

export function generateCase(site: GenerationSite, wish: OperationWish): GeneratedParts {
  const index = site.value(scalar(i32(site.context)));
  const { regions, types } = branches(site, 1 + site.random.below(3), wish);
  return { operands: [index], resultTypes: types, regions };
}

/** Carries a row of conditions, of which each iteration uses one up. */
export function generateWhile(site: GenerationSite): GeneratedParts {
  const { random, context } = site;
  const bit = scalar(i1(context));
  const length = 1 + random.below(3);
  const carried = Array.from({ length: random.below(3) }, () => someTensor(site)?.value).filter((v) => v !== undefined);
  const operands = [...Array.from({ length }, () => site.value(bit)), ...carried];
  const types = operands.map(({ type }) => type);
  const condition = site.region({
    argumentTypes: types,
    operations: 0,
    end: (inside, args) => {
      returns(inside, args.slice(0, 1));
    },
  });
  const body = site.region({
    argumentTypes: types,
    end: (inside, args) => {
      const off = inside.integer(bit, 0);
      returns(inside, [...args.slice(1, length), off, ...carried.map(({ type }) => inside.handOut(type))]);
    },
  });
  return { operands, resultTypes: types, regions: [condition, body] };
}
