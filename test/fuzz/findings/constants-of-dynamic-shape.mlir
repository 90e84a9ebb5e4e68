// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz --against=mlir-opt-22 --dialects=arith,scf,cf,tensor`, seeds 723337893 and 1683451301. Wrong side: mlir-opt, which folds these to
// `dense<false> : tensor<?x?xi1>` and `dense<true> : tensor<?xi1>`, and does not read that back: a constant has a static shape.

// CHECK-LABEL: func.func @xor(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<?x?xi1>) -> tensor<?x?xi1> {
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.xori %[[ARG0]], %[[ARG0]] : tensor<?x?xi1>
// CHECK-NEXT:    return %[[VAL_0]] : tensor<?x?xi1>
// CHECK-NEXT:  }
func.func @xor(%x: tensor<?x?xi1>) -> tensor<?x?xi1> {
  %0 = arith.xori %x, %x : tensor<?x?xi1>
  return %0 : tensor<?x?xi1>
}

// CHECK-LABEL: func.func @equal(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<?xi1>) -> tensor<?xi1> {
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.cmpi eq, %[[ARG0]], %[[ARG0]] : tensor<?xi1>
// CHECK-NEXT:    return %[[VAL_0]] : tensor<?xi1>
// CHECK-NEXT:  }
func.func @equal(%x: tensor<?xi1>) -> tensor<?xi1> {
  %0 = arith.cmpi eq, %x, %x : tensor<?xi1>
  return %0 : tensor<?xi1>
}
