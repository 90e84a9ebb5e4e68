// `npm run bench:ir`: `terrace opt` against mlir-opt 22, both as processes, in turn. See the README beside this file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateProgram } from "./generate.ts";
import { cpuSeconds, isInstalled, median, outputOf, peakMebibytes } from "../tool-run.ts";

const forms = ["pretty", "generic", "pretty-locations", "generic-locations"] as const;
type Form = (typeof forms)[number];

const tasks = { "read+verify+print": [], canonicalize: ["--canonicalize"], cse: ["--cse"] } as const;
type Task = keyof typeof tasks;

/** The two-line file: what a start costs. */
const tiny = "func.func @f(%a: i32) -> i32 {\n  return %a : i32 }\n";

const terraceOpt = [process.execPath, "dist/bin/terrace-opt.js"];

interface Figures {
  /** Seconds of CPU time. */
  readonly ours: number;
  readonly theirs: number | undefined;
}

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000,1000000" },
    forms: { type: "string", default: forms.join(",") },
    tasks: { type: "string", default: Object.keys(tasks).join(",") },
    runs: { type: "string", default: "9" },
    seed: { type: "string", default: "22" },
    "mlir-opt": { type: "string", default: "mlir-opt-22" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const runs = Number(values.runs);
const chosenForms = forms.filter((form) => values.forms.split(",").includes(form));
const chosenTasks = (Object.keys(tasks) as Task[]).filter((task) => values.tasks.split(",").includes(task));
const mlirOpt = isInstalled(values["mlir-opt"]) ? [values["mlir-opt"], "--mlir-disable-threading"] : undefined;

const folder = mkdtempSync(join(tmpdir(), "terrace-bench-"));
const growth = new Map<number, number>();
try {
  if (mlirOpt === undefined) console.log(`${values["mlir-opt"]} is not installed: only terrace is timed\n`);
  console.log(
    `CPU time of the whole process in ms, median of ${runs}; peak memory in MiB; ratio is ours to mlir-opt's\n`,
  );
  row("ops", "form", "task", "terrace", "mlir-opt", "ratio", "MiB", "mlir-opt", "ratio");
  const small = join(folder, "tiny.mlir");
  writeFileSync(small, tiny);
  for (const task of chosenTasks) measure("2 lines", "pretty", task, small, [], 10);
  for (const ops of sizes) {
    for (const form of chosenForms) {
      const { file, flags } = program(ops, form);
      for (const task of chosenTasks) {
        const { ours } = measure(String(ops), form, task, file, flags, ops < 5000 ? 5 : 1);
        if (task === "read+verify+print" && form === chosenForms[0]) growth.set(ops, ours);
      }
      rmSync(file);
    }
  }
  const [a, b, c] = [growth.get(10_000), growth.get(100_000), growth.get(1_000_000)];
  if (a !== undefined && b !== undefined && c !== undefined) {
    const [late, early] = [(c - b) / 900_000, (b - a) / 90_000];
    const each = (seconds: number): string => `${(seconds * 1e6).toFixed(2)} us an op`;
    console.log(
      `\ngrowth: ${each(late)} from 100k to 1M, ${each(early)} from 10k to 100k: ratio ${(late / early).toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes a program in a form, and gives the flags by which it is printed in that form again. */
function program(ops: number, form: Form): { readonly file: string; readonly flags: readonly string[] } {
  const locations = form.endsWith("-locations");
  const generic = form.startsWith("generic");
  const flags = [...(generic ? ["--mlir-print-op-generic"] : []), ...(locations ? ["--mlir-print-debuginfo"] : [])];
  const file = join(folder, `${form}-${ops}.mlir`);
  writeFileSync(file, generateProgram({ ops, seed: Number(values.seed), locations }));
  const ours = outputOf([...terraceOpt, ...flags, file]);
  // Both tools are given what they are to print, so that both do the same: they must agree on it.
  writeFileSync(file, ours);
  if (
    mlirOpt !== undefined &&
    !outputOf([...mlirOpt, ...flags, file]).equals(outputOf([...terraceOpt, ...flags, file]))
  )
    throw new Error(`terrace and mlir-opt print ${ops} ops differently (${form}, seed ${values.seed})`);
  return { file, flags };
}

function measure(ops: string, form: Form, task: Task, file: string, flags: readonly string[], times: number): Figures {
  const args = [...tasks[task], ...flags, file];
  const [ours, theirs]: [number[], number[]] = [[], []];
  // In turn, so that what else the machine does falls on both.
  for (let run = 0; run < runs; run++) {
    ours.push(cpuSeconds([...terraceOpt, ...args], times));
    if (mlirOpt !== undefined) theirs.push(cpuSeconds([...mlirOpt, ...args], times));
  }
  const figures = { ours: median(ours), theirs: mlirOpt === undefined ? undefined : median(theirs) };
  const memory = peakMebibytes([...terraceOpt, ...args]);
  const theirMemory = mlirOpt === undefined ? undefined : peakMebibytes([...mlirOpt, ...args]);
  row(
    ops,
    form,
    task,
    shown(figures.ours * 1000, 1),
    shown(figures.theirs === undefined ? undefined : figures.theirs * 1000, 1),
    ratio(figures.ours, figures.theirs),
    shown(memory, 0),
    shown(theirMemory, 0),
    ratio(memory, theirMemory),
  );
  return figures;
}

function shown(value: number | undefined, digits: number): string {
  return value === undefined ? "-" : value.toFixed(digits);
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return shown(ours === undefined || theirs === undefined ? undefined : ours / theirs, 2);
}

function row(...cells: readonly string[]): void {
  const widths = [9, 19, 19, 9, 9, 7, 7, 9, 7];
  const [left, right] = [3, cells.length];
  const text = cells.map((cell, i) =>
    i < left && i < right ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
  );
  console.log(text.join("").trimEnd());
}
