// pipeline: int-range-optimizations
// -----
// comparisons that ranges decide
func.func @f(%a: i8, %u: i32) -> (i1, i1, i1, i1) {
  %c300 = arith.constant 300 : i32
  %c7 = arith.constant 7 : i32
  %c8 = arith.constant 8 : i32
  %e = arith.extui %a : i8 to i32
  %0 = arith.cmpi ult, %e, %c300 : i32
  %p = arith.andi %u, %c7 : i32
  %x = arith.xori %p, %c7 : i32
  %1 = arith.cmpi ult, %x, %c8 : i32
  %2 = arith.cmpi eq, %x, %c8 : i32
  %3 = arith.cmpi slt, %x, %c7 : i32
  return %0, %1, %2, %3 : i1, i1, i1, i1
}
// -----
// remainders that change nothing, and those that do
func.func @f(%a: i8, %b: i32) -> (i32, i32, i32, i32) {
  %c300 = arith.constant 300 : i32
  %c200 = arith.constant 200 : i32
  %e = arith.extui %a : i8 to i32
  %s = arith.extsi %a : i8 to i32
  %0 = arith.remui %e, %c300 : i32
  %1 = arith.remsi %e, %c300 : i32
  %2 = arith.remsi %s, %c300 : i32
  %3 = arith.remui %e, %c200 : i32
  return %0, %1, %2, %3 : i32, i32, i32, i32
}
// -----
// induction variables: bounds of the loop, one iteration, none
func.func @f() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c10 = arith.constant 10 : index
  %c20 = arith.constant 20 : index
  scf.for %i = %c0 to %c10 step %c1 {
    %q = arith.cmpi slt, %i, %c20 : index
    %r = arith.remui %i, %c10 : index
    "foo.use"(%q, %i, %r) : (i1, index, index) -> ()
  }
  scf.for %i = %c0 to %c1 step %c1 {
    "foo.use"(%i) : (index) -> ()
  }
  scf.for %i = %c10 to %c1 step %c1 {
    %q = arith.cmpi slt, %i, %c20 : index
    "foo.use"(%q, %i) : (i1, index) -> ()
  }
  return
}
// -----
// loops that carry: what creeps on is not known
func.func @f(%n: index, %a: f32) -> (index, i32, i1) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : i32
  %c9 = arith.constant 9 : i32
  %r:3 = scf.for %i = %c0 to %n step %c1 iter_args(%x = %c0, %y = %c5, %z = %a) -> (index, i32, f32) {
    %s = arith.addi %x, %c1 : index
    %t = arith.minui %y, %c5 : i32
    scf.yield %s, %t, %z : index, i32, f32
  }
  %q = arith.cmpi ule, %r#1, %c9 : i32
  return %r#0, %r#1, %q : index, i32, i1
}
// -----
// branches: ranges join at block arguments
func.func @f(%c: i1, %a: i32) -> (i1, i1) {
  %c5 = arith.constant 5 : i32
  %c9 = arith.constant 9 : i32
  %c20 = arith.constant 20 : i32
  cf.cond_br %c, ^x, ^y(%c9 : i32)
^x:
  %m = arith.minui %a, %c5 : i32
  cf.br ^y(%m : i32)
^y(%v: i32):
  %0 = arith.cmpi ult, %v, %c20 : i32
  %1 = arith.cmpi ult, %v, %c9 : i32
  return %0, %1 : i1, i1
}
// -----
// scf.if and select join ranges; a known condition chooses
func.func @f(%c: i1, %a: i32) -> (i1, i1, i1) {
  %c5 = arith.constant 5 : i32
  %c9 = arith.constant 9 : i32
  %c20 = arith.constant 20 : i32
  %m = arith.minui %a, %c9 : i32
  %r = scf.if %c -> i32 {
    scf.yield %m : i32
  } else {
    scf.yield %c5 : i32
  }
  %s = arith.select %c, %m, %c5 : i32
  %k = arith.cmpi ule, %m, %c20 : i32
  %t = arith.select %k, %c5, %a : i32
  %0 = arith.cmpi ult, %r, %c20 : i32
  %1 = arith.cmpi ult, %s, %c20 : i32
  %2 = arith.cmpi eq, %t, %c5 : i32
  return %0, %1, %2 : i1, i1, i1
}
// -----
// calls of private functions, from all sides
func.func private @p(%x: i32) -> i32 {
  %c5 = arith.constant 5 : i32
  %y = arith.minui %x, %c5 : i32
  %c6 = arith.constant 6 : i32
  %r = arith.remui %y, %c6 : i32
  return %r : i32
}
func.func @f(%x: i32) -> (i32, i1) {
  %c = arith.constant 7 : i32
  %m = arith.minsi %x, %c : i32
  %r = call @p(%m) : (i32) -> i32
  %k = arith.cmpi ugt, %r, %c : i32
  return %r, %k : i32, i1
}
// -----
// tensors and vectors: the range of all elements
func.func @f(%t: tensor<4xi32>, %v: vector<4xi8>) -> (tensor<4xi1>, vector<4xi1>, vector<4xi16>) {
  %d = arith.constant dense<7> : tensor<4xi32>
  %u = arith.minui %t, %d : tensor<4xi32>
  %0 = arith.cmpi ule, %u, %d : tensor<4xi32>
  %e = arith.extui %v : vector<4xi8> to vector<4xi16>
  %c = arith.constant dense<256> : vector<4xi16>
  %1 = arith.cmpi ult, %e, %c : vector<4xi16>
  %2 = arith.remui %e, %c : vector<4xi16>
  return %0, %1, %2 : tensor<4xi1>, vector<4xi1>, vector<4xi16>
}
// -----
// extents are not negative, and static ones are known
func.func @f(%t: tensor<?x4xf32>, %m: memref<?x4xf32>, %i: index) -> (i1, i1, i1) {
  %c0 = arith.constant 0 : index
  %c5 = arith.constant 5 : index
  %c1 = arith.constant 1 : index
  %d = tensor.dim %t, %c0 : tensor<?x4xf32>
  %0 = arith.cmpi sge, %d, %c0 : index
  %e = memref.dim %m, %c0 : memref<?x4xf32>
  %1 = arith.cmpi slt, %e, %c0 : index
  %g = arith.minui %i, %c1 : index
  %h = arith.maxui %g, %c1 : index
  %j = memref.dim %m, %h : memref<?x4xf32>
  %2 = arith.cmpi slt, %j, %c5 : index
  return %0, %1, %2 : i1, i1, i1
}
// -----
// sums, differences, products, with and without overflow flags
func.func @f(%a: i8, %b: i8, %x: i32, %y: i32) -> (i1, i1, i1, i1, i1, i1) {
  %c0 = arith.constant 0 : i32
  %c511 = arith.constant 511 : i32
  %cm = arith.constant -255 : i32
  %c65026 = arith.constant 65026 : i32
  %c1 = arith.constant 1 : i32
  %e = arith.extui %a : i8 to i32
  %f = arith.extui %b : i8 to i32
  %s = arith.addi %e, %f : i32
  %0 = arith.cmpi ult, %s, %c511 : i32
  %d = arith.subi %e, %f : i32
  %1 = arith.cmpi sge, %d, %cm : i32
  %p = arith.muli %e, %f : i32
  %2 = arith.cmpi ult, %p, %c65026 : i32
  %n = arith.maxui %x, %c1 : i32
  %q = arith.addi %n, %c1 overflow<nuw> : i32
  %3 = arith.cmpi ugt, %q, %c1 : i32
  %r = arith.addi %n, %c1 : i32
  %4 = arith.cmpi ugt, %r, %c1 : i32
  %w = arith.shli %e, %c1 : i32
  %5 = arith.cmpi ult, %w, %c511 : i32
  return %0, %1, %2, %3, %4, %5 : i1, i1, i1, i1, i1, i1
}
// -----
// quotients and shifts to the right
func.func @f(%a: i8, %x: i32) -> (i1, i1, i1, i1, i1, i1) {
  %c2 = arith.constant 2 : i32
  %c3 = arith.constant 3 : i32
  %c128 = arith.constant 128 : i32
  %c86 = arith.constant 86 : i32
  %cm = arith.constant -44 : i32
  %e = arith.extui %a : i8 to i32
  %s = arith.extsi %a : i8 to i32
  %q = arith.divui %e, %c2 : i32
  %0 = arith.cmpi ult, %q, %c128 : i32
  %r = arith.ceildivui %e, %c3 : i32
  %1 = arith.cmpi ult, %r, %c86 : i32
  %t = arith.floordivsi %s, %c3 : i32
  %2 = arith.cmpi sgt, %t, %cm : i32
  %u = arith.ceildivsi %s, %c3 : i32
  %3 = arith.cmpi sgt, %u, %cm : i32
  %v = arith.shrui %e, %c2 : i32
  %4 = arith.cmpi ult, %v, %c86 : i32
  %w = arith.shrsi %s, %c2 : i32
  %5 = arith.cmpi sgt, %w, %cm : i32
  return %0, %1, %2, %3, %4, %5 : i1, i1, i1, i1, i1, i1
}
// -----
// casts: truncation, extension, index
func.func @f(%a: i8, %n: index) -> (i1, i1, i1, i1) {
  %c256 = arith.constant 256 : index
  %c100 = arith.constant 100 : index
  %c101 = arith.constant 101 : i16
  %c-129 = arith.constant -129 : index
  %c16 = arith.constant 127 : i8
  %i = arith.index_castui %a : i8 to index
  %0 = arith.cmpi ult, %i, %c256 : index
  %m = arith.minui %n, %c100 : index
  %j = arith.index_cast %m : index to i16
  %1 = arith.cmpi ult, %j, %c101 : i16
  %k = arith.index_cast %a : i8 to index
  %2 = arith.cmpi sgt, %k, %c-129 : index
  %t = arith.trunci %j : i16 to i8
  %3 = arith.cmpi ult, %t, %c16 : i8
  return %0, %1, %2, %3 : i1, i1, i1, i1
}
// -----
// a condition that ranges decide makes a branch dead
func.func @f(%a: i32) -> i1 {
  %c7 = arith.constant 7 : i32
  %c8 = arith.constant 8 : i32
  %c100 = arith.constant 100 : i32
  %m = arith.minui %a, %c7 : i32
  %k = arith.cmpi ult, %m, %c8 : i32
  %r = scf.if %k -> i32 {
    scf.yield %m : i32
  } else {
    scf.yield %a : i32
  }
  %q = arith.cmpi ult, %r, %c100 : i32
  return %q : i1
}
