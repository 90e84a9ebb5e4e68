// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules --dialects=scf`, seed 1040037292. Wrong side: terrace, fixed: threw. A bound of 2^63 - 1 is rounded to 2^63 as a double, which as a static bound
// stands for one that is an operand.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<4xf32>, %[[ARG1:.*]]: tensor<1xf32>) -> tensor<4xf32> {
// CHECK-NEXT:    %[[C9223372036854775807:.*]] = arith.constant 9223372036854775807 : index
// CHECK-NEXT:    %[[VAL_0:.*]] = scf.forall (%[[ARG2:.*]], %[[ARG3:.*]]) = (0, %[[C9223372036854775807]]) to (%[[C9223372036854775807]], 0) step (1, 1) shared_outs(%[[ARG4:.*]] = %[[ARG0]]) -> (tensor<4xf32>) {
// CHECK-NEXT:      scf.forall.in_parallel {
// CHECK-NEXT:        tensor.parallel_insert_slice %[[ARG1]] into %[[ARG4]][0] [1] [1] : tensor<1xf32> into tensor<4xf32>
// CHECK-NEXT:      }
// CHECK-NEXT:    }
// CHECK-NEXT:    return %[[VAL_0]] : tensor<4xf32>
// CHECK-NEXT:  }
func.func @main(%t: tensor<4xf32>, %s: tensor<1xf32>) -> tensor<4xf32> {
  %big = arith.constant 9223372036854775807 : index
  %0 = scf.forall (%i, %j) = (0, %big) to (%big, 0) step (1, 1) shared_outs(%o = %t) -> (tensor<4xf32>) {
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %s into %o[0] [1] [1] : tensor<1xf32> into tensor<4xf32>
    }
  }
  return %0 : tensor<4xf32>
}
