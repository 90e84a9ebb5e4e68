// RUN: terrace-opt %s --load-plugin=%S/src/index.ts | FileCheck %s
// RUN: terrace-opt %s --load-plugin=%S/src/index.ts | terrace-opt --load-plugin=%S/src/index.ts | FileCheck %s
// RUN: terrace-opt %s --load-plugin=%S/src/index.ts --mlir-print-op-generic | terrace-opt --load-plugin=%S/src/index.ts | FileCheck %s
// RUN: terrace-opt %s --load-plugin=%S/src/index.ts --canonicalize | FileCheck %s --check-prefix=CANON
// RUN: terrace-opt %s --load-plugin=%S/src/index.ts --poly-expose-coefficients --canonicalize | FileCheck %s --check-prefix=EXPOSED
// RUN: terrace-opt %s --load-plugin=%S/src/index.ts --convert-poly-to-scf | FileCheck %s --check-prefix=LOWERED

!P = !poly.poly<i32, x**4 - 1>

// CHECK-LABEL: func.func @ops
// CHECK-SAME: !poly.poly<i32, x**4 - 1>
// CHECK: poly.constant [1, -2, 0, 0] : !poly.poly<i32, x**4 - 1>
// CHECK: poly.add %{{.*}}, %{{.*}} : !poly.poly<i32, x**4 - 1>
// CHECK: poly.mul %{{.*}}, %{{.*}} : !poly.poly<i32, x**4 - 1>
// CHECK: poly.eval %{{.*}} at %{{.*}} : !poly.poly<i32, x**4 - 1>
// LOWERED-LABEL: func.func @ops
// LOWERED-SAME: (%{{.*}}: tensor<4xi32>, %{{.*}}: i32) -> i32
// LOWERED: scf.for
// LOWERED-NOT: poly
func.func @ops(%p: !P, %x: i32) -> i32 {
  %c = poly.constant [1, -2] : !P
  %s = poly.add %p, %c : !P
  %m = poly.mul %s, %p : !P
  %e = poly.eval %m at %x : !P
  return %e : i32
}

// CANON-LABEL: func.func @folds
// CANON-SAME: (%[[P:.*]]: !poly
// CANON-NEXT: return %[[P]]
func.func @folds(%p: !P) -> !P {
  %zero = poly.constant [] : !P
  %one = poly.constant [1] : !P
  %a = poly.add %zero, %p : !P
  %b = poly.mul %a, %one : !P
  %c = poly.sub %b, %zero : !P
  %t = poly.to_tensor %c : !P
  %d = poly.from_tensor %t : !P
  return %d : !P
}

// (1 + x) (1 - x**3) = x - x**3 modulo x**4 - 1, which is -6 at 2.
// CANON-LABEL: func.func @constants
// CANON-NEXT: %[[C:.*]] = arith.constant -6 : i32
// CANON-NEXT: return %[[C]]
func.func @constants() -> i32 {
  %p = poly.constant [1, 1] : !P
  %q = poly.constant [1, 0, 0, -1] : !P
  %pq = poly.mul %p, %q : !P
  %two = arith.constant 2 : i32
  %e = poly.eval %pq at %two : !P
  return %e : i32
}

// CANON-LABEL: func.func @other_ring
// CANON: poly.to_tensor
// CANON: poly.from_tensor
func.func @other_ring(%p: !P) -> !poly.poly<i32, x**4 + 1> {
  %t = poly.to_tensor %p : !P
  %q = poly.from_tensor %t : !poly.poly<i32, x**4 + 1>
  return %q : !poly.poly<i32, x**4 + 1>
}

// CANON-LABEL: func.func @rules
// CANON-SAME: (%[[P:.*]]: !poly{{.*}}, %[[Q:.*]]: !poly{{.*}}, %[[R:.*]]: !poly
// CANON-DAG: %[[C:.*]] = poly.constant [4, 6, 0, 0]
// CANON: %[[S:.*]] = poly.add %[[P]], %[[Q]]
// CANON-NEXT: %[[M:.*]] = poly.mul %[[S]], %[[R]]
// CANON-NEXT: %[[A:.*]] = poly.add %[[M]], %[[C]]
// CANON-NEXT: return %[[A]]
func.func @rules(%p: !P, %q: !P, %r: !P) -> !P {
  %c = poly.constant [1, 2] : !P
  %d = poly.constant [3, 4] : !P
  %pr = poly.mul %p, %r : !P
  %qr = poly.mul %q, %r : !P
  %s = poly.add %pr, %qr : !P
  %sc = poly.add %c, %s : !P
  %scd = poly.add %sc, %d : !P
  return %scd : !P
}

// EXPOSED-LABEL: func.func @exposed
// EXPOSED-SAME: (%[[A:.*]]: tensor<4xi32>, %[[B:.*]]: tensor<4xi32>)
// EXPOSED-NEXT: %[[S:.*]] = arith.subi %[[A]], %[[B]] : tensor<4xi32>
// EXPOSED-NEXT: return %[[S]]
func.func @exposed(%a: tensor<4xi32>, %b: tensor<4xi32>) -> tensor<4xi32> {
  %p = poly.from_tensor %a : !P
  %q = poly.from_tensor %b : !P
  %s = poly.sub %p, %q : !P
  %t = poly.to_tensor %s : !P
  return %t : tensor<4xi32>
}
