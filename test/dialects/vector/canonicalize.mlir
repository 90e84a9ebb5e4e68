func.func @splats() -> (vector<4xf32>, vector<3x2xf32>, vector<6xf32>, vector<2xf32>, f32) {
  %cst = arith.constant 1.0 : f32
  %v = arith.constant dense<2.0> : vector<2x3xf32>
  %0 = vector.broadcast %cst : f32 to vector<4xf32>
  %1 = vector.transpose %v, [1, 0] : vector<2x3xf32> to vector<3x2xf32>
  %2 = vector.shape_cast %v : vector<2x3xf32> to vector<6xf32>
  %c = arith.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : vector<2x2xf32>
  %3 = vector.extract %c[1] : vector<2xf32> from vector<2x2xf32>
  %4 = vector.extract %c[1, 0] : f32 from vector<2x2xf32>
  return %0, %1, %2, %3, %4 : vector<4xf32>, vector<3x2xf32>, vector<6xf32>, vector<2xf32>, f32
}
func.func @chains(%a: vector<2x3xf32>, %s: f32, %i: index, %w: vector<4xf32>) -> (vector<2x3xf32>, vector<3x2xf32>, f32, f32, vector<2x3x4xf32>, f32, vector<4xf32>, f32, vector<2x3xf32>) {
  %0 = vector.transpose %a, [1, 0] : vector<2x3xf32> to vector<3x2xf32>
  %1 = vector.transpose %0, [1, 0] : vector<3x2xf32> to vector<2x3xf32>
  %2 = vector.shape_cast %a : vector<2x3xf32> to vector<6xf32>
  %3 = vector.shape_cast %2 : vector<6xf32> to vector<3x2xf32>
  %4 = vector.extract %a[1] : vector<3xf32> from vector<2x3xf32>
  %5 = vector.extract %4[2] : f32 from vector<3xf32>
  %6 = vector.insert %s, %w [1] : f32 into vector<4xf32>
  %7 = vector.extract %6[1] : f32 from vector<4xf32>
  %8 = vector.broadcast %w : vector<4xf32> to vector<3x4xf32>
  %9 = vector.broadcast %8 : vector<3x4xf32> to vector<2x3x4xf32>
  %10 = vector.extract %6[2] : f32 from vector<4xf32>
  %11 = vector.extract %9[1, 2] : vector<4xf32> from vector<2x3x4xf32>
  %12 = vector.broadcast %s : f32 to vector<8xf32>
  %13 = vector.extract %12[%i] : f32 from vector<8xf32>
  %14 = vector.broadcast %s : f32 to vector<3x2xf32>
  %15 = vector.transpose %14, [1, 0] : vector<3x2xf32> to vector<2x3xf32>
  return %1, %3, %5, %7, %9, %10, %11, %13, %15 : vector<2x3xf32>, vector<3x2xf32>, f32, f32, vector<2x3x4xf32>, f32, vector<4xf32>, f32, vector<2x3xf32>
}
func.func @masks(%a: vector<4x8xf32>, %b: vector<4x8xf32>, %s: f32, %i: index) -> (vector<4x8xi1>, vector<4x8xf32>, f32, vector<4x8xi1>, vector<4x8xi1>) {
  %c3 = arith.constant 3 : index
  %c4 = arith.constant 4 : index
  %c9 = arith.constant 9 : index
  %c0 = arith.constant 0 : index
  %0 = vector.create_mask %c3, %c9 : vector<4x8xi1>
  %1 = vector.create_mask %c4, %c9 : vector<4x8xi1>
  %2 = arith.select %1, %a, %b : vector<4x8xi1>, vector<4x8xf32>
  %m = vector.constant_mask [8] : vector<8xi1>
  %row = vector.extract %a[0] : vector<8xf32> from vector<4x8xf32>
  %3 = vector.mask %m { vector.reduction <add>, %row : vector<8xf32> into f32 } : vector<8xi1> -> f32
  %4 = vector.create_mask %i, %c3 : vector<4x8xi1>
  %5 = vector.create_mask %c0, %c3 : vector<4x8xi1>
  return %0, %2, %3, %4, %5 : vector<4x8xi1>, vector<4x8xf32>, f32, vector<4x8xi1>, vector<4x8xi1>
}
func.func @transfers(%m: memref<8x16xf32>, %t: tensor<8x16xf32>, %p: f32, %i: index, %v: vector<4x8xf32>, %d: memref<?x16xf32>) -> (vector<4x8xf32>, vector<4x8xf32>, vector<4x8xf32>, tensor<8x16xf32>, vector<4x8xf32>, vector<4x8xf32>) {
  %c0 = arith.constant 0 : index
  %c4 = arith.constant 4 : index
  %c6 = arith.constant 6 : index
  %0 = vector.transfer_read %m[%c4, %c6], %p : memref<8x16xf32>, vector<4x8xf32>
  %1 = vector.transfer_read %m[%c6, %i], %p : memref<8x16xf32>, vector<4x8xf32>
  %2 = vector.transfer_read %m[%c0, %c0], %p {permutation_map = affine_map<(d0, d1) -> (0, d1)>} : memref<8x16xf32>, vector<4x8xf32>
  %3 = vector.transfer_write %v, %t[%c0, %c4] : vector<4x8xf32>, tensor<8x16xf32>
  %4 = vector.transfer_read %3[%c0, %c4], %p : tensor<8x16xf32>, vector<4x8xf32>
  %k = vector.constant_mask [4, 8] : vector<4x8xi1>
  %5 = vector.transfer_read %d[%i, %c0], %p, %k : memref<?x16xf32>, vector<4x8xf32>
  return %0, %1, %2, %3, %4, %5 : vector<4x8xf32>, vector<4x8xf32>, vector<4x8xf32>, tensor<8x16xf32>, vector<4x8xf32>, vector<4x8xf32>
}
func.func @casts(%m: memref<8x16xf32>, %p: f32, %i: index, %v: vector<8xf32>, %t: tensor<8xf32>) -> (vector<8xf32>, vector<8xf32>, tensor<8xf32>, tensor<8xf32>) {
  %c0 = arith.constant 0 : index
  %0 = memref.cast %m : memref<8x16xf32> to memref<?x?xf32>
  %1 = vector.transfer_read %0[%i, %c0], %p : memref<?x?xf32>, vector<8xf32>
  %2 = vector.load %0[%i, %c0] : memref<?x?xf32>, vector<8xf32>
  %r = vector.transfer_read %t[%c0], %p : tensor<8xf32>, vector<8xf32>
  %3 = vector.transfer_write %r, %t[%c0] : vector<8xf32>, tensor<8xf32>
  %4 = vector.transfer_write %v, %t[%c0] : vector<8xf32>, tensor<8xf32>
  %5 = vector.transfer_write %v, %4[%c0] : vector<8xf32>, tensor<8xf32>
  return %1, %2, %3, %5 : vector<8xf32>, vector<8xf32>, tensor<8xf32>, tensor<8xf32>
}
func.func @elements(%a: f32, %b: f32, %v: vector<2x3xf32>) -> (vector<2xf32>, f32, vector<2x3xf32>, vector<2x3xf32>, vector<2x3xf32>) {
  %0 = vector.from_elements %a, %b : vector<2xf32>
  %1 = vector.extract %0[1] : f32 from vector<2xf32>
  %2 = vector.transpose %v, [0, 1] : vector<2x3xf32> to vector<2x3xf32>
  %3 = vector.insert %v, %v [] : vector<2x3xf32> into vector<2x3xf32>
  %4 = vector.extract_strided_slice %v {offsets = [0, 0], sizes = [2, 3], strides = [1, 1]} : vector<2x3xf32> to vector<2x3xf32>
  return %0, %1, %2, %3, %4 : vector<2xf32>, f32, vector<2x3xf32>, vector<2x3xf32>, vector<2x3xf32>
}
func.func @constant_masks(%m: memref<8xf32>, %t: tensor<8xf32>, %x: vector<4xf32>, %k: vector<4xi1>) -> (vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, tensor<8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %on = arith.constant dense<true> : vector<4xi1>
  %off = arith.constant dense<false> : vector<4xi1>
  %row = arith.constant dense<[0, 1, 2, 3]> : vector<4xindex>
  %0 = vector.maskedload %m[%c0], %on, %x : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  %1 = vector.maskedload %m[%c0], %off, %x : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  vector.maskedstore %m[%c0], %on, %x : memref<8xf32>, vector<4xi1>, vector<4xf32>
  vector.maskedstore %m[%c1], %off, %x : memref<8xf32>, vector<4xi1>, vector<4xf32>
  %2 = vector.expandload %m[%c0], %on, %x : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  vector.compressstore %m[%c1], %on, %x : memref<8xf32>, vector<4xi1>, vector<4xf32>
  vector.compressstore %m[%c0], %off, %x : memref<8xf32>, vector<4xi1>, vector<4xf32>
  %3 = vector.gather %m[%c0] [%row], %off, %x : memref<8xf32>, vector<4xindex>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  %4 = vector.gather %m[%c0] [%row], %k, %x : memref<8xf32>, vector<4xindex>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  %5 = vector.scatter %t[%c0] [%row], %off, %x : tensor<8xf32>, vector<4xindex>, vector<4xi1>, vector<4xf32> -> tensor<8xf32>
  vector.scatter %m[%c1] [%row], %k, %x : memref<8xf32>, vector<4xindex>, vector<4xi1>, vector<4xf32>
  return %0, %1, %2, %3, %4, %5 : vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, tensor<8xf32>
}
