// Left sides that a search finds seldom: generated programs start from these functions, too (test/fuzz/registry.test.ts).
func.func @poison(%x: f32) -> (f32, f32, f32) {
  %p = ub.poison : f32
  %0 = math.rsqrt %p : f32
  %1 = math.cbrt %p : f32
  %2 = arith.addf %0, %1 : f32
  return %0, %2, %x : f32, f32, f32
}
