// Loops: bounds of every integer type, carried values, attributes, nesting.
func.func @for(%lb: index, %ub: index, %step: index, %x: f32, %t: tensor<?xf32>, %i: i32, %w: i64) -> f32 {
  scf.for %k = %lb to %ub step %step {
  }
  scf.for %k = %lb to %ub step %step {
    "use"(%k) : (index) -> ()
    scf.for %l = %k to %ub step %step {
      "use"(%k, %l) : (index, index) -> ()
    }
  } {a = 1 : i32, b}
  scf.for unsigned %k = %i to %i step %i : i32 {
    scf.yield {kept}
  }
  %0 = scf.for %k = %w to %w step %w iter_args(%acc = %x) -> f32 : i64 {
    %s = arith.addf %acc, %acc : f32
    scf.yield %s : f32
  }
  %k0 = arith.constant 0 : index
  %fn = func.constant @callee : (i32) -> i32
  %1:3 = scf.for %k = %lb to %ub step %step iter_args(%p = %x, %q = %t, %r = %k0) -> (f32, tensor<?xf32>, index) {
    scf.yield %p, %q, %k : f32, tensor<?xf32>, index
  } {unroll = 4}
  %f = scf.for %k = %lb to %ub step %step iter_args(%g = %fn) -> ((i32) -> i32) {
    scf.yield %g : (i32) -> i32
  }
  return %1#0 : f32
}
func.func private @callee(i32) -> i32
// -----
func.func @for_order(%lb: index, %x: f32) -> f32 {
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %lb to %lb step %c1 iter_args(%a = %x) -> (f32) {
    %n = scf.for %j = %i to %lb step %c1 iter_args(%b = %a) -> (f32) {
      %m = arith.mulf %b, %a : f32
      scf.yield %m : f32
    }
    scf.yield %n : f32
  }
  return %r : f32
}
// -----
func.func @generic_for(%lb: i8, %x: f32) -> f32 {
  %r = "scf.for"(%lb, %lb, %lb, %x) ({
  ^bb0(%i: i8, %a: f32):
    "scf.yield"(%a) {q = 2} : (f32) -> ()
  }) {z} : (i8, i8, i8, f32) -> f32
  "scf.for"(%lb, %lb, %lb) <{unsignedCmp}> ({
  ^bb0(%i: i8):
    "scf.yield"() : () -> ()
  }) : (i8, i8, i8) -> ()
  return %r : f32
}
// -----
// Branches.
func.func @if(%c: i1, %x: f32, %y: f32) -> (f32, i32) {
  scf.if %c {
  }
  scf.if %c {
    scf.yield {a}
  } else {
  }
  scf.if %c {
    "a"() : () -> ()
  } else {
    "b"() : () -> ()
  } {note = "both"}
  %0 = scf.if %c -> f32 {
    scf.yield %x : f32
  } else {
    scf.yield %y : f32
  }
  %1:2 = scf.if %c -> (f32, i32) {
    %i = arith.constant 1 : i32
    scf.yield %x, %i : f32, i32
  } else {
    %i = arith.constant -1 : i32
    %2 = scf.if %c -> (f32) {
      scf.yield %0 : f32
    } else {
      scf.yield %y : f32
    }
    scf.yield %2, %i : f32, i32
  } {loc_note}
  return %1#0, %1#1 : f32, i32
}
// -----
// While.
func.func @while(%c: i1, %x: f32, %n: i64) -> (i64, f32) {
  scf.while : () -> () {
    scf.condition(%c)
  } do {
    scf.yield
  }
  %0 = scf.while (%a = %x) : (f32) -> f32 {
    scf.condition(%c) %a : f32
  } do {
  ^bb0(%b: f32):
    scf.yield %b : f32
  }
  %1:2 = scf.while (%a = %x, %k = %n) : (f32, i64) -> (i64, f32) {
    "body"(%a) : (f32) -> ()
    scf.condition(%c) {why = "so"} %k, %a : i64, f32
  } do {
  ^bb0(%k: i64, %a: f32):
    %s = arith.addf %a, %x {z} : f32
    scf.yield {y} %s, %k : f32, i64
  } attributes {attr = 3 : index}
  %2 = scf.while (%a = %x) : (f32) -> i64 {
    scf.condition(%c) %n : i64
  } do {
  ^bb0(%b: i64):
    scf.yield %x : f32
  }
  return %1#0, %1#1 : i64, f32
}
// -----
// Parallel loops.
func.func @parallel(%lb: index, %ub: index, %step: index, %x: f32, %n: i32) -> (f32, i32) {
  scf.parallel (%i) = (%lb) to (%ub) step (%step) {
  }
  scf.parallel (%i, %j) = (%lb, %lb) to (%ub, %ub) step (%step, %step) {
    "use"(%i, %j) : (index, index) -> ()
    scf.reduce
  } {mapped}
  scf.parallel (%i) = (%lb) to (%ub) step (%step) {
    "scf.reduce"() {noted} : () -> ()
  }
  %0 = scf.parallel (%i) = (%lb) to (%ub) step (%step) init (%x) -> f32 {
    scf.reduce(%x : f32) {
    ^bb0(%l: f32, %r: f32):
      %s = arith.addf %l, %r : f32
      scf.reduce.return %s : f32
    }
  }
  %1:2 = scf.parallel (%i, %j) = (%lb, %lb) to (%ub, %ub) step (%step, %step) init (%x, %n) -> (f32, i32) {
    scf.parallel (%k) = (%i) to (%j) step (%step) {
    }
    scf.reduce(%x, %n : f32, i32) {
    ^bb0(%l: f32, %r: f32):
      %s = arith.mulf %l, %r : f32
      scf.reduce.return %s : f32
    }, {
    ^bb0(%l: i32, %r: i32):
      %s = arith.maxsi %l, %r : i32
      scf.reduce.return %s {k = 1 : i8} : i32
    }
  }
  return %1#0, %1#1 : f32, i32
}
// -----
// Shared outputs.
func.func @forall(%n: index, %t: tensor<8xf32>, %u: tensor<?x4xi8>, %m: memref<8xf32>) -> (tensor<8xf32>, tensor<?x4xi8>) {
  scf.forall (%i) in (8) {
  }
  scf.forall (%i, %j) in (%n, 4) {
    scf.forall.in_parallel {
    }
  } {mapping = [#gpu.thread<y>, #gpu.thread<x>]}
  scf.forall (%i, %j, %k) = (0, %n, 1) to (%n, 8, 9) step (1, 2, %n) {
    %v = memref.load %m[%i] : memref<8xf32>
    memref.store %v, %m[%j] : memref<8xf32>
  }
  scf.forall (%i) = (0) to (%n) step (1) {
  } {a}
  scf.forall (%i) = (0) to (8) step (2) {
    scf.forall.in_parallel {
    } {b}
  }
  %0 = scf.forall (%i) in (%n) shared_outs(%o = %t) -> (tensor<8xf32>) {
    %s = tensor.extract_slice %o[%i] [1] [1] : tensor<8xf32> to tensor<1xf32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %s into %o[%i] [1] [1] : tensor<1xf32> into tensor<8xf32>
    }
  }
  %1:2 = scf.forall (%i, %j) = (%n, 0) to (8, %n) step (1, 1) shared_outs(%o = %t, %p = %u) -> (tensor<8xf32>, tensor<?x4xi8>) {
    %z = tensor.empty() : tensor<f32>
    %y = tensor.empty(%n) : tensor<?x1xi8>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %z into %o[%i] [1] [1] : tensor<f32> into tensor<8xf32>
      tensor.parallel_insert_slice %y into %p[%i, %j] [%n, 1] [1, 2] {k} : tensor<?x1xi8> into tensor<?x4xi8>
    }
  } {mapping = [#gpu.block<x>, #gpu.block<y>], other}
  return %1#0, %1#1 : tensor<8xf32>, tensor<?x4xi8>
}
// -----
// Regions without control of their own.
func.func @execute_region(%c: i1, %x: f32) -> (f32, i32) {
  scf.execute_region {
    scf.yield
  }
  scf.execute_region {
    "a"() : () -> ()
    scf.yield {b}
  } {c}
  scf.execute_region no_inline {
    scf.yield
  } {d}
  %0 = scf.execute_region -> f32 {
    scf.yield %x : f32
  }
  %1:2 = scf.execute_region -> (f32, i32) {
    cf.cond_br %c, ^bb1, ^bb2(%x : f32)
  ^bb1:
    %i = arith.constant 1 : i32
    scf.yield %x, %i : f32, i32
  ^bb2(%y: f32):
    %j = arith.constant 2 : i32
    scf.yield %y, %j : f32, i32
  }
  %2 = scf.execute_region -> (() -> ()) {
    %f = func.constant @nothing : () -> ()
    scf.yield %f : () -> ()
  }
  return %1#0, %1#1 : f32, i32
}
func.func private @nothing()
// -----
func.func @index_switch(%i: index, %x: f32, %y: i32) -> (f32, i32) {
  scf.index_switch %i
  default {
  }
  scf.index_switch %i {a}
  case -4 {
    "a"() : () -> ()
    scf.yield
  }
  case 9223372036854775800 {
    scf.yield {b}
  }
  default {
    scf.yield
  }
  %0 = scf.index_switch %i -> f32
  default {
    scf.yield %x : f32
  }
  %1:2 = scf.index_switch %i {c = [1, 2]} -> f32, i32
  case 0 {
    scf.yield %x, %y : f32, i32
  }
  default {
    scf.yield %0, %y : f32, i32
  }
  return %1#0, %1#1 : f32, i32
}
