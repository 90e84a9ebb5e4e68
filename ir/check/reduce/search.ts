// Which edits to try next: delta debugging of one step after another, until none of them succeeds any more.
import type { Operation } from "../../core/operation.ts";
import type { Edit, Step } from "./step.ts";

/**
 * A place in the search. In the first round, a step's edits are tried all together, then in halves, and so on down to single ones;
 * later, one by one, twice as many after each success. Each answer moves it on; the search ends after every step in a row has failed.
 */
export class Search {
  readonly #steps: readonly Step[];
  #step = 0;
  #round = 0;
  /** How many steps in a row have had no success. */
  #quiet = 0;
  #succeeded = false;
  #edits: readonly Edit[] | undefined;
  #width = 1;
  /** The next group ends before this edit: later ops use the values of earlier ones, so they go first. */
  #end = 0;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  /** The same place, to be moved on by itself. */
  copy(): Search {
    const copy = new Search(this.#steps);
    copy.#step = this.#step;
    copy.#round = this.#round;
    copy.#quiet = this.#quiet;
    copy.#succeeded = this.#succeeded;
    copy.#edits = this.#edits;
    copy.#width = this.#width;
    copy.#end = this.#end;
    return copy;
  }

  get step(): Step | undefined {
    return this.#steps[this.#step];
  }

  /** The edits to try on the module as it is; undefined at the end. */
  next(module: Operation): readonly Edit[] | undefined {
    while (this.#quiet < this.#steps.length) {
      const step = this.#steps[this.#step];
      if (step === undefined) return undefined;
      if (this.#edits === undefined) {
        this.#edits = step.edits(module);
        this.#width = this.#round === 0 && step.alone !== true ? this.#edits.length : 1;
        this.#end = this.#edits.length;
      }
      if (this.#end > 0) return this.#edits.slice(this.#start, this.#end);
      this.#finishWidth(step);
    }
    return undefined;
  }

  get #start(): number {
    return Math.max(0, this.#end - this.#width);
  }

  /** The edits given last were undone. */
  failed(): void {
    this.#end = this.#start;
    if (this.#round > 0) this.#width = 1;
  }

  /** The edits given last were kept. */
  succeeded(): void {
    const start = this.#start;
    this.#edits = this.#edits?.filter((_, at) => at < start || at >= this.#end);
    this.#end = start;
    this.#succeeded = true;
    if (this.#round > 0 && this.step?.alone !== true) this.#width *= 2;
  }

  /** All groups of this width have been tried. */
  #finishWidth(step: Step): void {
    if (this.#round === 0 && step.alone !== true && this.#width > 1) {
      this.#width = Math.ceil(this.#width / 2);
      this.#end = this.#edits?.length ?? 0;
      return;
    }
    this.#quiet = this.#succeeded ? 0 : this.#quiet + 1;
    this.#succeeded = false;
    this.#edits = undefined;
    this.#step = (this.#step + 1) % this.#steps.length;
    if (this.#step === 0) this.#round++;
  }
}
