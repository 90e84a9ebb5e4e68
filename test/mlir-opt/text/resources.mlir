"t.x"() {a = dense_resource<b1> : tensor<2xi32>, b = dense_resource<"has space"> : tensor<1xi8>, c = dense_resource<zz> : tensor<1xi8>} : () -> ()
{-#
  dialect_resources: {
    builtin: {
      zz: "0x0400000001",
      b1: "0x04000000010000000200000a",
      "has space": "0x08000000FF",
      unused: "0x08000000FF"
    }
  },
  external_resources: {
    other: { s: "abc\0A", t: true, f: false, "k k": "0x0400000001", e: "" },
    the_b: { },
    foo.bar: { a: "x" }
  }
#-}
// -----
"t.x"() : () -> ()
{-# #-}
// -----
{-# external_resources: { a: { x: true } } #-}
"t.x"() : () -> ()
{-# external_resources: { b: { x: true }, a: { y: false, x: "z" } } #-}
// -----
"t.x"() {a = dense_resource<b1> : tensor<2xi32>} : () -> ()
{-# dialect_resources: { builtin: { b1: "0x0400000001", b1: "0x0400000002" } } #-}
// -----
"t.x"() : () -> ()
{-# external_resources: { i32: { index: true } } #-}
// -----
"t.x"() {a = dense_resource<i32> : tensor<2xi32>, b = dense_resource<"1"> : tensor<2xi32>, c = dense_resource<"_a b"> : vector<2xi32>, d = dense_resource<x.y> : tensor<2xf32>} : () -> ()
// -----
"t.x"() {a = dense_resource<x> : tensor<?xi32>} : () -> ()
// -----
"t.x"() {a = dense_resource<__elided__> : tensor<2xi32>, b = dense<[1,2,3]> : tensor<3xi32>, c = sparse<[[0],[1],[2]], [1,2,3]> : tensor<4xi32>, d = dense<["a","b","c"]> : tensor<3x!x.y>, e = array<i32: 1, 2, 3, 4>, f = dense<5> : tensor<100xi32>, g = dense<[1,2]> : vector<2xi32>, h = dense_resource<r1> : tensor<4xi32>} : () -> ()
{-# dialect_resources: { builtin: { r1: "0x0400000001", r2: "0x0400000002" } }, external_resources: { a: { long: "0123456789abcdefgh", short: "x", b: true } } #-}
// -----
#m = dense_resource<r2> : tensor<1xi8>
"t.x"() {a = #m, b = distinct[0]<dense_resource<r1> : tensor<1xi8>>} : () -> ()
"t.x"() {b = dense_resource<r2> : tensor<1xi8>} : () -> ()
{-# dialect_resources: { builtin: { r1: "0x0400000001", r2: "0x0400000002" } } #-}
// -----
module @outer {
  module @inner {
    "t.x"() {b = dense_resource<r2> : tensor<1xi8>} : () -> ()
  }
}
{-# dialect_resources: { builtin: { r1: "0x0400000001", r2: "0x0400000002" } } #-}
