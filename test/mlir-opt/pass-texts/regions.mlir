func.func @sink(%c: i1, %a: i32, %b: i32) -> i32 {
  %0 = arith.subi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %d = arith.addi %1, %1 : i32
  %2 = scf.if %c -> i32 {
    scf.yield %0 : i32
  } else {
    %k = scf.if %c -> i32 { scf.yield %d : i32 } else { %q = arith.addi %d, %a : i32
      scf.yield %q : i32 }
    scf.yield %k : i32
  }
  return %2 : i32
}
func.func @sw(%c: index, %a: i32, %b: i32) -> i32 {
  %0 = arith.subi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %x = arith.muli %1, %0 : i32
  %2 = scf.index_switch %c -> i32
  case 2 { scf.yield %0 : i32 }
  default { scf.yield %x : i32 }
  %n = scf.for %i = %c to %c step %c iter_args(%z = %a) -> i32 { scf.yield %x : i32 }
  %e = arith.muli %a, %a : i32
  %true = arith.constant true
  %w = scf.while (%q = %a) : (i32) -> i32 {
    scf.condition(%true) %e : i32
  } do {
  ^bb0(%y: i32):
    scf.yield %y : i32
  }

  return %2 : i32
}
