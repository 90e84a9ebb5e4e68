// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz folders --only='fold tensor.insert_slice'`, seed 4173912505. Wrong side: terrace, fixed: as many elements as there are
// are all elements in their order only with a stride of one; mlir-opt folds neither.

// CHECK-LABEL: func.func @insert(
// CHECK:         tensor.insert_slice
func.func @insert(%t: tensor<2xindex>, %i: index) -> tensor<2xindex> {
  %0 = tensor.insert_slice %t into %t[%i] [2] [%i] : tensor<2xindex> into tensor<2xindex>
  return %0 : tensor<2xindex>
}

// CHECK-LABEL: func.func @extract(
// CHECK:         tensor.extract_slice
func.func @extract(%t: tensor<2xindex>, %i: index) -> tensor<2xindex> {
  %0 = tensor.extract_slice %t[%i] [2] [%i] : tensor<2xindex> to tensor<2xindex>
  return %0 : tensor<2xindex>
}

// In bounds the offset is zero.
// CHECK-LABEL: func.func @at_offset(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<2xindex>, %{{.*}}: index) -> tensor<2xindex> {
// CHECK-NEXT:    return %[[ARG0]] : tensor<2xindex>
func.func @at_offset(%t: tensor<2xindex>, %i: index) -> tensor<2xindex> {
  %0 = tensor.extract_slice %t[%i] [2] [1] : tensor<2xindex> to tensor<2xindex>
  return %0 : tensor<2xindex>
}
