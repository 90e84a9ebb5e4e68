// Texts that mlir-opt 22 printed, `test/dialects/<name>/*.mlir`: each reads, verifies and prints as it stands, also through the generic form.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { newContext, parse } from "../support/mlir.ts";
import { printOperation } from "../../ir/syntax/printer.ts";

const folder = new URL(".", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("ops.mlir"))
  .sort();

describe("printed as mlir-opt prints it", () => {
  test.each(files)("%s", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8").trimEnd();
    const module = parse(text);
    expect(printOperation(module)).toBe(text);
    const generic = printOperation(module, { generic: true });
    expect(generic).not.toBe(text);
    expect(printOperation(parse(generic, newContext()))).toBe(text);
  });
});
