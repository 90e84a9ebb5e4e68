// Canonicalisation of memref, tensor and linalg together. The text is mlir-opt -canonicalize's, but for one slice of a slice, which becomes one.
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { applyPatternsGreedily } from "../../../ir/rewrite/greedy.ts";
import { printOperation } from "../../../ir/syntax/printer.ts";
import { canonicalizationPatterns } from "../../../passes/canonicalize.ts";
import { newContext, parse } from "../../support/mlir.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8").trimEnd();

test("constants move into types, casts that forget and copies that change nothing go away", () => {
  const context = newContext();
  const module = parse(read("canonicalize.before.mlir"), context);
  applyPatternsGreedily(module, canonicalizationPatterns(context));
  expect(printOperation(module)).toBe(read("canonicalize.after.mlir"));
});
