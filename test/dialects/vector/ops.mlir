#map = affine_map<(d0, d1) -> (d1, 0)>
#map1 = affine_map<(d0, d1) -> (d1, d0)>
#map2 = affine_map<(d0, d1, d2) -> (d0, d2)>
#map3 = affine_map<(d0, d1, d2) -> (d2, d1)>
#map4 = affine_map<(d0, d1, d2) -> (d0, d1)>
#map5 = affine_map<(d0) -> (d0)>
#map6 = affine_map<(d0) -> ()>
module {
  func.func @transfers(%arg0: tensor<?x8xf32>, %arg1: memref<4x8xf32>, %arg2: index, %arg3: f32, %arg4: vector<4x8xi1>, %arg5: vector<8xi1>, %arg6: vector<4x8xf32>, %arg7: vector<f32>, %arg8: memref<f32>) -> tensor<?x8xf32> {
    %0 = vector.transfer_read %arg0[%arg2, %arg2], %arg3 : tensor<?x8xf32>, vector<4x8xf32>
    %1 = vector.transfer_read %arg1[%arg2, %arg2], %arg3 {in_bounds = [true, true]} : memref<4x8xf32>, vector<4x8xf32>
    %2 = vector.transfer_read %arg1[%arg2, %arg2], %arg3 {in_bounds = [false, true]} : memref<4x8xf32>, vector<4x8xf32>
    %3 = vector.transfer_read %arg1[%arg2, %arg2], %arg3 {in_bounds = [false, true], permutation_map = #map} : memref<4x8xf32>, vector<4x8xf32>
    %4 = vector.transfer_read %arg1[%arg2, %arg2], %arg3, %arg4 : memref<4x8xf32>, vector<4x8xf32>
    %5 = vector.transfer_read %arg1[%arg2, %arg2], %arg3, %arg5 {in_bounds = [true]} : memref<4x8xf32>, vector<8xf32>
    %6 = vector.transfer_read %arg8[], %arg3 : memref<f32>, vector<f32>
    %7 = vector.transfer_read %arg1[%arg2, %arg2], %arg3 : memref<4x8xf32>, vector<f32>
    vector.transfer_write %arg6, %arg1[%arg2, %arg2] : vector<4x8xf32>, memref<4x8xf32>
    vector.transfer_write %arg6, %arg1[%arg2, %arg2], %arg4 {in_bounds = [true, false]} : vector<4x8xf32>, memref<4x8xf32>
    vector.transfer_write %arg7, %arg8[] : vector<f32>, memref<f32>
    %8 = vector.transfer_write %arg6, %arg0[%arg2, %arg2] {foo = 1 : i32, permutation_map = #map1} : vector<4x8xf32>, tensor<?x8xf32>
    return %8 : tensor<?x8xf32>
  }
  func.func @contract(%arg0: vector<4x3xf32>, %arg1: vector<3x5xf32>, %arg2: vector<4x5xf32>, %arg3: vector<4x3xi8>, %arg4: vector<3x5xi8>, %arg5: vector<4x5xi32>, %arg6: vector<3xf32>, %arg7: f32) {
    %0 = vector.contract {indexing_maps = [#map2, #map3, #map4], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %arg0, %arg1, %arg2 : vector<4x3xf32>, vector<3x5xf32> into vector<4x5xf32>
    %1 = vector.contract {indexing_maps = [#map2, #map3, #map4], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %arg3, %arg4, %arg5 : vector<4x3xi8>, vector<3x5xi8> into vector<4x5xi32>
    %2 = vector.contract {indexing_maps = [#map5, #map5, #map6], iterator_types = ["reduction"], kind = #vector.kind<maxnumf>} %arg6, %arg6, %arg7 {bar = 3 : i32} : vector<3xf32>, vector<3xf32> into f32
    return
  }
  func.func @reductions(%arg0: vector<2x3x4xf32>, %arg1: vector<2x4xf32>, %arg2: f32, %arg3: vector<8xf32>, %arg4: f32, %arg5: vector<8xi32>, %arg6: vector<4xf32>) {
    %0 = vector.multi_reduction <add>, %arg0, %arg1 [1] : vector<2x3x4xf32> to vector<2x4xf32>
    %1 = vector.multi_reduction <maximumf>, %arg0, %arg2 [0, 1, 2] : vector<2x3x4xf32> to f32
    %2 = vector.reduction <add>, %arg3 : vector<8xf32> into f32
    %3 = vector.reduction <add>, %arg3, %arg2 : vector<8xf32> into f32
    %4 = vector.reduction <mul>, %arg3, %arg2 fastmath<reassoc> : vector<8xf32> into f32
    %5 = vector.reduction <minui>, %arg5 : vector<8xi32> into i32
    %dest, %accumulated_value = vector.scan <add>, %arg0, %arg1 {inclusive = true, reduction_dim = 1 : i64} : vector<2x3x4xf32>, vector<2x4xf32>
    %6 = vector.outerproduct %arg3, %arg6 : vector<8xf32>, vector<4xf32>
    %cst = arith.constant dense<0.000000e+00> : vector<8x4xf32>
    %7 = vector.outerproduct %arg3, %arg6, %cst {kind = #vector.kind<add>} : vector<8xf32>, vector<4xf32>
    %8 = vector.outerproduct %arg3, %arg6, %cst {kind = #vector.kind<maxnumf>} : vector<8xf32>, vector<4xf32>
    %9 = vector.outerproduct %arg3, %arg2 : vector<8xf32>, f32
    %10 = vector.fma %arg3, %arg3, %arg3 : vector<8xf32>
    return
  }
  func.func @shapes(%arg0: f32, %arg1: vector<2x3xf32>, %arg2: vector<4xf32>, %arg3: index, %arg4: vector<f32>, %arg5: vector<4x8x16xf32>, %arg6: vector<2x2xf32>) {
    %0 = vector.broadcast %arg0 : f32 to vector<4xf32>
    %1 = vector.transpose %arg1, [1, 0] : vector<2x3xf32> to vector<3x2xf32>
    %2 = vector.shape_cast %arg1 : vector<2x3xf32> to vector<6xf32>
    %3 = vector.extract %arg1[1] : vector<3xf32> from vector<2x3xf32>
    %4 = vector.extract %arg1[1, 2] : f32 from vector<2x3xf32>
    %5 = vector.extract %arg1[%arg3, 2] : f32 from vector<2x3xf32>
    %6 = vector.extract %arg4[] : f32 from vector<f32>
    %7 = vector.insert %arg0, %arg1 [%arg3, 0] : f32 into vector<2x3xf32>
    %8 = vector.insert %3, %arg1 [1] : vector<3xf32> into vector<2x3xf32>
    %9 = vector.insert %arg0, %arg4 [] : f32 into vector<f32>
    %10 = vector.extract_strided_slice %arg5 {offsets = [0, 2], sizes = [2, 4], strides = [1, 1]} : vector<4x8x16xf32> to vector<2x4x16xf32>
    %11 = vector.insert_strided_slice %arg6, %arg5 {offsets = [0, 0, 2], strides = [1, 1]} : vector<2x2xf32> into vector<4x8x16xf32>
    %12 = vector.create_mask %arg3, %arg3 : vector<4x8xi1>
    %13 = vector.constant_mask [3, 2] : vector<4x8xi1>
    %14 = vector.step : vector<8xindex>
    %15 = vector.from_elements %arg0, %arg0, %arg0, %arg0 : vector<2x2xf32>
    %16:4 = vector.to_elements %arg2 : vector<4xf32>
    %17 = vector.bitcast %arg2 : vector<4xf32> to vector<4xi32>
    %18 = vector.bitcast %arg2 : vector<4xf32> to vector<16xi8>
    %19 = vector.interleave %arg2, %arg2 : vector<4xf32> -> vector<8xf32>
    %res1, %res2 = vector.deinterleave %arg2 : vector<4xf32> -> vector<2xf32>
    %20 = vector.shuffle %arg2, %arg2 [0, 7, -1] : vector<4xf32>, vector<4xf32>
    %21 = vector.constant_mask [0] : vector<8xi1>
    %22 = vector.extract %arg4[] {foo} : f32 from vector<f32>
    return
  }
  func.func @memory(%arg0: memref<4x8xf32>, %arg1: index, %arg2: vector<8xf32>, %arg3: vector<8xi1>, %arg4: vector<8xi32>, %arg5: tensor<16xf32>) {
    %0 = vector.load %arg0[%arg1, %arg1] : memref<4x8xf32>, vector<8xf32>
    vector.store %arg2, %arg0[%arg1, %arg1] : memref<4x8xf32>, vector<8xf32>
    %1 = vector.maskedload %arg0[%arg1, %arg1], %arg3, %arg2 : memref<4x8xf32>, vector<8xi1>, vector<8xf32> into vector<8xf32>
    vector.maskedstore %arg0[%arg1, %arg1], %arg3, %arg2 : memref<4x8xf32>, vector<8xi1>, vector<8xf32>
    %2 = vector.gather %arg0[%arg1, %arg1] [%arg4], %arg3, %arg2 : memref<4x8xf32>, vector<8xi32>, vector<8xi1>, vector<8xf32> into vector<8xf32>
    vector.scatter %arg0[%arg1, %arg1] [%arg4], %arg3, %arg2 : memref<4x8xf32>, vector<8xi32>, vector<8xi1>, vector<8xf32>
    %3 = vector.gather %arg5[%arg1] [%arg4], %arg3, %arg2 : tensor<16xf32>, vector<8xi32>, vector<8xi1>, vector<8xf32> into vector<8xf32>
    %4 = vector.scatter %arg5[%arg1] [%arg4], %arg3, %arg2 : tensor<16xf32>, vector<8xi32>, vector<8xi1>, vector<8xf32> -> tensor<16xf32>
    %5 = vector.load %arg0[%arg1, %arg1] {alignment = 16 : i64, nontemporal = true} : memref<4x8xf32>, vector<8xf32>
    %6 = vector.expandload %arg0[%arg1, %arg1], %arg3, %arg2 : memref<4x8xf32>, vector<8xi1>, vector<8xf32> into vector<8xf32>
    vector.compressstore %arg0[%arg1, %arg1], %arg3, %arg2 : memref<4x8xf32>, vector<8xi1>, vector<8xf32>
    return
  }
  func.func @masks(%arg0: vector<8xi1>, %arg1: vector<8xf32>, %arg2: f32, %arg3: memref<?xf32>, %arg4: index, %arg5: vector<8xf32>) {
    %0 = vector.mask %arg0 { vector.reduction <add>, %arg1 : vector<8xf32> into f32 } : vector<8xi1> -> f32
    %1 = vector.mask %arg0, %arg5 { vector.transfer_read %arg3[%arg4], %arg2 : memref<?xf32>, vector<8xf32> } : vector<8xi1> -> vector<8xf32>
    vector.mask %arg0 { vector.transfer_write %arg1, %arg3[%arg4] : vector<8xf32>, memref<?xf32> } : vector<8xi1>
    %2 = vector.mask %arg0 { vector.yield %arg1 : vector<8xf32> } : vector<8xi1> -> vector<8xf32>
    vector.mask %arg0 { vector.yield } : vector<8xi1>
    return
  }
}
