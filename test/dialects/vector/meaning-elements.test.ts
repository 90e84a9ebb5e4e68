// What vector's ops on shapes and elements mean, against values worked out by hand.
import { describe, expect, test } from "@jest/globals";
import { evaluate, row } from "./examples.ts";

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
