// Left sides that a search finds seldom: generated programs start from these functions, too (test/fuzz/registry.test.ts).
func.func @mask_of_nothing(%m: vector<4xi1>, %x: vector<4xf32>) -> vector<4xf32> {
  %0 = vector.mask %m { vector.yield %x : vector<4xf32> } : vector<4xi1> -> vector<4xf32>
  return %0 : vector<4xf32>
}
func.func @memory_behind_casts(%m: memref<8xf32>, %mask: vector<4xi1>, %x: vector<4xf32>) -> vector<4xf32> {
  %c2 = arith.constant 2 : index
  %c = memref.cast %m : memref<8xf32> to memref<?xf32>
  vector.store %x, %c[%c2] : memref<?xf32>, vector<4xf32>
  vector.maskedstore %c[%c2], %mask, %x : memref<?xf32>, vector<4xi1>, vector<4xf32>
  %0 = vector.maskedload %c[%c2], %mask, %x : memref<?xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
  return %0 : vector<4xf32>
}
