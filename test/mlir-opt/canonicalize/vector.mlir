func.func @insert_constants(%v: vector<2xf32>) -> (vector<4xi1>, vector<1xi8>, vector<i8>, vector<2x2xi8>, vector<5xi1>, vector<2xf32>, vector<4xi8>, vector<2xi8>) {
  %true = arith.constant true
  %c = arith.constant dense<false> : vector<4xi1>
  %0 = vector.insert %true, %c [2] : i1 into vector<4xi1>
  %k = arith.constant 127 : i8
  %d = arith.constant dense<3> : vector<1xi8>
  %1 = vector.insert %k, %d [0] : i8 into vector<1xi8>
  %e = arith.constant dense<3> : vector<i8>
  %2 = vector.insert %k, %e [] : i8 into vector<i8>
  %f = arith.constant dense<3> : vector<2x2xi8>
  %g = arith.constant dense<[5,6]> : vector<2xi8>
  %3 = vector.insert %g, %f [1] : vector<2xi8> into vector<2x2xi8>
  %4 = vector.shuffle %c, %c [0, 1, 0, 1, 4] : vector<4xi1>, vector<4xi1>
  %x = arith.constant 1.5 : f32
  %y = arith.constant -0.0 : f32
  %5 = vector.from_elements %x, %y : vector<2xf32>
  %h = arith.constant dense<[1,2,3,4]> : vector<4xi8>
  %6 = vector.insert_strided_slice %g, %h {offsets=[1], strides=[1]} : vector<2xi8> into vector<4xi8>
  %7 = vector.from_elements %k, %k : vector<2xi8>
  return %0,%1,%2,%3,%4,%5,%6,%7: vector<4xi1>, vector<1xi8>, vector<i8>, vector<2x2xi8>, vector<5xi1>, vector<2xf32>, vector<4xi8>, vector<2xi8>
}
// -----
func.func @inserted(%a: i8, %b: i8, %s: vector<2xi8>) -> (vector<2xi8>, vector<1xi8>, vector<i8>) {
  %0 = vector.insert %a, %s [0] : i8 into vector<2xi8>
  %1 = vector.insert %b, %0 [1] : i8 into vector<2xi8>
  %p = ub.poison : vector<1xi8>
  %4 = vector.insert %a, %p [0] : i8 into vector<1xi8>
  %q = ub.poison : vector<i8>
  %5 = vector.insert %a, %q [] : i8 into vector<i8>
  return %1, %4, %5 : vector<2xi8>, vector<1xi8>, vector<i8>
}
// -----
func.func @positions(%v: vector<4x3xi1>, %b: i1, %w: vector<2x2xi8>) -> (vector<4x3xi1>, vector<4xi8>, i8) {
  %c3 = arith.constant 3 : index
  %0 = vector.insert %b, %v [%c3, 0] : i1 into vector<4x3xi1>
  %1 = vector.extract %w[0, 0] : i8 from vector<2x2xi8>
  %2 = vector.extract %w[0, 1] : i8 from vector<2x2xi8>
  %3 = vector.extract %w[1, 0] : i8 from vector<2x2xi8>
  %4 = vector.extract %w[1, 1] : i8 from vector<2x2xi8>
  %5 = vector.from_elements %1, %2, %3, %4 : vector<4xi8>
  %6 = vector.broadcast %1 : i8 to vector<2xi8>
  %7:2 = vector.to_elements %6 : vector<2xi8>
  return %0, %5, %7#1 : vector<4x3xi1>, vector<4xi8>, i8
}
// -----
func.func @reduced(%a: i8, %s: vector<2xi1>, %i: index, %v: vector<4xi8>, %m: vector<2x3xi8>, %t: vector<1x1x2xi8>, %acc: vector<2xi8>, %sc: vector<1x1xi8>) -> (vector<2xi8>, vector<1x1xi1>, vector<1xi1>, vector<1x3xi8>, vector<2xi8>, i8, vector<2xi8>, vector<1xi8>, i8) {
  %0 = vector.from_elements %a, %a : vector<2xi8>
  %1 = vector.extract %s[1] : i1 from vector<2xi1>
  %2 = vector.from_elements %1 : vector<1x1xi1>
  %3 = vector.extract_strided_slice %s {offsets=[1], sizes=[1], strides=[1]} : vector<2xi1> to vector<1xi1>
  %4 = vector.extract_strided_slice %m {offsets=[1], sizes=[1], strides=[1]} : vector<2x3xi8> to vector<1x3xi8>
  %5 = vector.multi_reduction <add>, %t, %acc [0,1] : vector<1x1x2xi8> to vector<2xi8>
  %6 = vector.multi_reduction <add>, %sc, %a [0,1] : vector<1x1xi8> to i8
  %7, %8 = vector.deinterleave %v : vector<4xi8> -> vector<2xi8>
  %9:4 = vector.to_elements %v : vector<4xi8>
  %r1 = vector.extract %v[2] : i8 from vector<4xi8>
  %r0 = vector.extract_strided_slice %v {offsets=[2], sizes=[1], strides=[1]} : vector<4xi8> to vector<1xi8>
  %red = vector.reduction <xor>, %r0, %a : vector<1xi8> into i8
  %10 = vector.from_elements %9#0, %9#2 : vector<2xi8>
  %11 = vector.broadcast %a : i8 to vector<1xi8>
  %12 = vector.shape_cast %11 : vector<1xi8> to vector<1x1xi8>
  %13 = vector.extract %12[0] : vector<1xi8> from vector<1x1xi8>
  return %0,%2,%3,%4,%5,%6,%10,%13,%red : vector<2xi8>, vector<1x1xi1>, vector<1xi1>, vector<1x3xi8>, vector<2xi8>, i8, vector<2xi8>, vector<1xi8>, i8
}
