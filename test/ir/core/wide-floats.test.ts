// f80 and f128: exact values, rounding of decimals, and their literals as mlir-opt 22 prints them.
import { describe, expect, test } from "@jest/globals";
import { decomposeWide, roundDecimal } from "../../../ir/core/wide-floats.ts";
import { floatText } from "../../../ir/syntax/print-floats.ts";

const one = { f80: 0x3fff8000000000000000n, f128: 0x3fff0000000000000000000000000000n } as const;

describe("wide floats", () => {
  test("are taken apart exactly", () => {
    expect(decomposeWide("f80", one.f80)).toEqual({ negative: false, significand: 1n, power: 0 });
    expect(decomposeWide("f128", one.f128 | (1n << 127n))).toEqual({ negative: true, significand: 1n, power: 0 });
    expect(decomposeWide("f80", 1n)).toEqual({ negative: false, significand: 1n, power: -16445 });
    expect(decomposeWide("f128", 1n)).toEqual({ negative: false, significand: 1n, power: -16494 });
    expect(decomposeWide("f80", 0x7fff8000000000000000n)).toBeUndefined();
    expect(decomposeWide("f128", 0x7fff8000000000000000000000000000n)).toBeUndefined();
  });

  test("round decimals to nearest even", () => {
    expect(roundDecimal("f80", false, 1n, 0)).toBe(one.f80);
    expect(roundDecimal("f128", false, 1000n, -3)).toBe(one.f128);
    expect(roundDecimal("f80", true, 15n, -1)).toBe(0xbfffc000000000000000n);
    expect(roundDecimal("f80", false, 0n, 5)).toBe(0n);
    expect(roundDecimal("f80", false, 1n, 5000)).toBe(0x7fff8000000000000000n);
    expect(roundDecimal("f128", false, 1n, 5000)).toBe(0x7fff0000000000000000000000000000n);
    expect(roundDecimal("f128", false, 1n, -5000)).toBe(0n);
  });

  test.each([
    ["f80", 0x3fff8000000000000001n, "1.00000000000000000011"],
    ["f80", 0x4000c90fdaa22168c235n, "3.14159265358979323851"],
    ["f80", 0x00008000000000000000n, "3.36210314311209350626E-4932"],
    ["f80", 0xbfffc000000000000000n, "-1.500000e+00"],
    ["f80", 0x7fffc000000000000000n, "0x7FFFC000000000000000"],
    ["f128", 0x3fff0000000000000000000000000001n, "1.00000000000000000000000000000000019"],
    ["f128", 1n, "6.475180e-4966"],
    ["f128", 0x7ffeffffffffffffffffffffffffffffn, "1.18973149535723176508575932662800702E+4932"],
  ] as const)("%s %s", (name, bits, text) => {
    expect(floatText(name, bits)).toBe(text);
  });
});
