// Every wrong pass is wrong: its witness, run before and after it, does not do the same. The generator has no part in this.
import { expect, test } from "@jest/globals";
import { verify } from "../../../ir/analysis/verify.ts";
import { parse, run } from "../../support/mlir.ts";
import { changed } from "../wrong-rules/changed.ts";
import { wrongPasses } from "./index.ts";
import { subjectOf } from "./wrong-pass.ts";

test.each(wrongPasses.map((wrong) => [wrong.pass.name, wrong] as const))("%s", async (_, { pass, witness }) => {
  const args = witness.args ?? [];
  const before = run(witness.text, "main", args, { fuel: 100_000 });
  const module = parse(witness.text);
  const { fired, problem } = await subjectOf(pass).apply(module);
  expect(problem).toBeUndefined();
  expect(fired.size).toBeGreaterThan(0);
  expect(verify(module).map(({ message }) => message)).toEqual([]);
  expect(changed(before, run(module, "main", args, { fuel: 100_000 }))).toBe(true);
});
