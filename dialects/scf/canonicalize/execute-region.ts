// Canonicalisation of scf.execute_region: a single block needs no op around it.
import { pattern, refuse } from "../../../ir/rewrite/pattern.ts";
import { ExecuteRegionOp } from "../ops/yield.ts";
import { replaceByBody } from "./for.ts";

const singleBlock = pattern(
  "scf.execute_region of one block => its body",
  ExecuteRegionOp,
  ({ op, region, noInline }, rewriter) => {
    if (noInline) return refuse("the op says no_inline");
    if (region.blocks.length !== 1) return refuse("the region has several blocks");
    if (region.entry.terminator.name !== "scf.yield") return refuse("the region does not end in scf.yield");
    replaceByBody(op, 0, [], rewriter);
    return true;
  },
);

export const executeRegionPatterns = [singleBlock];
