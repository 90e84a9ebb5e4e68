#id = affine_map<(d0) -> (d0)>
func.func @alloc() -> memref<?x8xf32> {
  %c4 = arith.constant 4 : index
  %0 = memref.alloc(%c4) : memref<?x8xf32>
  %1 = memref.alloc() : memref<4xf32>
  %c0 = arith.constant 0 : index
  %f = arith.constant 1.0 : f32
  memref.store %f, %1[%c0] : memref<4xf32>
  memref.dealloc %1 : memref<4xf32>
  memref.copy %0, %0 : memref<?x8xf32> to memref<?x8xf32>
  return %0 : memref<?x8xf32>
}
func.func @sub(%a: memref<8x16xf32>, %n: index) -> (memref<?x?xf32, strided<[16, 1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>, index, f32) {
  %c4 = arith.constant 4 : index
  %c1 = arith.constant 1 : index
  %0 = memref.subview %a[%n, %c1] [%c4, %c4] [1, 1] : memref<8x16xf32> to memref<?x?xf32, strided<[16, 1], offset: ?>>
  %1 = memref.subview %a[%c4, %c1] [1, %c4] [1, 1] : memref<8x16xf32> to memref<?xf32, strided<[1], offset: ?>>
  %2 = memref.dim %0, %c1 : memref<?x?xf32, strided<[16, 1], offset: ?>>
  %c = memref.cast %a : memref<8x16xf32> to memref<?x?xf32>
  %l = memref.load %c[%n, %n] : memref<?x?xf32>
  return %0, %1, %2, %l : memref<?x?xf32, strided<[16, 1], offset: ?>>, memref<?xf32, strided<[1], offset: ?>>, index, f32
}
func.func @tensors(%a: tensor<8x16xf32>, %n: index, %d: tensor<?x?xf32>) -> (tensor<?x?xf32>, tensor<2x3xf32>, index, index, tensor<8x16xf32>, tensor<?x?xf32>, tensor<8x16xf32>) {
  %c4 = arith.constant 4 : index
  %c1 = arith.constant 1 : index
  %0 = tensor.empty(%c4, %n) : tensor<?x?xf32>
  %1 = tensor.extract_slice %a[1, 2] [4, 4] [1, 1] : tensor<8x16xf32> to tensor<4x4xf32>
  %2 = tensor.extract_slice %1[%c1, 1] [2, 3] [1, 1] : tensor<4x4xf32> to tensor<2x3xf32>
  %3 = tensor.dim %0, %c1 : tensor<?x?xf32>
  %4 = tensor.extract_slice %d[0, 0] [%n, 4] [1, 1] : tensor<?x?xf32> to tensor<?x4xf32>
  %c0 = arith.constant 0 : index
  %5 = tensor.dim %4, %c0 : tensor<?x4xf32>
  %6 = tensor.extract_slice %a[0, 0] [8, 16] [1, 1] : tensor<8x16xf32> to tensor<8x16xf32>
  %7 = tensor.cast %6 : tensor<8x16xf32> to tensor<?x16xf32>
  %8 = tensor.cast %7 : tensor<?x16xf32> to tensor<?x?xf32>
  %9 = tensor.insert_slice %1 into %a[1, 2] [4, 4] [1, 1] : tensor<4x4xf32> into tensor<8x16xf32>
  return %0, %2, %3, %5, %6, %8, %9 : tensor<?x?xf32>, tensor<2x3xf32>, index, index, tensor<8x16xf32>, tensor<?x?xf32>, tensor<8x16xf32>
}
func.func @lin(%a: tensor<8xf32>, %b: tensor<8xf32>) -> (tensor<8xf32>, tensor<?xf32>, index) {
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%a : tensor<8xf32>) outs(%b : tensor<8xf32>) {
  ^bb0(%x: f32, %y: f32):
    linalg.yield %x : f32
  } -> tensor<8xf32>
  %c = tensor.cast %a : tensor<8xf32> to tensor<?xf32>
  %1 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%c : tensor<?xf32>) outs(%c : tensor<?xf32>) {
  ^bb0(%x: f32, %y: f32):
    %s = arith.addf %x, %y : f32
    linalg.yield %s : f32
  } -> tensor<?xf32>
  %c0 = arith.constant 0 : index
  %2 = tensor.dim %1, %c0 : tensor<?xf32>
  return %0, %1, %2 : tensor<8xf32>, tensor<?xf32>, index
}
