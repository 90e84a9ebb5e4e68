module {
  func.func @trip0(%arg0: f32) -> f32 {
    return %arg0 : f32
  }
  func.func @trip1(%arg0: f32, %arg1: index) -> f32 {
    %c0 = arith.constant 0 : index
    "tst.use"(%c0) : (index) -> ()
    %0 = arith.addf %arg0, %arg0 : f32
    return %0 : f32
  }
  func.func @iter(%arg0: f32, %arg1: f32, %arg2: index) -> (f32, f32, f32) {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %0:3 = scf.for %arg3 = %c0 to %arg2 step %c1 iter_args(%arg4 = %arg0, %arg5 = %arg0, %arg6 = %arg0) -> (f32, f32, f32) {
      %1 = arith.addf %arg4, %arg1 : f32
      %2 = arith.addf %arg6, %arg1 : f32
      scf.yield %1, %arg1, %2 : f32, f32, f32
    }
    return %0#0, %arg1, %0#1 : f32, f32, f32
  }
  func.func @constant_if(%arg0: f32, %arg1: f32) -> f32 {
    return %arg0 : f32
  }
  func.func @unused_result(%arg0: i1, %arg1: f32, %arg2: f32) -> (f32, f32) {
    %true = arith.constant true
    %0 = scf.if %arg0 -> (f32) {
      %1 = "tst.b"(%true) : (i1) -> f32
      scf.yield %1 : f32
    } else {
      scf.yield %arg2 : f32
    }
    return %arg1, %0 : f32, f32
  }
  func.func @select(%arg0: i1, %arg1: f32, %arg2: f32) -> f32 {
    %0 = arith.select %arg0, %arg1, %arg2 : f32
    return %0 : f32
  }
  func.func @empty_else(%arg0: i1) {
    %true = arith.constant true
    scf.if %arg0 {
      "tst.a"(%true) : (i1) -> ()
    }
    return
  }
  func.func @execute(%arg0: f32) -> f32 {
    "tst.a"() : () -> ()
    return %arg0 : f32
  }
  func.func @dead_loop(%arg0: index) {
    return
  }
  func.func @bounds() {
    scf.forall (%arg0, %arg1) = (0, 2) to (4, 8) step (2, 1) {
      "tst.a"(%arg0, %arg1) : (index, index) -> ()
    }
    return
  }
  func.func @while_carries_constants(%arg0: i1, %arg1: f32, %arg2: index) -> (f32, f32, index) {
    %c0 = arith.constant 0 : index
    %0 = scf.while (%arg3 = %arg0, %arg4 = %arg2) : (i1, index) -> index {
      scf.condition(%arg3) %arg4 : index
    } do {
    ^bb0(%arg3: index):
      %1 = "test.step"(%arg1, %arg3) : (f32, index) -> i1
      scf.yield %1, %c0 : i1, index
    }
    return %arg1, %arg1, %0 : f32, f32, index
  }
  func.func @while_unused(%arg0: i1, %arg1: f32, %arg2: index) -> f32 {
    %0 = scf.while (%arg3 = %arg0, %arg4 = %arg1) : (i1, f32) -> f32 {
      %1 = "test.next"(%arg4) : (f32) -> f32
      scf.condition(%arg3) %1 : f32
    } do {
    ^bb0(%arg3: f32):
      %1 = "test.step"(%arg3) : (f32) -> i1
      scf.yield %1, %arg3 : i1, f32
    }
    return %0 : f32
  }
  func.func @region_of_outer_values(%arg0: f32) -> f32 {
    scf.execute_region no_inline {
      "test.effect"() : () -> ()
      scf.yield
    }
    %0 = "test.use"(%arg0) : (f32) -> f32
    return %0 : f32
  }
  func.func @yields_from_outside(%arg0: f32, %arg1: f32) -> f32 {
    return %arg1 : f32
  }
}

