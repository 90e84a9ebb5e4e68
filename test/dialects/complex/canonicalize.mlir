module {
  func.func @create_re_im(%arg0: complex<f32>) -> complex<f32> {
    %0 = complex.re %arg0 : complex<f32>
    %1 = complex.im %arg0 : complex<f32>
    %2 = complex.create %0, %1 : complex<f32>
    return %2 : complex<f32>
  }
  func.func @create_different(%arg0: complex<f32>, %arg1: complex<f32>) -> complex<f32> {
    %0 = complex.re %arg0 : complex<f32>
    %1 = complex.im %arg1 : complex<f32>
    %2 = complex.create %0, %1 : complex<f32>
    return %2 : complex<f32>
  }
  func.func @parts() -> (f32, f32, f32, f32) {
    %cst = complex.constant [1.000000e+00 : f32, 0.000000e+00 : f32] : complex<f32>
    %0 = complex.re %cst : complex<f32>
    %1 = complex.im %cst : complex<f32>
    %cst_0 = arith.constant 1.500000e+00 : f32
    %cst_1 = arith.constant 2.500000e+00 : f32
    %2 = complex.create %cst_0, %cst_1 : complex<f32>
    %3 = complex.re %2 : complex<f32>
    %4 = complex.im %2 : complex<f32>
    return %0, %1, %3, %4 : f32, f32, f32, f32
  }
  func.func @minus_zero(%arg0: complex<f32>) -> (complex<f32>, complex<f32>) {
    %cst = complex.constant [0.000000e+00 : f32, 0.000000e+00 : f32] : complex<f32>
    %0 = complex.sub %arg0, %cst : complex<f32>
    %1 = complex.sub %cst, %arg0 : complex<f32>
    return %0, %1 : complex<f32>, complex<f32>
  }
  func.func @inverse(%arg0: complex<f32>) -> (complex<f32>, complex<f32>) {
    %0 = complex.neg %arg0 : complex<f32>
    %1 = complex.neg %0 : complex<f32>
    %2 = complex.conj %arg0 : complex<f32>
    %3 = complex.conj %2 : complex<f32>
    return %1, %3 : complex<f32>, complex<f32>
  }
  func.func @constants() -> (complex<f32>, complex<f32>, complex<f32>, f32, i1, complex<f32>) {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %cst_0 = complex.constant [1.000000e+00 : f32, 3.000000e+00 : f32] : complex<f32>
    %0 = complex.add %cst, %cst_0 : complex<f32>
    %1 = complex.mul %cst, %cst_0 : complex<f32>
    %2 = complex.sin %cst_0 : complex<f32>
    %3 = complex.abs %cst_0 : complex<f32>
    %4 = complex.eq %cst, %cst_0 : complex<f32>
    %c2_i32 = arith.constant 2 : i32
    %5 = complex.powi %cst, %c2_i32 : complex<f32>, i32
    return %0, %1, %2, %3, %4, %5 : complex<f32>, complex<f32>, complex<f32>, f32, i1, complex<f32>
  }
  func.func @dups() -> (complex<f32>, complex<f32>, complex<f64>) {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %cst_0 = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %cst_1 = complex.constant [1.000000e+00, 2.000000e+00] : complex<f64>
    return %cst, %cst_0, %cst_1 : complex<f32>, complex<f32>, complex<f64>
  }
  func.func @bitcasts(%arg0: complex<f32>, %arg1: i64, %arg2: f64, %arg3: f32) -> (complex<f32>, f64, i64, complex<f32>, complex<f32>, i64, complex<f32>, i64) {
    %0 = complex.bitcast %arg0 : complex<f32> to i64
    %1 = complex.bitcast %0 : i64 to complex<f32>
    %2 = arith.bitcast %0 : i64 to f64
    %3 = complex.bitcast %arg1 : i64 to complex<f32>
    %4 = complex.bitcast %3 : complex<f32> to f64
    %5 = arith.bitcast %arg2 : f64 to i64
    %6 = complex.bitcast %5 : i64 to complex<f32>
    %7 = complex.bitcast %arg0 : complex<f32> to complex<f32>
    %8 = complex.bitcast %3 : complex<f32> to i64
    %9 = complex.bitcast %arg2 : f64 to f64
    %10 = complex.bitcast %7 : complex<f32> to complex<f32>
    %11 = complex.bitcast %0 : i64 to i64
    return %1, %2, %8, %6, %7, %8, %10, %11 : complex<f32>, f64, i64, complex<f32>, complex<f32>, i64, complex<f32>, i64
  }
  func.func @negparts(%arg0: f32, %arg1: f32) -> (f32, f32) {
    %0 = complex.create %arg0, %arg1 : complex<f32>
    %1 = complex.neg %0 : complex<f32>
    %2 = complex.re %1 : complex<f32>
    %3 = complex.im %1 : complex<f32>
    return %2, %3 : f32, f32
  }
  func.func @constcreate() -> complex<f32> {
    %cst = arith.constant 1.000000e+00 : f32
    %0 = complex.create %cst, %cst : complex<f32>
    return %0 : complex<f32>
  }
  func.func @constbitcast() -> (complex<f32>, i64) {
    %c1_i64 = arith.constant 1 : i64
    %0 = complex.bitcast %c1_i64 : i64 to complex<f32>
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %1 = complex.bitcast %cst : complex<f32> to i64
    return %0, %1 : complex<f32>, i64
  }
  func.func @sel(%arg0: i1) -> complex<f32> {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %true = arith.constant true
    %cst_0 = complex.constant [1.000000e+00 : f32, 3.000000e+00 : f32] : complex<f32>
    %0 = arith.select %true, %cst, %cst_0 : complex<f32>
    return %0 : complex<f32>
  }
  func.func @ints() -> (i32, i32) {
    %cst = complex.constant [1 : i32, 2 : i32] : complex<i32>
    %c5_i32 = arith.constant 5 : i32
    %0 = complex.bitcast %cst : complex<i32> to i64
    return %c5_i32, %c5_i32 : i32, i32
  }
  func.func @extract() -> complex<f32> {
    %c1 = arith.constant 1 : index
    %cst = arith.constant dense<[(1.000000e+00,2.000000e+00), (3.000000e+00,-4.000000e+00)]> : tensor<2xcomplex<f32>>
    %extracted = tensor.extract %cst[%c1] : tensor<2xcomplex<f32>>
    return %extracted : complex<f32>
  }
  func.func @extractsplat() -> complex<f32> {
    %c1 = arith.constant 1 : index
    %cst = arith.constant dense<(1.000000e+00,2.000000e+00)> : tensor<2xcomplex<f32>>
    %extracted = tensor.extract %cst[%c1] : tensor<2xcomplex<f32>>
    return %extracted : complex<f32>
  }
  func.func @fromelems(%arg0: complex<f32>) -> (tensor<2xcomplex<f32>>, complex<f32>) {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %from_elements = tensor.from_elements %cst, %cst : tensor<2xcomplex<f32>>
    %splat = tensor.splat %cst : tensor<2xcomplex<f32>>
    %c1 = arith.constant 1 : index
    %extracted = tensor.extract %from_elements[%c1] : tensor<2xcomplex<f32>>
    return %splat, %extracted : tensor<2xcomplex<f32>>, complex<f32>
  }
}
