// Analyses that passes share: computed once for an op, kept until a pass changes the op, or what is in it or around it, and does not preserve them.
import type { Operation } from "../core/operation.ts";

/** What can be found out about an op and all inside it. */
export interface Analysis<T> {
  /** For messages. */
  readonly name: string;
  readonly compute: (op: Operation, analyses: AnalysisManager) => T;
  /** Results by manager and op: each analysis keeps its own, so that their types are known. */
  readonly results: WeakMap<AnalysisManager, Map<Operation, T>>;
}

/** Defines an analysis. Its results must not change the IR, and hold until the IR changes. */
export function defineAnalysis<T>(name: string, compute: Analysis<T>["compute"]): Analysis<T> {
  return { name, compute, results: new WeakMap() };
}

/** What a pass did not invalidate: these analyses, or all. */
export type Preserved = ReadonlySet<Analysis<unknown>> | "all";

export class AnalysisManager {
  readonly #known = new Set<Analysis<unknown>>();

  /** The result for an op, kept or computed now. */
  get<T>(analysis: Analysis<T>, op: Operation): T {
    let results = analysis.results.get(this);
    if (results === undefined) {
      analysis.results.set(this, (results = new Map<Operation, T>()));
      this.#known.add(analysis);
    }
    let result = results.get(op);
    if (result === undefined) results.set(op, (result = analysis.compute(op, this)));
    return result;
  }

  /** The result for an op if it is kept. */
  cached<T>(analysis: Analysis<T>, op: Operation): T | undefined {
    return analysis.results.get(this)?.get(op);
  }

  /** A pass ran on `op`: forgets what it did not preserve, of the op, what is in it and what is around it, and of ops that are gone. */
  invalidate(op: Operation, preserved: Preserved): void {
    if (preserved === "all") return;
    for (const analysis of this.#known) {
      if (preserved.has(analysis)) continue;
      const results = analysis.results.get(this);
      for (const of of results?.keys() ?? [])
        if (of.isWithin(op) || op.isWithin(of) || of.parentBlock === null) results?.delete(of);
    }
  }
}
