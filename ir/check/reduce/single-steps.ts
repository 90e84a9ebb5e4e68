// The modules that are one step smaller than a given one: what a shrinker of another framework asks for.
import { cloneOp } from "../../core/clone.ts";
import type { Operation } from "../../core/operation.ts";
import type { Step } from "./step.ts";
import { allSteps } from "./steps.ts";
import { Workbench } from "./workbench.ts";

/** Every module that verifies, is smaller, and differs by a single edit; each a module of its own, made when it is asked for. */
export function* singleSteps(module: Operation, steps: readonly Step[] = allSteps): IterableIterator<Operation> {
  yield* modulesAfter(module, steps, () => 1);
}

/** The same, after all edits of a step together, halves of them, and so on down to single ones: for shrinkers that take the first. */
export function* manySteps(module: Operation, steps: readonly Step[] = allSteps): IterableIterator<Operation> {
  yield* modulesAfter(module, steps, (count, { alone }) => (alone === true ? 1 : count));
}

function* modulesAfter(
  module: Operation,
  steps: readonly Step[],
  firstWidth: (count: number, step: Step) => number,
): IterableIterator<Operation> {
  const bench = new Workbench(module);
  for (const step of steps) {
    const edits = step.edits(bench.module);
    if (edits.length === 0) continue;
    for (let width = firstWidth(edits.length, step); width >= 1; width = width === 1 ? 0 : Math.ceil(width / 2)) {
      for (let end = edits.length; end > 0; end -= width) {
        if (!bench.attempt(edits.slice(Math.max(0, end - width), end))) continue;
        const copy = cloneOp(bench.module);
        bench.undo();
        yield copy;
      }
    }
  }
}
