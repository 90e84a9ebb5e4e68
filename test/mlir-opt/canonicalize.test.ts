// `--canonicalize` against mlir-opt on the files of canonicalize/: folders and patterns of arith, math, scf and tensor.
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyPatternsGreedily } from "../../ir/rewrite/greedy.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { canonicalizationPatterns } from "../../passes/canonicalize.ts";
import { parse } from "../support/mlir.ts";
import { printedByMlirOpt } from "./mlir-opt-batch.ts";

const folder = join(import.meta.dirname, "canonicalize");

/** The functions of a module's text, by name. */
function functions(text: string): Record<string, string> {
  const parts = text.split(/^(?= {2}func\.func)/m).slice(1);
  return Object.fromEntries(parts.map((part) => [/@\w+/.exec(part)?.[0] ?? "", part.replace(/\n}\s*$/, "\n")]));
}

function canonicalized(text: string): string {
  const module = parse(text);
  applyPatternsGreedily(module, canonicalizationPatterns(module.context));
  return `${printOperation(module)}\n`;
}

describe.each(readdirSync(folder).sort())("%s", (file) => {
  const parts = readFileSync(join(folder, file), "utf8").split(/^\/\/ -----\n/m);
  const theirs = printedByMlirOpt(parts, ["--canonicalize"]);
  test.each(parts.map((text, i) => [i, text, theirs[i] ?? "refused"] as const))("part %i", (_, text, expected) => {
    const [ours, mlirOpt] = [functions(canonicalized(text)), functions(expected)];
    expect(Object.keys(mlirOpt).length).toBeGreaterThan(0);
    expect(ours).toEqual(mlirOpt);
  });
});
