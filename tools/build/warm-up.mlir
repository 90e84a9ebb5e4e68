// What the code cache is made from (code-cache.cjs): the commonest ops, so that their code is compiled once and for all.
#map = affine_map<(d0) -> (d0 + 1)>
func.func private @g(tensor<?xf32>) -> index
func.func @f(%a: i32, %t: tensor<4xf32>, %b: i1) -> (i32, tensor<4xf32>) attributes {m = #map, d = dense<[1, 2]> : tensor<2xi8>} {
  %c = arith.constant 1 : i32
  %zero = arith.constant 0 : index
  %one = arith.constant 1 : index
  %n = arith.constant 4 : index
  %x = arith.constant 1.5 : f32
  %s = arith.addi %a, %c : i32
  %p = arith.cmpi slt, %s, %a : i32
  %r = scf.for %i = %zero to %n step %one iter_args(%u = %t) -> (tensor<4xf32>) {
    %e = tensor.extract %u[%i] : tensor<4xf32>
    %m = math.sqrt %e : f32
    %k = arith.mulf %m, %x fastmath<fast> : f32
    %w = tensor.insert %k into %u[%i] : tensor<4xf32>
    scf.yield %w : tensor<4xf32>
  }
  %q = scf.if %b -> (i32) {
    scf.yield %s : i32
  } else {
    %z = arith.select %p, %a, %c : i32
    scf.yield %z : i32
  }
  %v = tensor.cast %r : tensor<4xf32> to tensor<?xf32>
  %h = func.call @g(%v) : (tensor<?xf32>) -> index
  return %q, %r : i32, tensor<4xf32>
}
