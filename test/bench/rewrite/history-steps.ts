// The time of a step through the history of many rewrites, as a viewer goes: forwards, backwards, and to any moment.
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { readHistories } from "../../../ir/history/history-text.ts";
import { HistoryRecorder } from "../../../ir/history/recorder.ts";
import { historyLine, type HistoryStart, type HistoryStep } from "../../../ir/history/steps.ts";
import { nodeIo } from "../../../tools/command/node-io.ts";
import { isFailure } from "../../../tools/command/failure.ts";
import { readLines } from "../../../tools/history/read-lines.ts";
import { randomNumbers } from "../ir/generate.ts";
import { canonicalize, read } from "./count-rewrites.ts";
import { sumProgram } from "./programs.ts";

const milliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Records about so many rewrites into a file, and steps through them. */
export async function measureHistory(rewrites: number, seed: number, folder: string): Promise<readonly string[]> {
  const file = join(folder, "history.jsonl");
  // About one rewrite to two ops.
  const module = read(sumProgram(2.1 * rewrites, seed));
  const before = milliseconds();
  const descriptor = openSync(file, "w");
  let [steps, bytes] = [0, 0];
  const write = (line: HistoryStart | HistoryStep): void => {
    bytes += writeSync(descriptor, historyLine(line));
    if ("kind" in line && line.kind === "rewrite") steps++;
  };
  const recorder = new HistoryRecorder(module, { granularity: "rewrite", step: write });
  write(recorder.start);
  await canonicalize(module, { listener: recorder.listener, instrumentations: [recorder.instrumentation] });
  closeSync(descriptor);
  const recorded = milliseconds() - before;
  const lines = await readLines(file, nodeIo());
  if (isFailure(lines)) throw new Error(lines.failure);
  const opened = milliseconds();
  const [history] = readHistories(lines);
  if (history === undefined) throw new Error("there is no history in the file");
  const opening = milliseconds() - opened;
  const visited = (moments: Iterable<number>): number[] => {
    const times: number[] = [];
    for (const moment of moments) {
      const start = milliseconds();
      history.at(moment);
      times.push(milliseconds() - start);
    }
    return times;
  };
  const count = history.moments;
  const random = randomNumbers(seed);
  const figures = {
    forwards: visited(Array.from({ length: count }, (_, moment) => moment)),
    backwards: visited(Array.from({ length: Math.ceil(count / 10) }, (_, moment) => count - 1 - moment)),
    "to any moment": visited(Array.from({ length: 100 }, () => random(count))),
  };
  lines.close();
  rmSync(file);
  return [
    `\nhistory: ${steps} rewrites, ${count - 1} steps, ${(bytes / 2 ** 20).toFixed(0)} MiB; recorded at ${(recorded / count).toFixed(2)} ms a step, opened in ${opening.toFixed(0)} ms`,
    ...Object.entries(figures).map(([name, times]) => `a step ${name}: ${summary(times)}`),
    `${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MiB in use at the end`,
  ];
}

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(2);
  const slow = sorted.filter((time) => time > 50).length;
  return `median ${at(0.5)} ms of CPU, 99 of 100 under ${at(0.99)}, most ${at(1)}; over 50 ms: ${slow}`;
}
