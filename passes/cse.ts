// cse: an op that computes what an op that dominates it computed already is replaced by that one; dead ops go.
import { dominatorTree } from "../ir/analysis/dominator-tree.ts";
import { isGraphRegion } from "../ir/analysis/dominance.ts";
import { effectsOf, isDead, isTerminator } from "../ir/analysis/effects.ts";
import type { Block, Region } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";
import { OperationKeys } from "./operation-key.ts";

/** The ops that are known where a block is: its own, and those of the blocks that dominate it. */
class Scope {
  readonly #known = new Map<string, Operation>();
  readonly #outer: Scope | undefined;

  constructor(outer: Scope | undefined) {
    this.#outer = outer;
  }

  lookup(key: string): Operation | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.#outer) {
      const found = scope.#known.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  add(key: string, op: Operation): void {
    this.#known.set(key, op);
  }
}

/** Eliminates common sub-expressions inside `root`. Returns how many ops went. */
export function eliminateCommonSubexpressions(root: Operation, rewriter: Rewriter): number {
  return new CommonSubexpressions(rewriter).run(root);
}

class CommonSubexpressions {
  readonly #rewriter: Rewriter;
  readonly #keys = new OperationKeys();
  readonly #dead: Operation[] = [];
  #count = 0;

  constructor(rewriter: Rewriter) {
    this.#rewriter = rewriter;
  }

  run(root: Operation): number {
    for (const region of root.regions) this.#region(region, new Scope(undefined));
    for (const op of this.#dead.reverse()) if (!op.hasResultUses) this.#rewriter.eraseOp(op);
    return this.#count;
  }

  #region(region: Region, outer: Scope): void {
    // Where the order of ops does not matter, an earlier op need not come first.
    const ordered = !isGraphRegion(region);
    const scopes = new Map<Block, Scope>();
    const { order, parent } = dominatorTree(region);
    for (const block of order) {
      const dominator = parent.get(block);
      const scope = new Scope((dominator && scopes.get(dominator)) ?? outer);
      scopes.set(block, scope);
      for (const op of block.ops()) {
        for (const inner of op.regions)
          this.#region(inner, op.hasTrait("IsolatedFromAbove") ? new Scope(undefined) : scope);
        this.#operation(op, scope, ordered);
      }
    }
  }

  #operation(op: Operation, scope: Scope, ordered: boolean): void {
    if (isTerminator(op)) return;
    if (isDead(op)) {
      this.#dead.push(op);
      return;
    }
    if (!ordered || op.resultCount === 0) return;
    const effects = effectsOf(op);
    if (effects === undefined || effects.some(({ effect }) => effect !== "read")) return;
    const key = this.#keys.of(op);
    if (key === undefined) return;
    const present = scope.lookup(key);
    const same = present !== undefined && (effects.length === 0 || nothingWritesBetween(present, op));
    if (!same) {
      scope.add(key, op);
      return;
    }
    this.#rewriter.listener?.replaced?.(op, present.results);
    op.results.forEach((result, index) => this.#rewriter.replaceAllUsesWith(result, present.result(index)));
    this.#dead.push(op);
    this.#count++;
  }
}

/** Whether all ops between two of one block only read, or do nothing. */
function nothingWritesBetween(first: Operation, last: Operation): boolean {
  if (first.parentBlock !== last.parentBlock) return false;
  for (let op = first.next; op !== null && op !== last; op = op.next) {
    const effects = effectsOf(op);
    if (effects === undefined || effects.some(({ effect }) => effect === "write" || effect === "free")) return false;
  }
  return true;
}

export const csePass = definePass({
  name: "cse",
  summary: "Eliminate common sub-expressions",
  run: (op, { context, listener }) => {
    eliminateCommonSubexpressions(op, new Rewriter(context, listener));
  },
});
