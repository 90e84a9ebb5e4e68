// Every op of math: the modules that are mutated.
func.func @unary(%f: f32, %v: vector<4xf16>, %t: tensor<?x2xf64>) -> f32 {
  %0 = math.absf %f : f32
  %1 = math.acos %v : vector<4xf16>
  %2 = math.acosh %t : tensor<?x2xf64>
  %3 = math.asin %f : f32
  %4 = math.asinh %v : vector<4xf16>
  %5 = math.atan %t : tensor<?x2xf64>
  %6 = math.atanh %f : f32
  %7 = math.cbrt %v : vector<4xf16>
  %8 = math.ceil %t : tensor<?x2xf64>
  %9 = math.cos %f : f32
  %10 = math.cosh %v : vector<4xf16>
  %11 = math.erf %t : tensor<?x2xf64>
  %12 = math.erfc %f : f32
  %13 = math.exp %v : vector<4xf16>
  %14 = math.exp2 %t : tensor<?x2xf64>
  %15 = math.expm1 %f : f32
  %16 = math.floor %v : vector<4xf16>
  %17 = math.log %t : tensor<?x2xf64>
  %18 = math.log10 %f : f32
  %19 = math.log1p %v : vector<4xf16>
  %20 = math.log2 %t : tensor<?x2xf64>
  %21 = math.round %f : f32
  %22 = math.roundeven %v : vector<4xf16>
  %23 = math.rsqrt %t : tensor<?x2xf64>
  %24 = math.sin %f : f32
  %25 = math.sinh %v : vector<4xf16>
  %26 = math.sqrt %t : tensor<?x2xf64>
  %27 = math.tan %f : f32
  %28 = math.tanh %v : vector<4xf16>
  %29 = math.trunc %t : tensor<?x2xf64>
  %fast = math.exp %f fastmath<fast> : f32
  return %0 : f32
}
func.func @integers(%i: i32, %v: vector<4xi8>, %t: tensor<?xi64>, %x: index) {
  %0 = math.absi %i : i32
  %1 = math.ctlz %v : vector<4xi8>
  %2 = math.cttz %t : tensor<?xi64>
  %3 = math.ctpop %i : i32
  %4 = math.ipowi %i, %i : i32
  %5 = math.ctpop %x : index
  return
}
func.func @several(%f: f32, %v: vector<4xf32>, %i: i32, %vi: vector<4xi32>) -> i1 {
  %0 = math.atan2 %f, %f : f32
  %1 = math.copysign %v, %v : vector<4xf32>
  %2 = math.powf %f, %f fastmath<fast> : f32
  %3 = math.fpowi %f, %i : f32, i32
  %4 = math.fpowi %v, %vi : vector<4xf32>, vector<4xi32>
  %5 = math.fma %f, %f, %f : f32
  %6 = math.clampf %v to [%v, %v] : vector<4xf32>
  %7, %8 = math.sincos %f : f32
  %9 = math.isfinite %f : f32
  %10 = math.isinf %v : vector<4xf32>
  %11 = math.isnan %f : f32
  %12 = math.isnormal %f : f32
  return %9 : i1
}
