#map = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d0)>
#map2 = affine_map<(d0, d1, d2) -> (d2, d0)>
#map3 = affine_map<(d0, d1, d2) -> (d2, d1)>
#map4 = affine_map<(d0, d1, d2) -> (d0, d1)>
module {
  func.func @t(%arg0: tensor<8x16xf32>, %arg1: tensor<16x4xf32>, %arg2: tensor<8x4xf32>, %arg3: f32, %arg4: tensor<8xf32>, %arg5: memref<8x16xf32>, %arg6: tensor<2x8x16xf32>, %arg7: tensor<2x16x4xf32>, %arg8: tensor<2x8x4xf32>, %arg9: tensor<8x16xi8>, %arg10: tensor<16x4xi8>, %arg11: tensor<8x4xi32>, %arg12: tensor<1x6x6x2xf32>, %arg13: tensor<3x3x2x4xf32>, %arg14: tensor<1x4x4x4xf32>, %arg15: tensor<1x2x2x4xf32>, %arg16: tensor<16x8xf32>, %arg17: tensor<16xf32>, %arg18: tensor<f32>, %arg19: memref<8x16xf32>, %arg20: memref<16x4xf32>, %arg21: memref<8x4xf32>) -> tensor<8x4xf32> {
    %0 = linalg.generic {indexing_maps = [#map, #map1], iterator_types = ["parallel", "reduction"]} ins(%arg0 : tensor<8x16xf32>) outs(%arg4 : tensor<8xf32>) {
    ^bb0(%in: f32, %out: f32):
      %13 = linalg.index 0 : index
      %14 = arith.addf %in, %out : f32
      linalg.yield %14 : f32
    } -> tensor<8xf32>
    linalg.generic {doc = "hi", indexing_maps = [#map], iterator_types = ["parallel", "parallel"], library_call = "lib"} outs(%arg5 : memref<8x16xf32>) attrs =  {foo = 1 : i32} {
    ^bb0(%out: f32):
      linalg.yield %out : f32
    }
    %1 = linalg.fill ins(%arg3 : f32) outs(%arg2 : tensor<8x4xf32>) -> tensor<8x4xf32>
    %2 = linalg.matmul ins(%arg0, %arg1 : tensor<8x16xf32>, tensor<16x4xf32>) outs(%1 : tensor<8x4xf32>) -> tensor<8x4xf32>
    linalg.matmul {foo} ins(%arg19, %arg20 : memref<8x16xf32>, memref<16x4xf32>) outs(%arg21 : memref<8x4xf32>)
    %3 = linalg.matmul ins(%arg9, %arg10 : tensor<8x16xi8>, tensor<16x4xi8>) outs(%arg11 : tensor<8x4xi32>) -> tensor<8x4xi32>
    %4 = linalg.matmul {cast = #linalg.type_fn<cast_unsigned>} ins(%arg9, %arg10 : tensor<8x16xi8>, tensor<16x4xi8>) outs(%arg11 : tensor<8x4xi32>) -> tensor<8x4xi32>
    %5 = linalg.matmul indexing_maps = [#map2, #map3, #map4] ins(%arg16, %arg1 : tensor<16x8xf32>, tensor<16x4xf32>) outs(%1 : tensor<8x4xf32>) -> tensor<8x4xf32>
    %6 = linalg.batch_matmul ins(%arg6, %arg7 : tensor<2x8x16xf32>, tensor<2x16x4xf32>) outs(%arg8 : tensor<2x8x4xf32>) -> tensor<2x8x4xf32>
    %7 = linalg.conv_2d_nhwc_hwcf {dilations = dense<1> : tensor<2xi64>, strides = dense<2> : vector<2xi64>} ins(%arg12, %arg13 : tensor<1x6x6x2xf32>, tensor<3x3x2x4xf32>) outs(%arg15 : tensor<1x2x2x4xf32>) -> tensor<1x2x2x4xf32>
    %8 = linalg.conv_2d_nhwc_hwcf ins(%arg12, %arg13 : tensor<1x6x6x2xf32>, tensor<3x3x2x4xf32>) outs(%arg14 : tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
    %transposed = linalg.transpose ins(%arg0 : tensor<8x16xf32>) outs(%arg16 : tensor<16x8xf32>) permutation = [1, 0]  {foo}
    %broadcasted = linalg.broadcast ins(%arg4 : tensor<8xf32>) outs(%arg0 : tensor<8x16xf32>) dimensions = [1] 
    %9 = linalg.matvec ins(%arg0, %arg17 : tensor<8x16xf32>, tensor<16xf32>) outs(%arg4 : tensor<8xf32>) -> tensor<8xf32>
    %10 = linalg.dot ins(%arg17, %arg17 : tensor<16xf32>, tensor<16xf32>) outs(%arg18 : tensor<f32>) -> tensor<f32>
    %11 = linalg.copy ins(%arg0 : tensor<8x16xf32>) outs(%arg0 : tensor<8x16xf32>) -> tensor<8x16xf32>
    %mapped = linalg.map { arith.addf } ins(%arg0, %arg0 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%arg0 : tensor<8x16xf32>)
    %mapped_0 = linalg.map ins(%arg0 : tensor<8x16xf32>) outs(%arg0 : tensor<8x16xf32>)
      (%in: f32, %init: f32) {
        %13 = arith.addf %in, %arg3 : f32
        linalg.yield %13 : f32
      }
    %reduced = linalg.reduce { arith.addf } ins(%arg0 : tensor<8x16xf32>) outs(%arg4 : tensor<8xf32>) dimensions = [1] 
    %reduced_1 = linalg.reduce ins(%arg0 : tensor<8x16xf32>) outs(%arg4 : tensor<8xf32>) dimensions = [1] 
      (%in: f32, %init: f32) {
        %13 = arith.addf %in, %arg3 : f32
        linalg.yield %13 : f32
      }
    %12 = linalg.add ins(%arg0, %arg0 : tensor<8x16xf32>, tensor<8x16xf32>) outs(%arg0 : tensor<8x16xf32>) -> tensor<8x16xf32>
    return %2 : tensor<8x4xf32>
  }
}

