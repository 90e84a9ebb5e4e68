func.func @trip0(%x: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %c0 step %c1 iter_args(%a = %x) -> f32 {
    %s = arith.addf %a, %a : f32
    scf.yield %s : f32
  }
  return %r : f32
}
func.func @trip1(%x: f32, %lb: index) -> f32 {
  %c0 = arith.constant 0 : index
  %c4 = arith.constant 4 : index
  %r = scf.for %i = %c0 to %c4 step %c4 iter_args(%a = %x) -> f32 {
    "tst.use"(%i) : (index) -> ()
    %s = arith.addf %a, %a : f32
    scf.yield %s : f32
  }
  return %r : f32
}
func.func @iter(%x: f32, %y: f32, %n: index) -> (f32, f32, f32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r:4 = scf.for %i = %c0 to %n step %c1 iter_args(%a = %x, %b = %y, %c = %x, %d = %x) -> (f32, f32, f32, f32) {
    %s = arith.addf %a, %b : f32
    %q = arith.addf %d, %b : f32
    scf.yield %s, %b, %y, %q : f32, f32, f32, f32
  }
  return %r#0, %r#1, %r#2 : f32, f32, f32
}
func.func @constant_if(%x: f32, %y: f32) -> f32 {
  %t = arith.constant true
  %r = scf.if %t -> f32 {
    scf.yield %x : f32
  } else {
    scf.yield %y : f32
  }
  return %r : f32
}
func.func @unused_result(%c: i1, %x: f32, %y: f32) -> (f32, f32) {
  %q:3 = scf.if %c -> (f32, f32, f32) {
    %z = "tst.b"(%c) : (i1) -> f32
    scf.yield %x, %x, %z : f32, f32, f32
  } else {
    scf.yield %y, %x, %y : f32, f32, f32
  }
  return %q#1, %q#2 : f32, f32
}
func.func @select(%c: i1, %x: f32, %y: f32) -> f32 {
  %z = scf.if %c -> f32 {
    scf.yield %x : f32
  } else {
    scf.yield %y : f32
  }
  return %z : f32
}
func.func @empty_else(%c: i1) {
  scf.if %c {
    "tst.a"(%c) : (i1) -> ()
  } else {
  }
  return
}
func.func @execute(%x: f32) -> f32 {
  %r = scf.execute_region -> f32 {
    "tst.a"() : () -> ()
    scf.yield %x : f32
  }
  return %r : f32
}
func.func @dead_loop(%n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
  }
  return
}
func.func @bounds() {
  %c4 = arith.constant 4 : index
  %c2 = arith.constant 2 : index
  scf.forall (%i, %j) = (0, %c2) to (%c4, 8) step (%c2, 1) {
    "tst.a"(%i, %j) : (index, index) -> ()
  }
  return
}
func.func @while_carries_constants(%a: i1, %x: f32, %n: index) -> (f32, f32, index) {
  %c0 = arith.constant 0 : index
  %r:3 = scf.while (%p = %a, %q = %x, %u = %n) : (i1, f32, index) -> (f32, f32, index) {
    scf.condition(%p) %q, %q, %u : f32, f32, index
  } do {
  ^bb0(%s: f32, %t: f32, %v: index):
    %k = "test.step"(%s, %v) : (f32, index) -> i1
    scf.yield %k, %s, %c0 : i1, f32, index
  }
  return %r#0, %r#1, %r#2 : f32, f32, index
}
func.func @while_unused(%a: i1, %x: f32, %n: index) -> f32 {
  %r:2 = scf.while (%p = %a, %q = %x, %u = %n) : (i1, f32, index) -> (index, f32) {
    %w = "test.next"(%q) : (f32) -> f32
    scf.condition(%p) %n, %w : index, f32
  } do {
  ^bb0(%v: index, %s: f32):
    %k = "test.step"(%s) : (f32) -> i1
    scf.yield %k, %s, %v : i1, f32, index
  }
  return %r#1 : f32
}
func.func @region_of_outer_values(%x: f32) -> f32 {
  %r:2 = scf.execute_region -> (f32, f32) no_inline {
    "test.effect"() : () -> ()
    scf.yield %x, %x : f32, f32
  }
  %s = "test.use"(%r#0) : (f32) -> f32
  return %s : f32
}
func.func @yields_from_outside(%x: f32, %y: f32) -> f32 {
  %c2 = arith.constant 2 : index
  %c9 = arith.constant 9 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c2 to %c9 step %c1 iter_args(%a = %x) -> (f32) {
    scf.yield %y : f32
  }
  return %r : f32
}
