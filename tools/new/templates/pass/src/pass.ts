// The pass: its name on the command line, its options, and what it does to an op and all that is inside.
import { applyPatternsGreedily, definePass } from "terrace";
import { doubling } from "./rules.js";

export const toyPass = definePass({
  name: "toy",
  summary: "Adds where doubling multiplies.",
  options: {
    "max-rewrites": { type: "int", default: -1, description: "how many rules may apply, -1 for any number" },
  },
  run: (root, { listener, options }) => {
    applyPatternsGreedily(root, [doubling], { listener, maxRewrites: options["max-rewrites"] });
  },
});
