func.func @elements(%i: index, %j: index, %f: f32, %t: tensor<4x?xf32>, %u: tensor<*xf32>, %z: tensor<f32>, %c: complex<f32>, %o: tensor<2x!foo.any>, %e: tensor<4xf32, #foo.encoding>) {
  %0 = tensor.empty() : tensor<4x2xf32>
  %1 = tensor.empty(%i, %j) {k} : tensor<?x4x?xi8>
  %2 = tensor.empty() : tensor<f32>
  %3 = tensor.empty(%i) : tensor<?xf32, #foo.encoding>
  %4 = tensor.extract %t[%i, %j] : tensor<4x?xf32>
  %5 = tensor.extract %z[] {k} : tensor<f32>
  %6 = tensor.extract %o[%i] : tensor<2x!foo.any>
  %7 = tensor.insert %f into %t[%i, %j] : tensor<4x?xf32>
  %8 = tensor.insert %f into %z[] {k} : tensor<f32>
  %9 = tensor.from_elements : tensor<0xf32>
  %10 = tensor.from_elements %f : tensor<f32>
  %11 = tensor.from_elements %f, %f, %4, %5, %f, %f {k} : tensor<2x3xf32>
  %12 = tensor.from_elements %i, %j : tensor<2xindex>
  %13 = tensor.from_elements %c : tensor<1xcomplex<f32>>
  %14 = tensor.splat %f : tensor<4x2xf32>
  %15 = tensor.splat %f[%i, %j] {k} : tensor<?x4x?xf32>
  %16 = tensor.splat %c : tensor<2xcomplex<f32>>
  %17 = tensor.splat %i : tensor<3xindex>
  %18 = tensor.rank %t : tensor<4x?xf32>
  %19 = tensor.rank %u {k} : tensor<*xf32>
  %20 = tensor.dim %t, %i : tensor<4x?xf32>
  %21 = tensor.dim {k} %u, %j : tensor<*xf32>
  %22 = tensor.generate %i, %j {
  ^bb0(%a: index, %b: index, %d: index):
    %s = arith.addi %a, %b : index
    tensor.yield %s : index
  } : tensor<?x4x?xindex>
  %23 = tensor.generate {
  ^bb0(%a: index):
    tensor.yield %f {y} : f32
  } {k} : tensor<4xf32>
  %24 = tensor.generate {
    tensor.yield %f : f32
  } : tensor<f32>
  return
}
// -----
func.func @slices(%i: index, %n: index, %t: tensor<8x16x4xf32>, %d: tensor<?x?x?xf32>, %s: tensor<4x?x1xf32>, %v: tensor<4xf32>, %z: tensor<f32>, %e: tensor<8xf32, #foo.encoding>) {
  %0 = tensor.extract_slice %t[0, 0, 0] [4, 16, 4] [1, 1, 1] : tensor<8x16x4xf32> to tensor<4x16x4xf32>
  %1 = tensor.extract_slice %t[%i, 2, %i] [4, %n, 1] [2, %i, 1] {k} : tensor<8x16x4xf32> to tensor<4x?x1xf32>
  %2 = tensor.extract_slice %t[%i, 2, %i] [4, 1, 1] [2, %i, 1] : tensor<8x16x4xf32> to tensor<4xf32>
  %3 = tensor.extract_slice %d[1, %i, 2] [1, 1, 1] [1, 1, 1] : tensor<?x?x?xf32> to tensor<f32>
  %4 = tensor.extract_slice %d[%i, %i, %i] [%n, %n, %n] [%i, %i, %i] : tensor<?x?x?xf32> to tensor<?x?x?xf32>
  %5 = tensor.extract_slice %t[0, 0, 3] [8, 16, 4] [1, 1, -1] : tensor<8x16x4xf32> to tensor<8x16x4xf32>
  %6 = tensor.extract_slice %e[0] [4] [2] : tensor<8xf32, #foo.encoding> to tensor<4xf32, #foo.encoding>
  %7 = tensor.insert_slice %s into %t[%i, 2, %i] [4, %n, 1] [2, 1, 1] : tensor<4x?x1xf32> into tensor<8x16x4xf32>
  %8 = tensor.insert_slice %v into %t[%i, 2, %i] [4, 1, 1] [1, 1, 1] {k} : tensor<4xf32> into tensor<8x16x4xf32>
  %9 = tensor.insert_slice %z into %d[0, 0, 0] [1, 1, 1] [1, 1, 1] : tensor<f32> into tensor<?x?x?xf32>
  %10 = tensor.extract_slice %z[] [] [] : tensor<f32> to tensor<f32>
  %11 = scf.forall (%k) in (4) shared_outs(%o = %t) -> (tensor<8x16x4xf32>) {
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %v into %o[%k, 2, %i] [4, 1, 1] [1, 1, 1] {p} : tensor<4xf32> into tensor<8x16x4xf32>
      tensor.parallel_insert_slice %s into %o[0, 2, %i] [4, %n, 1] [%n, 1, 1] : tensor<4x?x1xf32> into tensor<8x16x4xf32>
    }
  }
  return
}
// -----
func.func @shapes(%i: index, %t: tensor<8x16xf32>, %d: tensor<?x?xf32>, %u: tensor<*xf32>, %z: tensor<f32>, %s1: tensor<1xi32>, %s: tensor<?xindex>, %s2: tensor<2xi64>, %i8: tensor<4xui8>, %one: tensor<1x1xf32>, %dyn: tensor<?x4x?xf32>) {
  %0 = tensor.cast %t : tensor<8x16xf32> to tensor<?x?xf32>
  %1 = tensor.cast %d {k} : tensor<?x?xf32> to tensor<8x?xf32>
  %2 = tensor.cast %u : tensor<*xf32> to tensor<?x16xf32>
  %3 = tensor.cast %t : tensor<8x16xf32> to tensor<*xf32>
  %4 = tensor.bitcast %t : tensor<8x16xf32> to tensor<8x16xi32>
  %5 = tensor.bitcast %i8 {k} : tensor<4xui8> to tensor<4xsi8>
  %6 = tensor.bitcast %d : tensor<?x?xf32> to tensor<8x?xi32>
  %7 = tensor.collapse_shape %t [[0, 1]] : tensor<8x16xf32> into tensor<128xf32>
  %8 = tensor.collapse_shape %dyn [[0, 1], [2]] {k} : tensor<?x4x?xf32> into tensor<?x?xf32>
  %9 = tensor.collapse_shape %one [] : tensor<1x1xf32> into tensor<f32>
  %10 = tensor.expand_shape %t [[0, 1], [2, 3]] output_shape [2, 4, 16, 1] : tensor<8x16xf32> into tensor<2x4x16x1xf32>
  %11 = tensor.expand_shape %d [[0, 1], [2]] output_shape [%i, 4, %i] {k} : tensor<?x?xf32> into tensor<?x4x?xf32>
  %12 = tensor.expand_shape %z [] output_shape [1, 1] : tensor<f32> into tensor<1x1xf32>
  %13 = tensor.expand_shape %d [[0, 1, 2], [3]] output_shape [%i, %i, 2, %i] : tensor<?x?xf32> into tensor<?x?x2x?xf32>
  %14 = tensor.reshape %t(%s1) : (tensor<8x16xf32>, tensor<1xi32>) -> tensor<128xf32>
  %15 = tensor.reshape %d(%s) {k} : (tensor<?x?xf32>, tensor<?xindex>) -> tensor<*xf32>
  %16 = tensor.reshape %u(%s2) : (tensor<*xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  %17 = tensor.concat dim(0) %t, %t : (tensor<8x16xf32>, tensor<8x16xf32>) -> tensor<16x16xf32>
  %18 = tensor.concat dim(1) %t, %d {k} : (tensor<8x16xf32>, tensor<?x?xf32>) -> tensor<8x?xf32>
  %19 = tensor.concat dim(0) %t : (tensor<8x16xf32>) -> tensor<8x16xf32>
  return
}
// -----
func.func @pad(%i: index, %f: f32, %t: tensor<8x16xf32>, %d: tensor<?x?xf32>, %z: tensor<f32>) {
  %0 = tensor.pad %t low[0, 1] high[2, 3] {
  ^bb0(%a: index, %b: index):
    tensor.yield %f : f32
  } : tensor<8x16xf32> to tensor<10x20xf32>
  %1 = tensor.pad %d nofold low[%i, 0] high[%i, %i] {
  ^bb0(%a: index, %b: index):
    %s = arith.index_cast %a : index to i32
    %g = arith.sitofp %s : i32 to f32
    tensor.yield %g : f32
  } {k} : tensor<?x?xf32> to tensor<?x?xf32>
  %2 = tensor.pad %d low[0, 0] high[0, 0] {
  ^bb0(%a: index, %b: index):
    tensor.yield %f : f32
  } : tensor<?x?xf32> to tensor<4x?xf32>
  return
}
// -----
func.func @gather(%s: tensor<4x5x6xf32>, %d: tensor<?x5x?xf32>, %i: tensor<1x2x3xindex>, %j: tensor<7x1xi32>, %k: tensor<?x2xi8>, %one: tensor<2xindex>) {
  %0 = tensor.gather %s[%i] gather_dims([0, 1, 2]) : (tensor<4x5x6xf32>, tensor<1x2x3xindex>) -> tensor<1x2x1x1x1xf32>
  %1 = tensor.gather %s[%i] gather_dims([0, 1, 2]) unique {k} : (tensor<4x5x6xf32>, tensor<1x2x3xindex>) -> tensor<1x2xf32>
  %2 = tensor.gather %d[%j] gather_dims([1]) : (tensor<?x5x?xf32>, tensor<7x1xi32>) -> tensor<7x?x?xf32>
  %3 = tensor.gather %d[%k] gather_dims([0, 2]) : (tensor<?x5x?xf32>, tensor<?x2xi8>) -> tensor<?x1x5x1xf32>
  %4 = tensor.gather %s[%one] gather_dims([0, 2]) : (tensor<4x5x6xf32>, tensor<2xindex>) -> tensor<5xf32>
  return
}
// -----
func.func @scatter(%x: tensor<1x2x1x1x1xf32>, %y: tensor<1x2xf32>, %z: tensor<7x4x1x6xf32>, %d: tensor<4x5x6xf32>, %i: tensor<1x2x3xindex>, %j: tensor<7x1xi32>) {
  %0 = tensor.scatter %x into %d[%i] scatter_dims([0, 1, 2]) unique : (tensor<1x2x1x1x1xf32>, tensor<4x5x6xf32>, tensor<1x2x3xindex>) -> tensor<4x5x6xf32>
  %1 = tensor.scatter %y into %d[%i] scatter_dims([0, 1, 2]) unique {k} : (tensor<1x2xf32>, tensor<4x5x6xf32>, tensor<1x2x3xindex>) -> tensor<4x5x6xf32>
  %2 = tensor.scatter %z into %d[%j] scatter_dims([1]) unique : (tensor<7x4x1x6xf32>, tensor<4x5x6xf32>, tensor<7x1xi32>) -> tensor<4x5x6xf32>
  return
}
