// After every pass of the middle, mlir-opt reads the module in generic form, verifies it, and prints what we printed.
import { describe, expect, test } from "@jest/globals";
import { onMachine, roads } from "../lowering/middle/machines.ts";
import { programs } from "../lowering/middle/programs/index.ts";
import { checkPipeline } from "../support/pipeline.ts";

const mlirOpt = process.env["TERRACE_MLIR_OPT"] ?? "mlir-opt";

const names = [
  "ragged softmax", "ragged layernorm", "matmul, bias, relu", "batch matmul", "ragged attention", "strided convolution with uneven padding",
  "overlapping max pool", "matmul, accumulating", "contraction to rank 0 from matrices", "two elementwise results in one", "booleans",
  "insertion", "reshapes", "a loop until", "branches",
] as const; // prettier-ignore

describe.each(["cpu", "gpu8k", "systolic"] as const)("on %s, mlir-opt gives the module back", (road) => {
  const { machine, passes } = roads[road];
  test.each(names)("%s", async (name) => {
    const { refused } = await checkPipeline(onMachine(machine, programs[name] ?? ""), passes, { mlirOpt });
    expect(refused).toEqual([]);
  });
});
