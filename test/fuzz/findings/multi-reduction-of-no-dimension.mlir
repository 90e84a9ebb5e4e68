// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz folders --dialects=vector`, seed 1114155158. Wrong side: terrace, fixed (and mlir-opt): the folder gave the source, and forgot the accumulator.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: vector<1xindex>, %[[ARG1:.*]]: vector<1xindex>) -> vector<1xindex> {
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.maxsi %[[ARG1]], %[[ARG0]] : vector<1xindex>
// CHECK-NEXT:    return %[[VAL_0]] : vector<1xindex>
// CHECK-NEXT:  }
func.func @main(%x: vector<1xindex>, %acc: vector<1xindex>) -> vector<1xindex> {
  %0 = vector.multi_reduction <maxsi>, %x, %acc [] : vector<1xindex> to vector<1xindex>
  return %0 : vector<1xindex>
}
