// pipeline: mem2reg
// -----
// one block: stores forward to loads
func.func @f(%a: i32, %b: i32) -> (i32, i32) {
  %m = memref.alloca() : memref<i32>
  memref.store %a, %m[] : memref<i32>
  %x = memref.load %m[] : memref<i32>
  memref.store %b, %m[] : memref<i32>
  %y = memref.load %m[] : memref<i32>
  %z = memref.load %m[] : memref<i32>
  %s = arith.addi %y, %z : i32
  return %x, %s : i32, i32
}
// -----
// a load before any store is poison
func.func @f(%a: f32) -> (f32, f32) {
  %c = arith.constant 1.0 : f32
  %m = memref.alloca() : memref<f32>
  %x = memref.load %m[] : memref<f32>
  memref.store %a, %m[] : memref<f32>
  %y = memref.load %m[] : memref<f32>
  return %x, %y : f32, f32
}
// -----
// branches that meet
func.func @f(%c: i1, %a: f32, %b: f32) -> f32 {
  %m = memref.alloca() : memref<f32>
  cf.cond_br %c, ^x, ^y
^x:
  memref.store %a, %m[] : memref<f32>
  cf.br ^z
^y:
  memref.store %b, %m[] : memref<f32>
  cf.br ^z
^z:
  %r = memref.load %m[] : memref<f32>
  return %r : f32
}
// -----
// one of two branches stores; both successors of a branch are the same block
func.func @f(%c: i1, %a: f32, %b: f32) -> (f32, f32) {
  %m = memref.alloca() : memref<f32>
  %n = memref.alloca() : memref<f32>
  memref.store %a, %m[] : memref<f32>
  cf.cond_br %c, ^x, ^y(%a : f32)
^x:
  memref.store %b, %m[] : memref<f32>
  memref.store %b, %n[] : memref<f32>
  cf.cond_br %c, ^y(%b : f32), ^y(%a : f32)
^y(%k: f32):
  %r = memref.load %m[] : memref<f32>
  %s = memref.load %n[] : memref<f32>
  %t = arith.addf %k, %s : f32
  return %r, %t : f32, f32
}
// -----
// a value that nobody loads after a meeting needs no argument
func.func @f(%c: i1, %a: i32) {
  %m = memref.alloca() : memref<i32>
  cf.cond_br %c, ^x, ^y
^x:
  memref.store %a, %m[] : memref<i32>
  cf.br ^y
^y:
  memref.store %a, %m[] : memref<i32>
  %r = memref.load %m[] : memref<i32>
  "foo.use"(%r) : (i32) -> ()
  return
}
// -----
// a loop of blocks
func.func @f(%c: i1, %a: i32) -> i32 {
  %m = memref.alloca() : memref<i32>
  memref.store %a, %m[] : memref<i32>
  cf.br ^l
^l:
  %t = memref.load %m[] : memref<i32>
  %k = arith.addi %t, %a : i32
  memref.store %k, %m[] : memref<i32>
  cf.cond_br %c, ^l, ^e
^e:
  %y = memref.load %m[] : memref<i32>
  return %y : i32
}
// -----
// a loop that only loads
func.func @f(%c: i1, %a: i32) -> i32 {
  %m = memref.alloca() : memref<i32>
  memref.store %a, %m[] : memref<i32>
  cf.br ^l
^l:
  %t = memref.load %m[] : memref<i32>
  "foo.use"(%t) : (i32) -> ()
  cf.cond_br %c, ^l, ^e
^e:
  %y = memref.load %m[] : memref<i32>
  return %y : i32
}
// -----
// buffers of one element, with indices; one slot's value stored in another
func.func @f(%a: i32) -> i32 {
  %z = arith.constant 0 : index
  %m = memref.alloca() : memref<1x1xi32>
  memref.store %a, %m[%z, %z] : memref<1x1xi32>
  %x = memref.load %m[%z, %z] : memref<1x1xi32>
  %q = memref.alloca() : memref<i32>
  memref.store %x, %q[] : memref<i32>
  %y = memref.load %q[] : memref<i32>
  %o = arith.addi %y, %x : i32
  memref.store %o, %q[] : memref<i32>
  %w = memref.load %q[] : memref<i32>
  return %w : i32
}
// -----
// what stays: several elements, the heap, another use, a use in a region, no use
func.func @f(%a: i32, %c: i1, %i: index) -> i32 {
  %m = memref.alloca() : memref<2xi32>
  memref.store %a, %m[%i] : memref<2xi32>
  %h = memref.alloc() : memref<i32>
  memref.store %a, %h[] : memref<i32>
  %p = memref.alloca() : memref<i32>
  memref.store %a, %p[] : memref<i32>
  "foo.use"(%p) : (memref<i32>) -> ()
  %q = memref.alloca() : memref<i32>
  memref.store %a, %q[] : memref<i32>
  scf.if %c {
    %t = memref.load %q[] : memref<i32>
    memref.store %t, %h[] : memref<i32>
  }
  %n = memref.alloca() : memref<i32>
  %y = memref.load %m[%i] : memref<2xi32>
  memref.dealloc %h : memref<i32>
  return %y : i32
}
// -----
// a slot inside a region, and vectors as elements
func.func @f(%n: index, %v: vector<4xf32>) {
  scf.for %i = %n to %n step %n {
    %m = memref.alloca() : memref<vector<4xf32>>
    memref.store %v, %m[] : memref<vector<4xf32>>
    %x = memref.load %m[] : memref<vector<4xf32>>
    "foo.use"(%x) : (vector<4xf32>) -> ()
  }
  return
}
// -----
// a buffer that holds a buffer
func.func @f(%a: i32) -> i32 {
  %m = memref.alloca() : memref<i32>
  %p = memref.alloca() : memref<memref<i32>>
  memref.store %m, %p[] : memref<memref<i32>>
  %q = memref.load %p[] : memref<memref<i32>>
  memref.store %a, %q[] : memref<i32>
  %x = memref.load %m[] : memref<i32>
  return %x : i32
}
// -----
// a switch, and a block that is never reached
func.func @f(%k: i32, %a: i32, %b: i32) -> i32 {
  %m = memref.alloca() : memref<i32>
  memref.store %a, %m[] : memref<i32>
  cf.switch %k : i32, [
    default: ^z(%a : i32),
    1: ^x,
    2: ^z(%b : i32)
  ]
^x:
  memref.store %b, %m[] : memref<i32>
  cf.br ^z(%k : i32)
^dead:
  cf.br ^z(%k : i32)
^z(%p: i32):
  %r = memref.load %m[] : memref<i32>
  %s = arith.addi %r, %p : i32
  return %s : i32
}
