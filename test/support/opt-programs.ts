// Programs on which flags of `terrace opt` are tried, here and against mlir-opt.

export const twoFunctions = `module {
  func.func @f(%arg0: i32) -> i32 {
    %c0_i32 = arith.constant 0 : i32
    %c0_i32_0 = arith.constant 0 : i32
    %0 = arith.addi %arg0, %c0_i32 : i32
    %1 = arith.addi %arg0, %c0_i32_0 : i32
    %2 = arith.muli %0, %1 : i32
    %3 = arith.muli %0, %1 : i32
    return %2 : i32
  }
  func.func private @g(%arg0: i32) -> i32 {
    return %arg0 : i32
  }
}
`;

/** Four parts, of which the third does not verify. */
export const fourParts = `func.func @a() {
  return
}
// -----
func.func @b() {
  return
}
// -----
func.func @c() -> i32 {
  return
}
// -----
func.func @d() {
  return
}
`;

/** Right and wrong expectations, in parts. */
export const expectations = `// expected-error @+2 {{foo}}
func.func @a() -> i32 {
  // expected-error @+1 2 {{operands}}
  return
}
// -----
func.func @b() {
  // expected-note @+1 * {{x}}
  // expected-remark-re @+1 + {{x{{.*}}z}}
  // expected-warning @above {{x}}
  return // expected-error {{aaa}}
}
// -----
func.func @c() -> i32 {
  // expected-warning @below {{has 0 operands}}
  return
}
// -----
func.func @d() -> i32 {
  // expected-error @below {{has 0 operands}}
  return
}
// expected-error @elsewhere {{a}}
// expected-error
// expected-fault {{a}}
`;

/** Values of all kinds, for the flags that say how the IR is printed. */
export const printed = `func.func @f(%arg0: i32 loc("a"), %m: tensor<4xi32>) -> (i32, i32) {
  %c0_i32 = arith.constant 0 : i32 loc("zero")
  %d = arith.constant dense<[1, 2, 3, 4]> : tensor<4xi32>
  %0:2 = scf.execute_region -> (i32, i32) {
    %x = arith.addi %arg0, %c0_i32 : i32 loc("x")
    scf.yield %x, %c0_i32 : i32, i32
  }
  cf.br ^bb1(%0#0 : i32)
^bb1(%z : i32):
  return %z, %0#1 : i32, i32
}
func.func @g(%arg0: i32) -> i32 {
  %1 = arith.addi %arg0, %arg0 : i32 loc(fused["x", "y.mlir":3:4])
  return %1 : i32
}
`;
