// RUN: terrace-opt %s --toy | FileCheck %s
// RUN: terrace-opt %s --toy='max-rewrites=1' | FileCheck %s --check-prefix=ONE

// CHECK-LABEL: func.func @twice
// CHECK-SAME: (%[[X:.*]]: i32)
// CHECK-NEXT: arith.addi %[[X]], %[[X]] : i32
// ONE-LABEL: func.func @twice
// ONE: arith.addi
func.func @twice(%x: i32) -> i32 {
  %two = arith.constant 2 : i32
  %y = arith.muli %x, %two : i32
  return %y : i32
}

// CHECK-LABEL: func.func @thrice
// CHECK: arith.muli
// ONE-LABEL: func.func @thrice
func.func @thrice(%x: i32) -> i32 {
  %three = arith.constant 3 : i32
  %y = arith.muli %x, %three : i32
  return %y : i32
}
