module {
  func.func @create_re_im(%arg0: complex<f32>) -> complex<f32> {
    return %arg0 : complex<f32>
  }
  func.func @create_different(%arg0: complex<f32>, %arg1: complex<f32>) -> complex<f32> {
    %0 = complex.re %arg0 : complex<f32>
    %1 = complex.im %arg1 : complex<f32>
    %2 = complex.create %0, %1 : complex<f32>
    return %2 : complex<f32>
  }
  func.func @parts() -> (f32, f32, f32, f32) {
    %cst = arith.constant 2.500000e+00 : f32
    %cst_0 = arith.constant 1.500000e+00 : f32
    %cst_1 = arith.constant 1.000000e+00 : f32
    %cst_2 = arith.constant 0.000000e+00 : f32
    return %cst_1, %cst_2, %cst_0, %cst : f32, f32, f32, f32
  }
  func.func @minus_zero(%arg0: complex<f32>) -> (complex<f32>, complex<f32>) {
    %cst = complex.constant [0.000000e+00 : f32, 0.000000e+00 : f32] : complex<f32>
    %0 = complex.sub %cst, %arg0 : complex<f32>
    return %arg0, %0 : complex<f32>, complex<f32>
  }
  func.func @inverse(%arg0: complex<f32>) -> (complex<f32>, complex<f32>) {
    return %arg0, %arg0 : complex<f32>, complex<f32>
  }
  func.func @constants() -> (complex<f32>, complex<f32>, complex<f32>, f32, i1, complex<f32>) {
    %c2_i32 = arith.constant 2 : i32
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %cst_0 = complex.constant [1.000000e+00 : f32, 3.000000e+00 : f32] : complex<f32>
    %0 = complex.add %cst, %cst_0 : complex<f32>
    %1 = complex.mul %cst, %cst_0 : complex<f32>
    %2 = complex.sin %cst_0 : complex<f32>
    %3 = complex.abs %cst_0 : complex<f32>
    %4 = complex.eq %cst, %cst_0 : complex<f32>
    %5 = complex.powi %cst, %c2_i32 : complex<f32>, i32
    return %0, %1, %2, %3, %4, %5 : complex<f32>, complex<f32>, complex<f32>, f32, i1, complex<f32>
  }
  func.func @dups() -> (complex<f32>, complex<f32>, complex<f64>) {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %cst_0 = complex.constant [1.000000e+00, 2.000000e+00] : complex<f64>
    return %cst, %cst, %cst_0 : complex<f32>, complex<f32>, complex<f64>
  }
  func.func @bitcasts(%arg0: complex<f32>, %arg1: i64, %arg2: f64, %arg3: f32) -> (complex<f32>, f64, i64, complex<f32>, complex<f32>, i64, complex<f32>, i64) {
    %0 = complex.bitcast %arg0 : complex<f32> to i64
    %1 = complex.bitcast %arg0 : complex<f32> to f64
    %2 = complex.bitcast %arg2 : f64 to complex<f32>
    return %arg0, %1, %arg1, %2, %arg0, %arg1, %arg0, %0 : complex<f32>, f64, i64, complex<f32>, complex<f32>, i64, complex<f32>, i64
  }
  func.func @negparts(%arg0: f32, %arg1: f32) -> (f32, f32) {
    %0 = arith.negf %arg0 : f32
    %1 = arith.negf %arg1 : f32
    return %0, %1 : f32, f32
  }
  func.func @constcreate() -> complex<f32> {
    %cst = arith.constant 1.000000e+00 : f32
    %0 = complex.create %cst, %cst : complex<f32>
    return %0 : complex<f32>
  }
  func.func @constbitcast() -> (complex<f32>, i64) {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %c1_i64 = arith.constant 1 : i64
    %0 = complex.bitcast %c1_i64 : i64 to complex<f32>
    %1 = complex.bitcast %cst : complex<f32> to i64
    return %0, %1 : complex<f32>, i64
  }
  func.func @sel(%arg0: i1) -> complex<f32> {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    return %cst : complex<f32>
  }
  func.func @ints() -> (i32, i32) {
    %c5_i32 = arith.constant 5 : i32
    return %c5_i32, %c5_i32 : i32, i32
  }
  func.func @extract() -> complex<f32> {
    %cst = complex.constant [3.000000e+00 : f32, -4.000000e+00 : f32] : complex<f32>
    return %cst : complex<f32>
  }
  func.func @extractsplat() -> complex<f32> {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    return %cst : complex<f32>
  }
  func.func @fromelems(%arg0: complex<f32>) -> (tensor<2xcomplex<f32>>, complex<f32>) {
    %cst = complex.constant [1.000000e+00 : f32, 2.000000e+00 : f32] : complex<f32>
    %splat = tensor.splat %cst : tensor<2xcomplex<f32>>
    return %splat, %cst : tensor<2xcomplex<f32>>, complex<f32>
  }
}

