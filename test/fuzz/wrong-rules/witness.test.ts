// Every wrong rule is wrong: its witness, run before and after it, does not do the same. The generator has no part in this.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import { applyPatternsOnce } from "../../../ir/rewrite/walk-driver.ts";
import { parse, run } from "../../support/mlir.ts";
import { changed } from "./changed.ts";
import { wrongRules } from "./index.ts";

describe("wrong rules", () => {
  test("are at least a hundred with different names, thirty of them after real miscompiles", () => {
    expect(new Set(wrongRules.map(({ name }) => name)).size).toBe(wrongRules.length);
    expect(wrongRules.length).toBeGreaterThanOrEqual(100);
    expect(wrongRules.filter(({ source }) => source !== undefined).length).toBeGreaterThanOrEqual(30);
  });

  test.each(wrongRules.map((rule) => [rule.name, rule] as const))("%s", (_, { pattern, witness }) => {
    const args = witness.args ?? [];
    const before = run(witness.text, "main", args, { fuel: 100_000 });
    const module = parse(witness.text);
    expect(applyPatternsOnce(module, [pattern])).toBeGreaterThan(0);
    expect(verify(module).map(({ message }) => message)).toEqual([]);
    const after = run(module, "main", args, { fuel: 100_000 });
    expect(changed(before, after)).toBe(true);
  });
});
