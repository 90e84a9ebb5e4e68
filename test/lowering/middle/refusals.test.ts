// What the middle refuses, by name, with the reason: never an exception.
import { describe, expect, test } from "@jest/globals";
import { checkPipeline } from "../../support/pipeline.ts";
import { onMachine, roads } from "./machines.ts";

const refusals = [
  [
    "a contraction of dynamic shape",
    `func.func @main(%x: tensor<?x9xf32>, %y: tensor<9x5xf32>, %z: tensor<?x5xf32>) -> tensor<?x5xf32> {
  %r = linalg.matmul ins(%x, %y : tensor<?x9xf32>, tensor<9x5xf32>) outs(%z : tensor<?x5xf32>) -> tensor<?x5xf32>
  return %r : tensor<?x5xf32>
}
`,
    ["'linalg.matmul' op has no lowering to 'wasm-simd128': a contraction of dynamic shape has no tiles"],
  ],
  [
    "a result of dynamic shape",
    `func.func @main(%x: tensor<?x9xf32>) -> tensor<?x9xf32> {
  %r = linalg.exp ins(%x : tensor<?x9xf32>) outs(%x : tensor<?x9xf32>) -> tensor<?x9xf32>
  return %r : tensor<?x9xf32>
}
`,
    ["'func.func' op returns a buffer of dynamic shape, which no caller can provide"],
  ],
  [
    "arithmetic on tensors, all of it at once",
    `func.func @main(%x: tensor<40xf32>) -> tensor<40xf32> {
  %r = arith.addf %x, %x : tensor<40xf32>
  %s = math.exp %r : tensor<40xf32>
  return %s : tensor<40xf32>
}
`,
    [
      "'arith.addf' op cannot be bufferized: it has no form on buffers",
      "'math.exp' op cannot be bufferized: it has no form on buffers",
    ],
  ],
  [
    "padding that is computed",
    `func.func @main(%x: tensor<4xf32>) -> tensor<7xf32> {
  %r = tensor.pad %x low[1] high[2] {
  ^bb0(%i: index):
    %a = arith.index_cast %i : index to i32
    %f = arith.sitofp %a : i32 to f32
    tensor.yield %f : f32
  } : tensor<4xf32> to tensor<7xf32>
  return %r : tensor<7xf32>
}
`,
    ["'tensor.pad' op cannot be bufferized: its padding depends on the position"],
  ],
] as const;

describe("the middle refuses", () => {
  test.each(refusals)("%s", async (_, program, messages) => {
    const { refused } = await checkPipeline(onMachine(roads.cpu.machine, program), roads.cpu.passes);
    expect(refused).toEqual(messages);
  });
});
