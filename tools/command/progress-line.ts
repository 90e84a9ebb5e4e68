// The progress line: a thread of its own writes it, because the work that takes long keeps the main thread busy.
import { Worker } from "node:worker_threads";

interface ProgressLine {
  /** Names what is being done from now on; undefined ends it. */
  readonly show: (phase: string | undefined) => void;
}

/** After a second, and then every five, of one phase: `terrace: simulating... 6 s`. */
const watcher = `
const { parentPort } = require("node:worker_threads");
const { writeSync } = require("node:fs");
let phase, start, timer;
const say = () => {
  const seconds = Math.round((Date.now() - start) / 1000);
  try { writeSync(2, "terrace: " + phase + "... " + seconds + " s\\n"); } catch {}
  timer = setTimeout(say, 5000);
};
parentPort.on("message", (next) => {
  clearTimeout(timer);
  phase = next.phase;
  start = next.at;
  if (phase !== undefined) timer = setTimeout(say, Math.max(0, 1000 - (Date.now() - start)));
});
`;

export function progressLine(): ProgressLine {
  let worker: Worker | undefined;
  return {
    show: (phase) => {
      if (worker === undefined) {
        if (phase === undefined) return;
        worker = new Worker(watcher, { eval: true });
        worker.unref();
      }
      worker.postMessage({ phase, at: Date.now() });
    },
  };
}
