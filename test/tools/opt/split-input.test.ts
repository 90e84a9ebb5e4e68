// --split-input-file: parts, markers, and the places of what is said.
import { expect, test } from "@jest/globals";
import { splitInput } from "../../../tools/opt/split-input.ts";
import { runTerrace } from "../../support/command.ts";
import { fourParts } from "../../support/opt-programs.ts";

const module = (name: string): string => `module {\n  func.func @${name}() {\n    return\n  }\n}\n\n`;

test("a wrong part leaves its place empty; the others are printed", async () => {
  const { code, stdout, stderr } = await runTerrace(["opt", "--split-input-file"], fourParts);
  const marker = "// -----\n";
  expect([code, stdout]).toEqual([1, [module("a"), module("b"), "", module("d")].join(marker)]);
  expect(stderr).toMatch(/^<stdin>:10:3: error: 'func.return' op .*\n {2}return\n {2}\^/);
});

test("other markers", async () => {
  const text = fourParts.replaceAll("// -----", "//%%");
  const { stdout } = await runTerrace(["opt", "--split-input-file=//%%", "--output-split-marker=//=="], text);
  expect(stdout.split("//==\n")).toEqual([module("a"), module("b"), "", module("d")]);
  expect((await runTerrace(["opt", "--split-input-file="], text)).stderr).toMatch(/:10:3: error/);
});

test("a marker may stand inside a line; columns stay", () => {
  const { parts, warnings } = splitInput({ file: "f", text: "a // ----- b\nc // -----" }, "// -----");
  expect(parts).toEqual(["a ", "           b\nc "]);
  expect(warnings).toEqual([]);
});

test("what looks like a marker is warned of", () => {
  const { parts, warnings } = splitInput({ file: "f", text: "a\n// ---\nb\n// -----\nc" }, "// -----");
  expect(parts).toEqual(["a\n// ---\nb\n", "\n\n\n        \nc"]);
  expect(warnings).toMatchObject([{ severity: "warning", location: { line: 2, column: 7 } }]);
});

test("no text is no part", async () => {
  expect(await runTerrace(["opt", "--split-input-file"], "")).toEqual({ code: 0, stdout: "", stderr: "" });
});
