// What the verifiers of StableHLO's ops say.
import { expect, test } from "@jest/globals";
import { problemsOf } from "../../support/mlir.ts";

const cases: readonly (readonly [op: string, message: string])[] = [
  [
    `"stablehlo.add"(%a, %b) : (tensor<4x5xf32>, tensor<5xf32>) -> tensor<4x5xf32>`,
    "requires the same shape for all operands and results",
  ],
  [
    `"stablehlo.and"(%a, %a) : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xf32>`,
    "operand #0 must be ranked tensor of bool or 2/4/8/16/32/64-bit integer values, but got 'tensor<4x5xf32>'",
  ],
  [
    `"stablehlo.compare"(%a, %a) <{comparison_direction = #stablehlo<comparison_direction LT>}> : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xi32>`,
    "result #0 must be ranked tensor of bool values",
  ],
  [
    `stablehlo.broadcast_in_dim %b, dims = [2] : (tensor<5xf32>) -> tensor<3x5xf32>`,
    "broadcast_dimensions contains invalid value 2 for result with rank 2",
  ],
  [
    `stablehlo.broadcast_in_dim %b, dims = [0] : (tensor<5xf32>) -> tensor<3x5xf32>`,
    "size of operand dimension 0 (5) is not equal to 1 or size of result dimension 0 (3)",
  ],
  [
    `stablehlo.reshape %b : (tensor<5xf32>) -> tensor<3x5xf32>`,
    "number of output elements (15) doesn't match expected number of elements (5)",
  ],
  [
    `stablehlo.transpose %a, dims = [0, 0] : (tensor<4x5xf32>) -> tensor<4x5xf32>`,
    "attribute permutation must be a permutation of [0, 1] but got 0, 0",
  ],
  [
    `stablehlo.slice %a [0:5, 0:5] : (tensor<4x5xf32>) -> tensor<5x5xf32>`,
    "limit index 5 is larger than dimension size 4 in dimension 0",
  ],
  [
    `stablehlo.slice %a [0:4, 0:5] : (tensor<4x5xf32>) -> tensor<5x5xf32>`,
    "inferred type(s) 'tensor<4x5xf32>' are incompatible with return type(s) of operation 'tensor<5x5xf32>'",
  ],
  [
    `stablehlo.concatenate %a, %a, dim = 2 : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<8x5xf32>`,
    "dimension 2 is out-of-bounds for input rank 2",
  ],
  [
    `stablehlo.dot_general %a, %a, contracting_dims = [1] x [0] : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xf32>`,
    "contracting dimension sizes must match for lhs/rhs",
  ],
  [
    `stablehlo.dot_general %a, %a, contracting_dims = [1] x [1] : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xf32>`,
    "inferred shape '[4, 4]' is incompatible with return type of operation 'tensor<4x5xf32>'",
  ],
  [
    `stablehlo.reduce(%a init: %s) applies stablehlo.add across dimensions = [2] : (tensor<4x5xf32>, tensor<f32>) -> tensor<4xf32>`,
    "dimensions contains dimension 2, expected to be in range [0, 2)",
  ],
  [
    `stablehlo.reduce(%a init: %s) applies stablehlo.add across dimensions = [1] : (tensor<4x5xf32>, tensor<f32>) -> tensor<5xf32>`,
    "inferred type(s) 'tensor<4xf32>' are incompatible",
  ],
  [`stablehlo.iota dim = 3 : tensor<4x5xf32>`, "iota dimension 3 is out of range [0, 2)"],
  [
    `stablehlo.pad %a, %s, low = [0, 1], high = [-1, 2], interior = [0, 0] : (tensor<4x5xf32>, tensor<f32>) -> tensor<4x5xf32>`,
    "inferred type(s) 'tensor<3x8xf32>' are incompatible",
  ],
  [
    `stablehlo.dynamic_slice %a, %i, sizes = [1, 1] : (tensor<4x5xf32>, tensor<i32>) -> tensor<1x1xf32>`,
    "has mismatched number of slice sizes (2) and number of start indices (1)",
  ],
  [
    `"stablehlo.if"(%p) ({ stablehlo.return %p : tensor<i1> }, { stablehlo.return %a : tensor<4x5xf32> }) : (tensor<i1>) -> tensor<i1>`,
    "branch 1 returns 'tensor<4x5xf32>', the op 'tensor<i1>'",
  ],
  [
    `stablehlo.while(%x = %a) : tensor<4x5xf32> cond { stablehlo.return %a : tensor<4x5xf32> } do { stablehlo.return %x : tensor<4x5xf32> }`,
    "the condition must return ('tensor<i1>'), but returns ('tensor<4x5xf32>')",
  ],
  [
    `stablehlo.convolution(%a, %a) dim_numbers = [b, f]x[i, o]->[b, f], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64} : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xf32>`,
    "expects input feature dimension (5) / feature_group_count (1) = kernel input feature dimension (4)",
  ],
  [
    `"stablehlo.reduce_window"(%a, %s) <{window_dimensions = array<i64: 2>}> ({
    ^bb0(%x: tensor<f32>, %y: tensor<f32>):
      stablehlo.return %x : tensor<f32>
    }) : (tensor<4x5xf32>, tensor<f32>) -> tensor<3x5xf32>`,
    "expects window_dimensions to have one entry for each of the 2 dimensions, but got 1",
  ],
  [
    `stablehlo.compare LTE, %a, %a : (tensor<4x5xf32>, tensor<4x5xf32>) -> tensor<4x5xi1>`,
    "expected comparison direction to be one of: EQ, NE, GE, GT, LE, LT",
  ],
  [`stablehlo.ad %a, %a : tensor<4x5xf32>`, "unregistered operation 'stablehlo.ad' in dialect 'stablehlo'"],
];

test.each(cases)("%s", (op, message) => {
  const problems =
    problemsOf(`func.func @f(%a: tensor<4x5xf32>, %b: tensor<5xf32>, %s: tensor<f32>, %i: tensor<i32>, %p: tensor<i1>) {
    %r = ${op}
    return
  }`);
  expect(problems.join("\n")).toContain(message);
});
