module {
  func.func @assert(%arg0: i1) {
    cf.assert %arg0, "not \22in range\22:\0A give up" {foo = 1 : i32}
    return
  }
  func.func @br(%arg0: i32, %arg1: tensor<*xf32>) -> i32 {
    cf.br ^bb1
  ^bb1:  // pred: ^bb0
    cf.br ^bb2(%arg0, %arg1 : i32, tensor<*xf32>) {hint}
  ^bb2(%0: i32, %1: tensor<*xf32>):  // pred: ^bb1
    return %0 : i32
  }
  func.func @cond(%arg0: i1, %arg1: i32, %arg2: f32) -> i32 {
    cf.cond_br %arg0, ^bb1(%arg1 : i32), ^bb2(%arg2 : f32)
  ^bb1(%0: i32):  // 3 preds: ^bb0, ^bb2, ^bb3
    cf.cond_br %arg0 weights([10, 90]), ^bb3, ^bb4 {x = "y"}
  ^bb2(%1: f32):  // pred: ^bb0
    cf.cond_br %arg0, ^bb3, ^bb1(%arg1 : i32)
  ^bb3:  // 3 preds: ^bb1, ^bb2, ^bb3
    cf.cond_br %arg0, ^bb1(%arg1 : i32), ^bb3
  ^bb4:  // pred: ^bb1
    return %arg1 : i32
  }
  func.func @same(%arg0: i32, %arg1: i32, %arg2: i1) -> i32 {
    cf.cond_br %arg2, ^bb1(%arg0 : i32), ^bb1(%arg1 : i32)
  ^bb1(%0: i32):  // 2 preds: ^bb0, ^bb0
    return %0 : i32
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
  func.func @switch(%arg0: i32, %arg1: i64) {
    cf.switch %arg0 : i32, [
      default: ^bb1]
  ^bb1:  // pred: ^bb0
    cf.switch %arg0 : i32, [
      default: ^bb2(%arg1, %arg1 : i64, i64),
      42: ^bb3(%arg1 : i64),
      4294967295: ^bb3(%arg1 : i64),
      2147483648: ^bb4
    ] {foo = 1 : i32}
  ^bb2(%0: i64, %1: i64):  // pred: ^bb1
    return
  ^bb3(%2: i64):  // 2 preds: ^bb1, ^bb1
    scf.execute_region {
      cf.switch %arg0 : i32, [
        default: ^bb1,
        16: ^bb1
      ]
    ^bb1:  // 2 preds: ^bb0, ^bb0
      scf.yield
    }
    return
  ^bb4:  // pred: ^bb1
    return
  }
  func.func @widths(%arg0: i1, %arg1: i64, %arg2: si8, %arg3: ui16, %arg4: i128, %arg5: i5) {
    cf.switch %arg0 : i1, [
      default: ^bb1,
      0: ^bb1,
      1: ^bb2
    ]
  ^bb1:  // 2 preds: ^bb0, ^bb0
    cf.switch %arg1 : i64, [
      default: ^bb2,
      9223372036854775807: ^bb2,
      5: ^bb2
    ]
  ^bb2:  // 4 preds: ^bb0, ^bb1, ^bb1, ^bb1
    cf.switch %arg2 : si8, [
      default: ^bb3,
      1: ^bb3,
      255: ^bb3
    ]
  ^bb3:  // 3 preds: ^bb2, ^bb2, ^bb2
    cf.switch %arg3 : ui16, [
      default: ^bb4,
      1: ^bb4,
      65535: ^bb4
    ]
  ^bb4:  // 3 preds: ^bb3, ^bb3, ^bb3
    cf.switch %arg4 : i128, [
      default: ^bb5,
      1: ^bb5,
      65535: ^bb5
    ]
  ^bb5:  // 3 preds: ^bb4, ^bb4, ^bb4
    cf.switch %arg5 : i5, [
      default: ^bb6,
      31: ^bb6,
      25: ^bb6,
      0: ^bb6,
      31: ^bb6
    ]
  ^bb6:  // 5 preds: ^bb5, ^bb5, ^bb5, ^bb5, ^bb5
    return
  }
  func.func @result_number(%arg0: i32) {
    %0:2 = "test.op_with_two_results"() : () -> (i32, i32)
    cf.switch %arg0 : i32, [
      default: ^bb2,
      0: ^bb1(%0#1 : i32)
    ]
  ^bb1(%1: i32):  // pred: ^bb0
    return
  ^bb2:  // pred: ^bb0
    return
  }
}
