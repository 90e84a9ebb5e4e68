// Programs that show contractions and masks: random ones say little of what these are for.

export const contractExample = `#lhs = affine_map<(i, j, k) -> (i, k)>
#rhs = affine_map<(i, j, k) -> (k, j)>
#out = affine_map<(i, j, k) -> (i, j)>
func.func @matmul(%a: vector<4x8xf32>, %b: vector<8x2xf32>, %c: vector<4x2xf32>) -> vector<4x2xf32> {
  %0 = vector.contract {indexing_maps = [#lhs, #rhs, #out], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %a, %b, %c : vector<4x8xf32>, vector<8x2xf32> into vector<4x2xf32>
  return %0 : vector<4x2xf32>
}`;

export const maskExample = `func.func @sum_of_first(%x: vector<8xf32>, %n: index) -> f32 {
  %mask = vector.create_mask %n : vector<8xi1>
  %0 = vector.mask %mask { vector.reduction <add>, %x : vector<8xf32> into f32 } : vector<8xi1> -> f32
  return %0 : f32
}`;

export const yieldExample = `func.func @main(%x: vector<8xf32>, %mask: vector<8xi1>) -> f32 {
  %0 = vector.mask %mask {
    %1 = vector.reduction <maximumf>, %x : vector<8xf32> into f32
    vector.yield %1 : f32
  } : vector<8xi1> -> f32
  return %0 : f32
}`;

export const constantMaskExample = `func.func @main() -> vector<4x8xi1> {
  %0 = vector.constant_mask [3, 5] : vector<4x8xi1>
  return %0 : vector<4x8xi1>
}`;
