module {
  func.func @t(%arg0: tensor<16x8xf32>, %arg1: tensor<16x8xf32>, %arg2: tensor<16x8xi32>, %arg3: tensor<16x8xi1>, %arg4: memref<16x8xf32>, %arg5: f32) {
    linalg.fill ins(%arg5 : f32) outs(%arg4 : memref<16x8xf32>)
    %0 = linalg.exp ins(%arg0 : tensor<16x8xf32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    %1 = linalg.max ins(%arg0, %arg0 : tensor<16x8xf32>, tensor<16x8xf32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    %2 = linalg.max ins(%arg2, %arg2 : tensor<16x8xi32>, tensor<16x8xi32>) outs(%arg2 : tensor<16x8xi32>) -> tensor<16x8xi32>
    %3 = linalg.select ins(%arg3, %arg0, %arg0 : tensor<16x8xi1>, tensor<16x8xf32>, tensor<16x8xf32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    %4 = linalg.reciprocal ins(%arg0 : tensor<16x8xf32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    %5 = linalg.square ins(%arg0 : tensor<16x8xf32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    %6 = linalg.div ins(%arg2, %arg2 : tensor<16x8xi32>, tensor<16x8xi32>) outs(%arg2 : tensor<16x8xi32>) -> tensor<16x8xi32>
    %7 = linalg.copy ins(%arg2 : tensor<16x8xi32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    %8 = linalg.round ins(%arg0 : tensor<16x8xf32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    %9 = linalg.abs ins(%arg0 : tensor<16x8xf32>) outs(%arg1 : tensor<16x8xf32>) -> tensor<16x8xf32>
    return
  }
  func.func @p(%arg0: tensor<1x6x6x2xf32>, %arg1: tensor<2x2xf32>, %arg2: tensor<1x5x5x2xf32>, %arg3: tensor<2x2x2xf32>, %arg4: tensor<1x2x6x6xf32>, %arg5: tensor<4x2x3x3xf32>, %arg6: tensor<1x4x4x4xf32>, %arg7: tensor<4x3x3x2xf32>, %arg8: tensor<1x4x4x4xf32>, %arg9: tensor<1x5x5x2xi32>, %arg10: tensor<1x6x6x2xi32>) {
    %0 = linalg.pooling_nhwc_max {dilations = dense<1> : vector<2xi64>, strides = dense<1> : vector<2xi64>} ins(%arg0, %arg1 : tensor<1x6x6x2xf32>, tensor<2x2xf32>) outs(%arg2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
    %1 = linalg.pooling_nhwc_sum ins(%arg0, %arg1 : tensor<1x6x6x2xf32>, tensor<2x2xf32>) outs(%arg2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
    %2 = linalg.depthwise_conv_2d_nhwc_hwc ins(%arg0, %arg3 : tensor<1x6x6x2xf32>, tensor<2x2x2xf32>) outs(%arg2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
    %3 = linalg.conv_2d_nchw_fchw ins(%arg4, %arg5 : tensor<1x2x6x6xf32>, tensor<4x2x3x3xf32>) outs(%arg6 : tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
    %4 = linalg.conv_2d_nhwc_fhwc ins(%arg0, %arg7 : tensor<1x6x6x2xf32>, tensor<4x3x3x2xf32>) outs(%arg8 : tensor<1x4x4x4xf32>) -> tensor<1x4x4x4xf32>
    %5 = linalg.pooling_nhwc_max ins(%arg10, %arg1 : tensor<1x6x6x2xi32>, tensor<2x2xf32>) outs(%arg9 : tensor<1x5x5x2xi32>) -> tensor<1x5x5x2xi32>
    %6 = linalg.pooling_nhwc_min ins(%arg0, %arg1 : tensor<1x6x6x2xf32>, tensor<2x2xf32>) outs(%arg2 : tensor<1x5x5x2xf32>) -> tensor<1x5x5x2xf32>
    return
  }
  func.func @q(%arg0: tensor<2x3xf32>, %arg1: tensor<3xf32>, %arg2: tensor<2xf32>, %arg3: tensor<4x3xf32>, %arg4: tensor<4x2x3xf32>, %arg5: tensor<4x2xf32>, %arg6: tensor<2x3xi1>, %arg7: tensor<3xi1>, %arg8: tensor<2xi1>) {
    %0 = linalg.batch_matvec ins(%arg4, %arg3 : tensor<4x2x3xf32>, tensor<4x3xf32>) outs(%arg5 : tensor<4x2xf32>) -> tensor<4x2xf32>
    %1 = linalg.vecmat ins(%arg2, %arg0 : tensor<2xf32>, tensor<2x3xf32>) outs(%arg1 : tensor<3xf32>) -> tensor<3xf32>
    %2 = linalg.matvec ins(%arg6, %arg7 : tensor<2x3xi1>, tensor<3xi1>) outs(%arg8 : tensor<2xi1>) -> tensor<2xi1>
    return
  }
}

