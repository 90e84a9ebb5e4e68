// The programs in README.md and CONTRIBUTING.md print what stands under them.
import { expect, test } from "@jest/globals";
import { outputOf, programIn } from "./support/markdown-program.ts";

test.each(["README.md", "CONTRIBUTING.md"])("the program in %s", async (file) => {
  const program = programIn(file);
  expect(await outputOf(program)).toBe(program.output);
});
