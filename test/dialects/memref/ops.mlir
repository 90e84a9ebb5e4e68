module {
  func.func @f(%arg0: memref<8x16xf32>, %arg1: index, %arg2: memref<?x?xf32, strided<[?, 1], offset: ?>>, %arg3: index) {
    %subview = memref.subview %arg0[0, 2] [4, 4] [1, 2] : memref<8x16xf32> to memref<4x4xf32, strided<[16, 2], offset: 2>>
    %subview_0 = memref.subview %arg0[%arg1, 2] [4, %arg3] [1, 1] : memref<8x16xf32> to memref<4x?xf32, strided<[16, 1], offset: ?>>
    %subview_1 = memref.subview %arg0[%arg1, 2] [1, %arg3] [1, 1] : memref<8x16xf32> to memref<?xf32, strided<[1], offset: ?>>
    %alloc = memref.alloc(%arg1) {alignment = 64 : i64} : memref<?x4xf32>
    %base_buffer, %offset, %sizes:2, %strides:2 = memref.extract_strided_metadata %arg0 : memref<8x16xf32> -> memref<f32>, index, index, index, index, index
    %reinterpret_cast = memref.reinterpret_cast %arg0 to offset: [%arg1], sizes: [4, %arg3], strides: [%arg1, 1] : memref<8x16xf32> to memref<4x?xf32, strided<[?, 1], offset: ?>>
    %collapse_shape = memref.collapse_shape %arg0 [[0, 1]] : memref<8x16xf32> into memref<128xf32>
    %expand_shape = memref.expand_shape %arg0 [[0, 1], [2]] output_shape [2, 4, 16] : memref<8x16xf32> into memref<2x4x16xf32>
    %expand_shape_2 = memref.expand_shape %alloc [[0, 1], [2]] output_shape [2, %arg1, 4] : memref<?x4xf32> into memref<2x?x4xf32>
    %cast = memref.cast %arg0 : memref<8x16xf32> to memref<?x?xf32, strided<[?, 1], offset: ?>>
    %0 = memref.get_global @g : memref<2xf32>
    %1 = memref.load %arg0[%arg1, %arg3] : memref<8x16xf32>
    memref.store %1, %arg0[%arg1, %arg3] {nontemporal = true} : memref<8x16xf32>
    %dim = memref.dim %arg2, %arg1 : memref<?x?xf32, strided<[?, 1], offset: ?>>
    %assume_align = memref.assume_alignment %arg0, 16 : memref<8x16xf32>
    %memspacecast = memref.memory_space_cast %arg0 : memref<8x16xf32> to memref<8x16xf32, "shared">
    %intptr = memref.extract_aligned_pointer_as_index %arg0 : memref<8x16xf32> -> index
    %alloca = memref.alloca() : memref<f32>
    %2 = memref.rank %arg0 : memref<8x16xf32>
    memref.copy %arg0, %arg0 : memref<8x16xf32> to memref<8x16xf32>
    memref.dealloc %alloc : memref<?x4xf32>
    return
  }
  memref.global "private" constant @g : memref<2xf32> = dense<[1.000000e+00, 2.000000e+00]> {alignment = 64 : i64}
  memref.global @u : memref<2xf32> = uninitialized
  memref.global @e : memref<2xf32>
  memref.global constant @h : memref<2x3xi8> = dense<3>
}

