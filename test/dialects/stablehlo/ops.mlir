module {
  func.func @mixed(%arg0: tensor<4x6xf32>, %arg1: tensor<f32>, %arg2: tensor<i32>, %arg3: tensor<i1>, %arg4: tensor<4x6xi1>, %arg5: tensor<4xcomplex<f32>>, %arg6: tensor<4xf32>) {
    %0 = stablehlo.exponential %arg0 : tensor<4x6xf32>
    %1 = stablehlo.exponential %arg0 {result_accuracy = #stablehlo.result_accuracy<atol = 1.000000e-05, ulps = 1, mode = #stablehlo.result_accuracy_mode<TOLERANCE>>} : tensor<4x6xf32>
    %2 = stablehlo.add %arg0, %arg0 {foo} : tensor<4x6xf32>
    %3 = stablehlo.compare LT, %arg0, %arg0 : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xi1>
    %4 = stablehlo.compare LT, %arg0, %arg0, TOTALORDER : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xi1>
    %5 = stablehlo.select %arg3, %arg0, %arg0 : tensor<i1>, tensor<4x6xf32>
    %6 = stablehlo.clamp %arg1, %arg0, %arg1 : (tensor<f32>, tensor<4x6xf32>, tensor<f32>) -> tensor<4x6xf32>
    %7 = stablehlo.clamp %arg0, %arg0, %arg0 : tensor<4x6xf32>
    %8 = stablehlo.convert %arg0 : (tensor<4x6xf32>) -> tensor<4x6xi32>
    %9 = stablehlo.convert %arg0 : tensor<4x6xf32>
    %10 = stablehlo.reduce(%arg0 init: %arg1) across dimensions = [1] : (tensor<4x6xf32>, tensor<f32>) -> tensor<4xf32>
     reducer(%arg7: tensor<f32>, %arg8: tensor<f32>)  {
      %35 = stablehlo.add %arg7, %arg8 : tensor<f32>
      %36 = stablehlo.add %35, %arg8 : tensor<f32>
      stablehlo.return %36 : tensor<f32>
    }
    %11:2 = stablehlo.reduce(%arg0 init: %arg1), (%arg4 init: %arg3) across dimensions = [0, 1] : (tensor<4x6xf32>, tensor<4x6xi1>, tensor<f32>, tensor<i1>) -> (tensor<f32>, tensor<i1>)
     reducer(%arg7: tensor<f32>, %arg9: tensor<f32>) (%arg8: tensor<i1>, %arg10: tensor<i1>)  {
      %35 = stablehlo.add %arg7, %arg9 : tensor<f32>
      stablehlo.return %35, %arg8 : tensor<f32>, tensor<i1>
    }
    %12 = stablehlo.slice %arg0 [0:2, 1:6:2] : (tensor<4x6xf32>) -> tensor<2x3xf32>
    %13 = stablehlo.concatenate %arg0, %arg0, dim = 0 : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<8x6xf32>
    %14 = stablehlo.pad %arg0, %arg1, low = [0, 1], high = [-1, 2], interior = [0, 0] : (tensor<4x6xf32>, tensor<f32>) -> tensor<3x9xf32>
    %15 = stablehlo.reverse %arg0, dims = [0, 1] : tensor<4x6xf32>
    %16 = stablehlo.iota dim = 0 : tensor<4xi32>
    %17 = stablehlo.dynamic_slice %arg0, %arg2, %arg2, sizes = [2, 2] : (tensor<4x6xf32>, tensor<i32>, tensor<i32>) -> tensor<2x2xf32>
    %18 = stablehlo.dynamic_update_slice %arg0, %17, %arg2, %arg2 : (tensor<4x6xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<4x6xf32>
    %19 = stablehlo.real %arg5 : (tensor<4xcomplex<f32>>) -> tensor<4xf32>
    %20 = stablehlo.complex %arg6, %arg6 : tensor<4xcomplex<f32>>
    %21 = stablehlo.abs %arg5 : (tensor<4xcomplex<f32>>) -> tensor<4xf32>
    %22 = stablehlo.reduce_precision %arg6, format = e5m10 : tensor<4xf32>
    %23 = stablehlo.is_finite %arg6 : (tensor<4xf32>) -> tensor<4xi1>
    %24 = stablehlo.bitcast_convert %arg6 : (tensor<4xf32>) -> tensor<4xi32>
    %25 = "stablehlo.if"(%arg3) ({
      stablehlo.return %arg6 : tensor<4xf32>
    }, {
      stablehlo.return %arg6 : tensor<4xf32>
    }) : (tensor<i1>) -> tensor<4xf32>
    %26 = "stablehlo.case"(%arg2) ({
      stablehlo.return %arg6 : tensor<4xf32>
    }, {
      stablehlo.return %arg6 : tensor<4xf32>
    }) : (tensor<i32>) -> tensor<4xf32>
    %27 = "stablehlo.sort"(%arg6) <{dimension = 0 : i64, is_stable = true}> ({
    ^bb0(%arg7: tensor<f32>, %arg8: tensor<f32>):
      %35 = stablehlo.compare LT, %arg7, %arg8 : (tensor<f32>, tensor<f32>) -> tensor<i1>
      stablehlo.return %35 : tensor<i1>
    }) : (tensor<4xf32>) -> tensor<4xf32>
    %28 = stablehlo.dot_general %arg0, %arg0, batching_dims = [0] x [0], contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT], algorithm = <lhs_precision_type = tf32, rhs_precision_type = tf32, accumulation_type = f32, lhs_component_count = 1, rhs_component_count = 1, num_primitive_operations = 1, allow_imprecise_accumulation = false> : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4xf32>
    %29 = stablehlo.dot_general %arg6, %arg6, contracting_dims = [] x [] {x = 1 : i32} : (tensor<4xf32>, tensor<4xf32>) -> tensor<4x4xf32>
    %30 = stablehlo.while(%iterArg = %arg2) : tensor<i32> attributes {foo}
    cond {
      stablehlo.return %arg3 : tensor<i1>
    } do {
      stablehlo.return %iterArg : tensor<i32>
    }
    %31 = stablehlo.optimization_barrier %arg0 : tensor<4x6xf32>
    %32:2 = stablehlo.optimization_barrier %arg0, %arg1 : tensor<4x6xf32>, tensor<f32>
    %33 = stablehlo.cbrt %arg0 : tensor<4x6xf32>
    %34 = stablehlo.custom_call @foo(%arg0) {api_version = 2 : i32, backend_config = "a"} : (tensor<4x6xf32>) -> tensor<4x6xf32>
    %cst = stablehlo.constant {foo = 1 : i64} dense<1.000000e+00> : tensor<f32>
    return
  }
  func.func @windows(%arg0: tensor<1x4x4x1xf32>, %arg1: tensor<3x3x1x2xf32>, %arg2: tensor<f32>, %arg3: tensor<i32>) {
    %0 = stablehlo.convolution(%arg0, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {} {batch_group_count = 1 : i64, feature_group_count = 1 : i64} : (tensor<1x4x4x1xf32>, tensor<3x3x1x2xf32>) -> tensor<1x2x2x2xf32>
    %1 = stablehlo.convolution(%arg0, %arg1) dim_numbers = [b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f], window = {stride = [2, 1], pad = [[0, 1], [1, 0]], rhs_dilate = [1, 1], reverse = [true, false]} {batch_group_count = 1 : i64, feature_group_count = 1 : i64, foo} : (tensor<1x4x4x1xf32>, tensor<3x3x1x2xf32>) -> tensor<1x2x3x2xf32>
    %2 = "stablehlo.reduce_window"(%arg0, %arg2) <{window_dimensions = array<i64: 1, 2, 2, 1>, window_strides = array<i64: 1, 2, 2, 1>}> ({
    ^bb0(%arg4: tensor<f32>, %arg5: tensor<f32>):
      %5 = stablehlo.maximum %arg4, %arg5 : tensor<f32>
      stablehlo.return %5 : tensor<f32>
    }) : (tensor<1x4x4x1xf32>, tensor<f32>) -> tensor<1x2x2x1xf32>
    %3 = "stablehlo.gather"(%arg0, %arg3) <{dimension_numbers = #stablehlo.gather<offset_dims = [0, 1, 2], collapsed_slice_dims = [0], start_index_map = [0]>, slice_sizes = array<i64: 1, 4, 4, 1>}> : (tensor<1x4x4x1xf32>, tensor<i32>) -> tensor<4x4x1xf32>
    %4 = stablehlo.pad %arg0, %arg2, low = [1, 1, 1, 1], high = [1, 1, 1, 1], interior = [0, 0, 0, 0] : (tensor<1x4x4x1xf32>, tensor<f32>) -> tensor<3x6x6x3xf32>
    return
  }
  func.func @elementwise(%arg0: tensor<4xf32>, %arg1: tensor<4xi32>, %arg2: tensor<4xui8>, %arg3: tensor<4xi1>, %arg4: tensor<4xcomplex<f32>>) {
    %0 = stablehlo.abs %arg1 : tensor<4xi32>
    %1 = stablehlo.ceil %arg0 : tensor<4xf32>
    %2 = stablehlo.cosine %arg0 : tensor<4xf32>
    %3 = stablehlo.count_leading_zeros %arg2 : tensor<4xui8>
    %4 = stablehlo.exponential_minus_one %arg0 : tensor<4xf32>
    %5 = stablehlo.floor %arg0 : tensor<4xf32>
    %6 = stablehlo.log %arg0 : tensor<4xf32>
    %7 = stablehlo.log_plus_one %arg0 : tensor<4xf32>
    %8 = stablehlo.logistic %arg0 : tensor<4xf32>
    %9 = stablehlo.negate %arg4 : tensor<4xcomplex<f32>>
    %10 = stablehlo.not %arg3 : tensor<4xi1>
    %11 = stablehlo.popcnt %arg1 : tensor<4xi32>
    %12 = stablehlo.round_nearest_afz %arg0 : tensor<4xf32>
    %13 = stablehlo.round_nearest_even %arg0 : tensor<4xf32>
    %14 = stablehlo.rsqrt %arg0 : tensor<4xf32>
    %15 = stablehlo.sign %arg0 : tensor<4xf32>
    %16 = stablehlo.sine %arg0 : tensor<4xf32>
    %17 = stablehlo.sqrt %arg0 : tensor<4xf32>
    %18 = stablehlo.tan %arg0 : tensor<4xf32>
    %19 = stablehlo.tanh %arg0 : tensor<4xf32>
    %20 = stablehlo.imag %arg4 : (tensor<4xcomplex<f32>>) -> tensor<4xf32>
    %21 = stablehlo.and %arg3, %arg3 : tensor<4xi1>
    %22 = stablehlo.atan2 %arg0, %arg0 : tensor<4xf32>
    %23 = stablehlo.divide %arg0, %arg0 : tensor<4xf32>
    %24 = stablehlo.maximum %arg0, %arg0 : tensor<4xf32>
    %25 = stablehlo.minimum %arg0, %arg0 : tensor<4xf32>
    %26 = stablehlo.multiply %arg0, %arg0 : tensor<4xf32>
    %27 = stablehlo.or %arg1, %arg1 : tensor<4xi32>
    %28 = stablehlo.power %arg0, %arg0 : tensor<4xf32>
    %29 = stablehlo.remainder %arg1, %arg1 : tensor<4xi32>
    %30 = stablehlo.shift_left %arg1, %arg1 : tensor<4xi32>
    %31 = stablehlo.shift_right_arithmetic %arg1, %arg1 : tensor<4xi32>
    %32 = stablehlo.shift_right_logical %arg1, %arg1 : tensor<4xi32>
    %33 = stablehlo.subtract %arg2, %arg2 : tensor<4xui8>
    %34 = stablehlo.xor %arg2, %arg2 : tensor<4xui8>
    %35 = stablehlo.compare GE, %arg4, %arg4, FLOAT : (tensor<4xcomplex<f32>>, tensor<4xcomplex<f32>>) -> tensor<4xi1>
    return
  }
  func.func @regions(%arg0: tensor<4x6xf32>, %arg1: tensor<2x3xf32>, %arg2: tensor<f32>, %arg3: tensor<2x1xi64>, %arg4: tensor<2x6xf32>) {
    %0 = "stablehlo.select_and_scatter"(%arg0, %arg1, %arg2) <{window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 2, 2>}> ({
    ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
      %7 = stablehlo.compare GE, %arg5, %arg6 : (tensor<f32>, tensor<f32>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    }, {
    ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
      %7 = stablehlo.add %arg5, %arg6 : tensor<f32>
      stablehlo.return %7 : tensor<f32>
    }) : (tensor<4x6xf32>, tensor<2x3xf32>, tensor<f32>) -> tensor<4x6xf32>
    %1 = "stablehlo.scatter"(%arg0, %arg3, %arg4) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
      stablehlo.return %arg6 : tensor<f32>
    }) : (tensor<4x6xf32>, tensor<2x1xi64>, tensor<2x6xf32>) -> tensor<4x6xf32>
    %2 = "stablehlo.map"(%arg0, %arg0) <{dimensions = array<i64: 0, 1>}> ({
    ^bb0(%arg5: tensor<f32>, %arg6: tensor<f32>):
      %7 = stablehlo.add %arg5, %arg6 : tensor<f32>
      stablehlo.return %7 : tensor<f32>
    }) : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xf32>
    %c = stablehlo.constant dense<1> : tensor<2xi32>
    %3 = stablehlo.transpose %arg0, dims = [1, 0] : (tensor<4x6xf32>) -> tensor<6x4xf32>
    %4 = stablehlo.broadcast_in_dim %arg2, dims = [] : (tensor<f32>) -> tensor<2xf32>
    %5 = stablehlo.reshape %arg0 : (tensor<4x6xf32>) -> tensor<24xf32>
    %6 = stablehlo.reduce(%arg0 init: %arg2) applies stablehlo.maximum across dimensions = [0, 1] : (tensor<4x6xf32>, tensor<f32>) -> tensor<f32>
    return
  }
}
