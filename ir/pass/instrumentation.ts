// Instrumentation: what is told before and after every pass; printing of the IR, timing and statistics hang on it.
import type { Operation } from "../core/operation.ts";
import type { PassInstance } from "./build-pipeline.ts";
import type { Adaptor, Schedule } from "./schedule.ts";

export interface PassInstrumentation {
  /** Asks for `changed` to be found out, which takes a walk over the IR before and after each pass. */
  readonly needsChanged?: boolean;
  /** A pipeline, the outermost one too, is about to run on `op`. */
  beforePipeline?(pipeline: Schedule, op: Operation): void;
  /** It has run, to its end or to a failure. */
  afterPipeline?(pipeline: Schedule, op: Operation): void;
  /** The ops inside `op` are about to run pipelines of their own. */
  beforeAdaptor?(adaptor: Adaptor, op: Operation): void;
  afterAdaptor?(adaptor: Adaptor, op: Operation): void;
  beforePass?(pass: PassInstance, op: Operation): void;
  /** `changed` is true where no instrumentation asked for it. */
  afterPass?(pass: PassInstance, op: Operation, changed: boolean): void;
  /** The pass failed, threw, or left IR that does not verify. */
  afterFailure?(pass: PassInstance, op: Operation): void;
  /** The pass added to one of its statistics. */
  counted?(pass: PassInstance, statistic: string, by: number): void;
  /** The pass shows a text that is not IR. */
  printed?(pass: PassInstance, text: string): void;
}
