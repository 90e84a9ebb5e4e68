// `npm run bench:rewrite`: each pass against mlir-opt 22, both as processes, in turn; then rewrites a second, and steps of a history. See the README beside this file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateProgram } from "../ir/generate.ts";
import { cpuSeconds, isInstalled, median, outputOf } from "../tool-run.ts";
import { measureHistory } from "./history-steps.ts";
import { countRewrites } from "./count-rewrites.ts";
import { callProgram, graphProgram, slotProgram } from "./programs.ts";

type Write = (ops: number, seed: number) => string;
const mixed: Write = (ops, seed) => generateProgram({ ops, seed });
const located: Write = (ops, seed) => generateProgram({ ops, seed, locations: true });

/** Each pass with a program in which it has something to do. */
const passes = {
  none: mixed,
  canonicalize: mixed,
  cse: mixed,
  sccp: slotProgram,
  inline: callProgram,
  "symbol-dce": callProgram,
  "remove-dead-values": slotProgram,
  "loop-invariant-code-motion": mixed,
  "control-flow-sink": mixed,
  mem2reg: slotProgram,
  "int-range-optimizations": mixed,
  "topological-sort": graphProgram,
  "strip-debuginfo": located,
  "print-op-stats": mixed,
  "view-op-graph": mixed,
  "convert-scf-to-cf": mixed,
} as const satisfies Readonly<Record<string, Write>>;
type Pass = keyof typeof passes;

/** Reports, to which the bounds on CPU time do not apply. */
const reports: ReadonlySet<Pass> = new Set(["none", "print-op-stats", "view-op-graph"]);

const { values } = parseArgs({
  options: {
    // A million operations take an hour: --sizes=1000,10000,100000,1000000.
    sizes: { type: "string", default: "1000,10000,100000" },
    passes: { type: "string", default: Object.keys(passes).join(",") },
    runs: { type: "string", default: "5" },
    seed: { type: "string", default: "22" },
    history: { type: "string", default: "100000" },
    "mlir-opt": { type: "string", default: "mlir-opt-22" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const terraceOpt = [process.execPath, "dist/bin/terrace-opt.js"];
const mlirOpt = isInstalled(values["mlir-opt"]) ? [values["mlir-opt"], "--mlir-disable-threading"] : undefined;
const listed = outputOf([...terraceOpt, "--list-passes"]).toString("utf8");
const chosen = values.passes.split(",").map(passNamed);

const folder = mkdtempSync(join(tmpdir(), "terrace-bench-"));
/** Seconds by pass, then by number of ops. */
const times = new Map<Pass, Map<number, { readonly ours: number; readonly theirs: number | undefined }>>();
try {
  if (mlirOpt === undefined) console.log(`${values["mlir-opt"]} is not installed: only terrace is timed\n`);
  console.log(
    `CPU time of the whole process in ms, median of ${runs}; ratio is ours to mlir-opt's; whether the results are the same text\n`,
  );
  row("ops", "pass", "terrace", "mlir-opt", "ratio", "same");
  for (const ops of sizes) for (const pass of chosen) measure(pass, ops);
  for (const ops of sizes) showMedian(ops);
  showGrowth();
  await showRewrites();
  const steps = Number(values.history);
  if (steps > 0) for (const line of await measureHistory(steps, seed, folder)) console.log(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function passNamed(name: string): Pass {
  const pass = (Object.keys(passes) as Pass[]).find((known) => known === name);
  if (pass === undefined) throw new Error(`there is no '${name}' here: ${Object.keys(passes).join(", ")}`);
  return pass;
}

function measure(pass: Pass, ops: number): void {
  if (pass !== "none" && !listed.includes(pass)) {
    row(String(ops), pass, "-");
    return;
  }
  const file = join(folder, `${pass}-${ops}.mlir`);
  writeFileSync(file, passes[pass](ops, seed));
  const args = [...(pass === "none" ? [] : [`--${pass}`]), file];
  const repeated = ops < 5000 ? 5 : 1;
  const [ours, theirs]: [number[], number[]] = [[], []];
  // In turn, so that what else the machine does falls on both.
  for (let run = 0; run < runs; run++) {
    ours.push(cpuSeconds([...terraceOpt, ...args], repeated));
    if (mlirOpt !== undefined) theirs.push(cpuSeconds([...mlirOpt, ...args], repeated));
  }
  const figures = { ours: median(ours), theirs: mlirOpt === undefined ? undefined : median(theirs) };
  const known = times.get(pass) ?? new Map<number, typeof figures>();
  times.set(pass, known.set(ops, figures));
  const isSame =
    mlirOpt === undefined ? "-" : outputOf([...terraceOpt, ...args]).equals(outputOf([...mlirOpt, ...args]));
  rmSync(file);
  row(
    String(ops),
    pass,
    shown(figures.ours * 1000, 1),
    shown(figures.theirs === undefined ? undefined : figures.theirs * 1000, 1),
    shown(ratioOf(figures), 2),
    isSame === true ? "yes" : isSame === false ? "no" : isSame,
  );
}

function ratioOf({ ours, theirs }: { readonly ours: number; readonly theirs: number | undefined }): number | undefined {
  return theirs === undefined ? undefined : ours / theirs;
}

function showMedian(ops: number): void {
  const ratios = [...times]
    .filter(([pass]) => !reports.has(pass))
    .flatMap(([pass, bySize]) => {
      const figures = bySize.get(ops);
      const ratio = figures && ratioOf(figures);
      return ratio === undefined ? [] : [{ pass, ratio }];
    })
    .sort((a, b) => b.ratio - a.ratio);
  const [worst] = ratios;
  if (worst === undefined) return;
  const middle = median(ratios.map(({ ratio }) => ratio));
  console.log(
    `\n${ops} ops: median over the passes ${middle.toFixed(2)}, worst ${worst.ratio.toFixed(2)} (${worst.pass})`,
  );
}

/** How the time an op grows from each pair of sizes to the next. */
function showGrowth(): void {
  const [small, middle, large] = sizes.slice(-3);
  if (small === undefined || middle === undefined || large === undefined) return;
  console.log(`\ngrowth: us an op from ${middle} to ${large}, from ${small} to ${middle}, ratio`);
  for (const [pass, bySize] of times) {
    const [a, b, c] = [bySize.get(small), bySize.get(middle), bySize.get(large)];
    if (a === undefined || b === undefined || c === undefined) continue;
    const late = (c.ours - b.ours) / (large - middle);
    const early = (b.ours - a.ours) / (middle - small);
    row("", pass, shown(late * 1e6, 2), shown(early * 1e6, 2), shown(late / early, 2));
  }
}

/** What canonicalisation adds to reading and printing, by the rewrites that it makes. */
async function showRewrites(): Promise<void> {
  for (const ops of sizes) {
    const [without, canonicalized] = [times.get("none")?.get(ops), times.get("canonicalize")?.get(ops)];
    if (without === undefined || canonicalized === undefined) continue;
    const rewrites = await countRewrites(mixed(ops, seed));
    const rate = (seconds: number): string =>
      seconds > 0 ? `${Math.round(rewrites / seconds / 1000)}k a second` : "too few to be timed";
    const theirs =
      without.theirs === undefined || canonicalized.theirs === undefined
        ? ""
        : `, mlir-opt ${rate(canonicalized.theirs - without.theirs)}`;
    console.log(
      `\n${ops} ops: --canonicalize makes ${rewrites} rewrites: terrace ${rate(canonicalized.ours - without.ours)}${theirs}`,
    );
  }
}

function shown(value: number | undefined, digits: number): string {
  return value === undefined ? "-" : value.toFixed(digits);
}

function row(ops: string, pass: string, ...cells: readonly string[]): void {
  console.log(`${ops.padEnd(9)}${pass.padEnd(28)}${cells.map((cell) => cell.padStart(10)).join("")}`.trimEnd());
}
