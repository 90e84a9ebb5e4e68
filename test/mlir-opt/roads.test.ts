// Every model down every pipeline: mlir-opt takes the generic form after each pass and gives it back unchanged.
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "@jest/globals";
import { roads } from "../support/roads.ts";
import { modelText, stagesOf } from "../support/stages.ts";

const tool = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt-22";

describe.each(roads)("$model through $pipeline on $machine", ({ model, pipeline, machine }) => {
  test("goes through mlir-opt unchanged after every pass", async () => {
    // mlir-opt does not know stablehlo's attributes, but keeps them as they are.
    const stages = await stagesOf(modelText(model), pipeline, machine);
    for (const { name, generic } of stages) {
      const { status, stdout, stderr } = spawnSync(
        tool,
        ["--allow-unregistered-dialect", "--mlir-print-op-generic", "--mlir-elide-elementsattrs-if-larger=1000000000"],
        {
          input: generic,
          encoding: "utf8",
          maxBuffer: 1 << 28,
        },
      );
      expect([name, status, stderr.slice(0, 2000)]).toEqual([name, 0, ""]);
      expect([name, stdout.trimEnd()]).toEqual([name, generic.trimEnd()]);
    }
  }, 300_000);
});
