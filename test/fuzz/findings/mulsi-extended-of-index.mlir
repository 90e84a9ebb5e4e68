// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules --dialects=arith`, seed 2009974645. Wrong side: terrace, fixed (and mlir-opt, which stops with an error): the sign was made by an arith.extsi to index, which is no valid op.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: index) -> index {
// CHECK-NEXT:    %[[C1:.*]] = arith.constant 1 : index
// CHECK-NEXT:    %[[LOW:.*]], %[[HIGH:.*]] = arith.mulsi_extended %[[ARG0]], %[[C1]] : index
// CHECK-NEXT:    return %[[HIGH]] : index
// CHECK-NEXT:  }
func.func @main(%x: index) -> index {
  %c1 = arith.constant 1 : index
  %low, %high = arith.mulsi_extended %x, %c1 : index
  return %high : index
}
