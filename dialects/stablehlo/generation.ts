// How generated programs use StableHLO: slices within bounds, regions of random ops, loops of a few iterations.
import { boolAttr, i64ArrayAttr, i64Attr } from "../../ir/core/attribute-constructors.ts";
import type { Region } from "../../ir/core/block.ts";
import { i1, i32, tensorType } from "../../ir/core/type-constructors.ts";
import { elementCount, isStaticShape, type RankedTensorType, type Type } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { randomGroups } from "../../ir/check/generate/shape-changes.ts";
import type { GeneratedParts, GenerationSite } from "../../ir/check/generate/generation-site.ts";
import { DotDimensionNumbersProperty } from "./attributes/dimension-numbers.ts";
import { AnyTensor } from "./types.ts";

const isTensor = (type: Type): type is RankedTensorType =>
  type.kind === "tensor" && isStaticShape(type.shape) && AnyTensor.accepts(type);

interface Tensor {
  readonly value: Value;
  readonly type: RankedTensorType;
}

function someTensor(site: GenerationSite, fits: (type: RankedTensorType) => boolean = () => true): Tensor | undefined {
  const accepts = (type: Type): boolean => isTensor(type) && fits(type);
  const type = site.type(accepts);
  const value = site.find(accepts) ?? (type && site.available(type));
  return value?.type.kind === "tensor" ? { value, type: value.type } : undefined;
}

const hasElements = ({ shape }: RankedTensorType): boolean => shape.length > 0 && !shape.includes(0);
const scalar = (element: Type): RankedTensorType => tensorType([], element);
const returns = (site: GenerationSite, operands: readonly Value[]): void => {
  site.builder.create("stablehlo.return", { operands });
};

// --- shapes ----------------------------------------------------------------------------------------------------------------

export function generateBroadcastInDim(site: GenerationSite): GeneratedParts | undefined {
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
    resultTypes: [tensorType(shape, source.type.element)],
    properties: { broadcast_dimensions: i64ArrayAttr(site.context, dimensions) },
  };
}

export function generateTranspose(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const permutation = source.type.shape.map((_, d) => d);
  if (site.random.chance(3, 4)) permutation.reverse();
  return {
    operands: [source.value],
    resultTypes: [
      tensorType(
        permutation.map((d) => source.type.shape[d] ?? 1),
        source.type.element,
      ),
    ],
    properties: { permutation: i64ArrayAttr(site.context, permutation) },
  };
}

export function generateReverse(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const dimensions = source.type.shape.map((_, d) => d).filter(() => site.random.chance(1, 2));
  return {
    operands: [source.value],
    resultTypes: [source.type],
    properties: { dimensions: i64ArrayAttr(site.context, dimensions) },
  };
}

export function generateReshape(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const { shape, element } = source.type;
  const groups = randomGroups(site, shape.length).map((group) => elementCount(group.map((d) => shape[d] ?? 1)));
  const other = site.random.pick([groups, [1, ...shape], [...shape].reverse(), [elementCount(shape)]]);
  return { operands: [source.value], resultTypes: [tensorType(other, element)] };
}

export function generateSlice(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const { random, context } = site;
  const starts = source.type.shape.map((extent) => random.below(extent + 1));
  const limits = source.type.shape.map((extent, d) => (starts[d] ?? 0) + random.below(extent - (starts[d] ?? 0) + 1));
  const strides = starts.map(() => random.pick([1, 1, 1, 2, 3]));
  const shape = starts.map((start, d) => Math.ceil(((limits[d] ?? 0) - start) / (strides[d] ?? 1)));
  return {
    operands: [source.value],
    resultTypes: [tensorType(shape, source.type.element)],
    properties: {
      start_indices: i64ArrayAttr(context, starts),
      limit_indices: i64ArrayAttr(context, limits),
      strides: i64ArrayAttr(context, strides),
    },
  };
}

/** Start indices are brought into bounds by the op itself. */
function startIndices(site: GenerationSite, rank: number): Value[] {
  const type = scalar(i32(site.context));
  return Array.from({ length: rank }, () => site.value(type));
}

export function generateDynamicSlice(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const sizes = source.type.shape.map((extent) => site.random.below(extent + 1));
  return {
    operands: [source.value, ...startIndices(site, sizes.length)],
    resultTypes: [tensorType(sizes, source.type.element)],
    properties: { slice_sizes: i64ArrayAttr(site.context, sizes) },
  };
}

export function generateDynamicUpdateSlice(site: GenerationSite): GeneratedParts | undefined {
  const target = someTensor(site);
  if (target === undefined) return undefined;
  const sizes = target.type.shape.map((extent) => site.random.below(extent + 1));
  const update = site.value(tensorType(sizes, target.type.element));
  return { operands: [target.value, update, ...startIndices(site, sizes.length)], resultTypes: [target.type] };
}

/** Edges may be cut off: padding below zero. */
export function generatePad(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site);
  if (source === undefined) return undefined;
  const { random, context } = site;
  const { shape, element } = source.type;
  const interior = shape.map(() => random.pick([0, 0, 0, 1]));
  const low = shape.map(() => random.pick([0, 0, 1, 2]));
  const spread = shape.map((extent, d) => extent + Math.max(extent - 1, 0) * (interior[d] ?? 0) + (low[d] ?? 0));
  const high = spread.map((extent) => (extent > 0 ? random.pick([0, 0, 1, -1]) : 0));
  return {
    operands: [source.value, site.value(scalar(element))],
    resultTypes: [
      tensorType(
        spread.map((extent, d) => extent + (high[d] ?? 0)),
        element,
      ),
    ],
    properties: {
      edge_padding_low: i64ArrayAttr(context, low),
      edge_padding_high: i64ArrayAttr(context, high),
      interior_padding: i64ArrayAttr(context, interior),
    },
  };
}

/** A product of matrices, perhaps in batches, or of vectors. */
export function generateDotGeneral(site: GenerationSite): GeneratedParts | undefined {
  const like = someTensor(site);
  if (like === undefined) return undefined;
  const { random, context } = site;
  const { element } = like.type;
  const extent = (): number => random.pick([1, 2, 3]);
  const batch = random.chance(1, 3) ? [extent()] : [];
  const [rows, columns, shared] = [
    random.chance(2, 3) ? [extent()] : [],
    random.chance(2, 3) ? [extent()] : [],
    extent(),
  ];
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

export function generateReduce(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site, ({ shape }) => shape.length > 0);
  if (source === undefined) return undefined;
  const { shape, element } = source.type;
  const dimensions = shape.map((_, d) => d).filter(() => site.random.chance(1, 2));
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

export function generateMap(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site);
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
export function generateSort(site: GenerationSite): GeneratedParts | undefined {
  const source = someTensor(site, (type) => hasElements(type) && type.element.kind === "integer");
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
): { readonly regions: Region[]; readonly types: readonly Type[] } {
  let types: readonly Type[] | undefined;
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

export function generateIf(site: GenerationSite): GeneratedParts {
  const condition = site.value(scalar(i1(site.context)));
  const { regions, types } = branches(site, 2);
  return { operands: [condition], resultTypes: types, regions };
}

export function generateCase(site: GenerationSite): GeneratedParts {
  const index = site.value(scalar(i32(site.context)));
  const { regions, types } = branches(site, 1 + site.random.below(3));
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
