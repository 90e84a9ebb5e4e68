// Regions that follow from the rest of their op, and that its text leaves out: steps do not edit them, they are made anew.
import type { Region } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import { traverse } from "../../core/walk.ts";
import { emptyRegion } from "./region-edits.ts";

/** How a region is made, where it follows from operands and properties. */
function makerOf({ definition, regions }: Operation): (typeof definition.regions)[number]["make"] {
  return definition.regions.length === 1 && regions.length === 1 ? definition.regions[0]?.make : undefined;
}

export const hasDerivedRegion = (op: Operation): boolean => makerOf(op) !== undefined;

/** Every op from `root` inwards whose text can be seen, as a snapshot. */
export function visibleOps(root: Operation): Operation[] {
  const order: Operation[] = [];
  traverse(root, (op) => {
    order.push(op);
    return op.regions.length === 0 || !hasDerivedRegion(op);
  });
  return order;
}

/** Makes all regions anew that follow from the rest of their op; false where an op has become one that has no such region. */
export function remakeRegions(root: Operation): boolean {
  for (const op of visibleOps(root)) {
    const make = op.regions.length === 0 ? undefined : makerOf(op);
    if (make === undefined) continue;
    const made = madeRegion(op, make);
    if (made === undefined) return false;
    const region = op.region();
    emptyRegion(region);
    region.takeBlocks(made);
  }
  return true;
}

/** `make` is for ops that verify, and this one may not: then it throws. */
function madeRegion(op: Operation, make: NonNullable<ReturnType<typeof makerOf>>): Region | undefined {
  try {
    return make({ context: op.context, operands: op.operands, properties: op.properties, regions: [] });
  } catch {
    return undefined;
  }
}
