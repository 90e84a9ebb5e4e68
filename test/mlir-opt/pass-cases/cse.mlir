// pipeline: cse
// -----
// the same op twice
func.func @f(%a: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  %1 = arith.addi %a, %a : i32
  return %0, %1 : i32, i32
}
// -----
// constants of one type and value; those of another stay
func.func @f() -> (i32, i32, i64, f32, f32) {
  %0 = arith.constant 1 : i32
  %1 = arith.constant 1 : i32
  %2 = arith.constant 1 : i64
  %3 = arith.constant 0.0 : f32
  %4 = arith.constant -0.0 : f32
  return %0, %1, %2, %3, %4 : i32, i32, i64, f32, f32
}
// -----
// what is equal only once its operands are
func.func @f(%a: i32, %b: i32) -> (i32, i32) {
  %0 = arith.addi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %2 = arith.muli %0, %a : i32
  %3 = arith.muli %1, %a : i32
  return %2, %3 : i32, i32
}
// -----
// operands of commutative ops in another order, and of others
func.func @f(%a: i32, %b: i32) -> (i32, i32, i32, i32) {
  %0 = arith.addi %a, %b : i32
  %1 = arith.addi %b, %a : i32
  %2 = arith.subi %a, %b : i32
  %3 = arith.subi %b, %a : i32
  return %0, %1, %2, %3 : i32, i32, i32, i32
}
// -----
// attributes and properties must be equal
func.func @f(%a: i32, %b: i32) -> (i1, i1, i32, i32, i32) {
  %0 = arith.cmpi slt, %a, %b : i32
  %1 = arith.cmpi sgt, %a, %b : i32
  %2 = arith.addi %a, %b : i32
  %3 = arith.addi %a, %b overflow<nsw> : i32
  %4 = arith.addi %a, %b {other} : i32
  return %0, %1, %2, %3, %4 : i1, i1, i32, i32, i32
}
// -----
// result types must be equal
func.func @f(%a: i32) -> (i64, i128) {
  %0 = arith.extui %a : i32 to i64
  %1 = arith.extui %a : i32 to i128
  return %0, %1 : i64, i128
}
// -----
// an unused pure op goes, and so do those that only it used
func.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  %1 = arith.muli %0, %a : i32
  return %a : i32
}
// -----
// what the block above computes serves the blocks that it dominates
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %1 = arith.addi %a, %a : i32
  cf.br ^bb3(%1 : i32)
^bb2:
  %2 = arith.addi %a, %a : i32
  cf.br ^bb3(%2 : i32)
^bb3(%r: i32):
  %3 = arith.addi %a, %a : i32
  %4 = arith.addi %0, %3 : i32
  %5 = arith.addi %4, %r : i32
  return %5 : i32
}
// -----
// siblings do not dominate each other
func.func @f(%c: i1, %a: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %1 = arith.addi %a, %a : i32
  cf.br ^bb3(%1 : i32)
^bb2:
  %2 = arith.addi %a, %a : i32
  cf.br ^bb3(%2 : i32)
^bb3(%r: i32):
  return %r : i32
}
// -----
// regions see what is around them, not each other
func.func @f(%c: i1, %a: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  %1 = scf.if %c -> i32 {
    %2 = arith.addi %a, %a : i32
    %3 = arith.muli %2, %a : i32
    scf.yield %3 : i32
  } else {
    %2 = arith.muli %a, %a : i32
    %3 = arith.muli %2, %0 : i32
    scf.yield %3 : i32
  }
  %4 = arith.muli %a, %a : i32
  return %1, %4 : i32, i32
}
// -----
// functions do not see each other
func.func @f(%a: i32) -> i32 {
  %0 = arith.constant 1 : i32
  return %0 : i32
}
func.func @g(%a: i32) -> i32 {
  %0 = arith.constant 1 : i32
  return %0 : i32
}
// -----
// a module in a function sees nothing of it
func.func @f() {
  %0 = arith.constant 1 : i32
  "other.use"(%0) : (i32) -> ()
  builtin.module {
    %1 = arith.constant 1 : i32
    "other.use"(%1) : (i32) -> ()
  }
  return
}
// -----
// loads with nothing between them
func.func @f(%m: memref<i32>) -> (i32, i32) {
  %0 = memref.load %m[] : memref<i32>
  %1 = memref.load %m[] : memref<i32>
  return %0, %1 : i32, i32
}
// -----
// a store between loads
func.func @f(%m: memref<i32>, %n: memref<i32>, %a: i32) -> (i32, i32) {
  %0 = memref.load %m[] : memref<i32>
  memref.store %a, %n[] : memref<i32>
  %1 = memref.load %m[] : memref<i32>
  return %0, %1 : i32, i32
}
// -----
// an op of unknown effects between loads
func.func @f(%m: memref<i32>) -> (i32, i32) {
  %0 = memref.load %m[] : memref<i32>
  "other.op"() : () -> ()
  %1 = memref.load %m[] : memref<i32>
  return %0, %1 : i32, i32
}
// -----
// a load in another block, or in a region, than the first
func.func @f(%m: memref<i32>, %c: i1) -> (i32, i32) {
  %0 = memref.load %m[] : memref<i32>
  %1 = scf.if %c -> i32 {
    %2 = memref.load %m[] : memref<i32>
    scf.yield %2 : i32
  } else {
    scf.yield %0 : i32
  }
  cf.br ^bb1
^bb1:
  %3 = memref.load %m[] : memref<i32>
  return %1, %3 : i32, i32
}
// -----
// an op with a region of reads between loads, and one of writes
func.func @f(%m: memref<i32>, %c: i1, %a: i32) -> (i32, i32, i32, i32) {
  %0 = memref.load %m[] : memref<i32>
  %1 = scf.if %c -> i32 {
    %2 = memref.load %m[] : memref<i32>
    scf.yield %2 : i32
  } else {
    scf.yield %a : i32
  }
  %3 = memref.load %m[] : memref<i32>
  scf.if %c {
    memref.store %a, %m[] : memref<i32>
  }
  %4 = memref.load %m[] : memref<i32>
  return %0, %1, %3, %4 : i32, i32, i32, i32
}
// -----
// an unused load goes, a store stays
func.func @f(%m: memref<i32>, %a: i32) {
  %0 = memref.load %m[] : memref<i32>
  memref.store %a, %m[] : memref<i32>
  return
}
// -----
// allocations are not one, unused ones go
func.func @f() -> (memref<4xi32>, memref<4xi32>) {
  %0 = memref.alloc() : memref<4xi32>
  %1 = memref.alloc() : memref<4xi32>
  %2 = memref.alloc() : memref<4xi32>
  return %0, %1 : memref<4xi32>, memref<4xi32>
}
// -----
// ops of unknown effects stay apart
func.func @f(%a: i32) -> (i32, i32) {
  %0 = "other.op"(%a) : (i32) -> i32
  %1 = "other.op"(%a) : (i32) -> i32
  return %0, %1 : i32, i32
}
// -----
// calls stay apart
func.func private @g(i32) -> i32
func.func @f(%a: i32) -> (i32, i32) {
  %0 = call @g(%a) : (i32) -> i32
  %1 = call @g(%a) : (i32) -> i32
  return %0, %1 : i32, i32
}
// -----
// equal ops with equal regions are one
func.func @f(%c: i1, %a: i32) -> (i32, i32) {
  %0 = scf.if %c -> i32 {
    %2 = arith.addi %a, %a : i32
    scf.yield %2 : i32
  } else {
    scf.yield %a : i32
  }
  %1 = scf.if %c -> i32 {
    %2 = arith.addi %a, %a : i32
    scf.yield %2 : i32
  } else {
    scf.yield %a : i32
  }
  return %0, %1 : i32, i32
}
// -----
// regions that differ
func.func @f(%c: i1, %a: i32) -> (i32, i32) {
  %0 = scf.if %c -> i32 {
    %2 = arith.addi %a, %a : i32
    scf.yield %2 : i32
  } else {
    scf.yield %a : i32
  }
  %1 = scf.if %c -> i32 {
    %2 = arith.muli %a, %a : i32
    scf.yield %2 : i32
  } else {
    scf.yield %a : i32
  }
  return %0, %1 : i32, i32
}
// -----
// equal loops with block arguments
func.func @f(%n: index, %a: tensor<4xi32>) -> (tensor<4xi32>, tensor<4xi32>) {
  %e = tensor.empty() : tensor<4xi32>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%a : tensor<4xi32>) outs(%e : tensor<4xi32>) {
  ^bb0(%x: i32, %y: i32):
    %s = arith.addi %x, %y : i32
    linalg.yield %s : i32
  } -> tensor<4xi32>
  %1 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%a : tensor<4xi32>) outs(%e : tensor<4xi32>) {
  ^bb0(%x: i32, %y: i32):
    %s = arith.addi %x, %y : i32
    linalg.yield %s : i32
  } -> tensor<4xi32>
  return %0, %1 : tensor<4xi32>, tensor<4xi32>
}
// -----
// blocks that nothing reaches
func.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
^bb1:
  %1 = arith.addi %a, %a : i32
  %2 = arith.addi %a, %a : i32
  "other.use"(%1, %2) : (i32, i32) -> ()
  return %1 : i32
}
// -----
// a loop of blocks
func.func @f(%n: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  cf.br ^bb1(%c0 : i32)
^bb1(%i: i32):
  %c1 = arith.constant 1 : i32
  %0 = arith.addi %i, %c1 : i32
  %c = arith.cmpi slt, %0, %n : i32
  cf.cond_br %c, ^bb1(%0 : i32), ^bb2
^bb2:
  %d1 = arith.constant 1 : i32
  %1 = arith.addi %i, %d1 : i32
  return %1 : i32
}
// -----
// several results
func.func @f(%a: i32, %b: i32) -> (i32, i1, i32, i1) {
  %0, %1 = arith.addui_extended %a, %b : i32, i1
  %2, %3 = arith.addui_extended %a, %b : i32, i1
  return %0, %1, %2, %3 : i32, i1, i32, i1
}
// -----
// divisions
func.func @f(%a: i32, %b: i32) -> (i32, i32) {
  %0 = arith.divsi %a, %b : i32
  %1 = arith.divsi %a, %b : i32
  %2 = arith.remsi %a, %b : i32
  return %0, %1 : i32, i32
}
