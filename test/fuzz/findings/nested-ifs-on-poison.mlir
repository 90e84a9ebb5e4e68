// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules --dialects=scf --corpus=test/dialects`, seed 1608599289. Wrong side: terrace, fixed (and mlir-opt): an scf.if that is all there is in
// another became one on the arith.andi of both conditions. Where the outer one is false the inner one may be poison, which nothing looked at; andi hands it on, and
// to branch on it is undefined behaviour. arith.select does not look at what it does not choose.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[OUTER:.*]]: i1, %[[INNER:.*]]: i1,
// CHECK-NEXT:    %[[FALSE:.*]] = arith.constant false
// CHECK-NEXT:    %[[BOTH:.*]] = arith.select %[[OUTER]], %[[INNER]], %[[FALSE]] : i1
// CHECK-NEXT:    scf.if %[[BOTH]] {
// CHECK-NEXT:      memref.store
func.func @main(%outer: i1, %inner: i1, %value: i8, %buffer: memref<i8>) {
  scf.if %outer {
    scf.if %inner {
      memref.store %value, %buffer[] : memref<i8>
    }
  }
  return
}
