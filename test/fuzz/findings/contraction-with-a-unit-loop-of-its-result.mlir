// RUN: terrace-opt %s --linalg-vectorize | FileCheck %s
// Found by `terrace fuzz conversions`, seed 2668652449. Wrong side: terrace, fixed: a product that its output alone has one more loop of extent 1 for became a vector.contract,
// which has no such loop, and did not verify.

// CHECK-LABEL: func.func @main(
// CHECK-NOT:     vector.contract
// CHECK:         vector.multi_reduction <add>
func.func @main(%a: tensor<3xf32>, %b: tensor<2x3xf32>, %c: tensor<1x2xf32>) {
  scf.forall (%i) in (1) {
    %0 = linalg.generic {indexing_maps = [affine_map<(d0, d1, d2) -> (d2)>, affine_map<(d0, d1, d2) -> (d1, d2)>, affine_map<(d0, d1, d2) -> (d0, d1)>],
        iterator_types = ["parallel", "parallel", "reduction"]} ins(%a, %b : tensor<3xf32>, tensor<2x3xf32>) outs(%c : tensor<1x2xf32>) {
    ^bb0(%x: f32, %y: f32, %z: f32):
      %1 = arith.mulf %x, %y : f32
      %2 = arith.addf %z, %1 : f32
      linalg.yield %2 : f32
    } -> tensor<1x2xf32>
  }
  return
}
