module {
  func.func @b(%arg0: tensor<4x?xf32>, %arg1: memref<4x?xf32>, %arg2: index) {
    %0 = bufferization.to_tensor %arg1 restrict writable : memref<4x?xf32> to tensor<4x?xf32>
    %1 = bufferization.to_buffer %arg0 read_only : tensor<4x?xf32> to memref<4x?xf32>
    %2 = bufferization.alloc_tensor(%arg2) : tensor<4x?xf32>
    %3 = bufferization.alloc_tensor() copy(%arg0) : tensor<4x?xf32>
    %4 = bufferization.alloc_tensor(%arg2) size_hint=%arg2 {memory_space = "x"} : tensor<4x?xf32>
    %5 = bufferization.materialize_in_destination %arg0 in %2 : (tensor<4x?xf32>, tensor<4x?xf32>) -> tensor<4x?xf32>
    bufferization.materialize_in_destination %arg0 in restrict writable %arg1 : (tensor<4x?xf32>, memref<4x?xf32>) -> ()
    bufferization.dealloc_tensor %3 : tensor<4x?xf32>
    %6 = bufferization.clone %arg1 : memref<4x?xf32> to memref<4x?xf32>
    return
  }
}

