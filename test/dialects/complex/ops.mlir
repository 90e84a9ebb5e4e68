module {
  func.func @ops(%arg0: f32, %arg1: i32, %arg2: complex<f64>, %arg3: i64, %arg4: f64) {
    %cst = complex.constant [1.000000e-01, -1.000000e+00] : complex<f64>
    %cst_0 = complex.constant [1.000000e-01 : f32, -1.000000e+00 : f32] {a} : complex<f32>
    %cst_1 = complex.constant [1 : i32, -1 : i32] : complex<i32>
    %cst_2 = complex.constant [true, false] : complex<i1>
    %cst_3 = complex.constant [0x7FC00000 : f32, 0xFF800000 : f32] : complex<f32>
    %0 = complex.create %arg0, %arg0 : complex<f32>
    %1 = complex.re %0 : complex<f32>
    %2 = complex.im %0 : complex<f32>
    %3 = complex.abs %0 : complex<f32>
    %4 = complex.angle %0 fastmath<nnan> : complex<f32>
    %5 = complex.add %0, %0 : complex<f32>
    %6 = complex.cos %0 : complex<f32>
    %7 = complex.div %0, %0 fastmath<fast> : complex<f32>
    %8 = complex.eq %0, %0 : complex<f32>
    %9 = complex.exp %0 fastmath<nnan,contract> {x} : complex<f32>
    %10 = complex.expm1 %0 : complex<f32>
    %11 = complex.log %0 : complex<f32>
    %12 = complex.log1p %0 : complex<f32>
    %13 = complex.mul %0, %0 : complex<f32>
    %14 = complex.neg %0 : complex<f32>
    %15 = complex.neq %0, %0 {y = 1 : i8} : complex<f32>
    %16 = complex.sign %0 : complex<f32>
    %17 = complex.sin %0 : complex<f32>
    %18 = complex.sub %0, %0 : complex<f32>
    %19 = complex.tanh %0 : complex<f32>
    %20 = complex.pow %0, %0 : complex<f32>
    %21 = complex.powi %0, %arg1 : complex<f32>, i32
    %22 = complex.powi %0, %arg3 fastmath<nnan> : complex<f32>, i64
    %23 = complex.powi %0, %arg3 fastmath<none> : complex<f32>, i64
    %24 = complex.sqrt %0 : complex<f32>
    %25 = complex.rsqrt %0 : complex<f32>
    %26 = complex.atan2 %0, %0 : complex<f32>
    %27 = complex.tan %0 : complex<f32>
    %28 = complex.conj %0 : complex<f32>
    %29 = complex.bitcast %0 : complex<f32> to i64
    %30 = complex.bitcast %0 : complex<f32> to f64
    %31 = complex.bitcast %arg3 : i64 to complex<f32>
    %32 = complex.bitcast %arg4 {z} : f64 to complex<f32>
    %33 = complex.bitcast %0 : complex<f32> to complex<f32>
    %34 = complex.sin %arg2 : complex<f64>
    return
  }
  func.func @attr() attributes {a = #complex.number<:f64 1.000000e+00, 0.000000e+00> : complex<f64>, b = #complex.number<:f32 1.000000e-01, -0.000000e+00> : complex<f32>, c = #complex.number<:f16 1.000000e+00, 2.000000e+00> : complex<f16>, d = [#complex.number<:f64 0x7FF0000000000000, 0x7FF8000000000000> : complex<f64>, 1.000000e+00 : f32]} {
    return
  }
  func.func @select(%arg0: i1, %arg1: complex<f32>, %arg2: complex<f32>) -> complex<f32> {
    %0 = arith.select %arg0, %arg1, %arg2 : complex<f32>
    %cst = arith.constant dense<[(1.000000e+00,2.000000e+00), (3.000000e+00,-4.000000e+00)]> : tensor<2xcomplex<f32>>
    %cst_0 = arith.constant dense<(1.000000e+00,2.000000e+00)> : tensor<2xcomplex<f64>>
    return %0 : complex<f32>
  }
}
