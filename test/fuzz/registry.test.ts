// Every rule, folder, pass, conversion and dialect of the tree on random programs. Here a few programs each; with TERRACE_FUZZ (npm run fuzz:long) until each
// has applied a hundred times, and the names of those that cannot are held against test/fuzz/gaps.ts.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { builtinDialects } from "../../dialects/index.ts";
import { checkPass } from "../../ir/check/check-passes.ts";
import { checkRoundTrip } from "../../ir/check/check-round-trip.ts";
import { findCounterexample } from "../../ir/check/find-counterexample.ts";
import { folderPatterns } from "../../ir/check/fuzz/folder-patterns.ts";
import { ruleLabel } from "../../ir/check/fuzz/rules-subject.ts";
import type { Pattern } from "../../ir/rewrite/pattern.ts";
import { interpreterFor } from "../../lowering/interpret.ts";
import { loweringPasses } from "../../lowering/passes.ts";
import { canonicalizationPatterns } from "../../passes/canonicalize.ts";
import { passes } from "../../passes/index.ts";
import { companyOf, inputsOf, programsOfPass } from "../../tools/fuzz/company.ts";
import { newContext } from "../support/mlir.ts";
import { dialectsWithoutPrograms, foldersThatNeverFire, passesWithoutPrograms, rulesThatNeverFire } from "./gaps.ts";

const isLong = process.env["TERRACE_FUZZ"] !== undefined;
/** Programs for each rule, folder, pass. */
const programs = isLong ? 20_000 : 2;
const timeout = isLong ? 7_200_000 : 60_000;

const folder = new URL("../dialects/", import.meta.url);
const corpus = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/canonicalize.mlir"))
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
    firings: 100,
    corpus,
    operations: isLong ? 30 : 12,
    inputs: isLong ? 8 : 4,
  });
  if (result.kind === "found") throw new Error(result.counterexample.text);
  return [...result.fired].filter(([, times]) => times === 0).map(([name]) => name);
}

/** Of the gaps, those that are about these rules: none may be stale, and in a long run there is no other. */
function expectGaps(idle: readonly string[], gaps: Readonly<Record<string, string>>, known: readonly string[]): void {
  const here = Object.keys(gaps).filter((name) => known.includes(name));
  if (isLong) expect(idle).toEqual(here);
  else expect(idle).toEqual(expect.arrayContaining(here));
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

describe("passes and conversions", () => {
  const definitions = [...passes, ...loweringPasses].map(({ name, load }) => ({ name, load }));
  test.each(definitions)(
    "$name",
    async ({ name, load }) => {
      const { fired } = await checkPass(load(), {
        context: newContext,
        dialects: programsOfPass(name),
        inputOptions: inputsOf(programsOfPass(name)),
        programs: isLong ? 5000 : 3,
        operations: isLong ? 30 : 12,
        makeInterpreter: interpreterFor,
        mayBeIdle: !isLong || name in passesWithoutPrograms,
      });
      if (name in passesWithoutPrograms) expect([...fired.keys()]).toEqual([]);
    },
    timeout,
  );
});
