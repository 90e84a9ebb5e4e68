// The time of each warp of a block on an empty machine: issue in order, one a cycle, when the operands are there; barriers join.
import type { BlockObserver, CountedOp, Instrument } from "../../../../../dialects/simt/index.ts";
import type { Rates } from "./rates.ts";
import type { Workload } from "./workload.ts";

/** What the last memory access of the warp that runs now costs: set by the observer of accesses. */
export interface LastAccess {
  /** Cycles until the data is there. */
  latency: number;
}

interface Timeline {
  /** The cycle in which the next instruction can issue. */
  time: number;
  /** When each register can be read. */
  ready: Float64Array;
}

export class Scoreboard {
  readonly instrument: Instrument;
  readonly blocks: BlockObserver;
  readonly #timelines: Timeline[] = [];
  readonly #rates: Rates;
  readonly #last: LastAccess;
  readonly #work: Workload;

  constructor(rates: Rates, last: LastAccess, work: Workload) {
    this.#rates = rates;
    this.#last = last;
    this.#work = work;
    this.instrument = {
      wrap: (warp, op, run) => this.#wrap(warp.number, op, run),
      moved: (warp, moves) => {
        const { ready } = this.#timeline(warp.number);
        for (const { from, to } of moves) ready[to.index] = ready[from.index]!;
      },
    };
    this.blocks = {
      begin: ({ number }) => {
        for (const timeline of this.#timelines) {
          timeline.time = 0;
          timeline.ready.fill(0);
        }
        work.beginBlock(number);
      },
      end: () => {
        work.endBlock(this.#latest());
      },
      barrier: () => {
        const joined = this.#latest();
        for (const timeline of this.#timelines) timeline.time = joined + 1;
      },
    };
  }

  #latest(): number {
    return this.#timelines.reduce((latest, { time }) => Math.max(latest, time), 0);
  }

  #timeline(warp: number): Timeline {
    return (this.#timelines[warp] ??= { time: 0, ready: new Float64Array(64) });
  }

  #wrap(warp: number, op: CountedOp, run: () => void): () => void {
    const timeline = this.#timeline(warp);
    const operands = op.operands.map(({ index }) => index);
    const results = op.results.map(({ index }) => index);
    const most = Math.max(0, ...operands, ...results);
    if (most >= timeline.ready.length) timeline.ready = new Float64Array(2 * most);
    const fixed = this.#rates.latency[op.class];
    const isAccess = op.access !== undefined;
    const last = this.#last;
    const work = this.#work;
    return () => {
      run();
      const { ready } = timeline;
      let at = timeline.time;
      for (let i = 0; i < operands.length; i++) at = Math.max(at, ready[operands[i]!]!);
      timeline.time = at + 1;
      work.issue(op.class);
      const done = at + (isAccess ? last.latency : fixed);
      for (let i = 0; i < results.length; i++) ready[results[i]!] = done;
    };
  }
}
