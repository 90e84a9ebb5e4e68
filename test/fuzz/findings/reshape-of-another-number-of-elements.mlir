// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz passes --only=int-range-optimizations --dialects=tensor,memref,arith`, seed 3497012839. Wrong side: terrace, fixed, and mlir-opt, whose folder makes a
// tensor.reshape that its verifier refuses: 2 elements never are 4, so the run is undefined behaviour, but the module stays valid.

// CHECK-LABEL: func.func @main(
// CHECK:         tensor.reshape %{{.*}} : (tensor<2xi1>, tensor<2xindex>) -> tensor<?x?xi1>
// CHECK-NEXT:    tensor.reshape %{{.*}} : (tensor<?x?xi1>, tensor<2xindex>) -> tensor<2x2xi1>
func.func @main(%x: tensor<2xi1>, %shape: tensor<2xindex>) -> tensor<2x2xi1> {
  %0 = tensor.reshape %x(%shape) : (tensor<2xi1>, tensor<2xindex>) -> tensor<?x?xi1>
  %1 = tensor.reshape %0(%shape) : (tensor<?x?xi1>, tensor<2xindex>) -> tensor<2x2xi1>
  return %1 : tensor<2x2xi1>
}
