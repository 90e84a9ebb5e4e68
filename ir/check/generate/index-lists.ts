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
  // Rules that compare places mostly ask for constants.
  const isConstant = site.random.chance(1, 3);
  return extents.map((extent) => {
    if (isConstant) return site.integer(index, site.random.below(Math.max(1, extent)));
    return isDefined ? site.below(index, extent) : site.value(index);
  });
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

/**
 * Offsets, sizes and strides within a shape, constants and operands mixed; undefined where there is no element, or where the wished sizes
 * (of which DYNAMIC ones are operands) have no room.
 */
export function randomSlice(
  site: GenerationSite,
  shape: readonly number[],
  wished?: readonly number[],
): Slice | undefined {
  const { random } = site;
  const index = indexType(site.context);
  const extents = definiteShape(site, shape);
  if (extents.includes(0)) return undefined;
  const given = wished && definiteShape(site, wished);
  if (given?.some((size, d) => size > (extents[d] ?? 0)) === true) return undefined;
  const isWhole = given === undefined && random.chance(1, 8);
  // How large it is, and at times where it begins, is known at run time only.
  const isWindow = given === undefined && !isWhole && random.chance(1, 6);
  const isAtStart = isWhole || (isWindow && random.chance(1, 2));
  // Rules mostly ask for numbers, and for all of them.
  const isConstant = !isWindow && random.chance(2, 3);
  const lists = { offsets: new Mixer(), sizes: new Mixer(), strides: new Mixer() };
  const sizes: number[] = [];
  for (const [d, extent] of extents.entries()) {
    const size = given?.[d] ?? (isWhole ? extent : random.chance(1, 4) ? 1 : 1 + random.below(extent));
    const mayStride = size > 1 && (size - 1) * 2 < extent;
    const stride = isWindow ? 1 : mayStride && random.chance(1, 2) ? 2 : size === 1 && random.chance(1, 8) ? 3 : 1;
    const room = Math.min(extent, extent - (size - 1) * stride);
    sizes.push(size);
    if (!isConstant && !(isWindow && isAtStart) && random.chance(1, 2))
      lists.offsets.dynamic(isWhole ? site.integer(index, 0) : site.below(index, room));
    else lists.offsets.fixed(isAtStart ? 0 : random.below(room));
    const mayBeDynamic = !site.avoidsUndefinedBehavior || size === site.dynamicExtent;
    const isAsked = isWindow || (!isConstant && random.chance(1, 3));
    const isDynamic = wished === undefined ? mayBeDynamic && isAsked : wished[d] === DYNAMIC;
    // A smaller slice has room, too.
    const isOpen = isWindow && !site.avoidsUndefinedBehavior && random.chance(2, 3);
    if (isDynamic) lists.sizes.dynamic(isOpen ? site.below(index, size + 1) : site.integer(index, size));
    else lists.sizes.fixed(size);
    if (!isConstant && !isWindow && random.chance(1, 6)) lists.strides.dynamic(site.integer(index, stride));
    else lists.strides.fixed(stride);
  }
  return { ...lists, shape: sizes };
}

/** Extents of what a slice of these sizes may be cut from. */
export function roomFor(site: GenerationSite, sizes: readonly number[]): number[] {
  return definiteShape(site, sizes).map((size) => Math.max(1, size + site.random.pick([0, 1, 2, size, size + 1])));
}

/** The sizes with a unit dimension more, at times: what a slice without its unit dimensions was before. */
export function withUnitDimensions(site: GenerationSite, sizes: readonly number[], most: number): readonly number[] {
  if (sizes.length >= most || !site.random.chance(1, 3)) return sizes;
  const at = site.random.below(sizes.length + 1);
  return [...sizes.slice(0, at), 1, ...sizes.slice(at)];
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
