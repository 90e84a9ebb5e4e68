import { describe, expect, test } from "@jest/globals";
import { DenseValue } from "../../../ir/interpret/value.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { results, run } from "../../support/mlir.ts";

/** Element [x, y] of %a is 10 * x + y; %v is 7, 8. */
const module = (lines: string, result: string, type: string): string => `
  func.func @main(%i: index, %n: index) -> ${type} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %z = arith.constant 0 : i32
    %a = arith.constant dense<[[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]]> : tensor<3x4xi32>
    %v = arith.constant dense<[7, 8]> : tensor<2xi32>
    ${lines}
    return ${result} : ${type}
  }`;

function dense(value: RuntimeValue | undefined): { shape: readonly number[]; elements: unknown[] } {
  if (!(value instanceof DenseValue)) throw new Error("expected a tensor");
  return { shape: value.shape, elements: Array.from({ length: value.count }, (_, i) => value.get(i)) };
}

function callWith(lines: string, result: string, type: string): RuntimeValue | undefined {
  return results(module(lines, result, type), "main", [1, 2])[0];
}

const shaped: readonly (readonly [name: string, lines: string, type: string, shape: number[], elements: number[]])[] = [
  ["extract_slice", "%r = tensor.extract_slice %a[1, 0] [2, 2] [1, 2] : tensor<3x4xi32> to tensor<2x2xi32>", "tensor<2x2xi32>", [2, 2], [10, 12, 20, 22]],
  ["rank-reducing extract_slice", "%r = tensor.extract_slice %a[%i, 1] [1, %n] [1, 1] : tensor<3x4xi32> to tensor<?xi32>", "tensor<?xi32>", [2], [11, 12]],
  ["insert_slice of a column", "%r = tensor.insert_slice %v into %a[1, 3] [2, 1] [1, 1] : tensor<2xi32> into tensor<3x4xi32>", "tensor<3x4xi32>", [3, 4], [0, 1, 2, 3, 10, 11, 12, 7, 20, 21, 22, 8]],
  ["collapse_shape", "%r = tensor.collapse_shape %a [[0, 1]] : tensor<3x4xi32> into tensor<12xi32>", "tensor<12xi32>", [12], [0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23]],
  [
    "expand_shape",
    "%e = tensor.extract_slice %a[0, 0] [1, 4] [1, 1] : tensor<3x4xi32> to tensor<4xi32>\n%r = tensor.expand_shape %e [[0, 1]] output_shape [2, 2] : tensor<4xi32> into tensor<2x2xi32>",
    "tensor<2x2xi32>", [2, 2], [0, 1, 2, 3],
  ],
  [
    "pad with a constant",
    "%r = tensor.pad %v low[1] high[%i] {\n^bb0(%x: index):\ntensor.yield %z : i32\n} : tensor<2xi32> to tensor<?xi32>",
    "tensor<?xi32>", [4], [0, 7, 8, 0],
  ],
  [
    "pad with its index",
    "%r = tensor.pad %v low[1] high[2] {\n^bb0(%x: index):\n%y = arith.index_cast %x : index to i32\ntensor.yield %y : i32\n} : tensor<2xi32> to tensor<5xi32>",
    "tensor<5xi32>", [5], [0, 7, 8, 3, 4],
  ],
  ["concat", "%r = tensor.concat dim(0) %v, %v : (tensor<2xi32>, tensor<2xi32>) -> tensor<4xi32>", "tensor<4xi32>", [4], [7, 8, 7, 8]],
  [
    "concat along columns",
    "%s = tensor.extract_slice %a[0, 3] [3, 1] [1, 1] : tensor<3x4xi32> to tensor<3x1xi32>\n%r = tensor.concat dim(1) %s, %s : (tensor<3x1xi32>, tensor<3x1xi32>) -> tensor<3x2xi32>",
    "tensor<3x2xi32>", [3, 2], [3, 3, 13, 13, 23, 23],
  ],
  [
    "generate",
    "%r = tensor.generate %n {\n^bb0(%x: index, %y: index):\n%s = arith.subi %x, %y : index\n%t = arith.index_cast %s : index to i32\ntensor.yield %t : i32\n} : tensor<?x2xi32>",
    "tensor<?x2xi32>", [2, 2], [0, -1, 1, 0],
  ],
  ["splat", "%r = tensor.splat %z[%n] : tensor<?xi32>", "tensor<?xi32>", [2], [0, 0]],
  ["from_elements", "%r = tensor.from_elements %i, %n : tensor<2xindex>", "tensor<2xindex>", [2], [1, 2]],
  ["insert", "%r = tensor.insert %z into %v[%i] : tensor<2xi32>", "tensor<2xi32>", [2], [7, 0]],
  ["reshape", "%s = tensor.from_elements %n, %i : tensor<2xindex>\n%r = tensor.reshape %v(%s) : (tensor<2xi32>, tensor<2xindex>) -> tensor<?x?xi32>", "tensor<?x?xi32>", [2, 1], [7, 8]],
  [
    "parallel_insert_slice",
    `%r = scf.forall (%k) in (2) shared_outs(%o = %v) -> (tensor<2xi32>) {
       %old = tensor.extract_slice %o[%k] [1] [1] : tensor<2xi32> to tensor<1xi32>
       %new = arith.addi %old, %old : tensor<1xi32>
       scf.forall.in_parallel {
         tensor.parallel_insert_slice %new into %o[%k] [1] [1] : tensor<1xi32> into tensor<2xi32>
       }
     }`,
    "tensor<2xi32>", [2], [14, 16],
  ],
]; // prettier-ignore

test.each(shaped)("%s", (_, lines, type, shape, elements) => {
  expect(dense(callWith(lines, "%r", type))).toEqual({ shape, elements });
});

test.each([
  ["extract", "%r = tensor.extract %a[%n, %i] : tensor<3x4xi32>", "i32", 21],
  [
    "dim",
    "%t = tensor.cast %a : tensor<3x4xi32> to tensor<?x?xi32>\n%r = tensor.dim %t, %i : tensor<?x?xi32>",
    "index",
    4,
  ],
  ["rank", "%r = tensor.rank %a : tensor<3x4xi32>", "index", 2],
])("%s", (_, lines, type, expected) => {
  expect(callWith(lines, "%r", type)).toBe(expected);
});

describe("undefined behaviour has a name", () => {
  test.each([
    ["extract", "%r = tensor.extract %v[%n] : tensor<2xi32>", "i32", /index 2 out of bounds for extent 2/],
    [
      "slice",
      "%r = tensor.extract_slice %v[%i] [%n] [1] : tensor<2xi32> to tensor<?xi32>",
      "tensor<?xi32>",
      /leaves extent 2/,
    ],
    [
      "cast",
      "%t = tensor.cast %v : tensor<2xi32> to tensor<?xi32>\n%r = tensor.cast %t : tensor<?xi32> to tensor<3xi32>",
      "tensor<3xi32>",
      /cast to 'tensor<3xi32>'/,
    ],
    [
      "empty",
      "%m = arith.subi %c0, %c1 : index\n%r = tensor.empty(%m) : tensor<?xi32>",
      "tensor<?xi32>",
      /size -1 is negative/,
    ],
  ])("%s", (_, lines, type, reason) => {
    const outcome = run(module(lines, "%r", type), "main", [1, 2]);
    expect(outcome.kind).toBe("undefined-behavior");
    expect(outcome.kind === "values" ? "" : outcome.reason).toMatch(reason);
  });
});
