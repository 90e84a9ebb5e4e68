// tensor.gather and scatter in the interpreter, and what their verifier refuses.
import { describe, expect, test } from "@jest/globals";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { problemsOf, run } from "../../support/mlir.ts";

/** Element [x, y] of %a is 10 * x + y. */
const module = (line: string, type: string): string => `
  func.func @main() -> ${type} {
    %a = arith.constant dense<[[0, 1, 2], [10, 11, 12]]> : tensor<2x3xi32>
    %at = arith.constant dense<[[1, 2], [0, 0]]> : tensor<2x2xindex>
    %columns = arith.constant dense<[[2], [0], [2]]> : tensor<3x1xi8>
    %outside = arith.constant dense<[[3]]> : tensor<1x1xindex>
    %two = arith.constant dense<[7, 8]> : tensor<2xi32>
    %rows = arith.constant dense<[[5, 6], [7, 8]]> : tensor<2x2xi32>
    %at02 = arith.constant dense<[[0], [2]]> : tensor<2x1xi32>
    ${line}
    return %r : ${type}
  }`;

function elements(line: string, type: string): unknown {
  const outcome = run(module(line, type), "main");
  if (outcome.kind !== "values") return outcome.kind;
  const [value] = outcome.values;
  if (!(value instanceof DenseValue)) throw new Error("expected a tensor");
  return [value.shape, Array.from({ length: value.count }, (_, i) => value.get(i))];
}

describe("gather", () => {
  test("elements, with and without the dimensions of extent 1", () => {
    const gather = (type: string): string =>
      `%r = tensor.gather %a[%at] gather_dims([0, 1]) : (tensor<2x3xi32>, tensor<2x2xindex>) -> ${type}`;
    expect(elements(gather("tensor<2xi32>"), "tensor<2xi32>")).toEqual([[2], [12, 0]]);
    expect(elements(gather("tensor<2x1x1xi32>"), "tensor<2x1x1xi32>")).toEqual([[2, 1, 1], [12, 0]]); // prettier-ignore
  });

  test("whole columns", () => {
    const line =
      "%r = tensor.gather %a[%columns] gather_dims([1]) : (tensor<2x3xi32>, tensor<3x1xi8>) -> tensor<3x2xi32>";
    expect(elements(line, "tensor<3x2xi32>")).toEqual([[3, 2], [2, 12, 0, 10, 2, 12]]); // prettier-ignore
  });

  test("outside of the tensor, or twice the same under `unique`, is undefined behaviour", () => {
    const gather = (at: string, extent: number, unique: string, type: string): string =>
      `%r = tensor.gather %a[${at}] gather_dims([1]) ${unique} : (tensor<2x3xi32>, ${type}) -> tensor<${extent}x2xi32>`;
    expect(elements(gather("%outside", 1, "", "tensor<1x1xindex>"), "tensor<1x2xi32>")).toBe("undefined-behavior");
    expect(elements(gather("%columns", 3, "unique", "tensor<3x1xi8>"), "tensor<3x2xi32>")).toBe("undefined-behavior");
  });
});

test("scatter of elements and of columns", () => {
  const points =
    "%r = tensor.scatter %two into %a[%at] scatter_dims([0, 1]) unique : (tensor<2xi32>, tensor<2x3xi32>, tensor<2x2xindex>) -> tensor<2x3xi32>";
  expect(elements(points, "tensor<2x3xi32>")).toEqual([[2, 3], [8, 1, 2, 10, 11, 7]]); // prettier-ignore
  const columns =
    "%r = tensor.scatter %rows into %a[%at02] scatter_dims([1]) unique : (tensor<2x2xi32>, tensor<2x3xi32>, tensor<2x1xi32>) -> tensor<2x3xi32>";
  expect(elements(columns, "tensor<2x3xi32>")).toEqual([[2, 3], [5, 1, 7, 6, 11, 8]]); // prettier-ignore
});

const refused: readonly (readonly [dims: string, result: string, message: string])[] = [
  ["[]", "tensor<2x1x1xi32>", "gather_dims must be non-empty"],
  ["[0]", "tensor<2x1x1xi32>", "gather_dims length must match the size of last dimension of indices"],
  ["[0, 2]", "tensor<2x1x1xi32>", "gather_dims value must be smaller than source rank"],
  ["[1, 0]", "tensor<2x1x1xi32>", "gather_dims values must be strictly increasing"],
  [
    "[0, 1]", "tensor<2x2xi32>",
    "result type mismatch: expected 'tensor<2x1x1xi32>' or its rank-reduced variant 'tensor<2xi32>' (got: 'tensor<2x2xi32>')",
  ],
]; // prettier-ignore

test.each(refused)("gather_dims(%s) -> %s is refused", (dims, result, message) => {
  const line = `%r = tensor.gather %a[%at] gather_dims(${dims}) : (tensor<2x3xi32>, tensor<2x2xindex>) -> ${result}`;
  expect(problemsOf(module(line, result))).toEqual([`'tensor.gather' op ${message}`]);
});
