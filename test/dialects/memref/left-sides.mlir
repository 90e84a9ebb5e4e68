// Left sides that a search finds seldom: generated programs start from these functions, too (test/fuzz/registry.test.ts).
func.func @alloca_of_constant_sizes(%i: index, %x: f32, %m: memref<3xf32>) {
  %c3 = arith.constant 3 : index
  %0 = memref.alloca(%c3) : memref<?xf32>
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %j = %c0 to %c3 step %c1 {
    memref.store %x, %0[%j] : memref<?xf32>
    %1 = memref.load %0[%j] : memref<?xf32>
    memref.store %1, %m[%j] : memref<3xf32>
  }
  return
}
func.func @alloca_only_written(%x: f32) -> f32 {
  %c1 = arith.constant 1 : index
  %0 = memref.alloca() : memref<3xf32>
  memref.store %x, %0[%c1] : memref<3xf32>
  return %x : f32
}
func.func @whole_subview(%m: memref<4x3xf32>, %x: f32) -> f32 {
  %c1 = arith.constant 1 : index
  %0 = memref.subview %m[0, 0] [4, 3] [1, 1] : memref<4x3xf32> to memref<4x3xf32>
  memref.store %x, %0[%c1, %c1] : memref<4x3xf32>
  %1 = memref.load %m[%c1, %c1] : memref<4x3xf32>
  return %1 : f32
}
