// PatternSet: patterns indexed by the op that they start from, in order of benefit.
import type { Operation } from "../core/operation.ts";
import type { Listener } from "./listener.ts";
import type { Pattern } from "./pattern.ts";
import type { Rewriter } from "./rewriter.ts";

interface Rooted {
  readonly root: string | undefined;
  readonly benefit?: number;
}

/** Patterns by root. Those of greater benefit come first, then those that were given first. */
export class PatternSet<P extends Rooted = Pattern> {
  readonly all: readonly P[];
  readonly #any: readonly P[];
  readonly #byRoot = new Map<string, P[]>();

  constructor(patterns: Iterable<P>) {
    const benefit = (pattern: P): number => pattern.benefit ?? 1;
    this.all = [...patterns].sort((a, b) => benefit(b) - benefit(a));
    this.#any = this.all.filter(({ root }) => root === undefined);
    for (const { root } of this.all) {
      if (root === undefined || this.#byRoot.has(root)) continue;
      this.#byRoot.set(
        root,
        this.all.filter((pattern) => pattern.root === undefined || pattern.root === root),
      );
    }
  }

  /** The patterns to try on an op of this name, in order. */
  for(name: string): readonly P[] {
    return this.#byRoot.get(name) ?? this.#any;
  }
}

/** Why a pattern counts as refused that said that it applied. */
export const EMPTY_REWRITE = "it says that it applied, and told the rewriter of no change";

/**
 * Tries the patterns on the op in order; returns the one that applied. Refusals go to the listener. Where `hasChanged` is given, it is asked
 * about a pattern that says that it applied; one that has not changed anything counts as refused, and the next ones are tried.
 */
export function applyPatterns(
  op: Operation,
  patterns: PatternSet,
  rewriter: Rewriter,
  listener: Listener | undefined = rewriter.listener,
  hasChanged?: (pattern: Pattern, op: Operation) => boolean,
): Pattern | undefined {
  const { actions } = op.context;
  for (const pattern of patterns.for(op.name)) {
    if (actions?.("apply-pattern") === false) continue;
    rewriter.setBefore(op);
    listener?.patternBegin?.(pattern, op);
    const result = pattern.rewrite(op, rewriter);
    const applied = result === true && hasChanged?.(pattern, op) !== false;
    listener?.patternEnd?.(pattern, applied);
    if (applied) return pattern;
    listener?.matchRefused?.(pattern, op, result === true ? EMPTY_REWRITE : result.reason);
  }
  return undefined;
}
