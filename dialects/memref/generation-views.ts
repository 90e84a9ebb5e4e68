// How generated programs look at parts of buffers and at other shapes of them.
import { i64ArrayAttr } from "../../ir/core/attribute-constructors.ts";
import { rowMajorStrides, stridedMemrefType } from "../../ir/core/strided-layout.ts";
import { indexType, memrefType } from "../../ir/core/type-constructors.ts";
import { DYNAMIC, elementCount, isStaticShape, type MemRefType, type Type } from "../../ir/core/types.ts";
import {
  definiteShape, Mixer, randomSlice, segments, sliceParts,
} from "../../ir/check/generate/index-lists.ts"; // prettier-ignore
import { collapsedExtents, factors, randomGroups, splitShape } from "../../ir/check/generate/shape-changes.ts";
import type { GeneratedParts, GenerationSite, OperationWish } from "../../ir/check/generate/generation-site.ts";
import { mixedIndices } from "../../ir/define/offset-size-stride.ts";
import { ReassociationProperty } from "../../ir/define/reassociation.ts";
import { isRowMajor, someBuffer } from "./generation.ts";
import { inferCollapsedType, inferExpandedType, inferRankReducedSubviewType } from "./subview-type.ts";

export function generateSubview(site: GenerationSite): GeneratedParts | undefined {
  const source = someBuffer(site);
  const slice = source && randomSlice(site, source.type.shape);
  if (source === undefined || slice === undefined) return undefined;
  const dropsUnits = site.random.chance(1, 3);
  const sizes = slice.sizes.statics;
  const reduced = dropsUnits ? sizes.filter((size) => size !== 1 || site.random.chance(1, 3)) : sizes;
  const lists = {
    offsets: mixedIndices(slice.offsets.statics, slice.offsets.dynamics),
    sizes: mixedIndices(sizes, slice.sizes.dynamics),
    strides: mixedIndices(slice.strides.statics, slice.strides.dynamics),
  };
  const type = inferRankReducedSubviewType(reduced, source.type, lists);
  return type && { ...sliceParts(site, slice, [source.value]), resultTypes: [type] };
}

/** All elements in another shape, or every second one. */
export function generateReinterpretCast(site: GenerationSite): GeneratedParts | undefined {
  const { random, context } = site;
  const source = someBuffer(site, isRowMajor);
  if (source === undefined) return undefined;
  const index = indexType(context);
  const count = elementCount(source.type.shape);
  const skips = count > 1 && random.chance(1, 3);
  const offset = skips ? 1 : 0;
  const shape = skips ? [Math.floor(count / 2)] : random.pick([[count], factors(site, count)]);
  if (!skips && elementCount(shape) !== count) return undefined;
  const strides = skips ? [2] : rowMajorStrides(shape);
  const offsets = new Mixer();
  if (random.chance(1, 4)) offsets.dynamic(site.integer(index, offset));
  else offsets.fixed(offset);
  const type = stridedMemrefType(
    shape,
    source.type.element,
    { offset: offsets.statics[0] ?? 0, strides },
    source.type.memorySpace,
  );
  return {
    operands: [source.value, ...offsets.dynamics],
    resultTypes: [type],
    properties: {
      static_offsets: i64ArrayAttr(context, offsets.statics),
      static_sizes: i64ArrayAttr(context, shape),
      static_strides: i64ArrayAttr(context, strides),
      operandSegmentSizes: segments(context, 1, offsets.dynamics.length, 0, 0),
    },
  };
}

/** The type in another shape, row by row. */
const withShape = (type: Type, shape: readonly number[]): MemRefType | undefined =>
  type.kind === "memref" ? memrefType(shape, type.element, { memorySpace: type.memorySpace }) : undefined;

export function generateCollapseShape(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const from = resultType?.kind === "memref" && isRowMajor(resultType) ? splitShape(site, resultType.shape) : undefined;
  if (resultType !== undefined && from === undefined) return undefined;
  const source = someBuffer(
    site,
    ({ shape }) => shape.length > 1 || from !== undefined,
    from && resultType && withShape(resultType, from.shape),
  );
  if (source === undefined) return undefined;
  const groups = from?.groups ?? randomGroups(site, source.type.shape.length);
  const type = inferCollapsedType(source.type, groups);
  if (type === undefined) return undefined;
  // Whether the rows of a strided buffer lie one after the other is not always known before the run.
  const isRisky = source.type.layout !== undefined && groups.some((group) => group.length > 1);
  if (site.avoidsUndefinedBehavior && isRisky) return undefined;
  const extents = definiteShape(site, source.type.shape);
  const products = groups.map((group) => group.reduce((product, d) => product * (extents[d] ?? 1), 1));
  const isOpen = type.shape.some((extent, i) => extent === DYNAMIC && products[i] !== site.dynamicExtent);
  if (site.avoidsUndefinedBehavior && isOpen) return undefined;
  return {
    operands: [source.value],
    resultTypes: [type],
    properties: { reassociation: ReassociationProperty.encode(groups, site.context) },
  };
}

export function generateExpandShape(site: GenerationSite, { resultType }: OperationWish): GeneratedParts | undefined {
  const wished = resultType?.kind === "memref" && isRowMajor(resultType) ? resultType : undefined;
  if (resultType !== undefined && (wished === undefined || wished.shape.length === 0)) return undefined;
  const wishedGroups = wished && randomGroups(site, wished.shape.length);
  const source = someBuffer(
    site,
    ({ shape }) => shape.length > 0 && shape.length < 4 && isStaticShape(shape),
    wished && wishedGroups && withShape(wished, collapsedExtents(wished.shape, wishedGroups)),
  );
  if (source === undefined) return undefined;
  const { shape, groups } =
    wished && wishedGroups ? { shape: wished.shape, groups: wishedGroups } : splitShape(site, source.type.shape);
  const type = inferExpandedType(source.type, shape, groups) ?? memrefType(shape, source.type.element);
  return {
    operands: [source.value],
    resultTypes: [type],
    properties: {
      reassociation: ReassociationProperty.encode(groups, site.context),
      static_output_shape: i64ArrayAttr(site.context, shape),
    },
  };
}
