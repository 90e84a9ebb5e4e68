// Runs the program on a large input in a process of its own: the most memory that it held, and its CPU time.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { largeInputs, textOf, type LargeInput } from "./large-inputs.ts";

const preloaded = fileURLToPath(new URL("./peak-memory.cjs", import.meta.url));

export interface Measured {
  readonly status: number | null;
  /** What was said on standard error, or the signal that ended it. */
  readonly said: string;
  /** Of the input, in MB of 10^6 bytes. */
  readonly size: number;
  /** The most that was resident, in MB. */
  readonly memory: number;
  /** Seconds. */
  readonly cpu: number;
}

/** `program` is the path of terrace-opt.js. */
export function measure(program: string, input: LargeInput, bytes: number, flags: readonly string[] = []): Measured {
  const folder = mkdtempSync(join(tmpdir(), "terrace-large-"));
  try {
    const file = join(folder, "large.mlir");
    writeText(file, input, bytes);
    const args = ["--require", preloaded, program, ...(input.flags ?? []), ...flags, file];
    const run = spawnSync(process.execPath, args, {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
      encoding: "utf8",
      maxBuffer: 1 << 26,
      timeout: 300_000,
    });
    const told = String(run.output[3] ?? "");
    const { maxRSS, cpu } =
      told === "" ? { maxRSS: Infinity, cpu: Infinity } : (JSON.parse(told) as { maxRSS: number; cpu: number });
    const said = run.stderr.slice(0, 1000) + (run.signal === null ? "" : `\nended by ${run.signal}`);
    return { status: run.status, said, size: statSync(file).size / 1e6, memory: (maxRSS * 1024) / 1e6, cpu: cpu / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeText(file: string, input: LargeInput, bytes: number): void {
  const descriptor = openSync(file, "w");
  let pending: string[] = [];
  for (const piece of textOf(input, bytes)) {
    pending.push(piece);
    if (pending.length < 4096) continue;
    writeSync(descriptor, pending.join(""));
    pending = [];
  }
  writeSync(descriptor, pending.join(""));
  closeSync(descriptor);
}

export { largeInputs };
