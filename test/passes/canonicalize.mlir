// RUN: terrace-opt %s --canonicalize | FileCheck %s
// RUN: terrace-opt %s -canonicalize -cse -canonicalize | FileCheck %s --check-prefixes=CHECK,CSE
// RUN: terrace-opt %s --pass-pipeline='builtin.module(func.func(canonicalize{max-iterations=3},cse))' | FileCheck %s

// CHECK-LABEL: func.func @add_zero
// CHECK-SAME: (%[[X:.*]]: i32)
// CHECK-NEXT: return %[[X]] : i32
func.func @add_zero(%x: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %sum = arith.addi %x, %zero : i32
  return %sum : i32
}

// CHECK-LABEL: func.func @twice
// CSE-NEXT: %[[P:.*]] = arith.muli
// CSE-NEXT: arith.addi %[[P]], %[[P]]
func.func @twice(%x: i32, %y: i32) -> i32 {
  %p = arith.muli %x, %y : i32
  %q = arith.muli %x, %y : i32
  %sum = arith.addi %p, %q : i32
  return %sum : i32
}
