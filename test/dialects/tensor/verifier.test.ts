import { expect, test } from "@jest/globals";
import { problemsOf } from "../../support/mlir.ts";

const cases: readonly (readonly [line: string, message: RegExp])[] = [
  ["%0 = tensor.empty() : tensor<?xf32>", /incorrect number of dynamic sizes, has 0, expected 1/],
  ["%0 = tensor.extract %t[%n] : tensor<8x16xf32>", /incorrect number of indices for extract_element/],
  ["%0 = tensor.extract_slice %t[0, 0] [2, 2] [1, 1] : tensor<8x16xf32> to tensor<2xf32>", /expected type to be 'tensor<2x2xf32>' or a rank-reduced version. \(size mismatch\)/],
  ["%0 = tensor.extract_slice %t[0, 15] [2, 2] [1, 1] : tensor<8x16xf32> to tensor<2x2xf32>", /slice along dimension 1 runs out-of-bounds: 16 >= 16/],
  ["%0 = tensor.insert_slice %u into %t[0, 0] [2, 2] [1, 1] : tensor<4xf32> into tensor<8x16xf32>", /\(size mismatch\)/],
  ["%0 = tensor.cast %t : tensor<8x16xf32> to tensor<8x17xf32>", /are cast incompatible/],
  ["%0 = tensor.collapse_shape %t [[0, 1]] : tensor<8x16xf32> into tensor<127xf32>", /expected dimension 0 of collapsed type to be static value of 128/],
  ["%0 = tensor.concat dim(1) %u, %u : (tensor<4xf32>, tensor<4xf32>) -> tensor<8xf32>", /concatenation dim must be less than the tensor rank/],
  ["%0 = tensor.splat %f : tensor<?xf32>", /incorrect number of dynamic sizes, has 0, expected 1/],
  ["%0 = tensor.pad %u low[1] high[1] {\n^bb0(%i: index):\ntensor.yield %f : f32\n} : tensor<4xf32> to tensor<7xf32>", /'tensor<7xf32>' does not match the inferred type 'tensor<6xf32>'/],
  ["tensor.parallel_insert_slice %u into %t[0, 0] [1, 4] [1, 1] : tensor<4xf32> into tensor<8x16xf32>", /expected InParallelOpInterface parent/],
]; // prettier-ignore

test.each(cases)("%s", (line, message) => {
  const text = `func.func @f(%n: index, %f: f32, %t: tensor<8x16xf32>, %u: tensor<4xf32>) {\n${line}\nreturn\n}`;
  expect(problemsOf(text)[0]).toMatch(message);
});
