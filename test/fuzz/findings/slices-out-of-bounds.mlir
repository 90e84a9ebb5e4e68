// RUN: terrace-opt %s --canonicalize | FileCheck %s
// Found by `terrace fuzz rules --dialects=tensor,memref`, seeds 3457463104, 4208518825, 845089303, 163005474 and 3167590231. Wrong side: terrace, fixed: constant
// operands that lead out of bounds, undefined behaviour when the program runs, made static ops that do not verify.

// CHECK-LABEL: func.func @extract(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<1xf32>) -> tensor<?xf32> {
// CHECK-NEXT:    %[[C7:.*]] = arith.constant 7 : index
// CHECK-NEXT:    %[[C1:.*]] = arith.constant 1 : index
// CHECK-NEXT:    %[[EXTRACTED_SLICE:.*]] = tensor.extract_slice %[[ARG0]][%[[C7]]] [%[[C1]]] [1] : tensor<1xf32> to tensor<?xf32>
// CHECK-NEXT:    return %[[EXTRACTED_SLICE]] : tensor<?xf32>
// CHECK-NEXT:  }
func.func @extract(%t: tensor<1xf32>) -> tensor<?xf32> {
  %c7 = arith.constant 7 : index
  %c1 = arith.constant 1 : index
  %0 = tensor.extract_slice %t[%c7] [%c1] [1] : tensor<1xf32> to tensor<?xf32>
  return %0 : tensor<?xf32>
}

// CHECK-LABEL: func.func @insert(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<3xf32>, %[[ARG1:.*]]: tensor<3xf32>) -> tensor<3xf32> {
// CHECK-NEXT:    return %[[ARG1]] : tensor<3xf32>
// CHECK-NEXT:  }
func.func @insert(%t: tensor<3xf32>, %s: tensor<3xf32>) -> tensor<3xf32> {
  %c2 = arith.constant 2 : index
  %0 = tensor.insert_slice %s into %t[%c2] [3] [1] : tensor<3xf32> into tensor<3xf32>
  return %0 : tensor<3xf32>
}

// CHECK-LABEL: func.func @slice_of_slice(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<2x4xf32>, %[[ARG1:.*]]: index) -> tensor<3xf32> {
// CHECK-NEXT:    %[[C_4:.*]] = arith.constant -4 : index
// CHECK-NEXT:    %[[EXTRACTED_SLICE:.*]] = tensor.extract_slice %[[ARG0]][1, 0] [1, 4] [1, 1] : tensor<2x4xf32> to tensor<1x4xf32>
// CHECK-NEXT:    %[[EXTRACTED_SLICE_0:.*]] = tensor.extract_slice %[[EXTRACTED_SLICE]][%[[C_4]], 0] [1, 3] [1, 1] : tensor<1x4xf32> to tensor<3xf32>
// CHECK-NEXT:    return %[[EXTRACTED_SLICE_0]] : tensor<3xf32>
// CHECK-NEXT:  }
func.func @slice_of_slice(%t: tensor<2x4xf32>, %i: index) -> tensor<3xf32> {
  %c-4 = arith.constant -4 : index
  %0 = tensor.extract_slice %t[1, 0] [1, 4] [1, 1] : tensor<2x4xf32> to tensor<1x4xf32>
  %1 = tensor.extract_slice %0[%c-4, 0] [1, 3] [1, 1] : tensor<1x4xf32> to tensor<3xf32>
  return %1 : tensor<3xf32>
}

// CHECK-LABEL: func.func @subview(
// CHECK-SAME:  %[[ARG0:.*]]: memref<4x1xi8>) -> memref<4xi8, strided<[1], offset: ?>> {
// CHECK-NEXT:    %[[C1:.*]] = arith.constant 1 : index
// CHECK-NEXT:    %[[SUBVIEW:.*]] = memref.subview %[[ARG0]][%[[C1]], 0] [4, 1] [1, 1] : memref<4x1xi8> to memref<4xi8, strided<[1], offset: ?>>
// CHECK-NEXT:    return %[[SUBVIEW]] : memref<4xi8, strided<[1], offset: ?>>
// CHECK-NEXT:  }
func.func @subview(%m: memref<4x1xi8>) -> memref<4xi8, strided<[1], offset: ?>> {
  %c1 = arith.constant 1 : index
  %0 = memref.subview %m[%c1, 0] [4, 1] [1, 1] : memref<4x1xi8> to memref<4xi8, strided<[1], offset: ?>>
  return %0 : memref<4xi8, strided<[1], offset: ?>>
}

// A cast that forgets an extent hides that the slice leaves it (seed 4053174171).
// CHECK-LABEL: func.func @insert_into_cast(
// CHECK-SAME:  %[[ARG0:.*]]: tensor<4x1xf32>) -> tensor<4x?xf32> {
// CHECK-NEXT:    %[[CAST:.*]] = tensor.cast %[[ARG0]] : tensor<4x1xf32> to tensor<4x?xf32>
// CHECK-NEXT:    %[[INSERTED_SLICE:.*]] = tensor.insert_slice %[[ARG0]] into %[[CAST]][0, 1] [4, 1] [1, 1] : tensor<4x1xf32> into tensor<4x?xf32>
// CHECK-NEXT:    return %[[INSERTED_SLICE]] : tensor<4x?xf32>
// CHECK-NEXT:  }
func.func @insert_into_cast(%t: tensor<4x1xf32>) -> tensor<4x?xf32> {
  %cast = tensor.cast %t : tensor<4x1xf32> to tensor<4x?xf32>
  %0 = tensor.insert_slice %t into %cast[0, 1] [4, 1] [1, 1] : tensor<4x1xf32> into tensor<4x?xf32>
  return %0 : tensor<4x?xf32>
}
