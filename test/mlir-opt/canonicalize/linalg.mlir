func.func @linalg(%t: tensor<2x3x4xi8>, %i: tensor<4x2x3xi8>, %j: tensor<3x4x2xi8>, %m: memref<4xi8>, %o: tensor<2xi8>, %p: tensor<2x3xi8>, %q: tensor<5x2x3xi8>) -> (tensor<3x4x2xi8>, tensor<5x2x3xi8>, tensor<2xi8>) {
  %0 = linalg.transpose ins(%t : tensor<2x3x4xi8>) outs(%i : tensor<4x2x3xi8>) permutation = [2, 0, 1]
  %1 = linalg.transpose ins(%0 : tensor<4x2x3xi8>) outs(%j : tensor<3x4x2xi8>) permutation = [2, 0, 1]
  linalg.copy ins(%m : memref<4xi8>) outs(%m : memref<4xi8>)
  %2 = linalg.broadcast ins(%o : tensor<2xi8>) outs(%p : tensor<2x3xi8>) dimensions = [1]
  %3 = linalg.broadcast ins(%2 : tensor<2x3xi8>) outs(%q : tensor<5x2x3xi8>) dimensions = [0]
  %4 = linalg.copy ins(%o : tensor<2xi8>) outs(%o : tensor<2xi8>) -> tensor<2xi8>
  return %1, %3, %4 : tensor<3x4x2xi8>, tensor<5x2x3xi8>, tensor<2xi8>
}
