// Arbitrary modules under fast-check: properties hold on them, and a failing one is shrunk to a small one that still fails.
import { expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import { moduleArbitrary } from "../../../ir/check/arbitrary.ts";
import { generateModule } from "../../../ir/check/generate/generate-module.ts";
import { seededSource } from "../../../ir/check/random-source.ts";
import { walk } from "../../../ir/core/walk.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { createTerraceContext } from "../../../tools/library/context.ts";
import fc from "../../support/fast-check.ts";

const options = { dialects: ["arith", "scf"], operations: 15 } as const;

test("a property of all programs holds", () => {
  const context = createTerraceContext();
  fc.assert(
    fc.property(moduleArbitrary(fc, context, options), ({ seed, module }) => {
      expect(verify(module)).toEqual([]);
      expect(printOperation(module)).toBe(printOperation(generateModule(context, seededSource(seed), options)));
    }),
    { numRuns: 20 },
  );
});

test("a failing program is shrunk, even where the property changes it", () => {
  const context = createTerraceContext();
  const property = fc.property(moduleArbitrary(fc, context, options), ({ module }) => {
    const multiplies = [...walk(module)].some(({ name }) => name === "arith.muli");
    const [main] = module.region().entry.ops();
    main?.erase();
    return !multiplies;
  });
  const result = fc.check(property, { seed: 3, numRuns: 200 });
  expect(result.failed).toBe(true);
  const [shrunk] = result.counterexample ?? [];
  const report = String(fc.stringify(shrunk));
  expect(report).toContain("arith.muli");
  expect(report.split("\n").length).toBeLessThan(10);
  expect(report).toMatch(/^seed \d+:\nmodule/);
});
