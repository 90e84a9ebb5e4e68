// pipeline: inline
// -----
// a call of one block
func.func @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// a call of several blocks
func.func @g(%c: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  return %a : i32
^bb2:
  %0 = arith.addi %a, %b : i32
  return %0 : i32
}
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = call @g(%c, %a, %a) : (i1, i32, i32) -> i32
  %1 = arith.muli %0, %0 : i32
  return %1 : i32
}
// -----
// a private callee whose last call goes is erased
func.func private @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// a private callee of two calls, in one caller
func.func private @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  %1 = call @g(%0) : (i32) -> i32
  return %1 : i32
}
// -----
// a private callee of two callers
func.func private @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
func.func @h(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// private functions that nothing calls, and what only they call
func.func private @g(%a: i32) -> i32 {
  %0 = call @h(%a) : (i32) -> i32
  return %0 : i32
}
func.func private @h(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  return %a : i32
}
// -----
// a private callee that another op names stays
func.func private @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  %h = constant @g : (i32) -> i32
  "other.use"(%h) : ((i32) -> i32) -> ()
  return %0 : i32
}
// -----
// a chain of calls
func.func private @h(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}
func.func private @g(%a: i32) -> i32 {
  %0 = call @h(%a) : (i32) -> i32
  %1 = arith.muli %0, %a : i32
  return %1 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  %1 = call @h(%0) : (i32) -> i32
  return %1 : i32
}
// -----
// a function that calls itself
func.func @g(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// two functions that call each other
func.func @a(%x: i32) -> i32 {
  %0 = call @b(%x) : (i32) -> i32
  %1 = arith.addi %0, %x : i32
  return %1 : i32
}
func.func @b(%x: i32) -> i32 {
  %0 = call @a(%x) : (i32) -> i32
  %1 = arith.muli %0, %x : i32
  return %1 : i32
}
func.func @f(%x: i32) -> i32 {
  %0 = call @a(%x) : (i32) -> i32
  return %0 : i32
}
// -----
// three functions in a circle
func.func private @a(%x: i32) -> i32 {
  %0 = call @b(%x) : (i32) -> i32
  %1 = arith.addi %0, %x : i32
  return %1 : i32
}
func.func private @b(%x: i32) -> i32 {
  %0 = call @c(%x) : (i32) -> i32
  %1 = arith.muli %0, %x : i32
  return %1 : i32
}
func.func private @c(%x: i32) -> i32 {
  %0 = call @a(%x) : (i32) -> i32
  %1 = arith.subi %0, %x : i32
  return %1 : i32
}
func.func @f(%x: i32) -> i32 {
  %0 = call @a(%x) : (i32) -> i32
  return %0 : i32
}
// -----
// a declaration
func.func private @g(i32) -> i32
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// no_inline on the call, and on the callee
func.func @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @h(%a: i32) -> i32 attributes {no_inline} {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) {no_inline} : (i32) -> i32
  %1 = call @h(%0) : (i32) -> i32
  return %1 : i32
}
// -----
// a call inside a loop, and inside a conditional
func.func @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%n: index, %c: i1, %a: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> (i32) {
    %0 = func.call @g(%x) : (i32) -> i32
    %1 = scf.if %c -> i32 {
      %2 = func.call @g(%0) : (i32) -> i32
      scf.yield %2 : i32
    } else {
      scf.yield %0 : i32
    }
    scf.yield %1 : i32
  }
  return %r : i32
}
// -----
// several blocks do not fit into the body of a loop
func.func @g(%c: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  return %a : i32
^bb2:
  %0 = arith.addi %a, %b : i32
  return %0 : i32
}
func.func @f(%n: index, %c: i1, %a: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> (i32) {
    %0 = func.call @g(%c, %x, %a) : (i1, i32, i32) -> i32
    scf.yield %0 : i32
  }
  return %r : i32
}
// -----
// several blocks fit into scf.execute_region
func.func @g(%c: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  return %a : i32
^bb2:
  %0 = arith.addi %a, %b : i32
  return %0 : i32
}
func.func @f(%c: i1, %a: i32) -> i32 {
  %0 = scf.execute_region -> i32 {
    "other.op"() : () -> ()
    %1 = func.call @g(%c, %a, %a) : (i1, i32, i32) -> i32
    scf.yield %1 : i32
  }
  return %0 : i32
}
// -----
// an unregistered op in the callee
func.func @g(%a: i32) -> i32 {
  %0 = "other.op"(%a) : (i32) -> i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// the callee is simplified first
func.func private @g(%a: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %c2 = arith.constant 2 : i32
  %c3 = arith.constant 3 : i32
  %0 = arith.addi %c2, %c3 : i32
  %1 = arith.muli %a, %0 : i32
  %2 = arith.addi %1, %c0 : i32
  return %2 : i32
}
func.func @f(%a: i32) -> (i32, i32) {
  %0 = call @g(%a) : (i32) -> i32
  %1 = call @g(%0) : (i32) -> i32
  return %0, %1 : i32, i32
}
// -----
// and so is the caller, when the body is in it
func.func private @g(%c: i1, %a: i32) -> i32 {
  %0 = scf.if %c -> i32 {
    %1 = arith.muli %a, %a : i32
    scf.yield %1 : i32
  } else {
    scf.yield %a : i32
  }
  return %0 : i32
}
func.func @f(%a: i32) -> (i32, i32) {
  %t = arith.constant true
  %e = arith.constant false
  %0 = call @g(%t, %a) : (i1, i32) -> i32
  %1 = call @g(%e, %a) : (i1, i32) -> i32
  return %0, %1 : i32, i32
}
// -----
// an indirect call of a constant becomes direct, and is inlined
func.func private @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %h = constant @g : (i32) -> i32
  %0 = call_indirect %h(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// a function handed to another one, called there
func.func private @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func private @apply(%h: (i32) -> i32, %a: i32) -> i32 {
  %0 = call_indirect %h(%a) : (i32) -> i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  %h = constant @g : (i32) -> i32
  %0 = call @apply(%h, %a) : ((i32) -> i32, i32) -> i32
  return %0 : i32
}
// -----
// no results, no arguments
func.func private @g() {
  return
}
func.func @f() {
  call @g() : () -> ()
  call @g() : () -> ()
  return
}
// -----
// several results, two of one value
func.func private @g(%a: i32, %b: i32) -> (i32, i32, i32) {
  %0 = arith.subi %a, %b : i32
  return %b, %0, %b : i32, i32, i32
}
func.func @f(%a: i32, %b: i32) -> (i32, i32, i32) {
  %0:3 = call @g(%b, %a) : (i32, i32) -> (i32, i32, i32)
  return %0#2, %0#1, %0#0 : i32, i32, i32
}
// -----
// memory effects keep their order
func.func private @g(%m: memref<i32>, %a: i32) -> i32 {
  %0 = memref.load %m[] : memref<i32>
  memref.store %a, %m[] : memref<i32>
  return %0 : i32
}
func.func @f(%m: memref<i32>, %a: i32) -> i32 {
  %0 = call @g(%m, %a) : (memref<i32>, i32) -> i32
  %1 = call @g(%m, %0) : (memref<i32>, i32) -> i32
  return %1 : i32
}
// -----
// alloca in the callee
func.func private @g(%a: i32) -> i32 {
  %m = memref.alloca() : memref<i32>
  memref.store %a, %m[] : memref<i32>
  %0 = memref.load %m[] : memref<i32>
  return %0 : i32
}
func.func @f(%n: index, %a: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> (i32) {
    %0 = func.call @g(%x) : (i32) -> i32
    scf.yield %0 : i32
  }
  return %r : i32
}
// -----
// a private module's functions
module @inner attributes {sym_visibility = "private"} {
  func.func @g(%a: i32) -> i32 {
    %0 = func.call @h(%a) : (i32) -> i32
    return %0 : i32
  }
  func.func nested @h(%a: i32) -> i32 {
    %0 = arith.muli %a, %a : i32
    return %0 : i32
  }
  func.func nested @k(%a: i32) -> i32 {
    return %a : i32
  }
}
// -----
// a call in a block that is never reached
func.func private @g(%a: i32) -> i32 {
  %0 = arith.muli %a, %a : i32
  return %0 : i32
}
func.func @f(%a: i32) -> i32 {
  return %a : i32
^bb1:
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// a callee that never returns
func.func private @g(%a: i32) -> i32 {
  cf.br ^bb1
^bb1:
  cf.br ^bb1
}
func.func @f(%a: i32) -> i32 {
  %0 = call @g(%a) : (i32) -> i32
  return %0 : i32
}
// -----
// a callee that loops over blocks
func.func private @g(%n: i32) -> i32 {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  cf.br ^bb1(%c0 : i32)
^bb1(%i: i32):
  %0 = arith.addi %i, %c1 : i32
  %c = arith.cmpi slt, %0, %n : i32
  cf.cond_br %c, ^bb1(%0 : i32), ^bb2
^bb2:
  return %0 : i32
}
func.func @f(%n: i32) -> i32 {
  %0 = call @g(%n) : (i32) -> i32
  %1 = call @g(%0) : (i32) -> i32
  return %1 : i32
}
