// pipeline: loop-invariant-code-motion
// -----
// a pure op of values from outside
func.func @f(%n: index, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = arith.mulf %a, %a : f32
    memref.store %0, %m[%i] : memref<?xf32>
  }
  return
}
// -----
// a chain of invariant ops, in order
func.func @f(%n: index, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %c = arith.constant 2.0 : f32
    %0 = arith.mulf %a, %c : f32
    %1 = arith.addf %0, %a : f32
    %2 = arith.subf %1, %0 : f32
    memref.store %2, %m[%i] : memref<?xf32>
  }
  return
}
// -----
// what depends on the induction variable stays
func.func @f(%n: index, %a: index, %m: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = arith.addi %i, %a : index
    %1 = arith.muli %a, %a : index
    %2 = arith.addi %0, %1 : index
    memref.store %2, %m[%i] : memref<?xindex>
  }
  return
}
// -----
// what depends on a carried value stays
func.func @f(%n: index, %a: f32) -> f32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> (f32) {
    %0 = arith.addf %x, %a : f32
    %1 = arith.mulf %a, %a : f32
    %2 = arith.addf %0, %1 : f32
    scf.yield %2 : f32
  }
  return %r : f32
}
// -----
// an op leaves two nested loops
func.func @f(%n: index, %a: f32, %m: memref<?x?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    scf.for %j = %c0 to %n step %c1 {
      %0 = arith.mulf %a, %a : f32
      memref.store %0, %m[%i, %j] : memref<?x?xf32>
    }
  }
  return
}
// -----
// what depends on the outer loop leaves the inner one only
func.func @f(%n: index, %m: memref<?x?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    scf.for %j = %c0 to %n step %c1 {
      %0 = arith.muli %i, %n : index
      %1 = arith.addi %0, %j : index
      memref.store %1, %m[%i, %j] : memref<?x?xindex>
    }
  }
  return
}
// -----
// constant bounds of an inner loop leave the outer one
func.func @f(%n: index, %m: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %c4 = arith.constant 4 : index
    scf.for %j = %c0 to %c4 step %c1 {
      memref.store %j, %m[%i] : memref<?xindex>
    }
  }
  return
}
// -----
// ops that touch memory stay
func.func @f(%n: index, %m: memref<f32>, %o: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = memref.load %m[] : memref<f32>
    %1 = arith.addf %0, %0 : f32
    %2 = memref.alloc() : memref<4xf32>
    memref.store %1, %o[%i] : memref<?xf32>
    memref.dealloc %2 : memref<4xf32>
  }
  return
}
// -----
// a call stays
func.func private @g(f32) -> f32
func.func @f(%n: index, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = func.call @g(%a) : (f32) -> f32
    memref.store %0, %m[%i] : memref<?xf32>
  }
  return
}
// -----
// an unregistered op stays
func.func @f(%n: index, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = "other.op"(%a) : (f32) -> f32
    %1 = arith.addf %a, %a : f32
    "other.use"(%0, %1) : (f32, f32) -> ()
  }
  return
}
// -----
// an scf.if of pure ops and an invariant condition goes whole
func.func @f(%n: index, %c: i1, %a: f32, %m: memref<?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = scf.if %c -> f32 {
      %1 = arith.addf %a, %a : f32
      scf.yield %1 : f32
    } else {
      %2 = arith.mulf %a, %a : f32
      scf.yield %2 : f32
    }
    memref.store %0, %m[%i] : memref<?xf32>
  }
  return
}
// -----
// an scf.if whose branch uses the induction variable stays, and so does what is in it
func.func @f(%n: index, %c: i1, %a: index, %m: memref<?xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    %0 = scf.if %c -> index {
      %1 = arith.addi %a, %a : index
      scf.yield %1 : index
    } else {
      scf.yield %i : index
    }
    memref.store %0, %m[%i] : memref<?xindex>
  }
  return
}
// -----
// an scf.if that writes stays
func.func @f(%n: index, %c: i1, %a: f32, %m: memref<f32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.for %i = %c0 to %n step %c1 {
    scf.if %c {
      %0 = arith.addf %a, %a : f32
      memref.store %0, %m[] : memref<f32>
    }
  }
  return
}
// -----
// a nested region uses a value of the loop
func.func @f(%n: index, %c: i1, %a: index) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> (index) {
    %v = arith.muli %a, %a : index
    %w = arith.addi %v, %x : index
    %0 = scf.if %c -> index {
      scf.yield %v : index
    } else {
      scf.yield %w : index
    }
    scf.yield %0 : index
  }
  return %r : index
}
// -----
// scf.parallel
func.func @f(%n: index, %a: f32, %m: memref<?x?xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  scf.parallel (%i, %j) = (%c0, %c0) to (%n, %n) step (%c1, %c1) {
    %0 = arith.mulf %a, %a : f32
    memref.store %0, %m[%i, %j] : memref<?x?xf32>
  }
  return
}
// -----
// scf.forall
func.func @f(%n: index, %a: index, %m: memref<?xindex>) {
  scf.forall (%i) in (%n) {
    %0 = arith.muli %a, %a : index
    %1 = arith.addi %0, %i : index
    memref.store %1, %m[%i] : memref<?xindex>
  }
  return
}
// -----
// both regions of scf.while
func.func @f(%n: i32, %a: i32) -> i32 {
  %r = scf.while (%x = %a) : (i32) -> i32 {
    %0 = arith.muli %n, %a : i32
    %c = arith.cmpi slt, %x, %0 : i32
    scf.condition(%c) %x : i32
  } do {
  ^bb0(%y: i32):
    %1 = arith.addi %n, %a : i32
    %2 = arith.addi %y, %1 : i32
    scf.yield %2 : i32
  }
  return %r : i32
}
