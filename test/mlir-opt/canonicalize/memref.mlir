func.func @whole(%a: memref<4xi33>, %b: memref<f32>, %c: memref<1xi4>, %x: f32, %i: index, %v: i33) -> (memref<f32, strided<[]>>, memref<1xi4, strided<[1], offset: ?>>) {
  %0 = memref.subview %a[0] [4] [1] : memref<4xi33> to memref<4xi33, strided<[1]>>
  memref.store %v, %0[%i] : memref<4xi33, strided<[1]>>
  %1 = memref.subview %b[] [] [] : memref<f32> to memref<f32, strided<[]>>
  %2 = memref.subview %c[0] [1] [1] : memref<1xi4> to memref<1xi4, strided<[1]>>
  %3 = memref.cast %2 : memref<1xi4, strided<[1]>> to memref<1xi4, strided<[1], offset: ?>>
  return %1, %3 : memref<f32, strided<[]>>, memref<1xi4, strided<[1], offset: ?>>
}
// -----
func.func @casts(%a: memref<1x2x2x2xi1, strided<[8, 4, 2, 1]>>, %i: index, %d: memref<3x5xbf16>) -> memref<1xi1, strided<[1], offset: ?>> {
  %0 = memref.cast %a : memref<1x2x2x2xi1, strided<[8, 4, 2, 1]>> to memref<1x2x2x?xi1, strided<[8, 4, 2, 1], offset: ?>>
  %1 = memref.subview %0[0, %i, 1, 1] [1, 1, 1, 1] [1, 1, 1, 1] : memref<1x2x2x?xi1, strided<[8, 4, 2, 1], offset: ?>> to memref<1xi1, strided<[1], offset: ?>>
  %2 = memref.cast %d : memref<3x5xbf16> to memref<3x?xbf16>
  memref.dealloc %2 : memref<3x?xbf16>
  return %1 : memref<1xi1, strided<[1], offset: ?>>
}
// -----
func.func @reinterpret(%a: memref<4x4xi8>, %v: i8, %i: index, %s: memref<5xi1>, %b: i1, %n: index, %f: memref<2x3xf32>, %g: memref<?x?xf32, strided<[?, ?], offset: ?>>) -> (memref<8xi8, strided<[2], offset: ?>>, memref<6xf32>, memref<2x3xf32>, memref<2x3xf32, strided<[3, 1]>>, memref<?x?xf32, strided<[?, ?], offset: ?>>, memref<3xf32, strided<[1], offset: 3>>) {
  %c1 = arith.constant 1 : index
  %0 = memref.reinterpret_cast %a to offset: [%c1], sizes: [8], strides: [2] : memref<4x4xi8> to memref<8xi8, strided<[2], offset: ?>>
  memref.store %v, %0[%i] : memref<8xi8, strided<[2], offset: ?>>
  %1:4 = memref.extract_strided_metadata %s : memref<5xi1> -> memref<i1>, index, index, index
  %2:2 = memref.extract_strided_metadata %1#0 : memref<i1> -> memref<i1>, index
  %3 = memref.reinterpret_cast %2#0 to offset: [%2#1], sizes: [1, 1], strides: [1, 1] : memref<i1> to memref<1x1xi1, strided<[1, 1], offset: ?>>
  memref.store %b, %3[%i, %i] : memref<1x1xi1, strided<[1, 1], offset: ?>>
  %4 = memref.reinterpret_cast %f to offset: [0], sizes: [3, 2], strides: [2, 1] : memref<2x3xf32> to memref<3x2xf32>
  %5 = memref.reinterpret_cast %4 to offset: [0], sizes: [6], strides: [1] : memref<3x2xf32> to memref<6xf32>
  %6 = memref.reinterpret_cast %f to offset: [0], sizes: [2, 3], strides: [3, 1] : memref<2x3xf32> to memref<2x3xf32>
  %7:6 = memref.extract_strided_metadata %f : memref<2x3xf32> -> memref<f32>, index, index, index, index, index
  %8 = memref.reinterpret_cast %7#0 to offset: [0], sizes: [2, 3], strides: [3, 1] : memref<f32> to memref<2x3xf32, strided<[3, 1]>>
  %9:6 = memref.extract_strided_metadata %g : memref<?x?xf32, strided<[?, ?], offset: ?>> -> memref<f32>, index, index, index, index, index
  %10 = memref.reinterpret_cast %9#0 to offset: [%9#1], sizes: [%9#2, %9#3], strides: [%9#4, %9#5] : memref<f32> to memref<?x?xf32, strided<[?, ?], offset: ?>>
  %11 = memref.subview %f[0, 0] [1, 3] [1, 1] : memref<2x3xf32> to memref<1x3xf32, strided<[3, 1]>>
  %12 = memref.reinterpret_cast %11 to offset: [3], sizes: [3], strides: [1] : memref<1x3xf32, strided<[3, 1]>> to memref<3xf32, strided<[1], offset: 3>>
  return %0, %5, %6, %8, %10, %12 : memref<8xi8, strided<[2], offset: ?>>, memref<6xf32>, memref<2x3xf32>, memref<2x3xf32, strided<[3, 1]>>, memref<?x?xf32, strided<[?, ?], offset: ?>>, memref<3xf32, strided<[1], offset: 3>>
}
// -----
func.func @reshapes(%a: memref<2x2xf32>, %b: memref<2x3x4xf32>, %c: memref<6xf32>, %d: memref<i8>, %n: index) -> (memref<1x2x1x1x2x1xf32>, memref<24xf32>, memref<6xf32>, memref<2x3xf32>, memref<1x1xi8>, memref<?xf32>, memref<?x3xf32>) {
  %0 = memref.expand_shape %a [[0, 1], [2]] output_shape [1, 2, 2] : memref<2x2xf32> into memref<1x2x2xf32>
  %1 = memref.expand_shape %0 [[0], [1, 2], [3, 4, 5]] output_shape [1, 2, 1, 1, 2, 1] : memref<1x2x2xf32> into memref<1x2x1x1x2x1xf32>
  %2 = memref.collapse_shape %b [[0, 1], [2]] : memref<2x3x4xf32> into memref<6x4xf32>
  %3 = memref.collapse_shape %2 [[0, 1]] : memref<6x4xf32> into memref<24xf32>
  %4 = memref.expand_shape %c [[0, 1]] output_shape [2, 3] : memref<6xf32> into memref<2x3xf32>
  %5 = memref.collapse_shape %4 [[0, 1]] : memref<2x3xf32> into memref<6xf32>
  %6 = memref.collapse_shape %4 [[0, 1]] : memref<2x3xf32> into memref<6xf32>
  %7 = memref.expand_shape %6 [[0, 1]] output_shape [2, 3] : memref<6xf32> into memref<2x3xf32>
  %8 = memref.expand_shape %d [] output_shape [1] : memref<i8> into memref<1xi8>
  %9 = memref.expand_shape %8 [[0, 1]] output_shape [1, 1] : memref<1xi8> into memref<1x1xi8>
  %10 = memref.cast %b : memref<2x3x4xf32> to memref<?x3x4xf32>
  %11 = memref.collapse_shape %10 [[0, 1, 2]] : memref<?x3x4xf32> into memref<?xf32>
  %12 = memref.cast %c : memref<6xf32> to memref<?xf32>
  %13 = memref.expand_shape %12 [[0, 1]] output_shape [%n, 3] : memref<?xf32> into memref<?x3xf32>
  return %1, %3, %5, %7, %9, %11, %13 : memref<1x2x1x1x2x1xf32>, memref<24xf32>, memref<6xf32>, memref<2x3xf32>, memref<1x1xi8>, memref<?xf32>, memref<?x3xf32>
}
// -----
func.func @buffers(%n: index, %a: memref<?xi8>, %e: memref<?x?x1x0xi1>, %f: memref<?x2x1x0xi1>, %g: memref<16xi8>, %s: memref<bf16>) -> (memref<?xf32>, memref<2xf32>, memref<16xi8>, memref<bf16>, memref<4xf32>) {
  %c2 = arith.constant 2 : index
  %c0 = arith.constant 0 : index
  %0 = memref.view %a[%n][%c2] : memref<?xi8> to memref<?xf32>
  memref.copy %e, %f : memref<?x?x1x0xi1> to memref<?x2x1x0xi1>
  %2 = memref.cast %g : memref<16xi8> to memref<?xi8>
  %3 = memref.view %2[%n][] : memref<?xi8> to memref<2xf32>
  %4 = memref.view %g[%c0][] : memref<16xi8> to memref<16xi8>
  %5 = memref.assume_alignment %s, 8 : memref<bf16>
  %6 = memref.assume_alignment %5, 8 : memref<bf16>
  %8 = memref.view %g[%c0][] : memref<16xi8> to memref<4xf32>
  return %0, %3, %4, %6, %8 : memref<?xf32>, memref<2xf32>, memref<16xi8>, memref<bf16>, memref<4xf32>
}
