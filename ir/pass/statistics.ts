// Statistics: what passes counted, by the place of the pass in the pipeline.
import type { PassInstance } from "./build-pipeline.ts";
import type { PassInstrumentation } from "./instrumentation.ts";

export interface PassStatistics extends PassInstrumentation {
  /** The statistics of a pass in the pipeline, sorted by name; zero where it counted nothing. */
  readonly of: (pass: PassInstance) => readonly Statistic[];
}

export interface Statistic {
  readonly name: string;
  readonly description: string;
  readonly value: number;
}

export function passStatistics(): PassStatistics {
  const counts = new Map<PassInstance, Map<string, number>>();
  return {
    counted: (pass, statistic, by) => {
      let own = counts.get(pass);
      if (own === undefined) counts.set(pass, (own = new Map<string, number>()));
      own.set(statistic, (own.get(statistic) ?? 0) + by);
    },
    of: (pass) =>
      Object.entries(pass.definition.statistics)
        .map(([name, description]) => ({ name, description, value: counts.get(pass)?.get(name) ?? 0 }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
