// Elements attributes of every kind, arrays, and what is refused of them.
import { describe, expect, test } from "@jest/globals";
import { Context } from "../../../ir/core/context.ts";
import { parseAttribute } from "../../../ir/syntax/parser.ts";
import { attributeText } from "../../../ir/syntax/printer.ts";

function read(text: string): string {
  const context = new Context();
  context.allowUnregisteredDialects = true;
  const { value, diagnostics } = parseAttribute(text, context);
  return value === undefined ? `error: ${diagnostics[0]?.message ?? ""}` : attributeText(value);
}

describe("elements attributes", () => {
  test.each([
    'dense<["a", "b\\0A"]> : tensor<2x!d.t>',
    'dense<"a"> : tensor<4x!d.t>',
    "dense<[(1,-2), (3,4)]> : tensor<2xcomplex<i8>>",
    "dense<true> : tensor<3xi1>",
    "dense<[1, -8]> : tensor<2xi4>",
    "dense<> : tensor<0x3xf32>",
    "dense<0x7FC00001> : tensor<f32>",
    "sparse<[[0, 1], [1, 1]], [1, 2]> : tensor<2x2xi32>",
    "sparse<> : tensor<2xf32>",
    'sparse<[[0, 0], [1, 1]], ["a", "b"]> : tensor<2x2x!d.t>',
    "dense_resource<x> : tensor<?xf32>",
    "array<i1: true, false>",
    "array<f32: 0x7FC00001, 1.000000e+00, -0.000000e+00>",
    "array<ui64: 18446744073709551615>",
    'distinct[0]<"x">',
    "distinct[0]<>",
    "0 : i0",
    "-1 : si1",
    "1 : ui1",
    "-9223372036854775808 : i64",
    "79228162514264337593543950335 : ui96",
    "1.099610e+00 : tf32",
    "5.877470e-39 : f8E8M0FNU",
  ])("%s reads and prints", (text) => {
    expect(read(text)).toBe(text);
  });

  test.each([
    ['dense<"0x0F"> : tensor<4xi1>', "dense<true> : tensor<4xi1>"],
    ['dense<"0x0102"> : tensor<2xi4>', "dense<[1, 2]> : tensor<2xi4>"],
    ["dense<[2, 2]> : tensor<2xi8>", "dense<2> : tensor<2xi8>"],
    ["dense<255> : tensor<2xi8>", "dense<-1> : tensor<2xi8>"],
    ["sparse<[[0, 1]], [5.0]> : tensor<2x2xf32>", "sparse<[[0, 1]], 5.000000e+00> : tensor<2x2xf32>"],
    ["array<f80: 0x3FFF8000000000000001>", "array<f80: 1.00000000000000000011>"],
    ["distinct[7]<unit>", "distinct[0]<>"],
    ["1.0e400 : f64", "0x7FF0000000000000 : f64"],
    ["0x3FFF0000000000000000 : f80", "0x7FFF0000000000000000 : f80"],
  ])("%s becomes %s", (text, printed) => {
    expect(read(text)).toBe(printed);
  });

  test.each([
    ["dense<[1, [2]]> : tensor<2xi8>", "tensor literal is invalid; ranks are not consistent between elements"],
    ["dense<> : tensor<2xi8>", "parsed zero elements, but type ('tensor<2xi8>') expected at least 1"],
    ["dense<[1, 2]> : tensor<3xi8>", "inferred shape of elements literal ([2]) does not match type ([3])"],
    ["dense<1> : tensor<?xi8>", "elements literal type must have static shape"],
    ["dense<256> : tensor<2xi8>", "integer constant out of range for type"],
    ['dense<"ab"> : tensor<2xi8>', "expected string containing hex digits starting with `0x`"],
    [
      "sparse<[[0, 3]], [5.0]> : tensor<2x2xf32>",
      "sparse index #0 is not contained within the value shape, with index=[0, 3], and type='tensor<2x2xf32>'",
    ],
    [
      "sparse<[[0, 1]], [5.0, 6.0]> : tensor<2x2xf32>",
      "expected shape ([2, 2]); inferred shape of indices literal ([1, 2]); inferred shape of values literal ([2])",
    ],
    ["array<i1: 1>", "expected 'true' or 'false' values for i1 type"],
    ["array<i4: 1>", "element type bitwidth must be a multiple of 8"],
    ["array<f32: 1>", "unexpected decimal integer literal for a floating point value"],
    ["[distinct[0]<1>, distinct[0]<2>]", "referenced attribute does not match previous definition: 1 : i64"],
    ["dense<-0> : tensor<2xi32>", "integer constant out of range for type"],
    ["-0 : i8", "integer constant out of range for attribute"],
    ["0xFF : si8", "integer constant out of range for attribute"],
  ])("%s is refused", (text, message) => {
    expect(read(text)).toBe(`error: ${message}`);
  });
});
