func.func @integers(%a: i32, %b: i32, %i: index, %v: vector<4xi8>, %t: tensor<?x3xi64>, %s: vector<[4]x2xi16>, %u: tensor<*xi1>, %w: i128) {
  %0 = arith.addi %a, %b : i32
  %1 = arith.addi %a, %b overflow<nsw> : i32
  %2 = arith.addi %i, %i overflow<nsw, nuw> {k} : index
  %3 = arith.subi %v, %v overflow<nuw> : vector<4xi8>
  %4 = arith.muli %t, %t : tensor<?x3xi64>
  %5 = arith.shli %s, %s overflow<nsw,nuw> : vector<[4]x2xi16>
  %6 = arith.divsi %a, %b : i32
  %7 = arith.divsi %a, %b exact : i32
  %8 = arith.divui %u, %u exact {k = 1 : i8} : tensor<*xi1>
  %9 = arith.shrsi %w, %w exact : i128
  %10 = arith.shrui %a, %b : i32
  %11 = arith.ceildivsi %a, %b : i32
  %12 = arith.ceildivui %v, %v : vector<4xi8>
  %13 = arith.floordivsi %t, %t {k} : tensor<?x3xi64>
  %14 = arith.remsi %a, %b : i32
  %15 = arith.remui %i, %i : index
  %16 = arith.andi %a, %b : i32
  %17 = arith.ori %u, %u : tensor<*xi1>
  %18 = arith.xori %s, %s {k} : vector<[4]x2xi16>
  %19 = arith.maxsi %a, %b : i32
  %20 = arith.maxui %i, %i : index
  %21 = arith.minsi %v, %v : vector<4xi8>
  %22 = arith.minui %t, %t {k} : tensor<?x3xi64>
  %23, %24 = arith.addui_extended %a, %b : i32, i1
  %25:2 = arith.addui_extended %v, %v {k} : vector<4xi8>, vector<4xi1>
  %26:2 = arith.addui_extended %i, %i : index, i1
  %27:2 = arith.mulsi_extended %a, %b : i32
  %28, %29 = arith.mulsi_extended %t, %t {k} : tensor<?x3xi64>
  %30:2 = arith.mului_extended %s, %s : vector<[4]x2xi16>
  %31 = "arith.addi"(%a, %b) <{overflowFlags = #arith.overflow<none>}> : (i32, i32) -> i32
  %32 = "arith.divui"(%a, %b) <{isExact}> {k} : (i32, i32) -> i32
  return
}
// -----
func.func @floats(%a: f32, %b: f32, %d: f64, %v: vector<4xf16>, %t: tensor<?x3xbf16>, %s: vector<[4]x2xf8E5M2>, %u: tensor<*xf128>, %x: f80, %y: tf32) {
  %0 = arith.addf %a, %b : f32
  %1 = arith.addf %a, %b fastmath<fast> : f32
  %2 = arith.subf %d, %d fastmath<nnan,contract> {k} : f64
  %3 = arith.mulf %v, %v fastmath<reassoc,nnan,ninf,nsz,arcp,contract,afn> : vector<4xf16>
  %4 = arith.divf %t, %t fastmath<none> : tensor<?x3xbf16>
  %5 = arith.remf %s, %s : vector<[4]x2xf8E5M2>
  %6 = arith.negf %u : tensor<*xf128>
  %7 = arith.negf %x fastmath<afn> {k} : f80
  %8 = arith.maximumf %y, %y : tf32
  %9 = arith.minimumf %a, %b fastmath<nsz> : f32
  %10 = arith.maxnumf %a, %b : f32
  %11 = arith.minnumf %v, %v fastmath<arcp> : vector<4xf16>
  %12 = "arith.addf"(%a, %b) <{fastmath = #arith.fastmath<nnan,ninf>}> : (f32, f32) -> f32
  %13 = "arith.negf"(%a) : (f32) -> f32
  %14 = "arith.mulf"(%a, %b) {fastmath = #arith.fastmath<reassoc>} : (f32, f32) -> f32
  return
}
// -----
func.func @casts(%i: i32, %j: i64, %x: index, %f: f32, %d: f64, %v: vector<4xi16>, %w: vector<[2]xf16>, %t: tensor<?xi32>, %u: tensor<*xf32>, %m: memref<?xi32>, %n: memref<4xf32, strided<[2]>>, %h: bf16, %tx: tensor<2xindex>, %q: f4E2M1FN, %s: f8E8M0FNU) {
  %0 = arith.extui %i : i32 to i64
  %1 = arith.extsi %v : vector<4xi16> to vector<4xi128>
  %2 = arith.extf %f : f32 to f64
  %3 = arith.extf %w fastmath<contract> {k} : vector<[2]xf16> to vector<[2]xf32>
  %4 = arith.trunci %j : i64 to i32
  %5 = arith.trunci %t overflow<nsw> {k} : tensor<?xi32> to tensor<?xi1>
  %6 = arith.trunci %j overflow<nsw, nuw> : i64 to i8
  %7 = arith.truncf %d : f64 to f32
  %8 = arith.truncf %d to_nearest_even : f64 to f32
  %9 = arith.truncf %d downward fastmath<fast> : f64 to f32
  %10 = arith.truncf %d upward : f64 to f32
  %11 = arith.truncf %f toward_zero {k} : f32 to bf16
  %12 = arith.truncf %f to_nearest_away : f32 to f8E4M3FN
  %13 = arith.sitofp %t : tensor<?xi32> to tensor<?xf16>
  %14 = arith.uitofp %i {k} : i32 to f64
  %15 = arith.fptosi %f : f32 to i8
  %16 = arith.fptoui %d {k} : f64 to i1
  %17 = arith.index_cast %i : i32 to index
  %18 = arith.index_cast %tx : tensor<2xindex> to tensor<2xi64>
  %19 = arith.index_cast %m : memref<?xi32> to memref<?xindex>
  %20 = arith.index_castui %x {k} : index to i8
  %21 = arith.index_castui %v : vector<4xi16> to vector<4xindex>
  %22 = arith.bitcast %f : f32 to i32
  %23 = arith.bitcast %h {k} : bf16 to f16
  %24 = arith.bitcast %n : memref<4xf32, strided<[2]>> to memref<4xi32, strided<[2]>>
  %25 = arith.bitcast %t : tensor<?xi32> to tensor<?xf32>
  %26 = arith.scaling_extf %q, %s : f4E2M1FN, f8E8M0FNU to f32
  %27 = arith.scaling_extf %w, %w fastmath<nnan> {k} : vector<[2]xf16>, vector<[2]xf16> to vector<[2]xf64>
  %28 = arith.scaling_truncf %f, %s : f32, f8E8M0FNU to f4E2M1FN
  %29 = arith.scaling_truncf %f, %s upward fastmath<nnan> {k} : f32, f8E8M0FNU to f8E5M2
  %30 = arith.scaling_truncf %f, %s fastmath<fast> : f32, f8E8M0FNU to f8E5M2
  %31 = "arith.truncf"(%d) <{fastmath = #arith.fastmath<nnan>, roundingmode = 3 : i32}> : (f64) -> f32
  return
}
// -----
func.func @comparisons(%i: i32, %x: index, %f: f32, %c: i1, %v: vector<4xi16>, %vc: vector<4xi1>, %t: tensor<?x2xf32>, %tc: tensor<?x2xi1>, %u: tensor<*xf32>, %s: vector<[4]xindex>, %m: memref<4xf32>, %o: !foo.any) {
  %0 = arith.cmpi eq, %i, %i : i32
  %1 = arith.cmpi ne, %x, %x {k} : index
  %2 = arith.cmpi slt, %v, %v : vector<4xi16>
  %3 = arith.cmpi sle, %s, %s : vector<[4]xindex>
  %4 = arith.cmpi sgt, %i, %i : i32
  %5 = arith.cmpi sge, %i, %i : i32
  %6 = arith.cmpi ult, %i, %i : i32
  %7 = arith.cmpi ule, %i, %i : i32
  %8 = arith.cmpi ugt, %i, %i : i32
  %9 = arith.cmpi "uge", %i, %i : i32
  %10 = arith.cmpf false, %f, %f : f32
  %11 = arith.cmpf oeq, %t, %t : tensor<?x2xf32>
  %12 = arith.cmpf ogt, %u, %u fastmath<nnan> : tensor<*xf32>
  %13 = arith.cmpf oge, %f, %f fastmath<fast> {k} : f32
  %14 = arith.cmpf olt, %f, %f : f32
  %15 = arith.cmpf ole, %f, %f : f32
  %16 = arith.cmpf one, %f, %f : f32
  %17 = arith.cmpf ord, %f, %f : f32
  %18 = arith.cmpf ueq, %f, %f : f32
  %19 = arith.cmpf ugt, %f, %f : f32
  %20 = arith.cmpf uge, %f, %f : f32
  %21 = arith.cmpf ult, %f, %f : f32
  %22 = arith.cmpf ule, %f, %f : f32
  %23 = arith.cmpf une, %f, %f : f32
  %24 = arith.cmpf uno, %f, %f : f32
  %25 = arith.cmpf "true", %f, %f : f32
  %26 = arith.select %c, %i, %i : i32
  %27 = arith.select %vc, %v, %v {k} : vector<4xi1>, vector<4xi16>
  %28 = arith.select %c, %t, %t : tensor<?x2xf32>
  %29 = arith.select %tc, %t, %t : tensor<?x2xi1>, tensor<?x2xf32>
  %30 = arith.select %c, %m, %m : memref<4xf32>
  %31 = arith.select %c, %o, %o : !foo.any
  %32 = arith.select %c, %v, %v : i1, vector<4xi16>
  %33 = "arith.cmpi"(%i, %i) <{predicate = 3 : i64}> : (i32, i32) -> i1
  %34 = "arith.select"(%c, %f, %f) : (i1, f32, f32) -> f32
  return
}
// -----
func.func @constants() {
  %0 = arith.constant 1 : i32
  %1 = arith.constant -7 : i64
  %2 = arith.constant true
  %3 = arith.constant false
  %4 = arith.constant 42 : index
  %5 = arith.constant 1.5 : f32
  %6 = arith.constant -0.0 : f64
  %7 = arith.constant 1.0e-10
  %8 = arith.constant 0x7F800000 : f32
  %9 = arith.constant 0x7FC00001 : f32
  %10 = arith.constant {k} 255 : i8
  %11 = arith.constant dense<1> : tensor<4xi32>
  %12 = arith.constant dense<[[1, 2], [3, 4]]> : tensor<2x2xi8>
  %13 = arith.constant dense<[1.0, -2.5, 0x7FF0000000000000]> : vector<3xf64>
  %14 = arith.constant dense<true> : vector<[4]xi1>
  %15 = arith.constant dense<[true, false]> : tensor<2xi1>
  %16 = arith.constant dense<> : tensor<0x2xf32>
  %17 = arith.constant sparse<[[0, 1], [2, 0]], [1.0, 2.0]> : tensor<3x4xf32>
  %18 = arith.constant dense_resource<blob> : tensor<2xi32>
  %19 = arith.constant dense<"0x01000000020000000300000004000000"> : tensor<4xi32>
  %20 = arith.constant dense<(1.0, 2.0)> : tensor<2xcomplex<f32>>
  %21 = arith.constant 170141183460469231731687303715884105727 : i128
  %22 = arith.constant 1 : i1
  %23 = arith.constant 1.0 : f8E4M3FN
  %24 = arith.constant -1 : i1
  %25 = arith.constant dense<[0, 1, 2]> : tensor<3xindex>
  %26 = arith.constant -3 : index
  %27 = arith.constant -9223372036854775808 : i64
  %28 = arith.constant 0x7E00 : f16
  %29 = arith.constant dense<1> : tensor<i3>
  %30 = "arith.constant"() <{value = 3 : i7}> : () -> i7
  %31 = "arith.constant"() {value = 2.0 : bf16} : () -> bf16
  %32 = arith.constant 0 : i32
  %33 = arith.constant 0 : i32
  return
}
