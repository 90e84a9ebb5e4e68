// Affine expressions are simplified as they are made, and print, as mlir-opt 22 does both.
import { describe, expect, test } from "@jest/globals";
import { Context } from "../../../ir/core/context.ts";
import { parseAttribute } from "../../../ir/syntax/parser.ts";
import { attributeText } from "../../../ir/syntax/printer.ts";

function simplified(text: string): string {
  const { value } = parseAttribute(`affine_map<(d0, d1, d2)[s0, s1] -> (${text})>`, new Context());
  return value === undefined ? "" : attributeText(value).slice("affine_map<(d0, d1, d2)[s0, s1] -> (".length, -2);
}

describe("affine expressions", () => {
  test.each([
    ["d1 + d0", "d0 + d1"],
    ["s1 * s0", "s0 * s1"],
    ["1 + d0 + 2", "d0 + 3"],
    ["s0 + d0", "d0 + s0"],
    ["d0 * 2 + d0 * 3", "d0 * 5"],
    ["d0 - d0", "0"],
    ["(d0 + 2) + d1", "d0 + d1 + 2"],
    ["d0 - (d0 floordiv 4) * 4", "d0 mod 4"],
    ["d0 - (d0 floordiv s0) * s0", "d0 mod s0"],
    ["d1 + d0 - (d0 floordiv 4) * 4", "d0 + d1 - (d0 floordiv 4) * 4"],
    ["(d0 * 8 + d1) floordiv 4", "d0 * 2 + d1 floordiv 4"],
    ["(d0 * 8 + d1) mod 4", "d1 mod 4"],
    ["d0 mod 8 mod 4", "d0 mod 4"],
    ["(d0 * 6) mod 3", "0"],
    ["(d0 * 2) * s0", "(d0 * s0) * 2"],
    ["-5 floordiv -2", "2"],
    ["5 floordiv 0", "5 floordiv 0"],
    ["d0 mod -4", "d0 mod -4"],
    ["-(d0 + d1) + 5", "-(d0 + d1) + 5"],
    ["d0 - d1 * 2", "d0 - d1 * 2"],
    ["(d0 * 2) floordiv 3", "(d0 * 2) floordiv 3"],
    ["d0 - (d1 + d2)", "d0 - (d1 + d2)"],
  ])("%s is %s", (text, expected) => {
    expect(simplified(text)).toBe(expected);
  });
});
