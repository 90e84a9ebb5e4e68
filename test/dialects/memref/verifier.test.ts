import { expect, test } from "@jest/globals";
import { problemsOf } from "../../support/mlir.ts";

/** The messages are mlir-opt's, in the order in which it checks. */
const cases: readonly (readonly [line: string, message: string | RegExp])[] = [
  ["%0 = memref.alloc(%n) : memref<2x3xf32>", "'memref.alloc' op incorrect number of dynamic sizes, has 1, expected 0"],
  ["%0 = memref.load %m[%n] : memref<8x16xf32>", "'memref.load' op incorrect number of indices for load, expected 2 but got 1"],
  ["memref.copy %m, %k : memref<8x16xf32> to memref<4xf32>", "'memref.copy' op requires the same shape for all operands"],
  ["%0 = memref.cast %m : memref<8x16xf32> to memref<8x17xf32>", "'memref.cast' op operand type 'memref<8x16xf32>' and result type 'memref<8x17xf32>' are cast incompatible"],
  ["%0 = memref.subview %m[0, 0] [2, 2] [1, 1] : memref<8x16xf32> to memref<2x2xf32>", /mismatch of result layout/],
  ["%0 = memref.subview %m[0, 0] [2, 2] [1, 1] : memref<8x16xf32> to memref<2x3xf32, strided<[16, 1]>>", /mismatch of result sizes/],
  ["%0 = memref.subview %m[7, 0] [2, 2] [1, 1] : memref<8x16xf32> to memref<2x2xf32, strided<[16, 1], offset: 112>>", /slice along dimension 0 runs out-of-bounds: 8 >= 8/],
  ["%0 = memref.collapse_shape %m [[0], [1]] : memref<8x16xf32> into memref<128xf32>", /invalid number of reassociation groups: found 2, expected 1/],
  ["%0 = memref.expand_shape %k [[0, 1]] output_shape [2, 2] : memref<4xf32> into memref<2x2xf32, strided<[4, 1]>>", /expected expanded type to be 'memref<2x2xf32>'/],
  ["%0 = memref.reinterpret_cast %m to offset: [1], sizes: [4], strides: [1] : memref<8x16xf32> to memref<4xf32>", /expected result type with offset = 1 instead of 0/],
  ["%0 = memref.get_global @nope : memref<4xf32>", "'memref.get_global' op 'nope' does not reference a valid global memref"],
  ["%0 = memref.assume_alignment %m, 3 : memref<8x16xf32>", "'memref.assume_alignment' op alignment must be power of 2"],
]; // prettier-ignore

test.each(cases)("%s", (line, message) => {
  const text = `func.func @f(%n: index, %m: memref<8x16xf32>, %k: memref<4xf32>) {\n${line}\nreturn\n}`;
  const [problem] = problemsOf(text);
  if (typeof message === "string") expect(problem).toBe(message);
  else expect(problem).toMatch(message);
});
