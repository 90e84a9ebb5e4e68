module {
  func.func @f(%arg0: index, %arg1: index, %arg2: index, %arg3: i1, %arg4: f32, %arg5: tensor<8xf32>, %arg6: memref<8xf32>, %arg7: i32) -> f32 {
    %0 = scf.for %arg8 = %arg0 to %arg1 step %arg2 iter_args(%arg9 = %arg4) -> (f32) {
      scf.yield %arg9 : f32
    } {foo}
    scf.for %arg8 = %arg0 to %arg1 step %arg2 {
    }
    scf.for unsigned %arg8 = %arg7 to %arg7 step %arg7  : i32 {
      "tst.op"(%arg8) : (i32) -> ()
    }
    %1:2 = scf.for %arg8 = %arg7 to %arg7 step %arg7 iter_args(%arg9 = %arg4, %arg10 = %arg5) -> (f32, tensor<8xf32>)  : i32 {
      scf.yield %arg9, %arg10 : f32, tensor<8xf32>
    }
    scf.if %arg3 {
      "tst.a"() : () -> ()
    }
    scf.if %arg3 {
    } else {
      "tst.b"() : () -> ()
    } {bar}
    %2:2 = scf.if %arg3 -> (f32, index) {
      scf.yield %arg4, %arg0 : f32, index
    } else {
      scf.yield %0, %arg1 : f32, index
    }
    %3:2 = scf.while (%arg8 = %arg4, %arg9 = %arg0) : (f32, index) -> (f32, index) {
      scf.condition(%arg3) %arg8, %arg9 : f32, index
    } do {
    ^bb0(%arg8: f32, %arg9: index):
      scf.yield %arg8, %arg9 : f32, index
    } attributes {foo}
    scf.while : () -> () {
      scf.condition(%arg3) {foo}
    } do {
      scf.yield
    }
    %4 = scf.forall (%arg8) in (8) shared_outs(%arg9 = %arg5) -> (tensor<8xf32>) {
      %extracted_slice = tensor.extract_slice %arg9[%arg8] [1] [1] : tensor<8xf32> to tensor<1xf32>
      scf.forall.in_parallel {
        tensor.parallel_insert_slice %extracted_slice into %arg9[%arg8] [1] [1] : tensor<1xf32> into tensor<8xf32>
      }
    } {mapping = [#gpu.block<x>]}
    scf.forall (%arg8, %arg9) = (0, %arg0) to (%arg1, 7) step (2, %arg2) {
      "tst.c"() : () -> ()
    }
    scf.forall (%arg8, %arg9) in (%arg1, 7) {
    } {bar}
    scf.parallel (%arg8, %arg9) = (%arg0, %arg0) to (%arg1, %arg1) step (%arg2, %arg2) {
      "tst.c"() : () -> ()
      scf.reduce 
    } {foo}
    %5:2 = scf.parallel (%arg8) = (%arg0) to (%arg1) step (%arg2) init (%arg4, %arg0) -> (f32, index) {
      scf.reduce(%arg4, %arg8 : f32, index) {
      ^bb0(%arg9: f32, %arg10: f32):
        %8 = arith.addf %arg9, %arg10 : f32
        scf.reduce.return %8 : f32
      }, {
      ^bb0(%arg9: index, %arg10: index):
        scf.reduce.return %arg9 : index
      }
    }
    %6 = scf.execute_region -> f32 {
      scf.yield %arg4 : f32
    } {foo}
    scf.execute_region no_inline {
      scf.yield
    }
    %7 = scf.index_switch %arg0 {foo} -> f32 
    case 2 {
      scf.yield %arg4 : f32
    }
    case 5 {
      scf.yield %0 : f32
    }
    default {
      scf.yield %6 : f32
    }
    scf.index_switch %arg0 
    default {
    }
    return %7 : f32
  }
}
