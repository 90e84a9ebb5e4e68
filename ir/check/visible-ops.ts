// What of a module its text shows: all but the regions that follow from the rest of their op, which nobody edits, generators and shrinkers included.
import type { RegionDefinition } from "../core/definition.ts";
import type { Operation } from "../core/operation.ts";
import { traverse } from "../core/walk.ts";

/** How an op's region is made, where it follows from operands and properties. */
export function regionMaker({ definition, regions }: Operation): RegionDefinition["make"] {
  return definition.regions.length === 1 && regions.length === 1 ? definition.regions[0]?.make : undefined;
}

export const hasDerivedRegion = (op: Operation): boolean => regionMaker(op) !== undefined;

/** Every op from `root` inwards whose text can be seen, parents before what they hold, as a snapshot. */
export function visibleOps(root: Operation): Operation[] {
  const order: Operation[] = [];
  traverse(root, (op) => {
    order.push(op);
    return op.regions.length === 0 || !hasDerivedRegion(op);
  });
  return order;
}
