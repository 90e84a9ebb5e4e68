// A tool as a process: the CPU time of the whole of it (user and system), the most memory that it held, its output.
import { spawnSync } from "node:child_process";

/** Seconds of CPU time of one of `times` runs in a row. The shell's `time` measures to the millisecond what the kernel counted. */
export function cpuSeconds(command: readonly string[], times = 1): number {
  const script = `TIMEFORMAT="%3U %3S"; time for ((i = 0; i < ${times}; i++)); do "$@" >/dev/null 2>&1; done`;
  const { status, stderr } = spawnSync("bash", ["-c", script, "bash", ...command], { encoding: "utf8" });
  const found = /(\d+\.\d+) (\d+\.\d+)\s*$/.exec(stderr);
  if (status !== 0 || found === null) throw new Error(`'${command.join(" ")}' failed: ${stderr.slice(0, 500)}`);
  return (Number(found[1]) + Number(found[2])) / times;
}

/** The peak of its resident memory in MiB, by GNU time; undefined where there is none. */
export function peakMebibytes(command: readonly string[]): number | undefined {
  const { error, stderr } = spawnSync("/usr/bin/time", ["-f", "%M", ...command], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1 << 26,
  });
  if (error !== undefined) return undefined;
  const kibibytes = Number(stderr.trim().split("\n").at(-1));
  return Number.isFinite(kibibytes) ? kibibytes / 1024 : undefined;
}

/** What it prints; throws where it fails. */
export function outputOf(command: readonly string[]): Buffer {
  const [program = "", ...args] = command;
  const { status, stdout, stderr, error } = spawnSync(program, args, { maxBuffer: 1 << 30 });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`'${command.join(" ")}' failed: ${stderr.toString("utf8").slice(0, 500)}`);
  return stdout;
}

export const isInstalled = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
