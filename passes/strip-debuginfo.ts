// strip-debuginfo: every location becomes unknown.
import { unknownLocation } from "../ir/core/location.ts";
import { walk } from "../ir/core/walk.ts";
import { definePass } from "../ir/pass/define-pass.ts";

export const stripDebuginfoPass = definePass({
  name: "strip-debuginfo",
  className: "StripDebugInfo",
  summary: "Strip debug info from all operations",
  run: (root) => {
    for (const op of walk(root)) {
      op.location = unknownLocation;
      for (const region of op.regions) {
        for (const block of region.blocks) for (const argument of block.arguments) argument.argumentLocation = null;
      }
    }
  },
});
