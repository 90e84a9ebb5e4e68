module @named attributes {test.k = 1 : i32, terrace.note = "text"} {
}
module {
  module @a {
    module @b {
    }
  }
}
"builtin.module"() <{sym_name = "generic", sym_visibility = "private"}> ({
^bb0:
}) {test.z} : () -> ()
func.func @casts(%a: i32, %b: f32, %t: tensor<2xf32>) -> i64 {
  %0 = builtin.unrealized_conversion_cast %a : i32 to i64
  %1 = builtin.unrealized_conversion_cast to i64
  %2:2 = builtin.unrealized_conversion_cast %a, %b : i32, f32 to !foo.pair, index {k}
  %3 = builtin.unrealized_conversion_cast %2#0, %2#1 : !foo.pair, index to tuple<i32, f32>
  %4:3 = builtin.unrealized_conversion_cast to i32, f32, index
  %5 = builtin.unrealized_conversion_cast %t : tensor<2xf32> to !llvm.struct<(ptr)>
  return %0 : i64
}
// -----
module attributes {test.k} {
  func.func @graph() {
    %0 = ub.poison : i32
    %1 = ub.poison {k} : tensor<4x?xf32>
    %2 = ub.poison <#ub.poison> : vector<[4]xi8>
    %3 = "ub.poison"() <{value = #ub.poison}> : () -> !foo.any
    %4 = "ub.poison"() : () -> complex<f32>
    %5 = ub.poison : () -> ()
    ub.unreachable
  }
  func.func @unreachable(%c: i1) {
    cf.cond_br %c, ^a, ^b
  ^a:
    ub.unreachable {k = 2}
  ^b:
    return
  }
}
// -----
"test.user"(%1) : (i32) -> ()
%1 = "test.definition"() : () -> i32
module {
  %a = "test.x"(%b) : (i32) -> i32
  %b = "test.y"(%a) : (i32) -> i32
}
