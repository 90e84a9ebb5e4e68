// What vector's reductions and contractions mean, against values worked out by hand.
import { describe, expect, test } from "@jest/globals";
import { evaluate, row } from "./examples.ts";

describe("reductions", () => {
  test.each<[name: string, op: readonly [string, string], expected: unknown]>([
    ["reduction", row("%r = vector.reduction <mul>, %v, %five : vector<4xi32> into i32", "i32"), 120],
    ["reduction without accumulator", row("%r = vector.reduction <maxsi>, %v : vector<4xi32> into i32", "i32"), 4],
    [
      "unsigned minimum",
      row(
        "%x = arith.constant dense<[-1, 7]> : vector<2xi32>\n%r = vector.reduction <minui>, %x : vector<2xi32> into i32",
        "i32",
      ),
      7,
    ],
    [
      "multi_reduction of rows",
      row(
        "%x = arith.constant dense<1> : vector<3xi32>\n%r = vector.multi_reduction <add>, %a, %x [0] : vector<2x3xi32> to vector<3xi32>",
        "vector<3xi32>",
      ),
      [11, 13, 15],
    ],
    [
      "multi_reduction to a scalar",
      row("%r = vector.multi_reduction <xor>, %a, %five [0, 1] : vector<2x3xi32> to i32", "i32"),
      5 ^ 1 ^ 2 ^ 10 ^ 11 ^ 12,
    ],
    [
      "a poison lane spoils its row only",
      row(
        "%p = vector.insert %poison, %a [0, 1] : i32 into vector<2x3xi32>\n%x = arith.constant dense<0> : vector<2xi32>\n%r = vector.multi_reduction <add>, %p, %x [1] : vector<2x3xi32> to vector<2xi32>",
        "vector<2xi32>",
      ),
      ["poison", 33],
    ],
    [
      "masked reduction",
      row(
        "%r = vector.mask %k { vector.reduction <add>, %v, %five : vector<4xi32> into i32 } : vector<4xi1> -> i32",
        "i32",
      ),
      9,
    ],
    [
      "masked reduction of no lanes",
      row(
        "%n = arith.constant dense<false> : vector<4xi1>\n%r = vector.mask %n { vector.reduction <minsi>, %v : vector<4xi32> into i32 } : vector<4xi1> -> i32",
        "i32",
      ),
      2147483647,
    ],
    [
      "masked lanes from elsewhere",
      row(
        "%o = arith.constant dense<7> : vector<4xi32>\n%r = vector.mask %k, %o { vector.transfer_read %m[%c0, %c0], %pad : memref<3x4xi32>, vector<4xi32> } : vector<4xi1> -> vector<4xi32>",
      ),
      [0, 7, 2, 7],
    ],
    [
      "inclusive scan",
      row(
        "%x = arith.constant 100 : i32\n%i = vector.broadcast %x : i32 to vector<i32>\n%r, %l = vector.scan <add>, %v, %i {inclusive = true, reduction_dim = 0 : i64} : vector<4xi32>, vector<i32>",
      ),
      [1, 3, 6, 10],
    ],
    [
      "exclusive scan",
      row(
        "%x = arith.constant 100 : i32\n%i = vector.broadcast %x : i32 to vector<i32>\n%r, %l = vector.scan <add>, %v, %i {inclusive = false, reduction_dim = 0 : i64} : vector<4xi32>, vector<i32>",
      ),
      [100, 101, 103, 106],
    ],
    [
      "maximumf keeps NaN, maxnumf drops it",
      row(
        "%x = arith.constant dense<[1.0, 0x7FC00000]> : vector<2xf32>\n%p = vector.reduction <maximumf>, %x : vector<2xf32> into f32\n%q = vector.reduction <maxnumf>, %x : vector<2xf32> into f32\n%r = vector.from_elements %p, %q : vector<2xf32>",
        "vector<2xf32>",
      ),
      [NaN, 1],
    ],
    [
      "f32 sums round after each addition",
      row(
        "%x = arith.constant dense<[1.0, 1.0, -16777216.0]> : vector<3xf32>\n%s = arith.constant 16777216.0 : f32\n%r = vector.reduction <add>, %x, %s : vector<3xf32> into f32",
        "f32",
      ),
      0,
    ],
  ])("%s", (_, [text, type], expected) => {
    expect(evaluate(text, type)).toEqual(expected);
  });
});

describe("contractions", () => {
  const matmul = (lhs: string, rhs: string, acc: string): string =>
    `%r = vector.contract {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>], iterator_types = ["parallel", "parallel", "reduction"], kind = #vector.kind<add>} ${lhs}, ${rhs}, ${acc}`;

  test.each<[name: string, op: readonly [string, string], expected: unknown]>([
    [
      "a matrix product from its accumulator",
      row(
        `%b = vector.transpose %a, [1, 0] : vector<2x3xi32> to vector<3x2xi32>\n%c = arith.constant dense<100> : vector<2x2xi32>\n${matmul("%a", "%b", "%c")} : vector<2x3xi32>, vector<3x2xi32> into vector<2x2xi32>`,
        "vector<2x2xi32>",
      ),
      [105, 135, 135, 465],
    ],
    [
      "bytes extend by sign",
      row(
        `%x = arith.constant dense<-128> : vector<1x2xi8>\n%y = arith.constant dense<[[-128], [127]]> : vector<2x1xi8>\n%c = arith.constant dense<0> : vector<1x1xi32>\n${matmul("%x", "%y", "%c")} : vector<1x2xi8>, vector<2x1xi8> into vector<1x1xi32>`,
        "vector<1x1xi32>",
      ),
      [16384 - 16256],
    ],
    [
      "i64 wraps",
      row(
        `%x = arith.constant dense<4611686018427387904> : vector<1x2xi64>\n%y = arith.constant dense<1> : vector<2x1xi64>\n%c = arith.constant dense<0> : vector<1x1xi64>\n${matmul("%x", "%y", "%c")} : vector<1x2xi64>, vector<2x1xi64> into vector<1x1xi64>`,
        "vector<1x1xi64>",
      ),
      [-9223372036854775808n],
    ],
    [
      "f32 rounds products and sums",
      // 4097^2 is 16785409, which f32 rounds to 16785408.
      row(
        `%x = arith.constant dense<4097.0> : vector<1x2xf32>\n%y = arith.constant dense<[[4097.0], [0.0]]> : vector<2x1xf32>\n%c = arith.constant dense<1.0> : vector<1x1xf32>\n${matmul("%x", "%y", "%c")} : vector<1x2xf32>, vector<2x1xf32> into vector<1x1xf32>`,
        "vector<1x1xf32>",
      ),
      [16785408],
    ],
    [
      "bf16 operands accumulate in f32",
      row(
        `%x = arith.constant dense<257.0> : vector<1x1xbf16>\n%y = arith.constant dense<3.0> : vector<1x1xbf16>\n%c = arith.constant dense<0.5> : vector<1x1xf32>\n${matmul("%x", "%y", "%c")} : vector<1x1xbf16>, vector<1x1xbf16> into vector<1x1xf32>`,
        "vector<1x1xf32>",
      ),
      [768.5],
    ],
    [
      "a dot product under maximum",
      row(
        `%c = arith.constant -3 : i32\n%r = vector.contract {indexing_maps = [affine_map<(k) -> (k)>, affine_map<(k) -> (k)>, affine_map<(k) -> ()>], iterator_types = ["reduction"], kind = #vector.kind<maxsi>} %v, %v, %c : vector<4xi32>, vector<4xi32> into i32`,
        "i32",
      ),
      16,
    ],
    [
      "poison reaches the lanes that it touches",
      row(
        `%b = vector.transpose %a, [1, 0] : vector<2x3xi32> to vector<3x2xi32>\n%p = vector.insert %poison, %a [1, 0] : i32 into vector<2x3xi32>\n%c = arith.constant dense<0> : vector<2x2xi32>\n${matmul("%p", "%b", "%c")} : vector<2x3xi32>, vector<3x2xi32> into vector<2x2xi32>`,
        "vector<2x2xi32>",
      ),
      [5, 35, "poison", "poison"],
    ],
    [
      "outer product",
      row(
        "%x = arith.constant dense<[1, 10]> : vector<2xi32>\n%y = arith.constant dense<[2, 3]> : vector<2xi32>\n%c = arith.constant dense<1> : vector<2x2xi32>\n%r = vector.outerproduct %x, %y, %c {kind = #vector.kind<add>} : vector<2xi32>, vector<2xi32>",
        "vector<2x2xi32>",
      ),
      [3, 4, 21, 31],
    ],
    ["outer product with a scalar", row("%r = vector.outerproduct %v, %five : vector<4xi32>, i32"), [5, 10, 15, 20]],
    [
      "fma rounds once",
      row(
        "%x = arith.constant dense<4097.0> : vector<1xf32>\n%y = arith.constant dense<-16785408.0> : vector<1xf32>\n%r = vector.fma %x, %x, %y : vector<1xf32>",
        "vector<1xf32>",
      ),
      [1],
    ],
  ])("%s", (_, [text, type], expected) => {
    expect(evaluate(text, type)).toEqual(expected);
  });
});
