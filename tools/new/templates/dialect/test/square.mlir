// RUN: terrace-opt %s | FileCheck %s
// RUN: terrace-opt %s --canonicalize | FileCheck %s --check-prefix=CANONICAL
// RUN: terrace-opt %s --convert-toy-to-arith | FileCheck %s --check-prefix=LOWERED

// CHECK-LABEL: func.func @square
// CHECK: toy.square %{{.*}} : f32
// LOWERED-LABEL: func.func @square
// LOWERED: arith.mulf %[[X:.*]], %[[X]] : f32
func.func @square(%x: f32) -> f32 {
  %y = toy.square %x : f32
  return %y : f32
}

// CANONICAL-LABEL: func.func @negated
// CANONICAL-SAME: (%[[X:.*]]: f32)
// CANONICAL-NEXT: toy.square %[[X]]
func.func @negated(%x: f32) -> f32 {
  %n = arith.negf %x : f32
  %y = toy.square %n : f32
  return %y : f32
}

// CANONICAL-LABEL: func.func @constant
// CANONICAL-NEXT: arith.constant 9.0{{.*}} : f32
func.func @constant() -> f32 {
  %three = arith.constant 3.0 : f32
  %y = toy.square %three : f32
  return %y : f32
}
