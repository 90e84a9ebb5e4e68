// The middle of the compiler for systolic arrays, down to their instructions: every contraction is done by the array, or refused.
import { describe, expect, test } from "@jest/globals";
import { opsNamed } from "../../../ir/core/walk.ts";
import { checkPipeline } from "../../support/pipeline.ts";
import { checkPrograms, named, without } from "./check-programs.ts";
import { onMachine, roads } from "./machines.ts";
import { contractions, floats, functions, integers, layouts, networks, windows } from "./programs/index.ts";

checkPrograms("systolic", {
  ...contractions,
  ...windows,
  ...without(networks, ["attention"]),
  ...functions,
  ...layouts,
});
checkPrograms(
  "array12x20",
  named({ ...contractions, ...windows, ...networks }, [
    "mlp",
    "ragged attention",
    "strided convolution",
    "batch matmul",
  ]),
);
checkPrograms(
  "systolicInt8",
  named(integers, ["integer matmul", "requantised matmul", "requantised matmul with bias"]),
);

const lower = (road: keyof typeof roads, program: string | undefined) =>
  checkPipeline(onMachine(roads[road].machine, program ?? ""), roads[road].passes);

describe("contractions on an array", () => {
  test.each([
    ["matmul, bias, relu", networks, 1],
    ["mlp", networks, 2],
    ["two matmuls summed", networks, 2],
    ["ragged attention", networks, 2],
    ["strided convolution", windows, 1],
    ["convolution of channels first", windows, 1],
    ["contraction with many rows", contractions, 1],
  ])("%s: as many launches as contractions", async (name, programs, launches) => {
    const { module } = await lower("systolic", programs[name]);
    expect(opsNamed(module, "systolic.launch")).toHaveLength(launches);
  });

  test("bias and relu of a product are the store's: nothing is left to the host", async () => {
    const { module } = await lower("systolic", networks["matmul, bias, relu"]);
    expect(opsNamed(module, "memref.load")).toEqual([]);
    expect(opsNamed(module, "systolic.config_st").map((op) => op.attribute("activation"))).not.toEqual([]);
  });

  test.each([
    ["f64 matmul", "systolic", floats, "the array multiplies f32 by f32 into f32, not f64 by f64 into f64"],
    ["f16 to f32 matmul", "systolic", floats, "the array multiplies f32 by f32 into f32, not f16 by f16 into f32"],
    ["integer matmul", "systolic", integers, "the array multiplies f32 by f32 into f32, not i8 by i8 into i32"],
    ["matmul", "systolicInt8", contractions, "the array multiplies i8 by i8 into i32, not f32 by f32 into f32"],
  ] as const)("%s on %s is refused, with the reason", async (name, road, programs, reason) => {
    const { refused } = await lower(road, programs[name]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toContain(reason);
  });
});
