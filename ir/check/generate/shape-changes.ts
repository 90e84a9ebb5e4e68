// Shapes made of other shapes, for the `generate` of reshapes and transpositions: dimensions grouped, split, permuted.
import { DYNAMIC } from "../../core/types.ts";
import type { GenerationSite } from "./generation-site.ts";
import { definiteShape } from "./index-lists.ts";

/** Dimensions in order, cut into groups, of which each has at most one dynamic extent where the shape is given. */
export function randomGroups(site: GenerationSite, rank: number, shape: readonly number[] = []): number[][] {
  const groups: number[][] = [];
  for (let d = 0; d < rank; d++) {
    const last = groups[groups.length - 1];
    const isFull = shape[d] === DYNAMIC && last?.some((other) => shape[other] === DYNAMIC) === true;
    if (last === undefined || isFull || site.random.chance(1, 2)) groups.push([d]);
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

/** An extent as several that make it up, or as it is. */
export function splitExtent(site: GenerationSite, extent: number): number[] {
  const { random } = site;
  if (extent === DYNAMIC) return random.pick([[DYNAMIC], [DYNAMIC, 1], [1, DYNAMIC]]);
  return random.chance(1, 2) ? [extent] : factors(site, extent);
}

/** A shape with extents split, and which of the new dimensions each old one became. */
export function splitShape(
  site: GenerationSite,
  extents: readonly number[],
): { readonly shape: readonly number[]; readonly groups: readonly (readonly number[])[] } {
  const shape: number[] = [];
  const groups = extents.map((extent) => {
    const parts = splitExtent(site, extent);
    const group = parts.map((_, i) => shape.length + i);
    shape.push(...parts);
    return group;
  });
  // What has rank 0 becomes one of unit extents.
  if (groups.length === 0) shape.push(1);
  return { shape, groups };
}

/** The extents of groups of dimensions together. */
export function collapsedExtents(shape: readonly number[], groups: readonly (readonly number[])[]): number[] {
  return groups.map((group) =>
    group.some((d) => shape[d] === DYNAMIC) ? DYNAMIC : group.reduce((product, d) => product * (shape[d] ?? 1), 1),
  );
}

/** Whether each dynamic extent of groups together is what it must be in programs without undefined behaviour. */
export function collapsesAsWished(
  site: GenerationSite,
  shape: readonly number[],
  groups: readonly (readonly number[])[],
): boolean {
  if (!site.avoidsUndefinedBehavior) return true;
  const products = collapsedExtents(definiteShape(site, shape), groups);
  return collapsedExtents(shape, groups).every((extent, i) => extent !== DYNAMIC || products[i] === site.dynamicExtent);
}

/** A permutation of so many dimensions; each as likely as the others, save that now and then nothing moves. */
export function randomPermutation(site: GenerationSite, rank: number): number[] {
  const permutation = Array.from({ length: rank }, (_, d) => d);
  if (site.random.chance(1, 8)) return permutation;
  for (let i = rank - 1; i > 0; i--) {
    const j = site.random.below(i + 1);
    [permutation[i], permutation[j]] = [permutation[j] ?? 0, permutation[i] ?? 0];
  }
  return permutation;
}

/** What a permutation makes of a shape, and what it makes it from. */
export const permuted = (shape: readonly number[], permutation: readonly number[]): number[] =>
  permutation.map((d) => shape[d] ?? 1);
export const unpermuted = (shape: readonly number[], permutation: readonly number[]): number[] =>
  shape.map((_, d) => shape[permutation.indexOf(d)] ?? 1);
