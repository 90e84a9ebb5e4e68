// Modules for the passes that keep the level: what comes out is held against expected text here, and against mlir-opt where there is one.

export const samples = {
  arithmetic: `
func.func @f(%a: i32, %b: i32) -> (i32, i32, i32) {
  %c1 = arith.constant 1 : i32
  %c2 = arith.constant 2 : i32
  %x = arith.addi %a, %c1 : i32
  %y = arith.addi %b, %c2 : i32
  %c2b = arith.constant 2 : i32
  %z = arith.addi %c2b, %b : i32
  %d = arith.muli %c2b, %c1 : i32
  %e = arith.muli %a, %b : i32
  %s = arith.addi %d, %c2b : i32
  %r = arith.divsi %s, %c2 : i32
  %u = arith.muli %a, %r : i32
  %t = arith.subi %y, %z : i32
  %v = arith.addi %t, %u : i32
  return %x, %z, %v : i32, i32, i32
}`,
  calls: `
func.func private @g(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}
func.func private @twice(%a: i32) -> i32 {
  %0 = func.call @g(%a) : (i32) -> i32
  %1 = func.call @g(%0) : (i32) -> i32
  return %1 : i32
}
func.func private @unused(%a: i32) -> i32 {
  return %a : i32
}
func.func private @recursive(%a: i32) -> i32 {
  %0 = func.call @recursive(%a) : (i32) -> i32
  return %0 : i32
}
func.func private @even(%a: i32) -> i32 {
  %0 = func.call @odd(%a) : (i32) -> i32
  return %0 : i32
}
func.func private @odd(%a: i32) -> i32 {
  %0 = func.call @even(%a) : (i32) -> i32
  return %0 : i32
}
func.func private @declared(i32) -> i32
func.func private @declared_unused(i32) -> i32
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = func.call @twice(%a) : (i32) -> i32
  %1 = func.call @recursive(%0) : (i32) -> i32
  %2 = func.call @declared(%1) : (i32) -> i32
  %3 = func.call @even(%2) : (i32) -> i32
  return %3 : i32
}
module @hidden attributes {sym_visibility = "private"} {
  func.func @public_inside() { return }
}
module @seen {
  func.func @entry() {
    func.call @helper() : () -> ()
    return
  }
  func.func private @helper() { return }
  func.func private @idle() { return }
  func.func nested @nested() { return }
}`,
  loops: `
func.func @licm(%n: index, %x: i32, %m: memref<?xi32>, %c: i1) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %z = arith.constant 0 : i32
  %c7 = arith.constant 7 : i32
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%acc = %z) -> (i32) {
    %a = arith.addi %x, %c7 : i32
    %b = arith.divsi %x, %c7 : i32
    %d = arith.divsi %x, %a : i32
    %e = memref.load %m[%c0] : memref<?xi32>
    %if = scf.if %c -> i32 {
      %q = arith.muli %a, %b : i32
      scf.yield %q : i32
    } else {
      scf.yield %a : i32
    }
    %s = arith.addi %acc, %if : i32
    %s1 = arith.addi %s, %d : i32
    %s2 = arith.addi %s1, %e : i32
    scf.for %j = %c0 to %n step %c1 {
      %k = arith.addi %i, %c1 : index
      %l = arith.addi %k, %n : index
      memref.store %s2, %m[%l] : memref<?xi32>
    }
    scf.yield %s2 : i32
  }
  return %r : i32
}`,
  memory: `
func.func @cse(%m: memref<4xi32>, %i: index, %c: i1) -> (i32, i32, i32) {
  %0 = memref.load %m[%i] : memref<4xi32>
  %1 = memref.load %m[%i] : memref<4xi32>
  memref.store %0, %m[%i] : memref<4xi32>
  %2 = memref.load %m[%i] : memref<4xi32>
  %a = arith.addi %0, %1 : i32
  %r = scf.if %c -> i32 {
    %b = arith.addi %1, %0 : i32
    %d = arith.muli %b, %b : i32
    scf.yield %d : i32
  } else {
    %d = arith.muli %a, %a : i32
    scf.yield %d : i32
  }
  %d2 = arith.muli %a, %a : i32
  %alloc = memref.alloc() : memref<4xi32>
  %alloc2 = memref.alloc() : memref<4xi32>
  return %2, %r, %d2 : i32, i32, i32
}`,
  tensors: `
func.func @canon(%m: memref<4xi32>, %c: i1, %t: tensor<4x?xf32>) -> (index, index, f32) {
  %true = arith.constant true
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %alloc = memref.alloc() : memref<4xi32>
  %d0 = tensor.dim %t, %c0 : tensor<4x?xf32>
  %d1 = tensor.dim %t, %c1 : tensor<4x?xf32>
  %e = arith.addi %d0, %c1 : index
  %f = arith.constant 1.5 : f32
  %g = arith.mulf %f, %f : f32
  %h = math.sqrt %g : f32
  %u = memref.load %m[%c0] : memref<4xi32>
  return %d1, %e, %h : index, index, f32
}`,
} as const;
