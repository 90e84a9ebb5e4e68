// Reassociations `[[0, 1], [2]]`: which dimensions of the larger shape make up each dimension of the smaller one.
import type { Attribute } from "../core/attributes.ts";
import { arrayAttr, i64Attr } from "../core/attribute-constructors.ts";
import { DYNAMIC } from "../core/types.ts";
import { AnyAttribute, type PropertySpec } from "./properties.ts";

export type Reassociation = readonly (readonly number[])[];

const group = (a: Attribute): number[] | undefined => {
  if (a.kind !== "array") return undefined;
  const positions = a.elements.map((e) => (e.kind === "integer" ? Number(e.value) : -1));
  return positions.includes(-1) ? undefined : positions;
};

export const ReassociationProperty: PropertySpec<Reassociation, false> = {
  ...AnyAttribute,
  description: "Array of 64-bit integer array attributes",
  accepts: (a) => a.kind === "array" && a.elements.every((e) => group(e) !== undefined),
  decode: (a) => (a.kind === "array" ? a.elements.map((e) => group(e) ?? []) : []),
  encode: (value, c) =>
    arrayAttr(
      c,
      value.map((g) =>
        arrayAttr(
          c,
          g.map((d) => i64Attr(c, d)),
        ),
      ),
    ),
};

/** The reassociation, when it is the only obvious one, that takes `large` to `small`; undefined otherwise. */
export function inferReassociation(large: readonly number[], small: readonly number[]): Reassociation | undefined {
  const groups: number[][] = [];
  let at = 0;
  for (const extent of small) {
    const dims: number[] = [];
    let product = 1;
    do {
      const next = large[at];
      if (next === undefined) return undefined;
      dims.push(at++);
      product = next === DYNAMIC || product === DYNAMIC ? DYNAMIC : product * next;
    } while (product !== extent && product !== DYNAMIC);
    while (at < large.length && large[at] === 1 && extent !== 1) dims.push(at++);
    if (product !== extent) return undefined;
    groups.push(dims);
  }
  const last = groups[groups.length - 1];
  while (at < large.length) {
    if (large[at] !== 1) return undefined;
    if (last !== undefined) last.push(at);
    at++;
  }
  return groups;
}

/** Groups of groups as groups: what two collapses, or two expansions, the other way round, do together. */
export function composeReassociations(outer: Reassociation, inner: Reassociation): Reassociation {
  return outer.map((groups) => groups.flatMap((g) => inner[g] ?? []));
}

/** The smaller shape: DYNAMIC where a group has a dynamic extent. */
export function collapsedShape(large: readonly number[], reassociation: Reassociation): number[] {
  return reassociation.map((dims) =>
    dims.reduce((product, d) => (product === DYNAMIC || large[d] === DYNAMIC ? DYNAMIC : product * (large[d] ?? 1)), 1),
  );
}

/** What is wrong between a larger and a smaller shape under a reassociation. */
export function verifyReassociation(
  large: readonly number[],
  small: readonly number[],
  reassociation: Reassociation,
): string | undefined {
  // All dimensions of extent 1 collapse to rank 0, without groups.
  if (small.length === 0 && reassociation.length === 0) {
    return large.every((extent) => extent === 1)
      ? undefined
      : "invalid to collapse or expand non-unit dimensions to rank 0";
  }
  if (reassociation.length !== small.length)
    return `invalid number of reassociation groups: found ${reassociation.length}, expected ${small.length}`;
  const flat = reassociation.flat();
  if (flat.length !== large.length || flat.some((d, i) => d !== i) || reassociation.some((g) => g.length === 0)) {
    return "reassociation indices must be contiguous and cover every dimension of the larger shape";
  }
  const collapsed = collapsedShape(large, reassociation);
  for (let i = 0; i < small.length; i++) {
    if (collapsed[i] === small[i]) continue;
    return collapsed[i] === DYNAMIC
      ? `expected dimension ${i} of collapsed type to be dynamic`
      : `expected dimension ${i} of collapsed type to be static value of ${collapsed[i] ?? 0}`;
  }
  return undefined;
}
