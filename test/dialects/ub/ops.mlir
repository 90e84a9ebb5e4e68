module {
  func.func @f() -> f32 {
    %0 = ub.poison : f32
    %1 = ub.poison {foo} : vector<4xi64>
    %2 = ub.poison : memref<4xf32>
    ub.unreachable
  }
}
