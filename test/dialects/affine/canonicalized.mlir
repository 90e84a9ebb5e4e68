#map = affine_map<()[s0, s1] -> (s0 * 4 + s1)>
#map1 = affine_map<()[s0] -> (s0 + 4)>
#map2 = affine_map<()[s0, s1] -> (s0 + s1 * 2)>
#map3 = affine_map<()[s0] -> (4, 8, s0 * 4)>
#map4 = affine_map<()[s0] -> (s0 * -4 + 10, 8)>
module {
  func.func @a(%arg0: index, %arg1: index, %arg2: index) -> (index, index, index, index, index, index, index) {
    %c0 = arith.constant 0 : index
    %0 = affine.apply #map()[%arg0, %arg1]
    %1 = affine.apply #map1()[%arg0]
    %2 = affine.apply #map2()[%arg2, %arg0]
    %3 = affine.min #map3()[%arg0]
    %4 = affine.min #map4()[%arg0]
    return %0, %1, %2, %3, %4, %c0, %arg0 : index, index, index, index, index, index, index
  }
}
