// Kernels for the simulator's tests, small enough to be counted by hand.

/** out[i] = x[i] + y[i] for i < n, one thread an element, 64 threads a block. */
export const vectorAdd = `
simt.kernel @vector_add(%x: i64, %y: i64, %out: i64, %n: i32) threads(64, 1, 1) {
  %four = simt.const 4 : i32
  %block = simt.mov_ctaid_x
  %threads = simt.mov_ntid_x
  %thread = simt.mov_tid_x
  %i = simt.mad_lo_s32 %block, %threads, %thread
  %inside = simt.setp_lt_s32 %i, %n
  simt.if %inside {
    %px = simt.mad_wide_s32 %i, %four, %x
    %a = simt.ld_global_f32 %px
    %py = simt.mad_wide_s32 %i, %four, %y
    %b = simt.ld_global_f32 %py
    %sum = simt.add_f32 %a, %b
    %po = simt.mad_wide_s32 %i, %four, %out
    simt.st_global_f32 %po, %sum
    simt.yield
  }
  simt.return
}`;

/** out[x][y] = in[y][x] of a 32x32 tile by a block of 32x8 threads, through shared memory with rows of `pitch` words. */
export const transpose = (pitch: number): string => `
simt.kernel @transpose(%in: i64, %out: i64) threads(32, 8, 1) attributes {shared_bytes = ${32 * pitch * 4} : i64} {
  %one = simt.const 1 : i32
  %four = simt.const 4 : i32
  %eight = simt.const 8 : i32
  %extent = simt.const 32 : i32
  %pitch = simt.const ${pitch} : i32
  %x = simt.mov_tid_x
  %y0 = simt.mov_tid_y
  %last = simt.loop(%y = %y0) : i32 {
    %element = simt.mad_lo_s32 %y, %extent, %x
    %from = simt.mad_wide_s32 %element, %four, %in
    %value = simt.ld_global_f32 %from
    %word = simt.mad_lo_s32 %y, %pitch, %x
    %to = simt.mul_lo_s32 %word, %four
    simt.st_shared_f32 %to, %value
    %next = simt.add_s32 %y, %eight
    %again = simt.setp_lt_s32 %next, %extent
    simt.continue_if %again, %next : i32
  }
  simt.bar_sync
  %end = simt.loop(%y = %y0) : i32 {
    %word = simt.mad_lo_s32 %x, %pitch, %y
    %from = simt.mul_lo_s32 %word, %four
    %value = simt.ld_shared_f32 %from
    %element = simt.mad_lo_s32 %y, %extent, %x
    %to = simt.mad_wide_s32 %element, %four, %out
    simt.st_global_f32 %to, %value
    %next = simt.add_s32 %y, %eight
    %again = simt.setp_lt_s32 %next, %extent
    simt.continue_if %again, %next : i32
  }
  simt.return
}`;

/** C = A B of n x n matrices, n a multiple of 16, tiles of 16x16 in shared memory: 256 threads, one element each. */
export const tiledMatmul = `
simt.kernel @matmul(%a: i64, %b: i64, %c: i64, %n: i32) threads(16, 16, 1) attributes {shared_bytes = 2048 : i64} {
  %zero = simt.const 0.0 : f32
  %none = simt.const 0 : i32
  %one = simt.const 1 : i32
  %four = simt.const 4 : i32
  %tile = simt.const 16 : i32
  %row_bytes = simt.const 64 : i32
  %tx = simt.mov_tid_x
  %ty = simt.mov_tid_y
  %bx = simt.mov_ctaid_x
  %by = simt.mov_ctaid_y
  %column = simt.mad_lo_s32 %bx, %tile, %tx
  %row = simt.mad_lo_s32 %by, %tile, %ty
  %slot_word = simt.mad_lo_s32 %ty, %tile, %tx
  %slot = simt.mul_lo_s32 %slot_word, %four
  %a_row = simt.mul_lo_s32 %ty, %row_bytes
  %b_column = simt.mul_lo_s32 %tx, %four
  %k_end, %sum = simt.loop(%k0 = %none, %acc0 = %zero) : i32, f32 {
    %ka = simt.add_s32 %k0, %tx
    %ea = simt.mad_lo_s32 %row, %n, %ka
    %pa = simt.mad_wide_s32 %ea, %four, %a
    %va = simt.ld_global_f32 %pa
    simt.st_shared_f32 %slot, %va
    %kb = simt.add_s32 %k0, %ty
    %eb = simt.mad_lo_s32 %kb, %n, %column
    %pb = simt.mad_wide_s32 %eb, %four, %b
    %vb = simt.ld_global_f32 %pb
    simt.st_shared_f32 %slot, %vb {offset = 1024 : i64}
    simt.bar_sync
    %i_end, %sa, %sb, %acc1 = simt.loop(%i = %none, %from_a = %a_row, %from_b = %b_column, %acc = %acc0) : i32, i32, i32, f32 {
      %x = simt.ld_shared_f32 %from_a
      %y = simt.ld_shared_f32 %from_b {offset = 1024 : i64}
      %new = simt.fma_rn_f32 %x, %y, %acc
      %next_a = simt.add_s32 %from_a, %four
      %next_b = simt.add_s32 %from_b, %row_bytes
      %next = simt.add_s32 %i, %one
      %more = simt.setp_lt_s32 %next, %tile
      simt.continue_if %more, %next, %next_a, %next_b, %new : i32, i32, i32, f32
    }
    simt.bar_sync
    %k1 = simt.add_s32 %k0, %tile
    %again = simt.setp_lt_s32 %k1, %n
    simt.continue_if %again, %k1, %acc1 : i32, f32
  }
  %ec = simt.mad_lo_s32 %row, %n, %column
  %pc = simt.mad_wide_s32 %ec, %four, %c
  simt.st_global_f32 %pc, %sum
  simt.return
}`;

/** Lane i of a warp of 32 counts down from i: loops that end after different trips. */
export const divergentLoop = `
simt.kernel @count(%out: i64) threads(32, 1, 1) {
  %zero = simt.const 0 : i32
  %one = simt.const 1 : i32
  %four = simt.const 4 : i32
  %lane = simt.mov_laneid
  %left, %trips = simt.loop(%x = %lane, %t = %zero) : i32, i32 {
    %t1 = simt.add_s32 %t, %one
    %x1 = simt.sub_s32 %x, %one
    %more = simt.setp_ge_s32 %x1, %zero
    simt.continue_if %more, %x1, %t1 : i32, i32
  }
  %p = simt.mad_wide_s32 %lane, %four, %out
  simt.st_global_s32 %p, %trips
  simt.return
}`;
