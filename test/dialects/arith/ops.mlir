module {
  func.func @arith(%arg0: i32, %arg1: i32, %arg2: f32, %arg3: f32, %arg4: index, %arg5: i1, %arg6: vector<4xi32>, %arg7: tensor<?x3xf32>, %arg8: vector<4xi1>) {
    %c7_i32 = arith.constant 7 : i32
    %true = arith.constant true
    %c-5 = arith.constant -5 : index
    %cst = arith.constant dense<[1, 2, 3, 4]> : vector<4xi32>
    %cst_0 = arith.constant 1.000000e+00 : f32
    %c1_i8 = arith.constant {foo} 1 : i8
    %0 = arith.addi %arg0, %arg1 overflow<nsw, nuw> {bar} : i32
    %1 = arith.addi %arg6, %arg6 : vector<4xi32>
    %sum, %overflow = arith.addui_extended %arg0, %arg1 : i32, i1
    %low, %high = arith.mulsi_extended %arg0, %arg1 : i32
    %2 = arith.divsi %arg0, %arg1 exact : i32
    %3 = arith.addf %arg2, %arg3 fastmath<nnan,contract> : f32
    %4 = arith.addf %arg2, %arg3 fastmath<fast> : f32
    %5 = arith.extf %arg2 fastmath<contract> : f32 to f64
    %6 = arith.truncf %5 to_nearest_even fastmath<fast> : f64 to f32
    %7 = arith.cmpi slt, %arg0, %arg1 : i32
    %8 = arith.cmpf olt, %arg2, %arg3 fastmath<fast> : f32
    %9 = arith.select %arg5, %arg0, %arg1 : i32
    %10 = arith.select %arg8, %arg6, %arg6 : vector<4xi1>, vector<4xi32>
    %11 = arith.select %arg5, %arg6, %arg6 {foo} : vector<4xi32>
    %12 = arith.trunci %arg0 overflow<nsw> : i32 to i8
    %13 = arith.index_cast %arg4 : index to i32
    %14 = arith.bitcast %arg2 : f32 to i32
    %15 = arith.negf %arg2 : f32
    %16 = arith.floordivsi %arg4, %arg4 : index
    %17 = arith.sitofp %arg0 : i32 to f32
    %18 = arith.cmpi eq, %arg6, %arg6 : vector<4xi32>
    return
  }
  func.func @all(%arg0: i32, %arg1: i32, %arg2: i8, %arg3: f32, %arg4: f16, %arg5: index, %arg6: i1, %arg7: vector<[4]xf32>, %arg8: tensor<2x?xi16>, %arg9: f64) {
    %0 = arith.subi %arg0, %arg1 overflow<nuw> : i32
    %1 = arith.muli %arg8, %arg8 : tensor<2x?xi16>
    %low, %high = arith.mului_extended %arg0, %arg1 : i32
    %2 = arith.divui %arg0, %arg1 : i32
    %3 = arith.ceildivsi %arg5, %arg5 : index
    %4 = arith.ceildivui %arg0, %arg1 : i32
    %5 = arith.remsi %arg0, %arg1 : i32
    %6 = arith.remui %arg0, %arg1 : i32
    %7 = arith.andi %arg6, %arg6 : i1
    %8 = arith.ori %arg0, %arg1 : i32
    %9 = arith.xori %arg0, %arg1 : i32
    %10 = arith.shli %arg0, %arg1 overflow<nsw> : i32
    %11 = arith.shrsi %arg0, %arg1 exact : i32
    %12 = arith.shrui %arg0, %arg1 : i32
    %13 = arith.subf %arg7, %arg7 fastmath<reassoc,nnan,ninf,nsz,arcp,contract> : vector<[4]xf32>
    %14 = arith.mulf %arg3, %arg3 : f32
    %15 = arith.divf %arg4, %arg4 : f16
    %16 = arith.remf %arg3, %arg3 : f32
    %17 = arith.maximumf %arg3, %arg3 : f32
    %18 = arith.minimumf %arg3, %arg3 : f32
    %19 = arith.maxnumf %arg3, %arg3 : f32
    %20 = arith.minnumf %arg3, %arg3 : f32
    %21 = arith.maxsi %arg0, %arg1 : i32
    %22 = arith.maxui %arg0, %arg1 : i32
    %23 = arith.minsi %arg0, %arg1 : i32
    %24 = arith.minui %arg0, %arg1 : i32
    %25 = arith.extui %arg6 : i1 to i64
    %26 = arith.extsi %arg2 : i8 to i64
    %27 = arith.uitofp %arg0 : i32 to f16
    %28 = arith.fptosi %arg3 : f32 to i8
    %29 = arith.fptoui %arg3 : f32 to i8
    %30 = arith.index_castui %arg0 : i32 to index
    %31 = arith.cmpf une, %arg7, %arg7 : vector<[4]xf32>
    %32 = arith.cmpf true, %arg3, %arg3 : f32
    %33 = arith.truncf %arg9 toward_zero : f64 to f16
    %34 = arith.truncf %arg9 fastmath<nnan> : f64 to f16
    %35 = arith.extf %arg4 : f16 to f64
    %cst = arith.constant dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, -0.000000e+00]]> : tensor<2x2xbf16>
    %cst_0 = arith.constant 0x7FC00001 : f32
    %cst_1 = arith.constant dense<true> : vector<3xi1>
    return
  }
}
