// pipeline: control-flow-sink
// -----
// each branch takes what only it uses
func.func @f(%c: i1, %a: i32, %b: i32) -> i32 {
  %0 = arith.subi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %2 = scf.if %c -> i32 {
    scf.yield %0 : i32
  } else {
    scf.yield %1 : i32
  }
  return %2 : i32
}
// -----
// what both branches, or others, use stays
func.func @f(%c: i1, %a: i32, %b: i32) -> (i32, i32) {
  %0 = arith.subi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %2 = scf.if %c -> i32 {
    %3 = arith.muli %0, %1 : i32
    scf.yield %3 : i32
  } else {
    scf.yield %0 : i32
  }
  return %2, %1 : i32, i32
}
// -----
// chains move together, in order
func.func @f(%c: i1, %a: i32, %b: i32) -> i32 {
  %0 = arith.subi %a, %b : i32
  %1 = arith.muli %0, %b : i32
  %2 = arith.addi %1, %0 : i32
  %3 = arith.xori %2, %1 : i32
  %r = scf.if %c -> i32 {
    %4 = arith.addi %3, %2 : i32
    scf.yield %4 : i32
  } else {
    scf.yield %a : i32
  }
  return %r : i32
}
// -----
// nested branches: from the inside out
func.func @f(%c: i1, %d: i1, %a: i32, %b: i32) -> i32 {
  %0 = arith.subi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %2 = arith.muli %1, %1 : i32
  %r = scf.if %c -> i32 {
    %s = scf.if %d -> i32 {
      scf.yield %0 : i32
    } else {
      scf.yield %2 : i32
    }
    %t = arith.addi %s, %1 : i32
    scf.yield %t : i32
  } else {
    scf.yield %a : i32
  }
  return %r : i32
}
// -----
// effects stay: reads, writes, allocations; a division may move, because it may run less often
func.func @f(%c: i1, %m: memref<4xi32>, %i: index, %a: i32, %b: i32) -> i32 {
  %0 = memref.load %m[%i] : memref<4xi32>
  %1 = arith.divsi %a, %b : i32
  %q = memref.alloc() : memref<4xi32>
  %r = scf.if %c -> i32 {
    memref.store %1, %q[%i] : memref<4xi32>
    scf.yield %0 : i32
  } else {
    scf.yield %a : i32
  }
  return %r : i32
}
// -----
// loops: nothing goes into a body that may run again
func.func @f(%n: index, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = arith.muli %a, %b : i32
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> i32 {
    %y = arith.addi %x, %0 : i32
    scf.yield %y : i32
  }
  return %r : i32
}
// -----
// a branch in a loop takes from the loop's body, not from in front of it
func.func @f(%n: index, %c: i1, %a: i32, %b: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = arith.muli %a, %b : i32
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> i32 {
    %1 = arith.muli %x, %b : i32
    %y = scf.if %c -> i32 {
      %2 = arith.addi %0, %1 : i32
      scf.yield %2 : i32
    } else {
      scf.yield %x : i32
    }
    scf.yield %y : i32
  }
  return %r : i32
}
// -----
// cases of scf.index_switch; scf.while and scf.execute_region are left alone
func.func @f(%k: index, %c: i1, %a: i32, %b: i32) -> (i32, i32, i32) {
  %0 = arith.subi %a, %b : i32
  %1 = arith.addi %a, %b : i32
  %2 = arith.muli %a, %b : i32
  %3 = arith.xori %a, %b : i32
  %r = scf.index_switch %k -> i32
  case 1 {
    scf.yield %0 : i32
  }
  default {
    scf.yield %1 : i32
  }
  %s = scf.execute_region -> i32 {
    scf.yield %2 : i32
  }
  %t = scf.while (%x = %a) : (i32) -> i32 {
    scf.condition(%c) %3 : i32
  } do {
  ^bb0(%y: i32):
    scf.yield %y : i32
  }
  return %r, %s, %t : i32, i32, i32
}
// -----
// an op with a region moves as a whole; no else branch
func.func @f(%c: i1, %d: i1, %a: i32, %m: memref<i32>) {
  %s = scf.if %d -> i32 {
    %x = arith.addi %a, %a : i32
    scf.yield %x : i32
  } else {
    scf.yield %a : i32
  }
  scf.if %c {
    memref.store %s, %m[] : memref<i32>
  }
  return
}
// -----
// regions of several blocks: only what the entry dominates
func.func @f(%c: i1, %a: i32, %b: i32) -> i32 {
  %0 = arith.subi %a, %b : i32
  cf.cond_br %c, ^x, ^y
^x:
  return %0 : i32
^y:
  return %a : i32
}
