// Who does the slices: this process, or workers of a pool.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { programFolder } from "../command/program-folder.ts";
import { processPlugins } from "../plugins/process-plugins.ts";
import { runSlice, type Slice, type SliceResult } from "./slice.ts";

export interface Pool {
  /** Does a slice on the worker of this number: what it found out about a unit serves the next slice of it. */
  readonly run: (slice: Slice, worker: number) => Promise<SliceResult>;
  readonly close: () => Promise<void>;
}

/** The file that workers start from; with plugins, the one that loads them. */
const workerFile = (folder: string): string =>
  join(folder, processPlugins.length === 0 ? "fuzz-worker.js" : "../lib/fuzz-worker.js");

/** Throws where there can be no workers: the message says why. */
export async function openPool(jobs: number): Promise<Pool> {
  if (jobs === 1) return { run: runSlice, close: () => Promise.resolve() };
  const folder = programFolder();
  const file = folder === undefined ? undefined : workerFile(folder);
  if (file === undefined || !existsSync(file))
    throw new Error("--jobs needs the built program: there is no file for workers");
  const { Piscina } = await import("piscina");
  const workers = Array.from(
    { length: jobs },
    () => new Piscina<Slice, SliceResult>({ filename: file, minThreads: 1, maxThreads: 1, workerData: processPlugins }),
  );
  return {
    run: (slice, worker) => {
      const chosen = workers[worker];
      if (chosen === undefined) throw new Error(`there is no worker ${worker}`);
      return chosen.run(slice);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.destroy()));
    },
  };
}
