// The greedy driver: folds, removes dead ops and applies patterns by benefit until nothing changes. Order and limits are MLIR's.
import type { Region } from "../core/block.ts";
import { commonRegion } from "../core/common-region.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";
import { traverse, walkPostOrder, walkPreOrder } from "../core/walk.ts";
import { isDead } from "../analysis/effects.ts";
import { ConstantUniquer } from "./constant-uniquer.ts";
import { tryFold } from "./fold.ts";
import { combineListeners, type Listener, type Named } from "./listener.ts";
import type { Pattern } from "./pattern.ts";
import { applyPatterns, PatternSet } from "./pattern-set.ts";
import { eraseUnreachable, simplifyRegions, type RegionSimplification } from "./region-simplify.ts";
import { Rewriter } from "./rewriter.ts";
import { TerminationWatch } from "./termination.ts";
import { Worklist } from "./worklist.ts";

export interface GreedyOptions {
  /** Visit ops before what they hold, the first ones first; otherwise after. Default true. */
  readonly topDown?: boolean;
  /** How often all ops are put on the worklist; default 10, -1 without limit. */
  readonly maxIterations?: number;
  /** Stop, without an error, after so many rewrites; -1, the default, without limit. */
  readonly maxRewrites?: number;
  readonly regionSimplify?: RegionSimplification;
  /** Fold ops, by folder and by meaning. Default true. */
  readonly fold?: boolean;
  /** Make equal constants one op at the start of the region. Default true. */
  readonly uniqueConstants?: boolean;
  readonly listener?: Listener | undefined;
  /** Rewrites after which cycles are looked for, which costs something; default 4 for each op and 1,000. */
  readonly patience?: number | undefined;
}

/** A rule that said that it applied, and told of no change: it counts as refused. */
export interface EmptyRewrite {
  readonly pattern: Pattern;
  /** At the first op where it was so. */
  readonly warning: Diagnostic;
}

export interface GreedyResult {
  readonly changed: boolean;
  /** Nothing was left to do when the driver stopped. */
  readonly converged: boolean;
  /** The rewriting did not end: which rules go round, and where. */
  readonly diagnostic?: Diagnostic;
  /** One a rule. */
  readonly emptyRewrites: readonly EmptyRewrite[];
}

/** Applies the patterns to everything inside `root`, not to `root` itself. */
export function applyPatternsGreedily(
  root: Operation,
  patterns: PatternSet | Iterable<Pattern>,
  options: GreedyOptions = {},
): GreedyResult {
  const set = patterns instanceof PatternSet ? patterns : new PatternSet(patterns);
  let changed = false;
  let converged = true;
  const empty = new Map<Pattern, EmptyRewrite>();
  for (const region of root.regions) {
    if (region.isEmpty) continue;
    const result = new GreedyDriver(root, region, set, options, empty).run();
    changed ||= result.changed;
    converged &&= result.converged;
    if (result.diagnostic !== undefined)
      return { changed, converged: false, diagnostic: result.diagnostic, emptyRewrites: [...empty.values()] };
  }
  return { changed, converged, emptyRewrites: [...empty.values()] };
}

/** Applies the patterns to these ops, and to what that makes or changes, in the smallest region that holds them (applyOpPatternsGreedily). */
export function applyPatternsToOps(
  ops: readonly Operation[],
  patterns: PatternSet,
  options: Pick<GreedyOptions, "listener"> = {},
): Omit<GreedyResult, "emptyRewrites"> {
  const region = commonRegion(ops);
  const root = region?.parentOp ?? null;
  if (region === undefined || root === null) return { changed: false, converged: true };
  return new GreedyDriver(root, region, patterns, options, new Map<Pattern, EmptyRewrite>()).runOn(ops);
}

class GreedyDriver {
  readonly #root: Operation;
  readonly #region: Region;
  readonly #patterns: PatternSet;
  readonly #options: GreedyOptions;
  readonly #worklist = new Worklist();
  readonly #rewriter: Rewriter;
  readonly #watch: TerminationWatch;
  /** Changes that the rewriter told of. */
  #changes = 0;
  #changesBefore = 0;
  /** All ops, the root first, until something may have changed: the first round need not walk again. */
  #untouched: readonly Operation[] | undefined;
  /** All that were seen: only those with several blocks have something to simplify. */
  readonly #regions: Region[] = [];
  #diagnostic: Diagnostic | undefined;
  readonly #emptyRewrites: Map<Pattern, EmptyRewrite>;

  constructor(
    root: Operation,
    region: Region,
    patterns: PatternSet,
    options: GreedyOptions,
    emptyRewrites: Map<Pattern, EmptyRewrite>,
  ) {
    this.#root = root;
    this.#region = region;
    this.#patterns = patterns;
    this.#options = options;
    this.#emptyRewrites = emptyRewrites;
    const order: Operation[] = [];
    traverse(root, (op) => {
      order.push(op);
      for (let i = 0; i < op.regions.length; i++) this.#regions.push(op.regions[i]!);
    });
    this.#watch = new TerminationWatch(root, order.length, () => this.#eraseDead(), options.patience);
    this.#untouched = order;
    const revisit: Listener = {
      inserted: (op) => {
        this.#changes++;
        this.#pushTree(op, true);
      },
      moved: (op) => {
        this.#changes++;
        this.#pushTree(op, false);
      },
      modified: (op) => {
        this.#changes++;
        this.#push(op);
      },
      erased: (op) => {
        this.#changes++;
        this.#forget(op);
      },
      blockErased: () => {
        this.#changes++;
      },
    };
    this.#rewriter = new Rewriter(root.context, combineListeners(revisit, options.listener));
  }

  run(): Omit<GreedyResult, "emptyRewrites"> {
    const { maxIterations = 10, regionSimplify = "normal" } = this.#options;
    let changed = false;
    for (let iteration = 1; ; iteration++) {
      if (maxIterations >= 0 && iteration > maxIterations) return { changed, converged: false };
      if (this.#hasBranches) {
        this.#untouched = undefined;
        changed = eraseUnreachable(this.#region, this.#rewriter) || changed;
      }
      changed = this.#populate() || changed;
      if (this.#root.context.actions?.("GreedyPatternRewriteIteration") === false) return { changed, converged: true };
      let again = this.#drain();
      if (this.#diagnostic !== undefined) return { changed: true, converged: false, diagnostic: this.#diagnostic };
      if (regionSimplify !== "disabled" && this.#hasBranches) {
        const simplified = simplifyRegions(this.#region, this.#rewriter, regionSimplify);
        again ||= simplified.again;
        changed ||= simplified.changed;
      }
      changed ||= again;
      // Constants that were merged were so before any op was looked at: a round that changes nothing after that would be repeated.
      if (!again) return { changed, converged: true };
      if (this.#exhausted) return { changed, converged: false };
      const diagnostic = this.#watch.iterated(iteration);
      if (diagnostic !== undefined) return { changed, converged: false, diagnostic };
    }
  }

  /** One round, which begins with these ops alone. */
  runOn(ops: readonly Operation[]): Omit<GreedyResult, "emptyRewrites"> {
    for (const op of ops) this.#worklist.push(op);
    const changed = this.#drain();
    const diagnostic = this.#diagnostic;
    return diagnostic === undefined ? { changed, converged: true } : { changed, converged: false, diagnostic };
  }

  get #hasBranches(): boolean {
    return this.#regions.some(({ blocks }) => blocks.length > 1);
  }

  get #exhausted(): boolean {
    const { maxRewrites = -1 } = this.#options;
    return maxRewrites >= 0 && this.#watch.rewrites >= maxRewrites;
  }

  /** Puts every op on the worklist. Returns whether a constant was merged into another. */
  #populate(): boolean {
    const { topDown = true, uniqueConstants = true } = this.#options;
    this.#worklist.clear();
    const constants = new ConstantUniquer(this.#rewriter);
    const several = this.#root.regions.length > 1;
    let merged = false;
    const order = topDown ? (this.#untouched ?? walkPreOrder(this.#root)) : walkPostOrder(this.#root);
    this.#untouched = undefined;
    for (const op of order) {
      if (op === this.#root || (several && !this.#isInside(op))) continue;
      if (uniqueConstants && constants.take(op)) merged = true;
      else this.#worklist.push(op);
    }
    if (topDown) this.#worklist.reverse();
    return merged;
  }

  #drain(): boolean {
    let changed = false;
    while (!this.#exhausted) {
      const op = this.#worklist.pop();
      if (op === undefined) break;
      if (isDead(op)) {
        this.#rewriter.eraseOp(op);
        changed = true;
        continue;
      }
      if (!this.#rewrite(op)) continue;
      changed = true;
      if (this.#diagnostic !== undefined) break;
    }
    return changed;
  }

  #eraseDead(): void {
    for (const op of walkPostOrder(this.#root)) if (op !== this.#root && isDead(op)) this.#rewriter.eraseOp(op);
  }

  #rewrite(op: Operation): boolean {
    if (this.#options.fold !== false) {
      const folder = tryFold(op, this.#rewriter, this.#options.listener);
      if (folder !== undefined) return this.#fired(folder, op);
    }
    this.#changesBefore = this.#changes;
    const applied = applyPatterns(op, this.#patterns, this.#rewriter, this.#options.listener, this.#hasChanged);
    return applied !== undefined && this.#fired(applied, op);
  }

  #fired(rule: Named, op: Operation): true {
    this.#diagnostic = this.#watch.applied(rule, op);
    return true;
  }

  readonly #hasChanged = (pattern: Pattern, { name, location }: Operation): boolean => {
    if (this.#changes !== this.#changesBefore) return true;
    const message = `"${pattern.name}" says that it applied to '${name}', and told the rewriter of no change: it counts as refused`;
    if (!this.#emptyRewrites.has(pattern))
      this.#emptyRewrites.set(pattern, { pattern, warning: { severity: "warning", location, message } });
    return false;
  };

  #isInside(op: Operation): boolean {
    for (let region = op.parentRegion; region !== null; region = region.parentOp?.parentRegion ?? null) {
      if (region === this.#region) return true;
    }
    return false;
  }

  /** Adds the op and those around it, up to the region that is being rewritten. Detached ops are not added. */
  #push(op: Operation): void {
    if (!this.#isInside(op)) return;
    for (let at: Operation | null = op; at !== null && at !== this.#root; at = at.parentOp) this.#worklist.push(at);
  }

  #pushTree(op: Operation, isNew: boolean): void {
    this.#push(op);
    if (isNew) this.#watch.inserted();
    if (op.regions.length === 0 || !this.#isInside(op)) return;
    traverse(op, (inner) => {
      if (isNew) this.#watch.inserted();
      this.#worklist.push(inner);
      for (const region of inner.regions) this.#regions.push(region);
    });
  }

  /** An erased op's operands may be dead now, or have one use left, which opens other rewrites. */
  #forget(op: Operation): void {
    this.#worklist.forget(op);
    const count = op.operandCount;
    for (let i = 0; i < count; i++) {
      const value = op.operand(i);
      const definition = value.definingOp;
      // An op with regions is announced from the inside out: what defines the operand may be gone already.
      if (definition === null || this.#worklist.isForgotten(definition)) continue;
      if (!hasTwoOtherUsers(value, op)) this.#push(definition);
    }
  }
}

/** Whether two ops besides `user` use the value. */
function hasTwoOtherUsers(value: Value, user: Operation): boolean {
  let other: Operation | undefined;
  for (let use = value.firstUse; use !== null; use = use.nextUse) {
    if (use.owner === user || use.owner === other) continue;
    if (other !== undefined) return true;
    other = use.owner;
  }
  return false;
}
