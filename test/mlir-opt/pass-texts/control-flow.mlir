func.func @f(%x: i32) -> (i32, i32, i32, index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c9 = arith.constant 9 : i32
  %c8 = arith.constant 8 : i32
  %r = scf.for %i = %c0 to %c0 step %c1 iter_args(%a = %c9) -> i32 { scf.yield %x : i32 }
  %s = scf.for %i = %c0 to %c1 step %c1 iter_args(%a = %c9) -> i32 { 
    %q = arith.addi %a, %c8 : i32
    scf.yield %q : i32 }
  %s1 = scf.for %i = %c0 to %c2 step %c1 iter_args(%a = %c9) -> i32 { 
    scf.yield %c8 : i32 }
  %s2 = scf.for %i = %c0 to %c1 step %c1 iter_args(%a = %c0) -> index { 
    "test.use"(%i) : (index) -> ()
    scf.yield %i : index }
  return %r, %s, %s1, %s2 : i32, i32, i32, index
}
func.func private @callee(%a: i32, %b: i32) -> (i32, i32) {
  return %a, %b : i32, i32
}
func.func @g(%x: i32) -> (i32, i32) {
  %c9 = arith.constant 9 : i32
  %0:2 = call @callee(%c9, %x) : (i32, i32) -> (i32, i32)
  return %0#0, %0#1 : i32, i32
}
func.func @h(%x: i32) -> i32 {
  %c1 = arith.constant 1 : i32
  %t = arith.constant true
  %c2 = arith.constant 2 : i32
  %a = arith.addi %c1, %c2 : i32
  %c3 = arith.constant 3 : i32
  cf.cond_br %t, ^a(%a : i32), ^b(%x : i32)
^a(%p: i32):
  cf.br ^c(%p : i32)
^b(%q: i32):
  cf.br ^c(%q : i32)
^c(%u : i32):
  %v = arith.addi %u, %c3 : i32
  %w = arith.subi %x, %x : i32
  %z = arith.addi %v, %w : i32
  return %z : i32
}
