// What vector's accesses to buffers and tensors mean, against values worked out by hand.
import { describe, expect, test } from "@jest/globals";
import { f32 } from "../../../ir/core/type-constructors.ts";
import { DenseValue } from "../../../ir/interpret/value.ts";
import { parse, results, run } from "../../support/mlir.ts";
import { module, elements, evaluate, buffer, row } from "./examples.ts";

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
