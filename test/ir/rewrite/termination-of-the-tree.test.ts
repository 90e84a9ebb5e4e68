// No rule of the tree is reported as going round: generated programs over the ops of each dialect with patterns, cycles being looked for from the first
// rewrite on. A few of them here; many, and large ones that are only looked at when they have been long, with TERRACE_FUZZ.
import { describe, expect, test } from "@jest/globals";
import { builtinDialects } from "../../../dialects/index.ts";
import { generateModule } from "../../../ir/check/generate/generate-module.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import { applyPatternsGreedily, type GreedyOptions } from "../../../ir/rewrite/greedy.ts";
import { PatternSet } from "../../../ir/rewrite/pattern-set.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { companyOf, opsOf } from "../../../tools/fuzz/company.ts";
import { newContext } from "../../support/mlir.ts";

const isLong = process.env["TERRACE_FUZZ"] !== undefined;
const sizes: readonly { readonly operations: number; readonly programs: number; readonly options: GreedyOptions }[] =
  isLong
    ? [
        { operations: 200, programs: 100, options: { patience: 0 } },
        { operations: 2000, programs: 10, options: { patience: 0 } },
        { operations: 20_000, programs: 1, options: {} },
      ]
    : [{ operations: 150, programs: 2, options: { patience: 0 } }];

const all = newContext();
for (const { name } of builtinDialects) all.dialects.get(name);
const patterns = new PatternSet(canonicalizationPatterns(all));
const mixed = ["arith", "index", "math", "complex", "scf", "cf", "tensor", "memref", "linalg", "vector", "affine"];
const companies = [
  ...builtinDialects.map(({ name }) => [name, companyOf(name)] as const),
  ["many dialects", mixed] as const,
].filter(([, dialects]) => patterns.all.some(({ root }) => dialects.some((name) => root?.startsWith(`${name}.`))));

describe("the rules of the tree end, and all tell of what they change", () => {
  test("there are hundreds", () => {
    expect(patterns.all.length).toBeGreaterThan(150);
    expect(companies.length).toBeGreaterThan(10);
  });

  test.each(companies)(
    "on programs of %s",
    (_, dialects) => {
      const only = opsOf(dialects);
      for (const { operations, programs, options } of sizes) {
        for (let seed = 1; seed <= programs; seed++) {
          for (const topDown of [true, false]) {
            const module = generateModule(newContext(), seededSource(seed), {
              dialects,
              operations,
              ...(only === undefined ? {} : { only }),
            });
            const { diagnostic, emptyRewrites } = applyPatternsGreedily(module, patterns, { topDown, ...options });
            expect({ operations, seed, topDown, said: diagnostic?.message, emptyRewrites }).toEqual({
              operations,
              seed,
              topDown,
              said: undefined,
              emptyRewrites: [],
            });
          }
        }
      }
    },
    isLong ? 3_600_000 : 60_000,
  );
});
