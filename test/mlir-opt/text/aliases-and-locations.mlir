!tt = tuple<i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1>
!t2 = tuple<!tt,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,i1,memref<4xf32, affine_map<(d0) -> (d0+1)>>>
func.func @f(%a: !tt, %b: !t2) -> !t2 { return %b : !t2 }
// -----
// various locations
"t.x"() : () -> () loc("a")
"t.x"() : () -> () loc("a"("b"))
"t.x"() : () -> () loc("a"(unknown))
"t.x"() : () -> () loc("f":1:2)
"t.x"() : () -> () loc("f":1:2 to 3:4)
"t.x"() : () -> () loc("f":1:2 to :4)
"t.x"() : () -> () loc("f":1)
"t.x"() : () -> () loc(unknown)
"t.x"() : () -> () loc(callsite("a" at "f":1:1))
"t.x"() : () -> () loc(callsite("a"("f":2:2) at callsite("b" at "f":1:1)))
"t.x"() : () -> () loc(callsite("f":2:2 at callsite("b" at "c")))
"t.x"() : () -> () loc(fused["a", "b", "a", unknown])
"t.x"() : () -> () loc(fused<"m">["a", "b"])
"t.x"() : () -> () loc(fused<{a = affine_map<(d0) -> (d0)>}>["a", fused<1>["q"]])
"t.x"() : () -> () loc(fused[fused["a","z"], fused<1>["q","r"], "x"])
"t.x"() : () -> () loc(fused[])
"t.x"() : () -> () loc(fused<"x">[])
"t.x"() : () -> () loc("")
"t.x"() : () -> () loc("":3:4)
"t.x"() : () -> () loc("q\22\0A\\":3:4)
"t.x"() {l = loc("a"), m = [loc("zz":1:1), loc(unknown)], n = loc(callsite("a" at "f":1:1))} : () -> ()
"t.x"() ({
^bb0(%a: i32 loc("arg"), %b: f32 loc(fused["arg", "b2"]), %c: i1):
  "t.y"(%a) : (i32) -> () loc("arg")
}) : () -> () loc("reg")
// -----
#l = loc("a":1:1)
"t.x"() {a = #l} : () -> () loc(#l)
"t.x"() {a = [#l]} : () -> () loc("b"(#l))
// -----
#loc5 = loc("f":1:1)
#map7 = affine_map<(d0, d1) -> (d1, d0)>
#m = affine_map<(d0) -> (d0)>
func.func @f(%m: memref<4x4xf32, #map7>) {
  %c0 = arith.constant 0 : index
  %c0_0 = arith.constant 0 : index loc(#loc5)
  %0 = memref.load %m[%c0, %c0_0] : memref<4x4xf32, #map7>
  "t.foo"(%0) {m = #m, n = [#map7, #m], o = {p = #m}} : (f32) -> ()
  return
}
// -----
// aliases nested in order
"t.a"() {x = [affine_map<(d0) -> (d0)>, affine_set<(d0) : (d0 == 0)>], y = memref<4xf32, affine_map<(d0) -> (d0 + 3)>>, z = affine_set<(d0) : (d0 >= 1)>} : () -> ()
"t.b"() ({
  "t.c"() {x = affine_map<(d0) -> (d0 + 2)>} : () -> ()
}) {x = affine_map<(d0) -> (d0 + 1)>} : () -> ()
// -----
func.func @nested() attributes {m = affine_map<(d0) -> (d0 + 9)>} {
  "t.b"() ({
    "t.c"() {x = affine_map<(d0) -> (d0 + 2)>} : () -> tensor<4xf32, affine_map<(d0) -> (d0 + 7)>>
  }) {x = affine_map<(d0) -> (d0 + 1)>} : () -> ()
  return
}
// -----
#a = 1 : i32
!b = tensor<4xi32>
"t.x"() {a = #a, b = !b, c = dense<1> : !b} : () -> ()
// -----
!f = (i32) -> i32
"t.x"() {a = !f} : () -> ((i32) -> i32)
// -----
!f = (i32) -> i32
"t.x"() {a = !f} : () -> !f
// -----
"t.x"() {a = loc("a")} : () -> () loc("a")
"t.x"() {a = loc("b")} : () -> ()
"t.x"() {a = "z"} : () -> () loc("b")
// -----
#x = affine_map<(d0) -> (d0)>
#y = loc(fused<#x>["a"])
"t.x"() : () -> () loc(#y)
"t.x"() ({
^bb0(%a: i32 loc(fused<#x>["b"])):
}) : () -> () loc(fused<[#x, affine_map<(d0) -> (d0 + 1)>]>["a"])
// -----
"test.op"() {alias_test = loc(fused<memref<1xi32, affine_map<(d0) -> (d0)>>>["test.mlir":10:8])} : () -> ()
// -----
"test.op"() {alias_test = loc(fused<loc("nested")>["test.mlir":10:8])} : () -> ()
// -----
"test.op"() {alias_test = loc(fused<tuple<i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32>>["test.mlir":10:8])} : () -> ()
// -----
#x = loc("a")
"test.op"() {attr = loc(fused<#x>["test.mlir":1:1])} : () -> () loc(fused<loc(fused<#x>["test.mlir":1:1])>["test.mlir":0:0])
// -----
func.func @f(i32, i64) {
^bb42 (%arg0: i32, %f: i64):
  return
}
// -----
func.func @f() {
^bb0():
  return
}
// -----
func.func @f() -> (i8) {
  cf.br ^bb2
^bb1:
  return %1 : i8
^bb2:
  %1 = "bar"() : () -> (i8)
  cf.br ^bb1
}
// -----
func.func @unreachable() {
  return
^bb1:
  %2:3 = "bar"(%1) : (i64) -> (i1,i1,i1)
  cf.br ^bb4
^bb4:
  %1 = "foo"() : ()->i64
  cf.br ^bb1
}
// -----
func.func @simple(%arg0: i32 loc("a"), %arg1 : i64 {x.y} loc(fused["a", "b"])) -> (i32 {x.z = 1}) {
  return %arg0 : i32
} loc("f")
// -----
module @sym attributes {a.b = unit, a.c = false, a.d = affine_map<() -> (0)>} {
  func.func @callee(%arg0: index) {
    return
  }
  func.func private @s() -> () attributes {x.a = @sym::@callee, x.b = [@sym, @sym::@callee::@x]}
}
