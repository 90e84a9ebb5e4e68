// pipeline: loop-invariant-code-motion
// -----
// divisions that might be undefined stay, those by a constant other than zero go
func.func @f(%n: index, %a: i32, %b: i32, %x: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c7 = arith.constant 7 : i32
  scf.for %i = %c0 to %n step %c1 {
    %0 = arith.divui %a, %b : i32
    %1 = arith.divsi %a, %b : i32
    %2 = arith.ceildivsi %a, %b : i32
    %3 = arith.divui %a, %c7 : i32
    %4 = arith.divsi %a, %c7 : i32
    %5 = arith.ceildivsi %a, %c7 : i32
    %6 = arith.ceildivui %a, %c7 : i32
    %7 = arith.floordivsi %a, %c7 : i32
    %8 = arith.remsi %a, %c7 : i32
    %9 = arith.remui %a, %c7 : i32
    %10 = arith.divf %x, %x : f32
    "other.use"(%0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10) : (i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, f32) -> ()
  }
  return
}
// -----
// divisions by zero, by minus one
func.func @f(%n: index, %a: i32, %b: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %z = arith.constant 0 : i32
  %m1 = arith.constant -1 : i32
  scf.for %i = %c0 to %n step %c1 {
    %0 = arith.divui %a, %z : i32
    %1 = arith.divsi %a, %m1 : i32
    %2 = arith.ceildivsi %a, %m1 : i32
    %4 = arith.divui %a, %m1 : i32
    "other.use"(%0, %1, %2, %4) : (i32, i32, i32, i32) -> ()
  }
  return
}
// -----
// divisions of vectors
func.func @f(%n: index, %a: vector<2xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %z = arith.constant dense<[0, 1]> : vector<2xi32>
  %p = arith.constant dense<[3, 5]> : vector<2xi32>
  %s = arith.constant dense<4> : vector<2xi32>
  scf.for %i = %c0 to %n step %c1 {
    %0 = arith.divui %a, %z : vector<2xi32>
    %1 = arith.divui %a, %p : vector<2xi32>
    %2 = arith.divsi %a, %s : vector<2xi32>
    "other.use"(%0, %1, %2) : (vector<2xi32>, vector<2xi32>, vector<2xi32>) -> ()
  }
  return
}
// -----
// divisions of the index dialect
func.func @f(%n: index, %a: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = index.constant 5
  scf.for %i = %c0 to %n step %c1 {
    %0 = index.divs %a, %n
    %1 = index.divs %a, %c5
    %2 = index.divu %a, %c5
    %3 = index.ceildivs %a, %c5
    %4 = index.floordivs %a, %c5
    %5 = index.remu %a, %n
    %6 = index.remu %a, %c5
    "other.use"(%0, %1, %2, %3, %4, %5, %6) : (index, index, index, index, index, index, index) -> ()
  }
  return
}
// -----
// tensor.dim: of a known index inside the rank, outside of it, below zero, unknown, of an unknown rank
func.func @f(%n: index, %t: tensor<?x4xf32>, %u: tensor<*xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %cm = arith.constant -1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = tensor.dim %t, %c0 : tensor<?x4xf32>
    %1 = tensor.dim %t, %c2 : tensor<?x4xf32>
    %2 = tensor.dim %t, %n : tensor<?x4xf32>
    %3 = tensor.dim %u, %c0 : tensor<*xf32>
    "other.use"(%0, %1, %2, %3) : (index, index, index, index) -> ()
  }
  return
}
// -----
// memref.dim likewise
func.func @f(%n: index, %t: memref<?x4xf32>, %u: memref<*xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = memref.dim %t, %c0 : memref<?x4xf32>
    %1 = memref.dim %t, %c2 : memref<?x4xf32>
    %2 = memref.dim %t, %n : memref<?x4xf32>
    %3 = memref.dim %u, %c0 : memref<*xf32>
    "other.use"(%0, %1, %2, %3) : (index, index, index, index) -> ()
  }
  return
}
// -----
// linalg on tensors goes, linalg on buffers stays
func.func @f(%n: index, %a: tensor<4x4xf32>, %m: memref<4x4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %e = tensor.empty() : tensor<4x4xf32>
    %0 = linalg.matmul ins(%a, %a : tensor<4x4xf32>, tensor<4x4xf32>) outs(%e : tensor<4x4xf32>) -> tensor<4x4xf32>
    linalg.matmul ins(%m, %m : memref<4x4xf32>, memref<4x4xf32>) outs(%m : memref<4x4xf32>)
    "other.use"(%0) : (tensor<4x4xf32>) -> ()
  }
  return
}
// -----
// linalg.generic on tensors, with and without a division in its body
func.func @f(%n: index, %a: tensor<4xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %e = tensor.empty() : tensor<4xi32>
    %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%a : tensor<4xi32>) outs(%e : tensor<4xi32>) {
    ^bb0(%x: i32, %y: i32):
      %s = arith.addi %x, %x : i32
      linalg.yield %s : i32
    } -> tensor<4xi32>
    %1 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%a : tensor<4xi32>) outs(%e : tensor<4xi32>) {
    ^bb0(%x: i32, %y: i32):
      %s = arith.divui %x, %x : i32
      linalg.yield %s : i32
    } -> tensor<4xi32>
    "other.use"(%0, %1) : (tensor<4xi32>, tensor<4xi32>) -> ()
  }
  return
}
// -----
// a whole loop inside a loop: of constant step and pure body
func.func @f(%n: index, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %r = scf.for %j = %c0 to %n step %c1 iter_args(%x = %a) -> (f32) {
      %0 = arith.addf %x, %x : f32
      scf.yield %0 : f32
    }
    memref.store %r, %m[%i] : memref<?xf32>
  }
  return
}
// -----
// a whole loop of unknown step inside a loop
func.func @f(%n: index, %s: index, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %r = scf.for %j = %c0 to %n step %s iter_args(%x = %a) -> (f32) {
      %0 = arith.addf %x, %x : f32
      scf.yield %0 : f32
    }
    memref.store %r, %m[%i] : memref<?xf32>
  }
  return
}
// -----
// a pure scf.while inside a loop might not end
func.func @f(%n: index, %a: i32, %m: memref<?xi32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %r = scf.while (%x = %a) : (i32) -> i32 {
      %c = arith.cmpi slt, %x, %a : i32
      scf.condition(%c) %x : i32
    } do {
    ^bb0(%y: i32):
      scf.yield %y : i32
    }
    memref.store %r, %m[%i] : memref<?xi32>
  }
  return
}
// -----
// tensor ops that need an index in bounds
func.func @f(%n: index, %t: tensor<?xf32>, %u: tensor<4xf32>, %a: f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = tensor.extract %t[%n] : tensor<?xf32>
    %1 = tensor.insert %a into %u[%n] : tensor<4xf32>
    %2 = tensor.extract_slice %t[%n] [2] [1] : tensor<?xf32> to tensor<2xf32>
    %3 = tensor.from_elements %a, %a : tensor<2xf32>
    %4 = tensor.cast %t : tensor<?xf32> to tensor<4xf32>
    %5 = tensor.pad %u low[0] high[2] {
    ^bb0(%k: index):
      tensor.yield %a : f32
    } : tensor<4xf32> to tensor<6xf32>
    %6 = tensor.generate %n {
    ^bb0(%k: index):
      tensor.yield %a : f32
    } : tensor<?xf32>
    "other.use"(%0, %1, %2, %3, %4, %5, %6) : (f32, tensor<4xf32>, tensor<2xf32>, tensor<2xf32>, tensor<4xf32>, tensor<6xf32>, tensor<?xf32>) -> ()
  }
  return
}
// -----
// views of buffers
func.func @f(%n: index, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = memref.subview %m[%n] [4] [1] : memref<?xf32> to memref<4xf32, strided<[1], offset: ?>>
    %1 = memref.cast %m : memref<?xf32> to memref<8xf32>
    %2 = memref.alloca() : memref<2xf32>
    "other.use"(%0, %1, %2) : (memref<4xf32, strided<[1], offset: ?>>, memref<8xf32>, memref<2xf32>) -> ()
  }
  return
}
// -----
// a loop in several blocks is none of the pass's
func.func @f(%c: i1, %a: i32) {
  cf.br ^bb1
^bb1:
  %0 = arith.addi %a, %a : i32
  "other.use"(%0) : (i32) -> ()
  cf.cond_br %c, ^bb1, ^bb2
^bb2:
  return
}
// -----
// parallel, forall, index_switch, execute_region in a loop
func.func @f(%n: index, %a: f32, %k: index, %t: tensor<4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %p = scf.parallel (%j) = (%c0) to (%n) step (%c1) init (%a) -> f32 {
      scf.reduce(%a : f32) {
      ^bb0(%l: f32, %r: f32):
        %s = arith.addf %l, %r : f32
        scf.reduce.return %s : f32
      }
    }
    %q = scf.index_switch %k -> f32
    case 1 {
      scf.yield %a : f32
    }
    default {
      %s = arith.addf %a, %a : f32
      scf.yield %s : f32
    }
    %e = scf.execute_region -> f32 {
      %s = arith.mulf %a, %a : f32
      scf.yield %s : f32
    }
    %u = scf.forall (%j) in (4) shared_outs(%o = %t) -> (tensor<4xf32>) {
      scf.forall.in_parallel {
      }
    }
    "other.use"(%p, %q, %e, %u) : (f32, f32, f32, tensor<4xf32>) -> ()
  }
  return
}
// -----
// loops inside: with a division, of another step, with a bound of the outer loop, nested
func.func @f(%n: index, %a: i32, %k: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  scf.for %i = %c0 to %n step %c1 {
    %p = scf.for %j = %c0 to %n step %c1 iter_args(%x = %a) -> (i32) {
      %s = arith.divui %x, %a : i32
      scf.yield %s : i32
    }
    %p2 = scf.for %j = %c0 to %n step %c2 iter_args(%x = %a) -> (i32) {
      scf.yield %x : i32
    }
    %p3 = scf.for %j = %c0 to %c2 step %c2 iter_args(%x = %a) -> (i32) {
      scf.yield %x : i32
    }
    %p4 = scf.for %j = %i to %c2 step %c1 iter_args(%x = %a) -> (i32) {
      scf.yield %x : i32
    }
    %p5 = scf.for %j = %k to %c2 step %c1 iter_args(%x = %a) -> (i32) {
      %w = scf.for %l = %j to %c2 step %c1 iter_args(%y = %x) -> (i32) {
        scf.yield %y : i32
      }
      scf.yield %w : i32
    }
    "other.use"(%p, %p2, %p3, %p4, %p5) : (i32, i32, i32, i32, i32) -> ()
  }
  return
}
// -----
// what only looks at buffers and tensors
memref.global "private" constant @gg : memref<4xf32> = dense<1.0>
func.func @f(%n: index, %m: memref<?xf32>, %t: tensor<?xf32>, %u: tensor<4xi32>, %cc: complex<f32>, %u2: tensor<3x1xindex>, %tt: i1) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = memref.get_global @gg : memref<4xf32>
    %b, %o, %s, %st = memref.extract_strided_metadata %m : memref<?xf32> -> memref<f32>, index, index, index
    %1 = memref.rank %m : memref<?xf32>
    %2 = memref.reinterpret_cast %m to offset: [0], sizes: [4], strides: [1] : memref<?xf32> to memref<4xf32>
    %3 = tensor.reshape %t(%u) : (tensor<?xf32>, tensor<4xi32>) -> tensor<?x?x?x?xf32>
    %4 = memref.expand_shape %m [[0, 1]] output_shape [%n, 1] : memref<?xf32> into memref<?x1xf32>
    %5 = bufferization.to_tensor %m : memref<?xf32> to tensor<?xf32>
    %6 = bufferization.alloc_tensor() : tensor<4xf32>
    %7 = tensor.concat dim(0) %t, %t : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
    %8 = func.constant @f : (index, memref<?xf32>, tensor<?xf32>, tensor<4xi32>, complex<f32>, tensor<3x1xindex>, i1) -> ()
    %9 = tensor.splat %n : tensor<4xindex>
    %10 = builtin.unrealized_conversion_cast %n : index to i64
    %11 = tensor.gather %t[%u2] gather_dims([0]) : (tensor<?xf32>, tensor<3x1xindex>) -> tensor<3x1xf32>
    %12 = memref.memory_space_cast %m : memref<?xf32> to memref<?xf32, 1>
    %13 = memref.extract_aligned_pointer_as_index %m : memref<?xf32> -> index
    cf.assert %tt, "x"
    "other.use"(%0, %b, %o, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13) : (memref<4xf32>, memref<f32>, index, index, memref<4xf32>, tensor<?x?x?x?xf32>, memref<?x1xf32>, tensor<?xf32>, tensor<4xf32>, tensor<?xf32>, (index, memref<?xf32>, tensor<?xf32>, tensor<4xi32>, complex<f32>, tensor<3x1xindex>, i1) -> (), tensor<4xindex>, i64, tensor<3x1xf32>, memref<?xf32, 1>, index) -> ()
  }
  return
}
// -----
// a loop in a graph region
"other.graph"() ({
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %a = arith.constant 7 : i32
  scf.for %i = %c0 to %c1 step %c1 {
    %0 = arith.addi %a, %a : i32
    "other.use"(%0) ({
      %1 = arith.muli %a, %0 : i32
      "other.use"(%1) : (i32) -> ()
    }) : (i32) -> ()
  }
}) : () -> ()
// -----
// named linalg ops: what their bodies hold decides
func.func @f(%n: index, %a: tensor<4xi32>, %b: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %e = tensor.empty() : tensor<4xi32>
    %0 = linalg.fill ins(%b : i32) outs(%e : tensor<4xi32>) -> tensor<4xi32>
    %1 = linalg.map { arith.divui } ins(%a, %a : tensor<4xi32>, tensor<4xi32>) outs(%e : tensor<4xi32>)
    %2 = linalg.div ins(%a, %a : tensor<4xi32>, tensor<4xi32>) outs(%e : tensor<4xi32>) -> tensor<4xi32>
    %3 = linalg.map { arith.muli } ins(%a, %a : tensor<4xi32>, tensor<4xi32>) outs(%e : tensor<4xi32>)
    %s = tensor.empty() : tensor<i32>
    %4 = linalg.reduce { arith.addi } ins(%a : tensor<4xi32>) outs(%s : tensor<i32>) dimensions = [0]
    "other.use"(%0, %1, %2, %3, %4) : (tensor<4xi32>, tensor<4xi32>, tensor<4xi32>, tensor<4xi32>, tensor<i32>) -> ()
  }
  return
}
