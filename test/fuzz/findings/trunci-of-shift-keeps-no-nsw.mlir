// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules --dialects=arith`, seed 1899734959. Wrong side: terrace, fixed (and mlir-opt): the truncation of the unsigned shift kept nsw, so that
// @main(-1), which is 1, became poison.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: i16) -> i1 {
// CHECK-NEXT:    %[[C15_I16:.*]] = arith.constant 15 : i16
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.shrui %[[ARG0]], %[[C15_I16]] : i16
// CHECK-NEXT:    %[[VAL_1:.*]] = arith.trunci %[[VAL_0]] : i16 to i1
// CHECK-NEXT:    return %[[VAL_1]] : i1
// CHECK-NEXT:  }
func.func @main(%x: i16) -> i1 {
  %c15 = arith.constant 15 : i16
  %0 = arith.shrsi %x, %c15 : i16
  %1 = arith.trunci %0 overflow<nsw> : i16 to i1
  return %1 : i1
}
