// A program that shows a kernel of the array and its launch, of which no random program is made.

/** Copies a row of 4 floats for each position of the grid. */
export const kernelExample = `module attributes {terrace.machine = "systolic"} {
  systolic.kernel @copy_rows(%row: index, %from: i64, %to: i64) attributes {grid_rank = 1 : i64} {
    %four = arith.constant 4 : i64
    %bytes = arith.constant 16 : i64
    %one = arith.constant 1 : i64
    %local = arith.constant 0 : i64
    %i = arith.index_cast %row : index to i64
    %offset = arith.muli %i, %bytes : i64
    %source = arith.addi %from, %offset : i64
    %destination = arith.addi %to, %offset : i64
    systolic.config_ld {stride_bytes = 16 : i64}
    systolic.config_st {stride_bytes = 16 : i64}
    systolic.mvin %source, %local, %one, %four
    systolic.mvout %destination, %local, %one, %four
    systolic.fence
    systolic.return
  }
  func.func @main(%a: memref<8x4xf32>, %b: memref<8x4xf32>) {
    %rows = arith.constant 8 : index
    systolic.launch @copy_rows grid(%rows) args(%a : memref<8x4xf32>, %b : memref<8x4xf32>)
    return
  }
}`;
