// Seeded single-fact mutations of valid modules: accepted or rejected as by mlir-opt, and the same line and op named.
// TERRACE_MUTATIONS says how many, TERRACE_SEED which; TERRACE_MUTATIONS_REPORT names a file for all that differ.
import { describe, expect, test } from "@jest/globals";
import { appendFileSync } from "node:fs";
import { builtinRegistry } from "../../../lowering/builtin-plugin.ts";
import { baseModules, inCustomForm } from "./bases.ts";
import { compareMutations, type Comparison, type Difference } from "./compare.ts";
import { reasonFor } from "./known-differences.ts";
import { customMutations } from "./mutate-custom.ts";
import { mutations } from "./mutate.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";
const count = Number(process.env["TERRACE_MUTATIONS"] ?? 1000);
const seed = Number(process.env["TERRACE_SEED"] ?? 20_261_123);
const report = process.env["TERRACE_MUTATIONS_REPORT"];
const dialects = new Set(["builtin", "func", "arith", "math", "complex", "cf", "scf", "ub", "index", "tensor"]);

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

function describeDifference({ kind, op, text, ours, theirs }: Difference): string {
  const lines = text.split("\n");
  const side = (name: string, verdict: Difference["ours"]): string => {
    if (verdict === undefined) return `  ${name}: accepts`;
    if (verdict === "crash") return `  ${name}: crashes`;
    return `  ${name}: ${verdict.line}: ${verdict.message}\n    ${(lines[verdict.line - 1] ?? "").trim().slice(0, 300)}`;
  };
  return [`${kind} of ${op}`, side("terrace", ours), side("mlir-opt", theirs)].join("\n");
}

function summary({ count: all, crashes, verdicts, places, rejected }: Comparison): string {
  const compared = all - crashes.length;
  return [
    `${compared} mutations (mlir-opt crashes on ${crashes.length} more), seed ${seed}`,
    `accept or reject agrees on ${percent(compared - verdicts.length, compared)}`,
    `of ${rejected} that both reject, line and op agree on ${percent(rejected - places.length, rejected)}`,
  ].join("\n");
}

/** Puts the differences into the report, and holds the shares against what is wanted. */
function judge(comparison: Comparison, form: string): void {
  const { count: all, verdicts, places, rejected, crashes } = comparison;
  const shown = [`# ${form}`, summary(comparison), ...[...verdicts, ...places].map(describeDifference)];
  if (report !== undefined) appendFileSync(report, `${shown.join("\n")}\n`);
  process.stderr.write(`${form}: ${summary(comparison)}\n`);
  expect(verdicts.filter((difference) => reasonFor(difference) === undefined).map(describeDifference)).toEqual([]);
  expect(verdicts.length).toBeLessThanOrEqual(0.005 * (all - crashes.length));
  expect(places.length).toBeLessThanOrEqual(0.05 * rejected);
}

describe("mutations", () => {
  const registry = builtinRegistry();
  const bases = baseModules(registry, mlirOpt);
  const usesOnly = (text: string): boolean =>
    [...text.matchAll(/"([a-z_]+)\.[a-z_.]+"\(/g)].every(([, dialect = ""]) => dialects.has(dialect));

  test("mlir-opt and Terrace accept what is mutated", () => {
    expect(bases.refused).toEqual([]);
    expect(bases.modules.length).toBeGreaterThan(100);
  });

  test(
    `${count} mutations of the generic form are judged as mlir-opt judges them`,
    () => {
      judge(compareMutations(mutations(bases.modules, dialects, seed), count, registry, mlirOpt), "generic form");
    },
    30 * 60_000,
  );

  test(
    `${count / 4} mutations of the custom form as well`,
    () => {
      const texts = inCustomForm(bases.modules.filter(usesOnly), mlirOpt);
      judge(compareMutations(customMutations(texts, seed), count / 4, registry, mlirOpt), "custom form");
    },
    30 * 60_000,
  );
});
