module {
  func.func @m(%arg0: f32, %arg1: f64, %arg2: i32, %arg3: index, %arg4: vector<4xf32>, %arg5: tensor<?xi64>) {
    %0 = math.absf %arg0 : f32
    %1 = math.absi %arg2 : i32
    %2 = math.fma %arg0, %arg0, %arg0 fastmath<fast> : f32
    %3 = math.powf %arg4, %arg4 : vector<4xf32>
    %4 = math.fpowi %arg0, %arg2 : f32, i32
    %5 = math.ipowi %arg2, %arg2 : i32
    %6 = math.ctlz %arg5 : tensor<?xi64>
    %7 = math.isnan %arg4 : vector<4xf32>
    %8 = math.clampf %arg0 to [%arg0, %arg0] fastmath<nnan> {foo} : f32
    %sin, %cos = math.sincos %arg1 : f64
    %9 = math.isnormal %arg0 : f32
    %10 = math.rsqrt %arg1 fastmath<afn> : f64
    %11 = math.atan2 %arg0, %arg0 : f32
    %12 = math.copysign %arg0, %arg0 : f32
    return
  }
}
