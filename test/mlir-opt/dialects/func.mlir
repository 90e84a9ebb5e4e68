func.func private @declared()
func.func private @typed(i32, f32) -> (i64, f64)
func.func nested @nested(i1) attributes {k}
func.func private @attrs(i32 {x.a = 1 : i8}, f32) -> (i64 {x.b}, f64 {x.c = "s"})
func.func private @one(i32) -> (i64 {x.b})
func.func private @higher((i32) -> f32) -> ((i32) -> f32)
func.func private @two(() -> ()) -> (i32, () -> ())
func.func private @"quoted name"()
func.func private @"tab\09\"quote\""()
func.func @empty() {
  return
}
func.func public @public() attributes {no_inline, other = @declared} {
  return
}
func.func @named(%first: i32, %second: f32 {x.a}, %third: tensor<?xf32> {x.b = 2 : i32, x.c}) -> (i32 {x.d}, f32) attributes {a = 1 : i32, "quoted key" = unit} {
  return %first, %second : i32, f32
}
func.func @calls(%a: i32, %b: f32, %g: (i32) -> f32, %n: () -> ()) -> f64 {
  call @declared() : () -> ()
  func.call @declared() {k = 1 : i32} : () -> ()
  %0:2 = call @typed(%a, %b) : (i32, f32) -> (i64, f64)
  %1 = func.call @higher(%g) : ((i32) -> f32) -> ((i32) -> f32)
  %2:2 = call @two(%n) : (() -> ()) -> (i32, () -> ())
  call @"quoted name"() : () -> ()
  "func.call"() <{callee = @declared, no_inline}> : () -> ()
  "func.call"(%a) <{callee = @one, arg_attrs = [{x.a}], res_attrs = [{x.b = 1 : i32}]}> : (i32) -> i64
  %3 = call_indirect %g(%a) : (i32) -> f32
  func.call_indirect %n() {k} : () -> ()
  %4 = "func.call_indirect"(%g, %a) <{arg_attrs = [{x.a}]}> : ((i32) -> f32, i32) -> f32
  return %0#1 : f64
}
func.func @constants() -> ((i32, f32) -> (i64, f64)) {
  %f = constant @typed : (i32, f32) -> (i64, f64)
  %g = func.constant {k} @declared : () -> ()
  func.return {r} %f : (i32, f32) -> (i64, f64)
}
func.func @blocks(%c: i1, %x: i32) -> i32 {
  cf.cond_br %c, ^a, ^b(%x : i32)
^a:
  %0 = arith.constant 1 : i32
  cf.br ^b(%0 : i32)
^b(%r: i32):
  return %r : i32
}
// -----
module @outer {
  module @inner attributes {test.k = 1 : i32} {
    func.func private @f(i32) -> i32
    func.func @g(%x: i32) -> i32 {
      %0 = func.call @f(%x) : (i32) -> i32
      return %0 : i32
    }
  }
  module {
  }
  func.func private @i()
  func.func @h() {
    %f = constant @i : () -> ()
    return
  }
}
// -----
"func.func"() <{function_type = (i32) -> i32, sym_name = "generic", sym_visibility = "private"}> ({
^bb0(%x: i32):
  "func.return"(%x) : (i32) -> ()
}) {extra} : () -> ()
"func.func"() <{function_type = () -> (), sym_name = "declared", sym_visibility = "nested"}> ({
}) : () -> ()
"func.func"() <{arg_attrs = [{x.a}, {}], function_type = (i32, f32) -> f32, res_attrs = [{x.b}], sym_name = "attributes", no_inline}> ({
^bb0(%x: i32, %y: f32):
  func.return %y : f32
}) : () -> ()
