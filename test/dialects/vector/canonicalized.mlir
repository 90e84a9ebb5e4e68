#map = affine_map<(d0, d1) -> (0, d1)>
module {
  func.func @splats() -> (vector<4xf32>, vector<3x2xf32>, vector<6xf32>, vector<2xf32>, f32) {
    %cst = arith.constant dense<1.000000e+00> : vector<4xf32>
    %cst_0 = arith.constant dense<2.000000e+00> : vector<3x2xf32>
    %cst_1 = arith.constant dense<2.000000e+00> : vector<6xf32>
    %cst_2 = arith.constant dense<[3.000000e+00, 4.000000e+00]> : vector<2xf32>
    %cst_3 = arith.constant 3.000000e+00 : f32
    return %cst, %cst_0, %cst_1, %cst_2, %cst_3 : vector<4xf32>, vector<3x2xf32>, vector<6xf32>, vector<2xf32>, f32
  }
  func.func @chains(%arg0: vector<2x3xf32>, %arg1: f32, %arg2: index, %arg3: vector<4xf32>) -> (vector<2x3xf32>, vector<3x2xf32>, f32, f32, vector<2x3x4xf32>, f32, vector<4xf32>, f32, vector<2x3xf32>) {
    %0 = vector.shape_cast %arg0 : vector<2x3xf32> to vector<3x2xf32>
    %1 = vector.extract %arg0[1, 2] : f32 from vector<2x3xf32>
    %2 = vector.broadcast %arg3 : vector<4xf32> to vector<2x3x4xf32>
    %3 = vector.extract %arg3[2] : f32 from vector<4xf32>
    %4 = vector.broadcast %arg1 : f32 to vector<2x3xf32>
    return %arg0, %0, %1, %arg1, %2, %3, %arg3, %arg1, %4 : vector<2x3xf32>, vector<3x2xf32>, f32, f32, vector<2x3x4xf32>, f32, vector<4xf32>, f32, vector<2x3xf32>
  }
  func.func @masks(%arg0: vector<4x8xf32>, %arg1: vector<4x8xf32>, %arg2: f32, %arg3: index) -> (vector<4x8xi1>, vector<4x8xf32>, f32, vector<4x8xi1>, vector<4x8xi1>) {
    %cst = arith.constant dense<false> : vector<4x8xi1>
    %c3 = arith.constant 3 : index
    %0 = vector.constant_mask [3, 8] : vector<4x8xi1>
    %1 = vector.extract %arg0[0] : vector<8xf32> from vector<4x8xf32>
    %2 = vector.reduction <add>, %1 : vector<8xf32> into f32
    %3 = vector.create_mask %arg3, %c3 : vector<4x8xi1>
    return %0, %arg0, %2, %3, %cst : vector<4x8xi1>, vector<4x8xf32>, f32, vector<4x8xi1>, vector<4x8xi1>
  }
  func.func @transfers(%arg0: memref<8x16xf32>, %arg1: tensor<8x16xf32>, %arg2: f32, %arg3: index, %arg4: vector<4x8xf32>, %arg5: memref<?x16xf32>) -> (vector<4x8xf32>, vector<4x8xf32>, vector<4x8xf32>, tensor<8x16xf32>, vector<4x8xf32>, vector<4x8xf32>) {
    %c0 = arith.constant 0 : index
    %c4 = arith.constant 4 : index
    %c6 = arith.constant 6 : index
    %0 = vector.transfer_read %arg0[%c4, %c6], %arg2 {in_bounds = [true, true]} : memref<8x16xf32>, vector<4x8xf32>
    %1 = vector.transfer_read %arg0[%c6, %arg3], %arg2 : memref<8x16xf32>, vector<4x8xf32>
    %2 = vector.transfer_read %arg0[%c0, %c0], %arg2 {in_bounds = [true, true], permutation_map = #map} : memref<8x16xf32>, vector<4x8xf32>
    %3 = vector.transfer_write %arg4, %arg1[%c0, %c4] {in_bounds = [true, true]} : vector<4x8xf32>, tensor<8x16xf32>
    %4 = vector.transfer_read %arg5[%arg3, %c0], %arg2 {in_bounds = [false, true]} : memref<?x16xf32>, vector<4x8xf32>
    return %0, %1, %2, %3, %arg4, %4 : vector<4x8xf32>, vector<4x8xf32>, vector<4x8xf32>, tensor<8x16xf32>, vector<4x8xf32>, vector<4x8xf32>
  }
  func.func @casts(%arg0: memref<8x16xf32>, %arg1: f32, %arg2: index, %arg3: vector<8xf32>, %arg4: tensor<8xf32>) -> (vector<8xf32>, vector<8xf32>, tensor<8xf32>, tensor<8xf32>) {
    %c0 = arith.constant 0 : index
    %0 = vector.transfer_read %arg0[%arg2, %c0], %arg1 {in_bounds = [true]} : memref<8x16xf32>, vector<8xf32>
    %1 = vector.load %arg0[%arg2, %c0] : memref<8x16xf32>, vector<8xf32>
    %2 = vector.transfer_write %arg3, %arg4[%c0] {in_bounds = [true]} : vector<8xf32>, tensor<8xf32>
    return %0, %1, %arg4, %2 : vector<8xf32>, vector<8xf32>, tensor<8xf32>, tensor<8xf32>
  }
  func.func @elements(%arg0: f32, %arg1: f32, %arg2: vector<2x3xf32>) -> (vector<2xf32>, f32, vector<2x3xf32>, vector<2x3xf32>, vector<2x3xf32>) {
    %0 = vector.from_elements %arg0, %arg1 : vector<2xf32>
    return %0, %arg1, %arg2, %arg2, %arg2 : vector<2xf32>, f32, vector<2x3xf32>, vector<2x3xf32>, vector<2x3xf32>
  }
  func.func @constant_masks(%arg0: memref<8xf32>, %arg1: tensor<8xf32>, %arg2: vector<4xf32>, %arg3: vector<4xi1>) -> (vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, tensor<8xf32>) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0 = vector.load %arg0[%c0] : memref<8xf32>, vector<4xf32>
    vector.store %arg2, %arg0[%c0] : memref<8xf32>, vector<4xf32>
    %1 = vector.load %arg0[%c0] : memref<8xf32>, vector<4xf32>
    vector.store %arg2, %arg0[%c1] : memref<8xf32>, vector<4xf32>
    %2 = vector.maskedload %arg0[%c0], %arg3, %arg2 : memref<8xf32>, vector<4xi1>, vector<4xf32> into vector<4xf32>
    vector.maskedstore %arg0[%c1], %arg3, %arg2 : memref<8xf32>, vector<4xi1>, vector<4xf32>
    return %0, %arg2, %1, %arg2, %2, %arg1 : vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, vector<4xf32>, tensor<8xf32>
  }
}

