// StableHLO's own test programs, beside the project: each computes, and checks its results by custom calls. `npm run conformance`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse, results } from "../support/mlir.ts";

const folder = new URL("../../../shared/conformance/stablehlo/", import.meta.url);
// Programs of the CHLO dialect are named so.
const programs = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith(".mlir") && !name.includes("chlo"))
  : [];

if (programs.length === 0) {
  test.skip(`there are no programs in ${folder.pathname}`, () => undefined);
} else {
  test.each(programs)("%s", (name) => {
    const module = parse(readFileSync(new URL(name, folder), "utf8"));
    expect(results(module, "main").length).toBeGreaterThanOrEqual(0);
  });
}
