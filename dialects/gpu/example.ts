// A program of threads that shows a kernel and its launch.

/** Each block of four threads turns four numbers around, through memory that its threads share. */
export const kernelExample = `module attributes {gpu.container_module} {
  gpu.module @device {
    gpu.func @reverse(%x: memref<16xf32>) workgroup(%shared: memref<4xf32, #gpu.address_space<workgroup>>) kernel {
      %thread = gpu.thread_id x
      %block = gpu.block_id x
      %size = gpu.block_dim x
      %first = arith.muli %block, %size : index
      %i = arith.addi %first, %thread : index
      %value = memref.load %x[%i] : memref<16xf32>
      memref.store %value, %shared[%thread] : memref<4xf32, #gpu.address_space<workgroup>>
      gpu.barrier
      %last = arith.constant 3 : index
      %other = arith.subi %last, %thread : index
      %found = memref.load %shared[%other] : memref<4xf32, #gpu.address_space<workgroup>>
      memref.store %found, %x[%i] : memref<16xf32>
      gpu.return
    }
  }
  func.func @main(%x: memref<16xf32>) {
    %one = arith.constant 1 : index
    %four = arith.constant 4 : index
    gpu.launch_func @device::@reverse blocks in (%four, %one, %one) threads in (%four, %one, %one) args(%x : memref<16xf32>)
    return
  }
}`;

/** The sum of what the 32 lanes of a subgroup have, in its first lane. */
export const shuffleExample = `module attributes {gpu.container_module} {
  gpu.module @device {
    gpu.func @sum(%x: memref<32xi32>) kernel {
      %lane = gpu.thread_id x
      %start = memref.load %x[%lane] : memref<32xi32>
      %width = arith.constant 32 : i32
      %one = arith.constant 1 : index
      %five = arith.constant 5 : index
      %zero = arith.constant 0 : index
      %sixteen = arith.constant 16 : i32
      %step = arith.constant 1 : i32
      %sum, %end = scf.for %i = %zero to %five step %one iter_args(%value = %start, %distance = %sixteen) -> (i32, i32) {
        %other, %isThere = gpu.shuffle down %value, %distance, %width : i32
        %both = arith.addi %value, %other : i32
        %half = arith.shrui %distance, %step : i32
        scf.yield %both, %half : i32, i32
      }
      memref.store %sum, %x[%lane] : memref<32xi32>
      gpu.return
    }
  }
  func.func @main(%x: memref<32xi32>) {
    %one = arith.constant 1 : index
    %lanes = arith.constant 32 : index
    gpu.launch_func @device::@sum blocks in (%one, %one, %one) threads in (%lanes, %one, %one) args(%x : memref<32xi32>)
    return
  }
}`;
