// Shrinking: the smallest module that a predicate still holds of, as far as single steps lead.
import type { Operation } from "../../core/operation.ts";
import { Search } from "./search.ts";
import type { Step } from "./step.ts";
import { allSteps } from "./steps.ts";
import { Workbench } from "./workbench.ts";

/** What is said after each success. */
export interface ReduceProgress {
  readonly step: string;
  /** The module as it is now; it must not be changed. */
  readonly module: Operation;
  readonly tries: number;
}

export interface ReduceLimits {
  /** Shrinking stops after this many milliseconds, with the best so far. */
  readonly timeMs?: number;
  readonly onStep?: (progress: ReduceProgress) => void;
  /** Default: all steps there are. */
  readonly steps?: readonly Step[];
}

export interface ReduceOptions extends ReduceLimits {
  /** Whether the module still has what is looked for. It must leave the module as it is: clone it to run passes on it. */
  readonly isInteresting: (module: Operation) => boolean;
}

/**
 * The smallest module found that verifies and is interesting, given one that is. No single edit of any step makes it smaller, unless
 * time ran out. The module that is given stays as it is.
 */
export function reduceModule(module: Operation, options: ReduceOptions): Operation {
  const { isInteresting, timeMs = Infinity, onStep, steps = allSteps } = options;
  const bench = new Workbench(module);
  const search = new Search(steps);
  const end = Date.now() + timeMs;
  let tries = 0;
  for (let edits = search.next(bench.module); edits !== undefined; edits = search.next(bench.module)) {
    if (Date.now() >= end) break;
    if (!bench.attempt(edits)) {
      search.failed();
      continue;
    }
    tries++;
    if (!isInteresting(bench.module)) {
      bench.undo();
      search.failed();
      continue;
    }
    bench.keep();
    onStep?.({ step: search.step?.name ?? "", module: bench.module, tries });
    search.succeeded();
  }
  return bench.module;
}
