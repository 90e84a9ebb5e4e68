// Meanings of math's ops against values from tables (Abramowitz and Stegun; IEEE 754 for the exact ones).
import { describe, expect, test } from "@jest/globals";
import type { Scalar } from "../../../ir/interpret/value.ts";
import { parse, results, run } from "../../support/mlir.ts";

function evaluate(op: string, type: string, operands: readonly Scalar[]): Scalar | string {
  const result = op.startsWith("is") ? "i1" : type;
  const names = operands.map((_, i) => `%a${i}`);
  const module = parse(`func.func @f(${names.map((n) => `${n}: ${type}`).join(", ")}) -> ${result} {
    %0 = math.${op} ${names.join(", ")} : ${type}
    return %0 : ${result}
  }`);
  const outcome = run(module, "f", operands);
  const value = outcome.kind === "values" ? outcome.values[0] : outcome.kind;
  return typeof value === "number" || typeof value === "bigint" || typeof value === "string" ? value : "no number";
}

describe("to the last bits in double precision", () => {
  test.each<readonly [string, readonly number[], number]>([
    ["erf", [0.1], 0.1124629160182849],
    ["erf", [0.5], 0.5204998778130465],
    ["erf", [1], 0.8427007929497149],
    ["erf", [2], 0.9953222650189527],
    ["erf", [3], 0.9999779095030014],
    ["erf", [-1.5], -0.9661051464753108],
    ["erf", [6], 1],
    ["erfc", [0.25], 0.7236736098317631],
    ["erfc", [0.75], 0.2888443663464849],
    ["erfc", [1], 0.15729920705028513],
    ["erfc", [2], 0.004677734981047266],
    ["erfc", [5], 1.5374597944280349e-12],
    ["erfc", [10], 2.088487583762545e-45],
    ["erfc", [-2], 1.9953222650189527],
    ["exp", [1], 2.718281828459045],
    ["expm1", [1e-10], 1.00000000005e-10],
    ["log1p", [1e-10], 9.9999999995e-11],
    ["tanh", [0.5], 0.46211715726000975],
    ["atan2", [1, -1], 2.356194490192345],
    ["cbrt", [27], 3],
    ["rsqrt", [16], 0.25],
    ["exp2", [0.5], 1.4142135623730951],
  ])("%s of %p", (op, operands, expected) => {
    const found = evaluate(op, "f64", operands);
    expect(Math.abs(Number(found) - expected)).toBeLessThanOrEqual(8 * 2 ** -53 * Math.abs(expected));
  });

  test("erf and erfc agree around where their methods change", () => {
    for (let x = 0.4; x < 3.2; x += 0.0625) {
      expect(Math.abs(Number(evaluate("erf", "f64", [x])) + Number(evaluate("erfc", "f64", [x])) - 1)).toBeLessThan(
        5e-16,
      );
    }
  });
});

describe("exactly", () => {
  test.each<readonly [string, string, readonly Scalar[], Scalar | string]>([
    ["absf", "f32", [-0], 0],
    ["absi", "i8", [-128], -128],
    ["ceil", "f32", [-0.5], -0],
    ["floor", "f32", [-0.5], -1],
    ["round", "f32", [-2.5], -3],
    ["round", "f64", [0.49999999999999994], 0],
    ["roundeven", "f32", [-2.5], -2],
    ["roundeven", "f32", [3.5], 4],
    ["trunc", "f32", [-1.7], -1],
    ["sqrt", "f32", [2], Math.fround(Math.SQRT2)],
    ["exp", "f32", [89], Infinity],
    ["log", "f32", [-1], NaN],
    ["powf", "f32", [1, NaN], 1],
    ["powf", "f64", [-1, Infinity], 1],
    ["powf", "f32", [-8, 3], -512],
    ["powf", "f32", [0, -1], Infinity],
    ["copysign", "f32", [3, -0], -3],
    ["fma", "f32", [1 + 2 ** -12, 1 + 2 ** -12, -(1 + 2 ** -11)], 2 ** -24],
    ["ctlz", "i8", [1], 7],
    ["ctlz", "i64", [0n], 64n],
    ["cttz", "i32", [-2147483648], 31],
    ["ctpop", "i16", [-1], 16],
    ["ctpop", "i64", [-1n], 64n],
    ["ipowi", "i8", [3, 5], -13],
    ["ipowi", "i32", [-1, -3], -1],
    ["ipowi", "i32", [2, -1], 0],
    ["ipowi", "i32", [0, -1], "undefined-behavior"],
    ["ipowi", "i64", [10n, 18n], 1000000000000000000n],
    ["isnan", "f32", [NaN], 1],
    ["isinf", "f32", [-Infinity], 1],
    ["isfinite", "f32", [3e38], 1],
    ["isnormal", "f32", [2 ** -126], 1],
    ["isnormal", "f32", [2 ** -127], 0],
    ["isnormal", "f16", [2 ** -15], 0],
  ])("%s : %s of %p", (op, type, operands, expected) => {
    expect(evaluate(op, type, operands)).toBe(expected);
  });

  test("clampf, fpowi and sincos", () => {
    const text = `func.func @f(%x: f32, %n: i32) -> (f32, f32, f32, f32) {
      %lo = arith.constant -1.0 : f32
      %hi = arith.constant 2.0 : f32
      %0 = math.clampf %x to [%lo, %hi] : f32
      %1 = math.fpowi %x, %n : f32, i32
      %sin, %cos = math.sincos %x : f32
      return %0, %1, %sin, %cos : f32, f32, f32, f32
    }`;
    expect(results(text, "f", [3, -2])).toEqual([
      2,
      Math.fround(1 / 9),
      Math.fround(Math.sin(3)),
      Math.fround(Math.cos(3)),
    ]);
    expect(results(text, "f", [-3, 3]).slice(0, 2)).toEqual([-1, -27]);
  });
});
