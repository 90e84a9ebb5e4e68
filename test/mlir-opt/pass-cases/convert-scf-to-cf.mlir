// pipeline: convert-scf-to-cf
// -----
// scf.for, alone, nested, unsigned, and with values that are carried
func.func @f(%n: index, %a: f32, %k: i8) -> f32 {
  scf.for %i = %n to %n step %n {
    "foo.use"(%i) : (index) -> ()
    scf.for %j = %i to %n step %n {
      "foo.use"(%j) : (index) -> ()
    }
    "foo.more"(%i) : (index) -> ()
  } {foo.lost}
  scf.for unsigned %i = %k to %k step %k : i8 {
    "foo.use"(%i) : (i8) -> ()
  }
  %r:2 = scf.for %i = %n to %n step %n iter_args(%x = %a, %y = %a) -> (f32, f32) {
    %z = arith.addf %x, %y : f32
    scf.yield %y, %z : f32, f32
  }
  return %r#1 : f32
}
// -----
// scf.if without and with else, with results, nested
func.func @f(%c: i1, %d: i1, %a: i32) -> i32 {
  scf.if %c {
    "foo.then"() : () -> ()
  }
  scf.if %c {
    "foo.then"() : () -> ()
    scf.if %d {
      "foo.inner"() : () -> ()
    }
  } else {
    "foo.else"() : () -> ()
  }
  %0, %1 = scf.if %c -> (i32, i32) {
    %x = scf.if %d -> i32 {
      scf.yield %a : i32
    } else {
      %y = arith.addi %a, %a : i32
      scf.yield %y : i32
    }
    scf.yield %x, %a : i32, i32
  } else {
    scf.yield %a, %a : i32, i32
  }
  %2 = arith.addi %0, %1 : i32
  return %2 : i32
}
// -----
// scf.while with and without a body that does something
func.func @f(%a: i32, %b: f32) -> (i32, f32) {
  %r:2 = scf.while (%x = %a, %y = %b) : (i32, f32) -> (i32, f32) {
    %c = "foo.condition"(%x) : (i32) -> i1
    scf.condition(%c) %x, %y : i32, f32
  } do {
  ^bb0(%x: i32, %y: f32):
    %z = "foo.next"(%x) : (i32) -> i32
    scf.yield %z, %y : i32, f32
  }
  %s = scf.while (%x = %a) : (i32) -> i32 {
    %c = "foo.condition"(%x) : (i32) -> i1
    %z = "foo.next"(%x) : (i32) -> i32
    scf.condition(%c) %z : i32
  } do {
  ^bb0(%x: i32):
    scf.yield %x : i32
  }
  %t = scf.while (%x = %a) : (i32) -> f32 {
    %c = "foo.condition"(%x) : (i32) -> i1
    scf.condition(%c) %b : f32
  } do {
  ^bb0(%y: f32):
    %c2 = "foo.condition"(%s) : (i32) -> i1
    scf.if %c2 {
      "foo.use"(%y) : (f32) -> ()
    }
    scf.yield %s : i32
  }
  return %r#0, %t : i32, f32
}
// -----
// scf.while inside scf.while
func.func @f(%a: i32) {
  scf.while : () -> () {
    %c = scf.while (%x = %a) : (i32) -> i1 {
      %d = "foo.condition"(%x) : (i32) -> i1
      scf.condition(%d) %d : i1
    } do {
    ^bb0(%x: i1):
      %y = "foo.next"(%x) : (i1) -> i32
      scf.yield %y : i32
    }
    scf.condition(%c)
  } do {
    "foo.body"() : () -> ()
    scf.yield
  }
  return
}
// -----
// scf.execute_region of one and of several blocks
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = scf.execute_region -> i32 {
    %1 = arith.addi %a, %a : i32
    scf.yield %1 : i32
  }
  %2:2 = scf.execute_region -> (i32, i32) {
    cf.cond_br %c, ^x, ^y
  ^x:
    scf.yield %a, %0 : i32, i32
  ^y:
    scf.if %c {
      "foo.inner"() : () -> ()
    }
    scf.yield %0, %0 : i32, i32
  }
  scf.execute_region {
    "foo.inner"() : () -> ()
    scf.yield
  }
  return %2#1 : i32
}
// -----
// scf.parallel: a nest of loops; reductions are carried
func.func @f(%n: index, %a: i32, %b: f32) -> (f32, i32) {
  scf.parallel (%i) = (%n) to (%n) step (%n) {
    "foo.use"(%i) : (index) -> ()
    scf.reduce
  }
  %r:2 = scf.parallel (%i, %j) = (%n, %n) to (%n, %n) step (%n, %n) init (%b, %a) -> (f32, i32) {
    %x = arith.index_cast %i : index to i32
    scf.reduce(%b, %x : f32, i32) {
    ^bb0(%p: f32, %q: f32):
      %s = arith.addf %p, %q : f32
      scf.reduce.return %s : f32
    }, {
    ^bb0(%p: i32, %q: i32):
      %c = arith.cmpi slt, %p, %q : i32
      %z = scf.if %c -> i32 {
        scf.yield %p : i32
      } else {
        scf.yield %q : i32
      }
      scf.reduce.return %z : i32
    }
  }
  %t = scf.parallel (%i) = (%n) to (%n) step (%n) init (%n) -> index {
    scf.reduce(%i : index) {
    ^bb0(%p: index, %q: index):
      scf.reduce.return %q : index
    }
  }
  "foo.use"(%t) : (index) -> ()
  return %r#0, %r#1 : f32, i32
}
// -----
// scf.forall on buffers, with static and dynamic bounds
func.func @f(%n: index, %m: memref<?xindex>) {
  scf.forall (%i, %j) in (%n, 7) {
    memref.store %j, %m[%i] : memref<?xindex>
  }
  scf.forall (%i, %j) = (1, %n) to (9, 7) step (2, 3) {
    memref.store %j, %m[%i] : memref<?xindex>
    scf.forall (%k) in (2) {
      memref.store %k, %m[%i] : memref<?xindex>
    }
  }
  return
}
// -----
// loops between blocks, and in regions that nobody describes
func.func @f(%n: index, %c: i1) {
  cf.cond_br %c, ^x, ^y
^x:
  scf.for %i = %n to %n step %n {
    "foo.use"(%i) : (index) -> ()
  }
  cf.br ^y
^y:
  "foo.region"() ({
    scf.if %c {
      "foo.inner"() : () -> ()
    }
    "foo.end"() : () -> ()
  }) : () -> ()
  return
}
