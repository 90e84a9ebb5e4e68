// Indices, extents and slices within a shape, for the `generate` of ops on tensors, vectors and buffers.
import type { Attribute } from "../../core/attributes.ts";
import { denseArrayAttr, i64ArrayAttr } from "../../core/attribute-constructors.ts";
import type { Context } from "../../core/context.ts";
import { i32, indexType } from "../../core/type-constructors.ts";
import { DYNAMIC } from "../../core/types.ts";
import type { Value } from "../../core/value.ts";
import type { GenerationSite } from "./generation-site.ts";

/** The extents, with what a dynamic one is in programs without undefined behaviour. */
export function definiteShape(site: GenerationSite, shape: readonly number[]): number[] {
  return shape.map((extent) => (extent === DYNAMIC ? site.dynamicExtent : extent));
}

/** An index for each dimension, in bounds where the program is to be defined; undefined where there is no element. */
export function indicesWithin(site: GenerationSite, shape: readonly number[]): Value[] | undefined {
  const index = indexType(site.context);
  const extents = definiteShape(site, shape);
  const isDefined = site.avoidsUndefinedBehavior || site.random.chance(7, 8);
  if (isDefined && extents.includes(0)) return undefined;
  return extents.map((extent) => (isDefined ? site.below(index, extent) : site.value(index)));
}

/** Operands for the dynamic extents of a shape. */
export function dynamicExtents(site: GenerationSite, shape: readonly number[]): Value[] {
  const index = indexType(site.context);
  return shape
    .filter((extent) => extent === DYNAMIC)
    .map(() =>
      site.avoidsUndefinedBehavior || site.random.chance(3, 4)
        ? site.integer(index, site.dynamicExtent)
        : site.below(index, 6),
    );
}

/** The property that counts the operands of each group. */
export function segments(context: Context, ...sizes: readonly number[]): Attribute {
  return denseArrayAttr(i32(context), sizes);
}

/** A list of which some entries are operands: DYNAMIC stands in their places. */
export interface MixedList {
  readonly statics: readonly number[];
  readonly dynamics: readonly Value[];
}

export interface Slice {
  readonly offsets: MixedList;
  readonly sizes: MixedList;
  readonly strides: MixedList;
  /** The sizes as numbers. */
  readonly shape: readonly number[];
}

/** Offsets, sizes and strides within a shape, constants and operands mixed; undefined where there is no element. */
export function randomSlice(site: GenerationSite, shape: readonly number[]): Slice | undefined {
  const { random } = site;
  const index = indexType(site.context);
  const extents = definiteShape(site, shape);
  if (extents.includes(0)) return undefined;
  const isWhole = random.chance(1, 6);
  const lists = { offsets: new Mixer(), sizes: new Mixer(), strides: new Mixer() };
  const sizes: number[] = [];
  for (const extent of extents) {
    const size = isWhole ? extent : random.chance(1, 4) ? 1 : 1 + random.below(extent);
    const stride =
      size > 1 && (size - 1) * 2 < extent && random.chance(1, 4) ? 2 : random.chance(1, 16) && size === 1 ? 3 : 1;
    const room = extent - (size - 1) * stride;
    sizes.push(size);
    if (random.chance(1, 3)) lists.offsets.dynamic(isWhole ? site.integer(index, 0) : site.below(index, room));
    else lists.offsets.fixed(isWhole ? 0 : random.below(room));
    const mayBeDynamic = !site.avoidsUndefinedBehavior || size === site.dynamicExtent;
    if (mayBeDynamic && random.chance(1, 4)) lists.sizes.dynamic(site.integer(index, size));
    else lists.sizes.fixed(size);
    if (random.chance(1, 12)) lists.strides.dynamic(site.integer(index, stride));
    else lists.strides.fixed(stride);
  }
  return { ...lists, shape: sizes };
}

/** The properties and operands of ops with `static_offsets`, `static_sizes` and `static_strides`, after `leading` operands. */
export function sliceParts(site: GenerationSite, { offsets, sizes, strides }: Slice, leading: readonly Value[]) {
  const { context } = site;
  const lists = [offsets, sizes, strides].map(({ dynamics }) => dynamics);
  return {
    operands: [...leading, ...lists.flat()],
    properties: {
      static_offsets: i64ArrayAttr(context, offsets.statics),
      static_sizes: i64ArrayAttr(context, sizes.statics),
      static_strides: i64ArrayAttr(context, strides.statics),
      operandSegmentSizes: segments(context, ...leading.map(() => 1), ...lists.map(({ length }) => length)),
    },
  };
}

/** Collects a mixed list. */
export class Mixer implements MixedList {
  readonly statics: number[] = [];
  readonly dynamics: Value[] = [];

  fixed(value: number): void {
    this.statics.push(value);
  }

  dynamic(value: Value): void {
    this.statics.push(DYNAMIC);
    this.dynamics.push(value);
  }
}

/** Dimensions in order, cut into groups. */
export function randomGroups(site: GenerationSite, rank: number): number[][] {
  const groups: number[][] = [];
  for (let d = 0; d < rank; d++) {
    const last = groups[groups.length - 1];
    if (last === undefined || site.random.chance(1, 2)) groups.push([d]);
    else last.push(d);
  }
  return groups;
}

/** Two or three factors of a number, one of which may be 1. */
export function factors(site: GenerationSite, product: number): number[] {
  const divisors = [1, 2, 3, 4].filter((d) => product % d === 0);
  const divisor = product === 0 ? 2 : site.random.pick(divisors);
  const two = site.random.chance(1, 2) ? [divisor, product / divisor] : [product / divisor, divisor];
  return site.random.chance(1, 6) ? [...two, 1] : two;
}
