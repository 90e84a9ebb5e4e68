#map = affine_map<(d0, d1) -> (d1, d0)>
module {
  func.func @view(%arg0: memref<64xi8>, %arg1: index, %arg2: index) {
    %view = memref.view %arg0[%arg1][%arg2] : memref<64xi8> to memref<?x4xf32>
    %collapse_shape = memref.collapse_shape %view [[0, 1]] : memref<?x4xf32> into memref<?xf32>
    return
  }
  func.func @strided(%arg0: memref<4x8xf32, strided<[16, 1], offset: ?>>, %arg1: memref<*xf32>) {
    %expand_shape = memref.expand_shape %arg0 [[0], [1, 2]] output_shape [4, 2, 4] : memref<4x8xf32, strided<[16, 1], offset: ?>> into memref<4x2x4xf32, strided<[16, 4, 1], offset: ?>>
    %collapse_shape = memref.collapse_shape %expand_shape [[0], [1, 2]] : memref<4x2x4xf32, strided<[16, 4, 1], offset: ?>> into memref<4x8xf32, strided<[16, 1], offset: ?>>
    %cast = memref.cast %arg1 : memref<*xf32> to memref<4xf32>
    %subview = memref.subview %arg0[0, 0] [1, 4] [1, 1] : memref<4x8xf32, strided<[16, 1], offset: ?>> to memref<4xf32, strided<[1], offset: ?>>
    %subview_0 = memref.subview %arg0[0, 0] [1, 1] [1, 1] : memref<4x8xf32, strided<[16, 1], offset: ?>> to memref<f32, strided<[], offset: ?>>
    %subview_1 = memref.subview %arg0[0, 2] [4, 1] [1, 1] : memref<4x8xf32, strided<[16, 1], offset: ?>> to memref<4xf32, strided<[16], offset: ?>>
    %alloca = memref.alloca() {alignment = 16 : i64} : memref<4x8xf32, #map, "shared">
    return
  }
}

