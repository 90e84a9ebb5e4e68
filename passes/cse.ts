// cse: an op that computes what an op that dominates it computed already is replaced by that one; dead ops go.
import { dominatorTree } from "../ir/analysis/dominator-tree.ts";
import { isGraphRegion } from "../ir/analysis/dominance.ts";
import { effectsOf, isDead, isTerminator } from "../ir/analysis/effects.ts";
import type { Block, Region } from "../ir/core/block.ts";
import type { Operation } from "../ir/core/operation.ts";
import type { MemoryEffect } from "../ir/define/op-interfaces.ts";
import { definePass } from "../ir/pass/define-pass.ts";
import { Rewriter } from "../ir/rewrite/rewriter.ts";
import { locationInText } from "../ir/syntax/print-attributes.ts";
import { areEqualOperations, OperationHasher } from "./equal-operations.ts";
import { OperationKeys } from "./operation-key.ts";

type Equality = (known: Operation, op: Operation) => boolean;

/** The ops that are known where a block is: its own, and those of the blocks that dominate it. */
class Scope {
  /** By hash; those of one hash in a row. Made for the first: many blocks have none. */
  #known: Map<number, Operation | Operation[]> | undefined;
  readonly #outer: Scope | undefined;

  constructor(outer: Scope | undefined) {
    this.#outer = outer;
  }

  /** The op that came last among those that `areEqual` takes for equal, in the nearest scope that has one. */
  lookup(hash: number, op: Operation, areEqual: Equality): Operation | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.#outer) {
      const found = scope.#known?.get(hash);
      if (found === undefined) continue;
      const equal = isList(found) ? lastEqual(found, op, areEqual) : areEqual(found, op) ? found : undefined;
      if (equal !== undefined) return equal;
    }
    return undefined;
  }

  add(hash: number, op: Operation): void {
    this.#known ??= new Map<number, Operation | Operation[]>();
    const found = this.#known.get(hash);
    if (found === undefined) this.#known.set(hash, op);
    else if (isList(found)) found.push(op);
    else this.#known.set(hash, [found, op]);
  }
}

function isList(found: Operation | Operation[]): found is Operation[] {
  return Array.isArray(found);
}

function lastEqual(ops: readonly Operation[], op: Operation, areEqual: Equality): Operation | undefined {
  return ops.findLast((known) => areEqual(known, op));
}

/** How many ops went: those that were replaced by an equal one, and those that were dead. */
export interface Eliminated {
  readonly replaced: number;
  readonly dead: number;
}

/** Eliminates common sub-expressions inside `root`. */
export function eliminateCommonSubexpressions(root: Operation, rewriter: Rewriter): Eliminated {
  return new CommonSubexpressions(rewriter).run(root);
}

class CommonSubexpressions {
  readonly #rewriter: Rewriter;
  readonly #keys = new OperationKeys();
  readonly #hasher = new OperationHasher();
  readonly #dead: Operation[] = [];
  #replaced = 0;

  constructor(rewriter: Rewriter) {
    this.#rewriter = rewriter;
  }

  run(root: Operation): Eliminated {
    for (const region of root.regions) this.#region(region, new Scope(undefined));
    for (const op of this.#dead.reverse()) if (!op.hasResultUses) this.#rewriter.eraseOp(op);
    return { replaced: this.#replaced, dead: this.#dead.length - this.#replaced };
  }

  #region(region: Region, outer: Scope): void {
    // Where the order of ops does not matter, an earlier op need not come first.
    const ordered = !isGraphRegion(region);
    if (region.blocks.length === 1) {
      this.#block(region.entry, new Scope(outer), ordered);
      return;
    }
    const scopes = new Map<Block, Scope>();
    const { order, parent } = dominatorTree(region);
    for (const block of order) {
      const dominator = parent.get(block);
      const scope = new Scope((dominator && scopes.get(dominator)) ?? outer);
      scopes.set(block, scope);
      this.#block(block, scope, ordered);
    }
  }

  #block(block: Block, scope: Scope, ordered: boolean): void {
    block.numberOps();
    for (let op = block.firstOp; op !== null; op = op.next) {
      const { regions } = op;
      if (regions.length > 0) {
        const around = op.hasTrait("IsolatedFromAbove") ? new Scope(undefined) : scope;
        for (const inner of regions) this.#region(inner, around);
      }
      this.#operation(op, scope, ordered);
    }
  }

  #operation(op: Operation, scope: Scope, ordered: boolean): void {
    if (isTerminator(op)) return;
    if (isDead(op)) {
      this.#dead.push(op);
      return;
    }
    if (!ordered || op.resultCount === 0) return;
    const hash = this.#hasher.of(op);
    const present = scope.lookup(hash, op, this.#areEqual);
    if (present === undefined) {
      scope.add(hash, op);
      return;
    }
    // Most ops have no equal: what an op does is asked last.
    const effects = effectsOf(op);
    if (effects === undefined || !onlyRead(effects)) return;
    if (effects.length > 0 && !nothingWritesBetween(present, op)) scope.add(hash, op);
    else this.#replace(op, present);
  }

  /** Regions are compared by a text, which is only made where all else is equal. */
  readonly #areEqual = (a: Operation, b: Operation): boolean => {
    if (!areEqualOperations(a, b)) return false;
    if (a.regions.length === 0) return true;
    const key = this.#keys.of(a);
    return key !== undefined && key === this.#keys.of(b);
  };

  #replace(op: Operation, present: Operation): void {
    op.context.remarks?.({
      kind: "passed",
      category: "cse",
      name: "replace",
      op,
      args: { Operation: op.name, Equal: locationInText(present.location) },
    });
    this.#rewriter.listener?.replaced?.(op, present.results);
    op.results.forEach((result, index) => this.#rewriter.replaceAllUsesWith(result, present.result(index)));
    this.#dead.push(op);
    this.#replaced++;
  }
}

function onlyRead(effects: readonly MemoryEffect[]): boolean {
  return effects.every(({ effect }) => effect === "read");
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
  className: "CSE",
  summary: "Eliminate common sub-expressions",
  statistics: { "num-cse'd": "Number of operations CSE'd", "num-dce'd": "Number of operations DCE'd" },
  run: (op, { context, listener, count }) => {
    const { replaced, dead } = eliminateCommonSubexpressions(op, new Rewriter(context, listener));
    count("num-cse'd", replaced);
    count("num-dce'd", dead);
  },
});
