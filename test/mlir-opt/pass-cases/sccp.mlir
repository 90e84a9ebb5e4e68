// pipeline: sccp
// -----
// a constant is returned as it is
func.func @f(%a: i32) -> i32 {
  %c = arith.constant 1 : i32
  return %c : i32
}
// -----
// ops that fold on constants, in order of their results
func.func @f(%a: i32) -> (i32, i32) {
  %c2 = arith.constant 2 : i32
  %c3 = arith.constant 3 : i32
  %0 = arith.addi %c2, %c3 : i32
  %1 = arith.muli %0, %c3 : i32
  %2 = arith.addi %1, %a : i32
  return %1, %2 : i32, i32
}
// -----
// only one edge of a conditional branch is live
func.func @f(%a: i32) -> i32 {
  %cond = arith.constant true
  %c = arith.constant 1 : i32
  cf.cond_br %cond, ^bb1, ^bb2(%a : i32)
^bb1:
  cf.br ^bb2(%c : i32)
^bb2(%0: i32):
  return %0 : i32
}
// -----
// both edges bring the same constant
func.func @f(%cond: i1) -> i32 {
  %c = arith.constant 1 : i32
  cf.cond_br %cond, ^bb1, ^bb2(%c : i32)
^bb1:
  %d = arith.constant 1 : i32
  cf.br ^bb2(%d : i32)
^bb2(%0: i32):
  return %0 : i32
}
// -----
// the edges bring different values
func.func @f(%a: i32, %cond: i1) -> i32 {
  %c = arith.constant 1 : i32
  cf.cond_br %cond, ^bb1, ^bb2(%a : i32)
^bb1:
  cf.br ^bb2(%c : i32)
^bb2(%0: i32):
  return %0 : i32
}
// -----
// a loop of blocks whose argument stays the constant
func.func @f() -> i32 {
  %c = arith.constant 1 : i32
  cf.br ^loop(%c : i32)
^loop(%i: i32):
  %continue = "test.condition"() : () -> i1
  cf.cond_br %continue, ^body, ^exit
^body:
  %k = arith.muli %i, %c : i32
  cf.br ^loop(%k : i32)
^exit:
  return %i : i32
}
// -----
// a loop of blocks that counts
func.func @f() -> i32 {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  cf.br ^loop(%c0 : i32)
^loop(%i: i32):
  %continue = "test.condition"() : () -> i1
  cf.cond_br %continue, ^body, ^exit
^body:
  %next = arith.addi %i, %c1 : i32
  cf.br ^loop(%next : i32)
^exit:
  return %i : i32
}
// -----
// a loop that never runs keeps the value before it
func.func @f(%a: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  cf.br ^loop(%c0 : i32)
^loop(%i: i32):
  %less = arith.cmpi ult, %i, %c0 : i32
  cf.cond_br %less, ^body, ^exit(%i : i32)
^body:
  %next = arith.addi %i, %c1 : i32
  cf.br ^loop(%next : i32)
^exit(%r: i32):
  return %r : i32
}
// -----
// a switch on a constant
func.func @f(%a: i32) -> i32 {
  %flag = arith.constant 7 : i32
  %c1 = arith.constant 1 : i32
  %c2 = arith.constant 2 : i32
  cf.switch %flag : i32, [
    default: ^exit(%a : i32),
    3: ^exit(%c1 : i32),
    7: ^exit(%c2 : i32)
  ]
^exit(%r: i32):
  return %r : i32
}
// -----
// an op without folder
func.func @f() -> i32 {
  %c = arith.constant 1 : i32
  %0 = "foo.op"(%c) : (i32) -> i32
  return %0 : i32
}
// -----
// scf.if on a constant
func.func @f(%a: i32) -> i32 {
  %cond = arith.constant true
  %c = arith.constant 1 : i32
  %r = scf.if %cond -> i32 {
    scf.yield %c : i32
  } else {
    scf.yield %a : i32
  }
  return %r : i32
}
// -----
// scf.if on an unknown condition with equal values
func.func @f(%cond: i1) -> (i32, i32) {
  %r:2 = scf.if %cond -> (i32, i32) {
    %c = arith.constant 1 : i32
    %d = arith.constant 2 : i32
    scf.yield %c, %d : i32, i32
  } else {
    %c = arith.constant 1 : i32
    %d = arith.constant 3 : i32
    scf.yield %c, %d : i32, i32
  }
  return %r#0, %r#1 : i32, i32
}
// -----
// scf.for that carries a constant
func.func @f(%n: index) -> (i32, i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %i0 = arith.constant 0 : i32
  %i1 = arith.constant 1 : i32
  %r:2 = scf.for %i = %c0 to %n step %c1 iter_args(%a = %i0, %b = %i1) -> (i32, i32) {
    %x = arith.muli %a, %i1 : i32
    %y = arith.addi %b, %i1 : i32
    scf.yield %x, %y : i32, i32
  }
  return %r#0, %r#1 : i32, i32
}
// -----
// scf.while whose condition is never true
func.func @f(%a: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %r = scf.while (%x = %c0) : (i32) -> i32 {
    %cond = arith.cmpi ne, %x, %c0 : i32
    scf.condition(%cond) %x : i32
  } do {
  ^bb0(%y: i32):
    %z = arith.addi %y, %c1 : i32
    scf.yield %z : i32
  }
  return %r : i32
}
// -----
// scf.index_switch and scf.execute_region
func.func @f(%a: i32, %n: index) -> (i32, i32, i32) {
  %c2 = arith.constant 2 : index
  %r = scf.index_switch %c2 -> i32
  case 2 {
    %c = arith.constant 5 : i32
    scf.yield %c : i32
  }
  default {
    scf.yield %a : i32
  }
  %s = scf.index_switch %n -> i32
  case 2 {
    %c = arith.constant 5 : i32
    scf.yield %c : i32
  }
  default {
    scf.yield %a : i32
  }
  %t = scf.execute_region -> i32 {
    %true = arith.constant true
    %c = arith.constant 9 : i32
    cf.cond_br %true, ^a, ^b
  ^a:
    scf.yield %c : i32
  ^b:
    scf.yield %a : i32
  }
  return %r, %s, %t : i32, i32, i32
}
// -----
// scf.forall, scf.parallel: nothing is known of what they hand on
func.func @f(%n: index, %t: tensor<4xi32>) -> (tensor<4xi32>, i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %i0 = arith.constant 0 : i32
  %r = scf.forall (%i) in (%n) shared_outs(%o = %t) -> tensor<4xi32> {
    %x = arith.addi %i0, %i0 : i32
    %s = tensor.from_elements %x : tensor<1xi32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %s into %o[%i] [1] [1] : tensor<1xi32> into tensor<4xi32>
    }
  }
  %p = scf.parallel (%i) = (%c0) to (%n) step (%c1) init (%i0) -> i32 {
    %y = arith.addi %i0, %i0 : i32
    scf.reduce(%y : i32) {
    ^bb0(%a: i32, %b: i32):
      %z = arith.addi %a, %b : i32
      scf.reduce.return %z : i32
    }
  }
  return %r, %p : tensor<4xi32>, i32
}
// -----
// a private function that is always called with the same constant
func.func private @callee(%a: i32, %b: i32) -> (i32, i32) {
  %0 = arith.addi %a, %a : i32
  return %0, %b : i32, i32
}
func.func @f(%x: i32) -> (i32, i32) {
  %c = arith.constant 9 : i32
  %0:2 = call @callee(%c, %x) : (i32, i32) -> (i32, i32)
  %1:2 = call @callee(%c, %c) : (i32, i32) -> (i32, i32)
  return %0#0, %1#1 : i32, i32
}
// -----
// a public function may be called with anything
func.func @callee(%a: i32) -> i32 {
  return %a : i32
}
func.func @f() -> i32 {
  %c = arith.constant 9 : i32
  %0 = call @callee(%c) : (i32) -> i32
  return %0 : i32
}
// -----
// a private function that returns a constant on all paths, and one that is only declared
func.func private @declared(%a: i32) -> i32
func.func private @callee(%c: i1) -> i32 {
  %0 = arith.constant 4 : i32
  cf.cond_br %c, ^a, ^b
^a:
  return %0 : i32
^b:
  %1 = arith.constant 4 : i32
  return %1 : i32
}
func.func @f(%c: i1) -> (i32, i32) {
  %0 = call @callee(%c) : (i1) -> i32
  %1 = call @declared(%0) : (i32) -> i32
  return %0, %1 : i32, i32
}
// -----
// recursion that only ever passes the constant on
func.func private @rec(%a: i32, %c: i1) -> i32 {
  cf.cond_br %c, ^a, ^b
^a:
  %0 = call @rec(%a, %c) : (i32, i1) -> i32
  return %0 : i32
^b:
  return %a : i32
}
func.func @f(%c: i1) -> i32 {
  %x = arith.constant 3 : i32
  %0 = call @rec(%x, %c) : (i32, i1) -> i32
  return %0 : i32
}
// -----
// a private function whose address is taken, and one that is never called
func.func private @used(%a: i32) -> i32 {
  return %a : i32
}
func.func private @never(%a: i32) -> i32 {
  %c = arith.constant 3 : i32
  %0 = arith.addi %c, %c : i32
  return %0 : i32
}
func.func @f() -> i32 {
  %c = arith.constant 9 : i32
  "test.address"() {callee = @used} : () -> ()
  %0 = call @used(%c) : (i32) -> i32
  return %0 : i32
}
// -----
// constants of floats, indices and splats; folding to an operand
func.func @f(%x: i32, %t: tensor<2xi32>) -> (f32, index, tensor<2xi32>, i32, i32) {
  %a = arith.constant 1.5 : f32
  %b = arith.addf %a, %a : f32
  %i = arith.constant 3 : index
  %j = arith.muli %i, %i : index
  %d = arith.constant dense<2> : tensor<2xi32>
  %e = arith.addi %d, %d : tensor<2xi32>
  %z = arith.constant 0 : i32
  %k = arith.addi %x, %z : i32
  %l = arith.subi %k, %k : i32
  return %b, %j, %e, %k, %l : f32, index, tensor<2xi32>, i32, i32
}
// -----
// what is effectful stays, with constant operands
func.func @f(%m: memref<4xi32>) {
  %i = arith.constant 1 : index
  %j = arith.addi %i, %i : index
  %v = arith.constant 7 : i32
  %w = arith.muli %v, %v : i32
  memref.store %w, %m[%j] : memref<4xi32>
  %u = memref.load %m[%j] : memref<4xi32>
  "test.use"(%u) : (i32) -> ()
  return
}
// -----
// constants inside nested symbol tables and regions that nobody describes
module {
  module @inner {
    func.func private @g(%a: i32) -> i32 {
      return %a : i32
    }
    func.func @h() -> i32 {
      %c = arith.constant 2 : i32
      %0 = func.call @g(%c) : (i32) -> i32
      return %0 : i32
    }
  }
  func.func @f() {
    "test.region"() ({
    ^bb0(%x: i32):
      %c = arith.constant 2 : i32
      %d = arith.addi %c, %c : i32
      "test.use"(%d, %x) : (i32, i32) -> ()
    }) : () -> ()
    return
  }
}
// -----
// unreachable blocks are left alone
func.func @f(%a: i32) -> i32 {
  %c = arith.constant 2 : i32
  return %a : i32
^dead(%x: i32):
  %d = arith.addi %c, %c : i32
  return %d : i32
}
