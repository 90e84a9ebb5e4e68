module {
  simt.kernel @saxpy(%arg0: i64, %arg1: i64, %arg2: f32, %arg3: i32) threads(128, 1, 1) attributes {shared_bytes = 512 : i64} {
    %0 = simt.mov_tid_x
    %1 = simt.mov_ctaid_x
    %2 = simt.mov_ntid_x
    %3 = simt.mad_lo_s32 %1, %2, %0
    %4 = simt.setp_lt_s32 %3, %arg3
    simt.if %4 {
      %9 = simt.const 4 : i32
      %10 = simt.mad_wide_s32 %3, %9, %arg0
      %11 = simt.ld_global_f32 %10
      %12 = simt.mad_wide_s32 %3, %9, %arg1
      %13 = simt.ld_global_f32 %12 {offset = 4 : i64}
      %14 = simt.fma_rn_f32 %arg2, %11, %13
      simt.st_global_f32 %12, %14
      simt.yield
    }
    %5 = simt.const 5.000000e-01 : f32
    %6 = simt.if %4 -> (f32) {
      simt.yield %arg2 : f32
    } else {
      simt.yield %5 : f32
    }
    %7:2 = simt.loop(%arg4 = %0, %arg5 = %6) : i32, f32 {
      %9 = simt.add_s32 %arg4, %2
      %10 = simt.setp_lt_s32 %9, %arg3
      simt.continue_if %10, %9, %arg5 : i32, f32
    }
    %8 = simt.while(%arg4 = %7#0) : (i32) -> f32 {
      simt.condition %4, %5 : f32
    } do {
    ^bb0(%arg4: f32):
      %9:2 = simt.shfl_down_f32 %arg4, %0 {width = 16 : i64}
      simt.bar_sync
      %10:4 = simt.ld_global_v4_f32 %arg0
      %11 = simt.const true
      simt.yield %0 : i32
    }
    simt.return
  }
  func.func @main(%arg0: memref<100xf32>, %arg1: memref<100xf32>, %arg2: f32, %arg3: i32) {
    %c1 = arith.constant 1 : index
    simt.launch @saxpy grid(%c1, %c1, %c1) args(%arg0 : memref<100xf32>, %arg1 : memref<100xf32>, %arg2 : f32, %arg3 : i32)
    return
  }
}
