// Programs that show the operations of which no random program is made: kernels, their launches, loops.

/** y = a x + y, a thread for each element. */
export const kernelExample = `simt.kernel @saxpy(%x: i64, %y: i64, %a: f32, %n: i32) threads(128, 1, 1) {
  %thread = simt.mov_tid_x
  %block = simt.mov_ctaid_x
  %size = simt.mov_ntid_x
  %i = simt.mad_lo_s32 %block, %size, %thread
  %inside = simt.setp_lt_s32 %i, %n
  simt.if %inside {
    %four = simt.const 4 : i32
    %px = simt.mad_wide_s32 %i, %four, %x
    %py = simt.mad_wide_s32 %i, %four, %y
    %xi = simt.ld_global_f32 %px
    %yi = simt.ld_global_f32 %py
    %sum = simt.fma_rn_f32 %a, %xi, %yi
    simt.st_global_f32 %py, %sum
    simt.yield
  }
  simt.return
}
func.func @main(%x: memref<1000xf32>, %y: memref<1000xf32>, %a: f32) {
  %blocks = arith.constant 8 : index
  %one = arith.constant 1 : index
  %n = arith.constant 1000 : i32
  simt.launch @saxpy grid(%blocks, %one, %one) args(%x : memref<1000xf32>, %y : memref<1000xf32>, %a : f32, %n : i32)
  return
}`;

/** Each lane adds up the numbers below its own. */
export const loopExample = `simt.kernel @triangle(%out: i64) threads(32, 1, 1) {
  %lane = simt.mov_tid_x
  %zero = simt.const 0 : i32
  %one = simt.const 1 : i32
  %four = simt.const 4 : i32
  %last:2 = simt.loop(%i = %zero, %sum = %zero) : i32, i32 {
    %more = simt.add_s32 %sum, %i
    %next = simt.add_s32 %i, %one
    %again = simt.setp_lt_s32 %next, %lane
    simt.continue_if %again, %next, %more : i32, i32
  }
  %address = simt.mad_wide_s32 %lane, %four, %out
  simt.st_global_s32 %address, %last#1
  simt.return
}
func.func @main(%out: memref<32xi32>) {
  %one = arith.constant 1 : index
  simt.launch @triangle grid(%one, %one, %one) args(%out : memref<32xi32>)
  return
}`;

/** Each lane halves its number until it is 0, and counts. */
export const whileExample = `simt.kernel @bits(%out: i64) threads(32, 1, 1) {
  %lane = simt.mov_tid_x
  %zero = simt.const 0 : i32
  %one = simt.const 1 : i32
  %four = simt.const 4 : i32
  %count = simt.while(%rest = %lane, %n = %zero) : (i32, i32) -> i32 {
    %some = simt.setp_lt_s32 %zero, %rest
    simt.condition %some, %n : i32
  } do {
  ^bb0(%m: i32):
    %next = simt.add_s32 %m, %one
    %half = simt.shr_u32 %lane, %next
    simt.yield %half, %next : i32, i32
  }
  %address = simt.mad_wide_s32 %lane, %four, %out
  simt.st_global_s32 %address, %count
  simt.return
}
func.func @main(%out: memref<32xi32>) {
  %one = arith.constant 1 : index
  simt.launch @bits grid(%one, %one, %one) args(%out : memref<32xi32>)
  return
}`;
