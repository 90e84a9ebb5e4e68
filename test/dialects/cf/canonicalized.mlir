module {
  func.func @merge_blocks() -> i32 {
    %c0_i32 = arith.constant 0 : i32
    return %c0_i32 : i32
  }
  func.func @branch_through(%arg0: i32, %arg1: i32) -> (i32, i32) {
    "test.enter"()[^bb1, ^bb2, ^bb3] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.br ^bb3(%arg0, %arg1 : i32, i32)
  ^bb2(%0: i32):  // pred: ^bb0
    cf.br ^bb3(%0, %arg1 : i32, i32)
  ^bb3(%1: i32, %2: i32):  // 3 preds: ^bb0, ^bb1, ^bb2
    return %1, %2 : i32, i32
  }
  func.func @known_conditions(%arg0: i1, %arg1: i32) {
    return
  }
  func.func @one_block_twice(%arg0: i1, %arg1: i32) {
    return
  }
  func.func @select_operands(%arg0: i1, %arg1: i32, %arg2: i32, %arg3: tensor<2xi32>, %arg4: tensor<2xi32>) -> (i32, tensor<2xi32>) {
    %0 = arith.select %arg0, %arg1, %arg2 : i32
    %1 = arith.select %arg0, %arg3, %arg4 : tensor<2xi32>
    return %0, %1 : i32, tensor<2xi32>
  }
  func.func @known_then_merge(%arg0: i32) {
    return
  }
  func.func @cond_through_then_select(%arg0: i32, %arg1: i32, %arg2: i32, %arg3: i1) -> (i32, i32) {
    %0 = arith.select %arg3, %arg0, %arg2 : i32
    %1 = arith.select %arg3, %arg1, %arg2 : i32
    return %0, %1 : i32, i32
  }
  func.func @not_through_effects(%arg0: i1) {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    "test.op"() : () -> ()
    cf.br ^bb2
  ^bb2:  // 2 preds: ^bb0, ^bb1
    return
  }
  func.func @no_cases(%arg0: i32, %arg1: f32) {
    "test.enter"()[^bb1, ^bb2] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.br ^bb2(%arg1 : f32)
  ^bb2(%0: f32):  // 2 preds: ^bb0, ^bb1
    "test.end2"(%0) : (f32) -> ()
  }
  func.func @cases_like_default(%arg0: i32, %arg1: f32, %arg2: f32) {
    "test.enter"()[^bb1, ^bb2, ^bb3] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.switch %arg0 : i32, [
      default: ^bb2(%arg1 : f32),
      10: ^bb3(%arg2 : f32)
    ]
  ^bb2(%0: f32):  // 2 preds: ^bb0, ^bb1
    "test.end2"(%0) : (f32) -> ()
  ^bb3(%1: f32):  // 2 preds: ^bb0, ^bb1
    "test.end3"(%1) : (f32) -> ()
  }
  func.func @known_flag_default(%arg0: f32, %arg1: f32, %arg2: f32) {
    "test.enter"()[^bb1, ^bb2, ^bb3, ^bb4] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.br ^bb2(%arg0 : f32)
  ^bb2(%0: f32):  // 2 preds: ^bb0, ^bb1
    "test.end2"(%0) : (f32) -> ()
  ^bb3(%1: f32):  // pred: ^bb0
    "test.end3"(%1) : (f32) -> ()
  ^bb4(%2: f32):  // pred: ^bb0
    "test.end4"(%2) : (f32) -> ()
  }
  func.func @known_flag_case(%arg0: f32, %arg1: f32, %arg2: f32) {
    "test.enter"()[^bb1, ^bb2, ^bb3, ^bb4] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.br ^bb3(%arg1 : f32)
  ^bb2(%0: f32):  // pred: ^bb0
    "test.end2"(%0) : (f32) -> ()
  ^bb3(%1: f32):  // 2 preds: ^bb0, ^bb1
    "test.end3"(%1) : (f32) -> ()
  ^bb4(%2: f32):  // pred: ^bb0
    "test.end4"(%2) : (f32) -> ()
  }
  func.func @switch_through(%arg0: i32, %arg1: f32, %arg2: f32, %arg3: f32, %arg4: f32) {
    "test.enter"()[^bb1, ^bb2, ^bb3, ^bb4, ^bb5, ^bb6] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.switch %arg0 : i32, [
      default: ^bb5(%arg1 : f32),
      43: ^bb6(%arg2 : f32),
      44: ^bb4(%arg3 : f32)
    ]
  ^bb2(%0: f32):  // pred: ^bb0
    cf.br ^bb5(%0 : f32)
  ^bb3(%1: f32):  // pred: ^bb0
    cf.br ^bb6(%1 : f32)
  ^bb4(%2: f32):  // 2 preds: ^bb0, ^bb1
    "test.end4"(%2) : (f32) -> ()
  ^bb5(%3: f32):  // 3 preds: ^bb0, ^bb1, ^bb2
    "test.end5"(%3) : (f32) -> ()
  ^bb6(%4: f32):  // 3 preds: ^bb0, ^bb1, ^bb3
    "test.end6"(%4) : (f32) -> ()
  }
  func.func @case_known(%arg0: i32, %arg1: f32, %arg2: f32) {
    "test.enter"()[^bb1, ^bb2, ^bb4, ^bb5] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.switch %arg0 : i32, [
      default: ^bb2,
      42: ^bb3
    ]
  ^bb2:  // 2 preds: ^bb0, ^bb1
    "test.end2"() : () -> ()
  ^bb3:  // pred: ^bb1
    "test.op"() : () -> ()
    cf.br ^bb5(%arg2 : f32)
  ^bb4(%0: f32):  // pred: ^bb0
    "test.end4"(%0) : (f32) -> ()
  ^bb5(%1: f32):  // 2 preds: ^bb0, ^bb3
    "test.end5"(%1) : (f32) -> ()
  }
  func.func @case_known_to_be_default(%arg0: i32, %arg1: f32, %arg2: f32, %arg3: f32) {
    "test.enter"()[^bb1, ^bb2, ^bb4, ^bb5, ^bb6] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.switch %arg0 : i32, [
      default: ^bb2,
      42: ^bb3
    ]
  ^bb2:  // 2 preds: ^bb0, ^bb1
    "test.end2"() : () -> ()
  ^bb3:  // pred: ^bb1
    "test.op"() : () -> ()
    cf.br ^bb4(%arg1 : f32)
  ^bb4(%0: f32):  // 2 preds: ^bb0, ^bb3
    "test.end4"(%0) : (f32) -> ()
  ^bb5(%1: f32):  // pred: ^bb0
    "test.end5"(%1) : (f32) -> ()
  ^bb6(%2: f32):  // pred: ^bb0
    "test.end6"(%2) : (f32) -> ()
  }
  func.func @cases_excluded(%arg0: i32, %arg1: f32, %arg2: f32, %arg3: f32) {
    "test.enter"()[^bb1, ^bb2, ^bb4, ^bb5, ^bb6] : () -> ()
  ^bb1:  // pred: ^bb0
    cf.switch %arg0 : i32, [
      default: ^bb3,
      42: ^bb2
    ]
  ^bb2:  // 2 preds: ^bb0, ^bb1
    "test.end2"() : () -> ()
  ^bb3:  // pred: ^bb1
    "test.op"() : () -> ()
    cf.switch %arg0 : i32, [
      default: ^bb4(%arg1 : f32),
      43: ^bb6(%arg3 : f32)
    ]
  ^bb4(%0: f32):  // 2 preds: ^bb0, ^bb3
    "test.end4"(%0) : (f32) -> ()
  ^bb5(%1: f32):  // pred: ^bb0
    "test.end5"(%1) : (f32) -> ()
  ^bb6(%2: f32):  // 2 preds: ^bb0, ^bb3
    "test.end6"(%2) : (f32) -> ()
  }
  func.func @condition_known(%arg0: i1) {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    return
  ^bb2:  // pred: ^bb0
    "test.end"() : () -> ()
  }
  func.func @condition_known_after_effects(%arg0: i1) {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    "test.a"() : () -> ()
    return
  ^bb2:  // pred: ^bb0
    "test.end"() : () -> ()
  }
  func.func @assert_holds() {
    return
  }
  func.func @assert_fails() {
    %false = arith.constant false
    cf.assert %false, "the index is in range"
    return
  }
  func.func @assert_unknown(%arg0: i1) {
    cf.assert %arg0, "the index is in range"
    return
  }
  func.func @condition_in_successors(%arg0: i1) {
    %true = arith.constant true
    %false = arith.constant false
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    "test.use1"(%true) : (i1) -> ()
    cf.br ^bb3
  ^bb2:  // pred: ^bb0
    "test.use2"(%false) : (i1) -> ()
    "test.use3"(%false, %false) : (i1, i1) -> ()
    cf.br ^bb3
  ^bb3:  // 2 preds: ^bb1, ^bb2
    return
  }
  func.func @weights_kept(%arg0: i1, %arg1: i32) -> i32 {
    cf.cond_br %arg0 weights([10, 90]), ^bb2(%arg1 : i32), ^bb1
  ^bb1:  // pred: ^bb0
    "test.op"() : () -> ()
    cf.br ^bb2(%arg1 : i32)
  ^bb2(%0: i32):  // 2 preds: ^bb0, ^bb1
    return %0 : i32
  }
  func.func @unreachable_first(%arg0: i1, %arg1: i32) -> i32 {
    "test.op"() : () -> ()
    return %arg1 : i32
  }
  func.func @unreachable_second(%arg0: i1, %arg1: i32) -> i32 {
    "test.op"() : () -> ()
    return %arg1 : i32
  }
  func.func @unreachable_both(%arg0: i1, %arg1: i32) -> i32 {
    ub.unreachable
  }
  func.func @unreachable_after_effects(%arg0: i1, %arg1: i32) -> i32 {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    "test.op"() : () -> ()
    ub.unreachable
  ^bb2:  // pred: ^bb0
    "test.op"() : () -> ()
    return %arg1 : i32
  }
  func.func @all_to_one_block(%arg0: i32, %arg1: i32) -> i32 {
    return %arg1 : i32
  }
  func.func @cases_with_operands(%arg0: i32, %arg1: i32, %arg2: i32) -> i32 {
    cf.switch %arg0 : i32, [
      default: ^bb1(%arg1 : i32),
      1: ^bb1(%arg2 : i32)
    ]
  ^bb1(%0: i32):  // 2 preds: ^bb0, ^bb0
    return %0 : i32
  }
  func.func @nested_case(%arg0: i32, %arg1: i32, %arg2: i32) -> i32 {
    cf.switch %arg0 : i32, [
      default: ^bb1(%arg1 : i32),
      3: ^bb2
    ]
  ^bb1(%0: i32):  // 2 preds: ^bb0, ^bb2
    return %0 : i32
  ^bb2:  // pred: ^bb0
    "test.a"() : () -> ()
    cf.br ^bb1(%arg1 : i32)
  }
  func.func @nested_default(%arg0: i32, %arg1: i32, %arg2: i32) -> i32 {
    cf.switch %arg0 : i32, [
      default: ^bb2,
      1: ^bb1(%arg2 : i32),
      7: ^bb1(%arg1 : i32)
    ]
  ^bb1(%0: i32):  // 4 preds: ^bb0, ^bb0, ^bb2, ^bb2
    return %0 : i32
  ^bb2:  // pred: ^bb0
    "test.a"() : () -> ()
    cf.switch %arg0 : i32, [
      default: ^bb1(%arg1 : i32),
      4: ^bb1(%arg2 : i32)
    ]
  }
  func.func @dead_arguments(%arg0: i32, %arg1: i32, %arg2: f32) -> i32 {
    cf.switch %arg0 : i32, [
      default: ^bb2(%arg1 : i32),
      1: ^bb1(%arg1, %arg2 : i32, f32),
      7: ^bb1(%arg0, %arg2 : i32, f32),
      9: ^bb2(%arg0 : i32)
    ]
  ^bb1(%0: i32, %1: f32):  // 2 preds: ^bb0, ^bb0
    "test.a"(%1) : (f32) -> ()
    return %0 : i32
  ^bb2(%2: i32):  // 2 preds: ^bb0, ^bb0
    "test.a"() : () -> ()
    return %2 : i32
  }
  func.func @dead_arguments_in_loop(%arg0: i1, %arg1: i32, %arg2: f32) -> i32 {
    cf.cond_br %arg0 weights([1, 2]), ^bb2(%arg1 : i32), ^bb1(%arg2 : f32)
  ^bb1(%0: f32):  // 2 preds: ^bb0, ^bb1
    "test.a"(%0) : (f32) -> ()
    cf.cond_br %arg0, ^bb1(%0 : f32), ^bb2(%arg1 : i32)
  ^bb2(%1: i32):  // 2 preds: ^bb0, ^bb1
    "test.a"() : () -> ()
    return %1 : i32
  }
  func.func @loop(%arg0: index) -> index {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    cf.br ^bb1(%c0, %c0 : index, index)
  ^bb1(%0: index, %1: index):  // 2 preds: ^bb0, ^bb2
    %2 = arith.cmpi slt, %0, %arg0 : index
    cf.cond_br %2, ^bb2, ^bb3
  ^bb2:  // pred: ^bb1
    %3 = arith.addi %1, %0 : index
    %4 = arith.addi %0, %c1 : index
    cf.br ^bb1(%4, %3 : index, index)
  ^bb3:  // pred: ^bb1
    return %1 : index
  }
  func.func @circles(%arg0: i1) {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  ^bb2:  // 2 preds: ^bb0, ^bb2
    cf.br ^bb2
  }
  func.func @selfcond(%arg0: i1, %arg1: i32) {
    cf.br ^bb1
  ^bb1:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  }
  func.func @selfcond2(%arg0: i1, %arg1: i32) -> i32 {
    cf.br ^bb1(%arg1 : i32)
  ^bb1(%0: i32):  // 2 preds: ^bb0, ^bb1
    %1 = arith.addi %0, %arg1 : i32
    cf.cond_br %arg0, ^bb1(%1 : i32), ^bb2
  ^bb2:  // pred: ^bb1
    return %0 : i32
  }
  func.func @circle_of_two(%arg0: i1) {
    cf.br ^bb1
  ^bb1:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  }
  func.func @circle_of_three(%arg0: i1) {
    cf.br ^bb1
  ^bb1:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  }
  func.func @into_circle(%arg0: i1) {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // 2 preds: ^bb0, ^bb2
    cf.br ^bb2
  ^bb2:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  }
  func.func @into_circle_of_three(%arg0: i1) {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // 2 preds: ^bb0, ^bb2
    cf.br ^bb2
  ^bb2:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  }
  func.func @switch_into_circle(%arg0: i32) {
    cf.switch %arg0 : i32, [
      default: ^bb1,
      1: ^bb2
    ]
  ^bb1:  // 2 preds: ^bb0, ^bb2
    cf.br ^bb2
  ^bb2:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  }
  func.func @circle_with_arguments(%arg0: i1, %arg1: i32) {
    cf.cond_br %arg0, ^bb1, ^bb2
  ^bb1:  // 2 preds: ^bb0, ^bb2
    cf.br ^bb2
  ^bb2:  // 2 preds: ^bb0, ^bb1
    cf.br ^bb1
  }
  func.func @execute_region_a(%arg0: i32, %arg1: i1) -> i32 {
    %0 = "test.a"() : () -> i32
    cf.cond_br %arg1, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    "test.x"() : () -> ()
    cf.br ^bb3(%arg0, %0 : i32, i32)
  ^bb2:  // pred: ^bb0
    "test.y"() : () -> ()
    cf.br ^bb3(%0, %arg0 : i32, i32)
  ^bb3(%1: i32, %2: i32):  // 2 preds: ^bb1, ^bb2
    "test.b"(%1) : (i32) -> ()
    return %2 : i32
  }
  func.func @execute_region_b(%arg0: i32, %arg1: i1) {
    scf.if %arg1 {
      "test.x"() : () -> ()
    }
    return
  }
  func.func @execute_region_c(%arg0: i32, %arg1: i1) {
    scf.execute_region no_inline {
      cf.cond_br %arg1, ^bb1, ^bb2
    ^bb1:  // pred: ^bb0
      "test.x"() : () -> ()
      scf.yield
    ^bb2:  // pred: ^bb0
      "test.y"() : () -> ()
      scf.yield
    }
    return
  }
  func.func @execute_region_d(%arg0: i32, %arg1: i1) {
    cf.cond_br %arg1, ^bb1, ^bb2
  ^bb1:  // pred: ^bb0
    "test.x"() : () -> ()
    cf.br ^bb3
  ^bb2:  // pred: ^bb0
    "test.y"() : () -> ()
    cf.br ^bb3
  ^bb3:  // 2 preds: ^bb1, ^bb2
    "test.z"() : () -> ()
    return
  }
  func.func @execute_region_e(%arg0: i32) -> i32 {
    "test.x"() : () -> ()
    return %arg0 : i32
  }
  func.func @unreachable_blocks(%arg0: i32) -> i32 {
    return %arg0 : i32
  }
  func.func @unreachable_inside(%arg0: i32) -> i32 {
    %0 = "test.a"() : () -> i32
    return %0 : i32
  }
}
