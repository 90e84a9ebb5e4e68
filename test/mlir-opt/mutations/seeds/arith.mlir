// Every op of arith: the modules that are mutated.
func.func @integers(%a: i32, %b: i32, %v: vector<4xi8>, %t: tensor<?xi64>, %x: index) -> i32 {
  %0 = arith.addi %a, %b : i32
  %1 = arith.subi %v, %v : vector<4xi8>
  %2 = arith.muli %t, %t : tensor<?xi64>
  %3 = arith.divsi %x, %x : index
  %4 = arith.divui %a, %b : i32
  %5 = arith.ceildivsi %v, %v : vector<4xi8>
  %6 = arith.ceildivui %t, %t : tensor<?xi64>
  %7 = arith.floordivsi %x, %x : index
  %8 = arith.remsi %a, %b : i32
  %9 = arith.remui %v, %v : vector<4xi8>
  %10 = arith.andi %t, %t : tensor<?xi64>
  %11 = arith.ori %x, %x : index
  %12 = arith.xori %a, %b : i32
  %13 = arith.shli %v, %v : vector<4xi8>
  %14 = arith.shrsi %t, %t : tensor<?xi64>
  %15 = arith.shrui %x, %x : index
  %16 = arith.maxsi %a, %b : i32
  %17 = arith.maxui %v, %v : vector<4xi8>
  %18 = arith.minsi %t, %t : tensor<?xi64>
  %19 = arith.minui %x, %x : index
  %flags = arith.addi %a, %b overflow<nsw, nuw> : i32
  %exact = arith.divsi %a, %b exact : i32
  %sum, %over = arith.addui_extended %a, %b : i32, i1
  %low, %high = arith.mulsi_extended %v, %v : vector<4xi8>
  %ulow, %uhigh = arith.mului_extended %a, %b : i32
  return %0 : i32
}
func.func @floats(%a: f32, %b: f32, %v: vector<4xf16>, %t: tensor<2x?xf64>) -> f32 {
  %0 = arith.addf %a, %a : f32
  %1 = arith.subf %v, %v : vector<4xf16>
  %2 = arith.mulf %t, %t : tensor<2x?xf64>
  %3 = arith.divf %a, %a : f32
  %4 = arith.remf %v, %v : vector<4xf16>
  %5 = arith.maximumf %t, %t : tensor<2x?xf64>
  %6 = arith.minimumf %a, %a : f32
  %7 = arith.maxnumf %v, %v : vector<4xf16>
  %8 = arith.minnumf %t, %t : tensor<2x?xf64>
  %n = arith.negf %a fastmath<fast> : f32
  return %n : f32
}
func.func @casts(%i: i32, %j: i64, %f: f32, %d: f64, %x: index, %vi: vector<4xi16>, %vf: vector<4xf32>, %ti: tensor<?xi8>, %h: f16) {
  %0 = arith.extsi %i : i32 to i64
  %1 = arith.extui %vi : vector<4xi16> to vector<4xi32>
  %2 = arith.trunci %j : i64 to i8
  %3 = arith.extf %f : f32 to f64
  %4 = arith.truncf %vf : vector<4xf32> to vector<4xbf16>
  %5 = arith.truncf %d to_nearest_even : f64 to f32
  %6 = arith.sitofp %i : i32 to f32
  %7 = arith.uitofp %ti : tensor<?xi8> to tensor<?xf32>
  %8 = arith.fptosi %f : f32 to i32
  %9 = arith.fptoui %vf : vector<4xf32> to vector<4xi8>
  %10 = arith.index_cast %x : index to i64
  %11 = arith.index_castui %i : i32 to index
  %12 = arith.bitcast %f : f32 to i32
  %13 = arith.bitcast %vi : vector<4xi16> to vector<4xf16>
  %14 = arith.scaling_extf %h, %f : f16, f32 to f32
  %15 = arith.scaling_truncf %f, %f : f32, f32 to f16
  return
}
func.func @choices(%i: i32, %f: f32, %c: i1, %v: vector<4xi32>, %vc: vector<4xi1>, %t: tensor<?xf32>) -> i1 {
  %0 = arith.cmpi slt, %i, %i : i32
  %1 = arith.cmpi ule, %v, %v : vector<4xi32>
  %2 = arith.cmpf oeq, %f, %f : f32
  %3 = arith.cmpf ult, %t, %t fastmath<nnan> : tensor<?xf32>
  %4 = arith.select %c, %i, %i : i32
  %5 = arith.select %vc, %v, %v : vector<4xi1>, vector<4xi32>
  %6 = arith.select %c, %t, %t : tensor<?xf32>
  return %0 : i1
}
func.func @constants() -> (i32, index, f32, i1, vector<4xi32>, tensor<2x2xf32>) {
  %0 = arith.constant 7 : i32
  %1 = arith.constant 0 : index
  %2 = arith.constant 1.5 : f32
  %3 = arith.constant true
  %4 = arith.constant dense<[1, 2, 3, 4]> : vector<4xi32>
  %5 = arith.constant dense<0.0> : tensor<2x2xf32>
  %6 = arith.constant dense<1> : tensor<3xindex>
  return %0, %1, %2, %3, %4, %5 : i32, index, f32, i1, vector<4xi32>, tensor<2x2xf32>
}
