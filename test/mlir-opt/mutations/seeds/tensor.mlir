// Every op of tensor: the modules that are mutated.
func.func @elements(%t: tensor<4x?xf32>, %u: tensor<*xf32>, %i: index, %f: f32) -> f32 {
  %0 = tensor.extract %t[%i, %i] : tensor<4x?xf32>
  %1 = tensor.insert %f into %t[%i, %i] : tensor<4x?xf32>
  %2 = tensor.dim %t, %i : tensor<4x?xf32>
  %3 = tensor.dim %u, %i : tensor<*xf32>
  %4 = tensor.rank %t : tensor<4x?xf32>
  %5 = tensor.from_elements %f, %f : tensor<2xf32>
  %6 = tensor.from_elements %f : tensor<f32>
  %7 = tensor.extract %6[] : tensor<f32>
  %8 = tensor.splat %f : tensor<2x3xf32>
  %9 = tensor.splat %f[%i] : tensor<2x?xf32>
  %10 = tensor.empty() : tensor<4x4xf32>
  %11 = tensor.empty(%i, %i) : tensor<?x2x?xf32>
  return %0 : f32
}
func.func @casts(%t: tensor<4x?xf32>, %i: tensor<3xi32>, %u: tensor<*xf32>) {
  %0 = tensor.cast %t : tensor<4x?xf32> to tensor<?x5xf32>
  %1 = tensor.cast %u : tensor<*xf32> to tensor<2x2xf32>
  %2 = tensor.bitcast %i : tensor<3xi32> to tensor<3xf32>
  return
}
func.func @slices(%t: tensor<8x16x?xf32>, %s: tensor<4x?xf32>, %i: index, %small: tensor<4x4xf32>) {
  %0 = tensor.extract_slice %t[0, 2, %i] [4, 4, 4] [1, 1, 1] : tensor<8x16x?xf32> to tensor<4x4x4xf32>
  %1 = tensor.extract_slice %t[0, %i, 0] [4, 1, %i] [1, 2, 1] : tensor<8x16x?xf32> to tensor<4x?xf32>
  %2 = tensor.insert_slice %s into %t[0, 0, 0] [4, 1, %i] [1, 1, 1] : tensor<4x?xf32> into tensor<8x16x?xf32>
  %3 = tensor.insert_slice %small into %t[%i, 0, 0] [4, 4, 1] [2, 1, 1] : tensor<4x4xf32> into tensor<8x16x?xf32>
  return
}
func.func @shapes(%t: tensor<4x?x6xf32>, %f: tensor<24xf32>, %d: tensor<?xf32>, %sh: tensor<2xindex>, %sh32: tensor<?xi32>, %n: index) {
  %0 = tensor.collapse_shape %t [[0, 1], [2]] : tensor<4x?x6xf32> into tensor<?x6xf32>
  %1 = tensor.expand_shape %f [[0, 1]] output_shape [4, 6] : tensor<24xf32> into tensor<4x6xf32>
  %2 = tensor.expand_shape %d [[0, 1]] output_shape [%n, 4] : tensor<?xf32> into tensor<?x4xf32>
  %3 = tensor.reshape %f(%sh) : (tensor<24xf32>, tensor<2xindex>) -> tensor<?x?xf32>
  %4 = tensor.reshape %d(%sh32) : (tensor<?xf32>, tensor<?xi32>) -> tensor<*xf32>
  return
}
func.func @bodies(%n: index, %t: tensor<4x?xf32>, %f: f32) -> tensor<?x3xf32> {
  %0 = tensor.generate %n {
  ^bb0(%i: index, %j: index):
    tensor.yield %f : f32
  } : tensor<?x3xf32>
  %1 = tensor.pad %t low[1, %n] high[2, 0] {
  ^bb0(%i: index, %j: index):
    %c = arith.constant 0.0 : f32
    tensor.yield %c : f32
  } : tensor<4x?xf32> to tensor<7x?xf32>
  %2 = tensor.pad %t nofold low[0, 0] high[0, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %f : f32
  } : tensor<4x?xf32> to tensor<4x?xf32>
  return %0 : tensor<?x3xf32>
}
func.func @gathers(%t: tensor<4x5x6xf32>, %i: tensor<1x7x2xindex>, %s: tensor<1x7x1x5x1xf32>) {
  %0 = tensor.gather %t[%i] gather_dims([0, 2]) : (tensor<4x5x6xf32>, tensor<1x7x2xindex>) -> tensor<1x7x1x5x1xf32>
  %1 = tensor.gather %t[%i] gather_dims([0, 2]) unique : (tensor<4x5x6xf32>, tensor<1x7x2xindex>) -> tensor<1x7x5xf32>
  %2 = tensor.scatter %s into %t[%i] scatter_dims([0, 2]) unique : (tensor<1x7x1x5x1xf32>, tensor<4x5x6xf32>, tensor<1x7x2xindex>) -> tensor<4x5x6xf32>
  return
}
func.func @concats(%a: tensor<3x6xf32>, %b: tensor<3x6xf32>, %c: tensor<?x6xf32>) {
  %0 = tensor.concat dim(0) %a, %b : (tensor<3x6xf32>, tensor<3x6xf32>) -> tensor<6x6xf32>
  %1 = tensor.concat dim(0) %a, %c : (tensor<3x6xf32>, tensor<?x6xf32>) -> tensor<?x6xf32>
  return
}
