// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz --against=mlir-opt-22 --dialects=arith,scf,cf,tensor`, seed 719595579 (on 1x1x1x1x1). Wrong side: mlir-opt, which infers the result anew once the size %c1 is
// static, and then drops that extent instead of the last: tensor<?x?x?x1xi1>, cast back to tensor<?x?x?x?xi1>.
//   @main(2, x) has the shape 2x2x1x2; after mlir-opt's canonicalize it is 2x2x2x1.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: index, %[[ARG1:.*]]: tensor<4x4x4x4x1xi1>) -> tensor<?x?x?x?xi1> {
// CHECK-NEXT:    %[[VAL_0:.*]] = tensor.extract_slice %[[ARG1]][0, 0, 0, 0, 0] [%[[ARG0]], %[[ARG0]], 1, %[[ARG0]], 1] [1, 1, 1, 1, 1] : tensor<4x4x4x4x1xi1> to tensor<?x?x1x?xi1>
// CHECK-NEXT:    %[[VAL_1:.*]] = tensor.cast %[[VAL_0]] : tensor<?x?x1x?xi1> to tensor<?x?x?x?xi1>
// CHECK-NEXT:    return %[[VAL_1]] : tensor<?x?x?x?xi1>
// CHECK-NEXT:  }
func.func @main(%n: index, %x: tensor<4x4x4x4x1xi1>) -> tensor<?x?x?x?xi1> {
  %c1 = arith.constant 1 : index
  %0 = tensor.extract_slice %x[0, 0, 0, 0, 0] [%n, %n, %c1, %n, 1] [1, 1, 1, 1, 1] : tensor<4x4x4x4x1xi1> to tensor<?x?x?x?xi1>
  return %0 : tensor<?x?x?x?xi1>
}
