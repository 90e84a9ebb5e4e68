// Programs that show structured operations with bodies of their own: random ones say little of what these are for.

export const genericExample = `#rows = affine_map<(i, j) -> (i, j)>
#sums = affine_map<(i, j) -> (i)>
func.func @row_sums(%x: tensor<4x8xf32>, %init: tensor<4xf32>) -> tensor<4xf32> {
  %0 = linalg.generic {indexing_maps = [#rows, #sums], iterator_types = ["parallel", "reduction"]} ins(%x : tensor<4x8xf32>) outs(%init : tensor<4xf32>) {
  ^bb0(%in: f32, %out: f32):
    %1 = arith.addf %out, %in : f32
    linalg.yield %1 : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}`;

export const mapExample = `func.func @product(%x: tensor<4x8xf32>, %y: tensor<4x8xf32>, %init: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = linalg.map ins(%x, %y : tensor<4x8xf32>, tensor<4x8xf32>) outs(%init : tensor<4x8xf32>)
    (%a: f32, %b: f32, %out: f32) {
      %1 = arith.mulf %a, %b : f32
      linalg.yield %1 : f32
    }
  return %0 : tensor<4x8xf32>
}`;

export const reduceExample = `func.func @row_maxima(%x: tensor<4x8xf32>, %init: tensor<4xf32>) -> tensor<4xf32> {
  %0 = linalg.reduce ins(%x : tensor<4x8xf32>) outs(%init : tensor<4xf32>) dimensions = [1]
    (%in: f32, %out: f32) {
      %1 = arith.maximumf %in, %out : f32
      linalg.yield %1 : f32
    }
  return %0 : tensor<4xf32>
}`;

export const indexExample = `#identity = affine_map<(i) -> (i)>
func.func @iota(%init: tensor<8xindex>) -> tensor<8xindex> {
  %0 = linalg.generic {indexing_maps = [#identity], iterator_types = ["parallel"]} outs(%init : tensor<8xindex>) {
  ^bb0(%out: index):
    %1 = linalg.index 0 : index
    linalg.yield %1 : index
  } -> tensor<8xindex>
  return %0 : tensor<8xindex>
}`;

export const transposeExample = `func.func @main(%x: tensor<2x3xf32>, %init: tensor<3x2xf32>) -> tensor<3x2xf32> {
  %0 = linalg.transpose ins(%x : tensor<2x3xf32>) outs(%init : tensor<3x2xf32>) permutation = [1, 0]
  return %0 : tensor<3x2xf32>
}`;
