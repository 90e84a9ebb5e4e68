// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules --dialects=index`, seed 3994516370. Wrong side: terrace, fixed (and mlir-opt): `x - y cmp 0` became `x cmp y` for every predicate, but
// the difference may wrap.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: index) -> i1 {
// CHECK-NEXT:    %[[IDX0:.*]] = index.constant 0
// CHECK-NEXT:    %[[VAL_0:.*]] = index.sub %[[IDX0]], %[[ARG0]]
// CHECK-NEXT:    %[[VAL_1:.*]] = index.cmp ugt(%[[IDX0]], %[[VAL_0]])
// CHECK-NEXT:    return %[[VAL_1]] : i1
// CHECK-NEXT:  }
func.func @main(%x: index) -> i1 {
  %0 = index.constant 0
  %1 = index.sub %0, %x
  %2 = index.cmp ugt(%0, %1)
  return %2 : i1
}
