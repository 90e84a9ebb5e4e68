// The .mlir tests: every file under test/ whose first lines say `// RUN: terrace-opt ...`, one test a command.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { runLine, runLinesOf } from "./support/run-lines.ts";

const root = fileURLToPath(new URL("./", import.meta.url));

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".mlir"))
  .map((name) => ({
    name: name.replaceAll("\\", "/"),
    path: join(root, name),
    text: readFileSync(join(root, name), "utf8"),
  }))
  .filter(({ text }) => /^(?:\/\/.*\n|\s*\n)*\/\/ RUN:/.test(text))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

test("there are such tests", () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)("$name", ({ path, text }) => {
  test.each(runLinesOf(text))("%s", async (command) => {
    expect(await runLine(command, path, text)).toBeUndefined();
  });
});
