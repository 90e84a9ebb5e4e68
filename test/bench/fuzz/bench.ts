// `npm run bench:fuzz`: how many wrong rules the tester refutes, how fast, how small its counterexamples are, and programs a second.
//
//   --time=MS      looking for a counterexample of one rule, at most (default 20000 of elapsed time)
//   --only=TEXT    wrong rules and mutants whose name has the text; prints the counterexamples
//   --mutants=N    every N-th mutant of our own rules (default 8; 1 is all of them, 0 none)
//   --dialects=A,B mutants of these dialects only
//   --no-speed     leave out programs a second
import { parseArgs } from "node:util";
import { builtinDialects } from "../../../dialects/index.ts";
import { equivalentMutants, isEquivalent } from "../../fuzz/wrong-rules/equivalent.ts";
import { families } from "../../fuzz/wrong-rules/index.ts";
import { measurePrototype } from "./prototype.ts";
import { refute, tableHead, tableRow, type Refutation } from "./refute.ts";
import { measureSpeed } from "./speed.ts";
import { surveyDialect } from "./survey.ts";

const { values } = parseArgs({
  allowNegative: true,
  options: {
    time: { type: "string", default: "20000" },
    only: { type: "string", default: "" },
    mutants: { type: "string", default: "8" },
    dialects: { type: "string", default: "" },
    speed: { type: "boolean", default: true },
  },
});
const timeMs = Number(values.time);
const { only } = values;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const all: Refutation[] = [];
const missed: Refutation[] = [];
function note(refutation: Refutation, into: Refutation[]): void {
  into.push(refutation);
  all.push(refutation);
  if (refutation.kind === undefined) missed.push(refutation);
  if (only !== "") print(`${refutation.name}\n${refutation.text || refutation.note}\n`);
}

print(tableHead);
const real: Refutation[] = [];
for (const [family, rules] of families) {
  const row: Refutation[] = [];
  for (const { name, pattern, dialects, leftOps, source } of rules) {
    if (!name.includes(only)) continue;
    note(refute(name, pattern, dialects, { timeMs, leftOps }), row);
    const last = row.at(-1);
    if (source !== undefined && last !== undefined) real.push(last);
  }
  if (row.length > 0) print(tableRow(family, row));
}
print(tableRow("all that are written down", all));
print(tableRow("after real miscompiles", real));

const every = Number(values.mutants);
const stale: string[] = [];
const silent: string[] = [];
if (every > 0) {
  const wanted = values.dialects === "" ? undefined : new Set(values.dialects.split(","));
  const mutated: Refutation[] = [];
  let number = 0;
  for (const dialect of builtinDialects) {
    if (wanted?.has(dialect.name) === false) continue;
    const row: Refutation[] = [];
    const survey = surveyDialect(dialect);
    silent.push(...survey.silent.map((rule) => `${dialect.name}: ${rule}`));
    for (const mutant of survey.mutants) {
      const { name, pattern, dialects } = mutant;
      if (!name.includes(only)) continue;
      const equivalent = isEquivalent(mutant);
      if (number++ % every !== 0 && !(equivalent && only !== "")) continue;
      const refutation = refute(name, pattern, dialects, { timeMs: equivalent ? timeMs / 10 : timeMs });
      if (equivalent) {
        if (refutation.kind !== undefined) stale.push(name);
        continue;
      }
      note(refutation, row);
    }
    if (row.length > 0) print(tableRow(`mutants of ${dialect.name}`, row));
    mutated.push(...row);
  }
  print(tableRow("mutants", mutated));
  print(tableRow("all", all));
  print(`equivalent mutants listed: ${equivalentMutants.length}`);
}
const kinds = new Map<string, number>();
for (const { kind } of all) if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
print(`refuted as: ${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ")}`);
for (const { name, note: why } of missed) print(`not refuted: ${name} (${why})`);
for (const { name, beyond } of all) if (beyond !== undefined && beyond > 5) print(`large: ${name} (${beyond} ops)`);
for (const name of stale) print(`listed as equivalent, and refuted: ${name}`);
if (stale.length > 0) process.exitCode = 1;
if (silent.length > 0) print(`rules and folders that never applied: ${silent.join(", ")}`);

if (values.speed && only === "") {
  print("\nprograms a second, processor time of one core, 8 inputs before and after");
  for (const dialects of [
    ["arith"],
    ["arith", "scf", "cf"],
    ["arith", "scf", "cf", "tensor"],
    ["arith", "memref", "scf"],
  ]) {
    const { programsPerSecond, warmingUp, medianOperations, generate, verify, examine } = measureSpeed(dialects, 4000);
    const phases = `generate ${generate.toFixed(0)}, verify ${verify.toFixed(0)}, examine ${examine.toFixed(0)} us`;
    print(
      `${dialects.join(", ").padEnd(26)} ${programsPerSecond.toFixed(0).padStart(6)}  (${medianOperations} ops; ${phases}; the 4000 before: ${warmingUp.toFixed(0)})`,
    );
  }
  print(`${"prototype without an IR".padEnd(26)} ${measurePrototype(40_000).toFixed(0).padStart(6)}`);
}
