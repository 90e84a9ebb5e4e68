func.func @names(%arg1: i32, %x: index) -> i32 {
  %true = arith.constant true
  %false_1 = arith.constant false
  %c1_i32 = arith.constant 1 : i32
  %c1_i32_0 = arith.constant 1 : i32
  %c-5 = arith.constant -5 : index
  %c-5_i8 = arith.constant -5 : i8
  %c5_si8 = arith.constant dense<5> : vector<4xi8>
  %cst = arith.constant 2.0 : f64
  %idx0 = index.constant 0
  %idx = index.constant -3
  %t = index.bool.constant true
  %f = func.constant @names : (i32, index) -> i32
  %f_0 = func.constant @names : (i32, index) -> i32
  %cc = complex.constant [1.0, 2.0] : complex<f64>
  %p = ub.poison : i32
  %m = memref.alloc(%x) : memref<?xf32>
  %dim = memref.dim %m, %x : memref<?xf32>
  %a = memref.alloca() : memref<4xf32>
  %e = tensor.empty(%x) : tensor<?xf32>
  %ex = tensor.extract %e[%x] : tensor<?xf32>
  %sl = tensor.extract_slice %e[0] [4] [1] : tensor<?xf32> to tensor<4xf32>
  %d = tensor.dim %e, %x : tensor<?xf32>
  %rk = tensor.rank %e : tensor<?xf32>
  %fe = tensor.from_elements %ex : tensor<1xf32>
  %sp = tensor.splat %ex : tensor<4xf32>
  %pad = tensor.pad %sl low[1] high[2] { ^bb0(%i: index): tensor.yield %ex : f32 } : tensor<4xf32> to tensor<7xf32>
  %cast = tensor.cast %sl : tensor<4xf32> to tensor<?xf32>
  %q = "t.q"() : () -> tensor<2x2xf32>
  %co = tensor.collapse_shape %q [[0, 1]] : tensor<2x2xf32> into tensor<4xf32>
  %exp = tensor.expand_shape %sl [[0, 1]] output_shape [2, 2] : tensor<4xf32> into tensor<2x2xf32>
  %ins = tensor.insert %ex into %sl[%x] : tensor<4xf32>
  %is = tensor.insert_slice %sl into %e[0] [4] [1] : tensor<4xf32> into tensor<?xf32>
  %sincos:2 = math.sincos %cst : f64
  %au:2 = arith.addui_extended %arg1, %arg1 : i32, i1
  %mu, %mh = arith.mulsi_extended %arg1, %arg1 : i32
  %r = scf.execute_region -> i32 {
    %c1q = arith.constant 1 : i32
    scf.yield %c1q : i32
  }
  %w:2 = scf.while (%arg9 = %arg1) : (i32) -> (i32, i1) {
    scf.condition(%true) %arg9, %true : i32, i1
  } do {
  ^bb0(%z: i32, %zz: i1):
    scf.yield %z : i32
  }
  scf.forall (%i, %j) in (%x, 4) {
    "t.u"(%i, %j) : (index, index) -> ()
  }
  %fa = scf.forall (%i) in (4) shared_outs(%o = %e) -> tensor<?xf32> {
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %sl into %o[%i] [4] [1] : tensor<4xf32> into tensor<?xf32>
    }
  }
  %red = scf.parallel (%i) = (%x) to (%x) step (%x) init (%cst) -> f64 {
    scf.reduce(%cst : f64) {
    ^bb0(%l: f64, %rr: f64):
      %s = arith.addf %l, %rr : f64
      scf.reduce.return %s : f64
    }
  }
  cf.cond_br %true, ^bb1(%arg1 : i32), ^bb2
^bb1(%arg5: i32):
  return %arg5 : i32
^bb2:
  return %arg1 : i32
}
