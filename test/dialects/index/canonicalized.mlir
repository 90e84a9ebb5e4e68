module {
  func.func @add() -> (index, index) {
    %idx2101 = index.constant 2101
    %idx7000002101 = index.constant 7000002101
    return %idx2101, %idx7000002101 : index, index
  }
  func.func @addover() -> (index, index) {
    %idx4000000000 = index.constant 4000000000
    %idx-2446744073709551616 = index.constant -2446744073709551616
    return %idx4000000000, %idx-2446744073709551616 : index, index
  }
  func.func @submul() -> (index, index) {
    %idx-5000000000 = index.constant -5000000000
    %idx-2446744069709551616 = index.constant -2446744069709551616
    return %idx-5000000000, %idx-2446744069709551616 : index, index
  }
  func.func @divs() -> (index, index, index, index, index) {
    %idx2 = index.constant 2
    %idx4294967296 = index.constant 4294967296
    %idx0 = index.constant 0
    %idx-4294967296 = index.constant -4294967296
    %0 = index.divs %idx2, %idx0
    %1 = index.divs %idx4294967296, %idx2
    %2 = index.divu %idx4294967296, %idx2
    return %idx-4294967296, %0, %1, %idx0, %2 : index, index, index, index, index
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
    %idx2 = index.constant 2
    %idx-5 = index.constant -5
    %idx0 = index.constant 0
    %idx1 = index.constant 1
    %idx3 = index.constant 3
    %idx-2 = index.constant -2
    %idx2147483648 = index.constant 2147483648
    %idx-2147483647 = index.constant -2147483647
    %idx4294967297 = index.constant 4294967297
    %0 = index.ceildivu %idx-5, %idx2
    return %idx0, %idx1, %idx3, %idx-2, %idx2147483648, %idx-2147483647, %idx4294967297, %0 : index, index, index, index, index, index, index, index
  }
  func.func @floor() -> (index, index, index, index, index, index) {
    %idx2147483648 = index.constant 2147483648
    %idx-1 = index.constant -1
    %idx2 = index.constant 2
    %idx4294967296 = index.constant 4294967296
    %idx-3 = index.constant -3
    %idx-2147483648 = index.constant -2147483648
    %idx-2147483647 = index.constant -2147483647
    %0 = index.floordivs %idx4294967296, %idx2
    return %idx-3, %idx-2147483648, %idx-2147483647, %0, %idx-1, %idx2147483648 : index, index, index, index, index, index
  }
  func.func @rem() -> (index, index, index, index) {
    %idx1 = index.constant 1
    %idx2 = index.constant 2
    %idx4294967297 = index.constant 4294967297
    %0 = index.rems %idx2, %idx4294967297
    %1 = index.remu %idx2, %idx4294967297
    return %0, %idx2, %1, %idx1 : index, index, index, index
  }
  func.func @maxmin() -> (index, index, index, index, index, index, index, index) {
    %idx-4 = index.constant -4
    %idx-1 = index.constant -1
    %idx4294967297 = index.constant 4294967297
    %idx1 = index.constant 1
    %idx4294967296 = index.constant 4294967296
    %idx2 = index.constant 2
    %0 = index.maxs %idx1, %idx4294967296
    %1 = index.mins %idx1, %idx4294967296
    return %idx2, %0, %idx4294967297, %idx-1, %idx-4, %idx2, %1, %idx1 : index, index, index, index, index, index, index, index
  }
  func.func @shifts() -> (index, index, index, index, index, index, index, index, index) {
    %idx-4 = index.constant -4
    %idx137438953472 = index.constant 137438953472
    %idx8589934592000000000 = index.constant 8589934592000000000
    %idx1 = index.constant 1
    %idx32 = index.constant 32
    %idx4294967296 = index.constant 4294967296
    %idx-8 = index.constant -8
    %idx512 = index.constant 512
    %0 = index.shl %idx1, %idx32
    %1 = index.shrs %idx4294967296, %idx1
    %2 = index.shru %idx-8, %idx1
    return %idx512, %0, %idx8589934592000000000, %idx32, %1, %idx137438953472, %idx137438953472, %2, %idx-4 : index, index, index, index, index, index, index, index, index
  }
  func.func @bits() -> (index, index, index) {
    %idx1 = index.constant 1
    %idx4294967303 = index.constant 4294967303
    %idx4294967302 = index.constant 4294967302
    return %idx1, %idx4294967303, %idx4294967302 : index, index, index
  }
  func.func @cmp(%arg0: index) -> (i1, i1, i1, i1, i1, i1, i1, i1, i1) {
    %idx1 = index.constant 1
    %idx4294967296 = index.constant 4294967296
    %false = index.bool.constant false
    %true = index.bool.constant true
    %0 = index.cmp slt(%idx1, %idx4294967296)
    return %false, %true, %true, %false, %0, %true, %true, %false, %true : i1, i1, i1, i1, i1, i1, i1, i1, i1
  }
  func.func @neutral(%arg0: index) -> (index, index, index, index, index, index, index, index, index, index, index, index, index, index) {
    %idx0 = index.constant 0
    %idx1 = index.constant 1
    %idx-1 = index.constant -1
    %0 = index.and %arg0, %idx0
    %1 = index.or %arg0, %idx0
    %2 = index.xor %arg0, %idx0
    %3 = index.shl %arg0, %idx0
    %4 = index.divs %arg0, %idx1
    %5 = index.maxs %arg0, %arg0
    %6 = index.and %arg0, %idx-1
    %7 = index.sub %arg0, %arg0
    %8 = index.maxu %arg0, %idx0
    return %arg0, %arg0, %arg0, %arg0, %idx0, %0, %1, %2, %3, %4, %5, %6, %7, %8 : index, index, index, index, index, index, index, index, index, index, index, index, index, index
  }
  func.func @nested(%arg0: index) -> (index, index, index, index, index, index, index, index, index, index, index) {
    %idx9 = index.constant 9
    %idx13 = index.constant 13
    %idx4 = index.constant 4
    %idx60 = index.constant 60
    %idx12 = index.constant 12
    %idx5 = index.constant 5
    %idx4294967297 = index.constant 4294967297
    %idx17 = index.constant 17
    %0 = index.add %arg0, %idx17
    %1 = index.mul %arg0, %idx60
    %2 = index.maxs %arg0, %idx12
    %3 = index.maxu %arg0, %idx12
    %4 = index.mins %arg0, %idx5
    %5 = index.minu %arg0, %idx5
    %6 = index.and %arg0, %idx4
    %7 = index.or %arg0, %idx13
    %8 = index.xor %arg0, %idx9
    %9 = index.sub %arg0, %idx12
    %10 = index.sub %9, %idx5
    %11 = index.maxs %arg0, %idx4294967297
    %12 = index.maxs %11, %idx12
    return %0, %1, %2, %3, %4, %5, %6, %7, %8, %10, %12 : index, index, index, index, index, index, index, index, index, index, index
  }
  func.func @nested3(%arg0: index) -> index {
    %idx36 = index.constant 36
    %idx12 = index.constant 12
    %0 = index.add %arg0, %idx12
    %1 = index.add %arg0, %idx36
    %2 = index.add %1, %0
    return %2 : index
  }
  func.func @casts() -> (index, index, index, index, i64, i64, i32, i32, i64, i48, i48, i128, si8, i1, i64) {
    %true = index.bool.constant true
    %idx-7 = index.constant -7
    %idx4294967301 = index.constant 4294967301
    %idx5 = index.constant 5
    %idx4294967289 = index.constant 4294967289
    %idx200 = index.constant 200
    %0 = index.casts %idx-7 : index to i64
    %1 = index.castu %idx-7 : index to i64
    %2 = index.casts %idx-7 : index to i32
    %3 = index.castu %idx4294967301 : index to i32
    %4 = index.casts %idx4294967301 : index to i64
    %5 = index.casts %idx-7 : index to i48
    %6 = index.castu %idx5 : index to i48
    %7 = index.casts %idx-7 : index to i128
    %8 = index.casts %idx-7 : index to si8
    %9 = index.castu %idx5 : index to i64
    return %idx-7, %idx4294967289, %idx-7, %idx200, %0, %1, %2, %3, %4, %5, %6, %7, %8, %true, %9 : index, index, index, index, i64, i64, i32, i32, i64, i48, i48, i128, si8, i1, i64
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
    %idx1 = index.constant 1
    %0 = index.sub %arg0, %arg1
    %1 = index.cmp eq(%arg0, %arg1)
    %2 = index.cmp ne(%arg1, %arg0)
    %3 = index.cmp ne(%arg0, %arg1)
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
    %false = index.bool.constant false
    %true = index.bool.constant true
    %idx0 = index.constant 0
    %idx1 = index.constant 1
    %idx5 = index.constant 5
    %0 = index.maxs %arg0, %idx1
    %1 = index.cmp ult(%0, %idx5)
    %2 = index.maxu %arg0, %idx1
    %3 = index.cmp ne(%2, %idx0)
    return %true, %false, %false, %true, %1, %true, %true, %true, %true, %3, %true, %true, %false : i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1
  }
  func.func @sizeof() -> index {
    %idx1 = index.constant 1
    %0 = index.sizeof
    %1 = index.add %0, %idx1
    return %1 : index
  }
  func.func @mixed(%arg0: index) -> (index, index) {
    %idx9 = index.constant 9
    %c14 = arith.constant 14 : index
    return %idx9, %c14 : index, index
  }
}

