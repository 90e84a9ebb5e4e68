// pipeline: remove-dead-values,canonicalize
// -----
// a loop-carried value that nothing needs
func.func @f(%n: index, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a, %z = %b) -> (i32, i32) {
    %y = arith.addi %x, %x : i32
    %w = arith.muli %z, %z : i32
    scf.yield %y, %w : i32, i32
  }
  return %r#0 : i32
}
// -----
// two loop-carried values that only need each other
func.func @f(%n: index, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:3 = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a, %z = %b, %l = %a) -> (i32, i32, i32) {
    %y = arith.addi %l, %l : i32
    scf.yield %z, %x, %y : i32, i32, i32
  }
  return %r#2 : i32
}
// -----
// a loop with an effect and a dead loop-carried value
func.func @f(%n: index, %a: i32, %m: memref<i32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> i32 {
    %y = arith.addi %x, %x : i32
    memref.store %a, %m[] : memref<i32>
    scf.yield %y : i32
  }
  return
}
// -----
// a result of a conditional that nothing needs
func.func @f(%c: i1, %a: i32, %b: i32) -> i32 {
  %r:2 = scf.if %c -> (i32, i32) {
    %0 = arith.addi %a, %b : i32
    %1 = "test.x"(%a) : (i32) -> i32
    scf.yield %0, %1 : i32, i32
  } else {
    %0 = arith.muli %a, %b : i32
    scf.yield %0, %b : i32, i32
  }
  return %r#1 : i32
}
// -----
// nested loops, the inner result dead in the outer one
func.func @f(%n: index, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a, %z = %b) -> (i32, i32) {
    %s:2 = scf.for %j = %c0 to %n step %c1 iter_args(%u = %x, %v = %z) -> (i32, i32) {
      %y = arith.addi %u, %u : i32
      %w = arith.muli %v, %v : i32
      scf.yield %y, %w : i32, i32
    }
    scf.yield %s#0, %s#1 : i32, i32
  }
  return %r#0 : i32
}
// -----
// without canonicalization of region branch ops they hand on poison
func.func private @g(%n: index, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %p = arith.addi %b, %b : i32
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a, %z = %p) -> (i32, i32) {
    %y = arith.addi %x, %x : i32
    scf.yield %y, %z : i32, i32
  }
  return %r#0 : i32
}
func.func @f(%n: index, %a: i32, %b: i32) -> i32 {
  %c = arith.constant 7 : i32
  %0 = call @g(%n, %a, %c) : (index, i32, i32) -> i32
  return %0 : i32
}
