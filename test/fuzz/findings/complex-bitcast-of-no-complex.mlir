// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules --dialects=complex`, seed 3128917981. Wrong side: terrace, fixed: made a complex.bitcast without a complex type.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: f64) -> i64 {
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.bitcast %[[ARG0]] : f64 to i64
// CHECK-NEXT:    return %[[VAL_0]] : i64
// CHECK-NEXT:  }
func.func @main(%x: f64) -> i64 {
  %0 = complex.bitcast %x : f64 to f64
  %1 = arith.bitcast %0 : f64 to i64
  return %1 : i64
}
