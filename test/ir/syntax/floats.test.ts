import { describe, expect, test } from "@jest/globals";
import { floatToBits } from "../../../ir/core/float-bits.ts";
import type { FloatName } from "../../../ir/core/types.ts";
import { floatText } from "../../../ir/syntax/print-floats.ts";

/** What mlir-opt 22 prints. */
const printed: readonly [FloatName, number, string][] = [
  ["f32", 0, "0.000000e+00"],
  ["f32", -0, "-0.000000e+00"],
  ["f32", 0.1, "1.000000e-01"],
  ["f32", 1e-5, "9.99999974E-6"],
  ["f32", 1.234567, "1.23456705"],
  ["f32", 123456789, "0x4CEB79A3"],
  ["f32", 0.1234567, "0.123456702"],
  ["f32", Infinity, "0x7F800000"],
  ["f32", NaN, "0x7FC00000"],
  ["f64", 1234567, "0x4132D68700000000"],
  ["f64", 1.23456789e-10, "1.2345678900000001E-10"],
  ["f64", 0.00012345678, "1.2345678000000001E-4"],
  ["f64", 123.456789, "123.456789"],
  ["f16", 1.1, "1.099610e+00"],
  ["bf16", -0, "-0.000000e+00"],
  ["f8E4M3FN", 1.5, "1.500000e+00"],
];

describe("floats print as MLIR prints them", () => {
  test.each(printed)("%s %d is %s", (name, value, text) => {
    expect(floatText(name, floatToBits(name, value))).toBe(text);
  });
});
