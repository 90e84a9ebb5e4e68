// Instrumentation: what is told before and after every pass; printing of the IR, timing and history hang on it.
import type { Operation } from "../core/operation.ts";
import type { OpPipeline, PassInstance } from "./build-pipeline.ts";

export interface PassInstrumentation {
  /** Asks for `changed` to be found out, which takes a walk over the IR before and after each pass. */
  readonly needsChanged?: boolean;
  beforePipeline?(pipeline: OpPipeline, op: Operation): void;
  afterPipeline?(pipeline: OpPipeline, op: Operation): void;
  beforePass?(pass: PassInstance, op: Operation): void;
  /** `changed` is true where no instrumentation asked for it. */
  afterPass?(pass: PassInstance, op: Operation, changed: boolean): void;
  /** The pass failed, threw, or left IR that does not verify. */
  afterFailure?(pass: PassInstance, op: Operation): void;
}

/** Time per pass, in the order of first runs. */
export interface PassTime {
  readonly name: string;
  readonly runs: number;
  readonly milliseconds: number;
}

/** Measures passes; nested pipelines are not counted twice, because only passes are measured. */
export function passTiming(
  now: () => number = () => performance.now(),
): PassInstrumentation & { readonly times: () => PassTime[] } {
  const times = new Map<string, PassTime>();
  let start = 0;
  const stop = ({ definition: { name } }: PassInstance): void => {
    const { runs, milliseconds } = times.get(name) ?? { runs: 0, milliseconds: 0 };
    times.set(name, { name, runs: runs + 1, milliseconds: milliseconds + now() - start });
  };
  return {
    beforePass: () => (start = now()),
    afterPass: stop,
    afterFailure: stop,
    times: () => [...times.values()],
  };
}
