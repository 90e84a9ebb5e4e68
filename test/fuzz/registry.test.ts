// Every rule, folder, pass, conversion and dialect of the tree on random programs. Each rule and folder has to apply: once here, a hundred times with TERRACE_FUZZ
// (npm run fuzz:registry); what cannot is named in test/fuzz/gaps.ts, with the reason, and an entry there that is not true any more fails as well.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { builtinDialects } from "../../dialects/index.ts";
import { checkRoundTrip } from "../../ir/check/check-round-trip.ts";
import { findCounterexample } from "../../ir/check/find-counterexample.ts";
import { folderPatterns } from "../../ir/check/fuzz/folder-patterns.ts";
import { ruleLabel } from "../../ir/check/fuzz/rules-subject.ts";
import type { Pattern } from "../../ir/rewrite/pattern.ts";
import { canonicalizationPatterns } from "../../passes/canonicalize.ts";
import { companyOf, opsOf } from "../../tools/fuzz/company.ts";
import { runSlice } from "../../tools/fuzz/slice.ts";
import { unitsOf } from "../../tools/fuzz/units.ts";
import { newContext } from "../support/mlir.ts";
import { dialectsWithoutPrograms, foldersThatNeverFire, passesWithoutPrograms, rulesThatNeverFire } from "./gaps.ts";

const isLong = process.env["TERRACE_FUZZ"] !== undefined;
/** Programs for each rule and folder, and how often it has to apply. */
const programs = isLong ? 2000 : 24;
const firings = isLong ? 100 : 1;
const timeout = isLong ? 7_200_000 : 60_000;

const folder = new URL("../dialects/", import.meta.url);
const corpus = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\/(canonicalize|left-sides)\.mlir$/.test(file))
  .sort()
  .map((file) => readFileSync(new URL(file, folder), "utf8"));

const all = newContext();
const dialects = builtinDialects.map(({ name }) => name);
const rules = canonicalizationPatterns(all);

/** Examines until each has applied a hundred times, or the number of programs is reached; returns those that never applied. */
function neverApplied(patterns: readonly Pattern[], dialect: string): string[] {
  const result = findCounterexample(patterns, {
    context: newContext,
    dialects: companyOf(dialect),
    programs,
    firings,
    only: opsOf(companyOf(dialect)),
    corpus,
    operations: isLong ? 30 : 8,
    inputs: isLong ? 8 : 2,
  });
  if (result.kind === "found") throw new Error(result.counterexample.text);
  return [...result.fired].filter(([, times]) => times === 0).map(([name]) => name);
}

/** What did not apply is what is said not to. */
function expectGaps(idle: readonly string[], gaps: Readonly<Record<string, string>>, known: readonly string[]): void {
  expect([...idle].sort()).toEqual(
    Object.keys(gaps)
      .filter((name) => known.includes(name))
      .sort(),
  );
}

const rooted = (dialect: string): readonly Pattern[] =>
  rules.filter(({ root = "scf.for" }) => root.startsWith(`${dialect}.`));

describe("canonicalisation patterns", () => {
  test.each(dialects.filter((name) => rooted(name).length > 0))(
    "of %s",
    (dialect) => {
      const patterns = rooted(dialect);
      expectGaps(neverApplied(patterns, dialect), rulesThatNeverFire, patterns.map(ruleLabel));
    },
    timeout,
  );

  test("every gap is of a rule that there is", () => {
    const labels = rules.map(ruleLabel);
    expect(Object.keys(rulesThatNeverFire).filter((name) => !labels.includes(name))).toEqual([]);
  });
});

describe("folders", () => {
  test.each(dialects.filter((name) => folderPatterns(all, name).length > 0))(
    "of %s",
    (dialect) => {
      const patterns = folderPatterns(all, dialect);
      expectGaps(neverApplied(patterns, dialect), foldersThatNeverFire, patterns.map(ruleLabel));
    },
    timeout,
  );
});

describe("print and re-read", () => {
  test.each(dialects.filter((name) => !(name in dialectsWithoutPrograms)))(
    "%s",
    (dialect) => {
      const options = { context: newContext, dialects: companyOf(dialect), programs: isLong ? 5000 : 20 };
      expect(checkRoundTrip(dialect, options).ops.size).toBeGreaterThan(0);
    },
    timeout,
  );
});

describe("passes, conversions and targets", () => {
  const units = (["passes", "conversions", "targets"] as const).flatMap((kind) => unitsOf(kind, {}));
  test.each(units.map((unit) => ({ name: unit.name, unit })))(
    "$name",
    async ({ name, unit }) => {
      let fired = 0;
      const findings: string[] = [];
      const slice = isLong ? 64 : 4;
      const most = isLong ? 5000 : name in passesWithoutPrograms ? slice : 2000;
      for (let from = 0; fired < firings && from < most && findings.length === 0; from += slice) {
        const made = {
          unit,
          seed: 1,
          from,
          count: slice,
          enough: firings - fired,
          timeMs: timeout,
          known: [],
          corpus: [],
        };
        const result = await runSlice(made);
        fired += result.fired[name] ?? 0;
        findings.push(...result.findings.map(({ text }) => text));
      }
      expect(findings).toEqual([]);
      expect(fired > 0).toBe(!(name in passesWithoutPrograms));
    },
    timeout,
  );

  test("every gap is of a pass that there is", () => {
    const names = units.map(({ name }) => name);
    expect(Object.keys(passesWithoutPrograms).filter((name) => !names.includes(name))).toEqual([]);
  });
});
