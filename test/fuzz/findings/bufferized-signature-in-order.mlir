// RUN: terrace-opt %s --one-shot-bufferize | FileCheck %s
// Found by `terrace fuzz conversions`, seed 2579169903. Wrong side: terrace, fixed: a scalar between two tensors came behind both in the entry block.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: memref<f32>, %[[ARG1:.*]]: index, %[[ARG2:.*]]: memref<i1>) -> index attributes {terrace.signature = (tensor<f32>, index, tensor<i1>) -> index} {
// CHECK-NEXT:    return %[[ARG1]] : index
// CHECK-NEXT:  }
func.func @main(%arg0: tensor<f32>, %arg1: index, %arg2: tensor<i1>) -> index {
  return %arg1 : index
}
