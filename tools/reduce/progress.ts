// What `terrace reduce` says on the way: a line when the module got smaller, not more often than people read.
import { visibleOps } from "../../ir/check/visible-ops.ts";
import type { ReduceProgress } from "../../ir/check/reduce/reduce.ts";
import type { Operation } from "../../ir/core/operation.ts";

/** Those that the text shows, without the module itself. */
export const countOperations = (module: Operation): number => visibleOps(module).length - 1;

const MILLISECONDS_BETWEEN = 200;

export class ReductionProgress {
  readonly #write: (text: string) => void;
  readonly #start = performance.now();
  #last = -Infinity;
  #operations: number;
  /** How often each step has succeeded. */
  readonly steps = new Map<string, number>();

  constructor(write: (text: string) => void, module: Operation) {
    this.#write = write;
    this.#operations = countOperations(module);
  }

  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  readonly onStep = ({ step, module }: ReduceProgress, tests: number): void => {
    this.steps.set(step, (this.steps.get(step) ?? 0) + 1);
    const operations = countOperations(module);
    const now = performance.now();
    if (operations === this.#operations || now - this.#last < MILLISECONDS_BETWEEN) return;
    this.#write(`${this.#operations} -> ${operations} operations (${step}; ${this.#cost(tests)})\n`);
    this.#operations = operations;
    this.#last = now;
  };

  #cost(tests: number): string {
    return `${tests} tests, ${this.seconds.toFixed(1)} s`;
  }

  summary(before: number, module: Operation, tests: number, end: "smallest" | "time" | "interrupt"): string {
    const how = {
      smallest: "no single step makes it smaller",
      time: "stopped because the time is over; more may be possible",
      interrupt: "interrupted; more may be possible",
    }[end];
    return `${before} -> ${countOperations(module)} operations, ${this.#cost(tests)}: ${how}\n`;
  }
}
