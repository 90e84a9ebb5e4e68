// The smallest region that holds several operations.
import type { Region } from "./block.ts";
import type { Operation } from "./operation.ts";

/** The smallest region that holds all ops; undefined where there is none. */
export function commonRegion(ops: readonly Operation[]): Region | undefined {
  let region = ops[0]?.parentRegion ?? undefined;
  for (const { parentRegion } of ops)
    while (region !== undefined && parentRegion?.isWithin(region) !== true)
      region = region.parentOp?.parentRegion ?? undefined;
  return region;
}
