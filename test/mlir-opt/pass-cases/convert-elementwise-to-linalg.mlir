// pipeline: convert-elementwise-to-linalg
// -----
// results, scalars beside tensors, other element types, vectors and constants
func.func @f(%a: tensor<4x?xf32>, %b: tensor<4x?xf32>, %c: tensor<4x?xi1>, %s: i1, %v: vector<4xf32>) -> (tensor<4x?xf32>, tensor<4x?xi1>, tensor<4x?xf32>, tensor<4x?xf32>, tensor<4x?xf64>, vector<4xf32>) {
  %0 = arith.addf %a, %b fastmath<nnan> : tensor<4x?xf32>
  %1 = arith.cmpf olt, %a, %b : tensor<4x?xf32>
  %2 = arith.select %c, %a, %b : tensor<4x?xi1>, tensor<4x?xf32>
  %3 = arith.select %s, %a, %b : tensor<4x?xf32>
  %4 = arith.extf %a {foo = 1 : i32} : tensor<4x?xf32> to tensor<4x?xf64>
  %5 = arith.addf %v, %v : vector<4xf32>
  return %0, %1, %2, %3, %4, %5 : tensor<4x?xf32>, tensor<4x?xi1>, tensor<4x?xf32>, tensor<4x?xf32>, tensor<4x?xf64>, vector<4xf32>
}
func.func @g(%a: tensor<f32>, %u: tensor<*xf32>) -> (tensor<f32>, tensor<*xf32>) {
  %0 = math.sin %a : tensor<f32>
  %1 = math.sin %u : tensor<*xf32>
  %cst = arith.constant dense<1.0> : tensor<f32>
  return %0, %1 : tensor<f32>, tensor<*xf32>
}
// -----
// one operand twice, three operands, two results
func.func @f(%a: tensor<4x?xf32>, %b: tensor<4x?xf32>, %x: tensor<?xf32>, %y: tensor<4xf32>, %u: tensor<*xf32>, %i: tensor<2xindex>) {
  %0 = arith.mulf %a, %a : tensor<4x?xf32>
  %4 = math.fma %a, %b, %a : tensor<4x?xf32>
  %5 = arith.index_cast %i : tensor<2xindex> to tensor<2xi32>
  %s, %t = arith.addui_extended %5, %5 : tensor<2xi32>, tensor<2xi1>
  return
}
// -----
// inside regions, after other uses, in functions of no tensors
func.func @loop(%a: tensor<8xi32>, %n: index, %k: i32) -> tensor<8xi32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%x = %a) -> tensor<8xi32> {
    %m = arith.maxsi %x, %a : tensor<8xi32>
    %s = arith.subi %m, %x overflow<nsw> : tensor<8xi32>
    scf.yield %s : tensor<8xi32>
  }
  %z = arith.addi %k, %k : i32
  return %r : tensor<8xi32>
}
