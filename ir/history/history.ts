// History: a recording that can be looked at: the module at any step, and what changed between any two.
import { applyPatches, enablePatches, freeze } from "immer";
import type { OpSnapshot } from "./snapshot.ts";
import type { HistoryStart, HistoryStep } from "./steps.ts";

enablePatches();

/** Steps between snapshots that are kept: any step is at most half as many patches away from one that was looked at. */
const KEPT_EVERY = 128;

/** Snapshots that are kept at most, so that memory does not grow with what was looked at. */
const KEPT = 256;

/** The steps of a history, by number from 0: a list, or a file from which one is read when it is asked for. */
export interface Steps {
  readonly length: number;
  at(index: number): HistoryStep | undefined;
}

/** Moments count from 0, which is before the first step; moment n is after step n. */
export class History {
  readonly steps: Steps;
  readonly #kept = new Map<number, OpSnapshot>();
  #last: { readonly moment: number; readonly module: OpSnapshot };

  constructor({ module }: HistoryStart, steps: Steps) {
    this.steps = steps;
    // Otherwise the first step would, which takes time in a large module.
    freeze(module, true);
    this.#kept.set(0, module);
    this.#last = { moment: 0, module };
  }

  get moments(): number {
    return this.steps.length + 1;
  }

  /** The module at a moment; undefined where there is no such moment. A step from one that was looked at last takes the time of the step. */
  at(moment: number): OpSnapshot | undefined {
    if (!Number.isInteger(moment) || moment < 0 || moment > this.steps.length) return undefined;
    let { moment: at, module } = this.#nearest(moment);
    while (at < moment) {
      module = applyPatches(module, [...(this.steps.at(at++)?.patches ?? [])]);
      if (at % KEPT_EVERY === 0) this.#keep(at, module);
    }
    while (at > moment) module = applyPatches(module, [...(this.steps.at(--at)?.inverse ?? [])]);
    this.#last = { moment, module };
    return module;
  }

  #keep(moment: number, module: OpSnapshot): void {
    this.#kept.set(moment, module);
    if (this.#kept.size <= KEPT) return;
    const [, second] = this.#kept.keys();
    if (second !== undefined) this.#kept.delete(second);
  }

  #nearest(moment: number): { readonly moment: number; readonly module: OpSnapshot } {
    let best = this.#last;
    // Of those before, the last one that was passed.
    for (let at = moment - (moment % KEPT_EVERY); at >= 0; at -= KEPT_EVERY) {
      const module = this.#kept.get(at);
      if (module === undefined) continue;
      if (moment - at < Math.abs(moment - best.moment)) best = { moment: at, module };
      break;
    }
    return best;
  }
}
