// Every op of complex: the modules that are mutated.
func.func @unary(%a: complex<f32>, %d: complex<f64>) -> complex<f32> {
  %0 = complex.conj %a : complex<f32>
  %1 = complex.cos %d : complex<f64>
  %2 = complex.exp %a : complex<f32>
  %3 = complex.expm1 %d : complex<f64>
  %4 = complex.log %a : complex<f32>
  %5 = complex.log1p %d : complex<f64>
  %6 = complex.neg %a : complex<f32>
  %7 = complex.rsqrt %d : complex<f64>
  %8 = complex.sign %a : complex<f32>
  %9 = complex.sin %d : complex<f64>
  %10 = complex.sqrt %a : complex<f32>
  %11 = complex.tan %d : complex<f64>
  %12 = complex.tanh %a : complex<f32>
  return %0 : complex<f32>
}
func.func @binary(%a: complex<f32>, %b: complex<f32>, %n: i32) -> complex<f32> {
  %0 = complex.add %a, %b : complex<f32>
  %1 = complex.sub %a, %b : complex<f32>
  %2 = complex.mul %a, %b : complex<f32>
  %3 = complex.div %a, %b : complex<f32>
  %4 = complex.atan2 %a, %b : complex<f32>
  %5 = complex.pow %a, %b : complex<f32>
  %6 = complex.powi %a, %n fastmath<fast> : complex<f32>, i32
  return %0 : complex<f32>
}
func.func @parts(%a: complex<f32>, %f: f32) -> f32 {
  %0 = complex.re %a : complex<f32>
  %1 = complex.im %a : complex<f32>
  %2 = complex.abs %a : complex<f32>
  %3 = complex.angle %a : complex<f32>
  %4 = complex.create %f, %f : complex<f32>
  %5 = complex.eq %a, %a : complex<f32>
  %6 = complex.neq %a, %a : complex<f32>
  %7 = complex.constant [1.0 : f32, 2.0 : f32] : complex<f32>
  %8 = complex.constant [0.5, -1.0] : complex<f64>
  %9 = complex.bitcast %a : complex<f32> to i64
  return %0 : f32
}
