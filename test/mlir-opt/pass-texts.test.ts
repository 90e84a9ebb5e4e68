// Passes that show a text about the IR, against what mlir-opt shows: print-op-stats and view-op-graph, with each of their options.
import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildPipelineText } from "../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../ir/pass/pass-manager.ts";
import { PassRegistry } from "../../ir/pass/pass-registry.ts";
import { passes } from "../../passes/index.ts";
import { parse } from "../support/mlir.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";
const folder = join(import.meta.dirname, "pass-texts");
const registry = new PassRegistry(passes);

const pipelines = [
  "print-op-stats",
  "print-op-stats{json}",
  "func.func(print-op-stats)",
  "view-op-graph",
  "view-op-graph{max-label-len=5}",
  "view-op-graph{print-attrs=false}",
  "view-op-graph{print-result-types=false}",
  "view-op-graph{print-control-flow-edges}",
  "view-op-graph{print-control-flow-edges print-data-flow-edges=false}",
];

async function shown(text: string, pipeline: string): Promise<string> {
  const built = await buildPipelineText(`builtin.module(${pipeline})`, registry);
  if (!built.ok) throw new Error(built.errors.map(({ message }) => message).join("; "));
  let all = "";
  const printed = (_: unknown, part: string): void => void (all += part);
  await new PassManager(built.pipeline, { instrumentations: [{ printed }] }).run(parse(text));
  return all;
}

describe.each(readdirSync(folder).sort())("%s", (file) => {
  const path = join(folder, file);
  test.each(pipelines)("%s", async (pipeline) => {
    const flags = ["--allow-unregistered-dialect", "--mlir-disable-threading"];
    const theirs = spawnSync(mlirOpt, [...flags, `--pass-pipeline=builtin.module(${pipeline})`, path], {
      encoding: "utf8",
    });
    expect(theirs.status).toBe(0);
    expect(await shown(readFileSync(path, "utf8"), pipeline)).toBe(theirs.stderr);
  });
});
