// What StableHLO's ops compute; the expected elements are its reference interpreter's.
import { describe, expect, test } from "@jest/globals";
import { expectDense } from "../../../ir/interpret/operand.ts";
import { f32 } from "../../../ir/core/type-constructors.ts";
import { DenseValue, POISON } from "../../../ir/interpret/value.ts";
import { newContext, parse, results, run } from "../../support/mlir.ts";
import { rows } from "./reference-results.ts";

const program = (consts: readonly (readonly [string, string, string])[], op: string, result: string): string =>
  `func.func @main() -> tensor<${result}> {
    ${consts.map(([name, value, type]) => `%${name} = stablehlo.constant dense<${value}> : tensor<${type}>`).join("\n")}
    %r = ${op}
    return %r : tensor<${result}>
  }`;

describe("ops on constants", () => {
  test.each(rows)("%s", (_, consts, op, result, expected) => {
    const [value] = results(program(consts, op, result), "main");
    const { data, element } = expectDense(value);
    const found = [...data].map(Number);
    expect(found).toHaveLength(expected.length);
    const tolerance = element.kind === "float" ? 1e-6 : 0;
    found.forEach((x, i) => {
      const wanted = expected[i] ?? NaN;
      if (!Object.is(x, wanted)) expect(Math.abs(x - wanted)).toBeLessThanOrEqual(tolerance * Math.abs(wanted));
    });
  });
});

describe("where the reference interpreter has no answer", () => {
  const binary = (op: string, type: string, a: string, b: string, result = type): number[] => {
    const [value] = results(
      program(
        [
          ["a", a, type],
          ["b", b, type],
        ],
        op,
        result,
      ),
      "main",
    );
    return [...expectDense(value).data].map(Number);
  };

  test("division is total: all bits set by zero, and the least number by -1 is itself", () => {
    expect(binary("stablehlo.divide %a, %b : tensor<3xi8>", "3xi8", "[7, -128, 0]", "[0, -1, 0]")).toEqual([
      -1, -128, -1,
    ]);
    expect(binary("stablehlo.remainder %a, %b : tensor<2xi8>", "2xi8", "[7, -128]", "[0, -1]")).toEqual([7, 0]);
    expect(binary("stablehlo.divide %a, %b : tensor<1xui8>", "1xui8", "7", "0")).toEqual([255]);
  });

  test("conversion to integers saturates, and NaN is 0", () => {
    const convert = "stablehlo.convert %a : (tensor<4xf32>) -> tensor<4xi8>";
    expect(binary(convert, "4xf32", "[300.0, -300.0, 0x7FC00000, 0x7F800000]", "0.0", "4xi8")).toEqual([
      127, -128, 0, 127,
    ]);
  });

  test("of complex numbers that have no order the greater and the lesser are NaN, in either order of the operands", () => {
    const values = ["1.0, 2.0", "0x7FC00000, 0.0", "1.0, 0x7FC00000", "2.0, 0x7FC00000"];
    const pairs = values.flatMap((a) => values.map((b) => [`(${a})`, `(${b})`] as const));
    const list = (of: readonly (string | undefined)[]): string => `[${of.join(", ")}]`;
    for (const op of ["maximum", "minimum"]) {
      const text = `stablehlo.${op} %a, %b : tensor<16xcomplex<f32>>`;
      const [first, second] = [list(pairs.map(([a]) => a)), list(pairs.map(([, b]) => b))];
      const found = binary(text, "16xcomplex<f32>", first, second);
      expect(binary(text, "16xcomplex<f32>", second, first)).toEqual(found);
      expect(found.slice(0, 8)).toEqual([1, 2, NaN, NaN, 1, NaN, ...(op === "maximum" ? [2, NaN] : [1, 2])]);
    }
  });

  test("in total order -0 is below 0, and NaN above infinity", () => {
    const compare = "stablehlo.compare LT, %a, %b, TOTALORDER : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xi1>";
    expect(binary(compare, "3xf32", "[0x7F800000, -0.0, 1.0]", "[0x7FC00000, 0.0, 1.0]", "3xi1")).toEqual([1, 1, 0]);
  });
});

describe("checks", () => {
  const check = (name: string, actual: string, expected: string): string => `func.func @main() {
    %a = stablehlo.constant dense<${actual}> : tensor<2xf32>
    %b = stablehlo.constant dense<${expected}> : tensor<2xf32>
    stablehlo.custom_call @check.${name}(%a, %b) {has_side_effect = true} : (tensor<2xf32>, tensor<2xf32>) -> ()
    return
  }`;

  test.each([
    ["expect_eq", "[1.0, 2.0]", "[1.0, 2.0]", true],
    ["expect_eq", "[1.0, 2.0]", "[1.0, 2.0000002]", false],
    ["expect_close", "[1.0, 2.0]", "[1.0, 2.0000002]", true],
    ["expect_close", "[1.0, 2.0]", "[1.0, 2.00001]", false],
    ["expect_almost_eq", "[1.0, 2.0]", "[1.0, 2.0005]", true],
    ["expect_almost_eq", "[1.0, 2.0]", "[1.0, 2.005]", false],
  ])("%s of %s and %s", (name, actual, expected, holds) => {
    expect(run(check(name, actual, expected), "main").kind).toBe(holds ? "values" : "undefined-behavior");
  });

  test("another target is refused by name", () => {
    const outcome = run(`func.func @main() { stablehlo.custom_call @foo() : () -> () return }`, "main");
    expect(outcome).toMatchObject({ kind: "unsupported", reason: "custom_call of '@foo', whose meaning is not known" });
  });
});

test("a body that is more than elementwise ops runs through its region", () => {
  const [value] = results(
    `func.func @main() -> tensor<i32> {
      %a = stablehlo.constant dense<[1, 2, 3]> : tensor<3xi32>
      %i = stablehlo.constant dense<0> : tensor<i32>
      %r = stablehlo.reduce(%a init: %i) across dimensions = [0] : (tensor<3xi32>, tensor<i32>) -> tensor<i32>
        reducer(%x: tensor<i32>, %y: tensor<i32>) {
        %z = func.call @sum(%x, %y) : (tensor<i32>, tensor<i32>) -> tensor<i32>
        stablehlo.return %z : tensor<i32>
      }
      return %r : tensor<i32>
    }
    func.func private @sum(%x: tensor<i32>, %y: tensor<i32>) -> tensor<i32> {
      %z = stablehlo.add %x, %y : tensor<i32>
      return %z : tensor<i32>
    }`,
    "main",
  );
  expect(expectDense(value).get(0)).toBe(6);
});

test("a region on scalars makes poison of poison", () => {
  const context = newContext();
  const given = DenseValue.zeros([2, 2], f32(context));
  given.set(1, POISON);
  const text = `func.func @main(%x: tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2xf32>) {
    %map = "stablehlo.map"(%x, %x) <{dimensions = array<i64: 0, 1>}> ({
    ^bb0(%a: tensor<f32>, %b: tensor<f32>):
      %s = stablehlo.add %a, %b : tensor<f32>
      %t = stablehlo.exponential %s : tensor<f32>
      stablehlo.return %t : tensor<f32>
    }) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
    %zero = stablehlo.constant dense<0.0> : tensor<f32>
    %sum = "stablehlo.reduce"(%x, %zero) <{dimensions = array<i64: 1>}> ({
    ^bb0(%a: tensor<f32>, %b: tensor<f32>):
      %s = stablehlo.atan2 %a, %b : tensor<f32>
      stablehlo.return %s : tensor<f32>
    }) : (tensor<2x2xf32>, tensor<f32>) -> tensor<2xf32>
    return %map, %sum : tensor<2x2xf32>, tensor<2xf32>
  }`;
  const outcome = run(parse(text, context), "main", [given]);
  if (outcome.kind !== "values") throw new Error(outcome.reason);
  const elements = outcome.values.map((value) => {
    const dense = expectDense(value);
    return Array.from({ length: dense.count }, (_, i) => dense.get(i));
  });
  expect(elements).toEqual([
    [1, POISON, 1, 1],
    [POISON, 0],
  ]);
});
