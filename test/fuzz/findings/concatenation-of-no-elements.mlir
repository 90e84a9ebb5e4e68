// RUN: terrace-opt %s --stablehlo-legalize-to-linalg | FileCheck %s
// Found by `terrace fuzz conversions --seed=3`, seed 2572199713. Wrong side: terrace, fixed: made a tensor.insert_slice that begins out of bounds.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<4x0xi1>) -> tensor<8x0xi1> {
// CHECK-NEXT:    %[[VAL_0:.*]] = tensor.empty() : tensor<8x0xi1>
// CHECK-NEXT:    return %[[VAL_0]] : tensor<8x0xi1>
// CHECK-NEXT:  }
func.func @main(%arg0: tensor<4x0xi1>) -> tensor<8x0xi1> {
  %0 = stablehlo.concatenate %arg0, %arg0, dim = 0 : (tensor<4x0xi1>, tensor<4x0xi1>) -> tensor<8x0xi1>
  return %0 : tensor<8x0xi1>
}
