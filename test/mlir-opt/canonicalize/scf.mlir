func.func @a(%c: i1, %x: f32, %y: f32, %lb: index, %ub: index) -> (f32, f32, f32, f32, f32, index) {
  %t = arith.constant true
  %f = arith.constant false
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %0 = scf.if %t -> f32 { scf.yield %x : f32 } else { scf.yield %y : f32 }
  %1 = scf.if %f -> f32 { scf.yield %x : f32 } else { scf.yield %y : f32 }
  %2 = scf.if %c -> f32 { scf.yield %x : f32 } else { scf.yield %y : f32 }
  %3 = scf.for %i = %c0 to %c0 step %c1 iter_args(%a = %x) -> f32 {
    %s = arith.addf %a, %y : f32
    scf.yield %s : f32
  }
  %4 = scf.for %i = %c0 to %c1 step %c1 iter_args(%a = %x) -> f32 {
    %s = arith.addf %a, %y : f32
    scf.yield %s : f32
  }
  %5 = scf.index_switch %c1 -> index
  case 1 { scf.yield %lb : index }
  default { scf.yield %ub : index }
  scf.for %i = %lb to %ub step %c1 {
  }
  scf.if %c { }
  scf.execute_region { scf.yield }
  scf.parallel (%i) = (%c0) to (%c0) step (%c1) {
    "test.x"() : () -> ()
  }
  return %0, %1, %2, %3, %4, %5 : f32, f32, f32, f32, f32, index
}
// -----
func.func @b(%c: i1, %x: f32, %y: f32, %lb: index, %ub: index, %t: tensor<?xf32>) -> (f32, f32, f32, f32) {
  %c1 = arith.constant 1 : index
  %0:2 = scf.for %i = %lb to %ub step %c1 iter_args(%a = %x, %b = %y) -> (f32, f32) {
    %s = arith.addf %a, %b : f32
    scf.yield %s, %b : f32, f32
  }
  %1:2 = scf.if %c -> (f32, f32) {
    "test.a"() : () -> ()
    scf.yield %x, %x : f32, f32
  } else {
    "test.b"() : () -> ()
    scf.yield %x, %y : f32, f32
  }
  %2:2 = scf.for %i = %lb to %ub step %c1 iter_args(%a = %x, %b = %y) -> (f32, f32) {
    %s = "test.f"(%a) : (f32) -> f32
    scf.yield %s, %s : f32, f32
  }
  scf.if %c {
    scf.if %c {
      "test.c"() : () -> ()
    }
  }
  return %0#0, %0#1, %1#0, %2#0 : f32, f32, f32, f32
}
// -----
func.func @d(%t: tensor<8xf32>, %n: index, %m: memref<8xf32>) -> tensor<8xf32> {
  %c0 = arith.constant 0 : index
  %c8 = arith.constant 8 : index
  %c1 = arith.constant 1 : index
  %z = arith.constant 1.0 : f32
  scf.forall (%i) = (%c0) to (%c8) step (%c1) {
    memref.store %z, %m[%i] : memref<8xf32>
  }
  %0 = scf.forall (%i) in (0) shared_outs(%o = %t) -> (tensor<8xf32>) {
    %s = tensor.extract_slice %o[%i] [1] [1] : tensor<8xf32> to tensor<1xf32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %s into %o[%i] [1] [1] : tensor<1xf32> into tensor<8xf32>
    }
  }
  scf.parallel (%i, %j) = (%c0, %c0) to (%c1, %n) step (%c1, %c1) {
    memref.store %z, %m[%j] : memref<8xf32>
  }
  scf.parallel (%i) = (%c0) to (%n) step (%c1) {
    scf.parallel (%j) = (%c0) to (%n) step (%c1) {
      memref.store %z, %m[%j] : memref<8xf32>
    }
  }
  return %0 : tensor<8xf32>
}
// -----
func.func @forall_outputs(%t: tensor<3xi7>, %u: tensor<3xi7>, %n: index, %x: tensor<1xi7>, %m: memref<3xi7>) -> (tensor<3xi7>, tensor<3xi7>) {
  %0:3 = scf.forall (%i) in (3) shared_outs(%a = %t, %b = %u, %c = %t) -> (tensor<3xi7>, tensor<3xi7>, tensor<3xi7>) {
    %e = tensor.extract %b[%i] : tensor<3xi7>
    memref.store %e, %m[%i] : memref<3xi7>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %x into %a[%i] [1] [1] : tensor<1xi7> into tensor<3xi7>
      tensor.parallel_insert_slice %x into %c[%i] [1] [1] : tensor<1xi7> into tensor<3xi7>
    }
  }
  return %0#0, %0#1 : tensor<3xi7>, tensor<3xi7>
}
// -----
func.func @ifs(%c: i1, %d: i1, %a: i32, %b: i32, %m: memref<i32>) -> (i32, i32, i32) {
  %0 = scf.if %c -> (i32) {
    %x = arith.divsi %a, %b : i32
    scf.yield %x : i32
  } else {
    scf.yield %b : i32
  }
  %1 = scf.if %c -> (i32) {
    %x = arith.remsi %a, %0 : i32
    scf.yield %x : i32
  } else {
    %x = arith.remsi %b, %0 : i32
    scf.yield %x : i32
  }
  scf.if %c {
    memref.store %a, %m[] : memref<i32>
  }
  scf.if %c {
    scf.if %d {
      memref.store %b, %m[] : memref<i32>
    }
  }
  %true = arith.constant true
  %n = arith.xori %c, %true : i1
  %2 = scf.if %n -> (i32) {
    %x = arith.divui %a, %b : i32
    scf.yield %x : i32
  } else {
    scf.yield %b : i32
  }
  return %0, %1, %2 : i32, i32, i32
}
// -----
func.func @while(%c: i1, %m: memref<i1>) -> i1 {
  %0 = scf.while : () -> i1 {
    %x = memref.load %m[] : memref<i1>
    scf.condition(%x) %x : i1
  } do {
  ^bb0(%y: i1):
    memref.store %y, %m[] : memref<i1>
    scf.yield
  }
  return %c : i1
}
// -----
func.func @poison(%a: i32) -> (i32, i32) {
  %p = ub.poison : i32
  %0:2 = arith.mulsi_extended %a, %p : i32
  %1:2 = arith.mului_extended %p, %a : i32
  return %0#0, %1#1 : i32, i32
}
