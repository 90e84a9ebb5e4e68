module attributes {a.b = {x = 1 : i32, "y z" = "q|r"}} {
func.func @f(%x: tensor<4x8x16x32xf32>, %m: memref<4x8xf32, strided<[8, 1], offset: ?>>) -> tensor<4x8x16x32xf32> attributes {t.unit, t.f = 1.5 : f64, t.s = "a\"b\\c\n\tz"} {
  %d = arith.constant dense<[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]> : tensor<20xi32>
  %s = arith.constant dense<1> : tensor<20xi32>
  %e = arith.constant dense<[1,2,3,4]> : tensor<4xi32>
  %0:3 = "foo.op"(%x, %d) {u, p = [1, 2], l = loc("x.mlir":1:2), t = tensor<4x8x16x32xf32>, m = affine_map<(d0) -> (d0 + 1)>} : (tensor<4x8x16x32xf32>, tensor<20xi32>) -> (tensor<4x8x16x32xf32>, i32, !foo.ty<"x">)
  %r:2 = "foo.reg"(%0#1, %0#0) ({
   ^bb0(%k: tensor<4x8x16x32xf32>, %l: i32):
     "foo.use"(%k, %0#2, %l) : (tensor<4x8x16x32xf32>, !foo.ty<"x">, i32) -> ()
     cf.br ^bb1(%l : i32)
   ^bb1(%z : i32):
     "foo.end"() : () -> ()
  }, {}) {attr = 1 : i32} : (i32, tensor<4x8x16x32xf32>) -> (tensor<4x8x16x32xf32>, index)
  "foo.end"(%r#1) {"weird name" = 2 : i8} : (index) -> ()
  return %r#0 : tensor<4x8x16x32xf32>
}
func.func private @g()
}
