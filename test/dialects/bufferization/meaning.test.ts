import { expect, test } from "@jest/globals";
import { results } from "../../support/mlir.ts";

const main = (lines: string): string => `
  func.func @main(%i: index) -> i32 {
    %c0 = arith.constant 0 : index
    %t = arith.constant dense<[5, 6, 7]> : tensor<3xi32>
    %nine = arith.constant 9 : i32
    ${lines}
    return %r : i32
  }`;

test.each([
  [
    "writing the buffer of a tensor leaves the tensor",
    `%m = bufferization.to_buffer %t : tensor<3xi32> to memref<3xi32>
     memref.store %nine, %m[%i] : memref<3xi32>
     %r = tensor.extract %t[%i] : tensor<3xi32>`,
    6,
  ],
  [
    "to_tensor reads the buffer as it is then",
    `%m = bufferization.to_buffer %t : tensor<3xi32> to memref<3xi32>
     %before = bufferization.to_tensor %m : memref<3xi32> to tensor<3xi32>
     memref.store %nine, %m[%i] : memref<3xi32>
     %after = bufferization.to_tensor %m : memref<3xi32> to tensor<3xi32>
     %x = tensor.extract %before[%i] : tensor<3xi32>
     %y = tensor.extract %after[%i] : tensor<3xi32>
     %r = arith.subi %y, %x : i32`,
    3,
  ],
  [
    "the buffer of a tensor that was read from a buffer is that buffer",
    `%m = memref.alloc() : memref<3xi32>
     %v = bufferization.to_tensor %m : memref<3xi32> to tensor<3xi32>
     %w = scf.execute_region -> tensor<3xi32> { scf.yield %v : tensor<3xi32> }
     %n = bufferization.to_buffer %w : tensor<3xi32> to memref<3xi32>
     memref.store %nine, %n[%i] : memref<3xi32>
     %r = memref.load %m[%i] : memref<3xi32>`,
    9,
  ],
  [
    "a tensor has one buffer",
    `%m = bufferization.to_buffer %t : tensor<3xi32> to memref<3xi32>
     memref.store %nine, %m[%i] : memref<3xi32>
     %n = bufferization.to_buffer %t : tensor<3xi32> to memref<3xi32>
     %r = memref.load %n[%i] : memref<3xi32>`,
    9,
  ],
  [
    "a buffer of another layout is another",
    `%m = memref.alloc() : memref<3x2xi32>
     %v = memref.subview %m[0, 1] [3, 1] [1, 1] : memref<3x2xi32> to memref<3xi32, strided<[2], offset: 1>>
     bufferization.materialize_in_destination %t in restrict writable %v : (tensor<3xi32>, memref<3xi32, strided<[2], offset: 1>>) -> ()
     %u = bufferization.to_tensor %v : memref<3xi32, strided<[2], offset: 1>> to tensor<3xi32>
     %n = bufferization.to_buffer %u : tensor<3xi32> to memref<3xi32>
     memref.store %nine, %n[%i] : memref<3xi32>
     %r = memref.load %m[%i, %i] : memref<3x2xi32>`,
    6,
  ],
  [
    "materialize_in_destination writes a strided buffer",
    `%m = memref.alloc() : memref<3x2xi32>
     %v = memref.subview %m[0, 1] [3, 1] [1, 1] : memref<3x2xi32> to memref<3xi32, strided<[2], offset: 1>>
     bufferization.materialize_in_destination %t in restrict writable %v : (tensor<3xi32>, memref<3xi32, strided<[2], offset: 1>>) -> ()
     %r = memref.load %m[%i, %i] : memref<3x2xi32>`,
    6,
  ],
  [
    "alloc_tensor with copy, materialize_in_destination of a tensor",
    `%a = bufferization.alloc_tensor() copy(%t) : tensor<3xi32>
     %e = bufferization.alloc_tensor() : tensor<3xi32>
     %b = bufferization.materialize_in_destination %a in %e : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
     %r = tensor.extract %b[%c0] : tensor<3xi32>`,
    5,
  ],
  [
    "clone is another buffer",
    `%m = bufferization.to_buffer %t : tensor<3xi32> to memref<3xi32>
     %n = bufferization.clone %m : memref<3xi32> to memref<3xi32>
     memref.store %nine, %m[%i] : memref<3xi32>
     %r = memref.load %n[%i] : memref<3xi32>`,
    6,
  ],
])("%s", (_, lines, expected) => {
  expect(results(main(lines), "main", [1])).toEqual([expected]);
});
