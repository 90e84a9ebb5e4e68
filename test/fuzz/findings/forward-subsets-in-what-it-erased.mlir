// RUN: terrace-opt %s --forward-subsets | FileCheck %s
// Found by `terrace fuzz conversions`, seed 3774661368. Wrong side: terrace, fixed: threw on an op inside one that it had erased.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<0x4xi1>, %[[ARG1:.*]]: f32, %[[ARG2:.*]]: tensor<1xf32>, %[[ARG3:.*]]: index, %[[ARG4:.*]]: i1) -> i1 {
// CHECK-NEXT:    return %[[ARG4]] : i1
// CHECK-NEXT:  }
func.func @main(%arg0: tensor<0x4xi1>, %arg1: f32, %arg2: tensor<1xf32>, %arg3: index, %arg4: i1) -> i1 {
  %padded = tensor.pad %arg0 low[1, 1] high[0, %arg3] {
  ^bb0(%i: index, %j: index):
    %0 = vector.transfer_read %arg2[%arg3], %arg1 : tensor<1xf32>, vector<1xf32>
    tensor.yield %arg4 : i1
  } : tensor<0x4xi1> to tensor<1x?xi1>
  return %arg4 : i1
}
