// arith.scaling_extf and scaling_truncf: the scale is the power of two that f8E8M0FNU holds, and the value is rounded once.
import { expect, test } from "@jest/globals";
import { problemsOf, results } from "../../support/mlir.ts";

const scaled = (op: string, types: string, result: string) => `
  func.func @f(%x: ${types.split(", ")[0]}, %s: ${types.split(", ")[1]}) -> ${result} {
    %r = arith.${op} : ${types} to ${result}
    return %r : ${result}
  }`;

test.each([
  ["scaling_extf %x, %s", "f4E2M1FN, f8E8M0FNU", "f32", 1.5, 8, 12],
  ["scaling_extf %x, %s", "f8E4M3FN, f32", "f32", -3, 0.5, -1.5],
  ["scaling_extf %x, %s", "f16, f32", "f32", NaN, 4, NaN],
  ["scaling_truncf %x, %s", "f32, f8E8M0FNU", "f4E2M1FN", 12, 8, 1.5],
  ["scaling_truncf %x, %s", "f32, f32", "f16", 10, 4, 2.5],
  ["scaling_truncf %x, %s upward", "f32, f32", "bf16", 1.001, 1, 1.0078125],
])("%s : %s to %s of %p and %p", (op, types, result, x, s, expected) => {
  expect(results(scaled(op, types, result), "f", [x, s])).toEqual([expected]);
});

test("the result must be wider, or narrower", () => {
  expect(problemsOf(scaled("scaling_extf %x, %s", "f32, f32", "f16"))).toEqual([
    "'arith.scaling_extf' op operand types 'f32', 'f32' and result type 'f16' are cast incompatible",
  ]);
  expect(problemsOf(scaled("scaling_truncf %x, %s", "f32, f32", "f32"))).toEqual([
    "'arith.scaling_truncf' op operand types 'f32', 'f32' and result type 'f32' are cast incompatible",
  ]);
});
