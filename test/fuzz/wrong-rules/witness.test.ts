// Every wrong rule is wrong: its witness, run before and after it, does not do the same. The generator has no part in this.
import { describe, expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import type { Outcome } from "../../../ir/interpret/interpreter.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { POISON, type Scalar } from "../../../ir/interpret/value.ts";
import { applyPatternsOnce } from "../../../ir/rewrite/walk-driver.ts";
import { parse, run } from "../../support/mlir.ts";
import { wrongRules } from "./index.ts";

/** The scalars of a result, in order. */
function scalarsOf(value: RuntimeValue): readonly Scalar[] {
  if (typeof value !== "object" || !("kind" in value)) return [value];
  if (value.kind !== "dense") throw new Error(`a witness returns no ${value.kind}`);
  return Array.from({ length: value.count }, (_, i) => value.get(i));
}

const isSame = (a: Scalar, b: Scalar): boolean =>
  typeof a === "object" && typeof b === "object" ? Object.is(a.re, b.re) && Object.is(a.im, b.im) : Object.is(a, b);

/** Whether a run that ended well before ends otherwise after: what was poison may be anything. */
function changed(before: Outcome, after: Outcome): boolean {
  if (before.kind !== "values") throw new Error(`the witness itself ends in ${before.kind}: ${before.reason}`);
  if (after.kind !== "values") return true;
  const [old, made] = [before.values.flatMap(scalarsOf), after.values.flatMap(scalarsOf)];
  return old.length !== made.length || old.some((scalar, i) => scalar !== POISON && !isSame(scalar, made[i] ?? NaN));
}

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
