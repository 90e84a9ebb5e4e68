// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz folders --dialects=complex`, seeds 1891726600 and 934463784. Wrong side: terrace, fixed (and mlir-opt, which folds all of these to %x): log(exp x)
// is not x where the imaginary part is beyond pi, nor (x - y) + y, nor x + 0 for -0, nor x * 1 for infinities and NaN.

// CHECK-LABEL: func.func @main(
// CHECK-SAME:  %[[ARG0:.*]]: complex<f32>, %[[ARG1:.*]]: complex<f32>) -> (complex<f32>, complex<f32>, complex<f32>, complex<f32>, complex<f32>) {
// CHECK-NEXT:    %[[CST:.*]] = complex.constant [0.000000e+00 : f32, 0.000000e+00 : f32] : complex<f32>
// CHECK-NEXT:    %[[CST_0:.*]] = complex.constant [1.000000e+00 : f32, 0.000000e+00 : f32] : complex<f32>
// CHECK-NEXT:    %[[VAL_0:.*]] = complex.exp %[[ARG0]] : complex<f32>
// CHECK-NEXT:    %[[VAL_1:.*]] = complex.log %[[VAL_0]] : complex<f32>
// CHECK-NEXT:    %[[VAL_2:.*]] = complex.mul %[[ARG0]], %[[CST_0]] : complex<f32>
// CHECK-NEXT:    %[[VAL_3:.*]] = complex.div %[[ARG0]], %[[CST_0]] : complex<f32>
// CHECK-NEXT:    %[[VAL_4:.*]] = complex.add %[[ARG0]], %[[CST]] : complex<f32>
// CHECK-NEXT:    %[[VAL_5:.*]] = complex.sub %[[ARG0]], %[[ARG1]] : complex<f32>
// CHECK-NEXT:    %[[VAL_6:.*]] = complex.add %[[VAL_5]], %[[ARG1]] : complex<f32>
// CHECK-NEXT:    return %[[VAL_1]], %[[VAL_2]], %[[VAL_3]], %[[VAL_4]], %[[VAL_6]] : complex<f32>, complex<f32>, complex<f32>, complex<f32>, complex<f32>
// CHECK-NEXT:  }
func.func @main(%x: complex<f32>, %y: complex<f32>) -> (complex<f32>, complex<f32>, complex<f32>, complex<f32>, complex<f32>) {
  %zero = complex.constant [0.0 : f32, 0.0 : f32] : complex<f32>
  %one = complex.constant [1.0 : f32, 0.0 : f32] : complex<f32>
  %0 = complex.exp %x : complex<f32>
  %1 = complex.log %0 : complex<f32>
  %2 = complex.mul %x, %one : complex<f32>
  %3 = complex.div %x, %one : complex<f32>
  %4 = complex.add %x, %zero : complex<f32>
  %5 = complex.sub %x, %y : complex<f32>
  %6 = complex.add %5, %y : complex<f32>
  return %1, %2, %3, %4, %6 : complex<f32>, complex<f32>, complex<f32>, complex<f32>, complex<f32>
}
