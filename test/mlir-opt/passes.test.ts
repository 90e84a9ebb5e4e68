import { describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { builtinDialects } from "../../dialects/index.ts";
import { optimize } from "../passes/optimize.ts";
import { samples } from "../passes/samples.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";

const pipelines = [
  "canonicalize",
  "cse",
  "symbol-dce",
  "inline",
  "inline{default-pipeline=}",
  "inline{inlining-threshold=60}",
  "inline{max-iterations=0}",
  "inline{op-pipelines=func.func()}",
  "inline{default-pipeline= op-pipelines=func.func(canonicalize)}",
  "canonicalize,cse,symbol-dce",
  "canonicalize{top-down=false}",
  "loop-invariant-code-motion",
  "canonicalize,cse,loop-invariant-code-motion,canonicalize",
];

describe("passes that keep the level give what mlir-opt gives", () => {
  for (const [name, text] of Object.entries(samples)) {
    for (const pipeline of pipelines) {
      test(`${pipeline} on ${name}`, async () => {
        const theirs = execFileSync(mlirOpt, [`--pass-pipeline=builtin.module(${pipeline})`], {
          input: text,
          encoding: "utf8",
        });
        expect((await optimize(text, pipeline, { dialects: builtinDialects })).text).toBe(theirs.trim());
      });
    }
  }
});
