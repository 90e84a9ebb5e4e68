// The tester is tested, in little: a sample of the wrong rules, each of which it must refute. All of them are in `npm run bench:fuzz`.
import { describe, expect, test } from "@jest/globals";
import { builtinDialects } from "../../../dialects/index.ts";
import { findCounterexample } from "../../../ir/check/find-counterexample.ts";
import { newContext } from "../../support/mlir.ts";
import { equivalentMutants } from "./equivalent.ts";
import { families, wrongRules } from "./index.ts";
import { mutantsOfDialect } from "./mutants.ts";

/** Found within a few programs, so that the sample takes seconds: some of every family that has such. */
const sample = [
  "ceildivsi by truncating divisions of a sum and of a negation",
  "-x * y => -(x * y) that keeps nsw",
  "(0 - x) / x => -1",
  "c << (x - k) => (c >> k) << x",
  "x / 2^k => x >> k, signed",
  "index_castui(index_castui x : index to iN) : iN to index => x",
  "extui(trunci x) => x of the type before",
  "truncf(truncf x) => truncf x",
  "extf(truncf x) => x",
  "maxnumf(x, -inf) => x",
  "x * 0.0 => 0.0",
  "x + 0.0 => x",
  "(a - b) + b => a",
  "x & 1 => x of an integer of any width",
  "a - b > 0 => a > b",
  "x / y => x /u y",
  "log(exp z) => z of complex numbers",
  "z + (0, 0) => z",
  "sqrt(x * x) => x",
  "round x => roundeven x",
  "copysign(x, y) => copysign(y, x)",
  "index.shru(x, y) => index.shrs(x, y)",
  "affine.min => affine.max",
  "extract(insert v into t[i])[j] => v",
  "transpose of a square => it",
];

describe("a sample of the wrong rules is refuted", () => {
  test.each(sample)("%s", (name) => {
    const rule = wrongRules.find((candidate) => candidate.name === name);
    if (rule === undefined) throw new Error("there is no such rule");
    const { pattern, dialects, leftOps } = rule;
    const result = findCounterexample([pattern], {
      context: newContext,
      dialects,
      programs: 1500,
      reduceTimeMs: 2_000,
    });
    if (result.kind === "none") throw new Error(`not refuted in ${result.programs} programs`);
    expect(result.counterexample.failure.kind).toBe("miscompile");
    expect(result.counterexample.operations).toBeLessThanOrEqual(leftOps + 5);
  });
});

test("every family has rules, and every rule dialects that there are", () => {
  const names = new Set(builtinDialects.map(({ name }) => name));
  for (const [, rules] of families) {
    expect(rules.length).toBeGreaterThanOrEqual(6);
    for (const { dialects } of rules) for (const name of dialects) expect(names).toContain(name);
  }
});

describe("what is listed as an equivalent mutant is one", () => {
  const mutants = builtinDialects.flatMap(mutantsOfDialect);
  test.each(equivalentMutants.map((entry) => [`${entry.rule} | ${entry.mutation}`, entry] as const))(
    "%s",
    (_, entry) => {
      const listed = mutants.find(({ rule, mutation }) => rule === entry.rule && mutation === entry.mutation);
      if (listed === undefined) throw new Error("there is no such mutant");
      const { pattern, dialects, mutated } = listed;
      expect(findCounterexample([pattern], { context: newContext, dialects, programs: 100 }).kind).toBe("none");
      expect(mutated.times).toBeGreaterThan(0);
      expect(entry.reason).not.toBe("");
    },
  );
});
