// The tables in the READMEs are those that the definitions give now.
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { builtinDialects } from "../dialects/index.ts";
import { modelNames } from "./support/models.ts";
import { filesWithTables, tables, withTables } from "../tools/docs/tables.ts";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");

test.each(filesWithTables)("%s is up to date (npm run docs)", (file) => {
  expect(read(file)).toBe(withTables(read(file)));
});

test("every table stands somewhere", () => {
  const all = filesWithTables.map(read).join();
  for (const name of Object.keys(tables)) expect(all).toContain(`<!-- table: ${name} -->`);
});

test("every op has a meaning", () => {
  const without = builtinDialects.flatMap(({ ops }) => ops.filter(({ meaning }) => meaning === undefined));
  expect(without.map(({ name }) => name)).toEqual([]);
});

test("the README's table of programs says what test/targets.test.ts checks", () => {
  const expected = modelNames.map((model) => [`\`${model}\``, "yes", "yes", "yes", "yes"]);
  const rows = [...read("README.md").matchAll(/^\| (`\w+`) \| (yes) \| (yes) \| (yes) \| (yes) \|$/gm)];
  expect(rows.map(([, ...cells]) => cells).sort()).toEqual(expected.sort());
});
