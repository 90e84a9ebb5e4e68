#map = affine_map<(d0) -> (d0)>
module {
  func.func @alloc() -> memref<?x8xf32> {
    %alloc = memref.alloc() : memref<4x8xf32>
    %cast = memref.cast %alloc : memref<4x8xf32> to memref<?x8xf32>
    return %cast : memref<?x8xf32>
  }
  func.func @sub(%arg0: memref<8x16xf32>, %arg1: index) -> (memref<?x?xf32, strided<[16, 1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>, index, f32) {
    %c4 = arith.constant 4 : index
    %subview = memref.subview %arg0[%arg1, 1] [4, 4] [1, 1] : memref<8x16xf32> to memref<4x4xf32, strided<[16, 1], offset: ?>>
    %cast = memref.cast %subview : memref<4x4xf32, strided<[16, 1], offset: ?>> to memref<?x?xf32, strided<[16, 1], offset: ?>>
    %subview_0 = memref.subview %arg0[4, 1] [1, 4] [1, 1] : memref<8x16xf32> to memref<4xf32, strided<[1], offset: 65>>
    %cast_1 = memref.cast %subview_0 : memref<4xf32, strided<[1], offset: 65>> to memref<?xf32, strided<[1], offset: ?>>
    %0 = memref.load %arg0[%arg1, %arg1] : memref<8x16xf32>
    return %cast, %cast_1, %c4, %0 : memref<?x?xf32, strided<[16, 1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>, index, f32
  }
  func.func @tensors(%arg0: tensor<8x16xf32>, %arg1: index, %arg2: tensor<?x?xf32>) -> (tensor<?x?xf32>, tensor<2x3xf32>, index, index, tensor<8x16xf32>, tensor<?x?xf32>, tensor<8x16xf32>) {
    %0 = tensor.empty(%arg1) : tensor<4x?xf32>
    %cast = tensor.cast %0 : tensor<4x?xf32> to tensor<?x?xf32>
    %extracted_slice = tensor.extract_slice %arg0[2, 3] [2, 3] [1, 1] : tensor<8x16xf32> to tensor<2x3xf32>
    %cast_0 = tensor.cast %arg0 : tensor<8x16xf32> to tensor<?x?xf32>
    return %cast, %extracted_slice, %arg1, %arg1, %arg0, %cast_0, %arg0 : tensor<?x?xf32>, tensor<2x3xf32>, index, index, tensor<8x16xf32>, tensor<?x?xf32>, tensor<8x16xf32>
  }
  func.func @lin(%arg0: tensor<8xf32>, %arg1: tensor<8xf32>) -> (tensor<8xf32>, tensor<?xf32>, index) {
    %c8 = arith.constant 8 : index
    %0 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%arg0 : tensor<8xf32>) outs(%arg0 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %1 = arith.addf %in, %out : f32
      linalg.yield %1 : f32
    } -> tensor<8xf32>
    %cast = tensor.cast %0 : tensor<8xf32> to tensor<?xf32>
    return %arg0, %cast, %c8 : tensor<8xf32>, tensor<?xf32>, index
  }
}
