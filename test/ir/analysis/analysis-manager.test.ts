// Analyses between passes: kept where a pass preserves them, computed anew where it does not.
import { expect, test } from "@jest/globals";
import { AnalysisManager, defineAnalysis } from "../../../ir/analysis/analysis-manager.ts";
import { definePass } from "../../../ir/pass/define-pass.ts";
import { opPipeline, passInstance } from "../../../ir/pass/build-pipeline.ts";
import { PassManager } from "../../../ir/pass/pass-manager.ts";
import { parse } from "../../support/mlir.ts";

const text = "func.func @f() {\n  return\n}\nfunc.func @g() {\n  return\n}";

test("a result is kept until a pass on the op, in it or around it does not preserve it", () => {
  const module = parse(text);
  const [f, g] = [...module.region().entry.ops()];
  if (f === undefined || g === undefined) throw new Error("there are two functions");
  let computed = 0;
  const count = defineAnalysis("count", () => ++computed);
  const analyses = new AnalysisManager();
  expect([analyses.get(count, f), analyses.get(count, g), analyses.get(count, module)]).toEqual([1, 2, 3]);
  analyses.invalidate(f, new Set([count]));
  expect(analyses.get(count, f)).toBe(1);
  analyses.invalidate(f, new Set());
  expect([analyses.cached(count, f), analyses.cached(count, g), analyses.cached(count, module)]).toEqual([
    undefined,
    2,
    undefined,
  ]);
});

test("passes of one run share analyses", async () => {
  let computed = 0;
  const count = defineAnalysis("count", () => ++computed);
  const seen: number[] = [];
  const keeping = definePass({
    name: "keeping",
    summary: "Reads and preserves.",
    run: (_, { analysis, preserve }) => {
      seen.push(analysis(count));
      preserve(count);
    },
  });
  const losing = definePass({
    name: "losing",
    summary: "Reads and preserves nothing.",
    run: (_, { analysis }) => void seen.push(analysis(count)),
  });
  const pipeline = [keeping, losing, keeping, keeping].map((pass) => passInstance(pass));
  await new PassManager(opPipeline("builtin.module", pipeline)).run(parse(text));
  expect(seen).toEqual([1, 1, 2, 2]);
});
