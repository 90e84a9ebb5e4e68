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
