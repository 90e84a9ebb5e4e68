// Listener: what is told of every change that a Rewriter makes, and of every pattern that declined. `--explain` is a Listener.
import type { Block } from "../core/block.ts";
import type { Operation } from "../core/operation.ts";
import type { Value } from "../core/value.ts";

/** What has a name in reports: a pattern, a conversion pattern, `fold`. */
export interface Named {
  readonly name: string;
  /** Who attached it, where it comes neither from the dialect of the op nor from the pass that runs it. */
  readonly owner?: string;
}

/** All members are optional; ops that are about to go are still whole when their notification comes. */
export interface Listener {
  /** A new op is in its block. Ops inside it are not told of separately when they came with it. */
  inserted?(op: Operation): void;
  /** The op is in another place than before, with all inside it. */
  moved?(op: Operation): void;
  /** Operands, attributes, successors or block arguments of the op changed. */
  modified?(op: Operation): void;
  /** All uses of the op's results are about to become uses of `values`; `erased` follows. */
  replaced?(op: Operation, values: readonly Value[]): void;
  /** The op is about to be erased; its operands are still there. Ops inside it come first. */
  erased?(op: Operation): void;
  blockErased?(block: Block): void;
  /** A pattern is about to run on an op. Until `patternEnd`, changes are the pattern's. */
  patternBegin?(pattern: Named, op: Operation): void;
  patternEnd?(pattern: Named, applied: boolean): void;
  /** A pattern declined an op, and why. */
  matchRefused?(pattern: Named, op: Operation, reason: string): void;
}

/** A listener that tells several others in order; absent ones are left out. */
export function combineListeners(...listeners: readonly (Listener | undefined)[]): Listener | undefined {
  const present = listeners.filter((listener) => listener !== undefined);
  if (present.length <= 1) return present[0];
  return {
    inserted: (op) => present.forEach((listener) => listener.inserted?.(op)),
    moved: (op) => present.forEach((listener) => listener.moved?.(op)),
    modified: (op) => present.forEach((listener) => listener.modified?.(op)),
    replaced: (op, values) => present.forEach((listener) => listener.replaced?.(op, values)),
    erased: (op) => present.forEach((listener) => listener.erased?.(op)),
    blockErased: (block) => present.forEach((listener) => listener.blockErased?.(block)),
    patternBegin: (pattern, op) => present.forEach((listener) => listener.patternBegin?.(pattern, op)),
    patternEnd: (pattern, applied) => present.forEach((listener) => listener.patternEnd?.(pattern, applied)),
    matchRefused: (pattern, op, reason) => present.forEach((listener) => listener.matchRefused?.(pattern, op, reason)),
  };
}
