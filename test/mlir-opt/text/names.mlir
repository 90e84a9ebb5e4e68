"t.x"() ({
^bb0(%a: i32 loc("x"), %b: i32 loc("x"), %c: i32 loc(fused["q", "r"]), %d: i32 loc("a b")):
  %0 = "t.y"() : () -> i32 loc("x")
  %1 = "t.y"() : () -> i32 loc("1a")
  %2:2 = "t.y"() : () -> (i32, i32) loc("pair"("f":1:1))
  %3 = "t.y"() : () -> i32 loc(callsite("f":1:1 at "call"))
  %4 = "t.y"() : () -> i32 loc(fused<"m">["f":1:1, "fu"])
  %5 = "t.y"() : () -> i32 loc("é\n-.$")
  %6 = "t.y"() : () -> i32 loc("")
  %7 = "t.y"() : () -> i32 loc("arg0")
  %8 = "t.y"() : () -> i32
  %9 = "t.y"(%2#1) : (i32) -> i32 loc("0")
  "t.r"() ({
  ^bb0(%z: i32 loc("x")):
    %10 = "t.y"(%z) : (i32) -> i32 loc("x")
  ^bb1(%zz: i32 loc("y"), %w: i32):
    %c1 = "t.c"() : () -> i32 loc("one")
    %c2 = "t.c"() : () -> i32
  }) : () -> ()
}) : () -> ()
// -----
func.func @f(%a: i32 loc("x"), %b: f32) -> (i32, f32) {
  %t = arith.constant true
  %c = arith.constant 5 : i32 loc("five")
  %d = arith.addi %c, %a : i32 loc("sum"("f":1:2))
  %e = arith.addi %d, %a : i32 loc("sum"("f":1:3))
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = scf.for %i = %c0 to %c1 step %c1 iter_args(%x = %a, %y = %b) -> (i32, f32) {
    scf.yield %x, %y : i32, f32
  } loc("loop")
  %q = scf.if %t -> i32 {
    scf.yield %c : i32
  } else {
    scf.yield %d : i32
  }
  return %r#0, %r#1 : i32, f32
}
// -----
func.func @f(%a: i32 loc("x"), %b: f32) -> (i32, f32) {
  %t = arith.constant true
  %c = arith.constant 5 : i32 loc("five")
  %d = arith.addi %c, %a : i32 loc("sum"("f":1:2))
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:2 = scf.for %i = %c0 to %c1 step %c1 iter_args(%x = %a, %y = %b) -> (i32, f32) {
    %q = scf.if %t -> i32 {
      scf.yield %c : i32 loc("y1")
    } else {
      %z = arith.addi %d, %d : i32
      scf.yield %d : i32
    } loc("cond")
    scf.if %t {
      "t.u"(%i) : (index) -> ()
    }
    scf.yield %q, %y : i32, f32
  } loc("loop")
  %w:2 = scf.while (%p = %a, %pp = %b) : (i32, f32) -> (i32, f32) {
    scf.condition(%t) %p, %pp : i32, f32
  } do {
  ^bb0(%g: i32 loc("g"), %h: f32):
    scf.yield %g, %h : i32, f32
  }
  scf.parallel (%i, %j) = (%c0, %c0) to (%c1, %c1) step (%c1, %c1) {
    scf.reduce
  } loc("par")
  %sw = scf.index_switch %c0 -> i32
  case 2 {
    scf.yield %c : i32
  }
  default {
    scf.yield %d : i32
  }
  scf.execute_region {
    cf.br ^bb1
  ^bb1:
    scf.yield
  }
  cf.cond_br %t, ^bb1(%c : i32), ^bb2
^bb1(%k: i32 loc("k")):
  cf.switch %k : i32, [ default: ^bb2, 1: ^bb1(%k : i32) ]
^bb2:
  return %r#0, %r#1 : i32, f32
}
func.func private @decl(i32)
func.func @emptyret() {
  return
}
module @inner attributes {x.x = affine_map<(d0) -> (d0)>} {
  func.func @g(%arg0: tensor<4xf32> {x.y}) -> tensor<?xf32> {
    %0 = tensor.cast %arg0 : tensor<4xf32> to tensor<?xf32>
    %c = complex.constant [1.0 : f32, 2.0 : f32] : complex<f32>
    %i = index.constant 5
    %p = ub.poison : i32
    %u = builtin.unrealized_conversion_cast %0 : tensor<?xf32> to tensor<4xf32>
    %u2:2 = builtin.unrealized_conversion_cast %0, %i : tensor<?xf32>, index to f32, f64 {foo}
    %u3 = builtin.unrealized_conversion_cast to i32
    %g = tensor.generate %i { ^bb0(%a: index): %e = arith.constant 1.0 : f32 tensor.yield %e : f32 } : tensor<?xf32>
    %cs = arith.constant dense<[1.0, 2.0]> : tensor<2xf32>
    %call = func.call @g(%arg0) : (tensor<4xf32>) -> tensor<?xf32>
    %fc = func.constant @g : (tensor<4xf32>) -> tensor<?xf32>
    %ci = func.call_indirect %fc(%arg0) : (tensor<4xf32>) -> tensor<?xf32>
    return %g : tensor<?xf32>
  }
}
