// Actions: what a compiler does step by step, announced by tag, so that a tool can count the steps and leave some out.

/**
 * Asked before each step that has a tag: whether to take it. The tags are MLIR's: `pass-execution`,
 * `GreedyPatternRewriteIteration`, `apply-pattern`.
 */
export type ActionHandler = (tag: string) => boolean;
