// What vector's ops mean, against values worked out by hand. Poison lanes are written as "poison".
import { describe, expect, test } from "@jest/globals";
import { f32 } from "../../../ir/core/type-constructors.ts";
import { DenseValue, POISON, type Scalar } from "../../../ir/interpret/value.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { parse, results, run } from "../../support/mlir.ts";

/** %a is 2x3: 0 1 2 / 10 11 12; %v is 1 2 3 4; %m a 3x4 buffer and %t a tensor whose element [x, y] is 10 * x + y. */
const module = (lines: string, result: string, type: string): string => `
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

function elements(value: RuntimeValue | undefined): unknown {
  if (value instanceof DenseValue) return Array.from({ length: value.count }, (_, i) => plain(value.get(i)));
  return value === POISON ? "poison" : value;
}

const evaluate = (lines: string, type: string): unknown =>
  elements(results(module(lines, "%r", type), "main", [1, 2])[0]);
/** As evaluate, with what the buffer holds in the end. */
const buffer = (lines: string): unknown =>
  evaluate(
    `${lines}\n%r = vector.transfer_read %m[%c0, %c0], %pad : memref<3x4xi32>, vector<3x4xi32>`,
    "vector<3x4xi32>",
  );

const row = (text: string, type = "vector<4xi32>"): readonly [string, string] => [text, type];

describe("shapes and elements", () => {
  test.each<[name: string, op: readonly [string, string], expected: unknown]>([
    [
      "broadcast of a scalar",
      row("%r = vector.broadcast %five : i32 to vector<2x2xi32>", "vector<2x2xi32>"),
      [5, 5, 5, 5],
    ],
    [
      "broadcast of a row",
      row(
        "%x = vector.extract %a[1] : vector<3xi32> from vector<2x3xi32>\n%r = vector.broadcast %x : vector<3xi32> to vector<2x3xi32>",
        "vector<2x3xi32>",
      ),
      [10, 11, 12, 10, 11, 12],
    ],
    [
      "broadcast of a column",
      row(
        "%x = vector.shape_cast %v : vector<4xi32> to vector<4x1xi32>\n%r = vector.broadcast %x : vector<4x1xi32> to vector<4x2xi32>",
        "vector<4x2xi32>",
      ),
      [1, 1, 2, 2, 3, 3, 4, 4],
    ],
    [
      "transpose",
      row("%r = vector.transpose %a, [1, 0] : vector<2x3xi32> to vector<3x2xi32>", "vector<3x2xi32>"),
      [0, 10, 1, 11, 2, 12],
    ],
    [
      "extract at a dynamic position",
      row("%r = vector.extract %a[%one] : vector<3xi32> from vector<2x3xi32>", "vector<3xi32>"),
      [10, 11, 12],
    ],
    ["extract outside", row("%r = vector.extract %a[%two, 0] : i32 from vector<2x3xi32>", "i32"), "poison"],
    [
      "insert of an element",
      row("%r = vector.insert %five, %a[%one, 0] : i32 into vector<2x3xi32>", "vector<2x3xi32>"),
      [0, 1, 2, 5, 11, 12],
    ],
    [
      "insert of a row",
      row(
        "%x = vector.extract %a[0] : vector<3xi32> from vector<2x3xi32>\n%r = vector.insert %x, %a[1] : vector<3xi32> into vector<2x3xi32>",
        "vector<2x3xi32>",
      ),
      [0, 1, 2, 0, 1, 2],
    ],
    [
      "insert outside",
      row("%r = vector.insert %five, %v[%pos] : i32 into vector<4xi32>".replace("%pos", "%minus")),
      ["poison", "poison", "poison", "poison"],
    ],
    [
      "extract_strided_slice",
      row(
        "%r = vector.extract_strided_slice %a {offsets = [0, 1], sizes = [2, 2], strides = [1, 1]} : vector<2x3xi32> to vector<2x2xi32>",
        "vector<2x2xi32>",
      ),
      [1, 2, 11, 12],
    ],
    [
      "insert_strided_slice",
      row(
        "%x = vector.from_elements %five, %pad : vector<2xi32>\n%r = vector.insert_strided_slice %x, %a {offsets = [1, 1], strides = [1]} : vector<2xi32> into vector<2x3xi32>",
        "vector<2x3xi32>",
      ),
      [0, 1, 2, 10, 5, 99],
    ],
    [
      "from_elements keeps poison by element",
      row("%r = vector.from_elements %five, %poison : vector<2xi32>", "vector<2xi32>"),
      [5, "poison"],
    ],
    ["to_elements", row("%x:4 = vector.to_elements %v : vector<4xi32>\n%r = arith.addi %x#1, %x#3 : i32", "i32"), 6],
    ["shuffle", row("%r = vector.shuffle %v, %v [0, 7, -1, 3] : vector<4xi32>, vector<4xi32>"), [1, 4, "poison", 4]],
    [
      "interleave",
      row("%r = vector.interleave %v, %v : vector<4xi32> -> vector<8xi32>", "vector<8xi32>"),
      [1, 1, 2, 2, 3, 3, 4, 4],
    ],
    ["deinterleave", row("%x, %r = vector.deinterleave %v : vector<4xi32> -> vector<2xi32>", "vector<2xi32>"), [2, 4]],
    [
      "bitcast to bytes",
      row("%r = vector.bitcast %v : vector<4xi32> to vector<16xi8>", "vector<16xi8>"),
      [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0],
    ],
    [
      "bitcast of bf16 pairs",
      row(
        "%x = arith.constant dense<[1.0, -2.0]> : vector<2xbf16>\n%r = vector.bitcast %x : vector<2xbf16> to vector<1xi32>",
        "vector<1xi32>",
      ),
      [0xc0003f80 | 0],
    ],
    ["step", row("%r = vector.step : vector<4xindex>", "vector<4xindex>"), [0, 1, 2, 3]],
    ["create_mask", row("%r = vector.create_mask %one, %two : vector<2x3xi1>", "vector<2x3xi1>"), [1, 1, 0, 0, 0, 0]],
    ["create_mask below zero", row("%r = vector.create_mask %minus : vector<4xi1>", "vector<4xi1>"), [0, 0, 0, 0]],
    ["constant_mask", row("%r = vector.constant_mask [2, 1] : vector<2x3xi1>", "vector<2x3xi1>"), [1, 0, 0, 1, 0, 0]],
  ])("%s", (_, [text, type], expected) => {
    expect(evaluate(text, type)).toEqual(expected);
  });
});

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

describe("transfers", () => {
  const read = (text: string, type: string): readonly [string, string] =>
    row(`%r = vector.transfer_read ${text}, ${type}`, type);

  test.each<[name: string, op: readonly [string, string], expected: unknown]>([
    [
      "whole",
      read("%m[%c1, %c1], %pad {in_bounds = [true, true]} : memref<3x4xi32>", "vector<2x2xi32>"),
      [11, 12, 21, 22],
    ],
    [
      "past the end of both dimensions",
      read("%m[%c2, %c2], %pad : memref<3x4xi32>", "vector<2x3xi32>"),
      [22, 23, 99, 99, 99, 99],
    ],
    [
      "starting past the end",
      read("%t[%c0, %big], %pad : tensor<3x4xi32>".replace("%big", "%c3"), "vector<2xi32>"),
      [3, 99],
    ],
    ["with poison for padding", read("%t[%c2, %c3], %poison : tensor<3x4xi32>", "vector<2xi32>"), [23, "poison"]],
    [
      "transposed",
      read("%m[%c0, %c2], %pad {permutation_map = affine_map<(x, y) -> (y, x)>} : memref<3x4xi32>", "vector<3x2xi32>"),
      [2, 12, 3, 13, 99, 99],
    ],
    [
      "repeated",
      read(
        "%t[%c1, %c2], %pad {permutation_map = affine_map<(x, y) -> (0, y)>, in_bounds = [true, false]} : tensor<3x4xi32>",
        "vector<2x3xi32>",
      ),
      [12, 13, 99, 12, 13, 99],
    ],
    [
      "of a column",
      read("%m[%c0, %c1], %pad {permutation_map = affine_map<(x, y) -> (x)>} : memref<3x4xi32>", "vector<4xi32>"),
      [1, 11, 21, 99],
    ],
    ["of one element", read("%m[%c2, %c1], %pad : memref<3x4xi32>", "vector<i32>"), [21]],
    [
      "masked",
      row("%r = vector.transfer_read %m[%c1, %c0], %pad, %k {in_bounds = [true]} : memref<3x4xi32>, vector<4xi32>"),
      [10, 99, 12, 99],
    ],
    [
      "masked lanes may be outside of what is promised",
      row(
        "%n = vector.create_mask %c2 : vector<4xi1>\n%r = vector.transfer_read %m[%c1, %c2], %pad, %n {in_bounds = [true]} : memref<3x4xi32>, vector<4xi32>",
      ),
      [12, 13, 99, 99],
    ],
    [
      "masked before the transposition",
      row(
        "%n = vector.constant_mask [1, 2] : vector<3x2xi1>\n%r = vector.transfer_read %m[%c0, %c0], %pad, %n {permutation_map = affine_map<(x, y) -> (y, x)>} : memref<3x4xi32>, vector<2x3xi32>",
        "vector<2x3xi32>",
      ),
      [0, 99, 99, 1, 99, 99],
    ],
    [
      "of what was never written",
      row(
        "%e = memref.alloc() : memref<2xi32>\nmemref.store %five, %e[%c1] : memref<2xi32>\n%r = vector.transfer_read %e[%c0], %pad : memref<2xi32>, vector<3xi32>",
        "vector<3xi32>",
      ),
      ["poison", 5, 99],
    ],
    [
      "through a strided view",
      row(
        "%s = memref.subview %m[1, 1] [2, 2] [1, 2] : memref<3x4xi32> to memref<2x2xi32, strided<[4, 2], offset: 5>>\n%r = vector.transfer_read %s[%c0, %c0], %pad : memref<2x2xi32, strided<[4, 2], offset: 5>>, vector<2x3xi32>",
        "vector<2x3xi32>",
      ),
      [11, 13, 99, 21, 23, 99],
    ],
    [
      "of bf16",
      row(
        "%x = arith.constant dense<[1.5, -2.0]> : vector<2xbf16>\n%z = arith.constant 0.0 : bf16\n%b = memref.alloc() : memref<2xbf16>\nvector.transfer_write %x, %b[%c0] : vector<2xbf16>, memref<2xbf16>\n%r = vector.transfer_read %b[%c1], %z : memref<2xbf16>, vector<2xbf16>",
        "vector<2xbf16>",
      ),
      [-2, 0],
    ],
    [
      "of i1",
      row(
        "%z = arith.constant false\n%b = memref.alloc() : memref<4xi1>\nvector.store %k, %b[%c0] : memref<4xi1>, vector<4xi1>\n%r = vector.transfer_read %b[%c1], %z : memref<4xi1>, vector<4xi1>",
        "vector<4xi1>",
      ),
      [0, 1, 0, 0],
    ],
    [
      "a write to a tensor drops lanes outside",
      row(
        "%w = vector.transfer_write %v, %t[%c1, %c2] : vector<4xi32>, tensor<3x4xi32>\n%r = vector.transfer_read %w[%c1, %c0], %pad : tensor<3x4xi32>, vector<4xi32>",
      ),
      [10, 11, 1, 2],
    ],
    [
      "load",
      row("%r = vector.load %m[%c1, %c0] : memref<3x4xi32>, vector<2x2xi32>", "vector<2x2xi32>"),
      [10, 11, 20, 21],
    ],
    [
      "maskedload",
      row(
        "%r = vector.maskedload %m[%c1, %c0], %k, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32> into vector<4xi32>",
      ),
      [10, 2, 12, 4],
    ],
    [
      "expandload",
      row(
        "%r = vector.expandload %m[%c1, %c0], %k, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32> into vector<4xi32>",
      ),
      [10, 2, 11, 4],
    ],
    [
      "gather",
      row(
        "%i = arith.constant dense<[2, 100, -1, 0]> : vector<4xi32>\n%r = vector.gather %m[%c2, %c1] [%i], %k, %v : memref<3x4xi32>, vector<4xi32>, vector<4xi1>, vector<4xi32> into vector<4xi32>",
      ),
      [23, 2, 20, 4],
    ],
    [
      "gather from a tensor",
      row(
        "%i = arith.constant dense<[3, 100, 0, 0]> : vector<4xindex>\n%r = vector.gather %t[%c2, %c0] [%i], %k, %v : tensor<3x4xi32>, vector<4xindex>, vector<4xi1>, vector<4xi32> into vector<4xi32>",
      ),
      [23, 2, 20, 4],
    ],
  ])("%s", (_, [text, type], expected) => {
    expect(evaluate(text, type)).toEqual(expected);
  });

  const unchanged = [0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23];
  const changed = (changes: Readonly<Record<number, number>>): number[] =>
    unchanged.map((value, i) => changes[i] ?? value);

  test.each<[name: string, text: string, expected: readonly number[]]>([
    [
      "transfer_write past the end",
      "vector.transfer_write %a, %m[%c2, %c2] : vector<2x3xi32>, memref<3x4xi32>",
      changed({ 10: 0, 11: 1 }),
    ],
    [
      "transposed transfer_write",
      "vector.transfer_write %a, %m[%c0, %c2] {permutation_map = affine_map<(x, y) -> (y, x)>} : vector<2x3xi32>, memref<3x4xi32>",
      changed({ 2: 0, 6: 1, 10: 2, 3: 10, 7: 11, 11: 12 }),
    ],
    [
      "masked transfer_write",
      "vector.transfer_write %v, %m[%c1, %c0], %k : vector<4xi32>, memref<3x4xi32>",
      changed({ 4: 1, 6: 3 }),
    ],
    [
      "write inside a mask",
      "vector.mask %k { vector.transfer_write %v, %m[%c1, %c0] : vector<4xi32>, memref<3x4xi32> } : vector<4xi1>",
      changed({ 4: 1, 6: 3 }),
    ],
    ["store", "vector.store %v, %m[%c2, %c0] : memref<3x4xi32>, vector<4xi32>", changed({ 8: 1, 9: 2, 10: 3, 11: 4 })],
    [
      "maskedstore",
      "vector.maskedstore %m[%c2, %c0], %k, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32>",
      changed({ 8: 1, 10: 3 }),
    ],
    [
      "maskedstore that starts below zero, where the lanes there are off",
      "%mask = arith.constant dense<[false, true, false, true]> : vector<4xi1>\nvector.maskedstore %m[%c2, %minus], %mask, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32>",
      changed({ 8: 2, 10: 4 }),
    ],
    [
      "maskedstore of no lanes, in no row",
      "%mask = arith.constant dense<false> : vector<4xi1>\nvector.maskedstore %m[%minus, %minus], %mask, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32>",
      changed({}),
    ],
    [
      "compressstore",
      "vector.compressstore %m[%c2, %c0], %k, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32>",
      changed({ 8: 1, 9: 3 }),
    ],
    [
      "scatter",
      "%i = arith.constant dense<[3, 9, 0, 9]> : vector<4xi32>\nvector.scatter %m[%c1, %c0] [%i], %k, %v : memref<3x4xi32>, vector<4xi32>, vector<4xi1>, vector<4xi32>",
      changed({ 7: 1, 4: 3 }),
    ],
  ])("%s", (_, text, expected) => {
    expect(buffer(text)).toEqual(expected);
  });

  test("a transfer of memory that grew meanwhile", () => {
    expect(
      buffer(
        "%big = memref.alloc() : memref<100000xi32>\nvector.store %v, %m[%c0, %c0] : memref<3x4xi32>, vector<4xi32>",
      ),
    ).toEqual(changed({ 0: 1, 1: 2, 2: 3, 3: 4 }));
  });

  test.each<[name: string, text: string, reason: RegExp]>([
    [
      "start below zero",
      "%r = vector.transfer_read %m[%minus, %c0], %pad : memref<3x4xi32>, vector<4xi32>",
      /starts at -1 in dimension 0/,
    ],
    [
      "lane below zero that is on",
      "%r = vector.maskedload %m[%c0, %minus], %k, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32> into vector<4xi32>",
      /lane 0 in dimension 0 is below zero/,
    ],
    [
      "masked row below zero",
      "%r = vector.maskedload %m[%minus, %c0], %k, %v : memref<3x4xi32>, vector<4xi1>, vector<4xi32> into vector<4xi32>",
      /starts at -1 in dimension 0/,
    ],
    [
      "broken promise",
      "%r = vector.transfer_read %m[%one, %two], %pad {in_bounds = [true]} : memref<3x4xi32>, vector<4xi32>",
      /lane 2 in dimension 0 is out of bounds/,
    ],
    [
      "index of a dimension without lanes",
      "%x = arith.addi %two, %c1 : index\n%r = vector.transfer_read %m[%x, %c0], %pad : memref<3x4xi32>, vector<4xi32>",
      /index 3 out of bounds for extent 3/,
    ],
    ["load outside", "%r = vector.load %m[%c0, %two] : memref<3x4xi32>, vector<4xi32>", /out of bounds/],
    [
      "freed buffer",
      "memref.dealloc %m : memref<3x4xi32>\n%r = vector.load %m[%c0, %c0] : memref<3x4xi32>, vector<4xi32>",
      /freed/,
    ],
    [
      "gather outside",
      "%i = arith.constant dense<4> : vector<4xi32>\n%r = vector.gather %m[%c0, %c0] [%i], %k, %v : memref<3x4xi32>, vector<4xi32>, vector<4xi1>, vector<4xi32> into vector<4xi32>",
      /index 4 out of bounds/,
    ],
    [
      "two lanes scattered to one place",
      "%i = arith.constant dense<1> : vector<4xi32>\nvector.scatter %m[%c0, %c0] [%i], %k, %v : memref<3x4xi32>, vector<4xi32>, vector<4xi1>, vector<4xi32>\n%r = arith.addi %v, %v : vector<4xi32>",
      /same element/,
    ],
    [
      "poison mask",
      "%n = vector.insert %poison1, %k [0] : i1 into vector<4xi1>\n%r = vector.transfer_read %m[%c0, %c0], %pad, %n : memref<3x4xi32>, vector<4xi32>".replace(
        "%n =",
        "%poison1 = ub.poison : i1\n%n =",
      ),
      /mask lane is poison/,
    ],
  ])("undefined behaviour: %s", (_, text, reason) => {
    const outcome = run(module(text, "%r", "vector<4xi32>"), "main", [1, 2]);
    expect(outcome).toMatchObject({ kind: "undefined-behavior", reason: expect.stringMatching(reason) });
  });
});

test("a transfer across a large tile is the same as element by element", () => {
  const text = `
    func.func @main(%t: tensor<67x45xf32>) -> (vector<64x48xf32>, vector<48x64xf32>) {
      %c2 = arith.constant 2 : index
      %c9 = arith.constant 9 : index
      %z = arith.constant -1.0 : f32
      %0 = vector.transfer_read %t[%c9, %c2], %z : tensor<67x45xf32>, vector<64x48xf32>
      %1 = vector.transfer_read %t[%c9, %c2], %z {permutation_map = affine_map<(x, y) -> (y, x)>} : tensor<67x45xf32>, vector<48x64xf32>
      return %0, %1 : vector<64x48xf32>, vector<48x64xf32>
    }`;
  const data = Float32Array.from({ length: 67 * 45 }, (_, i) => Math.fround(Math.sin(i)));
  const module = parse(text);
  const [straight, transposed] = results(module, "main", [new DenseValue([67, 45], f32(module.context), data)]);
  const expected = (x: number, y: number): number => (x + 9 < 67 && y + 2 < 45 ? data[(x + 9) * 45 + y + 2]! : -1);
  const all = Array.from({ length: 64 * 48 }, (_, i) => expected(Math.floor(i / 48), i % 48));
  expect(elements(straight)).toEqual(all);
  expect(elements(transposed)).toEqual(Array.from({ length: 64 * 48 }, (_, i) => expected(i % 64, Math.floor(i / 64))));
});
