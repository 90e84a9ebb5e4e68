// canonicalize: folds, removes dead ops, and applies every registered canonicalisation pattern until nothing changes.
import type { Context } from "../ir/core/context.ts";
import { errorAt } from "../ir/core/diagnostic.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { applyPatternsGreedily } from "../ir/rewrite/greedy.ts";
import type { Pattern } from "../ir/rewrite/pattern.ts";

/** The canonicalisation patterns of all dialects that the context has loaded, and those attached to their ops. */
export function canonicalizationPatterns(context: Context): Pattern[] {
  const patterns: Pattern[] = [];
  for (const { canonicalizationPatterns: own } of context.loadedDialects())
    if (own !== undefined) patterns.push(...own);
  return [...patterns, ...context.attachments.patterns];
}

export const canonicalizePass = definePass({
  name: "canonicalize",
  className: "Canonicalizer",
  summary: "Canonicalize operations",
  description:
    "Applies folding and the canonicalisation patterns of all registered dialects greedily. The results are what other passes " +
    "may expect to see, so that they need not look for every way in which a thing can be written.",
  options: {
    "top-down": { type: "bool", default: true, description: "Seed the worklist in general top-down order" },
    "region-simplify": {
      type: "enum",
      values: ["disabled", "normal", "aggressive"],
      default: "normal",
      description: "Perform control flow optimizations to the region tree",
    },
    "max-iterations": {
      type: "int",
      default: 10,
      minimum: -1,
      description: "Max. iterations between applying patterns / simplifying regions",
    },
    "max-num-rewrites": {
      type: "int",
      default: -1,
      minimum: -1,
      description: "Max. number of pattern rewrites within an iteration",
    },
    "test-convergence": {
      type: "bool",
      default: false,
      description: "Test only: Fail pass on non-convergence to detect cyclic pattern",
    },
    "disable-patterns": {
      type: "string-list",
      default: [],
      description: "Labels of patterns that should be filtered out during application",
    },
    "enable-patterns": {
      type: "string-list",
      default: [],
      description: "Labels of patterns that should be used during application, all other patterns are filtered out",
    },
  },
  run: (op, { options, context, listener, fail }) => {
    const disabled = new Set(options["disable-patterns"]);
    const enabled = new Set(options["enable-patterns"]);
    const patterns = canonicalizationPatterns(context).filter(
      ({ name }) => !disabled.has(name) && (enabled.size === 0 || enabled.has(name)),
    );
    const { converged, diagnostic, emptyRewrites } = applyPatternsGreedily(op, patterns, {
      topDown: options["top-down"],
      regionSimplify: options["region-simplify"],
      maxIterations: options["max-iterations"],
      maxRewrites: options["max-num-rewrites"],
      listener,
    });
    for (const { warning } of emptyRewrites) context.emit(warning);
    if (diagnostic !== undefined) fail(diagnostic);
    else if (!converged && options["test-convergence"]) {
      fail(
        errorAt(
          op.location,
          `canonicalization of '${op.name}' did not converge in ${options["max-iterations"]} iterations`,
        ),
      );
    }
  },
});
