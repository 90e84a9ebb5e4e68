#map = affine_map<(d0)[s0] -> (d0 + s0)>
#map1 = affine_map<(d0) -> (d0, 4)>
#map2 = affine_map<()[s0, s1] -> (s0, s1, 5)>
#map3 = affine_map<() -> (3)>
module {
  func.func @f(%arg0: index, %arg1: index) {
    %0 = affine.apply #map(%arg0)[%arg1]
    %1 = affine.min #map1(%arg0)
    %2 = affine.max #map2()[%arg0, %arg1] {foo}
    %3 = affine.apply #map3()
    return
  }
}
