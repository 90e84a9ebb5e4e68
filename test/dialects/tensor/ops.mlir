module {
  func.func @t(%arg0: tensor<8x16xf32>, %arg1: index, %arg2: tensor<?x?xf32>, %arg3: f32, %arg4: tensor<2xi32>) -> tensor<8x16xf32> {
    %0 = tensor.empty(%arg1) : tensor<?x4xf32>
    %dim = tensor.dim %arg2, %arg1 : tensor<?x?xf32>
    %extracted = tensor.extract %arg0[%arg1, %arg1] : tensor<8x16xf32>
    %inserted = tensor.insert %arg3 into %arg0[%arg1, %arg1] : tensor<8x16xf32>
    %extracted_slice = tensor.extract_slice %arg0[0, %arg1] [4, 4] [1, 2] : tensor<8x16xf32> to tensor<4x4xf32>
    %extracted_slice_0 = tensor.extract_slice %arg0[0, %arg1] [1, 4] [1, 1] : tensor<8x16xf32> to tensor<4xf32>
    %inserted_slice = tensor.insert_slice %extracted_slice into %arg0[0, %arg1] [4, 4] [1, 2] : tensor<4x4xf32> into tensor<8x16xf32>
    %cast = tensor.cast %arg0 : tensor<8x16xf32> to tensor<?x16xf32>
    %collapsed = tensor.collapse_shape %arg0 [[0, 1]] : tensor<8x16xf32> into tensor<128xf32>
    %expanded = tensor.expand_shape %cast [[0, 1], [2]] output_shape [2, %arg1, 16] : tensor<?x16xf32> into tensor<2x?x16xf32>
    %padded = tensor.pad %arg0 nofold low[1, %arg1] high[0, 2] {
    ^bb0(%arg5: index, %arg6: index):
      tensor.yield %arg3 : f32
    } : tensor<8x16xf32> to tensor<9x?xf32>
    %from_elements = tensor.from_elements %arg3, %arg3 : tensor<2xf32>
    %generated = tensor.generate %arg1 {
    ^bb0(%arg5: index, %arg6: index):
      tensor.yield %arg3 : f32
    } : tensor<?x4xf32>
    %splat = tensor.splat %arg3[%arg1] : tensor<?x2xf32>
    %splat_1 = tensor.splat %arg3 : tensor<2xf32>
    %concat = tensor.concat dim(0) %arg0, %arg0 : (tensor<8x16xf32>, tensor<8x16xf32>) -> tensor<16x16xf32>
    %reshape = tensor.reshape %arg0(%arg4) : (tensor<8x16xf32>, tensor<2xi32>) -> tensor<?x?xf32>
    %rank = tensor.rank %arg0 : tensor<8x16xf32>
    %1 = tensor.bitcast %arg0 : tensor<8x16xf32> to tensor<8x16xi32>
    %2 = scf.forall (%arg5) in (8) shared_outs(%arg6 = %arg0) -> (tensor<8x16xf32>) {
      %extracted_slice_2 = tensor.extract_slice %arg0[%arg5, 0] [1, 16] [1, 1] : tensor<8x16xf32> to tensor<16xf32>
      scf.forall.in_parallel {
        tensor.parallel_insert_slice %extracted_slice_2 into %arg6[%arg5, 0] [1, 16] [1, 1] : tensor<16xf32> into tensor<8x16xf32>
      }
    }
    return %2 : tensor<8x16xf32>
  }
}

