func.func @a(%t: tensor<4x8xf32>, %d: tensor<?x?xf32>, %i: index, %f: f32, %g: f32, %u: tensor<*xf32>) -> (tensor<4x8xf32>, tensor<?x?xf32>, tensor<?x8xf32>, index, index, index, f32, f32, f32, tensor<2xf32>, tensor<3xf32>, tensor<2xf32>) {
  %0 = tensor.cast %t : tensor<4x8xf32> to tensor<4x8xf32>
  %1 = tensor.cast %t : tensor<4x8xf32> to tensor<?x8xf32>
  %2 = tensor.cast %1 : tensor<?x8xf32> to tensor<?x?xf32>
  %3 = tensor.cast %2 : tensor<?x?xf32> to tensor<?x8xf32>
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %4 = tensor.dim %t, %c1 : tensor<4x8xf32>
  %5 = tensor.dim %2, %c0 : tensor<?x?xf32>
  %6 = tensor.rank %d : tensor<?x?xf32>
  %fe = tensor.from_elements %f, %g : tensor<2xf32>
  %7 = tensor.extract %fe[%c1] : tensor<2xf32>
  %sp = tensor.splat %f : tensor<4x8xf32>
  %8 = tensor.extract %sp[%i, %i] : tensor<4x8xf32>
  %cst = arith.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %9 = tensor.extract %cst[%c1] : tensor<2xf32>
  %k = arith.constant 3.0 : f32
  %10 = tensor.from_elements %k, %k : tensor<2xf32>
  %11 = tensor.splat %k : tensor<3xf32>
  %cs = arith.constant dense<5.0> : tensor<2xf32>
  %12 = tensor.insert %k into %cs[%c0] : tensor<2xf32>
  return %0, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12 : tensor<4x8xf32>, tensor<?x?xf32>, tensor<?x8xf32>, index, index, index, f32, f32, f32, tensor<2xf32>, tensor<3xf32>, tensor<2xf32>
}
// -----
func.func @b(%t: tensor<4x8xf32>, %i: index, %s: tensor<2xindex>) -> (tensor<2xf32>, tensor<4x8xf32>, tensor<32xf32>, tensor<4x8xf32>, tensor<4x8xf32>, tensor<32xf32>, tensor<4x8xf32>, tensor<4x8xi32>, tensor<4x8xf32>) {
  %c0 = arith.constant 0 : index
  %cs = arith.constant dense<5.0> : tensor<2xf32>
  %k5 = arith.constant 5.0 : f32
  %0 = tensor.insert %k5 into %cs[%i] : tensor<2xf32>
  %1 = tensor.collapse_shape %t [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %2 = tensor.expand_shape %1 [[0, 1]] output_shape [4, 8] : tensor<32xf32> into tensor<4x8xf32>
  %sp = arith.constant dense<2.0> : tensor<4x8xf32>
  %3 = tensor.collapse_shape %sp [[0, 1]] : tensor<4x8xf32> into tensor<32xf32>
  %4 = tensor.reshape %t(%s) : (tensor<4x8xf32>, tensor<2xindex>) -> tensor<4x8xf32>
  %5 = tensor.extract_slice %t[0, 0] [4, 8] [1, 1] : tensor<4x8xf32> to tensor<4x8xf32>
  %6 = tensor.insert_slice %5 into %t[0, 0] [4, 8] [1, 1] : tensor<4x8xf32> into tensor<4x8xf32>
  %s1 = arith.constant dense<[32]> : tensor<1xindex>
  %7 = tensor.reshape %t(%s1) : (tensor<4x8xf32>, tensor<1xindex>) -> tensor<32xf32>
  %8 = tensor.concat dim(0) %t : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %b1 = tensor.bitcast %t : tensor<4x8xf32> to tensor<4x8xi32>
  %b2 = tensor.bitcast %b1 : tensor<4x8xi32> to tensor<4x8xf32>
  return %0, %2, %3, %4, %6, %7, %8, %b1, %b2 : tensor<2xf32>, tensor<4x8xf32>, tensor<32xf32>, tensor<4x8xf32>, tensor<4x8xf32>, tensor<32xf32>, tensor<4x8xf32>, tensor<4x8xi32>, tensor<4x8xf32>
}
// -----
func.func @c(%t: tensor<4x8xf32>, %i: index, %n: index, %f: f32) -> (tensor<?x?xf32>, tensor<?xf32>, index, tensor<?xf32>, f32, tensor<2x3xf32>, tensor<?x?xf32>) {
  %c4 = arith.constant 4 : index
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = tensor.empty(%c4, %n) : tensor<?x?xf32>
  %1 = tensor.extract_slice %t[0, %c0] [1, %c4] [1, 1] : tensor<4x8xf32> to tensor<?xf32>
  %2 = tensor.dim %0, %c1 : tensor<?x?xf32>
  %g = tensor.generate %c4 {
  ^bb0(%a: index):
    tensor.yield %f : f32
  } : tensor<?xf32>
  %g2 = tensor.generate %n {
  ^bb0(%a: index):
    %s = arith.index_cast %a : index to i32
    %s2 = arith.sitofp %s : i32 to f32
    tensor.yield %s2 : f32
  } : tensor<?xf32>
  %3 = tensor.extract %g2[%i] : tensor<?xf32>
  %cst = arith.constant dense<1.0> : tensor<4x5x6xf32>
  %idx = arith.constant dense<0> : tensor<2x3x3xindex>
  %4 = tensor.gather %cst[%idx] gather_dims([0, 1, 2]) : (tensor<4x5x6xf32>, tensor<2x3x3xindex>) -> tensor<2x3xf32>
  %p = tensor.pad %t low[%c0, %c1] high[%n, 0] {
  ^bb0(%a: index, %b: index):
    tensor.yield %f : f32
  } : tensor<4x8xf32> to tensor<?x?xf32>
  return %0, %1, %2, %g, %3, %4, %p : tensor<?x?xf32>, tensor<?xf32>, index, tensor<?xf32>, f32, tensor<2x3xf32>, tensor<?x?xf32>
}
// -----
func.func @d(%t: tensor<4x8xf32>, %d: tensor<?x?xf32>, %i: index, %n: index, %f: f32) -> (tensor<4x8xf32>, tensor<2x2xf32>, tensor<1x8xf32>, tensor<?x?xf32>, tensor<4x8xf32>, tensor<2x16xf32>, tensor<2xf32>, tensor<4x8xf32>) {
  %p = tensor.pad %t low[0, 0] high[0, 0] {
  ^bb0(%a: index, %b: index):
    tensor.yield %f : f32
  } : tensor<4x8xf32> to tensor<4x8xf32>
  %s2 = tensor.extract_slice %t[1, 1] [2, 2] [1, 1] : tensor<4x8xf32> to tensor<2x2xf32>
  %e = tensor.extract_slice %t[%i, 0] [1, 8] [1, 1] : tensor<4x8xf32> to tensor<1x8xf32>
  %in = tensor.insert_slice %e into %t[%i, 0] [1, 8] [1, 1] : tensor<1x8xf32> into tensor<4x8xf32>
  %e2 = tensor.extract_slice %in[%i, 0] [1, 8] [1, 1] : tensor<4x8xf32> to tensor<1x8xf32>
  %c = tensor.cast %t : tensor<4x8xf32> to tensor<?x?xf32>
  %c2 = tensor.concat dim(0) %c, %d : (tensor<?x?xf32>, tensor<?x?xf32>) -> tensor<?x?xf32>
  %x = tensor.expand_shape %t [[0, 1], [2]] output_shape [2, 2, 8] : tensor<4x8xf32> into tensor<2x2x8xf32>
  %x2 = tensor.collapse_shape %x [[0], [1, 2]] : tensor<2x2x8xf32> into tensor<2x16xf32>
  %em = tensor.empty() : tensor<4x8xf32>
  %es = tensor.extract_slice %em[0, 0] [1, 2] [1, 1] : tensor<4x8xf32> to tensor<2xf32>
  %ei = tensor.insert_slice %in into %em[0, 0] [4, 8] [1, 1] : tensor<4x8xf32> into tensor<4x8xf32>
  return %p, %s2, %e2, %c2, %in, %x2, %es, %ei : tensor<4x8xf32>, tensor<2x2xf32>, tensor<1x8xf32>, tensor<?x?xf32>, tensor<4x8xf32>, tensor<2x16xf32>, tensor<2xf32>, tensor<4x8xf32>
}
