// Timing: how long each pass took, as a tree of pipelines and passes.
import type { PassInstrumentation } from "./instrumentation.ts";
import type { Schedule } from "./schedule.ts";

/** Time per pass, in the order of first runs. */
export interface PassTime {
  readonly name: string;
  readonly runs: number;
  readonly milliseconds: number;
}

/** A timer with those that ran inside it. */
export class Timer {
  readonly name: string;
  /** Left out of trees: its inner timers stand in its place. */
  readonly hidden: boolean;
  readonly inner = new Map<unknown, Timer>();
  milliseconds = 0;
  runs = 0;

  constructor(name: string, hidden = false) {
    this.name = name;
    this.hidden = hidden;
  }

  add(milliseconds: number): void {
    this.milliseconds += milliseconds;
    this.runs++;
  }

  /** The inner timer for `key`, made the first time. */
  nest(key: unknown, name: string, hidden = false): Timer {
    let timer = this.inner.get(key);
    if (timer === undefined) this.inner.set(key, (timer = new Timer(name, hidden)));
    return timer;
  }
}

export interface PassTiming extends PassInstrumentation {
  readonly root: Timer;
  /** Runs a phase that is no pass, and measures it. */
  readonly phase: <T>(name: string, run: () => T) => T;
  /** The passes alone, by name. */
  readonly times: () => PassTime[];
}

/** Measures pipelines and passes. A pass that stands in a pipeline twice is measured twice. */
export function passTiming(now: () => number = () => performance.now()): PassTiming {
  const root = new Timer("root");
  const running: { readonly timer: Timer; readonly start: number }[] = [];
  const passes = new Map<string, { runs: number; milliseconds: number }>();
  const begin = (key: unknown, name: string, hidden = false): void => {
    running.push({ timer: (running.at(-1)?.timer ?? root).nest(key, name, hidden), start: now() });
  };
  const end = (): number => {
    const ended = running.pop();
    if (ended === undefined) return 0;
    const milliseconds = now() - ended.start;
    ended.timer.add(milliseconds);
    return milliseconds;
  };
  const endPass: NonNullable<PassInstrumentation["afterFailure"]> = ({ definition: { name } }) => {
    const sum = passes.get(name) ?? { runs: 0, milliseconds: 0 };
    passes.set(name, { runs: sum.runs + 1, milliseconds: sum.milliseconds + end() });
  };
  return {
    root,
    phase: (name, run) => {
      begin(name, name);
      try {
        return run();
      } finally {
        end();
      }
    },
    // The outermost pipeline is no timer of its own.
    beforePipeline: ({ anchor }) => {
      if (running.length > 0) begin(anchor, `'${anchor}' Pipeline`);
    },
    afterPipeline: () => {
      if (running.length > 0) end();
    },
    beforeAdaptor: (adaptor) => {
      begin(adaptor, collectionName(adaptor.pipelines), adaptor.pipelines.length === 1);
    },
    afterAdaptor: () => void end(),
    beforePass: (pass) => {
      begin(pass, pass.definition.className);
    },
    afterPass: endPass,
    afterFailure: endPass,
    times: () => [...passes].map(([name, sum]) => ({ name, ...sum })),
  };
}

/** `Pipeline Collection : ['builtin.module', 'func.func']`. */
export function collectionName(pipelines: readonly Schedule[]): string {
  return `Pipeline Collection : [${pipelines.map(({ anchor }) => `'${anchor}'`).join(", ")}]`;
}
