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
// -----
func.func @reshapes(%t: tensor<i1>, %u: tensor<4xindex>, %a: i1, %b: i1, %x: tensor<2x3x4xf32>, %f: f32, %n: index) -> (tensor<1x1xi1>, tensor<1x4x1xindex>, tensor<2x1x1xi1>, tensor<24xf32>, tensor<2xi1>, tensor<2x2xf32>, tensor<4xf32>, tensor<6x4xf32>, tensor<2x12xf32>) {
  %0 = tensor.expand_shape %t [] output_shape [1] : tensor<i1> into tensor<1xi1>
  %1 = tensor.expand_shape %0 [[0, 1]] output_shape [1, 1] : tensor<1xi1> into tensor<1x1xi1>
  %2 = tensor.expand_shape %u [[0, 1]] output_shape [1, 4] : tensor<4xindex> into tensor<1x4xindex>
  %3 = tensor.expand_shape %2 [[0], [1, 2]] output_shape [1, 4, 1] : tensor<1x4xindex> into tensor<1x4x1xindex>
  %4 = tensor.from_elements %a, %b : tensor<2x1xi1>
  %5 = tensor.expand_shape %4 [[0], [1, 2]] output_shape [2, 1, 1] : tensor<2x1xi1> into tensor<2x1x1xi1>
  %6 = tensor.collapse_shape %x [[0, 1], [2]] : tensor<2x3x4xf32> into tensor<6x4xf32>
  %7 = tensor.collapse_shape %6 [[0, 1]] : tensor<6x4xf32> into tensor<24xf32>
  %8 = tensor.collapse_shape %4 [[0, 1]] : tensor<2x1xi1> into tensor<2xi1>
  %9 = tensor.splat %f : tensor<4xf32>
  %10 = tensor.expand_shape %9 [[0, 1]] output_shape [2, 2] : tensor<4xf32> into tensor<2x2xf32>
  %11 = tensor.splat %f : tensor<2x2xf32>
  %12 = tensor.collapse_shape %11 [[0, 1]] : tensor<2x2xf32> into tensor<4xf32>
  %13 = tensor.expand_shape %7 [[0, 1]] output_shape [6, 4] : tensor<24xf32> into tensor<6x4xf32>
  %14 = tensor.collapse_shape %x [[0], [1, 2]] : tensor<2x3x4xf32> into tensor<2x12xf32>
  return %1, %3, %5, %7, %8, %10, %12, %13, %14 : tensor<1x1xi1>, tensor<1x4x1xindex>, tensor<2x1x1xi1>, tensor<24xf32>, tensor<2xi1>, tensor<2x2xf32>, tensor<4xf32>, tensor<6x4xf32>, tensor<2x12xf32>
}
// -----
func.func @dynamic_reshapes(%t: tensor<?x4xf32>, %n: index, %s: tensor<8xf32>, %c: tensor<3x4xf32>, %i: index) -> (tensor<?x4xf32>, index, index, tensor<?xf32>, tensor<?x3xf32>, tensor<?x?xf32>) {
  %c2 = arith.constant 2 : index
  %0 = tensor.cast %s : tensor<8xf32> to tensor<?xf32>
  %1 = tensor.expand_shape %0 [[0, 1]] output_shape [%c2, 4] : tensor<?xf32> into tensor<?x4xf32>
  %c0 = arith.constant 0 : index
  %2 = tensor.collapse_shape %t [[0, 1]] : tensor<?x4xf32> into tensor<?xf32>
  %3 = tensor.dim %2, %c0 : tensor<?xf32>
  %4 = tensor.dim %1, %c0 : tensor<?x4xf32>
  %5 = tensor.cast %c : tensor<3x4xf32> to tensor<?x4xf32>
  %6 = tensor.collapse_shape %5 [[0, 1]] : tensor<?x4xf32> into tensor<?xf32>
  %7 = tensor.expand_shape %2 [[0, 1]] output_shape [%n, 3] : tensor<?xf32> into tensor<?x3xf32>
  %8 = tensor.empty(%n) : tensor<?x4xf32>
  %9 = tensor.cast %8 : tensor<?x4xf32> to tensor<?x?xf32>
  return %1, %3, %4, %6, %7, %9 : tensor<?x4xf32>, index, index, tensor<?xf32>, tensor<?x3xf32>, tensor<?x?xf32>
}
// -----
func.func @pads(%t: tensor<4x2xi64>, %v: i64, %d: tensor<?x2xi64>, %n: index) -> (tensor<?x?xi64>, tensor<8x6xi64>, tensor<?x2xi64>, tensor<6x2xi64>, tensor<6x3xi64>) {
  %0 = tensor.cast %t : tensor<4x2xi64> to tensor<4x?xi64>
  %1 = tensor.pad %0 low[0, 1] high[1, 2] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<4x?xi64> to tensor<5x?xi64>
  %2 = tensor.cast %1 : tensor<5x?xi64> to tensor<?x?xi64>
  %3 = tensor.pad %t low[1, 1] high[1, 1] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<4x2xi64> to tensor<6x4xi64>
  %4 = tensor.pad %3 low[1, 1] high[1, 1] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<6x4xi64> to tensor<8x6xi64>
  %5 = tensor.pad %d low[0, 0] high[0, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<?x2xi64> to tensor<?x2xi64>
  %6 = tensor.pad %d low[1, 0] high[1, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<?x2xi64> to tensor<?x2xi64>
  %7 = tensor.cast %6 : tensor<?x2xi64> to tensor<6x2xi64>
  %8 = tensor.pad %t low[1, 0] high[1, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<4x2xi64> to tensor<6x2xi64>
  %9 = tensor.pad %8 low[0, 1] high[0, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<6x2xi64> to tensor<6x3xi64>
  return %2, %4, %5, %7, %9 : tensor<?x?xi64>, tensor<8x6xi64>, tensor<?x2xi64>, tensor<6x2xi64>, tensor<6x3xi64>
}
// -----
func.func @elements(%t: tensor<4x2xi64>, %u: tensor<2xi32>, %i: index, %a: i32, %b: i32, %w: tensor<4xi32>, %z: tensor<?xi32>, %e: tensor<2x2xi32>) -> (i64, tensor<4xi32>, tensor<4xi32>, i32, tensor<2xindex>, tensor<?xi32>, tensor<3xi32>, i32, i32) {
  %c1 = arith.constant 1 : index
  %0 = tensor.cast %t : tensor<4x2xi64> to tensor<?x?xi64>
  %1 = tensor.extract %0[%i, %i] : tensor<?x?xi64>
  %4 = tensor.concat dim(0) %u, %u : (tensor<2xi32>, tensor<2xi32>) -> tensor<4xi32>
  %5 = tensor.concat dim(0) %w : (tensor<4xi32>) -> tensor<4xi32>
  %6 = tensor.insert %a into %u[%i] : tensor<2xi32>
  %7 = tensor.extract %6[%i] : tensor<2xi32>
  %x = arith.index_cast %a : i32 to index
  %y = arith.index_cast %b : i32 to index
  %8 = tensor.from_elements %x, %y : tensor<2xindex>
  %9 = tensor.concat dim(0) %z, %u : (tensor<?xi32>, tensor<2xi32>) -> tensor<?xi32>
  %10 = tensor.cast %u : tensor<2xi32> to tensor<?xi32>
  %11 = tensor.concat dim(0) %10, %z : (tensor<?xi32>, tensor<?xi32>) -> tensor<3xi32>
  %12 = tensor.collapse_shape %e [[0, 1]] : tensor<2x2xi32> into tensor<4xi32>
  %13 = tensor.extract %12[%c1] : tensor<4xi32>
  %14 = tensor.expand_shape %w [[0, 1]] output_shape [2, 2] : tensor<4xi32> into tensor<2x2xi32>
  %15 = tensor.extract %14[%c1, %c1] : tensor<2x2xi32>
  return %1, %4, %5, %7, %8, %9, %11, %13, %15 : i64, tensor<4xi32>, tensor<4xi32>, i32, tensor<2xindex>, tensor<?xi32>, tensor<3xi32>, i32, i32
}
// -----
func.func @slices(%t: tensor<4x2xi64>, %v: tensor<1x2xi64>, %w: tensor<1x2xi64>, %i: index, %s: tensor<8x2xi64>) -> (tensor<4x2xi64>, tensor<1x2xi64>, tensor<4x2xi64>) {
  %0 = tensor.insert_slice %v into %t[0, 0] [1, 2] [1, 1] : tensor<1x2xi64> into tensor<4x2xi64>
  %1 = tensor.insert_slice %w into %0[0, 0] [1, 2] [1, 1] : tensor<1x2xi64> into tensor<4x2xi64>
  %2 = tensor.extract_slice %0[0, 0] [1, 2] [1, 1] : tensor<4x2xi64> to tensor<1x2xi64>
  %3 = tensor.extract_slice %t[1, 0] [1, 2] [1, 1] : tensor<4x2xi64> to tensor<1x2xi64>
  %4 = tensor.insert_slice %3 into %t[1, 0] [1, 2] [1, 1] : tensor<1x2xi64> into tensor<4x2xi64>
  return %1, %2, %4 : tensor<4x2xi64>, tensor<1x2xi64>, tensor<4x2xi64>
}
