// Passes against mlir-opt, to the byte: the files of pass-cases/ hold one part for each situation in MLIR's documentation of the pass.
// The first line of a file gives the pipeline, the first line of each part names the situation.
import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildPipelineText } from "../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { PassRegistry } from "../../ir/pass/pass-registry.ts";
import { printOperation } from "../../ir/syntax/printer.ts";
import { loweringPasses } from "../../lowering/passes.ts";
import { passes } from "../../passes/index.ts";
import { parse } from "../support/mlir.ts";
import { printedByMlirOpt } from "./mlir-opt-batch.ts";

const folder = join(import.meta.dirname, "pass-cases");
const registry = new PassRegistry([...passes, ...loweringPasses]);

async function run(text: string, pipeline: string): Promise<string> {
  const module = parse(text);
  const built = await buildPipelineText(`builtin.module(${pipeline})`, registry);
  if (!built.ok) throw new Error(built.errors.map(({ message }) => message).join("; "));
  const { ok } = await new PassManager(built.pipeline).run(module);
  return ok ? printOperation(module).trim() : "refused";
}

describe.each(readdirSync(folder).sort())("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const pipeline = /^\/\/ pipeline: (.*)$/m.exec(text)?.[1] ?? "";
  const parts = text.split(/^\/\/ -----\n/m).slice(1);
  const theirs = printedByMlirOpt(parts, [`--pass-pipeline=builtin.module(${pipeline})`]);
  test.each(parts.map((part, i) => [part.split("\n")[0]?.slice(3), part, theirs[i] ?? "refused"] as const))(
    "%s",
    async (_, part, expected) => {
      expect(await run(part, pipeline)).toBe(expected.trim());
    },
  );
});
