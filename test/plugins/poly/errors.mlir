// RUN: terrace-opt %s --load-plugin=%S/src/index.ts --split-input-file --verify-diagnostics

// expected-error @+1 {{coefficients must be signless integers of at most 64 bits, which form a ring}}
func.func private @floats(!poly.poly<f32, x**4 - 1>)

// -----

// expected-error @+1 {{the degree of the modulus must be from 1 to 65536}}
func.func private @no_degree(!poly.poly<i32, x**0 - 1>)

// -----

// expected-error @+1 {{expected a modulus x**N - 1 or x**N + 1}}
func.func private @modulus(!poly.poly<i32, x**4 - 2>)

// -----

// expected-error @+1 {{'x'}}
func.func private @variable(!poly.poly<i32, y**4 - 1>)

// -----

func.func @too_many() {
  // expected-error @+1 {{expected at most 2 coefficients}}
  %p = poly.constant [1, 2, 3] : !poly.poly<i32, x**2 - 1>
  return
}

// -----

func.func @no_polynomial() {
  // expected-error @+1 {{expected a polynomial type, but got 'i32'}}
  %p = poly.constant [1] : i32
  return
}

// -----

func.func @value() {
  // expected-error @+1 {{requires a value of type 'tensor<2xi32>'}}
  %p = "poly.constant"() <{value = dense<1> : tensor<3xi32>}> : () -> !poly.poly<i32, x**2 - 1>
  return
}

// -----

func.func @two_rings(%p: !poly.poly<i32, x**2 - 1>, %q: !poly.poly<i32, x**2 + 1>) {
  // expected-error @+1 {{'poly.add' op}}
  %s = "poly.add"(%p, %q) : (!poly.poly<i32, x**2 - 1>, !poly.poly<i32, x**2 + 1>) -> !poly.poly<i32, x**2 - 1>
  return
}

// -----

func.func @other_point(%p: !poly.poly<i32, x**2 - 1>, %x: i64) {
  // expected-error @+1 {{'poly.eval' op}}
  %s = "poly.eval"(%p, %x) : (!poly.poly<i32, x**2 - 1>, i64) -> i32
  return
}
