// Meanings of complex: functions against numpy's (in 80 bits, rounded to doubles), special values against C's annex G, exact ones exactly.
import { describe, expect, test } from "@jest/globals";
import type { ComplexValue } from "../../../ir/interpret/value.ts";
import type { RuntimeValue } from "../../../ir/interpret/meaning.ts";
import { problemsOf, results, run } from "../../support/mlir.ts";

const complex = (re: number, im: number): ComplexValue => ({ re, im });

const isComplex = (value: RuntimeValue | undefined): value is ComplexValue =>
  typeof value === "object" && !("kind" in value);

function evaluate(op: string, operands: readonly RuntimeValue[], type = "complex<f64>", result = type): RuntimeValue {
  const names = operands.map((_, i) => `%a${i}`);
  const text = `func.func @f(${names.map((n) => `${n}: ${type}`).join(", ")}) -> ${result} {
    %0 = complex.${op} ${names.join(", ")} : ${type}
    return %0 : ${result}
  }`;
  const [value] = results(text, "f", operands);
  if (value === undefined) throw new Error("no result");
  return value;
}

/** Within a few units in the last place, in relation to the magnitude. */
function expectNear(found: RuntimeValue, re: number, im: number): void {
  if (!isComplex(found)) throw new Error("not a complex number");
  const error = Math.hypot(found.re - re, found.im - im) / Math.hypot(re, im);
  expect({ error: error < 8 * 2 ** -53 ? 0 : error, found }).toEqual({ error: 0, found });
}

describe("in double precision", () => {
  test.each<readonly [string, number, number, number, number]>([
    ["exp", 0.5, -1.25, 0.5198786860084936, -1.5646111274988195],
    ["exp", -3.0, 2.0, -0.02071873100224288, 0.045271253156092976],
    ["exp", 700.0, 0.5, 8.90072364945682e303, 4.86248749110977e303],
    ["expm1", 1e-9, 2e-9, 9.999999985e-10, 2.000000002e-9],
    ["expm1", 0.5, -1.25, -0.4801213139915063, -1.5646111274988195],
    ["expm1", -2.0, 3.0, -1.1339809149295426, 0.019098516261135196],
    ["log", 0.6, 0.8000001, 7.999999858009588e-8, 0.9272952780016075],
    ["log", -3.0, -4.0, 1.6094379124341003, -2.214297435588181],
    ["log", 1e300, 1e300, 691.1221014884936, 0.7853981633974483],
    ["log1p", 1e-9, -3e-9, 1.000000004e-9, -2.999999997e-9],
    ["log1p", 0.25, 0.125, 0.2281187167407938, 0.09966865249116202],
    ["log1p", -3.0, 2.0, 1.0397207708399179, 2.356194490192345],
    ["sqrt", 3.0, -4.0, 2.0, -1.0],
    ["sqrt", -1.0, 1e-20, 5e-21, 1.0],
    ["sqrt", 1e300, -1e300, 1.09868411346781e150, -4.550898605622274e149],
    ["rsqrt", 3.0, -4.0, 0.4, 0.2],
    ["rsqrt", -2.0, 0.5, 0.08509704688926725, -0.6912523003096567],
    ["rsqrt", 0.01, 0.0, 10.0, 0.0],
    ["sign", 3.0, -4.0, 0.6, -0.8],
    ["sign", -1e-300, 1e-300, -0.7071067811865476, 0.7071067811865476],
    ["sign", 0.0, -2.0, 0.0, -1.0],
    ["sin", 0.5, 1.5, 1.1278052468056998, 1.8686185191826468],
    ["sin", -2.0, -3.0, -9.15449914691143, 4.168906959966565],
    ["sin", 1.0, 100.0, 1.1309862893015056e43, 7.261979450834655e42],
    ["cos", 0.5, 1.5, 2.064433656760715, -1.0208309495976968],
    ["cos", -2.0, -3.0, -4.189625690968807, -9.109227893755337],
    ["cos", 1.0, 100.0, 7.261979450834655e42, -1.1309862893015056e43],
    ["tan", 0.5, 1.5, 0.07932445480395668, 0.9443729864226215],
    ["tan", 1.5707, 1e-5, 10270.638730967812, 1066.2286445019622],
    ["tan", -2.0, -30.0, 1.3253898390798914e-26, -1.0],
    ["tanh", 0.5, 1.5, 2.1247991277429965, 0.2551492218136517],
    ["tanh", 1e-5, 1.5707, 1066.2286445019622, 10270.638730967812],
    ["tanh", -30.0, 2.0, -1.0, -1.3253898390798914e-26],
    ["conj", 1.0, -2.0, 1.0, 2.0],
    ["neg", 1.0, -2.0, -1.0, 2.0],
  ])("%s(%p, %p)", (op, x, y, re, im) => {
    expectNear(evaluate(op, [complex(x, y)]), re, im);
  });

  test.each<readonly [string, number, number, number, number, number, number]>([
    ["add", 1.5, 2.0, -3.0, 0.25, -1.5, 2.25],
    ["sub", 1.5, 2.0, -3.0, 0.25, 4.5, 1.75],
    ["mul", 1.5, 2.0, -3.0, 0.25, -5.0, -5.625],
    ["div", 1.5, 2.0, -3.0, 0.25, -0.4413793103448276, -0.7034482758620689],
    ["div", 1e300, 1e300, 2e300, -1e300, 0.2, 0.6],
    ["pow", 1.5, 2.0, -3.0, 0.25, -0.042210896552693986, -0.028188001782472966],
    ["pow", 1.5, -0.5, 3.0, 0.0, 2.25, -3.25],
    ["pow", -2.0, 0.0, 0.5, 0.0, -3.5472419061307753e-20, 1.4142135623730951],
    ["pow", 2.0, 1.0, -2.0, 0.0, 0.12, -0.16],
    ["atan2", 1.5, 2.0, -3.0, 0.25, 2.5252275516107576, -0.5983627052594866],
    ["atan2", -0.5, 0.25, 2.0, 1.0, -0.1548514722712281, 0.19797050531140858],
    ["atan2", 3.0, 0.0, -4.0, 0.0, 2.498091544796509, -2.168404344971009e-20],
  ])("%s of (%p, %p) and (%p, %p)", (op, a, b, c, d, re, im) => {
    expectNear(evaluate(op, [complex(a, b), complex(c, d)]), re, im);
  });
});

describe("special values", () => {
  test.each<readonly [string, number, number, number, number]>([
    ["exp", -Infinity, Infinity, 0, 0],
    ["exp", Infinity, 0, Infinity, 0],
    ["exp", Infinity, NaN, Infinity, NaN],
    ["log", 0, 0, -Infinity, 0],
    ["log", -Infinity, Infinity, Infinity, (3 * Math.PI) / 4],
    ["log", 1, 0, 0, 0],
    ["sqrt", -4, 0, 0, 2],
    ["sqrt", -4, -0, 0, -2],
    ["sqrt", NaN, Infinity, Infinity, Infinity],
    ["sqrt", -Infinity, 1, 0, Infinity],
    ["tanh", Infinity, 1, 1, 0],
    ["sin", 0, Infinity, 0, Infinity],
    ["sign", 0, 0, 0, 0],
    ["rsqrt", 0, 0, Infinity, NaN],
  ])("%s(%p, %p)", (op, x, y, re, im) => {
    expect(evaluate(op, [complex(x, y)])).toEqual(complex(re, im));
  });

  test.each<readonly [number, number, number, number, number, number]>([
    [0, 0, 0, 0, 1, 0],
    [0, 0, 2, 1, 0, 0],
    [0, 0, -1, 0, NaN, NaN],
    [NaN, 1, 0, 0, 1, 0],
  ])("pow of (%p, %p) and (%p, %p)", (a, b, c, d, re, im) => {
    expect(evaluate("pow", [complex(a, b), complex(c, d)])).toEqual(complex(re, im));
  });

  test("division by zero", () => {
    expect(evaluate("div", [complex(1, -2), complex(0, 0)])).toEqual(complex(Infinity, -Infinity));
  });
});

test("parts are rounded to their type", () => {
  const third = Math.fround(1 / 3);
  expect(evaluate("div", [complex(1, 2), complex(3, 0)], "complex<f32>")).toEqual(complex(third, Math.fround(2 / 3)));
  expect(evaluate("mul", [complex(third, 0), complex(third, 0)], "complex<f32>")).toEqual(
    complex(Math.fround(third * third), 0),
  );
  expect(evaluate("exp", [complex(1, 0)], "complex<f16>")).toEqual(complex(2.71875, 0));
  expect(evaluate("add", [complex(256, 1), complex(1, 0)], "complex<bf16>")).toEqual(complex(256, 1));
});

describe("to real numbers", () => {
  test.each<readonly [string, number, number, number]>([
    ["abs", 3, -4, 5],
    ["abs", NaN, -Infinity, Infinity],
    ["angle", -1, 0, Math.PI],
    ["angle", -1, -0, -Math.PI],
    ["re", 3, -4, 3],
    ["im", 3, -4, -4],
  ])("%s(%p, %p)", (op, x, y, expected) => {
    expect(evaluate(op, [complex(x, y)], "complex<f64>", "f64")).toBe(expected);
  });

  test.each<readonly [string, number, number, number, number, number]>([
    ["eq", 1, 0, 1, -0, 1],
    ["eq", 1, 2, 1, 3, 0],
    ["eq", NaN, 0, NaN, 0, 0],
    ["neq", 1, 2, 1, 2, 0],
    ["neq", NaN, 0, NaN, 0, 1],
  ])("%s of (%p, %p) and (%p, %p)", (op, a, b, c, d, expected) => {
    expect(evaluate(op, [complex(a, b), complex(c, d)], "complex<f64>", "i1")).toBe(expected);
  });
});

describe("integer powers", () => {
  test.each<readonly [number, number, number, number, number]>([
    [1, 1, 0, 1, 0],
    [1, 1, 2, 0, 2],
    [1, 1, 9, 16, 16],
    [0, 2, -2, -0.25, -0],
    [2, 0, -3, 0.125, -0],
  ])("(%p, %p) to the power of %p", (a, b, exponent, re, im) => {
    const text = `func.func @f(%z: complex<f64>, %n: i32) -> complex<f64> {
      %0 = complex.powi %z, %n : complex<f64>, i32
      return %0 : complex<f64>
    }`;
    const [value] = results(text, "f", [complex(a, b), exponent]);
    expect(isComplex(value) && value.re === re && value.im === im).toBe(true);
  });
});

test("constants, parts and bits", () => {
  const text = `func.func @f() -> (complex<f32>, i64, f64, complex<f32>, complex<i32>) {
    %c = complex.constant [1.0 : f32, -2.0 : f32] : complex<f32>
    %re = complex.re %c : complex<f32>
    %im = complex.im %c : complex<f32>
    %swapped = complex.create %im, %re : complex<f32>
    %bits = complex.bitcast %c : complex<f32> to i64
    %f = complex.bitcast %c : complex<f32> to f64
    %back = complex.bitcast %bits : i64 to complex<f32>
    %i = complex.constant [3 : i32, -4 : i32] : complex<i32>
    return %swapped, %bits, %f, %back, %i : complex<f32>, i64, f64, complex<f32>, complex<i32>
  }`;
  // 1.0 is 0x3F800000, -2.0 is 0xC0000000.
  expect(results(text, "f")).toEqual([
    complex(-2, 1),
    BigInt.asIntN(64, 0xc00000003f800000n),
    -2 * (1 + 0x3f800000 / 2 ** 52),
    complex(1, -2),
    complex(3, -4),
  ]);
});

test("tensors of complex numbers in a structured op", () => {
  const text = `func.func @f() -> complex<f32> {
    %a = arith.constant dense<[(1.0, 2.0), (3.0, -1.0)]> : tensor<2xcomplex<f32>>
    %zero = complex.constant [0.0 : f32, 0.0 : f32] : complex<f32>
    %init = tensor.from_elements %zero : tensor<complex<f32>>
    %r = linalg.generic {
      indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> ()>], iterator_types = ["reduction"]
    } ins(%a : tensor<2xcomplex<f32>>) outs(%init : tensor<complex<f32>>) {
    ^bb0(%x: complex<f32>, %acc: complex<f32>):
      %square = complex.mul %x, %x : complex<f32>
      %sum = complex.add %acc, %square : complex<f32>
      linalg.yield %sum : complex<f32>
    } -> tensor<complex<f32>>
    %s = tensor.extract %r[] : tensor<complex<f32>>
    return %s : complex<f32>
  }`;
  expect(results(text, "f")).toEqual([complex(5, -2)]);
});

test("poison and fast-math flags", () => {
  const text = `func.func @f(%z: complex<f32>) -> i1 {
    %p = ub.poison : complex<f32>
    %sum = complex.add %z, %p : complex<f32>
    %nan = complex.neg %z fastmath<nnan> : complex<f32>
    %r = complex.eq %REPLACED, %z : complex<f32>
    cf.cond_br %r, ^a, ^a
  ^a:
    return %r : i1
  }`;
  const reason = "condition is poison";
  expect(run(text.replace("REPLACED", "sum"), "f", [complex(1, 2)])).toMatchObject({ reason });
  expect(run(text.replace("REPLACED", "nan"), "f", [complex(1, NaN)])).toMatchObject({ reason });
  expect(run(text.replace("REPLACED", "nan"), "f", [complex(1, 2)])).toMatchObject({ values: [0] });
});

describe("refused", () => {
  test.each<readonly [string, string]>([
    [
      "complex.constant [1.0 : f32] : complex<f32>",
      "'complex.constant' op requires 'value' to be a complex constant, represented as array of two values",
    ],
    [
      "complex.constant [1.0 : f32, 1.0 : f64] : complex<f64>",
      "'complex.constant' op requires attribute's element types ('f32', 'f64') to match the element type of the op's return type ('f64')",
    ],
    [
      'complex.constant ["a", 1.0 : f64] : complex<f64>',
      "'complex.constant' op requires attribute's elements to be float or integer attributes",
    ],
    [
      "complex.add %i, %i : complex<i32>",
      "'complex.add' op operand #0 must be complex type with floating-point elements, but got 'complex<i32>'",
    ],
    [
      '"complex.add"(%z, %z) : (complex<f32>, complex<f32>) -> complex<f64>',
      "'complex.add' op requires the same type for all operands and results",
    ],
    [
      '"complex.abs"(%z) : (complex<f32>) -> f64',
      "'complex.abs' op failed to verify that complex element type matches result type",
    ],
    [
      '"complex.create"(%f, %f) : (f32, f32) -> complex<f64>',
      "'complex.create' op failed to verify that complex element type matches real operand type",
    ],
    [
      '"complex.eq"(%z, %d) : (complex<f32>, complex<f64>) -> i1',
      "'complex.eq' op failed to verify that all of {lhs, rhs} have same type",
    ],
    ["complex.bitcast %n : i64 to f64", "'complex.bitcast' op requires that either input or output has a complex type"],
    ["complex.bitcast %n : i64 to complex<f64>", "'complex.bitcast' op casting bitwidths do not match"],
    ["complex.bitcast %v : vector<2xi32> to i64", "'complex.bitcast' op operand must be int/float/complex"],
    ["complex.bitcast %n : i64 to index", "'complex.bitcast' op result must be int/float/complex"],
  ])("%s", (op, message) => {
    const text = `func.func @f(%z: complex<f32>, %d: complex<f64>, %i: complex<i32>, %f: f32, %n: i64, %v: vector<2xi32>) {
      %0 = ${op}
      return
    }`;
    expect(problemsOf(text)[0]).toBe(message);
  });
});
