module {
  func.func @ints(%arg0: i32, %arg1: i32, %arg2: i1, %arg3: vector<4xi32>, %arg4: index) {
    %c-2147483647_i32 = arith.constant -2147483647 : i32
    %false = arith.constant false
    %c-2147483648_i32 = arith.constant -2147483648 : i32
    %true = arith.constant true
    %cst = arith.constant dense<0> : vector<4xi32>
    %c-1_i32 = arith.constant -1 : i32
    %c0_i32 = arith.constant 0 : i32
    %c1_i32 = arith.constant 1 : i32
    %c2147483647_i32 = arith.constant 2147483647 : i32
    %0 = arith.addi %arg0, %c1_i32 : i32
    %1 = arith.cmpi sgt, %arg0, %c1_i32 : i32
    %2 = arith.trunci %arg0 : i32 to i8
    %3 = arith.extsi %arg0 : i32 to i128
    %4 = arith.divsi %arg0, %c0_i32 : i32
    %5 = arith.divsi %c1_i32, %c0_i32 : i32
    %6 = arith.select %arg2, %arg1, %arg0 : i32
    "tst.use"(%arg0, %0, %c0_i32, %c0_i32, %arg0, %arg0, %c-1_i32, %c0_i32, %arg0, %c0_i32, %arg0, %c2147483647_i32, %arg0, %c0_i32, %arg3, %cst, %1, %true, %arg0, %arg0, %c-2147483648_i32, %arg0, %arg0, %arg0, %2, %arg0, %3, %arg0, %arg0, %false, %arg0, %c0_i32, %c-2147483647_i32, %4, %5, %arg2, %6) : (i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, vector<4xi32>, vector<4xi32>, i1, i1, i32, i32, i32, i32, i32, i32, i8, i32, i128, i32, i32, i1, i32, i32, i32, i32, i32, i1, i32) -> ()
    return
  }
  func.func @chains(%arg0: i32, %arg1: index) -> (i32, i32, i32, i32, index, i32) {
    %c1_i32 = arith.constant 1 : i32
    %c9 = arith.constant 9 : index
    %c6_i32 = arith.constant 6 : i32
    %c-1_i32 = arith.constant -1 : i32
    %c5_i32 = arith.constant 5 : i32
    %0 = arith.addi %arg0, %c5_i32 : i32
    %1 = arith.addi %arg0, %c-1_i32 : i32
    %2 = arith.subi %c5_i32, %arg0 : i32
    %3 = arith.muli %arg0, %c6_i32 : i32
    %4 = arith.addi %arg1, %c9 : index
    %5 = arith.addi %arg0, %c1_i32 : i32
    return %0, %1, %2, %3, %4, %5 : i32, i32, i32, i32, index, i32
  }
  func.func @floats(%arg0: f32, %arg1: f32) {
    %cst = arith.constant 2.000000e+00 : bf16
    %c2_i8 = arith.constant 2 : i8
    %true = arith.constant true
    %cst_0 = arith.constant 1.06535322E+9 : f32
    %c1065353216_i32 = arith.constant 1065353216 : i32
    %cst_1 = arith.constant 0x7F800000 : f32
    %cst_2 = arith.constant 3.000000e+00 : f32
    %cst_3 = arith.constant 0.000000e+00 : f32
    %cst_4 = arith.constant 1.000000e+00 : f32
    %cst_5 = arith.constant 0xFF800000 : f32
    %0 = arith.addf %arg0, %cst_3 : f32
    %1 = arith.maxnumf %arg0, %cst_5 : f32
    %2 = arith.mulf %arg0, %cst_3 : f32
    %3 = arith.addf %arg0, %cst_4 : f32
    "tst.use"(%arg0, %0, %arg0, %arg0, %arg0, %arg0, %arg0, %arg0, %1, %cst_2, %cst_1, %arg0, %2, %cst_3, %arg0, %c1065353216_i32, %arg0, %cst_0, %true, %3, %c2_i8, %cst) : (f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, i32, f32, f32, i1, f32, i8, bf16) -> ()
    return
  }
  func.func @broken_flags() -> (i16, i7, i1, vector<2xi64>, i8) {
    %c33_i16 = arith.constant 33 : i16
    %c31_i7 = arith.constant 31 : i7
    %false = arith.constant false
    %cst = arith.constant dense<[2, 4]> : vector<2xi64>
    %c101_i8 = arith.constant 101 : i8
    return %c33_i16, %c31_i7, %false, %cst, %c101_i8 : i16, i7, i1, vector<2xi64>, i8
  }
  func.func @index_there_and_back(%arg0: i1, %arg1: i16) -> (index, index) {
    %0 = arith.index_castui %arg0 : i1 to index
    %1 = arith.index_castui %arg1 : i16 to index
    return %0, %1 : index, index
  }
}

