// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules`, seed 163005474. Wrong side: terrace, fixed: a structured op took what stood behind the cast, of a size that does not fit, and was invalid then.

// CHECK-LABEL: func.func @main(
// CHECK:         tensor.cast %{{.*}} : tensor<2x1xi1> to tensor<?x1xi1>
#map = affine_map<(d0, d1) -> (d0, d1)>
func.func @main(%a: tensor<2x1xi1>, %b: tensor<1x1xi1>) -> tensor<1x1xi1> {
  %cast = tensor.cast %a : tensor<2x1xi1> to tensor<?x1xi1>
  %0 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]}
      ins(%cast : tensor<?x1xi1>) outs(%b : tensor<1x1xi1>) {
  ^bb0(%in: i1, %out: i1):
    %1 = arith.xori %in, %out : i1
    linalg.yield %1 : i1
  } -> tensor<1x1xi1>
  return %0 : tensor<1x1xi1>
}
