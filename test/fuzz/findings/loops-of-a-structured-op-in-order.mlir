// RUN: terrace-opt %s --convert-linalg-to-loops --canonicalize | FileCheck %s
// Found by `terrace fuzz conversions --only=convert-linalg-to-loops`, seed 2546199812. Wrong side: terrace, fixed: loops that reduce went inside, and
// where the output's buffer is an input's too, that order gave other elements. mlir-opt keeps the order of the op's loops.

// CHECK-LABEL: func.func @main(
// CHECK:         scf.for %[[M:.*]] =
// CHECK-NEXT:      scf.for %[[N:.*]] =
// CHECK-NEXT:        scf.for %[[K:.*]] =
// CHECK-NEXT:          scf.for %[[M0:.*]] =
// CHECK-NEXT:            scf.for %[[N0:.*]] =
// CHECK-NEXT:              scf.for %[[K0:.*]] =
// CHECK-NEXT:                memref.load %{{.*}}[%[[M]], %[[K]], %[[M0]], %[[K0]]] : memref<2x2x2x2xi1>
// CHECK-NEXT:                memref.load %{{.*}}[%[[N]], %[[K]], %[[N0]], %[[K0]]] : memref<2x2x2x2xi1>
func.func @main(%m: memref<2x2x2x2xi1>) {
  linalg.mmt4d ins(%m, %m : memref<2x2x2x2xi1>, memref<2x2x2x2xi1>) outs(%m : memref<2x2x2x2xi1>)
  return
}
