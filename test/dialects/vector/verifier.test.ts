// What the verifier says of wrong vector ops: the messages of mlir-opt 22.
import { expect, test } from "@jest/globals";
import { problemsOf } from "../../support/mlir.ts";

const head = `
  #mk = affine_map<(i, j, k) -> (i, k)>
  #kn = affine_map<(i, j, k) -> (k, j)>
  #nk = affine_map<(i, j, k) -> (j, k)>
  #mn = affine_map<(i, j, k) -> (i, j)>
  #nm = affine_map<(i, j, k) -> (j, i)>
  func.func @f(%m: memref<4x8xf32>, %i: index, %p: f32, %n: i32, %v8: vector<8xf32>, %vi8: vector<8xi32>, %k8: vector<8xi1>,
      %a: vector<4x3xf32>, %b: vector<3x5xf32>, %c: vector<4x5xf32>, %a4: vector<4xf32>, %v3: vector<3xf32>) {`;

test.each<[text: string, message: string]>([
  [
    "%0 = vector.transfer_read %m[%i], %p : memref<4x8xf32>, vector<4x8xf32>",
    "'vector.transfer_read' op requires 2 indices",
  ],
  [
    "%0 = vector.transfer_read %m[%i, %i], %p {in_bounds = [true]} : memref<4x8xf32>, vector<4x8xf32>",
    "'vector.transfer_read' op expects the in_bounds attr of same rank as permutation_map results: affine_map<(d0, d1) -> (d0, d1)> vs inBounds of size: 1",
  ],
  [
    "%0 = vector.transfer_read %m[%i, %i], %p {permutation_map = affine_map<(d0, d1) -> (d0 + d1)>} : memref<4x8xf32>, vector<8xf32>",
    "'vector.transfer_read' op requires a projected permutation_map (at most one dim or the zero constant can appear in each result)",
  ],
  [
    "%0 = vector.transfer_read %m[%i, %i], %p {permutation_map = affine_map<(d0, d1) -> (d0, d0)>} : memref<4x8xf32>, vector<8x8xf32>",
    "'vector.transfer_read' op requires a permutation_map that is a permutation (found one dim used more than once)",
  ],
  [
    "%0 = vector.transfer_read %m[%i, %i], %p {permutation_map = affine_map<(d0) -> (d0)>} : memref<4x8xf32>, vector<8xf32>",
    "'vector.transfer_read' op requires a permutation_map with input dims of the same rank as the source type",
  ],
  [
    "%0 = vector.transfer_read %m[%i, %i], %p {permutation_map = affine_map<(d0, d1) -> (d0)>} : memref<4x8xf32>, vector<8x8xf32>",
    "'vector.transfer_read' op requires a permutation_map with result dims of the same rank as the vector type",
  ],
  [
    "vector.transfer_write %v8, %m[%i, %i] {in_bounds = [true], permutation_map = affine_map<(d0, d1) -> (0)>} : vector<8xf32>, memref<4x8xf32>",
    "'vector.transfer_write' op should not have broadcast dimensions",
  ],
  [
    "vector.transfer_write %v8, %m[%i] : vector<8xf32>, memref<4x8xf32>",
    "'vector.transfer_write' op requires 2 indices",
  ],
  [
    '%0 = vector.contract {indexing_maps = [#mk, #kn], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %a, %b, %c : vector<4x3xf32>, vector<3x5xf32> into vector<4x5xf32>',
    "'vector.contract' op expected an indexing map for each vector operand",
  ],
  [
    '%0 = vector.contract {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "reduction"], kind = #vector.kind<add>} %a, %b, %c : vector<4x3xf32>, vector<3x5xf32> into vector<4x5xf32>',
    "'vector.contract' op expected indexing map 0 to have 2 number of inputs",
  ],
  [
    '%0 = vector.contract {indexing_maps = [#mk, #nk, #mn], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %a, %b, %c : vector<4x3xf32>, vector<3x5xf32> into vector<4x5xf32>',
    "'vector.contract' op invalid contracting dimension map",
  ],
  [
    '%0 = vector.contract {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "parallel"], kind = #vector.kind<add>} %a, %b, %c : vector<4x3xf32>, vector<3x5xf32> into vector<4x5xf32>',
    "'vector.contract' op expected at least one contracting dimension pair",
  ],
  [
    '%0 = vector.contract {indexing_maps = [#mk, #kn, #nm], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %a, %b, %c : vector<4x3xf32>, vector<3x5xf32> into vector<4x5xf32>',
    "'vector.contract' op invalid accumulator/result vector shape, expected: 'vector<5x4xf32>'",
  ],
  [
    '%0 = vector.contract {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<and>} %a, %b, %c : vector<4x3xf32>, vector<3x5xf32> into vector<4x5xf32>',
    "'vector.contract' op unsupported contraction type",
  ],
  [
    '%0 = vector.contract {indexing_maps = [#mk, #kn, #mn], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} %a, %c, %c : vector<4x3xf32>, vector<4x5xf32> into vector<4x5xf32>',
    "'vector.contract' op invalid contracting dimension map",
  ],
  [
    "%0 = vector.reduction <and>, %v8 : vector<8xf32> into f32",
    "'vector.reduction' op unsupported reduction type ''f32'' for kind 'and'",
  ],
  [
    "%0 = vector.reduction <maximumf>, %vi8 : vector<8xi32> into i32",
    "'vector.reduction' op unsupported reduction type ''i32'' for kind 'maximumf'",
  ],
  ["%0 = vector.reduction <add>, %a : vector<4x3xf32> into f32", "'vector.reduction' op unsupported reduction rank: 2"],
  [
    "%0 = vector.multi_reduction <add>, %a, %p [0] : vector<4x3xf32> to f32",
    "'vector.multi_reduction' op destination type 'f32' is incompatible with source type 'vector<4x3xf32>'",
  ],
  [
    "%0 = vector.multi_reduction <add>, %a, %p [0, 5] : vector<4x3xf32> to f32",
    "'vector.multi_reduction' op destination type 'f32' is incompatible with source type 'vector<4x3xf32>'",
  ],
  [
    "%0 = vector.broadcast %a : vector<4x3xf32> to vector<4xf32>",
    "'vector.broadcast' op source rank higher than destination rank",
  ],
  [
    "%0 = vector.broadcast %a : vector<4x3xf32> to vector<4x5xf32>",
    "'vector.broadcast' op dimension mismatch (3 vs. 5)",
  ],
  [
    "%0 = vector.broadcast %n : i32 to vector<4x5xf32>",
    "'vector.broadcast' op failed to verify that source operand and result have same element type",
  ],
  [
    "%0 = vector.transpose %a, [1] : vector<4x3xf32> to vector<3x4xf32>",
    "'vector.transpose' op transposition length mismatch: 1",
  ],
  [
    "%0 = vector.transpose %a, [1, 1] : vector<4x3xf32> to vector<3x4xf32>",
    "'vector.transpose' op duplicate position index: 1",
  ],
  [
    "%0 = vector.transpose %a, [1, 0] : vector<4x3xf32> to vector<4x3xf32>",
    "'vector.transpose' op dimension size mismatch at: 1",
  ],
  [
    "%0 = vector.transpose %a, [1, 2] : vector<4x3xf32> to vector<3x4xf32>",
    "'vector.transpose' op transposition index out of range: 2",
  ],
  [
    "%0 = vector.shape_cast %a : vector<4x3xf32> to vector<13xf32>",
    "'vector.shape_cast' op has different number of elements at source (12) and result (13)",
  ],
  [
    "%0 = vector.shape_cast %a : vector<4x3xf32> to vector<12xi32>",
    "'vector.shape_cast' op has different source and result element types",
  ],
  [
    "%0 = vector.extract %a[4] : vector<3xf32> from vector<4x3xf32>",
    "'vector.extract' op expected position attribute #1 to be a non-negative integer smaller than the corresponding vector dimension or poison (-1)",
  ],
  [
    "%0 = vector.extract %a[1, 1, 1] : f32 from vector<4x3xf32>",
    "'vector.extract' op expected position attribute of rank no greater than vector rank",
  ],
  [
    "%0 = vector.extract %a[1] : vector<2xf32> from vector<4x3xf32>",
    "'vector.extract' op inferred type(s) 'vector<3xf32>' are incompatible with return type(s) of operation 'vector<2xf32>'",
  ],
  [
    "%0 = vector.insert %p, %a[1] : f32 into vector<4x3xf32>",
    "'vector.insert' op expected position attribute rank to match the dest vector rank",
  ],
  [
    "%0 = vector.insert %p, %a[1, 7] : f32 into vector<4x3xf32>",
    "'vector.insert' op expected position attribute #2 to be a non-negative integer smaller than the corresponding dest vector dimension",
  ],
  [
    "%0 = vector.extract_strided_slice %a {offsets = [0, 2], sizes = [2, 4], strides = [1, 1]} : vector<4x3xf32> to vector<2x4xf32>",
    "'vector.extract_strided_slice' op expected sizes dimension 1 to be confined to [1, 4)",
  ],
  [
    "%0 = vector.extract_strided_slice %a {offsets = [0], sizes = [2], strides = [2]} : vector<4x3xf32> to vector<2x3xf32>",
    "'vector.extract_strided_slice' op expected strides to be confined to [1, 2)",
  ],
  [
    "%0 = vector.extract_strided_slice %a {offsets = [0], sizes = [2], strides = [1]} : vector<4x3xf32> to vector<3x3xf32>",
    "'vector.extract_strided_slice' op expected result type to be 'vector<2x3xf32>'",
  ],
  [
    "%0 = vector.extract_strided_slice %a {offsets = [0], sizes = [2,1], strides = [1]} : vector<4x3xf32> to vector<2x3xf32>",
    "'vector.extract_strided_slice' op expected offsets, sizes and strides attributes of same size",
  ],
  [
    "%0 = vector.insert_strided_slice %v8, %a {offsets = [0, 0], strides = [1]} : vector<8xf32> into vector<4x3xf32>",
    "'vector.insert_strided_slice' op expected sum(offsets, source vector shape) dimension 1 to be confined to [1, 4)",
  ],
  [
    "%0 = vector.insert_strided_slice %v8, %a {offsets = [0], strides = [1]} : vector<8xf32> into vector<4x3xf32>",
    "'vector.insert_strided_slice' op expected offsets of same size as destination vector rank",
  ],
  [
    "%0 = vector.create_mask %i : vector<4x8xi1>",
    "'vector.create_mask' op must specify an operand for each result vector dimension",
  ],
  [
    "%0 = vector.constant_mask [4] : vector<4x8xi1>",
    "'vector.constant_mask' op must specify array attr of size equal vector result rank",
  ],
  [
    "%0 = vector.constant_mask [5, 3] : vector<4x8xi1>",
    "'vector.constant_mask' op array attr of size out of bounds of vector result dimension size",
  ],
  [
    "%0 = vector.constant_mask [0, 3] : vector<4x8xi1>",
    "'vector.constant_mask' op expected all mask dim sizes to be zeros, as a result of conjunction with zero mask dim",
  ],
  [
    '%0 = "vector.mask"(%k8) ({ %1 = "vector.reduction"(%p) <{kind = #vector.kind<add>}> : (f32) -> f32 "vector.yield"(%1) : (f32) -> () }) : (vector<8xi1>) -> f32',
    "'vector.reduction' op operand #0 must be vector of any type values, but got 'f32'",
  ],
  [
    "%0 = vector.mask %k8 { vector.reduction <add>, %a4 : vector<4xf32> into f32 } : vector<8xi1> -> f32",
    "'vector.mask' op expects a 'vector<4xi1>' mask for the maskable operation",
  ],
  [
    "%0 = vector.mask %k8 { arith.addf %v8, %v8 : vector<8xf32> } : vector<8xi1> -> vector<8xf32>",
    "'vector.mask' op expects a MaskableOpInterface within the mask region",
  ],
  [
    '"vector.mask"(%k8) ({ %1 = vector.reduction <add>, %v8 : vector<8xf32> into f32 "vector.yield"() : () -> () }) : (vector<8xi1>) -> ()',
    "'vector.mask' op expects all the results from the MaskableOpInterface to be yielded",
  ],
  ["%0 = vector.load %m[%i] : memref<4x8xf32>, vector<8xf32>", "'vector.load' op requires 2 indices"],
  [
    "%0 = vector.load %m[%i, %i] : memref<4x8xf32>, vector<8xi32>",
    "'vector.load' op base and result element types should match",
  ],
  [
    "%0 = vector.maskedload %m[%i, %i], %k8, %a4 : memref<4x8xf32>, vector<8xi1>, vector<4xf32> into vector<4xf32>",
    "'vector.maskedload' op expected result shape to match mask shape",
  ],
  [
    "%0 = vector.gather %m[%i, %i] [%vi8], %k8, %a4 : memref<4x8xf32>, vector<8xi32>, vector<8xi1>, vector<4xf32> into vector<4xf32>",
    "'vector.gather' op expected result dim to match indices dim",
  ],
  [
    "%0 = vector.bitcast %v8 : vector<8xf32> to vector<5xi32>",
    "'vector.bitcast' op source/result bitwidth of the minor 1-D vectors must be equal",
  ],
  [
    "%0 = vector.shuffle %v8, %a4 [12] : vector<8xf32>, vector<4xf32>",
    "'vector.shuffle' op mask index #1 out of range",
  ],
  [
    "%0, %1 = vector.scan <add>, %a, %a4 {inclusive = true, reduction_dim = 0 : i64} : vector<4x3xf32>, vector<4xf32>",
    "'vector.scan' op incompatible input/initial value shapes",
  ],
  [
    "%0 = vector.step : vector<4x4xindex>",
    "'vector.step' op result #0 must be vector of index values of ranks 1, but got 'vector<4x4xindex>'",
  ],
  [
    "%0 = vector.fma %vi8, %vi8, %vi8 : vector<8xi32>",
    "'vector.fma' op operand #0 must be vector of floating-point values, but got 'vector<8xi32>'",
  ],
])("%s", (text, message) => {
  expect(problemsOf(`${head}\n${text}\nreturn\n}`)[0]).toBe(message);
});
