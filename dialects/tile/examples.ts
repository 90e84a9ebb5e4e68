// A program of tiles that shows a kernel and its launch.

/** Each of four programs doubles its quarter of a vector, in a local buffer. */
export const kernelExample = `tile.kernel @double(%x: memref<16xf32> read, %y: memref<16xf32> write) {
  %i = tile.program_id 0
  %size = arith.constant 4 : index
  %first = arith.muli %i, %size : index
  %zero = arith.constant 0 : index
  %padding = arith.constant 0.0 : f32
  %local = tile.alloc : memref<4xf32>
  %copied = tile.copy_async %x[%first] to %local[%zero], %padding : memref<16xf32> to memref<4xf32>
  tile.wait %copied
  %values = vector.transfer_read %local[%zero], %padding {in_bounds = [true]} : memref<4xf32>, vector<4xf32>
  %doubled = arith.addf %values, %values : vector<4xf32>
  vector.transfer_write %doubled, %y[%first] {in_bounds = [true]} : vector<4xf32>, memref<16xf32>
  tile.return
}
func.func @main(%x: memref<16xf32>, %y: memref<16xf32>) {
  %programs = arith.constant 4 : index
  tile.launch @double grid(%programs) args(%x : memref<16xf32>, %y : memref<16xf32>) {axes = ["parallel"]}
  return
}`;
