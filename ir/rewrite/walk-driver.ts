// The walk driver: visits every op once, after what it holds, and applies the first pattern that takes it. Nothing is revisited.
import type { Operation } from "../core/operation.ts";
import { walkPostOrder } from "../core/walk.ts";
import { combineListeners, type Listener } from "./listener.ts";
import type { Pattern } from "./pattern.ts";
import { applyPatterns, PatternSet } from "./pattern-set.ts";
import { Rewriter } from "./rewriter.ts";

/** Applies the patterns inside `root` in one walk; ops that patterns make are not visited. Returns how many applied. */
export function applyPatternsOnce(
  root: Operation,
  patterns: PatternSet | Iterable<Pattern>,
  options: { readonly listener?: Listener | undefined } = {},
): number {
  const set = patterns instanceof PatternSet ? patterns : new PatternSet(patterns);
  const erased = new Set<Operation>();
  const rewriter = new Rewriter(root.context, combineListeners({ erased: (op) => erased.add(op) }, options.listener));
  let applied = 0;
  for (const op of walkPostOrder(root)) {
    if (op === root || erased.has(op)) continue;
    if (applyPatterns(op, set, rewriter, options.listener) !== undefined) applied++;
  }
  return applied;
}
