// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz --against=mlir-opt-22 --dialects=arith,scf,cf,tensor`, seeds 472644101, 3114445933, 2005563975 and 1920467047. Wrong side: mlir-opt, whose folder of
// index_cast(index_cast x), and of the unsigned one, forgets that the narrow type in between cut bits off.
//   @unsigned(-3550048224761984471) is 1; after mlir-opt's canonicalize it is -3550048224761984471.
//   @signed(1) is -1; after mlir-opt's canonicalize it is 1.

// CHECK-LABEL: func.func @unsigned(
// CHECK-SAME:  %[[ARG0:.*]]: index) -> index {
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.index_castui %[[ARG0]] : index to i1
// CHECK-NEXT:    %[[VAL_1:.*]] = arith.index_castui %[[VAL_0]] : i1 to index
// CHECK-NEXT:    return %[[VAL_1]] : index
// CHECK-NEXT:  }
func.func @unsigned(%x: index) -> index {
  %0 = arith.index_castui %x : index to i1
  %1 = arith.index_castui %0 : i1 to index
  return %1 : index
}

// CHECK-LABEL: func.func @signed(
// CHECK-SAME:  %[[ARG0:.*]]: index) -> i8 {
// CHECK-NEXT:    %[[VAL_0:.*]] = arith.index_cast %[[ARG0]] : index to i1
// CHECK-NEXT:    %[[VAL_1:.*]] = arith.index_cast %[[VAL_0]] : i1 to index
// CHECK-NEXT:    %[[VAL_2:.*]] = arith.index_cast %[[VAL_1]] : index to i8
// CHECK-NEXT:    return %[[VAL_2]] : i8
// CHECK-NEXT:  }
func.func @signed(%x: index) -> i8 {
  %0 = arith.index_cast %x : index to i1
  %1 = arith.index_cast %0 : i1 to index
  %2 = arith.index_cast %1 : index to i8
  return %2 : i8
}
