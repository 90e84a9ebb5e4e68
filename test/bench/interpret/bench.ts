// `npm run bench:interpret`: what the interpreter costs a scalar operation, and a cold module. See the README beside this file.
import { parseArgs } from "node:util";
import { builtinDialects } from "../../../dialects/index.ts";
import { Context } from "../../../ir/core/context.ts";
import type { Operation } from "../../../ir/core/operation.ts";
import { lookupSymbolIn } from "../../../ir/core/symbol-table.ts";
import { PreparedCode } from "../../../ir/interpret/compile.ts";
import { Interpreter } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { parseModule } from "../../../ir/syntax/parser.ts";
import { nested, programs, straightLine, straightLineArgs, type Program } from "./programs.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    modules: { type: "string", default: "400" },
    only: { type: "string", default: "" },
  },
});
const runs = Number(values.runs);
const modules = Number(values.modules);

const context = new Context();
for (const dialect of builtinDialects) {
  const problem = context.registerDialect(dialect);
  if (problem !== undefined) throw new Error(problem);
}

console.log(`CPU time, median of ${runs} runs after one to warm up; Node ${process.version}\n`);
console.log("ns a scalar operation".padEnd(52) + "terrace".padStart(9) + "plain JS".padStart(10) + "ratio".padStart(8));
for (const program of programs.filter(({ name }) => name.includes(values.only))) measure(program);

if (values.only === "") {
  console.log(`\n${"us a cold module, over new modules".padEnd(52)}${"first".padStart(9)}${"further".padStart(10)}`);
  cold("straight line, 30 ops", (i) => straightLine(30, i + 1));
  cold("calls, loops and branches, 30 ops", () => nested);
}

function entryOf(text: string): Operation {
  const { module, diagnostics } = parseModule(text, context, { file: "bench.mlir" });
  const entry = module === undefined ? undefined : lookupSymbolIn(module, "main");
  if (entry === undefined) throw new Error(diagnostics[0]?.message ?? "there is no @main");
  return entry;
}

function run(entry: Operation, args: readonly RuntimeValue[], code: PreparedCode): void {
  const outcome = new Interpreter({ context, code }).call(entry, args);
  if (outcome.kind !== "values") throw new Error(`${outcome.kind} at '${outcome.op}': ${outcome.reason}`);
}

/** The program and its peer in turn. */
function measure({ name, text, args, operations, peer }: Program): void {
  const entry = entryOf(text);
  const given = args(context);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let k = 0; k <= runs; k++) {
    const spent = microseconds(() => run(entry, given, new PreparedCode()));
    const other = peer === undefined ? undefined : microseconds(peer);
    if (k === 0) continue;
    ours.push(spent);
    if (other !== undefined) theirs.push(other);
  }
  const nanoseconds = (times: number[]): number => (1000 * median(times)) / operations;
  const plain = peer === undefined ? undefined : nanoseconds(theirs);
  const ratio = plain === undefined ? "" : (nanoseconds(ours) / plain).toFixed(1);
  const [left, right] = [nanoseconds(ours).toFixed(2), plain?.toFixed(2) ?? ""];
  console.log(name.padEnd(52) + left.padStart(9) + right.padStart(10) + ratio.padStart(8));
}

/** New modules in a process that has run some: preparing and the first run, and each of seven more on the same code. */
function cold(name: string, text: (index: number) => string): void {
  const first: number[] = [];
  const further: number[] = [];
  for (let k = 0; k <= runs; k++) {
    const entries = Array.from({ length: modules }, (_, i) => ({
      entry: entryOf(text(i)),
      args: straightLineArgs(context, i),
      code: new PreparedCode(),
    }));
    const spent = microseconds(() => {
      for (const { entry, args, code } of entries) run(entry, args, code);
    });
    const more = microseconds(() => {
      for (const { entry, args, code } of entries) for (let again = 0; again < 7; again++) run(entry, args, code);
    });
    if (k === 0) continue;
    first.push(spent / modules);
    further.push(more / modules / 7);
  }
  console.log(name.padEnd(52) + median(first).toFixed(1).padStart(9) + median(further).toFixed(2).padStart(10));
}

function microseconds(body: () => unknown): number {
  const start = process.cpuUsage();
  body();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
