// pipeline: remove-dead-values
// -----
// a loop that nothing needs
func.func @f(%n: index, %a: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> i32 {
    %y = arith.addi %x, %x : i32
    scf.yield %y : i32
  }
  return
}
// -----
// a loop-carried value that is needed inside the loop only
func.func @f(%n: index, %a: i32, %m: memref<i32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> i32 {
    %y = arith.addi %x, %x : i32
    memref.store %y, %m[] : memref<i32>
    scf.yield %y : i32
  }
  return
}
// -----
// a conditional that nothing needs
func.func @f(%c: i1, %a: i32, %b: i32) {
  %d = arith.xori %c, %c : i1
  %r = scf.if %d -> i32 {
    scf.yield %a : i32
  } else {
    scf.yield %b : i32
  }
  return
}
// -----
// a conditional without results that does something
func.func @f(%c: i1, %m: memref<i32>, %a: i32) {
  %d = arith.xori %c, %c : i1
  scf.if %d {
    memref.store %a, %m[] : memref<i32>
  }
  return
}
// -----
// a while loop that nothing needs may not end
func.func @f(%a: i32, %n: i32) {
  %r = scf.while (%x = %a) : (i32) -> i32 {
    %c = arith.cmpi slt, %x, %n : i32
    scf.condition(%c) %x : i32
  } do {
  ^bb0(%p: i32):
    %s = arith.addi %p, %p : i32
    scf.yield %s : i32
  }
  return
}
// -----
// an execute_region with a dead result
func.func @f(%a: i32, %m: memref<i32>) -> i32 {
  %r:2 = scf.execute_region -> (i32, i32) {
    memref.store %a, %m[] : memref<i32>
    %0 = arith.addi %a, %a : i32
    scf.yield %0, %a : i32, i32
  }
  return %r#1 : i32
}
// -----
// a parallel loop with a reduction that nothing needs
func.func @f(%n: index, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.parallel (%i) = (%c0) to (%n) step (%c1) init (%a) -> f32 {
    %v = memref.load %m[%i] : memref<?xf32>
    memref.store %a, %m[%i] : memref<?xf32>
    scf.reduce(%v : f32) {
    ^bb0(%x: f32, %y: f32):
      %s = arith.addf %x, %y : f32
      scf.reduce.return %s : f32
    }
  }
  return
}
// -----
// a forall with a dead shared output
func.func @f(%t: tensor<8xf32>) {
  %r = scf.forall (%i) in (8) shared_outs(%o = %t) -> tensor<8xf32> {
    %s = tensor.extract_slice %o[%i] [1] [1] : tensor<8xf32> to tensor<1xf32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %s into %o[%i] [1] [1] : tensor<1xf32> into tensor<8xf32>
    }
  }
  return
}
