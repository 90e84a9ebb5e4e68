// RUN: terrace-opt %s --one-shot-bufferize | FileCheck %s
// Found by `terrace fuzz conversions --only=one-shot-bufferize`, seed 1198120405. Wrong side: terrace, fixed: the buffer that a function returns was a
// part of a larger one, of another type than the function's; and a part of a buffer of no elements does not verify.

// CHECK-LABEL: func.func @returned(
// CHECK:         %[[ALLOC:.*]] = memref.alloc(%{{.*}}) {alignment = 64 : i64} : memref<?xf32>
// CHECK:         return %[[ALLOC]] : memref<?xf32>
func.func @returned(%t: tensor<1xf32>) -> tensor<?xf32> {
  %c0 = arith.constant 0 : index
  %0 = tensor.extract_slice %t[0] [%c0] [0] : tensor<1xf32> to tensor<?xf32>
  return %0 : tensor<?xf32>
}

// CHECK-LABEL: func.func @padded(
// CHECK-NOT:     memref.subview
func.func @padded(%t: tensor<0xf32>, %f: f32) -> tensor<3xf32> {
  %0 = tensor.pad %t low[3] high[0] {
  ^bb0(%i: index):
    tensor.yield %f : f32
  } : tensor<0xf32> to tensor<3xf32>
  return %0 : tensor<3xf32>
}

// CHECK-LABEL: func.func @concatenated(
// CHECK:         memref.subview %{{.*}}[0] [2] [1]
// CHECK-NOT:     memref.subview
func.func @concatenated(%t: tensor<2xf32>, %e: tensor<0xf32>) -> tensor<2xf32> {
  %0 = tensor.concat dim(0) %t, %e : (tensor<2xf32>, tensor<0xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
