"t.x"() {a = dense<[[]]> : tensor<1x0xi32>, b = dense<> : tensor<0x2xi32>, c = dense<1> : tensor<0xi32>, d = dense<[[],[]]> : tensor<2x0xi32>} : () -> ()
// -----
"t.x"() {a = dense<"abc"> : tensor<2x!x.y>, b = dense<["abc","d\0A"]> : tensor<2x!x.y>, c = dense<[["a","b"],["c","d\22"]]> : tensor<2x2x!x.y>, d = dense<["a","a"]> : tensor<2x!x.y>, e = dense<> : tensor<0x!x.y>, f = dense<"0x0102"> : tensor<2x!x.y>} : () -> ()
// -----
"t.x"() {a = dense<-1> : tensor<2xi1>, b = dense<1> : tensor<2xi1>, c = dense<[true,false,0,1]> : tensor<4xi1>, d = dense<-1> : vector<2xi1>, e = dense<255> : tensor<2xi8>, f = dense<-0x1> : tensor<2xi32>} : () -> ()
// -----
"t.x"() {a = 0 : i0, c = dense<[0,0]> : tensor<2xi0>} : () -> ()
// -----
%0 = "t.x"() {a = 0 : si0, b = 0 : ui0} : () -> i0
// -----
"t.x"() {a = dense<"0x01"> : tensor<8xi1>, b = dense<"0xFF"> : tensor<8xi1>, c = dense<"0x01"> : tensor<3xi1>, d = dense<"0x00"> : tensor<1xi1>, e = dense<"0x"> : tensor<0xi1>, f = dense<"0x01020304"> : tensor<f32>, g = dense<"0x01020304"> : tensor<4xf32>, h = dense<"0x0102"> : tensor<2xi4>, i = dense<"0xF102"> : tensor<2xi4>, j = dense<"0x0102030405"> : tensor<5xi4>, k = dense<"0x0102030405060708"> : tensor<index>, l = dense<"0x01020304"> : tensor<2xi16>, m = dense<"0x01020304"> : tensor<2xbf16>, n = dense<"0x0102030405060708"> : tensor<complex<f32>>, o = dense<"0x0102030405060708"> : tensor<3xcomplex<f32>>} : () -> ()
// -----
"t.x"() {b = dense<"0x0F"> : tensor<4xi1>, c = dense<"0x0103"> : tensor<16xi1>, d = dense<"0x01"> : tensor<i1>} : () -> ()
// -----
"t.x"() {a = dense<"0x01"> : tensor<i1>, b = dense<"0xFF"> : tensor<i1>, c = dense<"0xFF"> : tensor<3xi1>} : () -> ()
// -----
"t.x"() {a = sparse<> : tensor<2xi32>, b = sparse<0, 1> : tensor<2xi32>, c = sparse<[[0,1]], [5.0]> : tensor<2x2xf32>, d = sparse<[[0,1],[1,1]], 5.0> : tensor<2x2xf32>, e = sparse<[0,1], [1,2]> : tensor<3xi32>, f = sparse<[[0,0],[1,1]], ["a","b"]> : tensor<2x2x!x.y>, g = sparse<[[0,0],[1,1]], "a"> : tensor<2x2x!x.y>, h = sparse<[[0]], "0x01000000"> : tensor<1xi32>, i = sparse<[[0,1]], [(1.0,2.0)]> : tensor<2x2xcomplex<f32>>, j = sparse<[], []> : tensor<2xi32>, k = sparse<[[0, 0, 0]],  [-1]> : vector<1x1x1xi64>} : () -> ()
// -----
"t.x"() {a = distinct[0]<>, b = distinct[3]<42 : i32>, c = [distinct[3]<42 : i32>, distinct[3]<42 : i32>, distinct[1]<>], d = distinct[9]<distinct[8]<"x">>, e = distinct[4]<unit>, f = distinct[7]<@a::@b>} : () -> ()
// -----
#d = distinct[5]<"foo">
"t.x"() {a = #d, b = distinct[6]<#d>} : () -> () loc(fused<#d>["f":1:1])
"t.x"() {a = distinct[5]<"foo">} : () -> ()
// -----
"t.x"() {a = array<i24: 1, -1>, b = array<i1: true, false>, c = array<f16: 1.0>, d = array<i128: 170141183460469231731687303715884105727, -1>, e = array<si8: -1>, f = array<ui8: 255>, g = array<f32: 0x7FC00001, 1.0, -0.0, 0x7F800000, -1.5>, h = array<f80: 0x3FFF8000000000000001, 1.1>, i = array<f8E5M2: 1.0>, j = array<i8>, k = array<f64: 0xFFF8000000000001, 1.0e300>, l = array<f128: 0x3FFF0000000000000000000000000001>, m = array<i64: -9223372036854775808, 9223372036854775807, 18446744073709551615>, n = array<i32: 0xFF>, o = array<bf16: 3.14>, p = array<i1>} : () -> ()
// -----
"t.x"() {a = 1.0e400 : f64, b = 1.0e300 : f32, c = 1.0e-400 : f64, d = 1.0e10 : f16, e = 1.0e10 : f8E4M3FN, f = 0x1 : f16, g = 0x7FC00000 : f32, h = 0xFFFF, i = -0x1 : i8, j = 0xFF : i8, k = 128 : i8, l = -128 : i8, m = 255 : ui8, n = 18446744073709551615, o = 9223372036854775808, p = -9223372036854775808 : index, q = 1 : i1, r = -1 : i1, s = 0 : i1, t = -1 : si1, u = 1 : ui1, v = 1 : i2, w = -2 : i2, x = "x" : none, y = "x" : i32, z = 1. : f32, aa = 1.e5 : f32, bb = 1 : i16777215} : () -> ()
// -----
"t.x"() {a = 0.0 : f8E8M0FNU, aa = 2.5e38 : f8E8M0FNU, ab = 2.56e38 : f8E8M0FNU, ac = 1.0e300 : f8E8M0FNU, b = 1.0e-20 : f8E4M3FN, c = 448.0 : f8E4M3FN, d = 500.0 : f8E4M3FN, e = -0.0 : f8E4M3FNUZ, f = 0xF : f4E2M1FN, g = 100.0 : f4E2M1FN, h = 100.0 : f6E2M3FN, i = 1.1 : f80, j = 1.1 : f128, k = 1.1 : tf32, l = 0x7FFFF : tf32, m = 0x3FFF8000000000000001 : f80, n = 0x7FFF0000000000000000 : f80, o = 0x3FFF0000000000000000 : f80, p = 0x00008000000000000000 : f80, q = 0x3FFF0000000000000000000000000001 : f128, r = 0x00000000000000000000000000000001 : f128, s = 0x7FFEFFFFFFFFFFFFFFFFFFFFFFFFFFFF : f128, t = 0x7FFF8000000000000000000000000000 : f128, u = 0x00000000000000000001 : f80, v = 0xFFFF8000000000000000 : f80, w = 0x7FFFC000000000000000 : f80, x = -1.0e4000 : f128, y = 0x4000C90FDAA22168C235 : f80, z = 0x4000921FB54442D18469898CC51701B8 : f128} : () -> ()
// -----
"t.x"() {a = dense<"0x01000000000000C0FF3F"> : tensor<1xf80>} : () -> ()
// -----
"t.x"() {a = dense<"0x010200010200"> : tensor<2xtf32>} : () -> ()
// -----
"t.x"() {a = dense<1> : memref<2xi32>, b = dense<[1, 2]> : memref<2xi32, 3>, c = dense<"0x0102"> : memref<2xi8, strided<[2]>>, d = dense<"a"> : memref<2xmemref<2xi32>>, e = dense_resource<r> : memref<2xi32>, f = sparse<[[0]], 1> : memref<2xi32>} : () -> ()
%0 = arith.constant dense<1.0> : memref<2xf32>
