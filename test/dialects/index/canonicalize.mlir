module {
  func.func @add() -> (index, index) {
    %idx1 = index.constant 1
    %idx2100 = index.constant 2100
    %idx3000000001 = index.constant 3000000001
    %idx4000002100 = index.constant 4000002100
    %0 = index.add %idx1, %idx2100
    %1 = index.add %idx3000000001, %idx4000002100
    return %0, %1 : index, index
  }
  func.func @addover() -> (index, index) {
    %idx2000000000 = index.constant 2000000000
    %idx8000000000000000000 = index.constant 8000000000000000000
    %0 = index.add %idx2000000000, %idx2000000000
    %1 = index.add %idx8000000000000000000, %idx8000000000000000000
    return %0, %1 : index, index
  }
  func.func @submul() -> (index, index) {
    %idx-2000000000 = index.constant -2000000000
    %idx3000000000 = index.constant 3000000000
    %0 = index.sub %idx-2000000000, %idx3000000000
    %idx8000000002000000000 = index.constant 8000000002000000000
    %idx2 = index.constant 2
    %1 = index.mul %idx8000000002000000000, %idx2
    return %0, %1 : index, index
  }
  func.func @divs() -> (index, index, index, index, index) {
    %idx-2 = index.constant -2
    %idx8589934592 = index.constant 8589934592
    %0 = index.divs %idx8589934592, %idx-2
    %idx0 = index.constant 0
    %idx4294967296 = index.constant 4294967296
    %idx2 = index.constant 2
    %1 = index.divs %idx2, %idx0
    %2 = index.divs %idx4294967296, %idx2
    %3 = index.divu %idx8589934592, %idx-2
    %4 = index.divu %idx4294967296, %idx2
    return %0, %1, %2, %3, %4 : index, index, index, index, index
  }
  func.func @divzero() -> (index, index, index, index) {
    %idx0 = index.constant 0
    %idx7 = index.constant 7
    %0 = index.divu %idx7, %idx0
    %1 = index.ceildivs %idx7, %idx0
    %2 = index.ceildivu %idx7, %idx0
    %3 = index.floordivs %idx7, %idx0
    return %0, %1, %2, %3 : index, index, index, index
  }
  func.func @ceil() -> (index, index, index, index, index, index, index, index) {
    %idx0 = index.constant 0
    %idx2 = index.constant 2
    %idx5 = index.constant 5
    %idx-5 = index.constant -5
    %idx-1 = index.constant -1
    %idx-2147483648 = index.constant -2147483648
    %idx2147483647 = index.constant 2147483647
    %idx8589934593 = index.constant 8589934593
    %0 = index.ceildivs %idx0, %idx5
    %1 = index.ceildivs %idx2, %idx5
    %2 = index.ceildivs %idx5, %idx2
    %3 = index.ceildivs %idx-5, %idx2
    %4 = index.ceildivs %idx-2147483648, %idx-1
    %5 = index.ceildivs %idx2147483647, %idx-1
    %6 = index.ceildivu %idx8589934593, %idx2
    %7 = index.ceildivu %idx-5, %idx2
    return %0, %1, %2, %3, %4, %5, %6, %7 : index, index, index, index, index, index, index, index
  }
  func.func @floor() -> (index, index, index, index, index, index) {
    %idx2 = index.constant 2
    %idx-5 = index.constant -5
    %idx-1 = index.constant -1
    %idx1 = index.constant 1
    %idx-2147483648 = index.constant -2147483648
    %idx2147483647 = index.constant 2147483647
    %idx4294967296 = index.constant 4294967296
    %0 = index.floordivs %idx-5, %idx2
    %1 = index.floordivs %idx-2147483648, %idx1
    %2 = index.floordivs %idx2147483647, %idx-1
    %3 = index.floordivs %idx4294967296, %idx2
    %4 = index.rems %idx-5, %idx2
    %5 = index.floordivs %idx-2147483648, %idx-1
    return %0, %1, %2, %3, %4, %5 : index, index, index, index, index, index
  }
  func.func @rem() -> (index, index, index, index) {
    %idx2 = index.constant 2
    %idx-1 = index.constant -1
    %idx4294967297 = index.constant 4294967297
    %idx-5 = index.constant -5
    %0 = index.rems %idx2, %idx4294967297
    %1 = index.remu %idx2, %idx-1
    %2 = index.remu %idx2, %idx4294967297
    %3 = index.remu %idx-5, %idx2
    return %0, %1, %2, %3 : index, index, index, index
  }
  func.func @maxmin() -> (index, index, index, index, index, index, index, index) {
    %idx-4 = index.constant -4
    %idx2 = index.constant 2
    %idx1 = index.constant 1
    %idx4294967296 = index.constant 4294967296
    %idx4294967297 = index.constant 4294967297
    %idx-1 = index.constant -1
    %0 = index.maxs %idx-4, %idx2
    %1 = index.maxs %idx1, %idx4294967296
    %2 = index.maxs %idx1, %idx4294967297
    %3 = index.maxu %idx-1, %idx1
    %4 = index.mins %idx-4, %idx2
    %5 = index.minu %idx-4, %idx2
    %6 = index.mins %idx1, %idx4294967296
    %7 = index.minu %idx4294967297, %idx1
    return %0, %1, %2, %3, %4, %5, %6, %7 : index, index, index, index, index, index, index, index
  }
  func.func @shifts() -> (index, index, index, index, index, index, index, index, index) {
    %idx128 = index.constant 128
    %idx2 = index.constant 2
    %idx1 = index.constant 1
    %idx32 = index.constant 32
    %idx31 = index.constant 31
    %idx4000000000 = index.constant 4000000000
    %idx4294967296 = index.constant 4294967296
    %idx1099511627776 = index.constant 1099511627776
    %idx3 = index.constant 3
    %idx-8 = index.constant -8
    %0 = index.shl %idx128, %idx2
    %1 = index.shl %idx1, %idx32
    %2 = index.shl %idx4000000000, %idx31
    %3 = index.shrs %idx128, %idx2
    %4 = index.shrs %idx4294967296, %idx1
    %5 = index.shrs %idx1099511627776, %idx3
    %6 = index.shru %idx1099511627776, %idx3
    %7 = index.shru %idx-8, %idx1
    %8 = index.shrs %idx-8, %idx1
    return %0, %1, %2, %3, %4, %5, %6, %7, %8 : index, index, index, index, index, index, index, index, index
  }
  func.func @bits() -> (index, index, index) {
    %idx5 = index.constant 5
    %idx4294967299 = index.constant 4294967299
    %0 = index.and %idx5, %idx4294967299
    %1 = index.or %idx5, %idx4294967299
    %2 = index.xor %idx5, %idx4294967299
    return %0, %1, %2 : index, index, index
  }
  func.func @cmp(%arg0: index) -> (i1, i1, i1, i1, i1, i1, i1, i1, i1) {
    %idx0 = index.constant 0
    %idx-1 = index.constant -1
    %idx-2 = index.constant -2
    %idx4 = index.constant 4
    %idx1 = index.constant 1
    %idx4294967296 = index.constant 4294967296
    %idx4294967298 = index.constant 4294967298
    %0 = index.cmp slt(%idx0, %idx-1)
    %1 = index.cmp ugt(%idx-1, %idx0)
    %2 = index.cmp ne(%idx4, %idx0)
    %3 = index.cmp sgt(%idx-1, %idx0)
    %4 = index.cmp slt(%idx1, %idx4294967296)
    %5 = index.cmp slt(%idx1, %idx4294967298)
    %6 = index.cmp eq(%arg0, %arg0)
    %7 = index.cmp ult(%arg0, %arg0)
    %8 = index.cmp uge(%arg0, %arg0)
    return %0, %1, %2, %3, %4, %5, %6, %7, %8 : i1, i1, i1, i1, i1, i1, i1, i1, i1
  }
  func.func @neutral(%arg0: index) -> (index, index, index, index, index, index, index, index, index, index, index, index, index, index) {
    %idx0 = index.constant 0
    %idx1 = index.constant 1
    %idx-1 = index.constant -1
    %0 = index.add %arg0, %idx0
    %1 = index.add %idx0, %arg0
    %2 = index.sub %arg0, %idx0
    %3 = index.mul %arg0, %idx1
    %4 = index.mul %idx0, %arg0
    %5 = index.and %arg0, %idx0
    %6 = index.or %arg0, %idx0
    %7 = index.xor %arg0, %idx0
    %8 = index.shl %arg0, %idx0
    %9 = index.divs %arg0, %idx1
    %10 = index.maxs %arg0, %arg0
    %11 = index.and %arg0, %idx-1
    %12 = index.sub %arg0, %arg0
    %13 = index.maxu %idx0, %arg0
    return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13 : index, index, index, index, index, index, index, index, index, index, index, index, index, index
  }
  func.func @nested(%arg0: index) -> (index, index, index, index, index, index, index, index, index, index, index) {
    %idx12 = index.constant 12
    %idx5 = index.constant 5
    %idx4294967297 = index.constant 4294967297
    %0 = index.add %arg0, %idx12
    %1 = index.add %0, %idx5
    %2 = index.mul %idx12, %arg0
    %3 = index.mul %idx5, %2
    %4 = index.maxs %arg0, %idx12
    %5 = index.maxs %4, %idx5
    %6 = index.maxu %arg0, %idx12
    %7 = index.maxu %6, %idx5
    %8 = index.mins %arg0, %idx12
    %9 = index.mins %8, %idx5
    %10 = index.minu %arg0, %idx12
    %11 = index.minu %10, %idx5
    %12 = index.and %arg0, %idx12
    %13 = index.and %12, %idx5
    %14 = index.or %arg0, %idx12
    %15 = index.or %14, %idx5
    %16 = index.xor %arg0, %idx12
    %17 = index.xor %16, %idx5
    %18 = index.sub %arg0, %idx12
    %19 = index.sub %18, %idx5
    %20 = index.maxs %arg0, %idx4294967297
    %21 = index.maxs %20, %idx12
    return %1, %3, %5, %7, %9, %11, %13, %15, %17, %19, %21 : index, index, index, index, index, index, index, index, index, index, index
  }
  func.func @nested3(%arg0: index) -> index {
    %idx12 = index.constant 12
    %0 = index.add %arg0, %idx12
    %1 = index.add %0, %idx12
    %2 = index.add %1, %idx12
    %3 = index.add %2, %0
    return %3 : index
  }
  func.func @casts() -> (index, index, index, index, i64, i64, i32, i32, i64, i48, i48, i128, si8, i1, i64) {
    %c-7_i32 = arith.constant -7 : i32
    %c-7_i64 = arith.constant -7 : i64
    %c-56_i8 = arith.constant -56 : i8
    %idx-7 = index.constant -7
    %idx4294967301 = index.constant 4294967301
    %idx5 = index.constant 5
    %0 = index.casts %c-7_i32 : i32 to index
    %1 = index.castu %c-7_i32 : i32 to index
    %2 = index.casts %c-7_i64 : i64 to index
    %3 = index.castu %c-56_i8 : i8 to index
    %4 = index.casts %idx-7 : index to i64
    %5 = index.castu %idx-7 : index to i64
    %6 = index.casts %idx-7 : index to i32
    %7 = index.castu %idx4294967301 : index to i32
    %8 = index.casts %idx4294967301 : index to i64
    %9 = index.casts %idx-7 : index to i48
    %10 = index.castu %idx5 : index to i48
    %11 = index.casts %idx-7 : index to i128
    %12 = index.casts %idx-7 : index to si8
    %13 = index.casts %idx5 : index to i1
    %14 = index.castu %idx5 : index to i64
    return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14 : index, index, index, index, i64, i64, i32, i32, i64, i48, i48, i128, si8, i1, i64
  }
  func.func @castboth(%arg0: index, %arg1: i32) -> (index, i32, index) {
    %0 = index.casts %arg0 : index to i64
    %1 = index.casts %0 : i64 to index
    %2 = index.casts %arg1 : i32 to index
    %3 = index.casts %2 : index to i32
    %4 = index.castu %arg0 : index to i8
    %5 = index.castu %4 : i8 to index
    return %1, %3, %5 : index, i32, index
  }
  func.func @cmpsub(%arg0: index, %arg1: index) -> (i1, i1, i1, i1) {
    %idx0 = index.constant 0
    %0 = index.sub %arg0, %arg1
    %1 = index.cmp eq(%0, %idx0)
    %2 = index.cmp ne(%idx0, %0)
    %3 = index.cmp ne(%0, %idx0)
    %idx1 = index.constant 1
    %4 = index.cmp slt(%0, %idx1)
    return %1, %2, %3, %4 : i1, i1, i1, i1
  }
  func.func @cmpconstleft(%arg0: index) -> (i1, i1) {
    %idx3 = index.constant 3
    %0 = index.cmp sgt(%idx3, %arg0)
    %1 = index.cmp eq(%idx3, %arg0)
    return %0, %1 : i1, i1
  }
  func.func @cmpext(%arg0: index) -> (i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1) {
    %idx0 = index.constant 0
    %idx1 = index.constant 1
    %idx5 = index.constant 5
    %idx-1 = index.constant -1
    %0 = index.maxs %arg0, %idx1
    %1 = index.cmp sgt(%0, %idx0)
    %2 = index.cmp slt(%0, %idx1)
    %3 = index.cmp eq(%0, %idx0)
    %4 = index.cmp ne(%0, %idx-1)
    %5 = index.cmp ult(%0, %idx5)
    %6 = index.mins %arg0, %idx-1
    %7 = index.cmp slt(%6, %idx0)
    %8 = index.cmp ugt(%6, %idx1)
    %9 = index.cmp ne(%6, %idx0)
    %10 = index.maxu %arg0, %idx1
    %11 = index.cmp ugt(%10, %idx0)
    %12 = index.cmp ne(%10, %idx0)
    %13 = index.minu %arg0, %idx5
    %14 = index.cmp ule(%13, %idx5)
    %15 = index.cmp sge(%13, %idx0)
    %16 = index.cmp eq(%13, %idx-1)
    return %1, %2, %3, %4, %5, %7, %8, %9, %11, %12, %14, %15, %16 : i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1
  }
  func.func @sizeof() -> index {
    %0 = index.sizeof
    %idx1 = index.constant 1
    %1 = index.add %0, %idx1
    return %1 : index
  }
  func.func @mixed(%arg0: index) -> (index, index) {
    %c4 = arith.constant 4 : index
    %idx5 = index.constant 5
    %0 = index.add %c4, %idx5
    %1 = arith.addi %0, %idx5 : index
    return %0, %1 : index, index
  }
}
