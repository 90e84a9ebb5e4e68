// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz --against=mlir-opt-22 --dialects=arith,scf,cf,tensor`, seed 2282088917. Wrong side: mlir-opt, whose trunci(trunci x) => trunci x keeps the flags,
// which were about the value of eight bits.
//   @main(256) is 0; after mlir-opt's canonicalize it is poison.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: i32) -> i1 {
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.trunci %[[ARG0]] : i32 to i8
// CHECK-NEXT:    %[[VAL_1:.*]] = arith.trunci %[[VAL_0]] overflow<nsw, nuw> : i8 to i1
// CHECK-NEXT:    return %[[VAL_1]] : i1
// CHECK-NEXT:  }
func.func @main(%x: i32) -> i1 {
  %0 = arith.trunci %x : i32 to i8
  %1 = arith.trunci %0 overflow<nsw, nuw> : i8 to i1
  return %1 : i1
}
