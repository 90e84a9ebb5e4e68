// Left sides that a search finds seldom: generated programs start from these functions, too (test/fuzz/registry.test.ts).
func.func @blocks_in_a_function(%c: i1, %a: i32, %b: i32) -> i32 {
  %0 = scf.execute_region -> i32 {
    cf.cond_br %c, ^bb1(%a : i32), ^bb2
  ^bb1(%x: i32):
    %1 = arith.addi %x, %b : i32
    scf.yield %1 : i32
  ^bb2:
    scf.yield %b : i32
  }
  %2 = arith.muli %0, %a : i32
  return %2 : i32
}
func.func @parallel_nest(%m: memref<4x4xi32>, %x: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %c4 = arith.constant 4 : index
  scf.parallel (%i) = (%c0) to (%c4) step (%c1) {
    scf.parallel (%j) = (%c1) to (%c3) step (%c1) {
      memref.store %x, %m[%i, %j] : memref<4x4xi32>
    }
  }
  return
}
func.func @empty_else(%c: i1, %m: memref<i32>, %x: i32) {
  scf.if %c {
    memref.store %x, %m[] : memref<i32>
  } else {
  }
  return
}
func.func @condition_inside(%c: i1, %a: i32, %b: i32) -> i32 {
  %0 = scf.if %c -> i32 {
    %1 = arith.select %c, %a, %b : i32
    scf.yield %1 : i32
  } else {
    %1 = arith.extui %c : i1 to i32
    scf.yield %1 : i32
  }
  return %0 : i32
}
func.func @not(%c: i1, %m: memref<i32>, %x: i32, %y: i32) -> i32 {
  %true = arith.constant true
  %not = arith.xori %c, %true : i1
  %0 = scf.if %not -> i32 {
    memref.store %x, %m[] : memref<i32>
    scf.yield %x : i32
  } else {
    scf.yield %y : i32
  }
  return %0 : i32
}
func.func @nested_ifs(%c: i1, %d: i1, %b: i32, %m: memref<i32>) {
  scf.if %c {
    scf.if %d {
      memref.store %b, %m[] : memref<i32>
    }
  }
  return
}
func.func @ifs_in_a_row(%c: i1, %a: i32, %m: memref<i32>) {
  scf.if %c {
    memref.store %a, %m[] : memref<i32>
  }
  scf.if %c {
    %x = arith.addi %a, %a : i32
    memref.store %x, %m[] : memref<i32>
  } else {
    memref.store %a, %m[] : memref<i32>
  }
  return
}
