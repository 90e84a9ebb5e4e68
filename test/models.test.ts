// The real programs of test/models: read, verified, printed and read again, and run in the interpreter against JAX's results.
import { describe, expect, test } from "@jest/globals";
import type { Operation } from "../ir/core/operation.ts";
import { printOperation } from "../ir/syntax/printer.ts";
import { expectClose, modelInputs, modelNames, modelResults, modelText } from "./support/models.ts";
import { newContext, parse, results } from "./support/mlir.ts";

const withoutBlankLines = (text: string): string => text.replace(/\n+/g, "\n").trim();

describe.each(modelNames)("%s", (name) => {
  const text = modelText(name);
  const module: Operation = parse(text);

  test("prints as JAX printed it", () => {
    expect(printOperation(module)).toBe(withoutBlankLines(text));
  });

  test("reads again from both forms", () => {
    const printed = printOperation(module);
    const generic = printOperation(module, { generic: true });
    expect(printOperation(parse(generic, newContext()))).toBe(printed);
  });

  test("gives JAX's results in the interpreter", () => {
    expectClose(results(module, "main", modelInputs(module, name)), modelResults(name));
  });
});
