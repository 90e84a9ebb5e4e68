// pipeline: remove-dead-values
// -----
// a dead pure op, and what only it uses
func.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  %1 = arith.muli %0, %a : i32
  return %a : i32
}
// -----
// ops with effects stay, and what they use
func.func @f(%a: i32, %m: memref<i32>) {
  %0 = arith.addi %a, %a : i32
  memref.store %0, %m[] : memref<i32>
  %1 = memref.load %m[] : memref<i32>
  "test.use"(%0) : (i32) -> ()
  return
}
// -----
// an allocation that is only stored to
func.func @f(%a: i32) {
  %m = memref.alloc() : memref<i32>
  memref.store %a, %m[] : memref<i32>
  return
}
// -----
// a load whose result nothing needs
func.func @f(%m: memref<i32>) {
  %0 = memref.load %m[] : memref<i32>
  return
}
// -----
// a private function's argument that nothing needs
func.func private @g(%a: i32, %b: i32) -> i32 {
  %0 = arith.addi %b, %b : i32
  return %a : i32
}
func.func @f(%a: i32, %b: i32) -> i32 {
  %0 = call @g(%a, %b) : (i32, i32) -> i32
  return %0 : i32
}
// -----
// a private function's result that no call needs
func.func private @g(%a: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  return %a, %0 : i32, i32
}
func.func @f(%a: i32) -> i32 {
  %0:2 = call @g(%a) : (i32) -> (i32, i32)
  return %0#0 : i32
}
// -----
// a result that one of two calls needs
func.func private @g(%a: i32) -> (i32, i32) {
  return %a, %a : i32, i32
}
func.func @f(%a: i32) -> (i32, i32) {
  %0:2 = call @g(%a) : (i32) -> (i32, i32)
  %1:2 = call @g(%a) : (i32) -> (i32, i32)
  return %0#0, %1#1 : i32, i32
}
// -----
// a result that is live inside the function, and needed by no call
func.func private @g(%m: memref<i32>) -> (i32, i32) {
  %c0 = arith.constant 0 : i32
  %0 = arith.addi %c0, %c0 : i32
  memref.store %0, %m[] : memref<i32>
  return %c0, %0 : i32, i32
}
func.func @f(%m: memref<i32>) -> i32 {
  %1:2 = call @g(%m) : (memref<i32>) -> (i32, i32)
  return %1#0 : i32
}
// -----
// public functions keep their signature
func.func @g(%a: i32) -> i32 {
  %c = arith.constant 1 : i32
  return %c : i32
}
func.func @f(%a: i32) {
  %0 = call @g(%a) : (i32) -> i32
  return
}
// -----
// a private function that is only declared
func.func private @g(%a: i32) -> i32
func.func @f(%a: i32) {
  %0 = call @g(%a) : (i32) -> i32
  return
}
// -----
// a private function that nothing calls
func.func private @g(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}
// -----
// dead values through a chain of private functions
func.func private @h(%a: i32, %b: i32) -> (i32, i32) {
  return %a, %b : i32, i32
}
func.func private @g(%a: i32, %b: i32) -> (i32, i32) {
  %0:2 = call @h(%a, %b) : (i32, i32) -> (i32, i32)
  return %0#0, %0#1 : i32, i32
}
func.func @f(%a: i32, %b: i32) -> i32 {
  %0:2 = call @g(%a, %b) : (i32, i32) -> (i32, i32)
  return %0#0 : i32
}
// -----
// a recursive function hands an argument to itself only
func.func private @g(%a: i32, %c: i1, %n: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %d = "test.cond"() : () -> i1
  %0 = call @g(%a, %d, %n) : (i32, i1, i32) -> i32
  return %0 : i32
^bb2:
  return %a : i32
}
func.func @f(%a: i32, %c: i1) -> i32 {
  %0 = call @g(%a, %c, %a) : (i32, i1, i32) -> i32
  return %0 : i32
}
// -----
// arguments and results with attributes
func.func private @g(%a: i32 {test.x = 1 : i32}, %b: i32 {test.x = 2 : i32}) -> (i32 {test.y = 1 : i32}, i32 {test.y = 2 : i32}) {
  return %b, %b : i32, i32
}
func.func @f(%a: i32) -> i32 {
  %0:2 = call @g(%a, %a) : (i32, i32) -> (i32, i32)
  return %0#1 : i32
}
// -----
// a function with several returns
func.func private @g(%a: i32, %c: i1) -> (i32, i32) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  return %a, %a : i32, i32
^bb2:
  %0 = arith.addi %a, %a : i32
  return %0, %a : i32, i32
}
func.func @f(%a: i32, %c: i1) -> i32 {
  %0:2 = call @g(%a, %c) : (i32, i1) -> (i32, i32)
  return %0#1 : i32
}
// -----
// a call whose results nothing needs stays for what it may do
func.func private @g(%m: memref<i32>, %a: i32) -> i32 {
  memref.store %a, %m[] : memref<i32>
  return %a : i32
}
func.func @f(%m: memref<i32>, %a: i32) {
  %0 = call @g(%m, %a) : (memref<i32>, i32) -> i32
  return
}
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
// a while loop with a dead value that goes round
func.func @f(%a: i32, %b: i32, %n: i32) -> i32 {
  %r:2 = scf.while (%x = %a, %y = %b) : (i32, i32) -> (i32, i32) {
    %c = arith.cmpi slt, %x, %n : i32
    scf.condition(%c) %x, %y : i32, i32
  } do {
  ^bb0(%p: i32, %q: i32):
    %s = arith.addi %p, %p : i32
    %t = arith.muli %q, %q : i32
    scf.yield %s, %t : i32, i32
  }
  return %r#0 : i32
}
// -----
// a while loop that hands on what only its body needs
func.func @f(%a: i32, %n: i32, %m: memref<i32>) {
  %r:2 = scf.while (%x = %a) : (i32) -> (i32, i32) {
    %c = arith.cmpi slt, %x, %n : i32
    %e = arith.addi %x, %n : i32
    scf.condition(%c) %x, %e : i32, i32
  } do {
  ^bb0(%p: i32, %q: i32):
    memref.store %p, %m[] : memref<i32>
    %s = arith.addi %p, %p : i32
    scf.yield %s : i32
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
// an index switch with a dead result
func.func @f(%i: index, %a: i32, %b: i32) -> i32 {
  %r:2 = scf.index_switch %i -> i32, i32
  case 1 {
    %0 = arith.addi %a, %a : i32
    scf.yield %0, %a : i32, i32
  }
  default {
    scf.yield %b, %b : i32, i32
  }
  return %r#1 : i32
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
// the branch's operand and the block's argument are dead
func.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  cf.br ^bb1(%0 : i32)
^bb1(%x: i32):
  return %a : i32
}
// -----
// the argument is dead, what branches hand to it is not
func.func @f(%a: i32) -> i32 {
  cf.br ^bb1(%a : i32)
^bb1(%x: i32):
  return %a : i32
}
// -----
// two branches hand dead values to one argument
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  %1 = arith.muli %a, %a : i32
  cf.cond_br %c, ^bb1(%0, %a : i32, i32), ^bb2
^bb1(%x: i32, %y: i32):
  return %y : i32
^bb2:
  cf.br ^bb1(%1, %a : i32, i32)
}
// -----
// both edges of one branch go to the block with the dead argument
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  %1 = arith.muli %a, %a : i32
  cf.cond_br %c, ^bb1(%0 : i32), ^bb1(%1 : i32)
^bb1(%x: i32):
  return %a : i32
}
// -----
// a dead value that goes round in a loop of blocks
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  cf.br ^loop(%0, %a : i32, i32)
^loop(%x: i32, %l: i32):
  %n = arith.muli %x, %x : i32
  %m = arith.addi %l, %l : i32
  %d = "test.cond"() : () -> i1
  cf.cond_br %d, ^loop(%n, %m : i32, i32), ^exit
^exit:
  return %l : i32
}
// -----
// a switch that hands on dead values
func.func @f(%flag: i32, %a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  cf.switch %flag : i32, [
    default: ^bb1(%0 : i32),
    1: ^bb2(%0, %a : i32, i32)
  ]
^bb1(%x: i32):
  return %a : i32
^bb2(%y: i32, %z: i32):
  return %z : i32
}
// -----
// a branch whose condition decides nothing stays
func.func @f(%c: i1) {
  %d = arith.xori %c, %c : i1
  cf.cond_br %d, ^bb1, ^bb2
^bb1:
  return
^bb2:
  return
}
// -----
// an op in a block that is never reached
func.func @f(%a: i32) -> i32 {
  return %a : i32
^bb1:
  %0 = "test.x"() : () -> i32
  "test.use"(%0) : (i32) -> ()
  cf.br ^bb2
^bb2:
  "ub.unreachable"() : () -> ()
}
// -----
// a conditional branch in a block that is never reached
func.func @f(%a: i32) -> i32 {
  return %a : i32
^bb1:
  %d = "test.cond"() : () -> i1
  cf.cond_br %d, ^bb1, ^bb2
^bb2:
  cf.br ^bb1
}
// -----
// values under linalg.yield are the op's
func.func @f(%t: tensor<4xf32>, %o: tensor<4xf32>) -> tensor<4xf32> {
  %r:2 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]} ins(%t : tensor<4xf32>) outs(%o, %o : tensor<4xf32>, tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %s = arith.addf %a, %a : f32
    %u = arith.mulf %a, %b : f32
    %v = arith.mulf %a, %c : f32
    linalg.yield %s, %v : f32, f32
  } -> (tensor<4xf32>, tensor<4xf32>)
  return %r#0 : tensor<4xf32>
}
// -----
// a linalg op that nothing needs
func.func @f(%t: tensor<4xf32>, %o: tensor<4xf32>) -> tensor<4xf32> {
  %r = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]} ins(%t : tensor<4xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32):
    %s = arith.addf %a, %a : f32
    linalg.yield %s : f32
  } -> tensor<4xf32>
  return %t : tensor<4xf32>
}
// -----
// an op of an unknown dialect stays, with its operands
func.func @f(%a: i32) {
  %0 = arith.addi %a, %a : i32
  %1 = "test.unknown"(%0) : (i32) -> i32
  return
}
// -----
// nested modules, with private functions in them
module @inner {
  func.func private @g(%a: i32, %b: i32) -> (i32, i32) {
    return %a, %b : i32, i32
  }
  func.func @f(%a: i32) -> i32 {
    %0:2 = func.call @g(%a, %a) : (i32, i32) -> (i32, i32)
    return %0#1 : i32
  }
}
// -----
// globals and other symbols stay
memref.global "private" constant @c : memref<2xi32> = dense<1>
func.func private @d()
func.func @f() {
  %0 = memref.get_global @c : memref<2xi32>
  return
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
