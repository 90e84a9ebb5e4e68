// Left sides that a search finds seldom: generated programs start from these functions, too (test/fuzz/registry.test.ts).
func.func @through(%c: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %0 = arith.addi %a, %b : i32
  cf.br ^bb3(%0 : i32)
^bb2:
  cf.br ^bb3(%b : i32)
^bb3(%x: i32):
  cf.br ^bb4(%x : i32)
^bb4(%y: i32):
  %1 = arith.muli %y, %a : i32
  return %1 : i32
}
func.func @one_block_twice(%c: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %c, ^bb1(%a : i32), ^bb1(%b : i32)
^bb1(%x: i32):
  return %x : i32
}
func.func @same_condition(%c: i1, %a: i32, %b: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  %0 = arith.select %c, %a, %b : i32
  cf.cond_br %c, ^bb3(%0 : i32), ^bb3(%b : i32)
^bb2:
  %1 = arith.extui %c : i1 to i32
  cf.cond_br %c, ^bb4(%a : i32), ^bb3(%1 : i32)
^bb3(%x: i32):
  return %x : i32
^bb4(%y: i32):
  %2 = arith.addi %y, %b : i32
  return %2 : i32
}
func.func @unreachable(%c: i1, %a: i32) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  return %a : i32
^bb2:
  ub.unreachable
}
func.func @no_cases(%f: i32, %a: i32) -> i32 {
  cf.switch %f : i32, [
    default: ^bb1(%a : i32)
  ]
^bb1(%x: i32):
  return %x : i32
}
func.func @case_like_default(%f: i32, %a: i32, %b: i32) -> i32 {
  cf.switch %f : i32, [
    default: ^bb1(%a : i32),
    1: ^bb1(%a : i32),
    2: ^bb2(%b : i32)
  ]
^bb1(%x: i32):
  return %x : i32
^bb2(%y: i32):
  %0 = arith.addi %y, %a : i32
  return %0 : i32
}
func.func @known_flag(%a: i32, %b: i32) -> i32 {
  %c2 = arith.constant 2 : i32
  cf.switch %c2 : i32, [
    default: ^bb1(%a : i32),
    2: ^bb1(%b : i32)
  ]
^bb1(%x: i32):
  return %x : i32
}
func.func @switch_through(%f: i32, %a: i32, %b: i32) -> i32 {
  cf.switch %f : i32, [
    default: ^bb1(%a : i32),
    2: ^bb2(%b : i32)
  ]
^bb1(%x: i32):
  cf.br ^bb3(%x : i32)
^bb2(%y: i32):
  %0 = arith.addi %y, %b : i32
  cf.br ^bb3(%0 : i32)
^bb3(%z: i32):
  %1 = arith.muli %z, %b : i32
  return %1 : i32
}
func.func @same_flag(%f: i32, %a: i32, %b: i32) -> i32 {
  cf.switch %f : i32, [
    default: ^bb1,
    2: ^bb2
  ]
^bb1:
  cf.switch %f : i32, [
    default: ^bb3(%a : i32),
    2: ^bb3(%b : i32),
    3: ^bb4(%b : i32)
  ]
^bb2:
  cf.switch %f : i32, [
    default: ^bb3(%a : i32),
    2: ^bb4(%b : i32)
  ]
^bb3(%x: i32):
  return %x : i32
^bb4(%y: i32):
  %0 = arith.addi %y, %a : i32
  return %0 : i32
}
