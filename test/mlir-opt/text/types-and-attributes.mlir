"t.x"() : () -> memref<4xf32, strided<[0]>>
// -----
"t.x"() : () -> memref<4xf32, strided<[-1], offset: -5>>
// -----
"t.x"() : () -> memref<4xf32, strided<[1]>, strided<[1]>>
// -----
"t.x"() : () -> memref<4 x f32>
// -----
"t.x"() : () -> memref< 4 x 0x4 x f32 >
// -----
"t.x"() : () -> (i32, !x.y, !x.y<a>, !x<"y">, !x<y z>, !x<y>, !x.y<"a>", [b, (c)]>, !x<y<z>>, !x.y.z, !x.y.z<1 -> 2>, !x<>, !x.y<>, !x<"a b c">, !x<1>, !x<y-z>, !x<y->z>, !x<[y]>, !x.y$z<a>)
"t.x"() {a = #x.y, b = #x.y<a>, c = #x<"y">, d = #x<y z>, e = #x<y>, f = #x.y<"a>", [b, (c)]>, g = #x<y<z>>, h = #x.y.z, i = #x.y.z<1 -> 2>, j = #x<>, k = #x.y<>, l = #x<"a b c">, m = #x<y> : i32, n = #x.y : tensor<4xi32>, o = #x<1>, p = #x.y<{a = b}>, q = #x.y<a : b, c> : none} : () -> ()
// -----
"t.x"() : () -> !x<a -> b>
// -----
"t.x"() : () -> !x.y<a
  b   c // comment
 d>
// -----
"t.x"() : () -> !x.y<\>
// -----
"t.x"() : () -> !x.y<'a'>
// -----
"t.x"() {a = #arith.fastmath<fast>, b = #arith<fastmath<nnan, ninf>>, c = #arith.overflow<nsw>} : () -> ()
// -----
"t.x"() {a = "str", b = "s\22q\5C\n\t\0A\FF\80é", c = "", "d e" = 1, "f\22" = 2, g.h = 3, _i = 4, j$k = 5, "1" = 6, "é" = 7, "l-m" = 8, i32 = 9, loc = 10, true = 11, "n\00" = 12} : () -> ()
// -----
"t.x"() {a = @a, b = @a::@b, c = @"a b"::@c::@"", d = @a.b$c_d, e = @"x", f = @"0a", g = @"é\0A", h = @"a\22b"} : () -> ()
// -----
"t.x"() {a = @a :: @b} : () -> ()
// -----
"t.x"() {a, b, c = unit, d = [unit, true, false], e = {x, y = unit}, f = {}, g = [], h = [[], [[]]], i = i32, j = tensor<4xi32>, k = () -> (), l = [i32, 1 : i32, 1, 1.0, 1.0 : f32, "s", @s], m = !x.y, n = none} : () -> ()
// -----
"t.x"() <{a = 1, b = "x", c}> {d = 5} : () -> ()
"t.x"() <{}> : () -> ()
"t.x"() <{a = 1}> ({}) {b} : () -> ()
"t.x"() <{a = 1}> ({"t.y"() : () -> ()}) : () -> ()
// -----
"t.x"() <5> : () -> ()
// -----
"t.x"() <"str"> : () -> ()
// -----
"arith.constant"() <{value = 1 : i32}> {foo} : () -> i32
// -----
%0 = "arith.constant"() {value = 1 : i32, foo} : () -> i32
// -----
%0 = "arith.constant"() <{value = 1 : i32, foo}> : () -> i32
// -----
%0 = "arith.constant"() <{value = 1 : i32}> {value = 2 : i32} : () -> i32
// -----
%0 = "arith.constant"() <{}> {value = 2 : i32} : () -> i32
// -----
!a = i32
"t.x"() {a = !a, b = [!a], c = 1 : !a} : () -> !a
// -----
!a = i32
"t.x"() : () -> tensor<4x!a>
// -----
#0 = 5
"t.x"() {a = #0} : () -> ()
// -----
!0 = i32
"t.x"() : () -> !0
// -----
#a-b = 5
"t.x"() {a = #a-b} : () -> ()
// -----
#a$ = 5
"t.x"() {a = #a$} : () -> ()
// -----
"t.x"() {a = #x<"a\"b">, b = #x.y<"a\"b", c>} : () -> ()
// -----
"t.x"() {a = #x.y<a
b>} : () -> ()
// -----
"t.x"() {a = #x.y<-> >} : () -> ()
// -----
"t.x"() {a = #x.y<#z<a>, !w.v<b>, [1, 2], "s">} : () -> !x.y<!z<"q">, i32>
// -----
"t.x"() : () -> !x.y<// comment
a>
// -----
"t.x"() : () -> !x<"a" b>
// -----
"t.x"() : () -> !_x.y
// -----
"t.x"() : () -> !_x<"y">
// -----
"t.x"() : () -> !x._y<a>
// -----
"t.x"() : () -> !x<_y<a>>
// -----
"t.x"() : () -> !x<"y<a>">
// -----
"t.x"() : () -> !x< y >
// -----
"t.x"() : () -> !x<y<a> b>
// -----
"t.x"() : () -> !x<y<a> b<c>>
// -----
"t.x"() : () -> !x.y-z
// -----
"t.x"() : () -> !x.
// -----
"t.x"() : () -> !x..y
// -----
"t.x"() {a = none} : () -> none
// -----
"t.x"() {a = dense<[]> : tensor<0xi32>, b = dense<[]> : tensor<0xf32>} : () -> ()
// -----
"t.x"() {a = dense<0xFF> : tensor<1xi8>, b = dense<0xFFFF> : tensor<2xbf16>, c = dense<[0x7F800000, 0xFF800000]> : tensor<2xf32>} : () -> ()
// -----
"t.x"() {a = array<i0: 0>} : () -> ()
// -----
"t.x"() {a = array<ui64: 18446744073709551615, 0>, b = array<si16: -5>, c = array<i256: 5>, d = array<f8E4M3FN: 1.5, 0xFF>} : () -> ()
// -----
"t.x"() {a = distinct[18446744073709551615]<>} : () -> ()
// -----
#distinct = distinct[2]<i32>
#distinct1 = distinct[1]<i32>
#distinct2 = distinct[0]<>
"t.x"() {a = [#distinct1, #distinct, #distinct2, distinct[5]<#distinct1>]} : () -> ()
// -----
"t.x"() : () -> tensor<4xf32,>
// -----
"t.x"() : () -> tensor<4 xf32>
// -----
"t.x"() : () -> tensor<4x f32>
// -----
"t.x"() : () -> tensor<4 x ? x f32>
// -----
"t.x"() : () -> tensor<? x ?xf32>
// -----
"t.x"() : () -> tensor<0x2xf32>
// -----
"t.x"() : () -> memref<?x?xf32, strided<[?, ?], offset: ?>>
// -----
"t.x"() : () -> memref<?xf32, affine_map<(d0)[s0] -> (d0 + s0)>>
// -----
"t.x"() : () -> memref<2x3xf32, affine_map<(d0, d1) -> (d1, d0)>, "x">
// -----
"t.x"() : () -> memref<2xf32, affine_map<(d0) -> (d0 + 1)>, affine_map<(d0) -> (d0 * 2)>>
// -----
"t.x"() : () -> memref<2xf32, affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>>
// -----
"t.x"() : () -> memref<2x3xf32, strided<[3, 1]>>
// -----
"t.x"() : () -> memref<2xf32, 18446744073709551615>
// -----
"t.x"() : () -> memref<2xf32, -1 : i8>
// -----
"t.x"() : () -> memref<*xf32, "x">
// -----
"t.x"() : () -> memref<memref<2xf32>>
// -----
"t.x"() : () -> memref<2xcomplex<f32>, 5 : ui8>
// -----
"t.x"() : () -> i08
// -----
"t.x"() {i08 = 1, si8 = 2, f32, tensor, true} : () -> ()
// -----
"t.x"() {a.b, a..b, a.} : () -> ()
// -----
"t.x"() {} : () -> ()
// -----
"t.x"(): ()->()
// -----
"t.x" () : () -> ()
// -----
"t.x"()
  : (
) -> (
)
// -----
"t.x"() : () -> () loc (unknown)
// -----
"t.x"() : () -> () loc("a" : 1 : 2)
// -----
"t.x"() : () -> () // c1 // c2 /* "
// -----
"t.x"() ({^a:}) : () -> ()
// -----
"t.x"() ({^a():}) : () -> ()
// -----
%0 = arith.constant sparse<[[0,1]], [5.0]> : tensor<2x2xf32>
// -----
%0 = arith.constant dense_resource<x> : tensor<2x2xf32>
// -----
%0 = arith.constant dense<["a", "b"]> : tensor<2x!x.y>
// -----
%0 = "arith.constant"() <{value = sparse<[[0,1]], [5.0]> : tensor<2x2xf32>}> : () -> tensor<2x2xf32>
// -----
%0 = arith.constant dense<1.0> : vector<[4]xf32>
%1 = arith.constant dense<[1.0, 2.0]> : vector<2xf32>
%2 = arith.constant 0x7F800000 : f32
%3 = arith.constant 0x7FC00000 : f32
%4 = arith.constant -0.0 : f16
%5 = arith.constant 1.0e-50 : bf16
%6 = arith.constant -1 : index
%7 = arith.constant dense<"0xFFFFFFFF"> : tensor<1xi32>
%8 = arith.constant 3.14 : f80
%9 = arith.constant 3.14 : f128
%10 = arith.constant 3.14 : tf32
%11 = arith.constant 3.0 : f8E5M2
%12 = arith.constant dense<> : tensor<0xi8>
%13 = arith.constant -1 : i1
%14 = arith.constant 1 : i1
%15 = arith.constant {x = 1} true
%16 = arith.constant dense<(1.0, 2.0)> : tensor<complex<f32>>
// -----
%17 = arith.constant 0 : i0
%18 = arith.constant 12345678901234567890123 : i100
%19 = arith.constant -3 : i3
// -----
"t.x"() {a = tensor<2xf32, 1.5>, b = tensor<2xf32, 5>, c = tensor<2xf32, [1.5, 5]>, d = tensor<2xf32, {a = 1.5}>, e = memref<2xf32, 5>} : () -> ()
// -----
func.func private @f(i32 loc("a"), f32 {t.a} loc("f":1:2))
// -----
%0 = "t.x"() : () -> tensor<*xi1>
%1 = arith.select %0, %0, %0 : tensor<*xi1>, tensor<*xi1>
// -----
"t.x"() : () -> ()
{-# external_resources: { q: { } } #-}
// -----
"t.x"() : () -> (tensor<9223372036854775807xi8>, memref<9223372036854775807xi8>, vector<9223372036854775807x[9007199254740993]xi8>, tensor<9223372036854775806x18014398509481985xi8>, memref<2x9007199254740993xi8, strided<[9007199254740993, 1], offset: 9007199254740995>>, memref<2xi8, strided<[-9223372036854775807], offset: -9223372036854775807>>, tensor<1152921504606846976xi8>)
func.func @f(%t: tensor<9223372036854775807xi8>) {
  scf.forall (%i, %j) in (9223372036854775807, 4) {
  }
  %0 = tensor.extract_slice %t[9007199254740993] [9007199254740995] [1] : tensor<9223372036854775807xi8> to tensor<9007199254740995xi8>
  return
}
