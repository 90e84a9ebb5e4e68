// RUN: terrace-opt %s --machine=toy --terrace-systolic | FileCheck %s

// CHECK: systolic.
func.func @main(%a: tensor<12x20xf32>, %b: tensor<20x9xf32>) -> tensor<12x9xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<12x9xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<12x9xf32>) -> tensor<12x9xf32>
  %c = linalg.matmul ins(%a, %b : tensor<12x20xf32>, tensor<20x9xf32>) outs(%init : tensor<12x9xf32>) -> tensor<12x9xf32>
  return %c : tensor<12x9xf32>
}
