%0 = "t.x"() : () -> i32
%1:2 = "t.y"(%0) : (i32) -> (i32, i32)
%a, %b:3, %c = "t.z"(%1#0, %1#1) : (i32, i32) -> (i32, f32, f32, f32, i1)
"t.u"(%a, %b#0, %b#1, %b#2, %c) : (i32, f32, f32, f32, i1) -> ()
// -----
%0:2 = "t.y"() : () -> (i32, i32)
"t.u"(%0#0, %0#1, %0) : (i32, i32, i32) -> ()
// -----
%a.b$c-d_e = "t.y"() : () -> i32
"t.u"(%a.b$c-d_e) : (i32) -> ()
// -----
"t.u"(%0) : (i32) -> ()
%0 = "t.y"() : () -> i32
// -----
func.func @f(%c: i1) {
  cf.cond_br %c, ^a(%c : i1), ^b
^a(%x: i1):
  %y = "t.y"() : () -> i32
  cf.br ^c
^c:
  "t.u"(%y, %x) : (i32, i1) -> ()
  return
^b:
  return
}
// -----
func.func @f() {
^entry:
  cf.br ^entry2
^entry2:
  cf.br ^entry2
}
// -----
func.func @f() {
  "t.y"() : () -> ()
}
// -----
func.func private @f(i32, f32) -> (i1 {a.b}, i2)
func.func private @g() -> ()
func.func private @h(i32 {a.b = 1}) -> i32 attributes {x.y}
func.func @i() -> ((i32) -> i32) { %0 = "t.x"() : () -> ((i32) -> i32) return %0 : (i32) -> i32 }
func.func @""() { return }
func.func @"a b"() { return }
func.func nested @nn() { return }
func.func public @pp() { return }
// -----
module {}
// -----
module @m {}
// -----
module attributes {a.b = 1} {}
// -----
module @m attributes {a.b = 1, sym_visibility = "private"} { module @n {} }
// -----
module @m { func.func private @x() }
module @n { }
// -----
builtin.module @m { }
// -----
"builtin.module"() ({ "t.x"() : () -> () }) {sym_name = "foo"} : () -> ()
// -----
"builtin.module"() <{sym_name = "foo"}> ({ ^bb0: }) : () -> ()
// -----
module { ^bb0: }
// -----

// -----
// just a comment
// -----
module {
  "t.x"() : () -> () // trailing comment
  // line
} // end
// eof no newline
// -----
"nodialect"() : () -> ()
// -----
"t."() : () -> ()
// -----
"t.x"() : () -> () "t.y"() : () -> ()
// -----
"t x é"() : () -> ()
// -----
"t.x"() ({ ^bb0(%a: i32): "t.y"(%a)[^b, ^b] : (i32) -> () ^b: "t.z"() : () -> () }) : () -> ()
// -----
"t.x"() ({ "t.y"()[^b] : () -> () ^b: "t.y"()[^c, ^b] : () -> () ^c: "t.y"()[^b] : () -> () ^d: "t.y"()[^d] : () -> () }) : () -> ()
// -----
module {
  "t.x"() : () -> ()
}
"t.y"() : () -> ()
// -----
module @a {}
module @b {}
// -----
module {
  module {}
}
// -----
func.func @f() { return }
module @m {}
// -----
#loc1 = loc("x":1:1)
module @m {
} loc(#loc1)
// -----
"t.graph"() ({
  %0 = "t.a"(%1) : (i32) -> i32
  %1 = "t.b"(%0) : (i32) -> i32
}) : () -> ()
// -----
func.func @ssacfg() {
  "t.graph"() ({
    %0 = "t.a"(%1) : (i32) -> i32
    %1 = "t.b"(%0) : (i32) -> i32
    "t.done"() : () -> ()
  }) : () -> ()
  return
}
// -----
func.func @switch(%x: i32, %y: i64, %c: i1) {
  cf.switch %x : i32, [
    default: ^bb1,
    42: ^bb2(%y : i64),
    -1: ^bb2(%y : i64)
  ]
^bb1:
  return
^bb2(%z: i64):
  cf.assert %c, "msg \22"
  cf.cond_br %c, ^bb2(%z : i64), ^bb1 {branch_weights = array<i32: 1, 2>}
}
// -----
func.func @f(%a: i32, %b: (i32) -> i32, %c: tuple<>, %d: none) -> (i32, (i32) -> (i32, i32), tuple<i32>) attributes {llvm.linkage = #llvm.linkage<external>} {
  %0:3 = "t.x"() : () -> (i32, (i32) -> (i32, i32), tuple<i32>)
  return %0#0, %0#1, %0#2 : i32, (i32) -> (i32, i32), tuple<i32>
}
// -----
func.func private @f(%a: i32)
// -----
func.func @f(%a: i32) -> (i32) { return %a : i32 }
// -----
func.func @f() -> () { return }
// -----
func.func @f() attributes {} { return }
// -----
func.func @"quoted name"() { call @"quoted name"() : () -> () return }
func.func @a.b$c() { func.call @a.b$c() : () -> () return }
// -----
"func.func"() <{function_type = (i32) -> i32, sym_name = "f", sym_visibility = "private"}> ({}) : () -> ()
// -----
"func.func"() ({ ^bb0(%a: i32): "func.return"(%a) : (i32) -> () }) {function_type = (i32) -> i32, sym_name = "f", extra = 5} : () -> ()
// -----
%0 = arith.constant {foo = 1} 5 : i32
// -----
%0 = "arith.addi"(%1, %1) : (i32, i32) -> i32
%1 = arith.constant {a = @b} 3 : i32
// -----
%1 = arith.constant 3 : i32
%0 = "arith.addi"(%1, %1) <{overflowFlags = #arith.overflow<nsw, nuw>}> {a} : (i32, i32) -> i32
%2 = arith.addi %1, %1 overflow<nsw> {b = "c"} : i32
%3 = arith.addi %1, %1 overflow<none> : i32
// -----
%f = arith.constant 3.0 : f32
%3 = arith.addf %f, %f fastmath<fast> : f32
%4 = arith.addf %f, %f fastmath<nnan,ninf,nsz> {x} : f32
%5 = arith.addf %f, %f fastmath<none> : f32
%6 = arith.cmpf oeq, %f, %f fastmath<nnan> : f32
%7 = arith.cmpi slt, %i, %i : i32
%i = arith.constant 1 : i32
%8 = arith.select %7, %f, %f : f32
%9 = arith.select %m, %v, %v : vector<4xi1>, vector<4xf32>
%m, %v = "t.x"() : () -> (vector<4xi1>, vector<4xf32>)
%10:2 = arith.addui_extended %i, %i : i32, i1
%11 = arith.truncf %d to_nearest_even : f64 to f32
%d = arith.constant 1.0 : f64
%12 = arith.bitcast %i : i32 to f32
%13 = arith.index_cast %i : i32 to index
// -----
%0 = "t.x"() {a = dense<[1, 2]> : tensor<2xi32>, b = [dense<1.0> : vector<2xf32>], c = {d = dense<true> : tensor<i1>}} : () -> tensor<2x?xf32, #foo.bar<1>>
// -----
"t.x"() {"a b" = 1, a.b = 2, "a.b.c" = 3, a$ = 4, "-" = 5, "a\0A" = 6} : () -> ()
// -----
"t.x"() {a = "\00\01\7F\80\FF\C3\A9\F0\9F\98\80 ~ é 😀"} : () -> ()
// -----
"t.x"() {a = "tab	tab"} : () -> ()
// -----
"t.x"() {a = "\n\t\\\"'`"} : () -> ()
// -----
%-1 = "t.x"() : () -> i32
// -----
%$ = "t.x"() : () -> i32
%. = "t.x"() : () -> i32
%_ = "t.x"() : () -> i32
"t.y"(%$, %., %_) : (i32, i32, i32) -> ()
// -----
%a, %b = "t.x"() : () -> (i32, i32)
%c:2 = "t.x"() : () -> (i32, i32)
"t.y"(%a#0, %b#0, %c#1, %c#0, %c) : (i32, i32, i32, i32, i32) -> ()
// -----
"t.y"(%a#1) : (i32) -> ()
%a:2 = "t.x"() : () -> (i32, i32)
// -----
%a: 2 = "t.x"() : () -> (i32, i32)
"t.y"(%a #1) : (i32) -> ()
// -----
%a:0x2 = "t.x"() : () -> (i32, i32)
// -----
"test.x"() {a = @a: :@b, b = @a :: @b, c = @a:: // Colons are tokens.
  @b} : () -> ()
// -----
func.func @f(%a: index) attributes {arg_attrs = [{a.b}]} {
  scf.for %i = %a to %a step %a iter_args() -> () {
  }
  return
}
// -----
func.func @g() {
  "scf.execute_region"() ({
    scf.yield
  }) : () -> ()
  return
}
