// `checkPass` and `checkConversion` are tested: they find out every wrong pass and conversion, on programs that know nothing of it.
import { expect, test } from "@jest/globals";
import { checkConversion, checkPass } from "../../../ir/check/check-passes.ts";
import { newContext } from "../../support/mlir.ts";
import { wrongPasses } from "./index.ts";

test.each(wrongPasses.map((wrong) => [wrong.pass.name, wrong] as const))("%s", async (_, { pass, dialects }) => {
  const options = { context: newContext, dialects, programs: 12_000, reduceTimeMs: 2_000 };
  const check = "run" in pass ? checkPass(pass, options) : checkConversion(pass, options);
  const message = await check.then(
    ({ programs }) => `nothing was found in ${programs} programs`,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  expect(message).toMatch(/miscompile/);
  expect(message).toContain("func.func");
});
