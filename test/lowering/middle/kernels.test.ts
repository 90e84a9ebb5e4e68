// What kernels look like: in place, in registers, of the size that the machine's description says.
import { describe, expect, test } from "@jest/globals";
import { opsNamed } from "../../../ir/core/walk.ts";
import { typeText } from "../../../ir/syntax/printer.ts";
import { checkPipeline } from "../../support/pipeline.ts";
import { onMachine, roads } from "./machines.ts";
import { programs } from "./programs/index.ts";

const lower = async (road: keyof typeof roads, name: string) => {
  const { module } = await checkPipeline(onMachine(roads[road].machine, programs[name] ?? ""), roads[road].passes);
  return opsNamed(module, "tile.kernel");
};

describe("kernels", () => {
  test.each([
    ["cpu", "matmul, bias, relu"],
    ["cpu", "softmax in three dimensions"],
    ["cpu", "convolution, bias, relu, max pool"],
    ["cpu", "ragged attention"],
    ["gpu8k", "batch matmul"],
    ["gpu8k", "layernorm in three dimensions"],
    ["gpu8k", "ragged attention"],
  ] as const)("on %s, %s copies nothing inside a program", async (road, name) => {
    const kernels = await lower(road, name);
    expect(kernels.length).toBeGreaterThan(0);
    expect(kernels.flatMap((kernel) => opsNamed(kernel, "memref.copy"))).toEqual([]);
  });

  test("a CPU's accumulators are carried in registers: 4 rows of 8 floats, and no local buffer", async () => {
    const [kernel] = await lower("cpu", "batch matmul");
    const contracts = opsNamed(kernel!, "vector.contract");
    expect(contracts.map((op) => typeText(op.result().type))).toEqual(["vector<4x8xf32>"]);
    const loop = contracts[0]?.parentOp;
    expect(loop?.name).toBe("scf.for");
    expect(loop?.results.map((r) => typeText(r.type))).toEqual(["vector<4x8xf32>"]);
    expect(opsNamed(kernel!, "tile.alloc")).toEqual([]);
  });

  test("a program is one fused group: softmax is one kernel, and so is a product with its bias", async () => {
    expect(await lower("cpu", "ragged softmax")).toHaveLength(1);
    expect(await lower("cpu", "ragged layernorm")).toHaveLength(1);
    expect(await lower("gpu", "matmul, bias, relu")).toHaveLength(1);
  });
});
