// The demo: a row for each target, and an error where its files are not.
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { demo } from "../../tools/demo/demo.ts";
import { captured } from "../support/command.ts";

test("every target gives JAX's results", async () => {
  const { code, stdout, stderr } = await captured((io) =>
    demo(fileURLToPath(new URL("../models/", import.meta.url)), io),
  );
  expect([code, stderr]).toEqual([0, ""]);
  for (const target of ["interpreter", "cpu", "gpu", "systolic"])
    expect(stdout).toMatch(new RegExp(`^${target} .* 31 of 32 .*`, "m"));
  expect(stdout.match(/100\.0 %/g)).toHaveLength(3);
});

test("a folder without models is an error", async () => {
  const { code, stderr } = await captured((io) => demo("/no/such/folder/", io));
  expect([code, stderr]).toEqual([1, "error: cannot read '/no/such/folder/labels.json': no such file or directory\n"]);
});
