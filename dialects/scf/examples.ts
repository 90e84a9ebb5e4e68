// Programs that show loops and branches: random ones say little of what their regions are for.

export const forExample = `func.func @sum(%x: memref<16xf32>) -> f32 {
  %first = arith.constant 0 : index
  %end = arith.constant 16 : index
  %step = arith.constant 1 : index
  %zero = arith.constant 0.0 : f32
  %sum = scf.for %i = %first to %end step %step iter_args(%before = %zero) -> (f32) {
    %element = memref.load %x[%i] : memref<16xf32>
    %after = arith.addf %before, %element : f32
    scf.yield %after : f32
  }
  return %sum : f32
}`;

export const ifExample = `func.func @magnitude(%x: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %isNegative = arith.cmpi slt, %x, %zero : i32
  %result = scf.if %isNegative -> (i32) {
    %negated = arith.subi %zero, %x : i32
    scf.yield %negated : i32
  } else {
    scf.yield %x : i32
  }
  return %result : i32
}`;

export const whileExample = `func.func @halvings(%n: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %rest, %count = scf.while (%x = %n, %k = %zero) : (i32, i32) -> (i32, i32) {
    %isMore = arith.cmpi ugt, %x, %one : i32
    scf.condition(%isMore) %x, %k : i32, i32
  } do {
  ^bb0(%x: i32, %k: i32):
    %half = arith.shrui %x, %one : i32
    %next = arith.addi %k, %one : i32
    scf.yield %half, %next : i32, i32
  }
  return %count : i32
}`;

export const forallExample = `func.func @double(%x: tensor<8xf32>) -> tensor<8xf32> {
  %two = arith.constant dense<2.0> : tensor<4xf32>
  %out = tensor.empty() : tensor<8xf32>
  %result = scf.forall (%i) = (0) to (8) step (4) shared_outs(%shared = %out) -> (tensor<8xf32>) {
    %slice = tensor.extract_slice %x[%i] [4] [1] : tensor<8xf32> to tensor<4xf32>
    %doubled = arith.mulf %slice, %two : tensor<4xf32>
    scf.forall.in_parallel {
      tensor.parallel_insert_slice %doubled into %shared[%i] [4] [1] : tensor<4xf32> into tensor<8xf32>
    }
  }
  return %result : tensor<8xf32>
}`;

export const parallelExample = `func.func @sum(%x: memref<16xf32>) -> f32 {
  %first = arith.constant 0 : index
  %end = arith.constant 16 : index
  %step = arith.constant 1 : index
  %zero = arith.constant 0.0 : f32
  %sum = scf.parallel (%i) = (%first) to (%end) step (%step) init (%zero) -> f32 {
    %element = memref.load %x[%i] : memref<16xf32>
    scf.reduce(%element : f32) {
    ^bb0(%a: f32, %b: f32):
      %both = arith.addf %a, %b : f32
      scf.reduce.return %both : f32
    }
  }
  return %sum : f32
}`;

export const executeRegionExample = `func.func @main(%condition: i1, %x: i32) -> i32 {
  %result = scf.execute_region -> i32 {
    cf.cond_br %condition, ^bb1(%x : i32), ^bb2
  ^bb1(%y: i32):
    scf.yield %y : i32
  ^bb2:
    %other = arith.muli %x, %x : i32
    cf.br ^bb1(%other : i32)
  }
  return %result : i32
}`;

export const indexSwitchExample = `func.func @main(%case: index, %x: f32, %y: f32) -> f32 {
  %result = scf.index_switch %case -> f32
  case 2 {
    %sum = arith.addf %x, %y : f32
    scf.yield %sum : f32
  }
  case 5 {
    %product = arith.mulf %x, %y : f32
    scf.yield %product : f32
  }
  default {
    scf.yield %x : f32
  }
  return %result : f32
}`;
