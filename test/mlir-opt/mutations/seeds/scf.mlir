// Every op of scf: the modules that are mutated.
func.func @for(%lb: index, %ub: index, %step: index, %init: f32) -> f32 {
  %0 = scf.for %i = %lb to %ub step %step iter_args(%x = %init) -> (f32) {
    %y = arith.addf %x, %x : f32
    scf.yield %y : f32
  }
  scf.for %i = %lb to %ub step %step {
    scf.for %j = %i to %ub step %step {
    }
  }
  return %0 : f32
}
func.func @for_i32(%n: i32, %a: i32, %b: tensor<4xf32>) -> (i32, tensor<4xf32>) {
  %0:2 = scf.for %i = %n to %n step %n iter_args(%x = %a, %y = %b) -> (i32, tensor<4xf32>) : i32 {
    scf.yield %i, %y : i32, tensor<4xf32>
  }
  scf.for unsigned %i = %n to %n step %n : i32 {
  }
  return %0#0, %0#1 : i32, tensor<4xf32>
}
func.func @if(%c: i1, %a: i32, %b: f32) -> i32 {
  %0 = scf.if %c -> (i32) {
    scf.yield %a : i32
  } else {
    %d = arith.addi %a, %a : i32
    scf.yield %d : i32
  }
  scf.if %c {
    %1 = arith.negf %b : f32
  }
  scf.if %c {
  } else {
    %2:2 = scf.if %c -> (i32, f32) {
      scf.yield %a, %b : i32, f32
    } else {
      scf.yield %0, %b : i32, f32
    }
  }
  return %0 : i32
}
func.func @while(%n: i32) -> i32 {
  %0 = scf.while (%x = %n) : (i32) -> i32 {
    %c = arith.cmpi slt, %x, %n : i32
    scf.condition(%c) %x : i32
  } do {
  ^bb0(%y: i32):
    %z = arith.addi %y, %y : i32
    scf.yield %z : i32
  }
  return %0 : i32
}
func.func @while_other_types(%n: i32, %f: f32) -> (f32, i1) {
  %0:2 = scf.while (%x = %n, %y = %f) : (i32, f32) -> (f32, i1) {
    %c = arith.cmpi eq, %x, %n : i32
    scf.condition(%c) %y, %c : f32, i1
  } do {
  ^bb0(%y: f32, %d: i1):
    scf.yield %n, %y : i32, f32
  }
  return %0#0, %0#1 : f32, i1
}
func.func @execute_region(%c: i1, %a: i32) -> i32 {
  %0 = scf.execute_region -> i32 {
    cf.cond_br %c, ^bb1, ^bb2
  ^bb1:
    scf.yield %a : i32
  ^bb2:
    %1 = arith.muli %a, %a : i32
    scf.yield %1 : i32
  }
  scf.execute_region no_inline {
    scf.yield
  }
  return %0 : i32
}
func.func @index_switch(%x: index, %a: i32, %b: i32) -> i32 {
  %0 = scf.index_switch %x -> i32
  case 2 {
    scf.yield %a : i32
  }
  case 5 {
    %1 = arith.addi %a, %b : i32
    scf.yield %1 : i32
  }
  default {
    scf.yield %b : i32
  }
  scf.index_switch %x
  case 0 {
    scf.yield
  }
  default {
  }
  return %0 : i32
}
func.func @parallel(%lb: index, %ub: index, %step: index, %init: f32) -> f32 {
  scf.parallel (%i, %j) = (%lb, %lb) to (%ub, %ub) step (%step, %step) {
    %0 = arith.addi %i, %j : index
  }
  %1 = scf.parallel (%i) = (%lb) to (%ub) step (%step) init (%init) -> f32 {
    %v = arith.constant 1.0 : f32
    scf.reduce(%v : f32) {
    ^bb0(%l: f32, %r: f32):
      %s = arith.addf %l, %r : f32
      scf.reduce.return %s : f32
    }
  }
  return %1 : f32
}
func.func @parallel_two(%lb: index, %ub: index, %step: index, %a: f32, %b: i32) {
  %0:2 = scf.parallel (%i) = (%lb) to (%ub) step (%step) init (%a, %b) -> (f32, i32) {
    scf.reduce(%a, %b : f32, i32) {
    ^bb0(%l: f32, %r: f32):
      scf.reduce.return %l : f32
    }, {
    ^bb0(%l: i32, %r: i32):
      %m = arith.maxsi %l, %r : i32
      scf.reduce.return %m : i32
    }
  }
  return
}
func.func @forall(%n: index, %t: tensor<?xf32>, %u: tensor<8x4xf32>, %e: tensor<1xf32>) -> tensor<?xf32> {
  %0 = scf.forall (%i) in (%n) shared_outs(%o = %t) -> (tensor<?xf32>) {
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %e into %o[%i] [1] [1] : tensor<1xf32> into tensor<?xf32>
    }
  }
  %1 = scf.forall (%i, %j) = (0, 1) to (8, 4) step (2, 1) shared_outs(%o = %u) -> (tensor<8x4xf32>) {
    %s = tensor.extract_slice %o[%i, %j] [1, 1] [1, 1] : tensor<8x4xf32> to tensor<1x1xf32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %s into %o[%i, %j] [1, 1] [1, 1] : tensor<1x1xf32> into tensor<8x4xf32>
    }
  }
  scf.forall (%i) in (4) {
    %2 = arith.addi %i, %n : index
  }
  return %0 : tensor<?xf32>
}
