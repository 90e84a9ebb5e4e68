// How generated programs concatenate, gather and scatter tensors.
import { denseElementsAttr, i64ArrayAttr, integerAttr, unitAttr } from "../../ir/core/attribute-constructors.ts";
import type { OperationParts } from "../../ir/core/definition.ts";
import { i64, indexType, tensorType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, elementCount, isStaticShape, type RankedTensorType } from "../../ir/core/types.ts";
import type { Value } from "../../ir/core/value.ts";
import { definiteShape } from "../../ir/check/generate/index-lists.ts";
import type { GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";
import { someTensor } from "./generation.ts";

export function generateConcat(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const { random, context, avoidsUndefinedBehavior: avoids } = site;
  if (resultType !== undefined) return resultType.kind === "tensor" ? concatTo(site, resultType) : undefined;
  const first = someTensor(site, ({ shape }) => shape.length > 0);
  if (first === undefined) return undefined;
  const { shape } = first.type;
  const dim = random.below(shape.length);
  const count = 1 + random.below(3);
  const inputs = [first.value];
  while (inputs.length < count) {
    const next = site.available(first.type);
    if (next !== undefined) inputs.push(next);
    else break;
  }
  const extent = shape[dim] ?? 0;
  if (extent === DYNAMIC && avoids && inputs.length > 1) return undefined;
  const total = extent === DYNAMIC ? DYNAMIC : extent * inputs.length;
  const result = shape.map((e, d) => (d === dim ? total : e));
  return {
    operands: inputs,
    resultTypes: [tensorType(result, first.type.element)],
    properties: { dim: integerAttr(i64(context), dim) },
  };
}

/** Two tensors, or one, that make up this type. */
function concatTo(site: GenerationSite, result: RankedTensorType): OperationParts | undefined {
  const { random, context } = site;
  const able = result.shape.flatMap((extent, d) => (extent === DYNAMIC ? [] : d));
  if (able.length === 0) return undefined;
  const dim = random.pick(able);
  const extent = result.shape[dim] ?? 0;
  const first = random.below(extent + 1);
  const operands: Value[] = [];
  for (const part of random.chance(3, 4) ? [first, extent - first] : [extent]) {
    const input = site.available(
      tensorType(
        result.shape.map((e, d) => (d === dim ? part : e)),
        result.element,
      ),
    );
    if (input === undefined) return undefined;
    operands.push(input);
  }
  return { operands, resultTypes: [result], properties: { dim: integerAttr(i64(context), dim) } };
}

/** Dimensions of a tensor, in order. */
function someDimensions(site: GenerationSite, rank: number): number[] {
  const dims = Array.from({ length: rank }, (_, d) => d).filter(() => site.random.chance(1, 2));
  return dims.length > 0 ? dims : [site.random.below(rank)];
}

/** A constant of coordinates within the extents, each tuple once; undefined where there are too few. */
function coordinates(site: GenerationSite, extents: readonly number[], count: number): Value | undefined {
  const places = elementCount(extents);
  if (count > places) return undefined;
  const type = tensorType([count, extents.length], indexType(site.context));
  const data = new DataView(new ArrayBuffer(8 * count * extents.length));
  const start = site.random.below(places);
  for (let tuple = 0; tuple < count; tuple++) {
    let place = (start + tuple) % places;
    for (let d = extents.length - 1; d >= 0; d--) {
      const extent = extents[d] ?? 1;
      data.setBigInt64(8 * (tuple * extents.length + d), BigInt(place % extent), true);
      place = Math.floor(place / extent);
    }
  }
  return site.constant(denseElementsAttr(type, new Uint8Array(data.buffer), false, 8), type);
}

interface Gathered {
  readonly dims: readonly number[];
  readonly at: Value;
  readonly slices: RankedTensorType;
}

function gathered(site: GenerationSite, type: RankedTensorType): Gathered | undefined {
  const extents = definiteShape(site, type.shape);
  const dims = someDimensions(site, extents.length);
  const count = 1 + site.random.below(3);
  const at = coordinates(
    site,
    dims.map((d) => extents[d] ?? 1),
    count,
  );
  if (at === undefined) return undefined;
  const isReduced = site.random.chance(1, 2);
  const slice = type.shape.flatMap((extent, d) => (dims.includes(d) ? (isReduced ? [] : [1]) : [extent]));
  return { dims, at, slices: tensorType([count, ...slice], type.element) };
}

export function generateGather(site: GenerationSite): OperationParts | undefined {
  const source = someTensor(site, ({ shape }) => shape.length > 0);
  const parts = source && gathered(site, source.type);
  if (source === undefined || parts === undefined) return undefined;
  return {
    operands: [source.value, parts.at],
    resultTypes: [parts.slices],
    properties: {
      gather_dims: i64ArrayAttr(site.context, parts.dims),
      unique: site.random.chance(1, 2) ? unitAttr(site.context) : undefined,
    },
  };
}

export function generateScatter(site: GenerationSite, { resultType }: OperationWish): OperationParts | undefined {
  const dest = someTensor(site, ({ shape }) => shape.length > 0 && isStaticShape(shape), resultType);
  const parts = dest && gathered(site, dest.type);
  const source = parts && site.available(parts.slices);
  if (dest === undefined || parts === undefined || source === undefined) return undefined;
  return {
    operands: [source, dest.value, parts.at],
    resultTypes: [dest.type],
    properties: { scatter_dims: i64ArrayAttr(site.context, parts.dims), unique: unitAttr(site.context) },
  };
}
