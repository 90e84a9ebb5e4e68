func.func @g(%a: tensor<4xf32> {x.y = affine_map<(d0) -> (d0 + 1)>}) {
  return
}
// -----
func.func private @g(tensor<4xf32> {x.y = affine_map<(d0) -> (d0 + 1)>})
// -----
func.func private @g() -> (tensor<4xf32> {x.y = affine_map<(d0) -> (d0 + 1)>})
// -----
func.func @g() -> (tensor<4xf32> {x.y = [affine_map<(d0) -> (d0 + 1)>, {a = affine_set<(d0) : (d0 == 0)>}]}) attributes {z.z = affine_map<(d0) -> (d0 + 2)>} {
  %0 = "t.x"() {m = affine_map<(d0) -> (d0 + 1)>} : () -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
// -----
func.func @g(%a: memref<4xf32, affine_map<(d0) -> (d0 + 5)>>, %b: index) {
  %0 = memref.load %a[%b] : memref<4xf32, affine_map<(d0) -> (d0 + 5)>>
  %1 = affine.apply affine_map<(d0)[s0] -> (d0 + s0)>(%b)[%b]
  %2 = arith.constant {loc = loc("a"), m = affine_map<(d0) -> (d0 + 9)>} 5 : i32
  %3 = "t.x"() <{m = affine_map<(d0) -> (d0 + 19)>}> {n = affine_map<(d0) -> (d0 + 29)>} : () -> i32
  return
}
// -----
module attributes {m.m = affine_map<(d0) -> (d0 + 9)>} {
  func.func private @h() attributes {m.m = affine_map<(d0) -> (d0 + 19)>}
  module attributes {m.m = affine_map<(d0) -> (d0 + 29)>} {
    func.func @h(%a: memref<1xf32, affine_map<(d0) -> (d0 + 39)>>) -> memref<1xf32, affine_map<(d0) -> (d0 + 39)>> {
      return %a : memref<1xf32, affine_map<(d0) -> (d0 + 39)>>
    }
  }
}
// -----
func.func @cast(%a: memref<4xf32, affine_map<(d0) -> (d0 + 39)>>, %c: i1) {
  %0 = memref.cast %a : memref<4xf32, affine_map<(d0) -> (d0 + 39)>> to memref<?xf32, affine_map<(d0) -> (d0 + 39)>>
  %1 = builtin.unrealized_conversion_cast %0 : memref<?xf32, affine_map<(d0) -> (d0 + 39)>> to memref<?xf32, affine_map<(d0) -> (d0 + 40)>>
  %2 = scf.if %c -> memref<4xf32, affine_map<(d0) -> (d0 + 41)>> {
    %5 = "t.x"() {m = affine_map<(d0) -> (d0 + 45)>} : () -> memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
    scf.yield %5 : memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
  } else {
    %5 = "t.x"() : () -> memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
    scf.yield %5 : memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
  } {m = affine_map<(d0) -> (d0 + 55)>}
  return
}
// -----
func.func @cast(%c: i1, %i: index) {
  %2 = scf.if %c -> memref<4xf32, affine_map<(d0) -> (d0 + 41)>> {
    %5 = "t.x"() {m = affine_map<(d0) -> (d0 + 45)>} : () -> memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
    scf.yield %5 : memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
  } else {
    %5 = "t.x"() : () -> memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
    scf.yield %5 : memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
  } {m = affine_map<(d0) -> (d0 + 55)>}
  %r = scf.for %j = %i to %i step %i iter_args(%x = %2) -> memref<4xf32, affine_map<(d0) -> (d0 + 41)>> {
    "t.y"() {m = affine_map<(d0) -> (d0 + 65)>} : () -> ()
    scf.yield %x : memref<4xf32, affine_map<(d0) -> (d0 + 41)>>
  } {m = affine_map<(d0) -> (d0 + 75)>}
  scf.parallel (%j) = (%i) to (%i) step (%i) {
    "t.y"() {m = affine_map<(d0) -> (d0 + 85)>} : () -> ()
    scf.reduce
  } {m = affine_map<(d0) -> (d0 + 95)>}
  %t = tensor.generate %i {
  ^bb0(%a: index):
    "t.y"() {m = affine_map<(d0) -> (d0 + 105)>} : () -> ()
    %q = arith.constant 1.0 : f32
    tensor.yield %q : f32
  } : tensor<?xf32, affine_map<(d0) -> (d0 + 115)>>
  %g = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} outs(%t : tensor<?xf32, affine_map<(d0) -> (d0 + 115)>>) attrs = {zz = affine_map<(d0) -> (d0 + 125)>} {
  ^bb0(%o: f32):
    %q = arith.constant {m = affine_map<(d0) -> (d0 + 135)>} 1.0 : f32
    linalg.yield %q : f32
  } -> tensor<?xf32, affine_map<(d0) -> (d0 + 115)>>
  return
}
// -----
func.func @cf(%c: i1, %i: memref<4xf32, affine_map<(d0) -> (d0 + 41)>>) {
  cf.br ^bb1(%i : memref<4xf32, affine_map<(d0) -> (d0 + 41)>>) {m = affine_map<(d0) -> (d0 + 2)>}
^bb1(%a: memref<4xf32, affine_map<(d0) -> (d0 + 41)>> loc("q")):
  %f = func.constant @cf : (i1, memref<4xf32, affine_map<(d0) -> (d0 + 41)>>) -> ()
  func.call @cf(%c, %a) {m = affine_map<(d0) -> (d0 + 3)>} : (i1, memref<4xf32, affine_map<(d0) -> (d0 + 41)>>) -> ()
  return {m = affine_map<(d0) -> (d0 + 4)>}
}
