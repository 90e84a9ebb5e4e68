// Shrinking with a predicate that takes its time: several candidates are looked at together, with the result of looking at one by one.
import type { Operation } from "../../core/operation.ts";
import type { ReduceLimits } from "./reduce.ts";
import { Search } from "./search.ts";
import type { Edit } from "./step.ts";
import { allSteps } from "./steps.ts";
import { Workbench } from "./workbench.ts";

export interface ReduceAsyncOptions extends ReduceLimits {
  /**
   * Whether a module is interesting. It has the module only until it first awaits: what it needs, its text, it takes before. When the
   * signal is aborted, the answer is not needed any more.
   */
  readonly isInteresting: (module: Operation, signal: AbortSignal) => Promise<boolean>;
  /** How many are looked at together; default 1. */
  readonly jobs?: number;
  /** Aborted, shrinking stops with the best so far. */
  readonly signal?: AbortSignal;
}

/** A candidate that is being looked at, in the belief that all before it fail. */
interface Trial {
  readonly edits: readonly Edit[];
  /** The place in the search where it was proposed. */
  readonly search: Search;
  readonly answer: Promise<boolean>;
}

/** As `reduceModule`. The result does not depend on the number of jobs. */
export async function reduceModuleAsync(module: Operation, options: ReduceAsyncOptions): Promise<Operation> {
  const { isInteresting, timeMs = Infinity, onStep, steps = allSteps, jobs = 1, signal } = options;
  const bench = new Workbench(module);
  let search = new Search(steps);
  let cancel = new AbortController();
  const trials: Trial[] = [];
  const end = Date.now() + timeMs;
  const isOver = (): boolean => signal?.aborted === true || Date.now() >= end;
  let tries = 0;
  const stopped = new Promise<false>((resolve) => {
    signal?.addEventListener("abort", () => resolve(false), { once: true });
  });

  const propose = (): void => {
    while (trials.length < jobs && !isOver()) {
      const edits = search.next(bench.module);
      if (edits === undefined) return;
      const here = search.copy();
      const valid = bench.attempt(edits);
      search.failed();
      if (!valid) continue;
      const answer = isInteresting(bench.module, cancel.signal);
      // The answer of a trial that is not waited for may be a rejection.
      answer.catch(() => undefined);
      bench.undo();
      trials.push({ edits, search: here, answer });
    }
  };

  try {
    for (propose(); trials.length > 0 && !isOver(); propose()) {
      const trial = trials.shift();
      if (trial === undefined) break;
      tries++;
      if (!(await Promise.race([trial.answer, stopped]))) continue;
      cancel.abort();
      cancel = new AbortController();
      trials.length = 0;
      bench.attempt(trial.edits);
      bench.keep();
      search = trial.search;
      onStep?.({ step: search.step?.name ?? "", module: bench.module, tries });
      search.succeeded();
    }
  } finally {
    cancel.abort();
  }
  return bench.module;
}
