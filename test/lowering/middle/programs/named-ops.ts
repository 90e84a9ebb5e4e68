// linalg's named ops, which state their maps by their names.
import type { Programs } from "./program.ts";

const zeros = (type: string): string => `%zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : ${type}
  %init = linalg.fill ins(%zero : f32) outs(%empty : ${type}) -> ${type}`;

export const namedOps: Programs = {
  "linalg.matmul": `func.func @main(%x: tensor<19x7xf32>, %y: tensor<7x33xf32>) -> tensor<19x33xf32> {
  ${zeros("tensor<19x33xf32>")}
  %r = linalg.matmul ins(%x, %y : tensor<19x7xf32>, tensor<7x33xf32>) outs(%init : tensor<19x33xf32>) -> tensor<19x33xf32>
  return %r : tensor<19x33xf32>
}
`,
  "linalg.batch_matmul": `func.func @main(%x: tensor<2x9x7xf32>, %y: tensor<2x7x13xf32>) -> tensor<2x9x13xf32> {
  ${zeros("tensor<2x9x13xf32>")}
  %r = linalg.batch_matmul ins(%x, %y : tensor<2x9x7xf32>, tensor<2x7x13xf32>) outs(%init : tensor<2x9x13xf32>) -> tensor<2x9x13xf32>
  return %r : tensor<2x9x13xf32>
}
`,
  "linalg.conv_2d_nhwc_hwcf with strides": `func.func @main(%x: tensor<1x9x9x3xf32>, %w: tensor<3x3x3x5xf32>) -> tensor<1x4x4x5xf32> {
  ${zeros("tensor<1x4x4x5xf32>")}
  %r = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>} ins(%x, %w : tensor<1x9x9x3xf32>, tensor<3x3x3x5xf32>) outs(%init : tensor<1x4x4x5xf32>) -> tensor<1x4x4x5xf32>
  return %r : tensor<1x4x4x5xf32>
}
`,
  "linalg.pooling_nhwc_sum": `func.func @main(%x: tensor<1x8x8x5xf32>) -> tensor<1x4x4x5xf32> {
  ${zeros("tensor<1x4x4x5xf32>")}
  %window = tensor.empty() : tensor<2x2xf32>
  %r = linalg.pooling_nhwc_sum {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : tensor<2xi64>} ins(%x, %window : tensor<1x8x8x5xf32>, tensor<2x2xf32>) outs(%init : tensor<1x4x4x5xf32>) -> tensor<1x4x4x5xf32>
  return %r : tensor<1x4x4x5xf32>
}
`,
  "linalg.reduce, map, transpose and broadcast": `func.func @main(%x: tensor<7x19x13xf32>) -> (tensor<7x13xf32>, tensor<19x7x13xf32>) {
  ${zeros("tensor<7x13xf32>")}
  %sum = linalg.reduce ins(%x : tensor<7x19x13xf32>) outs(%init : tensor<7x13xf32>) dimensions = [1]
    (%a: f32, %b: f32) {
      %c = arith.addf %a, %b : f32
      linalg.yield %c : f32
    }
  %mapped = linalg.map ins(%sum : tensor<7x13xf32>) outs(%empty : tensor<7x13xf32>)
    (%a: f32, %o: f32) {
      %c = math.exp %a : f32
      linalg.yield %c : f32
    }
  %large = tensor.empty() : tensor<7x19x13xf32>
  %wide = linalg.broadcast ins(%mapped : tensor<7x13xf32>) outs(%large : tensor<7x19x13xf32>) dimensions = [1]
  %turned = tensor.empty() : tensor<19x7x13xf32>
  %back = linalg.transpose ins(%wide : tensor<7x19x13xf32>) outs(%turned : tensor<19x7x13xf32>) permutation = [1, 0, 2]
  return %mapped, %back : tensor<7x13xf32>, tensor<19x7x13xf32>
}
`,
  "elements by computed positions": `func.func @main(%x: tensor<4xf32>, %i: tensor<40xi32>) -> tensor<40xf32> {
  %empty = tensor.empty() : tensor<40xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%i : tensor<40xi32>) outs(%empty : tensor<40xf32>) {
  ^bb0(%a: i32, %o: f32):
    %three = arith.constant 3 : i32
    %b = arith.andi %a, %three : i32
    %j = arith.index_cast %b : i32 to index
    %v = tensor.extract %x[%j] : tensor<4xf32>
    linalg.yield %v : f32
  } -> tensor<40xf32>
  return %r : tensor<40xf32>
}
`,
  "scalars among the arguments": `func.func @main(%x: tensor<40xf32>, %s: f32, %n: index) -> (tensor<40xf32>, f32) {
  %empty = tensor.empty() : tensor<40xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> ()>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%x, %s : tensor<40xf32>, f32) outs(%empty : tensor<40xf32>) {
  ^bb0(%a: f32, %t: f32, %o: f32):
    %b = arith.mulf %a, %t : f32
    %c = arith.addf %b, %s : f32
    linalg.yield %c : f32
  } -> tensor<40xf32>
  %v = tensor.extract %r[%n] : tensor<40xf32>
  return %r, %v : tensor<40xf32>, f32
}
`,
  "extents of 0": `func.func @main(%x: tensor<0x9xf32>, %y: tensor<9x5xf32>, %a: tensor<4x0xf32>, %b: tensor<0x5xf32>) -> (tensor<0x5xf32>, tensor<4x5xf32>) {
  ${zeros("tensor<0x5xf32>")}
  %r = linalg.matmul ins(%x, %y : tensor<0x9xf32>, tensor<9x5xf32>) outs(%init : tensor<0x5xf32>) -> tensor<0x5xf32>
  %e = tensor.empty() : tensor<4x5xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<4x5xf32>) -> tensor<4x5xf32>
  %s = linalg.matmul ins(%a, %b : tensor<4x0xf32>, tensor<0x5xf32>) outs(%f : tensor<4x5xf32>) -> tensor<4x5xf32>
  return %r, %s : tensor<0x5xf32>, tensor<4x5xf32>
}
`,
};
