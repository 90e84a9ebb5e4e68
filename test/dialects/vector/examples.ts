// Programs of vector's ops on values that a test can work out by hand, and what they give. Poison lanes are written as "poison".
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { results } from "../../support/mlir.ts";

/** %a is 2x3: 0 1 2 / 10 11 12; %v is 1 2 3 4; %m a 3x4 buffer and %t a tensor whose element [x, y] is 10 * x + y. */
export const module = (lines: string, result: string, type: string): string => `
  func.func @main(%one: index, %two: index) -> ${type} {
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c2 = arith.constant 2 : index
    %c3 = arith.constant 3 : index
    %minus = arith.constant -1 : index
    %pad = arith.constant 99 : i32
    %five = arith.constant 5 : i32
    %poison = ub.poison : i32
    %a = arith.constant dense<[[0, 1, 2], [10, 11, 12]]> : vector<2x3xi32>
    %v = arith.constant dense<[1, 2, 3, 4]> : vector<4xi32>
    %k = arith.constant dense<[true, false, true, false]> : vector<4xi1>
    %t = arith.constant dense<[[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]]> : tensor<3x4xi32>
    %all = arith.constant dense<[[0, 1, 2, 3], [10, 11, 12, 13], [20, 21, 22, 23]]> : vector<3x4xi32>
    %m = memref.alloc() : memref<3x4xi32>
    vector.transfer_write %all, %m[%c0, %c0] : vector<3x4xi32>, memref<3x4xi32>
    ${lines}
    return ${result} : ${type}
  }`;

const plain = (scalar: Scalar): unknown => (scalar === POISON ? "poison" : scalar);

export function elements(value: RuntimeValue | undefined): unknown {
  if (value instanceof DenseValue) return Array.from({ length: value.count }, (_, i) => plain(value.get(i)));
  return value === POISON ? "poison" : value;
}

export const evaluate = (lines: string, type: string): unknown =>
  elements(results(module(lines, "%r", type), "main", [1, 2])[0]);
/** As evaluate, with what the buffer holds in the end. */
export const buffer = (lines: string): unknown =>
  evaluate(
    `${lines}\n%r = vector.transfer_read %m[%c0, %c0], %pad : memref<3x4xi32>, vector<3x4xi32>`,
    "vector<3x4xi32>",
  );

export const row = (text: string, type = "vector<4xi32>"): readonly [string, string] => [text, type];
