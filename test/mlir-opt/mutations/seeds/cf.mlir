// Every op of cf: the modules that are mutated.
func.func @branches(%c: i1, %a: i32, %b: f32) -> i32 {
  cf.cond_br %c, ^bb1(%a : i32), ^bb2(%b, %a : f32, i32)
^bb1(%x: i32):
  cf.br ^bb3(%x : i32)
^bb2(%y: f32, %z: i32):
  %s = arith.addi %z, %a : i32
  cf.br ^bb3(%s : i32)
^bb3(%r: i32):
  return %r : i32
}
func.func @weights(%c: i1) {
  cf.assert %c, "must hold"
  cf.cond_br %c weights([5, 10]), ^bb1, ^bb2
^bb1:
  return
^bb2:
  cf.br ^bb1
}
func.func @loop(%n: index, %step: index) -> index {
  %zero = arith.constant 0 : index
  cf.br ^head(%zero : index)
^head(%i: index):
  %more = arith.cmpi slt, %i, %n : index
  cf.cond_br %more, ^body, ^exit
^body:
  %next = arith.addi %i, %step : index
  cf.br ^head(%next : index)
^exit:
  return %i : index
}
func.func @switch(%flag: i32, %a: i32, %b: i32) -> i32 {
  cf.switch %flag : i32, [
    default: ^bb1(%a : i32),
    42: ^bb2(%b : i32),
    43: ^bb3
  ]
^bb1(%x: i32):
  return %x : i32
^bb2(%y: i32):
  cf.br ^bb1(%y : i32)
^bb3:
  cf.br ^bb1(%a : i32)
}
func.func @plain_switch(%flag: i8) {
  cf.switch %flag : i8, [
    default: ^bb1
  ]
^bb1:
  return
}
