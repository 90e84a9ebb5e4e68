module attributes {gpu.container_module} {
  gpu.module @km {
    gpu.func @k(%arg0: memref<?xf32>, %arg1: i32 {foo.bar}) workgroup(%arg2 : memref<32xf32, #gpu.address_space<workgroup>>, %arg3 : memref<2xf32, 3>) private(%arg4 : memref<4xf32, #gpu.address_space<private>>) kernel attributes {known_block_size = array<i32: 128, 1, 1>} {
      %thread_id_x = gpu.thread_id  x
      %thread_id_y = gpu.thread_id  y
      %block_id_z = gpu.block_id  z
      %block_dim_x = gpu.block_dim  x upper_bound 64
      %grid_dim_x = gpu.grid_dim  x
      %0 = gpu.lane_id
      %1 = gpu.subgroup_id : index
      %2 = gpu.subgroup_size : index
      %3 = gpu.num_subgroups : index
      %global_id_x = gpu.global_id  x
      gpu.barrier
      %c1_i32 = arith.constant 1 : i32
      %cst = arith.constant 1.000000e+00 : f32
      %shuffleResult, %valid = gpu.shuffle  xor %cst, %c1_i32, %arg1 : f32
      %shuffleResult_0, %valid_1 = gpu.shuffle  up %cst, %c1_i32, %arg1 : f32
      %shuffleResult_2, %valid_3 = gpu.shuffle  down %cst, %c1_i32, %arg1 : f32
      %shuffleResult_4, %valid_5 = gpu.shuffle  idx %cst, %c1_i32, %arg1 : f32
      %4 = gpu.dynamic_shared_memory : memref<?xi8, #gpu.address_space<workgroup>>
      gpu.return
    }
    gpu.func @helper(%arg0: f32) -> f32 {
      gpu.return %arg0 : f32
    }
    gpu.func @empty() kernel {
      gpu.return
    }
  }
  gpu.module @empty_module {
  }
  func.func @main(%arg0: memref<?xf32>, %arg1: index, %arg2: i32) {
    gpu.launch_func  @km::@k blocks in (%arg1, %arg1, %arg1) threads in (%arg1, %arg1, %arg1)  args(%arg0 : memref<?xf32>, %arg2 : i32)
    gpu.launch_func  @km::@k blocks in (%arg1, %arg1, %arg1) threads in (%arg1, %arg1, %arg1)  dynamic_shared_memory_size %arg2 args(%arg0 : memref<?xf32>, %arg2 : i32)
    gpu.launch_func  @km::@empty blocks in (%arg1, %arg1, %arg1) threads in (%arg1, %arg1, %arg1)  
    gpu.launch_func  @km::@empty blocks in (%arg2, %arg2, %arg2) threads in (%arg2, %arg2, %arg2) : i32 
    %0 = gpu.wait async
    %1 = gpu.launch_func async [%0] @km::@empty blocks in (%arg1, %arg1, %arg1) threads in (%arg1, %arg1, %arg1)  
    gpu.wait [%1]
    return
  }
}
