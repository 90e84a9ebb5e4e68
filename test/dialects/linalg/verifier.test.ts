import { expect, test } from "@jest/globals";
import { problemsOf } from "../../support/mlir.ts";

const generic = (map: string, body: string): string =>
  `%0 = linalg.generic {indexing_maps = [affine_map<${map}>], iterator_types = ["parallel"]} outs(%u : tensor<4xf32>) {\n${body}\n} -> tensor<4xf32>`;

const cases: readonly (readonly [line: string, message: RegExp])[] = [
  ["%0 = linalg.matmul ins(%t, %t : tensor<8x16xf32>, tensor<8x16xf32>) outs(%t : tensor<8x16xf32>) -> tensor<8x16xf32>", /inferred input\/output operand #1 has shape's dimension #0 to be 16, but found 8/],
  ["%0 = linalg.matmul ins(%u, %t : tensor<4xf32>, tensor<8x16xf32>) outs(%t : tensor<8x16xf32>) -> tensor<8x16xf32>", /expected operand #0 rank \(1\) to match the result rank of indexing_map \(2\)/],
  ["%0 = linalg.fill ins(%n : index) outs(%t : tensor<8x16xf32>) -> tensor<8x16xf32>", /expected fill value type \('index'\) to match output element type \('f32'\)/],
  ["%0 = linalg.transpose ins(%t : tensor<8x16xf32>) outs(%t : tensor<8x16xf32>) permutation = [1, 1]", /permutation is not valid/],
  ["%0 = linalg.transpose ins(%t : tensor<8x16xf32>) outs(%t : tensor<8x16xf32>) permutation = [1, 0]", /dim\(result, 0\) = 8 doesn't match dim\(input, permutation\[0\]\) = 16/],
  ['%c = arith.constant 0.0 : f32\n%0 = "linalg.transpose"(%t, %t) <{permutation = array<i64: 0, 1>}> ({\n^bb0(%x: f32, %y: f32):\n"linalg.yield"(%c) : (f32) -> ()\n}) : (tensor<8x16xf32>, tensor<8x16xf32>) -> tensor<8x16xf32>', /expects its body to yield the element of its input/],
  ["%0 = linalg.broadcast ins(%u : tensor<4xf32>) outs(%t : tensor<8x16xf32>) dimensions = [1]", /input dim 0 should match init dim 0. input: 4, init: 8/],
  [generic("(d0) -> (d0)", "^bb0(%x: i32):\n%y = arith.constant 0.0 : f32\nlinalg.yield %y : f32"), /expected type of bb argument #0 \('i32'\) to match element or self type of the corresponding operand \('f32'\)/],
  [generic("(d0) -> (d0)", "^bb0(%x: f32):\nlinalg.yield %x, %x : f32, f32"), /expected number of yield values \(2\) to match the number of inits \/ outs operands of the enclosing LinalgOp \(1\)/],
  [generic("(d0) -> (0)", "^bb0(%x: f32):\nlinalg.yield %x : f32"), /expected the shape-to-loops map to be non-null/],
  ["%0 = linalg.index 0 : index", /expected parent op with LinalgOp interface/],
  ["%0 = linalg.conv_2d_nhwc_hwcf ins(%i, %w : tensor<1x6x6x2xf32>, tensor<3x3x2x4xf32>) outs(%o : tensor<1x5x4x4xf32>) -> tensor<1x5x4x4xf32>", /operand #0 has shape's dimension #1 to be greater than or equal to 7, but found 6/],
]; // prettier-ignore

test.each(cases)("%s", (line, message) => {
  const text = `func.func @f(%n: index, %t: tensor<8x16xf32>, %u: tensor<4xf32>, %i: tensor<1x6x6x2xf32>, %w: tensor<3x3x2x4xf32>, %o: tensor<1x5x4x4xf32>) {\n${line}\nreturn\n}`;
  expect(problemsOf(text)[0]).toMatch(message);
});
