func.func @ints(%x: i32, %y: i32, %b: i1, %v: vector<4xi32>, %n: index) {
  %c0 = arith.constant 0 : i32
  %c1 = arith.constant 1 : i32
  %cm1 = arith.constant -1 : i32
  %min = arith.constant -2147483648 : i32
  %max = arith.constant 2147483647 : i32
  %t = arith.constant true
  %v0 = arith.constant dense<0> : vector<4xi32>
  %0 = arith.addi %x, %c0 : i32
  %1 = arith.addi %c1, %x : i32
  %2 = arith.subi %x, %x : i32
  %3 = arith.muli %x, %c0 : i32
  %4 = arith.muli %c1, %x : i32
  %5 = arith.andi %x, %cm1 : i32
  %6 = arith.ori %x, %cm1 : i32
  %7 = arith.xori %x, %x : i32
  %8 = arith.divsi %x, %c1 : i32
  %9 = arith.remsi %x, %c1 : i32
  %10 = arith.shli %x, %c0 : i32
  %11 = arith.maxsi %x, %max : i32
  %12 = arith.maxsi %x, %min : i32
  %13 = arith.minui %x, %c0 : i32
  %14 = arith.addi %v, %v0 : vector<4xi32>
  %15 = arith.subi %v, %v : vector<4xi32>
  %16 = arith.cmpi slt, %c1, %x : i32
  %17 = arith.cmpi ule, %x, %x : i32
  %18 = arith.select %t, %x, %y : i32
  %19 = arith.select %b, %x, %x : i32
  %20 = arith.addi %c1, %max : i32
  %21 = arith.subi %x, %y : i32
  %22 = arith.addi %21, %y : i32
  %23 = arith.addi %x, %y : i32
  %24 = arith.subi %23, %y : i32
  %25 = arith.extsi %x : i32 to i64
  %26 = arith.trunci %25 : i64 to i32
  %27 = arith.trunci %25 : i64 to i8
  %30 = arith.index_cast %x : i32 to index
  %31 = arith.index_cast %30 : index to i32
  %32 = arith.extsi %25 : i64 to i128
  %33 = arith.andi %x, %x : i32
  %34, %35 = arith.addui_extended %x, %c0 : i32, i1
  %36, %37 = arith.mului_extended %x, %c1 : i32
  %38 = arith.floordivsi %max, %cm1 : i32
  %39 = arith.divsi %x, %c0 : i32
  %40 = arith.divsi %c1, %c0 : i32
  %41 = arith.extui %b : i1 to i32
  %42 = arith.cmpi ne, %41, %c0 : i32
  %43 = arith.xori %b, %t : i1
  %44 = arith.select %43, %x, %y : i32
  "tst.use"(%0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, %16, %17, %18, %19, %20, %22, %24, %26, %27, %31, %32, %33, %34, %35, %36, %37, %38, %39, %40, %42, %44) : (i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, vector<4xi32>, vector<4xi32>, i1, i1, i32, i32, i32, i32, i32, i32, i8, i32, i128, i32, i32, i1, i32, i32, i32, i32, i32, i1, i32) -> ()
  return
}
func.func @chains(%x: i32, %n: index) -> (i32, i32, i32, i32, index, i32) {
  %c2 = arith.constant 2 : i32
  %c3 = arith.constant 3 : i32
  %n4 = arith.constant 4 : index
  %n5 = arith.constant 5 : index
  %0 = arith.addi %x, %c2 : i32
  %1 = arith.addi %0, %c3 : i32
  %2 = arith.subi %0, %c3 : i32
  %3 = arith.subi %c2, %x : i32
  %4 = arith.addi %3, %c3 : i32
  %5 = arith.muli %x, %c2 : i32
  %6 = arith.muli %5, %c3 : i32
  %7 = arith.addi %n, %n4 overflow<nsw> : index
  %8 = arith.addi %7, %n5 : index
  %9 = arith.subi %c3, %3 : i32
  return %1, %2, %4, %6, %8, %9: i32, i32, i32, i32, index, i32
}
func.func @floats(%x: f32, %y: f32) {
  %c0 = arith.constant 0.0 : f32
  %m0 = arith.constant -0.0 : f32
  %c1 = arith.constant 1.0 : f32
  %c2 = arith.constant 2.0 : f32
  %inf = arith.constant 0x7F800000 : f32
  %minf = arith.constant 0xFF800000 : f32
  %0 = arith.addf %x, %m0 : f32
  %1 = arith.addf %x, %c0 : f32
  %2 = arith.subf %x, %c0 : f32
  %3 = arith.mulf %c1, %x : f32
  %4 = arith.divf %x, %c1 : f32
  %5 = arith.negf %x : f32
  %6 = arith.negf %5 : f32
  %7 = arith.maximumf %x, %x : f32
  %8 = arith.maximumf %x, %minf : f32
  %9 = arith.maxnumf %x, %minf : f32
  %10 = arith.addf %c1, %c2 : f32
  %11 = arith.divf %c1, %c0 : f32
  %12 = arith.extf %x : f32 to f64
  %13 = arith.truncf %12 : f64 to f32
  %14 = arith.mulf %x, %c0 : f32
  %15 = arith.mulf %x, %c0 fastmath<nnan,nsz> : f32
  %16 = arith.minnumf %x, %x : f32
  %17 = arith.bitcast %c1 : f32 to i32
  %18 = arith.bitcast %x : f32 to i32
  %19 = arith.bitcast %18 : i32 to f32
  %20 = arith.sitofp %17 : i32 to f32
  %21 = arith.cmpf olt, %c1, %c2 : f32
  %22 = arith.addf %c1, %x : f32
  %23 = arith.fptosi %c2 : f32 to i8
  %24 = arith.truncf %c2 : f32 to bf16
  "tst.use"(%0, %1, %2, %3, %4, %6, %7, %8, %9, %10, %11, %13, %14, %15, %16, %17, %19, %20, %21, %22, %23, %24) : (f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, f32, i32, f32, f32, i1, f32, i8, bf16) -> ()
  return
}
func.func @broken_flags() -> (i16, i7, i1, vector<2xi64>, i8) {
  %a = arith.constant 101 : i16
  %b = arith.constant 3 : i16
  %0 = arith.divui %a, %b exact : i16
  %c = arith.constant 63 : i7
  %d = arith.constant 1 : i7
  %1 = arith.shrsi %c, %d exact : i7
  %t = arith.constant true
  %2 = arith.addi %t, %t overflow<nuw> : i1
  %v = arith.constant dense<[5, 8]> : vector<2xi64>
  %w = arith.constant dense<1> : vector<2xi64>
  %3 = arith.shrui %v, %w exact : vector<2xi64>
  %4 = arith.trunci %a overflow<nsw> : i16 to i8
  return %0, %1, %2, %3, %4 : i16, i7, i1, vector<2xi64>, i8
}
func.func @index_there_and_back(%b: i1, %c: i16) -> (index, index) {
  %0 = arith.index_castui %b : i1 to index
  %1 = arith.index_castui %0 : index to i8
  %2 = arith.index_castui %1 : i8 to index
  %3 = arith.index_castui %c : i16 to index
  %4 = arith.index_castui %3 : index to i16
  %5 = arith.index_castui %4 : i16 to index
  return %2, %5 : index, index
}
