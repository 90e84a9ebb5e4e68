// Regions that follow from the rest of their op, and that its text leaves out: steps do not edit them, they are made anew.
import type { Region } from "../../core/block.ts";
import type { Operation } from "../../core/operation.ts";
import { regionMaker, visibleOps } from "../visible-ops.ts";
import { emptyRegion } from "./region-edits.ts";

/** Makes all regions anew that follow from the rest of their op; false where an op has become one that has no such region. */
export function remakeRegions(root: Operation): boolean {
  for (const op of visibleOps(root)) {
    const make = op.regions.length === 0 ? undefined : regionMaker(op);
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
function madeRegion(op: Operation, make: NonNullable<ReturnType<typeof regionMaker>>): Region | undefined {
  try {
    return make({ context: op.context, operands: op.operands, properties: op.properties, regions: [] });
  } catch {
    return undefined;
  }
}
