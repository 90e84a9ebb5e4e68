// Canonicalisation as mlir-opt 22 does it: `canonicalize.mlir` becomes `canonicalized.mlir`, its output, to the letter.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { verify } from "../../ir/analysis/verify.ts";
import { applyPatternsGreedily } from "../../ir/rewrite/greedy.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { canonicalizationPatterns } from "../../passes/canonicalize.ts";
import { parse } from "../support/mlir.ts";

const folder = new URL(".", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8").trimEnd();
const dialects = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/canonicalize.mlir"))
  .map((file) => file.slice(0, -"/canonicalize.mlir".length))
  .sort();

test.each(dialects)("%s", (dialect) => {
  const module = parse(read(`${dialect}/canonicalize.mlir`));
  const { converged, diagnostic } = applyPatternsGreedily(module, canonicalizationPatterns(module.context));
  expect({ converged, diagnostic }).toEqual({ converged: true, diagnostic: undefined });
  expect(verify(module)).toEqual([]);
  expect(printOperation(module)).toBe(read(`${dialect}/canonicalized.mlir`));
});
