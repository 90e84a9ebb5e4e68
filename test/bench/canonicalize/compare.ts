// `npm run compare:canonicalize`: generated programs through `--canonicalize --cse`, ours and mlir-opt 22's. Ours should leave no more ops.
//
//   --programs=N   how many (default 500)
//   --from=N       seed of the first (default 0)
//   --show         also prints each program on which more is left, with both results
import { parseArgs } from "node:util";
import type { Operation } from "../../../ir/core/operation.ts";
import { walk } from "../../../ir/core/walk.ts";
import { applyPatternsGreedily } from "../../../ir/rewrite/greedy.ts";
import { Rewriter } from "../../../ir/rewrite/rewriter.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { eliminateCommonSubexpressions } from "../../../passes/cse.ts";
import { loadedContext } from "../../../tools/fuzz/units.ts";
import { canonicalizedByMlirOpt, hasMlirOpt, mlirOpt, patternsMissed } from "./by-mlir-opt.ts";
import { Programs } from "./programs.ts";

/** The share of programs on which we are to leave no more ops than mlir-opt, and of those that mlir-opt shrinks by SHRUNK. */
const GOAL = 0.95;
const SHRUNK_GOAL = 0.5;
const SHRUNK = 0.2;
/** Programs that mlir-opt refuses or dies of are replaced by others, up to so many in all. */
const MOST = 1.2;

const { values } = parseArgs({
  options: {
    programs: { type: "string", default: "500" },
    from: { type: "string", default: "0" },
    show: { type: "boolean", default: false },
  },
});
const wanted = Number(values.programs);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Comparison {
  readonly seed: number;
  readonly before: string;
  readonly ours: string;
  readonly theirs: string;
  /** By op name, how many more there are in ours. */
  readonly more: ReadonlyMap<string, number>;
  readonly excess: number;
  readonly isShrunk: boolean;
}

function countOps(module: Operation): Map<string, number> {
  const counts = new Map<string, number>();
  for (const op of walk(module)) counts.set(op.name, (counts.get(op.name) ?? 0) + 1);
  return counts;
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

const read = (text: string): Operation | undefined => parseModule(text, loadedContext()).module;

/** Undefined where mlir-opt printed what nobody can read: constants of dynamic shape. */
function compare(seed: number, before: string, theirs: string): Comparison | undefined {
  const module = read(before);
  const result = read(theirs);
  if (module === undefined || result === undefined) return undefined;
  const custom = printOperation(module);
  const size = sum(countOps(module));
  applyPatternsGreedily(module, canonicalizationPatterns(module.context));
  eliminateCommonSubexpressions(module, new Rewriter(module.context));
  const [own, other] = [countOps(module), countOps(result)];
  const more = new Map<string, number>();
  for (const [name, count] of own) {
    const excess = count - (other.get(name) ?? 0);
    if (excess > 0) more.set(name, excess);
  }
  const ours = printOperation(module);
  const excess = sum(own) - sum(other);
  return { seed, before: custom, ours, theirs, more, excess, isShrunk: sum(other) <= (1 - SHRUNK) * size };
}

/** Prints the counts, largest first. */
function printCounts(counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) print(`${String(count).padStart(6)}  ${name}`);
}

function main(): boolean {
  const programs = new Programs();
  const from = Number(values.from);
  const seeds = Array.from({ length: Math.ceil(wanted * MOST) }, (_, index) => from + index);
  const texts = seeds.map((seed) => programs.text(seed));
  const all: Comparison[] = [];
  for (const [index, theirs] of canonicalizedByMlirOpt(texts).entries()) {
    const seed = seeds[index];
    const before = texts[index];
    if (theirs === undefined || seed === undefined || before === undefined || all.length >= wanted) continue;
    const comparison = compare(seed, before, theirs);
    if (comparison !== undefined) all.push(comparison);
  }
  const missed = all.filter(({ excess }) => excess > 0);
  const fewer = all.filter(({ excess }) => excess < 0).length;
  const shrunk = all.filter(({ isShrunk }) => isShrunk).length;
  if (missed.length > 0) {
    const more = new Map<string, number>();
    for (const each of missed) for (const [name, count] of each.more) more.set(name, (more.get(name) ?? 0) + count);
    print("Ops of which more are left in ours:");
    printCounts(more);
    print(`Programs (seed +ops): ${missed.map(({ seed, excess }) => `${seed} +${excess}`).join(", ")}`);
  }
  if (values.show)
    for (const { seed, before, ours, theirs } of missed)
      print(`===== seed ${seed}, before\n${before}\n===== ours\n${ours}\n===== mlir-opt\n${theirs}`);
  if (missed.length > 0) {
    print("Patterns of mlir-opt that make less of our results (all else: folders, dead code, regions):");
    printCounts(patternsMissed(missed.map(({ ours }) => ours)));
  }
  const percent = (count: number): string => `${((100 * count) / all.length).toFixed(1)} %`;
  print(
    `${all.length} programs; mlir-opt makes ${percent(shrunk)} smaller by 20 % or more; ` +
      `we leave no more ops on ${percent(all.length - missed.length)}, fewer on ${percent(fewer)}`,
  );
  if (all.length < wanted) print(`mlir-opt took only ${all.length} programs of ${texts.length}`);
  return all.length === wanted && shrunk >= SHRUNK_GOAL * wanted && all.length - missed.length >= GOAL * wanted;
}

if (!hasMlirOpt()) {
  print(`${mlirOpt} cannot be run; give the path of MLIR 22's mlir-opt in TERRACE_MLIR_OPT (Debian: mlir-22-tools)`);
  process.exitCode = 1;
} else if (!main()) process.exitCode = 1;
