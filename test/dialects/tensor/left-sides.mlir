// Left sides that a search finds seldom: generated programs start from these functions, too (test/fuzz/registry.test.ts).
func.func @parallel_insert(%a: tensor<4xf32>, %b: tensor<8xf32>) -> tensor<8xf32> {
  %c2 = arith.constant 2 : index
  %0 = scf.forall (%i) in (1) shared_outs(%o = %b) -> (tensor<8xf32>) {
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %a into %o[%c2] [4] [1] : tensor<4xf32> into tensor<8xf32>
    }
  }
  return %0 : tensor<8xf32>
}
func.func @cast_of_pad(%t: tensor<?x2xi64>, %v: i64) -> tensor<6x2xi64> {
  %0 = tensor.pad %t low[1, 0] high[1, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<?x2xi64> to tensor<?x2xi64>
  %1 = tensor.cast %0 : tensor<?x2xi64> to tensor<6x2xi64>
  return %1 : tensor<6x2xi64>
}
func.func @pad_of_pad(%t: tensor<2x2xi64>, %v: i64) -> tensor<5x2xi64> {
  %0 = tensor.pad %t low[1, 0] high[1, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<2x2xi64> to tensor<4x2xi64>
  %1 = tensor.pad %0 low[0, 0] high[1, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %v : i64
  } : tensor<4x2xi64> to tensor<5x2xi64>
  return %1 : tensor<5x2xi64>
}
