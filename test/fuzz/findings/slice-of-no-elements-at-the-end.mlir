// RUN: terrace-opt %s --stablehlo-legalize-to-linalg | FileCheck %s
// Found by `terrace fuzz conversions`, seed 934463784. Wrong side: terrace, fixed: made a tensor.extract_slice that begins out of bounds.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<2x3xi1>) -> tensor<1x0xi1> {
// CHECK-NEXT:    %[[VAL_0:.*]] = tensor.empty() : tensor<1x0xi1>
// CHECK-NEXT:    return %[[VAL_0]] : tensor<1x0xi1>
// CHECK-NEXT:  }
func.func @main(%arg0: tensor<2x3xi1>) -> tensor<1x0xi1> {
  %0 = stablehlo.slice %arg0 [1:2, 3:3] : (tensor<2x3xi1>) -> tensor<1x0xi1>
  return %0 : tensor<1x0xi1>
}
